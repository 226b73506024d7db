"""Reads what stands around a change as values, which may be written in more than one way.

"5 %" and "5 процентов", "10⁶" and "1 000 000", "24.05.2024" and "24 мая 2024 года", "10.30" and
"10:30" are the same values.
"""

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from sverka.differences.categories.dates import date_read, dates_near
from sverka.differences.categories.number_values import (
    ENDINGS,
    NUMBER,
    amount_of,
    in_plain_digits,
)
from sverka.differences.categories.numerals import HAN_NUMERALS, numeral, possible_numeral
from sverka.differences.categories.quantities import unit_of
from sverka.differences.edit_thresholds import LONGEST_NUMBER, VALUE_REACH
from sverka.patterns import late_pattern

_TIME = r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?(?![.,:]?\d)"
_PIECE = late_pattern(
    rf"(?P<half>(?<![\d.,:])\d{{1,2}}(?:[:.][0-5]\d)?\s?[apAP](?:\.\s?[mM]\.|[mM]\b))"
    rf"|(?P<time>(?<![\d.,:]){_TIME})"
    rf"|(?P<power>(?:10|10)(?:\^-?\d+|[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
    r"|(?P<ratio>(?<![\d.,/])\d{1,4}/\d{1,4}(?![\d/]))"
    rf"|(?P<number>(?:{NUMBER.pattern}))"
    rf"(?:[-‐‑]?(?:{ENDINGS})(?!\w)|[ºª])?"
    r"|(?P<part>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
    rf"|(?P<han>[{HAN_NUMERALS}]+)"
    r"|(?P<percent>\b(?:[Pp]our|[Pp]er) cent\b|\b[Pp]or ciento\b)"
    rf"|(?P<word>(?:(?![{HAN_NUMERALS}])[^\W\d_])+)|(?P<sign>[%％‰$€£¥₽₸₴°])|(?P<mark>[^\w\s])"
)
_UNITS_OF_SIGNS = {
    **dict.fromkeys("%％", "percent"),
    "‰": "permille",
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₽": "ruble",
    "₸": "tenge",
    "°": "degree",
}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MAGNITUDES = {"thousand": 10**3, "million": 10**6, "milliard": 10**9, "trillion": 10**12}
_TENS = frozenset({"он", "dix"})
"""Tens that eleven to nineteen are made of, in words of their own: "он беш", "dix-sept"."""
_AND = frozenset({"and", "und", "et", "y", "и"})
_MINUS = frozenset({"minus", "минус", "moins", "menos"})
_BEFORE_NUMBER = frozenset("-‐‑–−")
_MOST_POWER = 99
_IN_FIGURES = frozenset({"half", "time", "ratio", "number", "power", "part"})
_LETTERS_OF_CODE = 3


class Quantity(NamedTuple):
    """Characters [start, end) of a text that say a value.

    `readings` are what they may mean, the likeliest first: "10.30" is a number or a time.
    """

    start: int
    end: int
    readings: tuple[object, ...]
    unit: str | None = None


def is_same_value(old: Sequence[Quantity], new: Sequence[Quantity]) -> bool:
    """Whether both say the same values in the same order, and any at all."""
    return bool(old) and len(old) == len(new) and all(map(_agree, old, new))


def _agree(one: Quantity, two: Quantity) -> bool:
    if one.unit != two.unit:
        return False
    if one.readings[0] == two.readings[0]:
        return True
    ambiguous = len(one.readings) != len(two.readings)
    return ambiguous and not set(one.readings).isdisjoint(two.readings)


def quantities_at(
    text: str, start: int, end: int, *, possible: bool, dated: bool = True
) -> list[Quantity]:
    """The values that characters [start, end) of `text` belong to or touch, in order.

    With `possible`, words are numerals that may be other words as well; without `dated`, a date is
    read as the numbers that it has.
    """
    low, high = _window(text, start, end)
    found_dates = dates_near(text, max(0, start - 1), end + 1) if dated else []
    dates = [Quantity(first, last, date_read(text[first:last])) for first, last in found_dates]
    found = [date for date in dates if date.readings]
    taken = [(date.start, date.end) for date in found]
    pieces = list(_PIECE.finditer(text, low, high))
    if taken:
        pieces = [
            piece
            for piece in pieces
            if not any(s < piece.end() and piece.start() < e for s, e in taken)
        ]
    found += [q for q in _read(text, pieces, possible=possible) if _touches(text, q, start, end)]
    return sorted(found)


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """What is read of a text: some characters to either side, and no part of a word."""
    low, high = max(0, start - VALUE_REACH), min(len(text), end + VALUE_REACH)
    while low > 0 and text[low - 1].isalnum():
        low -= 1
    while high < len(text) and text[high].isalnum():
        high += 1
    return low, high


