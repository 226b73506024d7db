"""Calls PDFium so that a loop over many calls runs in C, with the answers going into arrays."""

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

Call = Callable[..., Any]
POINTER, INT = ctypes.c_size_t, ctypes.c_int


def bare(name: str, result: Any, *arguments: Any) -> Call:
    """A function of PDFium that takes addresses as numbers, which a loop in C can count up.

    It keeps the lock of the interpreter, as a call is far shorter than giving it away and back.
    """
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def answers(
    call: Call,
    given: Sequence[Iterable[int]],
    count: int,
    width: int,
    *,
    apart: bool = False,
    kind: type = np.float32,
) -> npt.NDArray[np.float64]:
    """What `count` calls write, `width` numbers each: one row for each call, zeros where none came.

    `given` are the arguments before the address of the answer; the numbers of one answer go to one
    address, or, `apart`, each to its own. All of them have four bytes.
    """
    table: npt.NDArray[Any] = np.zeros((count, width), kind)
    start, step = table.ctypes.data, width * table.itemsize
    offsets = [4 * part for part in range(width)] if apart else [0]
    slots = [range(start + one, start + one + step * count, step) for one in offsets]
    deque(map(call, *given, *slots), maxlen=0)
    return table.astype(np.float64)
