"""Where in the revised version a place of the original would stand."""

from bisect import bisect_right

from sverka.model import Comparison


class Standing:
    """Paragraphs of the original that stayed in their order, each with its place in the revised."""

    def __init__(self, comparison: Comparison) -> None:
        kept = {
            old: link.new[-1]
            for link in comparison.alignment.links
            if link.new and not link.moved
            for old in link.old
        }
        self._old = sorted(kept)
        self._new = [kept[old] for old in self._old]

    def after(self, old: int) -> int | None:
        """The paragraph of the revised version that paragraph `old` of the original would follow.

        That is what the nearest kept paragraph up to `old` became; None where `old` would be first.
        """
        before = bisect_right(self._old, old) - 1
        return self._new[before] if before >= 0 else None
