"""The parts of a web page or a message that the file itself says are not its text."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sverka.model import Document, FindingKind, Landmark, Reason, ReasonCode, Tier
from sverka.screening.furniture.furniture_mark import FurnitureMark
from sverka.screening.lines.line_keys import key_of
from sverka.screening.lines.text_lines import TextLine

_REASONS = {
    Landmark.NAVIGATION: ReasonCode.IS_NAVIGATION,
    Landmark.BANNER: ReasonCode.IS_BANNER,
    Landmark.FOOTER: ReasonCode.IS_PAGE_FOOTER,
    Landmark.ASIDE: ReasonCode.IS_ASIDE,
    Landmark.SEARCH: ReasonCode.IS_SEARCH,
    Landmark.COOKIES: ReasonCode.IS_COOKIE_NOTICE,
    Landmark.SHARING: ReasonCode.IS_SHARING,
    Landmark.MAIL_HEADER: ReasonCode.IS_MAIL_HEADER,
}


def surrounding_parts(document: Document, lines: Sequence[TextLine]) -> Iterator[FurnitureMark]:
    """A mark for each stretch of lines that the file has around its text, one landmark each."""
    marked = [line for line in lines if document.blocks[line.block].landmark is not None]
    numbered = enumerate(marked)
    for (landmark, _run), group in groupby(
        numbered, lambda pair: (document.blocks[pair[1].block].landmark, pair[1].index - pair[0])
    ):
        if landmark is None:
            continue
        part = [line for _number, line in group]
        kind = FindingKind.SURROUNDINGS
        yield FurnitureMark(
            kind=kind,
            lines=tuple(line.index for line in part),
            tier=Tier.CERTAIN,
            removed=True,
            reasons=(Reason(_REASONS[landmark]),),
            group=f"{kind}:{landmark}:{key_of(part[0].text)}",
        )
