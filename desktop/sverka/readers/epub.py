"""Reads electronic books (EPUB): the parts of the book in its reading order, each a web page."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sverka.model import (
    Document,
    Notice,
    NoticeCode,
    Phrase,
    Properties,
    ReadError,
    Stage,
)
from sverka.patterns import late_pattern
from sverka.readers.archive import Archive, Damaged, is_zip, open_archive
from sverka.readers.intake import Intake
from sverka.readers.limits import MAX_BOOK_PARTS
from sverka.readers.registry import Format, Match, Settings

if TYPE_CHECKING:
    from lxml import etree

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("html", "xml")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENTITY = late_pattern(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_PROLOGUE = late_pattern(
    r"\A\s*(?:<\?xml\b[^>]*\?>)?\s*(?:<!--(?:(?!-->).)*-->\s*)*<!DOCTYPE\b[^>\[]*>", re.DOTALL
)
_XML_DECLARATION = late_pattern(r"\A\s*<\?xml\b[^>]*\?>")
_TYPE = "{http://www.idpf.org/2007/ops}type"


def match(intake: Intake) -> Match:
    """A ZIP that says that it is a book, or where one begins in it; a broken ZIP may be one."""
    if not is_zip(intake.data):
        return Match.NO
    try:
        archive = open_archive(intake.data, intake.path)
        declared = archive.declared()
    except Damaged:
        return Match.POSSIBLE
    is_book = declared.strip().startswith(b"application/epub+zip")
    return Match.CERTAIN if is_book or archive.has(_CONTAINER) else Match.NO


def read(intake: Intake, settings: Settings) -> Document:
    """Read all parts of a book in their order."""
    from sverka.readers.html.web_page import Markup, ReadPage

    try:
        book = _opened(open_archive(intake.data, intake.path))
    except Damaged as error:
        raise _damaged(intake.path) from error
    if book.is_locked():
        raise ReadError(
            "“{file}” is protected against copying (DRM), so that its text cannot be read.",
            file=intake.path,
        )
    page = ReadPage()
    notices: list[Notice] = []
    for count, name in enumerate(book.spine):
        settings.progress(Stage.READING, count / len(book.spine))
        try:
            root = parsed_part(book.archive.read(name), intake.path)
        except (Damaged, KeyError):
            values = {"file": intake.path, "part": posixpath.basename(name)}
            notices.append(Notice(NoticeCode.PART_DAMAGED, values))
            continue
        if root is not None:
            beside = Beside(book.archive, posixpath.dirname(name))
            page.add(root, Markup(beside.picture, beside.sheet), settings)
    properties = Properties(
        size=len(intake.data),
        modified=intake.modified,
        title=book.stored("title") or page.title,
        author=book.stored("creator"),
        language=book.stored("language"),
    )
    return page.document(intake, FORMAT.name, settings, notices, properties)


@dataclass(slots=True)
class Beside:
    """What stands in an archive beside the part in `folder`: its pictures and style sheets."""

    archive: Archive
    folder: str

    def picture(self, address: str) -> str | None:
        """The digest of the bytes of a picture."""
        return self.archive.digest(resolved(self.folder, address)) or None

    def sheet(self, address: str) -> str | None:
        """The text of a style sheet."""
        try:
            return self.archive.read(resolved(self.folder, address)).decode("utf-8", "replace")
        except (KeyError, Damaged):
            return None


@dataclass(frozen=True)
class _Book:
    """An open book: `package` is the part that lists its parts, in the folder `folder`."""

    archive: Archive
    package: "etree._Element"
    folder: str
    spine: tuple[str, ...] = field(default=())

    @cached_property
    def _metadata(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for element in self.package.iter("{http://purl.org/dc/elements/1.1/}*"):
            name = str(element.tag).rpartition("}")[2]
            found.setdefault(name, " ".join((element.text or "").split()))
        return found

    def stored(self, name: str) -> str | None:
        """What the book says of itself."""
        return self._metadata.get(name) or None

    def is_locked(self) -> bool:
        """Whether parts with text are encrypted; fonts often are, and do not matter."""
        from sverka.readers.markup import BadMarkup, parse

        if not self.archive.has(_ENCRYPTION):
            return False
        try:
            root = parse(self.archive.read(_ENCRYPTION))
        except (BadMarkup, Damaged):
            return False
        locked = {
            unquote(one.get("URI", "")).lower()
            for one in root.iter("{http://www.w3.org/2001/04/xmlenc#}CipherReference")
        }
        return any(name.lower() in locked for name in self.spine)


def _opened(archive: Archive) -> _Book:
    """The book in an archive; Damaged where it does not say where its parts are."""
    from sverka.readers.markup import BadMarkup, parse

    try:
        container = parse(archive.read(_CONTAINER))
        paths = [e.get("full-path", "") for e in container.iter("{*}rootfile")]
        path = next((path for path in paths if archive.has(path)), "")
        package = parse(archive.read(path))
    except (BadMarkup, KeyError) as error:
        raise Damaged(_CONTAINER) from error
    folder = posixpath.dirname(path)
    return _Book(archive, package, folder, tuple(_spine(package, folder)))


def _spine(package: "etree._Element", folder: str) -> Iterator[str]:
    """The names of the parts in their reading order."""
    items = {
        item.get("id", ""): item for item in package.iter("{*}item") if item.get("href") is not None
    }
    references = list(package.iter("{*}itemref"))[:MAX_BOOK_PARTS]
    for reference in references:
        item = items.get(reference.get("idref", ""))
        if item is not None and any(kind in item.get("media-type", "html") for kind in _PAGES):
            yield resolved(folder, item.get("href", ""))


def resolved(folder: str, address: str) -> str:
    """The name inside the archive of what an address in `folder` stands for."""
    path = unquote(address.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, path))


def parsed_part(data: bytes, shown: str) -> "etree._Element | None":
    """The elements of a part with the names of HTML; None where it holds none.

    It is XML by its format, and read as HTML where it is not.
    """
    from sverka.readers.html.page_encoding import decode_page
    from sverka.readers.html.web_page import elements_of
    from sverka.readers.markup import BadMarkup, parse

    text = decode_page(data, None, None, shown).text
    if not text.strip():
        return None
    plain = _XML_DECLARATION.sub("", _PROLOGUE.sub("", text))
    try:
        root = parse(_ENTITY.sub(_character, plain).strip().encode("utf-8"))
    except BadMarkup:
        return elements_of(text, shown)
    for element in root.iter("*"):
        element.tag = str(element.tag).rpartition("}")[2].lower()
        if kind := element.get(_TYPE):
            _tell(element, kind.split())
    return root


def _tell(element: "etree._Element", kinds: list[str]) -> None:
    """Say by the role what an element is by its kind (EPUB structural semantics): notes."""
    if element.tag == "a" and "noteref" in kinds:
        element.set("role", "doc-noteref")
    elif "footnote" in kinds:
        element.set("role", "doc-footnote")
    elif "endnote" in kinds or "rearnote" in kinds:
        element.set("role", "doc-endnote")


def _character(found: re.Match[str]) -> str:
    return found[0] if found[1] in _XML_ENTITIES else unescape(found[0])


def _damaged(shown: str) -> ReadError:
    return ReadError(
        "“{file}” is damaged or no electronic book; get it once more, whole.", file=shown
    )


FORMAT = Format("epub", Phrase("EPUB"), (".epub",), match, read)
