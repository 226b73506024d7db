"""Says in bits how surprising a text is: the fewer, the more it looks like what people write.

A word costs what its pairs of letters cost in the language of the text, more where it is of another
language, and more where its capitals stand in odd places. Other characters cost what their kind
does. The sums of two readings of the same bytes can be compared, and the cheaper one is the
likelier (minimum description length, Rissanen 1978; the pairs are weighted after Witten and Bell
1991; the tables are resources/encodings/letter-pairs.json).
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import ne
from typing import NamedTuple

from sverka.patterns import late_pattern

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels and tones of Thai, which Unicode takes for no letters; words are made of them too."""

_RAISED = "ªº²³¹¼½¾\u2150-\u218b\u2460-\u249b"
"""Figures and ends of ordinals, which Python takes for letters; no word is made of them."""

_IDEOGRAPHS = "\u2e80-\uffff"
_WORD = late_pattern(
    rf"(?:(?=[{_IDEOGRAPHS}])[^\W\d_])+|(?:[^\W\d_{_RAISED}{_IDEOGRAPHS}]|[{_MARKS}])+"
)
_REST = late_pattern(rf"(?![{_MARKS}])[\W\d_{_RAISED}]")
_HAN = late_pattern("[\u3400-\u9fff]")
_KANA = late_pattern("[\u3041-\u30ff]")
_HANGUL = late_pattern("[\uac00-\ud7a3]")

_FOREIGN_LETTER = 13.0
"""A letter that the language does not have; more than any pair of its own letters."""

_FOREIGN_SCRIPT = 26.0
"""A letter of another script in the middle of a word: a Greek or Chinese one among Latin ones."""

_STRANGER = 6.0
"""A word of another language than most."""

_LONE_IDEOGRAPHS = 14.0
"""Chinese, Japanese or Korean in a text in letters, besides being a stranger."""

_HANGUL_CHANGE = 6.0
"""From Hangul to Chinese characters, to kana or back inside a word."""

_POINTS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0652"
"""Accents and the vowel points of Hebrew and Arabic."""

_GLUED = late_pattern(rf"(?<=[^\W\d_])[^\x00-\x7f\w\s’–—‑\xad·{_POINTS}{_MARKS}](?=[^\W\d_])")
"""A sign with letters on both sides, where none belongs: M”chte."""

_BEFORE_WORD = late_pattern(r"(?<![^\W\d_])[№§°±×€£¥†‡•¬¤½¼¾](?=[^\W\d_])")
"""A sign that stands before figures or apart, but not at the beginning of a word: №ber."""

_BEHIND_WORD = late_pattern(r"(?<=[^\W\d_])[„‚–—](?=[\s.,;]|$)|(?<=[^\W\d_])–(?=[a-z])")
"""A sign that opens or stands between spaces, but at the end of a word: caf‚ is; a–o."""

_GLUED_SIGN, _ODD_END = 14.0, 8.0

_LOWER, _TITLE, _UPPER, _MIXED = 0.3, 2.5, 5.0, 14.0
"""Words in small letters, with a capital in front, all in capitals, and any other way."""

_PUNCTUATION = frozenset("«»„“”‚‘’–—…№§、。，「」《》（）：；！？・ー")
_SIGNS = frozenset("\xa0°±×·©®™€£¥ªº²³½¼¾¿¡†‡•‹›′″−¬µ¨´¸`^~")
_BOXES = range(0x2500, 0x25A0)
_COMMON_HAN, _USUAL_HAN, _RARE_HAN = 7.0, 11.5, 17.0
_STEP = 0.5


class _Language(NamedTuple):
    """The letters of a language with their places, and the bits of each after each.

    Place 0 is the edge of a word. `script` is the first word of its letters' Unicode names.
    """

    places: Mapping[str, int]
    bits: tuple[tuple[float, ...], ...]
    script: str


