"""Everything the window needs to know of a comparison, made ready once when it arrives."""

from dataclasses import dataclass

from sverka.model import Comparison, Side
from sverka.presentation.comparison_index import Index, index
from sverka.presentation.list_entries import Entries, entries
from sverka.presentation.pane_items import PaneColumn
from sverka.presentation.pane_texts import VersionText
from sverka.presentation.scroll_map import Scale, ScrollMap, knots_of, scale


@dataclass(frozen=True, slots=True)
class Scene:
    """A comparison with its index, its scroll map, its common axis and its list."""

    index: Index
    knots: ScrollMap
    scale: Scale
    entries: Entries

    @property
    def comparison(self) -> Comparison:
        """The comparison shown."""
        return self.index.comparison

    def text(self, side: Side) -> VersionText:
        """One version, to be shown in a pane."""
        return VersionText(self.index, side)

    def column(self, side: Side) -> PaneColumn:
        """The items of the pane of `side`."""
        return self.text(side).column()


def scene(comparison: Comparison) -> Scene:
    """Make a comparison ready to be shown; linear in its size."""
    found = index(comparison)
    links, old, new = comparison.alignment.links, found.old, found.new
    knots = knots_of(links, *found.linked, len(old.paragraphs), len(new.paragraphs))
    axis = scale(knots, old.lengths, new.lengths)
    return Scene(found, knots, axis, entries(comparison, axis))
