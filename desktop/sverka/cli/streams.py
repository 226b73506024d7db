"""Standard output and standard error, kept from ending the program in a traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from sverka.model import ReadError, WriteError

STANDARD_INPUT = "-"
"""What names standard input where a file is asked for."""


def prepare() -> None:
    """Let both streams take any character, escaped where the terminal cannot show it.

    Without this a letter that the encoding of the terminal lacks would end the program. What is
    said to a standard error that the caller closed is dropped.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def input_named(name: str) -> str | BinaryIO:
    """The file of this name, or standard input where it is asked for; ReadError where it is closed.

    A file that is really called so is named "./-".
    """
    if name != STANDARD_INPUT:
        return name
    if sys.stdin is None:
        raise ReadError("There is no standard input to read: it is closed.")
    return sys.stdin.buffer


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Give standard output to write to; WriteError where it is closed or takes no more.

    BrokenPipeError passes: the reader at the other end has seen enough.
    """
    if sys.stdout is None:
        raise WriteError("There is no standard output to write to: it is closed.")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        raise
    except OSError as error:
        _forget_output()
        raise WriteError(
            "Standard output could not be written: {reason}.", reason=error.strerror or str(error)
        ) from error


def _forget_output() -> None:
    """Keep the interpreter from failing once more when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
