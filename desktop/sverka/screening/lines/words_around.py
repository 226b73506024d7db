"""What stands around a place of a file, whatever is decided about what was found in it."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, islice

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
        before = _letters(self._before(first))
        return before[::-1], _letters(self._after(last))

    def _before(self, spot: Spot) -> Iterator[Iterable[str]]:
        """The characters before, from the last to the first: a line may be a whole book."""
        place = self._place(spot.block, spot.start)
        for k in range(place, -1, -1):
            line = self._lines[k]
            if line.index not in self._decidable:
                end = max(0, spot.start - line.start) if k == place else len(line.text)
                yield map(line.text.__getitem__, range(min(end, len(line.text)) - 1, -1, -1))

    def _after(self, spot: Spot) -> Iterator[Iterable[str]]:
        place = self._place(spot.block, spot.end - 1)
        for k in range(place, len(self._lines)):
            line = self._lines[k]
            if line.index not in self._decidable:
                start = max(0, spot.end - line.start) if k == place else 0
                yield map(line.text.__getitem__, range(start, len(line.text)))

    def _place(self, block: int, offset: int) -> int:
        """The line of a character; where white space is not in any, the line before it."""
        places = self._of_block.get(block, [0])
        behind = bisect_right(places, offset, key=lambda place: self._lines[place].start)
        return places[max(0, behind - 1)]


def _letters(texts: Iterable[Iterable[str]]) -> str:
    letters = filter(str.isalnum, chain.from_iterable(texts))
    return "".join(islice(letters, weights.AROUND))
