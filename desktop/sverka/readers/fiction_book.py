"""Reads FB2 (FictionBook): its bodies in order, notes as notes, as the same elements in HTML."""

from typing import TYPE_CHECKING

from sverka.model import Document, Phrase, Properties, ReadError
from sverka.readers.archive import Archive, Damaged, is_zip, open_archive
from sverka.readers.encoding import as_ascii
from sverka.readers.inline_pictures import inline_digest
from sverka.readers.intake import Intake, too_large
from sverka.readers.limits import MAX_MARKUP_BYTES
from sverka.readers.registry import Format, Match, Settings

if TYPE_CHECKING:
    from lxml import etree

_HEAD = 4096
_HREF = "{http://www.w3.org/1999/xlink}href"
_NAMES = {
    "FictionBook": "div",
    "body": "div",
    "section": "div",
    "annotation": "div",
    "epigraph": "blockquote",
    "cite": "blockquote",
    "poem": "blockquote",
    "stanza": "div",
    "p": "p",
    "v": "p",
    "text-author": "p",
    "date": "p",
    "empty-line": "hr",
    "emphasis": "em",
    "strong": "strong",
    "strikethrough": "s",
    "style": "span",
    "image": "img",
    "description": "template",
    "binary": "template",
    "stylesheet": "template",
}
"""The elements of FB2 that are called otherwise in HTML; others have the same names."""

_HEADINGS = frozenset({"title", "subtitle"})
_NOTES = frozenset({"notes", "comments", "footnotes"})


def match(intake: Intake) -> Match:
    """Its first element says so; a ZIP with one such file in it is read as that file."""
    if is_zip(intake.data):
        return Match.CERTAIN if _is_packed(intake) else Match.NO
    return Match.CERTAIN if "<FictionBook" in as_ascii(intake.data[:_HEAD]) else Match.NO


def _is_packed(intake: Intake) -> bool:
    try:
        return _book_in(open_archive(intake.data, intake.path)) is not None
    except Damaged:
        return False


def _book_in(archive: Archive) -> str | None:
    """The name of the book in an archive that holds nothing else."""
    names = archive.names()
    return names[0] if len(names) == 1 and names[0].endswith(".fb2") else None


def read(intake: Intake, settings: Settings) -> Document:
    """Read the bodies of a book, the notes behind them."""
    from sverka.readers.html.web_page import Markup, ReadPage
    from sverka.readers.markup import BadMarkup, parse

    try:
        root = parse(_unpacked(intake))
    except (BadMarkup, Damaged, KeyError) as error:
        raise ReadError(
            "“{file}” is damaged and no whole book in FB2; get it once more.", file=intake.path
        ) from error
    for element in root.iter("*"):
        element.tag = str(element.tag).rpartition("}")[2]
    pictures = {
        "#" + one.get("id", ""): inline_digest(one.text or "")
        for one in root.iter("binary")
        if one.get("id")
    }
    properties = Properties(
        size=len(intake.data),
        modified=intake.modified,
        title=_said(root, "book-title"),
        author=_author(root),
        language=_said(root, "lang"),
    )
    _as_html(root)
    page = ReadPage()
    page.add(root, Markup(picture=pictures.get), settings)
    return page.document(intake, FORMAT.name, settings, properties=properties)


def _unpacked(intake: Intake) -> bytes:
    """The XML of the book."""
    data = intake.data
    if is_zip(data):
        archive = open_archive(data, intake.path)
        data = archive.read(_book_in(archive) or "")
    if len(data) > MAX_MARKUP_BYTES:
        raise too_large(intake.path, MAX_MARKUP_BYTES)
    return data


def _as_html(root: "etree._Element") -> None:
    """Give the elements the names they have in HTML, from the outside in."""
    depths: dict[object, int] = {root: 0}
    notes: set[object] = set()
    for element in root.iter("*"):
        parent = element.getparent()
        depth = depths.get(parent, 0)
        tag = str(element.tag)
        if tag == "body" and element.get("name", "") in _NOTES:
            notes.add(element)
        elif parent in notes and tag == "section" and element.get("id"):
            element.set("role", "doc-footnote")
        depths[element] = depth + (tag in ("body", "section"))
        if (href := element.get(_HREF)) is not None:
            element.set("src" if tag == "image" else "href", href)
        if tag == "a" and element.get("type") == "note":
            element.set("role", "doc-noteref")
        if tag in _HEADINGS and parent is not None and parent.get("role") == "doc-footnote":
            # The number of the note, which the program that shows it prints.
            element.tag = "template"
        elif tag in _HEADINGS:
            level = depth + (tag == "subtitle")
            element.tag = f"h{max(1, min(6, level))}"
        else:
            element.tag = _NAMES.get(tag, tag)


def _said(root: "etree._Element", name: str) -> str | None:
    found = root.find(f"description/title-info/{name}")
    return None if found is None else " ".join((found.text or "").split()) or None


def _author(root: "etree._Element") -> str | None:
    names = ("first-name", "middle-name", "last-name", "nickname")
    parts = (_said(root, f"author/{name}") for name in names)
    return " ".join(part for part in parts if part) or None


FORMAT = Format("fb2", Phrase("FB2"), (".fb2",), match, read)
