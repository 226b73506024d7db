"""Whether two neighbouring lines belong to one paragraph, as the other version has them."""

from collections.abc import Callable, Sequence

from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.line_keys import letters_of
from sverka.screening.lines.text_lines import TextLine

Joint = Callable[[TextLine, TextLine], bool | None]
"""Asked for two lines: True where the other version has the end of the first and the start of the
second in one paragraph, False where a paragraph ends between them, None where it does not tell."""
GoesOn = Callable[[Sequence[TextLine], TextLine, Sequence[TextLine]], bool]
"""Asked for the lines of a paragraph so far, the next line, and the lines set aside between them:
whether the next line belongs to the paragraph."""


def seam_of(before: TextLine, after: TextLine) -> str:
    """The letters on either side of where two lines meet: what the place is known by."""
    reach, half = weights.SEAM_REACH, weights.SEAM_HALF
    end = letters_of(before.text[-reach:])[-half:]
    return f"{end} {letters_of(after.text[:reach])[:half]}"


def nobody(before: TextLine, after: TextLine) -> bool | None:
    """The answer where there is no other version to ask."""
    return None
