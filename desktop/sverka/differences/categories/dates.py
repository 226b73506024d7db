"""Finds dates in Russian, Kyrgyz, English, German, French, Chinese and in figures."""

import re
from functools import lru_cache

from sverka.differences.edit_thresholds import DATE_REACH
from sverka.differences.inside_words import Offsets

_MONTH_NAMES = (
    # Russian by case; with Kyrgyz endings, as in "24-майда", "5-июндан"
    r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:[ьяюеи]|[её]м)?(?:[днт]\w{1,4})?"
    r"|март(?:[ауеы]|ом)?(?:[днт]\w{1,4})?|август(?:[ауеы]|ом)?(?:[днт]\w{1,4})?"
    r"|ма(?:[йяюеи]|ем|йы)(?:[днт]\w{1,4})?"
    r"|(?:үч|бир|бет|беш|жети|тогуз)(?:т|д)?[уүиы]н айы\w{0,4}|(?:жалган|чын) куран\w{0,4}"
    # English, German, French
    r"|januar[y]?|jänner|janvier|februar[y]?|février|märz|avril|april|juin|juillet|jul[yi]|jun[ei]"
    r"|août|sept?ember|septembre|october|oktober|octobre|novemb(?:er|re)|de[cz]ember|décembre"
)
_MONTHS_WITH_NUMBER = (
    # Also other words or names, or abbreviations: months only beside a number
    r"may|march|mai|mars|august|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|de[cz]|janv|févr|juil"
    r"|янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек"
)
_WEEKDAYS = (
    r"понедельник(?:[ауе]|ом|ам|и)?|вторник(?:[ауе]|ом|ам|и)?|четверг(?:[ауеи]|ом|ам)?"
    r"|пятниц(?:[аыуе]|ей|ам)|суббот(?:[аыуе]|ой|ам)?|воскресень[еяюи]м?"
    r"|дүйшөмбү\w{0,4}|шейшемби\w{0,4}|шаршемби\w{0,4}|бейшемби\w{0,4}|ишемби\w{0,4}|жекшемби\w{0,4}"
    r"|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?"
    r"|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?"
    r"|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?"
)
_WORD_OF_CALENDAR = re.compile(
    rf"{_MONTH_NAMES}|{_MONTHS_WITH_NUMBER}|{_WEEKDAYS}|айы\w{{0,4}}|куран\w{{0,4}}"
)
"""For words in small letters: a third of the time that it takes to try every case."""

_DAY = (
    r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st\b|nd\b|rd\b|th\b|er\b|-?(?:го|ого|е|ое)\b|\.)?"
)
_AND = r"(?:\s?[-‐‑–—,/]\s?|\s+(?:и|по|до|and|to|und|bis|et|au|жана)\s+)"
_DAYS = rf"{_DAY}(?:{_AND}{_DAY}){{0,5}}"
_YEAR = r"(?:1\d|20|21)\d\d(?!\d)"
_IN_YEAR = rf"(?:,?\s+(?:of\s+|de\s+)?{_YEAR}(?:-?\s?(?:жыл\w*|г(?:од\w*|\.)?\b))?)"
_MONTH = rf"\b(?:{_MONTH_NAMES}|{_MONTHS_WITH_NUMBER})\b\.?"

_DATE = re.compile(
    # Where no word and no figure begins there is nothing to try
    r"(?=\d|\b[^\W\d_])(?:"
    rf"(?:{_YEAR}-?\s?жыл\w*\s+)?{_DAYS}[\s-]\s*(?:of\s+|de\s+)?{_MONTH}{_IN_YEAR}?"
    rf"|{_MONTH}\s+{_DAYS}{_IN_YEAR}?"
    rf"|{_MONTH}{_IN_YEAR}"
    rf"|\b(?:{_MONTH_NAMES}|{_WEEKDAYS})\b"
    r"|(?<![\d.,/-])\d{4}([-‐‑–/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![\d.,/-])(?:0?[1-9]|[12]\d|3[01])([-‐‑–/.])(?:0?[1-9]|[12]\d|3[01])\2(?:\d{4}|\d\d)(?!\d)"
    r"|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?)",
    re.IGNORECASE,
)

_WEDNESDAY = re.compile(r"сред(?:[ауые]|ой|ам)", re.IGNORECASE)

_LETTERS = re.compile(r"[^\W\d_]+")
_IN_FIGURES = re.compile(r"\d[-‐‑–/.]\d\d?[-‐‑–/.]\d|月")

_WORDS_REMEMBERED = 1 << 14


@lru_cache(_WORDS_REMEMBERED)
def is_of_calendar(word: str) -> bool:
    """Whether `word` names a month or a day of the week, at least beside a number."""
    return _WORD_OF_CALENDAR.fullmatch(word.lower()) is not None


@lru_cache(_WORDS_REMEMBERED)
def is_wednesday(word: str) -> bool:
    """Whether `word` is the Russian Wednesday, if another day stood in its place.

    Else it may as well be the word for surroundings, which is why no other rule here knows it.
    """
    return _WEDNESDAY.fullmatch(word) is not None


def dates_near(text: str, start: int, end: int) -> list[Offsets]:
    """The dates that reach into characters [start, end) of `text`, as offsets in code points.

    A month's or a weekday's name is a date by itself unless it is also another word ("May"); a
    year is one only beside a month.
    """
    low, high = max(0, start - DATE_REACH), min(len(text), end + DATE_REACH)
    words = _LETTERS.findall(text, low, high)
    if not any(map(is_of_calendar, words)) and not _IN_FIGURES.search(text, low, high):
        return []
    found = (match.span() for match in _DATE.finditer(text, low, high))
    return [(first, last) for first, last in found if first < end and last > start]
