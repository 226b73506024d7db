"""Whether two neighbouring lines belong to one paragraph, as the other version has them."""

from collections.abc import Callable

from sverka.screening.lines import Line

Joint = Callable[[Line, Line], bool | None]
"""Asked for two lines: True where the other version has the end of the first and the start of the
second in one paragraph, False where a paragraph ends between them, None where it does not tell."""


def nobody(before: Line, after: Line) -> bool | None:
    """The answer where there is no other version to ask."""
    return None
