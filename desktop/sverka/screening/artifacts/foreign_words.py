"""Words all letters of which belong to another alphabet than the text: "c другом", "COBETA"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.lines.hyphens import Words
from sverka.text.alphabets import CYRILLIC_LIKE_LATIN

_LATIN, _CYRILLIC = "A-Za-z\u00c0-\u024f", "\u0400-\u052f"
_TO_CYRILLIC = CYRILLIC_LIKE_LATIN | {"k": "к"}
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}
_WORD = late_pattern(r"[^\W\d_]+")
_BEFORE = late_pattern(r"([^\W\d_]+)[^\w.!?…]*$")
_AFTER = late_pattern(r"[^\w.!?…]*([^\W\d_]+)")
_ROMAN = late_pattern(r"[IVXLCDM]+|[ivxlcdm]{2,}")
_SENTENCE_BEGINS = late_pattern(r"(?:^|[.!?…] +)[«„“\"(—–-]*\s*$")
_BEFORE_BUT = late_pattern(r"(?:^|[,;:—–-]\s+)$")
_FOLLOWS = late_pattern(r"\s+[«„“\"]?[^\W\d_]")
"""A word right behind, with nothing but a space between."""
_SPOKEN = late_pattern(r"[AEOaeoАЕОаео]|(.)\1\1")
"""A vowel, or one letter three times: "COBETA" and "CCCP" are no short names such as "HTTP"."""
_SET_BESIDE = late_pattern(r"\s+\w+\s+[A-ZА-ЯЁ](?!\w)")
"""After a letter: a word and another letter, "A и Б"."""


@dataclass(frozen=True, slots=True)
class _Home:
    """The alphabet of a text, the letters foreign to it that look alike, and its small words."""

    own: re.Pattern[str]
    other: re.Pattern[str]
    alike: re.Pattern[str]
    twins: Mapping[str, str]
    small: frozenset[str]
    """One-letter words of the languages written in it: of others the text itself must have them."""

    def fewest(self, word: str) -> int:
        """How many words of this alphabet must stand beside a word: "В Rust" is a Russian "В"."""
        return 2 if len(word) == 1 and self.own.match("a") else 1


def _home(own: str, other: str, twins: Mapping[str, str], small: str) -> _Home:
    letters = "".join(twins)
    return _Home(
        own=late_pattern(f"[{own}]"),
        other=late_pattern(f"[{other}]"),
        alike=late_pattern(rf"(?<![\w@/\\.&#'’-])[{letters}]+(?![\w@/\\'’+-]|\.\w)"),
        twins=twins,
        small=frozenset(small),
    )


_IN_CYRILLIC = _home(_CYRILLIC, _LATIN, _TO_CYRILLIC, "асокуАСОКУВ")
_IN_LATIN = _home(_LATIN, _CYRILLIC, _TO_LATIN, "aoyeiAOYEI")
_HAS_LATIN, _HAS_CYRILLIC = late_pattern("[A-Za-z]"), late_pattern("[\u0400-\u052f]")
_SYMBOL = late_pattern(
    r"[=<>*/^(∈≤≥≈|·−×√]\s?([A-Za-z])(?!\w)|(?<![\w'’&.])([A-Za-z])(?=\s?[=<>*/^),;∈≤≥≈|·−×+])"
    r"|(?<![\w'’&.])([bdfghlmnqrstuvwzj])(?![\w'’.])"
)
"""A letter beside an operator or a bracket, or alone and like none of the other alphabet."""


class LetterUse:
    """What single letters and words of either alphabet a text uses on purpose; asked seldom."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._symbols: bool | None = None
        self._words: dict[re.Pattern[str], bool] = {}

    @property
    def has_symbols(self) -> bool:
        """Whether Latin letters stand for something: a side, a variable, a point."""
        if self._symbols is None:
            self._symbols = any(map(_SYMBOL.search, self._texts))
        return self._symbols

    def has_words(self, home: _Home) -> bool:
        """Whether there are words of the foreign alphabet that can be none of the home one."""
        if home.other not in self._words:
            self._words[home.other] = any(
                home.other.match(word) and not home.alike.fullmatch(word)
                for text in self._texts
                if home.other.search(text)
                for word in _WORD.findall(text)
                if len(word) > 1 and not _mixed(word, home)
            )
        return self._words[home.other]


def _mixed(word: str, home: _Home) -> bool:
    return home.own.search(word) is not None


