"""Keeps each different header and footer once, with all the places where it is printed."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from sverka.model import Block, HeaderPages, HeaderPlace, Part, Source

Printed: TypeAlias = tuple[HeaderPages, int]
"""The pages and the section, from 1, that a header is printed on."""


def different_headers(
    part: Part, found: Iterable[tuple[Sequence[Block], Sequence[Printed]]], sections: int
) -> tuple[list[Block], bool]:
    """The blocks of each different header or footer, and whether any with text is not printed.

    `found` are those that were read, each with the places where it is printed, none where nobody
    sees it. One that is the same in several places says all of them. `sections` is how many the
    document has.
    """
    kept: dict[Hashable, tuple[Sequence[Block], list[Printed]]] = {}
    left_out = False
    for own, printed in found:
        if printed:
            said = tuple((b.runs, b.objects) for b in own if b.text.strip() or b.objects)
            kept.setdefault(said, (own, []))[1].extend(printed)
        else:
            left_out |= any(block.text.strip() for block in own)
    blocks: list[Block] = []
    for own, places in kept.values():
        source = Source(part, printed_on=_places(places, sections))
        blocks += (replace(block, source=source) for block in own)
    return blocks, left_out


def _places(printed: Iterable[Printed], count: int) -> tuple[HeaderPlace, ...]:
    """These places, one for all sections in which a header is printed on the same pages."""
    sections: dict[HeaderPages, list[int]] = {}
    for pages, section in sorted(set(printed), key=lambda one: one[1]):
        sections.setdefault(pages, []).append(section)
    return tuple(
        HeaderPlace(pages, tuple(sections[pages]), len(sections[pages]) == count)
        for pages in HeaderPages
        if pages in sections
    )
