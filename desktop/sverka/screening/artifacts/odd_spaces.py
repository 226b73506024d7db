"""Spaces where none belong, none where one belongs, odd ones, and characters nobody sees."""

import re
from collections.abc import Iterator, Sequence

from sverka.model import FindingKind, Reason, ReasonCode
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.artifacts.text_habits import TextHabits
from sverka.screening.lines.facts import counting
from sverka.screening.lines.layout import is_tabular
from sverka.text.alphabets import RIGHT_TO_LEFT, UNSPACED
from sverka.text.character_classes import pattern_of

_SEVERAL = late_pattern(r"(?<=\S) {2,}(?=\S)")
_AFTER_STOP = late_pattern(r"(?<=[.!?…»”\"]) {2,3}(?=[^\W\d_])")
_SEVERAL_NOT_AFTER_STOP = late_pattern(r"(?<=[^\s.!?…»”\"]) {2,}(?=\S)")
_BEFORE_MARK = late_pattern(r"(?<=[^\W\d_]) +(?=(?:,(?!\d)|\.(?=\s|$))(?!\s*\.))")
_BEFORE_OTHER_MARK = late_pattern(r"(?<=[^\W\d_]) +(?=[;:!?](?:\s|$))")
_INSIDE_BRACKETS = late_pattern(r"(?<=[(\[«„]) +(?=\w)|(?<=\w) +(?=[)\]»])")
_UNSPACED = pattern_of(UNSPACED)
_NONE_AFTER_COMMA = late_pattern(
    rf"(?<=[^\W\d_]{{2}})(?<![{_UNSPACED}]),(?=[^\W\d_])(?![{_UNSPACED}])"
)
_NONE_AFTER_STOP = late_pattern(r"(?<=[а-яёөүң]{2})[.!?](?=[А-ЯЁӨҮҢ][а-яёөүң])")
_WITH_NO_BREAK = late_pattern(r" \u00a0|\u00a0 |\u00a0{2,}|\u00a0(?=[,.])")
_UNUSUAL = late_pattern(r"[\u1680\u2000-\u2008\u205f]+|(?<=[a-zа-яё])\t+(?=[a-zа-яё])")
_INVISIBLE = late_pattern(
    r"[\u200b\u2060\ufeff]+|(?<=[A-Za-zА-Яа-яЁё])[\u200c\u200d](?=[A-Za-zА-Яа-яЁё])"
)
_DIRECTION = late_pattern(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = late_pattern(f"[{pattern_of(RIGHT_TO_LEFT)}]")
_PAIRS = ("  ", " ,", " .", " ;", " :", " !", " ?", " )", " ]", "( ", "[ ", "\t")
_NO_SPACE = late_pattern(r",(?=[^\W\d_])|[.!?](?=[А-ЯЁӨҮҢ])")
_NOT_ASCII = late_pattern(
    r"[«„] | »|[\u00a0\u1680\u2000-\u2008\u200b-\u200f\u202a-\u202e\u205f\u2060\u2066-\u2069\ufeff]"
)
_CODE = late_pattern(r"[=<>{}|\\]|#\(|\(\)")
_ADDRESS = late_pattern(r"https?:|www\.|@|://|\w\.\w+/")
_CODES = {
    "several": ReasonCode.SEVERAL_SPACES,
    "before-mark": ReasonCode.SPACE_BEFORE_MARK,
    "inside-brackets": ReasonCode.SPACE_INSIDE_BRACKETS,
    "none-after-mark": ReasonCode.NO_SPACE_AFTER_MARK,
    "no-break": ReasonCode.NEEDLESS_NO_BREAK,
    "unusual": ReasonCode.UNUSUAL_SPACE,
    "direction": ReasonCode.DIRECTION_MARK,
    "invisible": ReasonCode.NO_WIDTH,
}
_LABEL = late_pattern(r"\s*(?:§+\s*)?(?:(?![^\W\d_]{2})\S)+")
"""A first word without two letters side by side: the label of an item, which is set apart."""
_WORDS_AROUND = late_pattern(r"\S*$")


def odd_spaces(
    index: int, text: str, traits: TextHabits, code: Sequence[tuple[int, int]] = ()
) -> Iterator[Observation]:
    """The odd spaces of a paragraph outside `code`: one observation for each sort of them."""
    if not _is_suspicious(text):
        return
    for group, pattern, instead in _sorts(text, traits, is_tabular(text)):
        found = [match.span() for match in pattern.finditer(text)]
        if group == "several":
            found = [place for place in found if not _is_after_label(text, place[0])]
        if code:
            found = [(a, b) for a, b in found if not any(c < b and a < d for c, d in code)]
        if found:
            yield _observation(index, text, group, found, instead)


def _is_after_label(text: str, start: int) -> bool:
    """Whether only a label stands before the place: "1.", "(a)", "§ 5", "•"."""
    return start <= weights.LONGEST_LABEL and _LABEL.fullmatch(text, 0, start) is not None


def _is_suspicious(text: str) -> bool:
    """Whether anything in the text may be odd: a quick look, since most paragraphs are sound."""
    if any(pair in text for pair in _PAIRS) or _NO_SPACE.search(text) is not None:
        return True
    return not text.isascii() and _NOT_ASCII.search(text) is not None


def _sorts(
    text: str, traits: TextHabits, tabular: bool
) -> Iterator[tuple[str, re.Pattern[str], str | None]]:
    """What to look for in this text: the sort, where it stands, what should stand instead."""
    if not tabular and not traits.justified:
        if not traits.two_after_stop:
            yield "several", _SEVERAL, " "
        elif _SEVERAL.search(_AFTER_STOP.sub(" ", text)):
            yield "several", _SEVERAL_NOT_AFTER_STOP, " "
    if not tabular:
        yield "before-mark", _BEFORE_MARK, ""
    if not traits.gap_before_marks and not tabular:
        yield "before-mark", _BEFORE_OTHER_MARK, ""
        if not _CODE.search(text):
            yield "inside-brackets", _INSIDE_BRACKETS, ""
    if not _ADDRESS.search(text):
        yield "none-after-mark", _NONE_AFTER_COMMA, ", "
        yield "none-after-mark", _NONE_AFTER_STOP, None
    yield "no-break", _WITH_NO_BREAK, None
    if not tabular:
        yield "unusual", _UNUSUAL, " "
    yield "invisible", _INVISIBLE, ""
    if not _RIGHT_TO_LEFT.search(text):
        yield "direction", _DIRECTION, ""


def _observation(
    index: int, text: str, group: str, places: Sequence[tuple[int, int]], instead: str | None
) -> Observation:
    start, end = places[0]
    first, last = _words_around(text, start, end)
    repaired = None if instead is None else text[first:start] + instead + text[end:last]
    return Observation(
        kind=FindingKind.ODD_SPACE,
        paragraph=index,
        start=start,
        end=end,
        reasons=_reasons(group, len(places)),
        group=group,
        suggestion=repaired,
        text=text[first:last],
        places=tuple((index, *place) for place in places),
    )


def _words_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the word before the place begins and the word after it ends."""
    before = _WORDS_AROUND.search(text, max(0, start - weights.WORDS_AROUND), start)
    after = re.compile(r"\S*").match(text, end, min(len(text), end + 40))
    return before.start() if before else start, after.end() if after else end


def _reasons(group: str, count: int) -> tuple[Reason, ...]:
    """What is odd, and how often it is so in the paragraph where that is more than once."""
    odd = Reason(_CODES[group])
    return (odd,) if count == 1 else (odd, counting(ReasonCode.TIMES_IN_PARAGRAPH, count))
