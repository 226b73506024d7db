"""Step 9: one paragraph that became several, and several that became one."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from sverka.alignment.arrays import NONE, Bools, Floats, Ints
from sverka.alignment.matching import Group, Matching
from sverka.alignment.similarity import Measure

_CONTAINED = 0.55
_CLEARLY_CONTAINED = 0.6
_ALIKE = 0.5
_MOST_NEIGHBOURS = 8


@dataclass(frozen=True, slots=True)
class _View:
    """The matching seen from the side that has the one long paragraph."""

    pieces_of: Ints
    whole_of: Ints
    whole: list[str]
    pieces: list[str]
    grouped_wholes: Bools
    grouped_pieces: Bools

    def similarity(self, one: int, many: list[int]) -> float:
        """How alike the long paragraph and the pieces one after another are."""
        return Indel.normalized_similarity(self.whole[one], "".join(self.pieces[k] for k in many))

    def free(self, piece: int) -> bool:
        """Whether the piece stands alone so far."""
        return bool(
            0 <= piece < len(self.pieces)
            and self.whole_of[piece] == NONE
            and not self.grouped_pieces[piece]
        )


def find_splits(matching: Matching, measure: Measure, pairs: tuple[Ints, Ints, Floats]) -> None:
    """Group the pieces of paragraphs that were split or merged.

    `pairs` are (old, new, containment) of the candidates.
    """
    old, new, contained = pairs
    grouped_old = np.zeros(len(matching.new_of), np.bool_)
    grouped_new = np.zeros(len(matching.old_of), np.bool_)
    a, b = measure.old.strings, measure.new.strings
    splits = _View(matching.new_of, matching.old_of, a, b, grouped_old, grouped_new)
    merges = _View(matching.old_of, matching.new_of, b, a, grouped_new, grouped_old)
    for view, one, many in ((splits, old, new), (merges, new, old)):
        groups = _from_candidates(view, one, many, contained) + _from_neighbours(view)
        for whole, pieces, similarity in groups:
            if view is splits:
                matching.groups.append(Group((whole,), tuple(pieces), similarity))
            else:
                matching.groups.append(Group(tuple(pieces), (whole,), similarity))


def _settle(view: _View, one: int, many: list[int]) -> None:
    if view.pieces_of[one] != NONE:
        view.whole_of[view.pieces_of[one]] = NONE
        view.pieces_of[one] = NONE
    view.grouped_wholes[one] = True
    view.grouped_pieces[many] = True


def _from_candidates(
    view: _View, one: Ints, many: Ints, contained: Floats
) -> list[tuple[int, list[int], float]]:
    by_whole: dict[int, list[int]] = defaultdict(list)
    for i, j, c in zip(one.tolist(), many.tolist(), contained.tolist(), strict=True):
        if c >= _CLEARLY_CONTAINED and len(view.pieces[j]) < len(view.whole[i]):
            by_whole[i].append(j)
    found = []
    for i in sorted(by_whole):
        if view.grouped_wholes[i]:
            continue
        partner = int(view.pieces_of[i])
        pieces = sorted({j for j in by_whole[i] if view.free(j)} | ({partner} - {NONE}))
        best: tuple[float, list[int]] = (0.0, [])
        run: list[int] = []
        for j in [*pieces, -9]:
            if run and j - run[-1] not in (1, 2):
                if len(run) > 1:
                    best = max(best, (view.similarity(i, run), run))
                run = []
            run.append(j)
        alike, run = best
        before = view.similarity(i, [partner]) if partner != NONE else 0.0
        if alike >= _ALIKE and alike > before:
            _settle(view, i, run)
            found.append((i, run, alike))
    return found


def _from_neighbours(view: _View) -> list[tuple[int, list[int], float]]:
    found = []
    for i in np.flatnonzero(view.pieces_of != NONE).tolist():
        j = int(view.pieces_of[i])
        if view.whole[i] == view.pieces[j] or not (view.free(j - 1) or view.free(j + 1)):
            continue
        run = [j]
        alike = view.similarity(i, run)
        for step in (1, -1):
            piece = j + step
            while len(run) < _MOST_NEIGHBOURS and view.free(piece):
                tokens = len(view.pieces[piece])
                if not 0 < tokens < len(view.whole[i]):
                    break
                longer = [*run, piece] if step > 0 else [piece, *run]
                common = (
                    tokens + len(view.whole[i]) - Indel.distance(view.whole[i], view.pieces[piece])
                )
                better = view.similarity(i, longer)
                if common < 2 * _CONTAINED * tokens or better <= alike:
                    break
                run, alike, piece = longer, better, piece + step
        if len(run) > 1:
            _settle(view, i, run)
            found.append((i, run, alike))
    return found
