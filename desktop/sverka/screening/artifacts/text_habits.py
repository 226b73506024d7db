"""How a text is written as a whole, so that its own habits are not taken for trouble."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SAMPLE = 400_000
_HABIT = 0.5
_FEWEST = 3

_FRENCH_GAP = re.compile(r"[^\W\d_][ \u00a0\u202f][;:!?»]")
_FRENCH_NO_GAP = re.compile(r"[^\W\d_][;:!?»](?!\S)")
_FRENCH = re.compile(r"\b(?:les|des|une|dans|est|pour|que|qui|du|et|aux|sur)\b")
_FRENCH_SHARE = 0.08
_TWO_AFTER_STOP = re.compile(r"[.!?] {2,3}(?=[^\W\d_a-zа-я])")
_ONE_AFTER_STOP = re.compile(r"[.!?] (?=[^\W\d_a-zа-я])")
_WIDE_GAP = re.compile(r"\S {2,}\S")
_LETTER = re.compile(r"[^\W\d_]")
_TURKIC = re.compile(r"[өүңҮӨҢәғқұһӘҒҚҰҺıİşŞğĞ]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_TURKIC_SHARE = 0.005


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
    """The habits of a text, from its first 400,000 characters."""
    sample = "\n".join(texts)[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    return TextHabits(
        gap_before_marks=_is_french(sample) or _is_habit(_FRENCH_GAP, _FRENCH_NO_GAP, sample),
        two_after_stop=_is_habit(_TWO_AFTER_STOP, _ONE_AFTER_STOP, sample),
        justified=_is_justified(texts),
        cyrillic=2 * len(_CYRILLIC.findall(sample)) > letters,
        turkic=len(_TURKIC.findall(sample)) > _TURKIC_SHARE * max(1, letters),
    )


def _is_french(sample: str) -> bool:
    return len(_FRENCH.findall(sample)) > _FRENCH_SHARE * (sample.count(" ") + 1)


def _is_habit(so: re.Pattern[str], otherwise: re.Pattern[str], sample: str) -> bool:
    times = len(so.findall(sample))
    return times >= _FEWEST and times > _HABIT * (times + len(otherwise.findall(sample)))


def _is_justified(texts: Sequence[str]) -> bool:
    """Whether wide gaps stand in most longer paragraphs: lines were spaced out to one width."""
    longer = [text for text in texts if len(text) >= 200]
    spaced = sum(1 for text in longer if len(_WIDE_GAP.findall(text)) >= 2)
    return len(longer) >= _FEWEST and spaced > _HABIT * len(longer)
