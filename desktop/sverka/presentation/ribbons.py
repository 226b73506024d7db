"""The ribbons between the panes: which linked paragraphs they join, and from where to where."""

from dataclasses import dataclass

from sverka.model import Side
from sverka.presentation.comparison_index import Index
from sverka.presentation.item_marks import Role
from sverka.presentation.lane import Lane
from sverka.presentation.scroll_map import ScrollMap, carry


@dataclass(frozen=True, slots=True)
class LaneView:
    """What a pane shows of its lane: the y of its upper edge and its height, in pixels."""

    lane: Lane
    top: int
    height: int

    def paragraphs(self) -> range:
        """The paragraphs in view."""
        if not len(self.lane.column):
            return range(0)
        first = self.lane.paragraph_at(self.top)
        lowest, _inside = self.lane.at(self.top + self.height)
        last = self.lane.column.band(lowest).stop - 1
        return range(first, int(self.lane.column.paragraphs[last]) + 1)


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A ribbon of link `link`, in pixels from the upper edge of the panes.

    `old` and `new` are (upper, lower); equal where the text has no counterpart. A `moved` one is
    a dashed line between the middles.
    """

    link: int
    old: tuple[float, float]
    new: tuple[float, float]
    role: Role | None
    moved: bool = False


def ribbons(index: Index, knots: ScrollMap, old: LaneView, new: LaneView) -> tuple[Ribbon, ...]:
    """The ribbons of all changed links that have an end in view, in order of the links."""
    seen = {int(index.old.link_of[p]) for p in old.paragraphs()}
    seen |= {int(index.new.link_of[p]) for p in new.paragraphs()}
    return tuple(
        _ribbon(index, knots, old, new, link) for link in sorted(seen) if _shown(index, link)
    )


def _shown(index: Index, number: int) -> bool:
    return bool(index.link_changes[number]) or index.comparison.alignment.links[number].moved


def _ribbon(index: Index, knots: ScrollMap, old: LaneView, new: LaneView, number: int) -> Ribbon:
    link = index.comparison.alignment.links[number]
    if not link.new:
        upper, lower = _extent(old, link.old)
        place = carry(knots, upper + old.top, Side.OLD, old.lane, new.lane) - new.top
        return Ribbon(number, (upper, lower), (place, place), Role.DELETION)
    if not link.old:
        upper, lower = _extent(new, link.new)
        place = carry(knots, upper + new.top, Side.NEW, new.lane, old.lane) - old.top
        return Ribbon(number, (place, place), (upper, lower), Role.INSERTION)
    role = Role.MOVE if link.moved else None
    return Ribbon(number, _extent(old, link.old), _extent(new, link.new), role, link.moved)


def _extent(view: LaneView, paragraphs: tuple[int, ...]) -> tuple[float, float]:
    upper, lower = view.lane.extent(paragraphs[0], paragraphs[-1])
    return float(upper - view.top), float(lower - view.top)
