"""Keeps the collector of cycles from walking values made by the hundred thousand."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """While the block runs, nothing is searched for cycles of references; then as before.

    Many small values made at once have the collector go through all that exist, again and again.
    Only for work that makes no cycles: what it drops is freed at once all the same.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
