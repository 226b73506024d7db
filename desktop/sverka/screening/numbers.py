"""Lines that hold only a page number, and the chains in which such numbers count up."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_WORDS = (
    r"page|pages|pg|pp?|стр|страница|страниц[аы]|с|бет|бети|лист|seite|s|sayfa|sahife|página|pagina"
    r"|pág|pag|strona|str|strana|sida|sivu|oldal|side|blz|bladzijde|halaman|trang|бетi|беті|сторінка"
    r"|صفحة|صفحه|الصفحة|ص"
)
_OF = r"of|из|von|de|di|sur|van|av|з|ден|-?тен|/|\||из них|من"
_NUMBER = r"(?P<number>\d{1,4}|[ivxlcdm]{1,8})"
_PLAIN = re.compile(rf"[\[(<{{|•·~*_=\-–—\s]*{_NUMBER}[\])>}}|•·~*_=\-–—.\s]*", re.IGNORECASE)
_NAMED = re.compile(
    rf"[\[(<{{|•·~*_=\-–—\s]*(?:{_WORDS})\.?\s*(?:№|n°|no\.?)?\s*{_NUMBER}"
    rf"(?:\s*(?:{_OF})\s*\d{{1,4}})?[\])>}}|•·~*_=\-–—.\s]*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[\[(<{{|•·~*_=\-–—\s]*{_NUMBER}\s*[-‐‑.]?\s*(?:{_WORDS})"
    rf"(?:\s*(?:{_OF})\s*\d{{1,4}})?[\])>}}|•·~*_=\-–—.\s]*",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"[\[(<{{|•·~*_=\-–—\s]*{_NUMBER}\s*(?:{_OF})\s*\d{{1,4}}[\])>}}|•·~*_=\-–—.\s]*",
    re.IGNORECASE,
)
_CJK = re.compile(r"[-–—\s]*第?\s*(?P<number>\d{1,4})\s*[页頁ページ쪽]+.{0,12}")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_MISREAD = str.maketrans("iIlLoOzZsSbB", "111100225588")

LONGEST = 40
"""No line longer than this is only a page number."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """What a page-number line says. `named` where a word such as "page" stands with it."""

    value: int
    named: bool = False
    roman: bool = False


def page_number(text: str) -> PageNumber | None:
    """The page number that is all of this line; None where it holds anything else."""
    if len(text) > LONGEST:
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
            return _number(match["number"], named)
    return None


def misread_number(text: str) -> int | None:
    """The number a line may have been before letters got into it ("4i", "ii5"); else None."""
    bare = text.strip(" -–—.[]()|")
    if not 2 <= len(bare) <= 4 or not any(c.isdigit() for c in bare):
        return None
    fixed = bare.translate(_MISREAD)
    return int(fixed) if fixed.isascii() and fixed.isdigit() else None


def _number(text: str, named: bool) -> PageNumber | None:
    if text.isdigit():
        return PageNumber(int(text), named)
    low = text.lower()
    if not _ROMAN.fullmatch(low):
        return None
    values = [_ROMAN_VALUES[c] for c in low]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return PageNumber(total, named, roman=True)


@dataclass(frozen=True, slots=True)
class Chain:
    """Number lines that count up with the pages: positions in reading order, and their values."""

    positions: tuple[int, ...]
    values: tuple[int, ...]
    pace: float


_LOOK_BACK = 60
_LARGEST_STEP = 12
_SHORTEST_PAGE = 8


def best_chain(numbers: Sequence[tuple[int, int]]) -> Chain | None:
    """The longest chain in which values and positions grow in step.

    `numbers` are (position in lines, value), by position. A step of k pages must take about k
    times as many lines as one page does; how many that is, the numbers themselves tell: the
    median over their neighbours. A small dynamic programme over the last `_LOOK_BACK` numbers.
    """
    pace = _pace(numbers)
    if pace is None:
        return None
    best = [1.0] * len(numbers)
    back = [-1] * len(numbers)
    for j, (place, value) in enumerate(numbers):
        for i in range(max(0, j - _LOOK_BACK), j):
            step = value - numbers[i][1]
            if not 1 <= step <= _LARGEST_STEP:
                continue
            distance = (place - numbers[i][0]) / step
            off = max(distance / pace, pace / distance)
            if off <= 2.2 and best[i] + 1.2 - 0.2 * min(off, 2.2) - 0.05 * (step - 1) > best[j]:
                best[j] = best[i] + 1.2 - 0.2 * min(off, 2.2) - 0.05 * (step - 1)
                back[j] = i
    last = max(range(len(best)), key=lambda k: best[k])
    path = [last]
    while back[path[-1]] >= 0:
        path.append(back[path[-1]])
    path.reverse()
    return Chain(tuple(numbers[k][0] for k in path), tuple(numbers[k][1] for k in path), pace)


def _pace(numbers: Sequence[tuple[int, int]]) -> float | None:
    """How many lines a page takes, from number lines whose successor by value follows them."""
    by_value: dict[int, list[int]] = {}
    for place, value in numbers:
        by_value.setdefault(value, []).append(place)
    distances = []
    for place, value in numbers:
        for step in (1, 2):
            later = by_value.get(value + step, [])
            k = bisect_left(later, place + 1)
            if k < len(later):
                if later[k] - place >= _SHORTEST_PAGE * step:
                    distances.append((later[k] - place) / step)
                break
    return median(distances) if distances else None
