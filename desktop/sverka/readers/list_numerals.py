"""Writes numbers as lists and notes print them: letters, Roman, Chinese and other numerals."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""The letters Word counts with: without ё, й, ъ and ь."""

_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHICAGO = "*†‡§"
_HAN_DIGITS = "〇一二三四五六七八九"
_HAN_UNITS = ("", "十", "百", "千")
_MOST_LETTERS = 30
"""Letters are repeated to count on (aa, bb, …); beyond this many turns figures are printed."""


def numeral(count: int, style: str) -> str:
    """`count` in a number format of ISO 29500-1, 17.18.59; figures where the format is not known.

    "none" gives "", and "bullet" is no numeral.
    """
    if style == "none":
        return ""
    writer = _WRITERS.get(style)
    return writer(count) if writer is not None and count > 0 else str(count)


def _roman(count: int) -> str:
    if count >= 4000:
        return str(count)
    digits = []
    for amount, sign in _ROMAN:
        times, count = divmod(count, amount)
        digits.append(sign * times)
    return "".join(digits)


def _letters(alphabet: str) -> Callable[[int], str]:
    def write(count: int) -> str:
        turns, index = divmod(count - 1, len(alphabet))
        return alphabet[index] * (turns + 1) if turns < _MOST_LETTERS else str(count)

    return write


def _upper(writer: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: writer(count).upper()


def _digits(zero: int) -> Callable[[int], str]:
    return lambda count: "".join(chr(zero + int(digit)) for digit in str(count))


def _han(count: int) -> str:
    """Chinese numerals up to 9999: 12 is 十二, 105 is 一百〇五."""
    if count > 9999:
        return str(count)
    written, digits = "", str(count)
    for place, digit in enumerate(digits):
        unit = _HAN_UNITS[len(digits) - 1 - place]
        if digit != "0":
            written += _HAN_DIGITS[int(digit)] + unit
        elif written and not written.endswith("〇") and digits[place:].strip("0"):
            written += "〇"
    return written.removeprefix("一") if 10 <= count < 20 else written


def _han_digits(count: int) -> str:
    return "".join(_HAN_DIGITS[int(digit)] for digit in str(count))


def _circled(count: int) -> str:
    return chr(0x2460 + count - 1) if count <= 20 else str(count)


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if 10 <= count % 100 <= 20 else ending}"


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _upper(_letters(_LATIN)),
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _upper(_letters(_RUSSIAN)),
    "hebrew2": _letters(_HEBREW),
    "arabicAlpha": _letters(_ARABIC_ALPHABET),
    "arabicAbjad": _letters(_ABJAD),
    "hindiNumbers": _digits(0x0660),
    "decimalFullWidth": _digits(0xFF10),
    "decimalFullWidth2": _digits(0xFF10),
    "numberInDash": lambda count: f"- {count} -",
    "ordinal": _ordinal,
    "hex": lambda count: f"{count:X}",
    "chicago": _letters(_CHICAGO),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "ideographDigital": _han_digits,
    "japaneseDigitalTenThousand": _han_digits,
    "taiwaneseDigital": _han_digits,
}
