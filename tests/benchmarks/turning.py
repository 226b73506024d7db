"""Turns thresholds up and down, one at a time, and measures what each does to a figure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

STEP = 0.25
"""The share by which a threshold is turned."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A threshold, its value, and the figure with it lower, as it is, and higher."""

    name: str
    value: float
    lower: float
    now: float
    higher: float

    @property
    def matters(self) -> bool:
        """Whether turning it does anything to the figure."""
        return not self.lower == self.now == self.higher

    def is_better(self, least: float) -> bool:
        """Whether another value would gain at least so much."""
        return max(self.lower, self.higher) >= self.now + least


def thresholds_of(module: ModuleType) -> Iterator[str]:
    """The names of the numbers that a module of thresholds holds."""
    for name, value in vars(module).items():
        if name.isupper() and isinstance(value, (int, float)):
            yield name


def turned(module: ModuleType, name: str, figure: Callable[[], float], now: float) -> Turned:
    """What the figure is with the threshold lower and higher; it is put back afterwards."""
    value = getattr(module, name)
    figures = []
    try:
        for factor in (1 - STEP, 1 + STEP):
            setattr(module, name, _value(value, factor))
            figures.append(figure())
    finally:
        setattr(module, name, value)
    return Turned(
        f"{module.__name__.rpartition('.')[2]}.{name}", value, figures[0], now, figures[1]
    )


def _value(value: float, factor: float) -> float:
    """A turned value: a share is 1 at most, what was whole stays so and differs by one at least."""
    if isinstance(value, float):
        return min(1.0, value * factor) if 0 < value <= 1 else value * factor
    step = max(1, round(abs(value) * STEP))
    return value + step if (factor > 1) == (value >= 0) else value - step


def print_turned(results: Iterable[Turned], least: float, whole: bool = False) -> None:
    """A line for each threshold that matters, as soon as it is known.

    "<" stands behind one that would gain at least so much by another value.
    """
    print(f"{'threshold':44} {'value':>8} {'lower':>7} {'now':>7} {'higher':>7}")
    mattering = tried = 0
    for one in results:
        tried += 1
        mattering += one.matters
        if whole or one.matters:
            mark = " <" if one.is_better(least) else ""
            print(
                f"{one.name:44} {one.value:8g} {one.lower:7.4f} {one.now:7.4f}"
                f" {one.higher:7.4f}{mark}",
                flush=True,
            )
    print(f"{mattering} of {tried} matter here")
