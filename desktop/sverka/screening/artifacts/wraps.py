"""Line ends in the middle of a sentence of running text: reported, for they were joined."""

import itertools
from collections.abc import Iterator, Sequence

from sverka.language import ngettext
from sverka.model import BlockKind, FindingKind, Paragraph
from sverka.screening.artifacts.observation import Observation
from sverka.screening.lines import Line


def hard_wraps(index: int, paragraph: Paragraph, lines: Sequence[Line]) -> Iterator[Observation]:
    """The wrapped lines of a paragraph; nothing about headings, which are broken by design.

    Printed pages break all lines, and that is no trouble of the text.
    """
    if paragraph.kind is BlockKind.HEADING or any(line.box for line in lines):
        return
    count = sum(1 for a, b in itertools.pairwise(lines) if a.block == b.block)
    joined = min(count, len(paragraph.joins))
    if not joined:
        return
    said = ngettext(
        "{count} line end inside this paragraph was joined.",
        "{count} line ends inside this paragraph were joined.",
        joined,
    ).format(count=joined)
    end = paragraph.pieces[1].start if len(paragraph.pieces) > 1 else len(paragraph.text)
    yield Observation(
        kind=FindingKind.HARD_WRAP,
        paragraph=index,
        start=0,
        end=len(paragraph.text),
        evidence=(said,),
        group="wraps",
        text=paragraph.text[: min(end, 80)],
    )
