"""Reads what a DOCX says of itself: title, author, language, number of pages."""

from collections.abc import Sequence

from lxml import etree

from sverka.model import Block, Part, Properties
from sverka.readers.docx.package import Package
from sverka.readers.docx.wordprocessing import to_int, w
from sverka.readers.intake import Intake

_DC = "{http://purl.org/dc/elements/1.1/}"
_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_STRICT_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extendedProperties}"

_COUNTING_MAY_DIFFER = 0.2
"""Programs differ in whether spaces, notes and list numbers count as characters."""


def read_properties(
    package: Package, part: str, intake: Intake, blocks: Sequence[Block]
) -> Properties:
    """The properties of the file and those its application stored, where it did."""
    core = package.related("", "core-properties")
    extended = package.related("", "extended-properties")
    if extended is None:
        extended = package.related("", "extendedProperties")

    def stored(name: str) -> str | None:
        text = None if core is None else core.findtext(_DC + name)
        return (text or "").strip() or None

    return Properties(
        size=len(intake.data),
        modified=intake.modified,
        pages=_pages(extended, blocks),
        title=stored("title"),
        author=stored("creator"),
        language=stored("language") or _default_language(package, part),
    )


def _pages(extended: etree._Element | None, blocks: Sequence[Block]) -> int | None:
    """The number of pages that the last program counted, if what it counted is this text.

    Programs that do not lay pages out keep the numbers of the file they started from, so the
    number of characters stored beside it has to be about right.
    """
    if extended is None:
        return None

    def stored(name: str) -> int:
        text = extended.findtext(_EXTENDED + name) or extended.findtext(_STRICT_EXTENDED + name)
        return to_int(text) or 0

    printed = sum(len("".join(b.text.split())) for b in blocks if b.source.part is Part.BODY)
    counted = stored("Characters")
    if abs(printed - counted) > _COUNTING_MAY_DIFFER * max(printed, counted):
        return None
    return stored("Pages") or None


def _default_language(package: Package, part: str) -> str | None:
    """The language of text that names none, in the style part."""
    styles = package.related(part, "styles")
    path = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"
    found = None if styles is None else styles.find(path)
    return None if found is None else found.get(w("val"))
