"""Step 9: one paragraph that became several, and several that became one."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE, Ints, lengths_of, starts_of
from sverka.alignment.matching import GROUPED, LEFT_ALONE, Matching, ParagraphGroup
from sverka.alignment.similarity import Measure

_ENDLESS: Final = 1 << 40

PiecesOf: TypeAlias = dict[int, list[int]]
"""The pieces of every whole paragraph in question, in order."""


@dataclass(frozen=True, slots=True)
class _View:
    """The matching as seen from the side that has the whole paragraph.

    `sizes` and `piece_sizes` are the lengths of `strings` and of `pieces`, in tokens.
    """

    partner: Ints
    piece_partner: Ints
    strings: list[str]
    pieces: list[str]
    sizes: Ints
    piece_sizes: Ints
    groups: PiecesOf

    def run_of(self, whole: int) -> list[int]:
        """The pieces of a group, or the partner of a pair."""
        return self.groups.get(whole) or [int(self.partner[whole])]

    def stretch_between(self, before: int, after: int) -> int:
        """How many tokens stand between two pieces; endless if a paragraph there is not free."""
        between = slice(before + 1, after)
        free = (self.piece_partner[between] == NONE).all()
        return int(self.piece_sizes[between].sum()) if free else _ENDLESS

    def neighbours(self, edges: Ints) -> tuple[Ints, Ints]:
        """Each whole with a free paragraph before or behind its pieces, of a size to be another."""
        whole, piece = np.tile(edges[0], 2), np.concatenate((edges[1] - 1, edges[2] + 1))
        inside = (piece >= 0) & (piece < len(self.pieces))
        whole, piece = whole[inside], piece[inside]
        size = self.piece_sizes[piece]
        fits = (self.piece_partner[piece] == NONE) & (size > 0) & (size < self.sizes[whole])
        return whole[fits], piece[fits]


@dataclass(frozen=True, slots=True, order=True)
class _Proposal:
    """A neighbour that would become a piece; the surest sort first."""

    missing: float
    gain: int
    side: int
    whole: int
    piece: int
    similarity: float


class PieceFinder:
    """Splits and merges in the making: groups of pieces round a whole paragraph of either side."""

    def __init__(self, matching: Matching, measure: Measure) -> None:
        self._matching = matching
        self._measure = measure
        a, b = measure.old, measure.new
        self._views = (
            _View(matching.new_of, matching.old_of, a.strings, b.strings, a.count, b.count, {}),
            _View(matching.old_of, matching.new_of, b.strings, a.strings, b.count, a.count, {}),
        )
        self._similarity: dict[tuple[int, int], float] = {}

    def attach(self, share: float) -> None:
        """Let edited pairs and groups take free neighbours that make them more alike.

        Of a neighbour's tokens at least `share` must be new common ones, in order: what the piece
        has in common with the whole where the pieces before it have not.
        """
        edges = self._open(share)
        for _ in range(thresholds.MOST_NEIGHBOURS):
            proposals = [p for side in (0, 1) for p in self._proposals(side, edges[side], share)]
            if not proposals:
                break
            edges = self._accepted(sorted(proposals))

    def _open(self, share: float) -> list[Ints]:
        """By side, whole, first and last piece of groups and pairs that might take a neighbour."""
        matching, keys = self._matching, self._measure.keys
        old = np.flatnonzero(matching.new_of >= 0)
        new = matching.new_of[old]
        edited = keys.old[old] != keys.new[new]
        old, new = old[edited], new[edited]
        sizes = self._measure.old.count[old], self._measure.new.count[new]
        common = matching.similarity[old] * (sizes[0] + sizes[1]) / 2
        found = []
        for view, (one, other) in zip(self._views, ((old, new), (new, old)), strict=True):
            free = (view.piece_partner == NONE) & (view.piece_sizes > 0)
            fenced = np.concatenate((np.where(free, view.piece_sizes, _ENDLESS), [_ENDLESS] * 2))
            smallest = np.minimum(fenced[other - 1], fenced[other + 1])
            # Similarity by characters may overstate what short texts have in common.
            whole = view.sizes[one]
            room = np.where(whole <= thresholds.FEW_TOKENS, whole, whole - common)
            worth = (smallest * share <= room) & (smallest < whole)
            pairs = np.array([one[worth], other[worth], other[worth]])
            groups = {
                i: run for i, run in view.groups.items() if len(run) <= thresholds.MANY_PIECES
            }
            found.append(np.hstack((_edges(groups), pairs)))
        return found

    def _proposals(self, side: int, edges: Ints, share: float) -> list[_Proposal]:
        """What the neighbours of the pieces that the wholes have would bring."""
        view = self._views[side]
        asked, pieces = view.neighbours(edges)
        strings, shorter, longer = [], [], []
        for whole, piece in zip(asked.tolist(), pieces.tolist(), strict=True):
            run = view.run_of(whole)
            joined, further = "".join(view.pieces[k] for k in run), view.pieces[piece]
            strings.append(view.strings[whole])
            shorter.append(joined)
            longer.append(joined + further if piece > run[-1] else further + joined)
        before, after = self._measure.lcs(strings, shorter), self._measure.lcs(strings, longer)
        size, gain = view.piece_sizes[pieces], after - before
        both = view.sizes[asked] + lengths_of(longer)
        alike = 2 * after / both
        good = (gain >= share * size) & (alike > 2 * before / (both - size))
        columns = (1 - gain / size, -gain, asked, pieces, alike)
        rows = zip(*(column[good].tolist() for column in columns), strict=True)
        return [_Proposal(miss, gain, side, i, j, alike) for miss, gain, i, j, alike in rows]

    def _accepted(self, proposals: list[_Proposal]) -> list[Ints]:
        """Carry out the proposals that are still possible; the groups that grew."""
        grown: list[PiecesOf] = [{}, {}]
        for p in proposals:
            view = self._views[p.side]
            if p.whole in grown[p.side] or view.piece_partner[p.piece] != NONE:
                continue
            if view.partner[p.whole] == GROUPED and p.whole not in view.groups:
                continue
            run = sorted([*view.run_of(p.whole), p.piece])
            self._settle(p.side, p.whole, run, p.similarity)
            grown[p.side][p.whole] = run
        return [_edges(groups) for groups in grown]

    def _settle(self, side: int, whole: int, run: list[int], similarity: float) -> None:
        view = self._views[side]
        former = view.partner[whole]
        if former >= 0:
            view.piece_partner[former] = NONE
        view.partner[whole] = GROUPED
        view.piece_partner[run] = GROUPED
        view.groups[whole] = run
        self._similarity[side, whole] = similarity

    def dissolve(self, is_wrong: Callable[[Iterable[int], Iterable[int]], bool]) -> None:
        """Set free the old and new paragraphs of the groups of which `is_wrong`."""
        for side, view in enumerate(self._views):
            for whole, run in list(view.groups.items()):
                if is_wrong(*(([whole], run) if side == 0 else (run, [whole]))):
                    view.partner[whole] = NONE
                    view.piece_partner[run] = NONE
                    del view.groups[whole]

    def gather(self, old: Ints, new: Ints) -> None:
        """Find paragraphs that went to pieces further than from neighbour to neighbour.

        `old` and `new` are candidate pairs. Free pieces that are clearly contained in the same
        paragraph and stand side by side, with at most one stranger between two or several short
        ones, are its pieces when together they are alike to it, and more alike than what it was
        matched with. Of the strangers those that are free may be pieces as well.
        """
        for side, (one, other) in enumerate(((old, new), (new, old))):
            view = self._views[side]
            for whole, pieces in sorted(self._contained(view, one, other).items()):
                partner = int(view.partner[whole])
                if partner in (GROUPED, LEFT_ALONE):
                    continue
                pieces = [k for k in pieces if view.piece_partner[k] == NONE]
                pieces = sorted([*pieces, partner] if partner >= 0 else pieces)
                runs = self._runs(view, whole, pieces)
                if not runs:
                    continue
                alike = self._alike(view, whole, runs)
                best = max(range(len(runs)), key=lambda k: (alike[k], -k))
                before = self._alike(view, whole, [[partner]])[0] if partner >= 0 else 0.0
                if alike[best] >= thresholds.GATHERED_ALIKE and alike[best] > before:
                    self._settle(side, whole, runs[best], alike[best])

    def _runs(self, view: _View, whole: int, pieces: list[int]) -> list[list[int]]:
        """What the pieces may be together, with strangers between them and with those as pieces."""
        most = float(view.sizes[whole]) * thresholds.STRANGE_PART

        def by_count(before: int, after: int) -> bool:
            return after - before <= 2

        def by_whole(before: int, after: int) -> bool:
            return view.stretch_between(before, after) <= most

        def by_pieces(before: int, after: int) -> bool:
            around = view.piece_sizes[before] + view.piece_sizes[after]
            return bool(view.stretch_between(before, after) <= around)

        near = _side_by_side(pieces, by_count)
        filled = [
            _filled(run, view.piece_partner) for run in near + _side_by_side(pieces, by_pieces)
        ]
        runs = near + _side_by_side(pieces, by_whole) + filled
        return [list(run) for run in dict.fromkeys(map(tuple, runs))]

    def _contained(self, view: _View, one: Ints, other: Ints) -> PiecesOf:
        """Pairs (whole, piece) of the candidates where the piece is clearly in the whole."""
        sizes = view.piece_sizes[other]
        open_ = (view.partner[one] != GROUPED) & (view.partner[one] != LEFT_ALONE)
        free = open_ & (view.piece_partner[other] == NONE)
        asked = np.flatnonzero(free & (sizes > 0) & (sizes < view.sizes[one]))
        one, other, sizes = one[asked], other[asked], sizes[asked]
        many = np.bincount(one, minlength=len(view.sizes))[one] > thresholds.MANY_PIECES
        few = np.flatnonzero(~many)
        clear = np.zeros(len(one), np.bool_)
        common = self._measure.lcs(
            [view.strings[i] for i in one[few].tolist()],
            [view.pieces[j] for j in other[few].tolist()],
        )
        clear[few] = common >= thresholds.CLEARLY_CONTAINED * sizes[few]
        found: PiecesOf = defaultdict(list)
        for i, j in zip(one[clear].tolist(), other[clear].tolist(), strict=True):
            found[i].append(j)
        one, other = one[many], other[many]
        order = np.argsort(one, kind="stable")
        one, other = one[order], other[order]
        starts = starts_of(one)
        for whole, its_own in zip(one[starts].tolist(), np.split(other, starts)[1:], strict=True):
            found[whole] = self._contained_by_pairs(view, whole, its_own)
        return found

    def _contained_by_pairs(self, view: _View, whole: int, pieces: Ints) -> list[int]:
        """Of the pieces, and of what stands between and beside them, what may be from the whole.

        Its pairs of neighbouring tokens are mostly in it. For very many pieces: it takes no longer
        than to read them a few times, which is why only dense ones are looked between.
        """
        string = view.strings[whole]
        known = set(pairwise(string))
        first, last = (
            int(pieces.min()) - thresholds.MOST_NEIGHBOURS,
            int(pieces.max()) + thresholds.MOST_NEIGHBOURS,
        )
        if last - first <= thresholds.MOST_APART * len(pieces):
            pieces = np.arange(max(0, first), min(last + 1, len(view.pieces)))
        free = pieces[(view.piece_partner[pieces] == NONE) & (view.piece_sizes[pieces] > 0)]
        return [k for k in np.unique(free).tolist() if _may_be_from(view.pieces[k], string, known)]

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
                self._matching.groups.append(
                    ParagraphGroup(old, new, self._similarity[side, whole])
                )


def _edges(groups: PiecesOf) -> Ints:
    """In rows: the wholes, their first pieces and their last ones."""
    firsts, lasts = ([run[k] for run in groups.values()] for k in (0, -1))
    return np.array([list(groups), firsts, lasts], np.int64)


def _may_be_from(piece: str, whole: str, known: set[tuple[str, str]]) -> bool:
    """Whether so many pairs of the piece's tokens are among the `known` ones of the whole."""
    if len(piece) == 1:
        return piece in whole
    shared = sum(pair in known for pair in pairwise(piece))
    # A pair is there when both of its tokens are.
    return shared >= thresholds.CLEARLY_CONTAINED**2 * (len(piece) - 1)


def _side_by_side(pieces: list[int], may_part: Callable[[int, int], bool]) -> list[list[int]]:
    """Runs of at least two pieces; what is missing between neighbours is such as may part them."""
    runs: list[list[int]] = []
    for piece in pieces:
        if runs and may_part(runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [run for run in runs if len(run) > 1]


def _filled(run: list[int], partner: Ints) -> list[int]:
    """The run with the free paragraphs that are missing in it."""
    members = set(run)
    return [k for k in range(run[0], run[-1] + 1) if k in members or partner[k] == NONE]
