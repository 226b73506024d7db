"""Puts numbers into groups: those of one are linked, straight or over others of it."""

from collections import defaultdict
from collections.abc import Iterable


def linked_groups(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `count` in groups, ascending in each; first the group that 0 is in."""
    parent = list(range(count))
    for first, second in links:
        parent[_root(parent, first)] = _root(parent, second)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        groups[_root(parent, number)].append(number)
    return list(groups.values())


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number
