"""How a text is written as a whole, so that its own habits are not taken for trouble."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights

_FRENCH_GAP = late_pattern(r"[^\W\d_][ \u00a0\u202f][;:!?»]")
_FRENCH_NO_GAP = late_pattern(r"[^\W\d_][;:!?»](?!\S)")
_FRENCH = late_pattern(r"\b(?:les|des|une|dans|est|pour|que|qui|du|et|aux|sur)\b")
_TWO_AFTER_STOP = late_pattern(r"[.!?] {2,3}(?=[^\W\d_a-zа-я])")
_ONE_AFTER_STOP = late_pattern(r"[.!?] (?=[^\W\d_a-zа-я])")
_WIDE_GAP = late_pattern(r"\S {2,}\S")
_LETTER = late_pattern(r"[^\W\d_]")
_TURKIC = late_pattern(r"[өүңҮӨҢәғқұһӘҒҚҰҺıİşŞğĞ]")
_CYRILLIC = late_pattern(r"[\u0400-\u052f]")


@dataclass(frozen=True, slots=True)
class TextHabits:
    """Habits of a text: spaces before ; : ! ? », two spaces after a sentence, lines spaced out to
    one width; a Turkic language, which doubles words by its grammar; mostly Cyrillic letters.
    """

    gap_before_marks: bool = False
    two_after_stop: bool = False
    justified: bool = False
    turkic: bool = False
    cyrillic: bool = False


def habits_of(texts: Sequence[str]) -> TextHabits:
    """The habits of a text, from as much of its beginning as shows them."""
    sample = "\n".join(texts)[: weights.SAMPLE]
    letters = len(_LETTER.findall(sample))
    return TextHabits(
        gap_before_marks=_is_french(sample) or _is_habit(_FRENCH_GAP, _FRENCH_NO_GAP, sample),
        two_after_stop=_is_habit(_TWO_AFTER_STOP, _ONE_AFTER_STOP, sample),
        justified=_is_justified(texts),
        cyrillic=2 * len(_CYRILLIC.findall(sample)) > letters,
        turkic=len(_TURKIC.findall(sample)) > weights.TURKIC_SHARE * max(1, letters),
    )


def _is_french(sample: str) -> bool:
    return len(_FRENCH.findall(sample)) > weights.FRENCH_SHARE * (sample.count(" ") + 1)


def _is_habit(so: re.Pattern[str], otherwise: re.Pattern[str], sample: str) -> bool:
    times = len(so.findall(sample))
    return times >= weights.HABIT_FEWEST and times > weights.HABIT * (
        times + len(otherwise.findall(sample))
    )


def _is_justified(texts: Sequence[str]) -> bool:
    """Whether wide gaps stand in most longer paragraphs: lines were spaced out to one width."""
    longer = [text for text in texts if len(text) >= weights.JUSTIFIED_LENGTH]
    spaced = sum(1 for text in longer if len(_WIDE_GAP.findall(text)) >= weights.JUSTIFIED_GAPS)
    return len(longer) >= weights.HABIT_FEWEST and spaced > weights.HABIT * len(longer)
