"""Finds its way in the package of a DOCX: the parts, by relationships rather than by their names.

python-docx is not used for reading: it refuses packages without a content type for every part,
strict OOXML, backslashes in entry names and more that Word opens, and unpacks every picture.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from sverka.model import Notice, NoticeCode, ReadError
from sverka.readers.archive import Archive, Damaged, normalised, open_archive
from sverka.readers.docx.folded_runs import LARGE, RUN, FoldedRuns
from sverka.readers.docx.wordprocessing import w
from sverka.readers.intake import Intake, damaged
from sverka.readers.markup import BadMarkup, ForbiddenMarkup, parse

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer of a part: `kind` is the last word of its type ("footnotes").

    `target` is the name of another part, or an address outside of the package where `external`.
    """

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """An opened package; `notices` grows with each part that could not be read.

    `known` are the relationships of parts that were asked before, `folded` the runs of very large
    parts that one run stands for.
    """

    archive: Archive
    known: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    folded: FoldedRuns = field(default_factory=FoldedRuns)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Where a part points to; "" stands for the package itself."""
        if part not in self.known:
            self.known[part] = tuple(self._relationships(part))
        return self.known[part]

    def _relationships(self, part: str) -> Iterator[Relationship]:
        folder, name = posixpath.split(part)
        root = self.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return
        for element in root.iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            key, target = element.get("Id", ""), element.get("Target", "")
            kind = element.get("Type", "").rpartition("/")[2]
            if element.get("TargetMode") == "External":
                yield Relationship(key, kind, target, external=True)
                continue
            target = unquote(target).replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relationship(key, kind, path)

    def name_of(self, part: str, kind: str) -> str | None:
        """The name of the first part of this kind that `part` points to, if there is one."""
        for relationship in self.relationships(part):
            if relationship.kind == kind and not relationship.external:
                return relationship.target
        return None

    def related(self, part: str, kind: str) -> etree._Element | None:
        """The root of the first part of this kind that `part` points to, if there is one."""
        name = self.name_of(part, kind)
        return None if name is None else self.optional(name)

    def required(self, part: str) -> etree._Element:
        """The root of a part without which there is no document; ReadError where it is broken."""
        try:
            return self._parsed(part)
        except (KeyError, Damaged, BadMarkup) as error:
            raise unread(self.archive.shown, error) from error

    def optional(self, part: str) -> etree._Element | None:
        """The root of a part, None where it is missing or broken; the latter gives a notice."""
        if not self.archive.has(part):
            return None
        try:
            return self._parsed(part)
        except (Damaged, BadMarkup):
            values = {"part": part, "file": self.archive.shown}
            notice = Notice(NoticeCode.PART_DAMAGED, values)
            if notice not in self.notices:
                self.notices.append(notice)
            return None

    def _parsed(self, part: str) -> etree._Element:
        data = self.archive.read(part)
        return parse(data) if len(data) < LARGE else parse(data, RUN, self.folded.met)


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A part that holds text: where each of its paragraphs stands, and what it points to.

    `name` is as the archive looks it up: lower case, slashes forward.
    """

    name: str
    root: etree._Element
    ordinals: Mapping[etree._Element, int]
    targets: Mapping[str, Relationship]
    package: Package

    def target(self, key: str) -> str:
        """Where the relationship of this id leads; "" where there is none."""
        found = self.targets.get(key)
        return "" if found is None else found.target

    def digest(self, key: str) -> str:
        """The SHA-256 of what the relationship of this id leads to; its address if outside."""
        found = self.targets.get(key)
        if found is None or found.external:
            return self.target(key)
        return self.package.archive.digest(found.target)

    def linked(self, key: str) -> etree._Element | None:
        """The root of the part that the relationship of this id leads to; None without one."""
        found = self.targets.get(key)
        return None if found is None or found.external else self.package.optional(found.target)


def story_part(package: Package, name: str, root: etree._Element) -> StoryPart:
    """The part of this name and root, its paragraphs counted."""
    ordinals = {paragraph: n for n, paragraph in enumerate(root.iter(w("p")))}
    targets = {one.id: one for one in package.relationships(name)}
    return StoryPart(normalised(name), root, ordinals, targets, package)


def opened(intake: Intake) -> tuple[Package, str]:
    """The package of a DOCX, and the name of its document; ReadError where there is none."""
    try:
        package = Package(open_archive(intake.data, intake.path))
    except Damaged as error:
        raise damaged(intake.path) from error
    part = main_part(package)
    if part is None:
        raise damaged(intake.path)
    return package, part


def main_part(package: Package) -> str | None:
    """The name of the part that holds the document of whatever application, None if none does."""
    for relationship in package.relationships(""):
        found = relationship.kind == "officeDocument" and not relationship.external
        if found and package.archive.has(relationship.target):
            return normalised(relationship.target)
    usual = "word/document.xml"
    return usual if package.archive.has(usual) else None


def no_document(shown: str) -> ReadError:
    """The error for a package of Word's kind whose main part is something else."""
    return ReadError(
        "“{file}” holds no Word document; open it where it was made and save it as DOCX.",
        file=shown,
    )


def unread(shown: str, error: Exception) -> ReadError:
    """The error for a document with a part that cannot be read, by what is wrong with that."""
    if not isinstance(error, ForbiddenMarkup):
        return damaged(shown)
    return ReadError(
        "“{file}” defines XML entities, which no document needs and harmful files use, and was"
        " not read; save it again in Word or LibreOffice if you trust it.",
        file=shown,
    )
