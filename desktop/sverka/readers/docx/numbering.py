"""Reads the lists of a DOCX: what each of their levels prints, and where it begins to count."""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from sverka.readers.docx.wordprocessing import number, switch, to_int, value, w
from sverka.readers.office.counted_lists import Level, NumberedList, Numbering
from sverka.readers.office.symbols import unprivate


def read_numbering(root: etree._Element | None, lists_of_styles: Mapping[str, int]) -> Numbering:
    """The lists of a numbering part. `lists_of_styles` gives the list id of each list style."""
    if root is None:
        return Numbering()
    abstract = {e.get(w("abstractNumId"), ""): e for e in root.findall(w("abstractNum"))}
    concrete = {
        i: e for e in root.findall(w("num")) if (i := to_int(e.get(w("numId")))) is not None
    }
    lists = {}
    for list_id, element in concrete.items():
        counters = _abstract_id(
            value(element, "abstractNumId"), abstract, concrete, lists_of_styles
        )
        levels = {} if counters not in abstract else _levels(abstract[counters])
        starts = {}
        for override in element.findall(w("lvlOverride")):
            index = to_int(override.get(w("ilvl"))) or 0
            if (own := override.find(w("lvl"))) is not None:
                levels[index] = _level(own)
            if (start := number(override, "startOverride")) is not None:
                starts[index] = start
                levels[index] = replace(levels.get(index, Level()), start=start)
        lists[list_id] = NumberedList(counters, levels, starts)
    return Numbering(lists)


def _abstract_id(
    key: str | None,
    abstract: Mapping[str, etree._Element],
    concrete: Mapping[int, etree._Element],
    lists_of_styles: Mapping[str, int],
) -> str:
    """The id of the abstract list, followed once through the list style it may only point to."""
    link = value(abstract.get(key or ""), "numStyleLink")
    if link is not None and (linked := concrete.get(lists_of_styles.get(link, -1))) is not None:
        key = value(linked, "abstractNumId")
    return key or ""


def _levels(element: etree._Element) -> dict[int, Level]:
    return {to_int(e.get(w("ilvl"))) or 0: _level(e) for e in element.findall(w("lvl"))}


def _level(element: etree._Element) -> Level:
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    font = None if fonts is None else fonts.get(w("ascii"))
    start = number(element, "start")
    return Level(
        start=1 if start is None else start,
        style=value(element, "numFmt") or _alternative_style(element) or "decimal",
        text=unprivate(value(element, "lvlText") or "", font),
        restart=number(element, "lvlRestart"),
        figures_only=bool(switch(element, "isLgl")),
        paragraph_style=value(element, "pStyle"),
    )


def _alternative_style(element: etree._Element) -> str | None:
    """The number format where newer ones are wrapped for the sake of older programs."""
    found = next(element.iter(w("numFmt")), None)
    return None if found is None else found.get(w("val"))