def _touches(text: str, found: Quantity, start: int, end: int) -> bool:
    """Whether nothing but a space stands between a quantity and the characters [start, end)."""
    if found.start > end:
        return not text[end : found.start].strip() and found.start - end < 2
    if found.end < start:
        return not text[found.end : start].strip() and start - found.end < 2
    return True


class _Reader:
    """Goes through the pieces of a text from one quantity to the next."""

    def __init__(self, text: str, pieces: Sequence[re.Match[str]], *, possible: bool) -> None:
        self.text, self.pieces, self.at = text, pieces, 0
        self._numeral = possible_numeral if possible else numeral

    def piece(self, ahead: int = 0) -> re.Match[str] | None:
        """The piece that comes, or one further `ahead`."""
        at = self.at + ahead
        return self.pieces[at] if at < len(self.pieces) else None

    def gap(self, ahead: int = 0) -> str:
        """What stands in front of the piece `ahead`."""
        if self.at + ahead == 0:
            return ""
        piece = self.pieces[self.at + ahead]
        return self.text[self.pieces[self.at + ahead - 1].end() : piece.start()]

    def numeral(self, ahead: int = 0) -> int | None:
        """The number that a word among the pieces says."""
        piece = self.piece(ahead)
        if piece is None or piece.lastgroup not in ("word", "han"):
            return None
        return self._numeral(piece.group())

    def is_mere_word(self, word: str) -> bool:
        """Whether a word begins no quantity: neither a numeral nor a currency nor "minus"."""
        if self._numeral(word) is not None or word.lower() in _MINUS:
            return False
        return not (len(word) == _LETTERS_OF_CODE and word.isupper())

    def is_behind(self, words: Container[str]) -> bool:
        """Whether the piece that comes stands behind one of these words."""
        return self.at > 0 and self.pieces[self.at - 1].group().lower() in words

    def unit(self, ahead: int = 0) -> str | None:
        """The unit that the piece `ahead` means, close to the one before it."""
        piece = self.piece(ahead)
        if piece is None or len(self.gap(ahead)) > 1:
            return None
        if piece.lastgroup == "percent":
            return "percent"
        if piece.lastgroup == "sign":
            return _UNITS_OF_SIGNS.get(piece.group())
        return unit_of(piece.group()) if piece.lastgroup == "word" else None


def _read(text: str, pieces: Sequence[re.Match[str]], *, possible: bool) -> Iterator[Quantity]:
    reader = _Reader(text, pieces, possible=possible)
    while (piece := reader.piece()) is not None:
        if piece.lastgroup == "word" and reader.is_mere_word(piece.group()):
            reader.at += 1
            continue
        start = piece.start()
        following = reader.piece(1)
        unit = _unit_in_front(reader, piece)
        minus = unit is None and following is not None and _is_minus(text, piece, following)
        reader.at += unit is not None or minus
        begun = reader.at
        readings = _multiplied(reader, _amount(reader))
        if reader.at == begun:
            reader.at += unit is None and not minus
            continue
        if unit is None and (unit := reader.unit()) is not None:
            reader.at += 1
        if minus:
            readings = tuple(-r if isinstance(r, Fraction) else r for r in readings)
        if readings:
            yield Quantity(start, reader.pieces[reader.at - 1].end(), readings, unit)


def _multiplied(reader: _Reader, readings: tuple[object, ...]) -> tuple[object, ...]:
    """The readings of a number with the magnitudes behind it: "2,5 млн", "5 Mio."."""
    while readings and (magnitude := _MAGNITUDES.get(reader.unit() or "")) is not None:
        readings = tuple(r * magnitude for r in readings if isinstance(r, Fraction))
        reader.at += 1
        stop = reader.piece()
        reader.at += stop is not None and stop.group() == "." and reader.unit(1) is not None
    return readings


def _unit_in_front(reader: _Reader, piece: re.Match[str]) -> str | None:
    """The currency that a sign or a code in front of a number names."""
    following = reader.piece(1)
    if following is None or following.lastgroup not in ("number", "time") or len(reader.gap(1)) > 1:
        return None
    if piece.lastgroup == "sign":
        return _UNITS_OF_SIGNS.get(piece.group())
    is_code = len(piece.group()) == _LETTERS_OF_CODE and piece.group().isupper()
    return unit_of(piece.group()) if is_code else None


