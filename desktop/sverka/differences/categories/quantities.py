"""Knows the words that make a quantity of a number: magnitudes, currencies, percent and units."""

import re
from functools import lru_cache

from sverka.differences.categories.number_values import NUMBER
from sverka.differences.categories.numerals import is_numeral
from sverka.differences.edit_thresholds import MOST_BETWEEN, QUANTITY_REACH
from sverka.patterns import late_pattern

_ENDING = r"(?:[ауы]|о[вм]|а[мх]|ами|го|д[оу]н|ду|дук)?"

_WORDS = {
    # By what they mean, so that "млн" and "миллионов", or "рубля" and "рублей", are the same
    "thousand": r"тыс|тысяч\w{0,3}|миң\w{0,4}|thousands?|tsd|tausend|mille",
    "million": rf"млн|миллион{_ENDING}|mln|mio|millions?|millionen",
    "milliard": rf"млрд|миллиард{_ENDING}|bln|bn|billions?|mrd|milliard(?:s|e|en)?",
    "trillion": rf"трлн|триллион{_ENDING}|trn|trillions?|billionen",
    "percent": r"процент\w{0,4}|пайыз\w{0,5}|percent|prozent\w?|pourcents?",
    "point": r"пункт\w{0,3}|points?|punkte?n?|prozentpunkte?n?",
    "percentage": r"процентн\w{2,3}|percentage",
    "ruble": r"рубл\w{1,3}|руб|r[uo]u?bles?|rubel|rub",
    "dollar": r"доллар\w{0,4}|долл|dollars?|usd",
    "euro": r"евро|euros?|eur",
    "pound": r"фунт\w{0,3}|pounds?|pfund|livres?|gbp",
    "som": r"сом(?:а|у|ов|ы|ом|ам|ами|ах|дун|го|ду|дон)?|soms?|kgs",
    "tenge": r"тенге|tenges?|kzt",
    "yuan": r"юан\w{1,3}|yuans?|cny",
    "yen": r"иен\w{0,2}|yens?|jpy",
    "cent": r"цент(?:а|ов|ы)?|cents?",
    "milligram": r"мг|миллиграмм\w{0,3}|mg|milligram\w{0,3}",
    "gram": r"г|гр|грамм\w{0,3}|g|grams?|gramm|grammes?",
    "kilogram": r"кг|килограмм\w{0,3}|kg|kilogram\w{0,3}|kilos?",
    "ton": r"т|тонн\w{0,3}|t|tonn?es?|tonnen|tons?",
    "centner": r"ц|центнер\w{0,3}",
    "millimetre": r"мм|миллиметр\w{0,3}|mm|millimet(?:er|re)s?",
    "centimetre": r"см|сантиметр\w{0,3}|cm|[cz]entim(?:et|ètr)(?:er|re|e)s?",
    "metre": r"м|метр\w{0,3}|m|met(?:er|re)s?|mètres?",
    "kilometre": r"км|километр\w{0,3}|km|kilomet(?:er|re)s?|kilomètres?",
    "mile": r"мил[яьюией]{1,2}|miles?",
    "hectare": r"га|гектар\w{0,3}|ha|hectares?|hektar",
    "litre": r"л|литр\w{0,3}|l|lit(?:er|re)s?",
    "kilowatt": r"квт|киловатт\w{0,3}|kw",
    "megawatt": r"мвт|мегаватт\w{0,3}|mw|megawatts?",
    "before noon": r"am",
    "after noon": r"pm",
}
_UNIT = late_pattern(
    "|".join(f"(?P<u{number}>{words})" for number, words in enumerate(_WORDS.values()))
)
"""For words in small letters: half the time that it takes to try every case."""
_UNITS = tuple(_WORDS)

_HALF_OF_DAY = late_pattern(r"[ap](?=\.\s?m\b)|(?<=[ap]\.)m\b|(?<=[ap]\.\s)m\b", re.IGNORECASE)
_HALVES = frozenset("apm")
"""The letters of "a.m." and "p.m."."""

_IN_FRONT = late_pattern(r"(?:([^\W\d_]+)\.?|(\d)%?)[\s-]{0,2}$")
_YEAR = late_pattern(r"(?<![\d.,])(?:1\d|20)\d\d\s?$")
_CODE = late_pattern(r"[A-Z]{3}")
_NUMBER_BEHIND = late_pattern(rf"\s?(?:{NUMBER.pattern})")

_WORDS_REMEMBERED = 1 << 14


@lru_cache(_WORDS_REMEMBERED)
def unit_of(word: str) -> str | None:
    """What magnitude, currency or unit `word` means beside a number, whatever its form."""
    match = _UNIT.fullmatch(word.lower())
    return _UNITS[int((match.lastgroup or "u0")[1:])] if match else None


def may_be_of_half_day(word: str) -> bool:
    """Whether `word` is one of the letters of "a.m." and "p.m.", as it stands between the stops."""
    return word.lower() in _HALVES


def is_of_quantity(text: str, start: int, end: int) -> bool:
    """Whether the word text[start:end] belongs to a number: "млн", "kg" or "$" says of what.

    It stands behind the number or another such word that does ("5 млн долларов"); a code of a
    currency may stand in front of it ("USD 40").
    """
    word = text[start:end]
    may_be_half = may_be_of_half_day(word) and _HALF_OF_DAY.match(text, start, end + 3)
    if unit_of(word) is None and not may_be_half:
        return False
    if _CODE.fullmatch(word) and _NUMBER_BEHIND.match(text, end):
        return True
    if word in ("г", "Г") and _YEAR.search(text[max(0, start - QUANTITY_REACH) : start]):
        return False
    for _ in range(MOST_BETWEEN):
        before = _IN_FRONT.search(text[max(0, start - QUANTITY_REACH) : start])
        if before is None:
            return False
        letters = before[1]
        if letters is None or is_numeral(letters):
            return True
        if unit_of(letters) is None and not _HALF_OF_DAY.match(letters + ".m"):
            return False
        start -= len(before.group())
    return False
