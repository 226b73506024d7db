"""The page headers and footers that a file keeps apart from its text: furniture by definition."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sverka.model import (
    Decision,
    Document,
    Finding,
    FindingKind,
    Part,
    Reason,
    ReasonCode,
    Side,
    Spot,
    Tier,
)
from sverka.screening.finding_keys import keys_of
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.page_numbers import page_number
from sverka.screening.lines.line_keys import key_of

_APART = "a part of its own", ""
"""Stands for the words around: a header part has none, and is no header in the text."""


def part_findings(document: Document, side: Side) -> list[Finding]:
    """A finding for each header and footer paragraph that is not blank."""
    found = list(_part_findings(document, side))
    keys = keys_of(found, lambda finding: _APART)
    return [replace(finding, key=key) for finding, key in zip(found, keys, strict=True)]


def _part_findings(document: Document, side: Side) -> Iterator[Finding]:
    for index, block in enumerate(document.blocks):
        part = block.source.part
        if part not in (Part.HEADER, Part.FOOTER) or not block.text.strip():
            continue
        text = block.text.strip()
        start = block.text.index(text)
        header = part is Part.HEADER
        kind = FindingKind.RUNNING_HEADER if header else FindingKind.RUNNING_FOOTER
        if page_number(text) is not None:
            kind = FindingKind.PAGE_NUMBER
        yield Finding(
            key="",
            kind=kind,
            side=side,
            text=text,
            reasons=(Reason(ReasonCode.HEADER_OF_FILE if header else ReasonCode.FOOTER_OF_FILE),),
            tier=Tier.CERTAIN,
            decision=Decision.REMOVED,
            group=f"{kind}:{key_of(text)}",
            spots=(Spot(index, start, start + len(text)),),
            sources=(block.source,),
        )


def seeds_of(document: Document, headers: Iterable[str]) -> frozenset[str]:
    """The keys of the page headers and footers of a version: known furniture for the other one.

    They are those of its header and footer parts, and `headers`, found among its printed lines.
    """
    parts = (
        key_of(line)
        for block in document.blocks
        if block.source.part in (Part.HEADER, Part.FOOTER)
        for line in block.text.split("\n")
    )
    return frozenset(key for key in (*parts, *headers) if len(key) >= weights.SHORTEST_SEED)
