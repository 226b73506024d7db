"""Finds the links that moved together: a block that moved is one change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.differences.edit_thresholds import BETWEEN_MOVED
from sverka.model import Link, LinkKind


@dataclass(frozen=True, slots=True)
class MovedBlock:
    """Links that moved and stayed together: the index of the first, and the last paragraphs."""

    link: int
    last_old: int
    last_new: int


def moved_blocks(links: Sequence[Link]) -> dict[int, MovedBlock]:
    """Every block that moved, by the index of its first link.

    Paragraphs that came in or went out inside a block do not end it, if they are few.
    """
    gone = {i for link in links if link.kind is LinkKind.DELETED for i in link.old}
    blocks: dict[int, MovedBlock] = {}
    block: MovedBlock | None = None
    for index, link in _in_both(links):
        if not link.moved:
            block = None
            continue
        if block is None or not _goes_on(block, link, gone):
            block = MovedBlock(index, link.old[-1], link.new[-1])
        else:
            block = MovedBlock(block.link, link.old[-1], link.new[-1])
        blocks[block.link] = block
    return blocks


def _in_both(links: Sequence[Link]) -> Iterator[tuple[int, Link]]:
    return ((index, link) for index, link in enumerate(links) if link.old and link.new)


def _goes_on(block: MovedBlock, link: Link, gone: set[int]) -> bool:
    between = range(block.last_old + 1, link.old[0])
    if link.old[0] <= block.last_old or link.new[0] <= block.last_new:
        return False
    if max(len(between), link.new[0] - block.last_new - 1) > BETWEEN_MOVED:
        return False
    return gone.issuperset(between)
