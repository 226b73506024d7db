"""The other version as a witness: what belongs together there, and where paragraphs end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, zip_longest

import numpy as np
import numpy.typing as npt

from sverka.model import Document
from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.layout import Layout
from sverka.screening.lines.line_joints import Joint, nobody
from sverka.screening.lines.line_keys import letters_of
from sverka.screening.lines.text_lines import TextLine

_MULTIPLIER = 1_099_511_628_211
_BASE = np.uint64(_MULTIPLIER)
_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class WitnessStretch:
    """Text of the other version, and whether a paragraph ends with it (None: it does not tell)."""

    text: str
    ends: bool | None


class Witness:
    """The letters of another version, asked for windows of twenty of them.

    The first questions are answered by going through the letters. Where there are more, an index is
    made, which takes as long as a hundred answers: a sorted array of polynomial hashes modulo 2^64
    (Karp and Rabin, 1987) of every window with the place of each, 12 bytes a letter. A chance
    agreement among 10^7 letters has a probability below 10^-12 for each question.
    """

    def __init__(self, stretches: Iterable[WitnessStretch]) -> None:
        parts: list[str] = []
        ends: dict[int, bool | None] = {}
        length = 0
        for stretch in stretches:
            letters = letters_of(stretch.text)
            if letters:
                parts.append(letters)
                length += len(letters)
                ends[length] = stretch.ends
            elif length and stretch.ends:
                ends[length] = True
        self._letters = "".join(parts)
        self._ends = ends
        self._asked = 0

    def reads_on(self, before: str, after: str) -> bool:
        """Whether the other version has the end of `before` and the start of `after` together.

        False where either is too short to tell.
        """
        return bool(self._find(before, after))

    def joint(self, before: str, after: str) -> bool | None:
        """Whether it has them in one paragraph (True) or in two (False); None where unknown."""
        told = {self._ends.get(place, False) for place in self._find(before, after)}
        ends = told.pop() if len(told) == 1 else None
        return None if ends is None else not ends

    def _find(self, before: str, after: str) -> list[int]:
        """How many letters of the other version stand before `after`, where it follows `before`."""
        tail = letters_of(before[-weights.WITNESS_REACH :])[-weights.WITNESS_HALF :]
        head = letters_of(after[: weights.WITNESS_REACH])[: weights.WITNESS_HALF]
        if (
            len(tail) < weights.WITNESS_FEWEST
            or len(head) < weights.WITNESS_FEWEST
            or len(tail) + len(head) < _window()
        ):
            return []
        self._asked += 1
        if self._asked <= weights.WITNESS_READ:
            places = _read_through(self._letters, tail + head)
        else:
            places = self._index.places(tail + head)
        return [place + len(tail) for place in islice(places, weights.WITNESS_PLACES)]

    @cached_property
    def _index(self) -> "_Index":
        return _Index(self._letters)


class _Index:
    """Every window of the letters by its hash."""

    def __init__(self, letters: str) -> None:
        hashes = _hashes(letters)
        order = np.argsort(hashes, kind="stable").astype(np.uint32)
        self._places = order
        self._windows = hashes[order]

    def places(self, window: str) -> Iterator[int]:
        """Where the window stands, from the first on."""
        asked = np.uint64(_hash(window))
        for place in range(int(np.searchsorted(self._windows, asked)), len(self._windows)):
            if self._windows[place] != asked:
                return
            yield int(self._places[place])


def _read_through(letters: str, window: str) -> Iterator[int]:
    """Where the window stands, from the first on."""
    place = letters.find(window)
    while place >= 0:
        yield place
        place = letters.find(window, place + 1)


def witness_of(document: Document, lines: Sequence[TextLine], layout: Layout) -> Witness:
    """The `lines` of `document` as a witness: those of its body that are no page furniture.

    `layout` is how they are set.
    """
    return Witness(_stretches(document, lines, layout))


def _stretches(
    document: Document, lines: Sequence[TextLine], layout: Layout
) -> Iterator[WitnessStretch]:
    for line, following in zip_longest(lines, lines[1:]):
        yield WitnessStretch(line.text, _ends(document, line, following, layout))


def _ends(
    document: Document, line: TextLine, following: TextLine | None, layout: Layout
) -> bool | None:
    """Whether a paragraph ends with the line; None where the document does not tell."""
    if following is None:
        return True
    if document.traits.printed_lines:
        return None
    if following.gap:
        return True
    if document.traits.hard_wrapped:
        return None if layout.width is not None or layout.blank_lines else True
    return None if following.block == line.block else True


def joint_by(witness: Witness | None, lines: Sequence[TextLine], removed: frozenset[int]) -> Joint:
    """The Joint for `lines` without those in `removed`, by the other version where there is one.

    Short lines are not enough to know a place by; so those before and after are asked with them.
    """
    if witness is None:
        return nobody

    def around(index: int, step: int) -> str:
        text = ""
        while 0 <= index < len(lines) and len(text) < weights.WITNESS_ENOUGH:
            if index not in removed:
                here = lines[index].text
                text = f"{text} {here}" if step > 0 else f"{here} {text}"
            index += step
        return text

    def joint(before: TextLine, after: TextLine) -> bool | None:
        return witness.joint(around(before.index, -1), around(after.index, 1))

    return joint


def _window() -> int:
    """How many letters know a place."""
    return 2 * weights.WITNESS_HALF


def _hash(window: str) -> int:
    """The hash of one window: what _hashes makes of it, without the cost of arrays."""
    total = 0
    for char in window:
        total = (total * _MULTIPLIER + ord(char)) & _MASK
    return total


def _hashes(letters: str) -> npt.NDArray[np.uint64]:
    """The hash of every window of the letters, in order."""
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    window = _window()
    if len(codes) < window:
        return np.empty(0, np.uint64)
    total = np.zeros(len(codes) - window + 1, np.uint64)
    with np.errstate(over="ignore"):
        for k in range(window):
            total *= _BASE
            total += codes[k : len(codes) - window + 1 + k]
    return total
