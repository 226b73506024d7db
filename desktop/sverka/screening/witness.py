"""The other version as a witness: does it read on where a line stands in this one?"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from sverka.model import Document, Part
from sverka.screening.keys import letters_of

_HALF = 10
_WINDOW = 2 * _HALF
_BASE = np.uint64(1_099_511_628_211)


class Witness:
    """The letters of another version, indexed by every window of twenty of them.

    The index is a sorted array of polynomial hashes modulo 2^64 (Karp and Rabin, 1987), 8 bytes a
    letter; a chance agreement among 10^7 letters has a probability below 10^-12 for each question.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        letters = "".join(map(letters_of, texts))
        self._windows = np.unique(_hashes(letters))

    def reads_on(self, before: str, after: str) -> bool:
        """Whether the other version has the end of `before` and the start of `after` together.

        False where either is too short to tell.
        """
        tail = letters_of(before[-4 * _HALF :])[-_HALF:]
        head = letters_of(after[: 4 * _HALF])[:_HALF]
        if len(tail) < 4 or len(head) < 4 or len(tail) + len(head) < _WINDOW:
            return False
        asked = _hashes(tail + head)[0]
        place = int(np.searchsorted(self._windows, asked))
        return place < len(self._windows) and bool(self._windows[place] == asked)


def witness_of(document: Document) -> Witness:
    """The body of `document` as a witness."""
    return Witness(b.text for b in document.blocks if b.source.part is Part.BODY)


def _hashes(letters: str) -> npt.NDArray[np.uint64]:
    """The hash of every window of the letters, in order."""
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    if len(codes) < _WINDOW:
        return np.empty(0, np.uint64)
    total = np.zeros(len(codes) - _WINDOW + 1, np.uint64)
    with np.errstate(over="ignore"):
        for k in range(_WINDOW):
            total *= _BASE
            total += codes[k : len(codes) - _WINDOW + 1 + k]
    return total
