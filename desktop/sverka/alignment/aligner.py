"""The nine steps on one page."""

from collections.abc import Sequence

import numpy as np

from sverka.alignment.arrays import NONE
from sverka.alignment.candidates import candidates
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.characters import CharacterTable
from sverka.alignment.gaps import fill_gaps
from sverka.alignment.keys import intern
from sverka.alignment.links import links_of, mirrored
from sverka.alignment.matching import Matching
from sverka.alignment.moves import find_moves
from sverka.alignment.seeds import exact_partners, paragraph_weights, runs_of
from sverka.alignment.similarity import Measure, worth_comparing
from sverka.alignment.splits import find_splits
from sverka.alignment.tokens import tokenise
from sverka.model import Alignment, Ignore, Progress, Stage, silent


def align(
    old_texts: Sequence[str],
    new_texts: Sequence[str],
    *,
    ignore: frozenset[Ignore] = frozenset(),
    progress: Progress = silent,
) -> Alignment:
    """Say which paragraphs of the old version became which of the new."""
    old, new = list(old_texts), list(new_texts)
    turned = (len(new), new) < (len(old), old)
    if turned:
        old, new = new, old
    matching = _matched(old, new, ignore, progress)
    if turned:
        matching = mirrored(matching)
        old, new = new, old
    return links_of(matching, old, new, ignore)


def _matched(
    old: list[str], new: list[str], ignore: frozenset[Ignore], progress: Progress
) -> Matching:
    def step() -> None:
        progress(Stage.ALIGNMENT, 0.5)

    table = CharacterTable()
    keys = intern(old, new, ignore, table)
    partner = exact_partners(keys)
    runs = runs_of(partner)
    weights_old = paragraph_weights(keys.lengths[keys.old])
    weights_new = paragraph_weights(keys.lengths[keys.new])
    left_old = np.flatnonzero(partner == NONE)
    taken = np.zeros(len(new), np.bool_)
    taken[partner[partner != NONE]] = True
    left_new = np.flatnonzero(~taken)
    tokens_old = tokenise(
        [keys.texts[k] for k in keys.old[left_old].tolist()], left_old, len(old), table
    )
    tokens_new = tokenise(
        [keys.texts[k] for k in keys.new[left_new].tolist()], left_new, len(new), table
    )
    measure = Measure(keys, tokens_old, tokens_new, step)
    i, j, _ = candidates(tokens_old, tokens_new)
    worth = worth_comparing(tokens_old.counts[i], tokens_new.counts[j]) >= 0.0
    i, j = i[worth], j[worth]
    alike, contained = measure.similarity(i, j)
    good = alike >= 0.3
    gi, gj, gs = i[good], j[good], alike[good]
    cumulative = np.concatenate(([0], np.cumsum(weights_old)))
    chain = heaviest_chain(
        np.concatenate((runs.old, gi)),
        np.concatenate((runs.new, gj)),
        np.concatenate((runs.length, np.ones(len(gi), np.int64))),
        np.concatenate(
            (
                cumulative[runs.old + runs.length] - cumulative[runs.old],
                gs**2 * np.minimum(weights_old[gi], weights_new[gj]),
            )
        ),
    )
    matching = Matching.empty(len(old), len(new))
    off = np.ones(len(runs.old), np.bool_)
    for k in chain.tolist():
        if k < len(runs.old):
            o, n_, l = int(runs.old[k]), int(runs.new[k]), int(runs.length[k])
            matching.link(np.arange(o, o + l), np.arange(n_, n_ + l), 1.0)
            off[k] = False
        else:
            k -= len(runs.old)
            matching.link(gi[k : k + 1], gj[k : k + 1], gs[k])
    fill_gaps(matching, measure, (weights_old, weights_new))
    off_runs = [
        (int(runs.old[k]), int(runs.new[k]), int(runs.length[k])) for k in np.flatnonzero(off)
    ]
    find_moves(matching, measure, off_runs, (i, j, alike))
    find_splits(matching, measure, (i, j, contained))
    return matching