def foreign_words(index: int, text: str, words: Words, use: LetterUse) -> Iterator[Observation]:
    """The words of a paragraph that only look like words of its alphabet."""
    if text.isascii() or not _HAS_CYRILLIC.search(text) or not _HAS_LATIN.search(text):
        return
    cyrillic, latin = len(_HAS_CYRILLIC.findall(text)), len(_HAS_LATIN.findall(text))
    if latin >= cyrillic > weights.FOREIGN_SHARE * latin:
        return
    home = _IN_CYRILLIC if cyrillic > latin else _IN_LATIN
    for match in home.alike.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - weights.WORDS_AROUND), match.start())
        after = _AFTER.match(text, match.end(), match.end() + weights.WORDS_AROUND)
        around = [found[1] for found in (before, after) if found]
        if len(around) < home.fewest(match[0]) or not all(map(home.own.match, around)):
            continue
        meant = "".join(home.twins[letter] for letter in match[0])
        tier = _tier(match, text, around, home, words, use)
        if tier is not None:
            yield Observation(
                kind=FindingKind.MIXED_SCRIPT,
                paragraph=index,
                start=match.start(),
                end=match.end(),
                reasons=(Reason(ReasonCode.OTHER_ALPHABET),),
                group=f"foreign:{match[0].casefold()}",
                tier=tier,
                suggestion=meant,
            )


def _tier(
    match: re.Match[str],
    text: str,
    around: Sequence[str],
    home: _Home,
    words: Words,
    use: LetterUse,
) -> Tier | None:
    """How sure it is that the word is foreign by mistake; None where it may be right."""
    word = match[0]
    meant = "".join(home.twins[letter] for letter in word)
    if len(word) == 1:
        if home is _IN_CYRILLIC and not _is_small_word(match, text, around, home, words, use):
            return None
        known = meant in home.small or words.count(meant)
        return Tier.CERTAIN if known and words.count(meant) else Tier.SUSPECTED
    if home is _IN_CYRILLIC and _ROMAN.fullmatch(word) and len(set(word)) < len(word) != 4:
        return None
    if words.count(meant) > 0 and _is_word_here(match, text, around):
        return Tier.CERTAIN if words.count(meant) >= words.count(word) else None
    unheard = len(word) >= weights.FOREIGN_LETTERS and _SPOKEN.search(word) is not None
    unheard = unheard and not words.count(meant)
    return Tier.SUSPECTED if unheard and not use.has_words(home) else None


def _is_small_word(
    match: re.Match[str],
    text: str,
    around: Sequence[str],
    home: _Home,
    words: Words,
    use: LetterUse,
) -> bool:
    """Whether a Latin letter stands where a Russian preposition or conjunction stands.

    Between two words; a capital only where a sentence begins, or between words in capitals; "а"
    only behind a comma. Not in a text where Latin letters are symbols.
    """
    letter, meant = match[0], home.twins[match[0]]
    if meant not in home.small and not words.count(meant):
        return False
    if len(around[-1]) < 2 or not _FOLLOWS.match(text, match.end()):
        return False
    begins = _SENTENCE_BEGINS.search(text, 0, match.start()) is not None
    if letter.isupper():
        in_capitals = len(around) == 2 and all(w.isupper() and len(w) > 1 for w in around)
        if not begins and not (in_capitals and letter in "OKYI"):
            return False
        if begins and (not around[-1].islower() or _SET_BESIDE.match(text, match.end())):
            return False
    elif not begins and not _may_begin(letter, text[: match.start()]):
        return False
    return not use.has_symbols


def _may_begin(letter: str, before: str) -> bool:
    """Whether a small word may stand behind this text: "а" only behind a comma or a dash."""
    return before[-1].isspace() and (letter != "a" or _BEFORE_BUT.search(before) is not None)


def _is_word_here(match: re.Match[str], text: str, around: Sequence[str]) -> bool:
    """Whether the word fits in its case: short ones in capitals are formulas and short names."""
    word = match[0]
    if word.islower():
        return True
    if word.isupper() and len(word) <= weights.FOREIGN_SHORT:
        company = len(set(word)) == 1 and re.match(r"\s[«„\"]", text[match.end() :]) is not None
        return company or (len(around) == 2 and all(w.isupper() and len(w) > 1 for w in around))
    if word.isupper() or len(word) > weights.FOREIGN_SHORT:
        return True
    begins = _SENTENCE_BEGINS.search(text, 0, match.start()) is not None
    return len(word) > 2 or (begins and around[-1].islower())
