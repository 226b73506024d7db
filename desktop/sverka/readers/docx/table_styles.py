"""How the text in a table looks by the table's style: the header row bold, the last one italic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.document_theme import DocumentTheme
from sverka.readers.docx.run_looks import look
from sverka.readers.docx.wordprocessing import number, switch, w
from sverka.readers.office.text_looks import NOTHING, Look

_FLAGS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}
"""What a table takes of its style, as attributes or as bits of one number (ISO 29500-1)."""


@dataclass(frozen=True, slots=True)
class TableStyle:
    """The look of all text of a table, and of its parts ("firstRow") where they have their own.

    `bands` are how many rows, and columns, a stripe has. `repeats` says whether the first row is
    printed again on top of each page.
    """

    whole: Look = NOTHING
    parts: Mapping[str, Look] = field(default_factory=dict)
    bands: tuple[int, int] = (1, 1)
    repeats: bool = False


UNSTYLED = TableStyle()


@dataclass(frozen=True, slots=True)
class StyledTable:
    """A table of so many rows and its style; `taken` is what it takes of it."""

    style: TableStyle
    taken: frozenset[str]
    rows: int

    @property
    def marks_header(self) -> bool:
        """Whether the first row is set apart as a header."""
        return "firstRow" in self.taken and "firstRow" in self.style.parts

    @property
    def repeated(self) -> int:
        """How many rows the style has printed again on top of each page."""
        return int(self.style.repeats and "firstRow" in self.taken)

    def look(self, row: int, column: int, edges: tuple[bool, bool]) -> Look:
        """How text in a cell looks by the style; rows and columns count from 1.

        `edges` says whether it is the first, and whether the last, that its row has.
        """
        result = self.style.whole
        if not self.style.parts:
            return result
        for name in self._parts(row, column, edges):
            result = self.style.parts.get(name, NOTHING).over(result)
        return result

    def _parts(self, row: int, column: int, edges: tuple[bool, bool]) -> list[str]:
        """The parts of the style that hold for a cell, the later before the earlier."""
        first, last = "firstRow" in self.taken, "lastRow" in self.taken
        left, right = "firstColumn" in self.taken, "lastColumn" in self.taken
        rows, columns = self.style.bands
        top, bottom = first and row == 1, last and row == self.rows
        start, end = left and edges[0], right and edges[1]
        found = []
        if "noVBand" not in self.taken and not start and not end:
            found.append(f"band{(column - 1 - left) // columns % 2 + 1}Vert")
        if "noHBand" not in self.taken and not top and not bottom:
            found.append(f"band{(row - 1 - first) // rows % 2 + 1}Horz")
        found += [
            name
            for name, holds in (
                ("firstCol", start),
                ("lastCol", end),
                ("firstRow", top),
                ("lastRow", bottom),
                ("nwCell", top and start),
                ("neCell", top and end),
                ("swCell", bottom and start),
                ("seCell", bottom and end),
            )
            if holds
        ]
        return found


def table_style(chain: Sequence[etree._Element], theme: DocumentTheme) -> TableStyle:
    """What a table style says; `chain` is itself and those it is based on."""
    whole, parts, bands, repeats = NOTHING, dict[str, Look](), (1, 1), False
    for element in reversed(chain):
        whole = look(element.find(w("rPr")), theme).over(whole)
        properties = element.find(w("tblPr"))
        bands = (
            max(1, number(properties, "tblStyleRowBandSize") or bands[0]),
            max(1, number(properties, "tblStyleColBandSize") or bands[1]),
        )
        for part in element.findall(w("tblStylePr")):
            name = part.get(w("type"), "")
            parts[name] = look(part.find(w("rPr")), theme).over(parts.get(name, NOTHING))
            own = switch(part.find(w("trPr")), "tblHeader") if name == "firstRow" else None
            repeats = repeats if own is None else own
    return TableStyle(whole, parts, bands, repeats)


def styled_table(table: etree._Element, style: TableStyle, rows: int) -> StyledTable:
    """A table with this style and so many rows."""
    taken = table.find(f"{w('tblPr')}/{w('tblLook')}")
    return StyledTable(style, _taken(taken), rows)


def _taken(element: etree._Element | None) -> frozenset[str]:
    """What a table takes of its style, by attributes, else by the bits of the older form."""
    if element is None:
        return frozenset()
    bits = _bits(element.get(w("val"), ""))
    said = {name: element.get(w(name)) for name in _FLAGS}
    return frozenset(
        name
        for name, bit in _FLAGS.items()
        if (bool(bits & bit) if said[name] is None else said[name] in {"1", "true", "on"})
    )


def _bits(figures: str) -> int:
    try:
        return int(figures, 16)
    except ValueError:
        return 0
