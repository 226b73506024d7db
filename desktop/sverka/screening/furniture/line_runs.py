"""Which lines repeat, in what units, and in what runs they stand: the material of the score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sverka.model import BlockKind
from sverka.patterns import late_pattern
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.loose_signs import is_loose
from sverka.screening.furniture.near_keys import near_keys
from sverka.screening.furniture.page_numbers import PageNumber, page_number
from sverka.screening.lines.layout import Layout
from sverka.screening.lines.line_keys import NUMBER_KEY, key_of
from sverka.screening.lines.line_signs import ends_openly, is_closed, starts_lower
from sverka.screening.lines.text_lines import TextLine

_NUMBERED = late_pattern(r"(?P<before>\d{3,}\s?[-–—/:])\s?\d{1,4}")


@dataclass(frozen=True, slots=True)
class RepeatedUnit:
    """Lines that always stand together: `size` lines from each of `starts`, in reading order."""

    key: str
    size: int
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LineRun:
    """Neighbouring lines [first, last] each of which may be page furniture."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1


def keys_of(lines: Sequence[TextLine]) -> list[str]:
    """The key of each line that may be furniture; "" for the others."""
    return [_key(line) for line in lines]


def _key(line: TextLine) -> str:
    if len(line.text) > weights.LONGEST_LINE or line.kind is BlockKind.TABLE_CELL:
        return ""
    key = key_of(line.text)
    if key.count(NUMBER_KEY) >= weights.TIME_NUMBERS and not any(map(str.isalpha, key)):
        return line.text  # A date and time: what comes back is the very same.
    letters = 0
    for char in key:
        if char.isalpha():
            letters += 1
            if letters == 2:
                return key
    return _numbered_key(line.text)


def is_page_of_volume(text: str) -> bool:
    """Whether the text may be a page number behind that of a volume or article: "052005-12"."""
    return _NUMBERED.fullmatch(text) is not None


def _numbered_key(text: str) -> str:
    match = _NUMBERED.fullmatch(text)
    return f"{match['before']}{NUMBER_KEY}" if match else ""


def numbers_of(lines: Sequence[TextLine]) -> dict[int, PageNumber]:
    """The lines that are page numbers, or may be."""
    found = {}
    for i, line in enumerate(lines):
        if line.kind is not BlockKind.TABLE_CELL and (number := page_number(line.text)) is not None:
            found[i] = number
    return found


def units_of(
    lines: Sequence[TextLine],
    keys: Sequence[str],
    numbers: Mapping[int, PageNumber],
    layout: Layout,
) -> list[RepeatedUnit]:
    """Everything that stands more than once, equal or nearly so, in the order it first appears."""
    groups: dict[str, list[int]] = {}
    for i, key in enumerate(keys):
        if key and i not in numbers:
            groups.setdefault(key, []).append(i)
    _merge_near(lines, groups, layout)
    repeated = {key: starts for key, starts in groups.items() if len(starts) > 1}
    leader = {start: key for key, starts in repeated.items() for start in starts}
    return _joined(lines, repeated, leader)


def _merge_near(lines: Sequence[TextLine], groups: dict[str, list[int]], layout: Layout) -> None:
    """Put the occurrences of nearly equal keys together under the most frequent of them."""
    like_headers = [
        key
        for key, starts in groups.items()
        if len(starts) > 1 or _may_be_header(lines, starts[0], layout)
    ]
    like_headers.sort(key=lambda key: -len(groups[key]))
    for key, twin in near_keys(like_headers).items():
        groups[twin].extend(groups.pop(key))
    for starts in groups.values():
        starts.sort()


def _may_be_header(lines: Sequence[TextLine], index: int, layout: Layout) -> bool:
    """Whether a line that stands once may be a header misread: no part of a sentence around it."""
    text = lines[index].text
    if starts_lower(text) or is_closed(text) or not ends_openly(text):
        return False
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    return not layout.is_wrapped(lines[index], following)


def _joined(
    lines: Sequence[TextLine], repeated: Mapping[str, Sequence[int]], leader: Mapping[int, str]
) -> list[RepeatedUnit]:
    """Groups of equal lines, those that always follow each other on a page as one unit."""
    units: list[RepeatedUnit] = []
    taken: set[str] = set()
    for key, starts in repeated.items():
        if key in taken:
            continue
        taken.add(key)
        size = 1
        while True:
            ahead = size + _signs_at(lines, starts, size)
            follower = leader.get(starts[0] + ahead)
            turns = any(line.turns for line in lines[starts[0] + size : starts[0] + ahead + 1])
            if follower is None or follower in taken or turns:
                break
            if [start + ahead for start in starts] != list(repeated[follower]):
                break
            taken.add(follower)
            size = ahead + 1
        units.append(RepeatedUnit(key, size, tuple(starts)))
    return units


def _signs_at(lines: Sequence[TextLine], starts: Sequence[int], size: int) -> int:
    """How many lines so far behind each of the starts are but the same sign: none or one."""
    signs = {lines[start + size].text for start in starts if start + size < len(lines)}
    return 1 if len(signs) == 1 and is_loose(signs.pop()) else 0


def runs_of(marked: Iterable[int]) -> dict[int, LineRun]:
    """The run of each of the marked lines: the stretch of marked lines around it."""
    found: dict[int, LineRun] = {}
    stretch: list[int] = []
    for i in sorted(set(marked)):
        if stretch and stretch[-1] != i - 1:
            _close(stretch, found)
        stretch.append(i)
    _close(stretch, found)
    return found


def _close(stretch: list[int], found: dict[int, LineRun]) -> None:
    if stretch:
        run = LineRun(stretch[0], stretch[-1])
        found.update(dict.fromkeys(stretch, run))
        stretch.clear()
