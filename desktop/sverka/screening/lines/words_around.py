"""What stands around a place of a file, whatever is decided about what was found in it."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from sverka.model import Spot
from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.text_lines import TextLine


class WordsAround:
    """The lines of a document, without those in `decidable`, which the user may set aside or keep.

    Only letters and digits count: line ends, hyphens at them and the signs of quoted mail may be
    decided about as well.
    """

    def __init__(self, lines: Sequence[TextLine], decidable: Container[int]) -> None:
        self._lines, self._decidable = lines, decidable
        self._of_block: dict[int, list[int]] = {}
        for place, line in enumerate(lines):
            self._of_block.setdefault(line.block, []).append(place)

    def of(self, first: Spot, last: Spot) -> tuple[str, str]:
        """The letters and digits before `first` and after `last`, as many as tell places apart."""
        before = _letters(text[::-1] for text in self._before(first))
        return before[::-1], _letters(self._after(last))

    def _before(self, spot: Spot) -> Iterator[str]:
        place = self._place(spot.block, spot.start)
        for k in range(place, -1, -1):
            line = self._lines[k]
            if line.index not in self._decidable:
                yield line.text[: max(0, spot.start - line.start)] if k == place else line.text

    def _after(self, spot: Spot) -> Iterator[str]:
        place = self._place(spot.block, spot.end - 1)
        for k in range(place, len(self._lines)):
            line = self._lines[k]
            if line.index not in self._decidable:
                yield line.text[max(0, spot.end - line.start) :] if k == place else line.text

    def _place(self, block: int, offset: int) -> int:
        """The line of a character; where white space is not in any, the line before it."""
        places = self._of_block.get(block, [0])
        behind = bisect_right(places, offset, key=lambda place: self._lines[place].start)
        return places[max(0, behind - 1)]


def _letters(texts: Iterable[str]) -> str:
    found = ""
    for text in texts:
        found += "".join(filter(str.isalnum, text))
        if len(found) >= weights.AROUND:
            break
    return found[: weights.AROUND]
