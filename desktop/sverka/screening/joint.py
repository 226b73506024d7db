"""Whether two neighbouring lines belong to one paragraph, as the other version has them."""

from collections.abc import Callable, Sequence

from sverka.screening.lines import Line
from sverka.screening.witness import Witness

_ENOUGH = 30

Joint = Callable[[Line, Line], bool | None]
"""Asked for two lines: True where the other version has the end of the first and the start of the
second in one paragraph, False where a paragraph ends between them, None where it does not tell."""


def joint_by(witness: Witness | None, lines: Sequence[Line], removed: frozenset[int]) -> Joint:
    """The Joint for `lines` without those in `removed`, by the other version where there is one.

    Short lines are not enough to know a place by; so the lines before and after are asked with them.
    """
    if witness is None:
        return nobody

    def around(index: int, step: int) -> str:
        text = ""
        while 0 <= index < len(lines) and len(text) < _ENOUGH:
            if index not in removed:
                here = lines[index].text
                text = f"{text} {here}" if step > 0 else f"{here} {text}"
            index += step
        return text

    def joint(before: Line, after: Line) -> bool | None:
        return witness.joint(around(before.index, -1), around(after.index, 1))

    return joint


def nobody(before: Line, after: Line) -> bool | None:
    """The answer where there is no other version to ask."""
    return None
