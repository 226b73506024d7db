"""Reads the page number from a line that holds nothing else."""

import re
from dataclasses import dataclass

from sverka.model import Reason, ReasonCode
from sverka.patterns import late_pattern
from sverka.screening.furniture import furniture_weights as weights

_WORDS = (
    r"page|pages|pg|pp?|стр|страница|страниц[аы]|с|бет|бети|лист|seite|s|sayfa|sahife|página|pagina"
    r"|pág|pag|strona|str|strana|sida|sivu|oldal|side|blz|bladzijde|halaman|trang|бетi|беті|сторінка"
    r"|صفحة|صفحه|الصفحة|ص"
)
_OF = r"of|из|von|de|di|sur|van|av|з|ден|-?тен|/|\||из них|من"
_NUMBER = r"(?P<number>\d{1,5}|[ivxlcdm]{1,8})"
_PLAIN = late_pattern(rf"[\[(<{{|•·~*_=\-–—\s]*{_NUMBER}[\])>}}|•·~*_=\-–—\s]*", re.IGNORECASE)
_NAMED = late_pattern(
    rf"[\[(<{{|•·~*_=\-–—\s]*(?:{_WORDS})\.?\s*(?:№|n°|no\.?)?\s*{_NUMBER}"
    rf"(?:\s*(?:{_OF})\s*\d{{1,4}})?[\])>}}|•·~*_=\-–—.\s]*",
    re.IGNORECASE,
)
_AFTER = late_pattern(
    rf"[\[(<{{|•·~*_=\-–—\s]*{_NUMBER}\s*[-‐‑.]?\s*(?:{_WORDS})"
    rf"(?:\s*(?:{_OF})\s*\d{{1,4}})?[\])>}}|•·~*_=\-–—.\s]*",
    re.IGNORECASE,
)
_SHARE = late_pattern(
    rf"[\[(<{{|•·~*_=\-–—\s]*{_NUMBER}\s*(?:{_OF})\s*\d{{1,4}}[\])>}}|•·~*_=\-–—.\s]*",
    re.IGNORECASE,
)
_CJK = late_pattern(r"[-–—\s]*第?\s*(?P<number>\d{1,4})\s*[页頁ページ쪽]+.{0,12}")
_ROMAN = late_pattern(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_SINGLE_LETTERS = frozenset("cdlm")
"""Letters that are list marks and formulas far more often than the pages 50 to 1000."""
_MISREAD = str.maketrans("iIlLoOzZsSbB", "111100225588")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """What a page-number line says. `named` where a word such as "page" stands with it."""

    value: int
    named: bool = False
    roman: bool = False


def number_reason(number: PageNumber) -> Reason:
    """Why the line by itself is a page number."""
    return Reason(ReasonCode.NUMBER_BY_WORDS if number.named else ReasonCode.NUMBER_ALONE)


def page_number(text: str) -> PageNumber | None:
    """The page number that is all of this line; None where it holds anything else."""
    if len(text) > weights.LONGEST_NUMBER:
        return None
    for pattern, named in (
        (_PLAIN, False),
        (_NAMED, True),
        (_AFTER, True),
        (_SHARE, True),
        (_CJK, True),
    ):
        match = pattern.fullmatch(text)
        if match:
            number = _number(match["number"], named)
            if number is not None and number.roman and named and _is_one_word(text):
                return None
            return number
    return None


def _is_one_word(text: str) -> bool:
    """Whether a Roman number and its word stand together as one word, as in "is" and "pi"."""
    return "".join(filter(str.isalpha, text)) in text


def misread_number(text: str) -> int | None:
    """The number a line may have been before letters got into it ("4i", "ii5"); else None."""
    bare = text.strip(" -–—.[]()|")
    if not 2 <= len(bare) <= weights.LONGEST_MISREAD or not any(c.isdigit() for c in bare):
        return None
    fixed = bare.translate(_MISREAD)
    return int(fixed) if fixed.isascii() and fixed.isdigit() else None


def _number(text: str, named: bool) -> PageNumber | None:
    if text.isdigit():
        if text.startswith("00") or text == "0":
            return None
        return PageNumber(int(text), named)
    low = text.lower()
    if not _ROMAN.fullmatch(low) or low in _SINGLE_LETTERS:
        return None
    values = [_ROMAN_VALUES[c] for c in low]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return PageNumber(total, named, roman=True) if total <= weights.LARGEST_ROMAN else None