def _is_minus(text: str, piece: re.Match[str], following: re.Match[str]) -> bool:
    if piece.lastgroup == "word":
        return piece.group().lower() in _MINUS
    before = text[piece.start() - 1 : piece.start()]
    return (
        piece.group() in _BEFORE_NUMBER
        and not before.isalnum()
        and piece.end() == following.start()
    )


def _amount(reader: _Reader) -> tuple[object, ...]:
    """What the pieces that come say as a number, read past; nothing where they say none."""
    piece = reader.piece()
    if piece is None:
        return ()
    written = piece.group()
    if piece.lastgroup in _IN_FIGURES:
        reader.at += 1
        return _in_figures(reader, piece.lastgroup, piece["number"] or written)
    if piece.lastgroup == "han":
        value = reader.numeral()
        reader.at += 1
        return () if value is None else (Fraction(value),)
    return _in_words(reader) if reader.numeral() is not None else ()


def _in_figures(reader: _Reader, kind: str, written: str) -> tuple[object, ...]:
    if kind == "power":
        return (_power(written),)
    if kind == "part":
        return (_part(written),)
    plain = in_plain_digits(written)
    if kind == "half":
        return (_of_half_day(plain),)
    if kind == "ratio":
        above, below = map(int, plain.split("/"))
        return (Fraction(above, below) if below else plain, (above, below))
    if kind == "time":
        clock = tuple(map(int, re.split("[:.]", plain)))
        if ":" in plain:
            return (("time", *clock),)
        value = amount_of(plain)
        return (value, ("time", *clock)) if value is not None else (plain, ("time", *clock))
    value = amount_of(plain)
    if value is None:
        return (plain,)
    following, power = reader.piece(), reader.piece(1)
    if following is not None and following.group() in "×·x*х" and power is not None:
        if power.lastgroup == "power":
            reader.at += 2
            return (value * _power(power.group()),)
    elif following is not None and following.lastgroup == "part" and not reader.gap().strip():
        reader.at += 1
        return (value + _part(following.group()),)
    return (value,)


def _of_half_day(written: str) -> tuple[str, int, int]:
    """The time of day of "5 p.m."."""
    hour, *minutes = map(int, re.findall(r"\d+", written))
    after_noon = "p" in written.lower()
    return ("time", hour % 12 + 12 * after_noon, *(minutes or [0]))  # type: ignore[return-value]


def _part(sign: str) -> Fraction:
    """The value of a fraction that is one sign: "½"."""
    return Fraction(unicodedata.numeric(sign)).limit_denominator(10)


def _power(written: str) -> Fraction:
    # Whatever stands behind the first figures, it is beyond _MOST_POWER.
    exponent = int(written[2:].lstrip("^").translate(_RAISED)[:LONGEST_NUMBER])
    return Fraction(10) ** max(-_MOST_POWER, min(_MOST_POWER, exponent))


def _in_words(reader: _Reader) -> tuple[Fraction]:
    """The number of several numerals that stand together: "twenty-five", "две тысячи сто"."""
    whole = part = last = 0
    while (value := reader.numeral()) is not None and _goes_on(reader, part, last, value):
        if value >= 1000:
            whole, part = whole + (part or 1) * value, 0
        elif value == 100 and 0 < part < 100:
            part *= 100
        elif value == 20 and part == 4:
            part = 80
        else:
            part += value
        last = value
        reader.at += 1
        joined = reader.piece()
        if joined is None:
            break
        is_joint = joined.group().lower() in _AND or joined.group() in "-‐‑"
        after = reader.numeral(1)
        if is_joint and after is not None and after < 100 and _goes_on(reader, part, last, after):
            reader.at += 1
    return (Fraction(whole + part),)


def _goes_on(reader: _Reader, part: int, last: int, value: int) -> bool:
    """Whether a numeral belongs to the number that the ones before it began."""
    if last == 0:
        return True
    if len(reader.gap()) > 1:
        return False
    if value >= 1000:
        return last < value
    if value == 100:
        return 0 < part < 100 or last >= 1000
    if value > 100:
        return last >= 1000
    if last >= 100:
        return True
    return (
        (last in range(20, 100, 10) and value < 10)
        or (reader.is_behind(_TENS) and value < 10)
        or (last == 60 and value < 20)
        or (last == 20 and part == 80 and value < 20)
        or (last == 4 and value == 20)
    )
