"""Tells the progress of reading now and then, by what was read of what there is."""

from collections.abc import Callable

from sverka.model import Stage
from sverka.readers.registry import Settings


def stepper(settings: Settings, total: int, every: int, begun: float = 0.0) -> Callable[[], None]:
    """Called for each of `total` pieces; `begun` is how far the reading is before the first, of 1.

    Where `total` is 0 nobody knows how many there are, and half of them are said to be read.
    """
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % every == 0:
            read = min(1.0, done / total) if total else 0.5
            settings.progress(Stage.READING, begun + (1 - begun) * read)

    return step
