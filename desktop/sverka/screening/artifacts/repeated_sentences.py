"""Sentences that stand twice in one paragraph: pasted twice, or left when they were moved."""

from collections.abc import Iterator

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.text.alphabets import UNSPACED
from sverka.text.character_classes import pattern_of

_END = late_pattern(
    r"[.!?…。！？](?:(?<=[。！？])[」』”]*"
    r"|(?<!\b\d\.)(?<!\b\d\d\.)[»”\")]*\s+(?=[^\W\da-zа-яёөүң]|[«„“\"(—–-]))"
)
"""Not behind "1." and before a figure or a small letter: these are dates and abbreviations."""
_STOP = late_pattern(r"[.!?…。！？]")
_UNSPACED = late_pattern(f"[{pattern_of(UNSPACED)}]")
_MARKS = " .!?…。！？"


def repeated_sentences(index: int, text: str) -> Iterator[Observation]:
    """Every later place of a sentence too long to be an exclamation; certain right behind itself.

    A sentence begins with a capital, or in a script that has none: what follows the stop of an
    abbreviation is part of one.
    """
    if len(text) < 2 * weights.SENTENCE_IN_SIGNS or not _may_have_some(text):
        return
    seen: dict[str, int] = {}
    start = 0
    ends = [match.end() for match in _END.finditer(text)]
    for number, end in enumerate([*ends, len(text)] if ends else []):
        sentence = text[start:end].strip()
        before = seen.get(said := sentence.rstrip(_MARKS))
        if before is not None and _counts(said):
            at = text.index(sentence[0], start)
            yield _observation(index, sentence, at, before == number - 1)
        seen[said] = number
        start = end


def _may_have_some(text: str) -> bool:
    """Whether two longer stretches between stops are equal: a quick look, since few are."""
    parts = [part.lstrip() for part in _STOP.split(text) if len(part) > weights.STRETCH]
    return len(set(parts)) < len(parts)


def _counts(said: str) -> bool:
    """Whether a sentence is long enough to stand twice by mistake only."""
    if len(said) < weights.SENTENCE_IN_SIGNS or said[0].islower() or not said[0].isalpha():
        return False
    if _UNSPACED.match(said):
        return True
    return len(said) >= weights.SENTENCE and said.count(" ") >= weights.SENTENCE_WORDS - 1


def _observation(index: int, sentence: str, start: int, adjoins: bool) -> Observation:
    return Observation(
        kind=FindingKind.REPEATED_BLOCK,
        paragraph=index,
        start=start,
        end=start + len(sentence),
        reasons=(Reason(ReasonCode.SENTENCE_BEFORE),),
        group=f"sentence:{sentence}",
        tier=Tier.CERTAIN if adjoins else Tier.SUSPECTED,
    )
