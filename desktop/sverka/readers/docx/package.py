"""Finds its way in the package of a DOCX: the parts, by relationships rather than by their names.

python-docx is not used for reading: it refuses packages without a content type for every part,
strict OOXML, backslashes in entry names and more that Word opens, and unpacks every picture.
"""

import posixpath
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from sverka.model import Notice, NoticeCode, ReadError
from sverka.readers.archive import Archive, Damaged, normalised
from sverka.readers.markup import BadMarkup, ForbiddenMarkup, parse

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer from one part to another: `kind` is the last word of its type ("footnotes")."""

    id: str
    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """An opened package; `notices` grows with each part that could not be read."""

    archive: Archive
    notices: list[Notice] = field(default_factory=list)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Where a part points to inside the package; "" stands for the package itself."""
        folder, name = posixpath.split(part)
        root = self.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return ()
        found = []
        for element in root.iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            if element.get("TargetMode") == "External":
                continue
            target = unquote(element.get("Target", "")).replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found.append(Relationship(element.get("Id", ""), kind, path))
        return tuple(found)

    def related(self, part: str, kind: str) -> etree._Element | None:
        """The root of the first part of this kind that `part` points to, if there is one."""
        for relationship in self.relationships(part):
            if relationship.kind == kind:
                return self.optional(relationship.target)
        return None

    def required(self, part: str) -> etree._Element:
        """The root of a part without which there is no document; ReadError where it is broken."""
        try:
            return parse(self.archive.read(part))
        except ForbiddenMarkup as error:
            raise _with_definitions(self.archive.shown) from error
        except (KeyError, Damaged, BadMarkup) as error:
            raise damaged(self.archive.shown) from error

    def optional(self, part: str) -> etree._Element | None:
        """The root of a part, None where it is missing or broken; the latter gives a notice."""
        if not self.archive.has(part):
            return None
        try:
            return parse(self.archive.read(part))
        except (Damaged, BadMarkup):
            values = {"part": part, "file": self.archive.shown}
            notice = Notice(NoticeCode.PART_DAMAGED, values)
            if notice not in self.notices:
                self.notices.append(notice)
            return None


def main_part(package: Package) -> str | None:
    """The name of the part that holds the document of whatever application, None if none does."""
    for relationship in package.relationships(""):
        if relationship.kind == "officeDocument" and package.archive.has(relationship.target):
            return normalised(relationship.target)
    usual = "word/document.xml"
    return usual if package.archive.has(usual) else None


def damaged(shown: str) -> ReadError:
    """The error for a DOCX that is not whole."""
    return ReadError(
        "“{file}” is damaged or incomplete and cannot be read;"
        " get it again from where it came, or open and save it in Word or LibreOffice.",
        file=shown,
    )


def _with_definitions(shown: str) -> ReadError:
    return ReadError(
        "“{file}” defines XML entities, which no document needs and harmful files use, and was"
        " not read; save it again in Word or LibreOffice if you trust it.",
        file=shown,
    )
