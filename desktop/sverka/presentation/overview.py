"""The strip beside the panes: all changes and chips on the common axis, joined per pixel row."""

from dataclasses import dataclass

import numpy as np

from sverka.model import Change
from sverka.presentation.comparison_index import Ints
from sverka.presentation.item_marks import Role
from sverka.presentation.list_entries import Entries

_ROLES = (Role.INSERTION, Role.DELETION, Role.MOVE, Role.FORMATTING, Role.FURNITURE, Role.ARTIFACT)


@dataclass(frozen=True, slots=True)
class OverviewTick:
    """A mark of the strip at pixel row `row`, and the first entry that stands there."""

    row: int
    role: Role
    entry: int


def ticks(all_entries: Entries, height: int, every: int = 3) -> tuple[OverviewTick, ...]:
    """The marks of a strip `height` pixels high, at most one per role and `every` rows."""
    if not len(all_entries) or height <= 0:
        return ()
    rows = np.minimum((all_entries.places * height).astype(np.int64), height - 1) // every
    roles = _roles(all_entries)
    _keys, first = np.unique(rows * len(_ROLES) + roles, return_index=True)
    return tuple(OverviewTick(int(rows[e]) * every, _ROLES[int(roles[e])], int(e)) for e in first)


def _roles(all_entries: Entries) -> Ints:
    comparison = all_entries.comparison
    of_changes = [_ROLES.index(_change_role(c)) for c in comparison.changes]
    of_findings = [
        _ROLES.index(Role.FURNITURE if f.kind.is_furniture else Role.ARTIFACT)
        for f in comparison.findings
    ]
    table = np.array([*of_changes, *of_findings], np.int64)
    after_changes = np.where(all_entries.are_changes, 0, len(of_changes))
    roles: Ints = table[all_entries.indexes + after_changes]
    return roles


def _change_role(change: Change) -> Role:
    if change.kind.is_structure:
        return Role.MOVE
    if change.alterations:
        return Role.FORMATTING
    gone = change.new is None or change.new.start == change.new.end
    return Role.DELETION if gone else Role.INSERTION
