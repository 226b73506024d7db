"""Links the paragraphs of two versions: the nine steps of the alignment on one page.

Step 9 is done in two parts: pieces that are surely such are taken before the gaps are filled, the
others last; desktop/decisions/0006 says why.
"""

from collections.abc import Sequence

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.alone import BothKinds, link_alone
from sverka.alignment.arrays import NONE, Floats, Ints, stretches
from sverka.alignment.candidates import candidates
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.gaps import fill_gaps
from sverka.alignment.links import table_of
from sverka.alignment.matching import Matching
from sverka.alignment.moves import find_moves
from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import ParagraphKeys, intern
from sverka.alignment.rarity import Rarity
from sverka.alignment.rewrites import join_rewritten
from sverka.alignment.seeds import Runs, exact_partners, paragraph_weights, runs_of
from sverka.alignment.similarity import Measure
from sverka.alignment.splits import PieceFinder
from sverka.alignment.table_grids import BothCells
from sverka.alignment.tables import settle_tables
from sverka.alignment.token_hashes import tokenise
from sverka.alignment.trivial_moves import move_figures, release_trivial
from sverka.collecting import without_collecting
from sverka.model import Alignment, Ignore, Progress, silent


@without_collecting()
def align(
    old_texts: Sequence[str],
    new_texts: Sequence[str],
    *,
    ignore: frozenset[Ignore] = frozenset(),
    kinds: BothKinds | None = None,
    cells: BothCells | None = None,
    progress: Progress = silent,
) -> Alignment:
    """Say which paragraphs of the old version became which of the new.

    Every paragraph stands in exactly one link; links come in the reading order of the new version.
    Exchanging the versions mirrors the links. `ignore` names differences that count as equal.
    `kinds` says what each paragraph is, so that a heading is held against a heading and a cell
    against a cell where nothing else tells; `cells` says where in a table it stands.
    `progress` is called many times with Stage.ALIGNMENT; a Cancelled it raises passes through.
    """
    # Which side is which must not matter, so their content decides, and the end sets it right.
    old, new = list(old_texts), list(new_texts)
    turned = (len(new), new) < (len(old), old)
    if turned:
        old, new = new, old
        kinds = kinds and BothKinds(kinds.new, kinds.old)
        cells = cells and BothCells(cells.new, cells.old)
    pace = Pace(progress)
    # Step 1: every paragraph becomes a number.
    keys = intern(old, new, ignore, pace)
    pace.reach(0.1)
    matching = _matched(keys, kinds, cells, pace)
    pace.reach(0.95)
    links = table_of(matching, keys, ignore, (old, new), turned, pace)
    pace.reach(1.0)
    return Alignment(links)


def _matched(
    keys: ParagraphKeys, kinds: BothKinds | None, cells: BothCells | None, pace: Pace
) -> Matching:
    """Steps 2 to 9, from the numbered paragraphs to the finished matching."""
    # Step 2: exact seeds.
    partner = exact_partners(keys)
    pace.reach(0.15)
    # Step 3: the words of the others.
    measure = _measured(keys, partner, pace)
    pace.reach(0.3)
    # Step 4: pairs worth comparing.
    old, new = candidates(measure.old, measure.new, pace)
    pace.reach(0.5)
    # Step 5: how alike they are.
    alike = measure.similarity(old, new)
    pace.reach(0.6)
    matching = Matching.empty(len(keys.old), len(keys.new))
    # Step 6: the chain.
    backbone = _chained(matching, measure, runs_of(partner), (old, new, alike))
    # Step 9 for sure pieces, before the gaps.
    pieces = PieceFinder(matching, measure)
    pieces.attach(thresholds.SURE_PIECE)
    pace.reach(0.7)
    # Step 7: the gaps of the chain.
    rarity = Rarity.of(measure.old, measure.new)
    fill_gaps(matching, measure, rarity, backbone)
    pace.reach(0.8)
    # Step 8: moves off the chain.
    find_moves(matching, measure, rarity, (old, new, alike))
    pace.reach(0.9)
    # Step 8a: tables by their rows and columns.
    settle_tables(matching, measure, cells, pieces)
    # Step 9 for all other pieces.
    pieces.gather(old, new)
    pieces.attach(thresholds.LATE_PIECE)
    pieces.finish()
    # Step 9a: what says too little to have moved.
    released = release_trivial(matching, keys, cells, pace)
    # Step 9b: what stands alone between the same neighbours.
    link_alone(matching, measure, kinds)
    move_figures(matching, keys, *released)
    # Step 9c: neighbours between which text crossed the border.
    join_rewritten(matching, measure, rarity)
    matching.call_free()
    return matching


def _measured(keys: ParagraphKeys, partner: Ints, pace: Pace) -> Measure:
    """The tokens of all paragraphs without an exact twin, ready to be compared."""
    taken = np.zeros(len(keys.new), np.bool_)
    taken[partner[partner != NONE]] = True
    sides = []
    for numbers, left in (
        (keys.old, np.flatnonzero(partner == NONE)),
        (keys.new, np.flatnonzero(~taken)),
    ):
        texts = [keys.texts[k] for k in numbers[left].tolist()]
        sides.append(tokenise(texts, left, len(numbers), pace))
    return Measure(keys, sides[0], sides[1], pace)


def _chained(
    matching: Matching, measure: Measure, runs: Runs, pairs: tuple[Ints, Ints, Floats]
) -> tuple[Ints, Ints]:
    """Match the heaviest chain of exact runs and alike pairs, and the runs off it; give the chain.

    An exact run off the chain is a move already: nothing in a gap can be a better match.
    """
    good = pairs[2] >= thresholds.CHAINED_ALIKE
    old, new, alike = pairs[0][good], pairs[1][good], pairs[2][good]
    lengths, numbers = measure.keys.lengths, (measure.keys.old, measure.keys.new)
    shorter = np.minimum(lengths[numbers[0][old]], lengths[numbers[1][new]])
    sums = np.concatenate(([0], np.cumsum(paragraph_weights(lengths[numbers[0]]))))
    starts = np.concatenate((runs.old, old)), np.concatenate((runs.new, new))
    length = np.concatenate((runs.length, np.ones_like(old)))
    similarity = np.concatenate((np.ones(len(runs.old)), alike))
    weight = np.concatenate(
        (sums[runs.old + runs.length] - sums[runs.old], alike**2 * paragraph_weights(shorter))
    )
    chain = heaviest_chain(*starts, length, weight, measure.pace.tick)
    off = np.ones(len(runs.old), np.bool_)
    off[chain[chain < len(off)]] = False
    for blocks in (np.flatnonzero(off), chain):
        times = length[blocks]
        rows, columns = (stretches(start[blocks], times) for start in starts)
        matching.link(rows, columns, np.repeat(similarity[blocks], times))
    return rows, columns
