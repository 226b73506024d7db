"""Says which object of a link became which: a link with its new target, a picture with another."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeAlias

from rapidfuzz.distance import Indel

from sverka.differences.carried.linked_objects import Placed

ObjectPair: TypeAlias = tuple[Placed | None, Placed | None]
"""An object before and after; None where it came or went."""


def paired_objects(old: Sequence[Placed], new: Sequence[Placed]) -> Iterator[ObjectPair]:
    """Each object of a link with what it became, None where it came or went.

    What came and went is known again where it is the same thing.
    """
    pairs = list(_in_order(old, new))
    come: dict[Hashable, deque[Placed]] = defaultdict(deque)
    for was, now in pairs:
        if was is None and now is not None:
            come[now.key].append(now)
    for was, now in pairs:
        if was is not None:
            again = come[was.key] if now is None else None
            yield was, again.popleft() if again else now
    yield from ((None, now) for left in come.values() for now in left)


def _in_order(old: Sequence[Placed], new: Sequence[Placed]) -> Iterator[ObjectPair]:
    """The objects that belong together: what is the same in its order, then what stands between."""
    numbers: dict[Hashable, int] = {}
    before, after = (
        [numbers.setdefault(one.key, len(numbers)) for one in each] for each in (old, new)
    )
    blocks = Indel.opcodes(before, after)
    gap_old: list[Placed] = []
    gap_new: list[Placed] = []
    for block in blocks:
        if block.tag != "equal":
            gap_old += old[block.src_start : block.src_end]
            gap_new += new[block.dest_start : block.dest_end]
            continue
        yield from _across(gap_old, gap_new)
        gap_old, gap_new = [], []
        here, there = old[block.src_start : block.src_end], new[block.dest_start : block.dest_end]
        yield from zip(here, there, strict=True)
    yield from _across(gap_old, gap_new)


def _across(old: Sequence[Placed], new: Sequence[Placed]) -> Iterator[ObjectPair]:
    """What stands between objects that stayed: another one in its place, if there is one.

    A note's mark is never another note's.
    """
    both = 0 if any(one.is_mark for one in old) else min(len(old), len(new))
    yield from zip(old[:both], new[:both], strict=True)
    for was in old[both:]:
        yield was, None
    for now in new[both:]:
        yield None, now
