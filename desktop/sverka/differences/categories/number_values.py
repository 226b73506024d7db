"""Knows numbers in digits of any script: where one is written, and what its value is."""

import unicodedata
from fractions import Fraction
from functools import lru_cache

from sverka.differences.edit_thresholds import LONGEST_NUMBER
from sverka.patterns import late_pattern
from sverka.text.signs import GROUPING_SPACES

_MARKS = ".,\u066b\u066c\uff0e\uff0c"
"""What parts decimals or groups of digits; Arabic and full-width marks too."""

NUMBER = late_pattern(
    rf"\d{{1,3}}(?:[{GROUPING_SPACES}'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[{_MARKS}]\d+)*"
)
"""A number in digits, with its decimals or its groups of three."""

_JOINED = r"st|nd|rd|th|er|ère|e|re|[ei]?[èe]me|nde"
ENDINGS = (
    rf"{_JOINED}|[яйеюихм]|[аоеё]я|ую|юю|[оыи]е|ее|[ыиоеё]й|[ое]?го|[ое]?му|[ыиоеё]м|[ыи]х|[ыи]?ми"
    r"|ти|ть|мя|[нс]?[чс][ыиуү]|[иыуү]нч[иыуү]"
)
"""What is written behind a number in digits to make it an ordinal or to decline it, closed lists:
English, French, Russian, Kyrgyz."""

ENDING_JOINED = rf"(?:{_JOINED})(?!\w)"
"""Such endings as stand there without a hyphen."""

_PLAIN_MARKS = str.maketrans("\u066b\u066c\uff0e\uff0c’", ".,.,'")
_GROUPS = late_pattern(rf"[1-9]\d{{0,2}}(?:([{GROUPING_SPACES}.,'])\d{{3}})(?:\1\d{{3}})*")
_GROUPS_AND_DECIMALS = late_pattern(
    rf"([1-9]\d{{0,2}}(?:([{GROUPING_SPACES}.,'])\d{{3}})(?:\2\d{{3}})*)(?!\2)[.,](\d+)"
)
_GROUPING = late_pattern(rf"[{GROUPING_SPACES}.,']")

_DECIMAL = late_pattern(r"[0-9]+(?:\.[0-9]+)?")

_REMEMBERED = 1 << 12


def value_of(number: str) -> str:
    """The digits of a number in one spelling: "1 500", "1.500" and "1500" differ only there."""
    if not number.isascii():
        number = in_plain_digits(number)
    if _GROUPS.fullmatch(number):
        return _GROUPING.sub("", number)
    mixed = _GROUPS_AND_DECIMALS.fullmatch(number)
    if mixed is not None:
        return f"{_GROUPING.sub('', mixed[1])}.{mixed[3]}"
    return number.replace(",", ".")


@lru_cache(_REMEMBERED)
def amount_of(number: str) -> Fraction | None:
    """The value of a number in digits; None where it is no single one: "3.1.2", "001 500".

    None, too, where it is too long to be worth reading.
    """
    if len(number) > LONGEST_NUMBER:
        return None
    written = value_of(number)
    return Fraction(written) if _DECIMAL.fullmatch(written) else None


def in_plain_digits(number: str) -> str:
    """The same number with the digits 0 to 9, a full stop and a comma: full-width, Arabic."""
    plain = number.translate(_PLAIN_MARKS)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain)
