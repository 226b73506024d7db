"""Headers that were pasted into the middle of a line: words that the other version reads without.

Whole lines can be told by themselves; words inside one only by the other version, which must have
the text on either side together at nearly all places where they stand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sverka.model import BlockKind, FindingKind, Part, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.furniture_mark import FurnitureMark
from sverka.screening.lines import line_weights
from sverka.screening.lines.facts import interrupts, listing, place_of, reads_on
from sverka.screening.lines.line_keys import key_of, letters_of
from sverka.screening.lines.line_signs import ends_openly, is_caseless
from sverka.screening.lines.text_lines import TextLine
from sverka.screening.lines.witness import Witness

_WORD = late_pattern(r"\S+")
_NUMBER = late_pattern(r"\d{1,5}")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюя0123456789")
"""What most words begin with, and no header: they are not looked at more closely."""


@dataclass(frozen=True, slots=True)
class GluedHeader:
    """The characters [start, end) of a line that may be a header.

    `told` is whether the other version can tell, `missing` whether it has the text on either side
    together.
    """

    line: int
    start: int
    end: int
    page: int
    told: bool
    missing: bool


def glued_headers(lines: Sequence[TextLine], witness: Witness | None) -> list[GluedHeader]:
    """The headers inside lines, in reading order; none without the other version.

    They begin with a capital behind a word that ends no sentence, go on in the same words at each
    of their places, end with page numbers that go up, and are missing in the other version. A name
    that an editor struck out everywhere has no such numbers.
    """
    if witness is None:
        return []
    found: list[GluedHeader] = []
    for places in _repeated(lines).values():
        size = _common(places)
        headers = [h for p in places if (h := _header(lines, p, size, witness)) is not None]
        missing = sum(header.missing for header in headers)
        if (
            len(headers) >= max(weights.GLUED_FEWEST, weights.GLUED_SHARE * len(places))
            and missing >= weights.GLUED_SHARE * sum(header.told for header in headers)
            and all(a.page < b.page for a, b in pairwise(headers))
        ):
            found += [header for header in headers if header.missing or not header.told]
    return sorted(found, key=lambda header: (header.line, header.start))


_Words = Sequence[re.Match[str]]
_Place = tuple[int, _Words, int]
"""A line, its words, and the word that a header may begin with."""


def _repeated(lines: Sequence[TextLine]) -> dict[str, list[_Place]]:
    """The places inside lines where the same few words begin with a capital, by those words."""
    places: dict[str, list[_Place]] = {}
    for index, line in enumerate(lines):
        if line.part is not Part.BODY or line.kind is BlockKind.TABLE_CELL:
            continue
        firsts = list(_openings(line.text.split()))
        words = list(_WORD.finditer(line.text)) if firsts else []
        for k in firsts:
            start, end = words[k].start(), words[k + weights.GLUED_WORDS - 1].end()
            places.setdefault(key_of(line.text[start:end]), []).append((index, words, k))
    return {key: found for key, found in places.items() if len(found) >= weights.GLUED_FEWEST}


def _openings(words: Sequence[str]) -> Iterator[int]:
    """The words inside a line that begin with a capital, or know none, behind an open one."""
    for k in range(1, len(words) - weights.GLUED_WORDS):
        word = words[k]
        if word[0] in _SMALL:
            continue
        if (word[0].isupper() or is_caseless(word)) and ends_openly(words[k - 1]):
            yield k


def _common(places: Sequence[_Place]) -> int:
    """How many words the places have in common."""
    size = weights.GLUED_WORDS
    while size < weights.GLUED_LONGEST:
        following = {
            words[first + size][0] if first + size < len(words) else ""
            for _line, words, first in places
        }
        if len(following) > 1 or "" in following or _NUMBER.fullmatch(min(following)):
            break
        size += 1
    return size


def _header(
    lines: Sequence[TextLine], place: _Place, size: int, witness: Witness
) -> GluedHeader | None:
    """The `size` words there with the number behind them; None without, or at the line's end."""
    index, words, first = place
    line, last = lines[index], first + size
    if last + 1 >= len(words) or not _NUMBER.fullmatch(words[last][0]):
        return None
    start, end = words[first].start(), words[last].end()
    before = " ".join(
        [*(each.text for each in lines[max(0, index - 1) : index]), line.text[:start]]
    )
    after = " ".join([line.text[end:], *(each.text for each in lines[index + 1 : index + 2])])
    told = min(len(letters_of(before)), len(letters_of(after))) >= line_weights.WITNESS_HALF
    missing = witness.reads_on(before[-weights.CONTEXT :], after)
    return GluedHeader(line.index, start, end, int(words[last][0]), told, missing)


def parted(
    lines: Sequence[TextLine], headers: Sequence[GluedHeader]
) -> tuple[list[TextLine], frozenset[int]]:
    """The lines with each header as a line of its own, and the indexes of those; `headers` are in
    reading order.
    """
    inside: dict[int, list[GluedHeader]] = {}
    for header in headers:
        inside.setdefault(header.line, []).append(header)
    found: list[TextLine] = []
    glued: set[int] = set()
    for line in lines:
        reached = 0
        for header in inside.get(line.index, ()):
            if header.start >= reached:
                found += _piece(line, reached, header.start, len(found))
                glued.add(len(found))
                found += _piece(line, header.start, header.end, len(found))
                reached = header.end
        found += _piece(line, reached, len(line.text), len(found))
    return found, frozenset(glued)


def _piece(line: TextLine, start: int, end: int, index: int) -> Iterator[TextLine]:
    text = line.text[start:end]
    bare = text.strip()
    if not bare:
        return
    begin = line.start + start + len(text) - len(text.lstrip())
    piece = line._replace(index=index, text=bare, start=begin, end=begin + len(bare))
    yield piece if start == 0 else piece._replace(gap=0, turns=False)


def glued_marks(lines: Sequence[TextLine], glued: frozenset[int]) -> list[FurnitureMark]:
    """The headers that stood inside lines as marks, those in the same words as one group."""
    groups: dict[str, list[int]] = {}
    for i in sorted(glued):
        groups.setdefault(key_of(lines[i].text), []).append(i)
    marks: list[FurnitureMark] = []
    for key, places in groups.items():
        stands = [place_of(lines[i : i + 1]) for i in places]
        for i in places:
            said: list[Reason] = [
                listing(ReasonCode.LINE_REPEATS, "places", stands),
                interrupts(lines[i - 1], lines[i + 1]),
                reads_on(lines[i - 1], lines[i + 1]),
            ]
            kind = FindingKind.RUNNING_HEADER
            marks.append(
                FurnitureMark(
                    kind, (i,), Tier.SUSPECTED, True, tuple(said), f"{kind}:{key}", breaks=True
                )
            )
    return marks
