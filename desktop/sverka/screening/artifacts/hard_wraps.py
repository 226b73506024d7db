"""Line ends in the middle of a sentence of running text: reported, for they were joined."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from sverka.model import BlockKind, FindingKind, Paragraph, Reason, ReasonCode
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.assembly.assembly_value import Assembly
from sverka.screening.lines.facts import counting
from sverka.screening.lines.text_lines import TextLine


def hard_wraps(assembly: Assembly, listings: Collection[int]) -> Iterator[Observation]:
    """The paragraphs whose lines were wrapped; told once where most of the text is.

    Nothing about headings and `listings`, which are broken by design, nor about printed pages,
    where all lines are.
    """
    counts = {
        index: joined
        for index, paragraph in enumerate(assembly.paragraphs)
        if index not in listings and (joined := _joined(paragraph, assembly.lines[index]))
    }
    wrapped = sum(len(assembly.paragraphs[index].text) for index in counts)
    whole = sum(len(paragraph.text) for paragraph in assembly.paragraphs)
    if len(counts) > 1 and wrapped > weights.WRAPPED_MOST * whole:
        first = next(iter(counts))
        yield _observation(assembly, first, _everywhere(counts.values()))
        return
    for index, joined in counts.items():
        yield _observation(assembly, index, counting(ReasonCode.LINE_ENDS_JOINED, joined))


def _joined(paragraph: Paragraph, lines: Sequence[TextLine]) -> int:
    """How many line ends of the file were joined in the paragraph."""
    if paragraph.kind is BlockKind.HEADING or not paragraph.joins or lines[0].box is not None:
        return 0
    return sum(1 for a, b in pairwise(lines) if b.index == a.index + 1)


def _everywhere(joined: Collection[int]) -> Reason:
    values = {"count": sum(joined), "paragraphs": len(joined)}
    return Reason(ReasonCode.TEXT_WRAPPED, values)


def _observation(assembly: Assembly, index: int, said: Reason) -> Observation:
    paragraph = assembly.paragraphs[index]
    end = paragraph.pieces[1].start if len(paragraph.pieces) > 1 else len(paragraph.text)
    return Observation(
        kind=FindingKind.HARD_WRAP,
        paragraph=index,
        start=0,
        end=len(paragraph.text),
        reasons=(said,),
        group="wraps",
        text=paragraph.text[: min(end, weights.WRAPPED_SHOWN)].rstrip(),
    )
