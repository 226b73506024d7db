"""Opens a DOCX for a redline: its parts as trees, with the tracked changes in them accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.archive import Damaged, locked, normalised
from sverka.readers.docx.package import Package, no_document, opened, unread
from sverka.readers.docx.wordprocessing import w
from sverka.readers.foreign import has_stream
from sverka.readers.intake import Intake
from sverka.readers.markup import BadMarkup, parse
from sverka.redline.settled_revisions import accept_revisions

_STRICT_ANY = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/([\w/]+)")
_HYPHENED = {
    b"extendedProperties": b"extended-properties",
    b"customProperties": b"custom-properties",
}
_STORIES = ("header", "footer", "footnotes", "endnotes")


@dataclass(slots=True)
class WordFile:
    """A DOCX that was opened; `roots` are the parts that were looked into, as they are now.

    `had_revisions` says whether tracked changes were accepted in one of them, `paragraphs` are all
    of them by part and number, as an `Anchor` counts them.
    """

    shown: str
    package: Package
    main: str
    roots: dict[str, etree._Element] = field(default_factory=dict)
    had_revisions: bool = False
    paragraphs: dict[tuple[str, int], etree._Element] = field(default_factory=dict)

    def root(self, name: str) -> etree._Element:
        """The root of a part, its tracked changes accepted; the same one each time."""
        name = normalised(name)
        if name not in self.roots:
            self.roots[name] = self.fresh(name, counted=True)
        return self.roots[name]

    def fresh(self, name: str, *, counted: bool = False) -> etree._Element:
        """The root of a part as it is in the file, its tracked changes accepted."""
        try:
            root = parse(transitional(self.package.archive.read(name), name))
        except (KeyError, Damaged, BadMarkup) as error:
            raise unread(self.shown, error) from error
        if counted:
            for ordinal, paragraph in enumerate(root.iter(w("p"))):
                self.paragraphs[name, ordinal] = paragraph
        self.had_revisions |= accept_revisions(root)
        return root

    def related(self, kind: str) -> str | None:
        """The name of the part of this kind that the document points to, if it is there."""
        name = self.package.name_of(self.main, kind)
        return normalised(name) if name and self.package.archive.has(name) else None

    def related_root(self, kind: str) -> etree._Element | None:
        """The root of the part of this kind that the document points to, if it is there."""
        name = self.related(kind)
        return None if name is None else self.root(name)

    def stories(self) -> Iterator[str]:
        """The names of the parts that hold text of the document, the document first."""
        yield self.main
        seen = {self.main}
        for one in self.package.relationships(self.main):
            name = normalised(one.target)
            wanted = one.kind in _STORIES and not one.external and name not in seen
            if wanted and self.package.archive.has(name):
                seen.add(name)
                yield name


def open_word(intake: Intake) -> WordFile:
    """Open a DOCX; ReadError where it is damaged or something else."""
    if has_stream(intake.data, "EncryptedPackage"):
        raise locked(intake.path)
    file = WordFile(intake.path, *opened(intake))
    root = file.root(file.main)
    if root.tag != w("document") or root.find(w("body")) is None:
        raise no_document(intake.path)
    return file


def transitional(data: bytes, name: str) -> bytes:
    """A part with the names that every program knows, in place of those of strict OOXML.

    Not only names of elements are such: types of relationships and of what is in a drawing are.
    """
    if _STRICT_ANY not in data or not name.endswith((".xml", ".rels")):
        return data
    return _STRICT_NAME.sub(_usual, data)


def _usual(found: re.Match[bytes]) -> bytes:
    """http://purl.oclc.org/ooxml/drawingml/main → http://schemas.openxmlformats.org/…/2006/main."""
    family, kind = found.groups()
    return b"http://schemas.openxmlformats.org/" + family + b"/2006/" + _HYPHENED.get(kind, kind)


def serialised(root: etree._Element) -> bytes:
    """A part as it stands in a package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
