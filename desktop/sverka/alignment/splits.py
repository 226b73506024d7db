"""Step 9: one paragraph that became several, and several that became one."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from sverka.alignment.arrays import NONE, Ints
from sverka.alignment.matching import GROUPED, Group, Matching
from sverka.alignment.similarity import FEW_TOKENS, Measure

_MOST_NEIGHBOURS: Final = 8
_CLEARLY_CONTAINED: Final = 0.6
_ALIKE: Final = 0.5
_ENDLESS: Final = 1 << 40

PiecesOf: TypeAlias = dict[int, list[int]]
"""The pieces of every whole paragraph in question, in order."""


@dataclass(frozen=True, slots=True)
class _View:
    """The matching as seen from the side that has the whole paragraph."""

    partner: Ints
    piece_partner: Ints
    strings: list[str]
    pieces: list[str]
    groups: PiecesOf


@dataclass(frozen=True, slots=True, order=True)
class _Proposal:
    """A neighbour that would become a piece; the surest sort first."""

    missing: float
    gain: int
    side: int
    whole: int
    piece: int
    similarity: float


class Pieces:
    """Splits and merges in the making: groups of pieces round a whole paragraph of either side."""

    def __init__(self, matching: Matching, measure: Measure) -> None:
        self._matching = matching
        self._measure = measure
        a, b = measure.old.strings, measure.new.strings
        self._views = (
            _View(matching.new_of, matching.old_of, a, b, {}),
            _View(matching.old_of, matching.new_of, b, a, {}),
        )
        self._similarity: dict[tuple[int, int], float] = {}

    def attach(self, share: float) -> None:
        """Let edited pairs and groups take free neighbours that make them more alike.

        Of a neighbour's tokens at least `share` must be new common ones, in order: what the piece
        has in common with the whole where the pieces before it have not.
        """
        runs = self._open(share)
        for _ in range(_MOST_NEIGHBOURS):
            if not any(runs):
                break
            proposals = [p for side in (0, 1) for p in self._proposals(side, runs[side], share)]
            runs = self._accepted(sorted(proposals))

    def _open(self, share: float) -> list[PiecesOf]:
        """The pairs and groups of either side that might take a neighbour."""
        matching, keys = self._matching, self._measure.keys
        old = np.flatnonzero(matching.new_of >= 0)
        new = matching.new_of[old]
        edited = keys.old[old] != keys.new[new]
        old, new = old[edited], new[edited]
        size = self._measure.old.count, self._measure.new.count
        common = matching.similarity[old] * (size[0][old] + size[1][new]) / 2
        runs = [dict(view.groups) for view in self._views]
        for side, (one, other) in enumerate(((old, new), (new, old))):
            free = np.where(self._views[side].piece_partner == NONE, size[1 - side], _ENDLESS)
            fenced = np.concatenate((free, [_ENDLESS, _ENDLESS]))
            smallest = np.minimum(fenced[other - 1], fenced[other + 1])
            # Similarity by characters may overstate what short texts have in common.
            whole = size[side][one]
            room = np.where(whole <= FEW_TOKENS, whole, whole - common)
            worth = smallest * share <= room
            pairs = zip(one[worth].tolist(), other[worth].tolist(), strict=True)
            runs[side].update((i, [j]) for i, j in pairs)
        return runs

    def _proposals(self, side: int, runs: PiecesOf, share: float) -> list[_Proposal]:
        """What the neighbours of the runs would bring."""
        view = self._views[side]
        wholes, pieces, shorter, longer = [], [], [], []
        for whole, run in runs.items():
            joined = ""
            for piece, after in ((run[-1] + 1, True), (run[0] - 1, False)):
                if not 0 <= piece < len(view.pieces) or view.piece_partner[piece] != NONE:
                    continue
                if not 0 < len(view.pieces[piece]) < len(view.strings[whole]):
                    continue
                joined = joined or "".join(view.pieces[k] for k in run)
                wholes.append(whole)
                pieces.append(piece)
                shorter.append(joined)
                longer.append(joined + view.pieces[piece] if after else view.pieces[piece] + joined)
        strings = [view.strings[k] for k in wholes]
        before = self._measure.lcs(strings, shorter).tolist()
        after_ = self._measure.lcs(strings, longer).tolist()
        proposals = []
        for k, (whole, piece) in enumerate(zip(wholes, pieces, strict=True)):
            size, gain = len(view.pieces[piece]), after_[k] - before[k]
            was = 2 * before[k] / (len(strings[k]) + len(shorter[k]))
            alike = 2 * after_[k] / (len(strings[k]) + len(longer[k]))
            if gain >= share * size and alike > was:
                proposals.append(_Proposal(1 - gain / size, -gain, side, whole, piece, alike))
        return proposals

    def _accepted(self, proposals: list[_Proposal]) -> list[PiecesOf]:
        """Carry out the proposals that are still possible; the groups that grew."""
        grown: list[PiecesOf] = [{}, {}]
        for p in proposals:
            view = self._views[p.side]
            if p.whole in grown[p.side] or view.piece_partner[p.piece] != NONE:
                continue
            run = view.groups.get(p.whole)
            if run is None:
                partner = int(view.partner[p.whole])
                if partner == GROUPED:
                    continue
                run = [partner]
            run = sorted([*run, p.piece])
            self._settle(p.side, p.whole, run, p.similarity)
            grown[p.side][p.whole] = run
        return grown

    def _settle(self, side: int, whole: int, run: list[int], similarity: float) -> None:
        view = self._views[side]
        former = view.partner[whole]
        if former >= 0:
            view.piece_partner[former] = NONE
        view.partner[whole] = GROUPED
        view.piece_partner[run] = GROUPED
        view.groups[whole] = run
        self._similarity[side, whole] = similarity

    def gather(self, old: Ints, new: Ints) -> None:
        """Find paragraphs that went to pieces further than from neighbour to neighbour.

        `old` and `new` are candidate pairs. Free pieces that are clearly contained in the same
        paragraph and stand side by side, with at most one stranger between two, are its pieces
        when together they are alike to it, and more alike than what it was matched with.
        """
        for side, (one, other) in enumerate(((old, new), (new, old))):
            view = self._views[side]
            for whole, pieces in sorted(self._contained(view, one, other).items()):
                partner = int(view.partner[whole])
                if partner == GROUPED:
                    continue
                pieces = [k for k in pieces if view.piece_partner[k] == NONE]
                runs = _side_by_side(sorted([*pieces, partner] if partner >= 0 else pieces))
                runs += [_filled(run, view.piece_partner) for run in runs]
                if not runs:
                    continue
                alike = self._alike(view, whole, runs)
                best = max(range(len(runs)), key=lambda k: (alike[k], -k))
                before = self._alike(view, whole, [[partner]])[0] if partner >= 0 else 0.0
                if alike[best] >= _ALIKE and alike[best] > before:
                    self._settle(side, whole, runs[best], alike[best])

    def _contained(self, view: _View, one: Ints, other: Ints) -> PiecesOf:
        """Pairs (whole, piece) of the candidates where the piece is clearly in the whole."""
        free = (view.partner[one] != GROUPED) & (view.piece_partner[other] == NONE)
        pairs = [
            (i, j)
            for i, j in zip(one[free].tolist(), other[free].tolist(), strict=True)
            if 0 < len(view.pieces[j]) < len(view.strings[i])
        ]
        common = self._measure.lcs(
            [view.strings[i] for i, _ in pairs], [view.pieces[j] for _, j in pairs]
        )
        found: PiecesOf = defaultdict(list)
        for (i, j), lcs in zip(pairs, common.tolist(), strict=True):
            if lcs >= _CLEARLY_CONTAINED * len(view.pieces[j]):
                found[i].append(j)
        return found

    def _alike(self, view: _View, whole: int, runs: list[list[int]]) -> list[float]:
        one = view.strings[whole]
        joined = ["".join(view.pieces[k] for k in run) for run in runs]
        common = self._measure.lcs([one] * len(runs), joined).tolist()
        return [2 * c / (len(one) + len(j)) for c, j in zip(common, joined, strict=True)]

    def finish(self) -> None:
        """Write the groups into the matching."""
        for side, view in enumerate(self._views):
            for whole, run in sorted(view.groups.items()):
                one, many = (whole,), tuple(run)
                old, new = (one, many) if side == 0 else (many, one)
                self._matching.groups.append(Group(old, new, self._similarity[side, whole]))


def _side_by_side(pieces: list[int]) -> list[list[int]]:
    """PiecesOf of at least two pieces with at most one paragraph missing between neighbours."""
    runs: list[list[int]] = []
    for piece in pieces:
        if runs and piece - runs[-1][-1] <= 2:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [run for run in runs if len(run) > 1]


def _filled(run: list[int], partner: Ints) -> list[int]:
    """The run with the free paragraphs that are missing in it."""
    members = set(run)
    return [k for k in range(run[0], run[-1] + 1) if k in members or partner[k] == NONE]
