"""Words that were recognised in a picture (OCR) without being sure of them."""

from collections.abc import Iterator

from sverka.model import FindingKind, Paragraph, Reason, ReasonCode, Tier
from sverka.screening.artifacts.observation import Observation


def uncertain_words(index: int, paragraph: Paragraph) -> Iterator[Observation]:
    """The uncertain words of a paragraph; neighbours are told together, by the worst of them."""
    at = 0
    words = paragraph.recognised
    while at < len(words):
        end = at
        while end < len(words) and words[end].is_uncertain:
            end += 1
        if end > at:
            together = words[at:end]
            percent = min(word.certainty for word in together)
            yield Observation(
                kind=FindingKind.UNCERTAIN_WORD,
                paragraph=index,
                start=together[0].start,
                end=together[-1].end,
                reasons=(Reason(ReasonCode.RECOGNISED_UNSURE, {"percent": percent}),),
                group="recognised",
                tier=Tier.SUSPECTED,
            )
        at = end + 1
