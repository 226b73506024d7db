"""The result: links in reading order, made into objects only when somebody looks at them."""

from collections.abc import Sequence

import numpy as np

from sverka.alignment.arrays import NONE
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.folding import folded
from sverka.alignment.matching import Group, Matching
from sverka.model import Alignment, Ignore, Link, LinkKind


def mirrored(matching: Matching) -> Matching:
    """The same matching with the sides exchanged."""
    similarity = np.zeros(len(matching.old_of))
    new = np.flatnonzero(matching.old_of != NONE)
    similarity[new] = matching.similarity[matching.old_of[new]]
    groups = [Group(g.new, g.old, g.similarity) for g in matching.groups]
    return Matching(matching.old_of, matching.new_of, similarity, groups)


def links_of(
    matching: Matching, old: Sequence[str], new: Sequence[str], ignore: frozenset[Ignore]
) -> Alignment:
    """All links in reading order."""
    entries = []
    for i in range(len(old)):
        j = int(matching.new_of[i])
        if j != NONE:
            same = old[i] == new[j] or (ignore and folded(old[i], ignore) == folded(new[j], ignore))
            kind = LinkKind.EQUAL if same else LinkKind.EDITED
            entries.append(((i,), (j,), kind, float(matching.similarity[i])))
    seen_old = {i for g in matching.groups for i in g.old}
    seen_new = {j for g in matching.groups for j in g.new}
    for g in matching.groups:
        kind = LinkKind.SPLIT if len(g.old) == 1 else LinkKind.MERGED
        entries.append((g.old, g.new, kind, g.similarity))
    a = np.array([e[0][0] for e in entries], np.int64)
    b = np.array([e[1][0] for e in entries], np.int64)
    w = np.array([sum(len(old[i]) for i in e[0]) + 8 for e in entries], np.float64)
    chain = heaviest_chain(a, b, np.ones(len(a), np.int64), w)
    moved = np.ones(len(a), np.bool_)
    moved[chain] = False
    rows = []
    for (o, n, kind, s), is_moved in zip(entries, moved.tolist(), strict=True):
        rows.append((n[0], 1, Link(o, n, kind, is_moved, s)))
    for j in range(len(new)):
        if matching.old_of[j] == NONE and j not in seen_new:
            rows.append((j, 1, Link((), (j,), LinkKind.INSERTED, False, 0.0)))
    chain_old = [entries[k][0][-1] for k in chain]
    chain_new = [entries[k][1][-1] for k in chain]
    from bisect import bisect_left

    for i in range(len(old)):
        if matching.new_of[i] == NONE and i not in seen_old:
            k = bisect_left(chain_old, i)
            rows.append(
                (
                    chain_new[k - 1] + 0.5 if k else -1,
                    0,
                    Link((i,), (), LinkKind.DELETED, False, 0.0),
                )
            )
    rows.sort(key=lambda r: (r[0], r[1], r[2].old))
    return Alignment(tuple(r[2] for r in rows))