@cache
def _tables() -> tuple[tuple[_Language, ...], frozenset[str]]:
    """The languages, and the Chinese characters that are met all the time."""
    text = (files("sverka.resources") / "encodings" / "letter-pairs.json").read_text("utf-8")
    stored = json.loads(text)
    languages = tuple(
        _Language(
            {letter: place for place, letter in enumerate(" " + language["letters"])},
            tuple(tuple((ord(c) - 65) * _STEP for c in row) for row in language["bits"]),
            _script(language["letters"][-1]),
        )
        for language in stored["languages"].values()
    )
    return languages, frozenset(stored["han"])


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def bits(text: str) -> float:
    """How many bits it takes to write `text`, roughly; an accent of its own is one with its letter.

    Vietnamese in cp1258 has its tones apart.
    """
    text = unicodedata.normalize("NFC", text)
    before, rest = "", 0.0
    for char in _REST.findall(text):
        rest += _char_bits(char) if char != before else min(2.0, _char_bits(char))
        before = char if ord(char) in _BOXES else ""
    glued = len(_GLUED.findall(text)) + len(_BEFORE_WORD.findall(text))
    rest += _GLUED_SIGN * glued + _ODD_END * len(_BEHIND_WORD.findall(text))
    return _words_bits(_WORD.findall(text)) + rest


def _words_bits(words: Sequence[str]) -> float:
    """The cost of the words: in the language that suits most of them, or as strangers in it."""
    if not words:
        return 0.0
    costs = [_word_costs(word) for word in words]
    totals = map(sum, zip(*(cost.by_language for cost in costs), strict=True))
    return min(totals) + sum(cost.capitals for cost in costs)


class _Costs(NamedTuple):
    """What a word costs in a text of each language, and for its capitals.

    The last of the languages is that of Chinese, Japanese and Korean characters.
    """

    by_language: tuple[float, ...]
    capitals: float


@lru_cache(maxsize=50_000)
def _word_costs(word: str) -> _Costs:
    small = "".join(char.lower()[0] for char in word)
    languages = _tables()[0]
    if word[0] >= "\u2e80":
        same = sum(map(_ideograph_bits, word)) + _HANGUL_CHANGE * _hangul_changes(word)
        lone = same + _LONE_IDEOGRAPHS + _STRANGER
        return _Costs((*(lone for _language in languages), same), 0.0)
    by_language = _in_languages(small, languages)
    stranger = min(by_language) + _STRANGER
    return _Costs((*(min(own, stranger) for own in by_language), stranger), _case_bits(word))


def _hangul_changes(word: str) -> int:
    hangul = ["\uac00" <= char <= "\ud7a3" for char in word]
    return sum(map(ne, hangul, hangul[1:]))


def _in_languages(word: str, languages: Sequence[_Language]) -> tuple[float, ...]:
    """The cost in each language; those of other scripts are not looked at letter by letter."""
    scripts = {_script(char) for char in word}
    foreign = _FOREIGN_SCRIPT * len(word)
    return tuple(
        _in_language(word, language)
        if language.script in scripts
        else foreign + language.bits[0][0]
        for language in languages
    )


def _in_language(word: str, language: _Language) -> float:
    total, before = 0.0, 0
    for char in word:
        place = language.places.get(char)
        if place is None:
            total += _FOREIGN_LETTER if _script(char) == language.script else _FOREIGN_SCRIPT
            before = 0
        else:
            total += language.bits[before][place]
            before = place
    return total + language.bits[before][0]


def _case_bits(word: str) -> float:
    if word == word.lower():
        return _LOWER
    if len(word) == 1 or word[1:] == word[1:].lower():
        return _TITLE
    return _UPPER if word == word.upper() else _MIXED


@cache
def _ideograph_bits(char: str) -> float:
    if _KANA.match(char):
        return 6.5
    if _HANGUL.match(char):
        return 10.0 if _leads(char, "euc-kr", 0xFF) else 17.0
    if char in _tables()[1]:
        return _COMMON_HAN
    if _leads(char, "gb2312", 0xD7) or _leads(char, "big5", 0xC6):
        return _USUAL_HAN
    return _RARE_HAN if _HAN.match(char) else _FOREIGN_LETTER


def _leads(char: str, encoding: str, last: int) -> bool:
    """Whether the character is in the part of a double-byte set that holds the usual ones."""
    try:
        return char.encode(encoding)[0] <= last
    except UnicodeEncodeError:
        return False


@cache
def _char_bits(char: str) -> float:
    """The cost of a character that is no letter."""
    if char in "\t\n\r\f" or " " <= char <= "~":
        return 4.5
    if char in _PUNCTUATION:
        return 7.0
    if char in _SIGNS:
        return 11.0
    if ord(char) in _BOXES:
        return 12.0
    category = unicodedata.category(char)
    if category.startswith("C") or char == "\ufffd":
        return 24.0
    return 12.0 if category in {"Mn", "Nd", "Po"} else 15.0
