"""Finds and reads dates in Russian, Kyrgyz, English, German, French, Spanish, Chinese, figures."""

import re
from functools import lru_cache

from sverka.differences.edit_thresholds import DATE_REACH
from sverka.differences.inside_words import Offsets
from sverka.patterns import late_pattern

_MONTH_NAMES = (
    # Russian by case; with Kyrgyz endings, as in "24-майда", "5-июндан"
    r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:[ьяюеи]|[её]м)?(?:[днт]\w{1,4})?"
    r"|март(?:[ауеы]|ом)?(?:[днт]\w{1,4})?|август(?:[ауеы]|ом)?(?:[днт]\w{1,4})?"
    r"|ма(?:[йяюеи]|ем|йы)(?:[днт]\w{1,4})?"
    r"|(?:үч|бир|бет|беш|жети|тогуз)(?:т|д)?[уүиы]н айы\w{0,4}|(?:жалган|чын) куран\w{0,4}"
    # English, German, French, Spanish
    r"|januar[y]?|jänner|janvier|februar[y]?|février|märz|avril|april|juin|juillet|jul[yi]|jun[ei]"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
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
    r"|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?"
    r"|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?"
)
_WORD_OF_CALENDAR = late_pattern(
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

_DATE = late_pattern(
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

_WEDNESDAY = late_pattern(r"сред(?:[ауые]|ой|ам)", re.IGNORECASE)

_LETTERS = late_pattern(r"[^\W\d_]+")
_MONTHS_BY_BEGINNING = (
    # The first that fits tells the month; those in short forms and other languages included
    r"янв|jan|jän|ene|үчтүн",
    r"фев|feb|fév|бирдин",
    r"мар|mar|mär|жалган",
    r"апр|apr|avr|abr|чын",
    r"ма[йяюеи]|may|mai|бешт",
    r"июн|jun|juin",
    r"июл|jul|juil",
    r"авг|aug|août|ago",
    r"сен|sep",
    r"окт|oct|okt",
    r"ноя|nov",
    r"дек|dec|dez|déc|dic",
)
_MONTH_OF = late_pattern("|".join(f"(?P<m{n}>{m})" for n, m in enumerate(_MONTHS_BY_BEGINNING, 1)))
_WEEKDAYS_BY_BEGINNING = (
    r"понед|дүйш|mon|lun",
    r"втор|шейш|tues|dien|mard|mart",
    r"сред|шарш|wedn|mitt|merc|miér",
    r"четв|бейш|thur|donn|jeud|juev",
    r"пятн|frei|frid|vend|vier",
    r"субб|ишем|satu|sams|sonna|same|sába",
    r"воск|жекш|sund|sonnt|dima|domi",
)
_WEEKDAY_OF = late_pattern(
    "|".join(f"(?P<d{n}>{d})" for n, d in enumerate(_WEEKDAYS_BY_BEGINNING, 1))
)
_FIGURES = late_pattern(r"\d+")
_CENTURY = 2000

_IN_FIGURES = late_pattern(r"\d[-‐‑–/.]\d\d?[-‐‑–/.]\d|月")

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


CalendarDate = tuple[int | None, int | None, tuple[int, ...]]
"""Year, month and days of a date, as far as it says them."""


def date_read(date: str) -> tuple[CalendarDate, ...]:
    """What a date may mean, the likeliest first; nothing where it cannot be read.

    In figures with a slash the day may stand first or second. Of a year in two digits the century
    is the one of the other dates of our time.
    """
    small = date.lower()
    figures = [int(figure) for figure in _FIGURES.findall(small)]
    if "月" in small:
        return _in_order(figures if "年" in small else [0, *figures])
    words = [word for word in _LETTERS.findall(small) if is_of_calendar(word) or word == "сред"]
    if not words:
        return _in_figures(figures, slashed="/" in date) if len(figures) == 3 else ()
    month = next((m for word in words if (m := _MONTH_OF.match(word))), None)
    if month is None:
        weekday = _WEEKDAY_OF.match(words[0])
        return ((None, None, (-int((weekday.lastgroup or "d0")[1:]),)),) if weekday else ()
    year = next((figure for figure in figures if figure > 99), None)
    days = tuple(figure for figure in figures if figure != year)
    return ((year, int((month.lastgroup or "m0")[1:]), days),)


def _in_order(figures: list[int]) -> tuple[CalendarDate, ...]:
    return ((figures[0] or None, figures[1], tuple(figures[2:])),) if len(figures) > 1 else ()


def _in_figures(figures: list[int], *, slashed: bool) -> tuple[CalendarDate, ...]:
    if figures[0] > 99:
        return _in_order(figures)
    day, month, year = figures
    year += _CENTURY if year < 100 else 0
    readings: list[CalendarDate] = [(year, month, (day,))] if month <= 12 else []
    if day <= 12 and (slashed or month > 12):
        readings.append((year, day, (month,)))
    return tuple(readings)
