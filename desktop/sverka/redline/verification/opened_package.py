"""Opens a DOCX for verification: its parts as trees of their own, each parsed when it is asked."""

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from sverka.model import ReadError
from sverka.readers.archive import Archive, Damaged, is_zip, normalised, open_archive
from sverka.readers.intake import Intake
from sverka.readers.markup import BadMarkup, parse
from sverka.redline.verification.markup_names import word

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A relationship: the last word of its type, and the part or the address it leads to."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class OpenedPackage:
    """A package and what was asked of it before. Names of parts are as the archive looks up."""

    archive: Archive
    main: str
    pointers: dict[str, dict[str, Pointer]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    unpacked: dict[str, bytes] = field(default_factory=dict)

    def tree(self, part: str) -> etree._Element:
        """A new tree of a part; BadMarkup, Damaged or KeyError where there is none."""
        part = normalised(part)
        if part not in self.unpacked:
            # each part is looked at several times, and the archive bounds what it unpacks in all
            self.unpacked[part] = self.archive.read(part)
        return parse(self.unpacked[part])

    def tree_if_any(self, part: str | None) -> etree._Element | None:
        """A new tree of a part, None where it is missing or broken."""
        if part is None or not self.archive.has(part):
            return None
        try:
            return self.tree(part)
        except (BadMarkup, Damaged):
            return None

    def pointers_of(self, part: str) -> dict[str, Pointer]:
        """The relationships of a part by their ids; "" stands for the package itself."""
        if part not in self.pointers:
            folder, name = posixpath.split(part)
            root = self.tree_if_any(posixpath.join(folder, "_rels", f"{name}.rels"))
            self.pointers[part] = {} if root is None else dict(_pointers(root, folder))
        return self.pointers[part]

    def part_of_kind(self, kind: str) -> str | None:
        """The first part of a kind ("footnotes") that the main part leads to."""
        for pointer in self.pointers_of(self.main).values():
            if pointer.kind == kind and not pointer.external and self.archive.has(pointer.target):
                return pointer.target
        return None

    def reach(self, part: str, key: str) -> str:
        """What a relationship id leads to, told by content: an address, or a digest."""
        pointer = self.pointers_of(part).get(key)
        if pointer is None:
            return "?"
        if pointer.external:
            return pointer.target
        return self.digest(pointer.target)

    def digest(self, part: str, depth: int = 0) -> str:
        """A digest of a part and of all that it leads to in the package."""
        if part in self.digests:
            return self.digests[part]
        if not self.archive.has(part):
            return "missing"
        told = [self.archive.digest(part)]
        if depth < _DEEPEST:
            for key, pointer in sorted(self.pointers_of(part).items()):
                told += [key, pointer.target if pointer.external else ""]
                if not pointer.external:
                    told.append(self.digest(pointer.target, depth + 1))
        self.digests[part] = hashlib.sha256("\0".join(told).encode()).hexdigest()
        return self.digests[part]

    def content_types(self) -> tuple[frozenset[str], frozenset[str]]:
        """The parts that have a content type of their own, and the suffixes that have one."""
        root = self.tree_if_any("[Content_Types].xml")
        if root is None:
            return frozenset(), frozenset()
        named = {normalised(e.get("PartName", "")) for e in root.iter(f"{_TYPES}Override")}
        suffixes = {e.get("Extension", "").lower() for e in root.iter(f"{_TYPES}Default")}
        return frozenset(named), frozenset(suffixes)


_DEEPEST = 4
"""How far digests follow relationships: a chart leads to a sheet, a diagram to its pictures."""


def opened(intake: Intake) -> OpenedPackage:
    """The package of a file that was read into memory; ReadError where it is no DOCX."""
    if not is_zip(intake.data):
        raise _no_docx(intake.path)
    try:
        package = OpenedPackage(open_archive(intake.data, intake.path), _USUAL)
        for pointer in package.pointers_of("").values():
            if pointer.kind == "officeDocument" and package.archive.has(pointer.target):
                package.main = normalised(pointer.target)
                break
        if package.tree(package.main).tag != word("document"):
            raise _no_docx(intake.path)
    except (Damaged, BadMarkup, KeyError) as error:
        raise _no_docx(intake.path) from error
    return package


def _no_docx(shown: str) -> ReadError:
    return ReadError(
        "“{file}” is no DOCX that can be opened; a redline and its versions have to be.", file=shown
    )


def _pointers(root: etree._Element, folder: str) -> Iterator[tuple[str, Pointer]]:
    for element in root.iter(_PACKAGE):
        kind = element.get("Type", "").rpartition("/")[2]
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            path = posixpath.join("/", folder, unquote(target).replace("\\", "/"))
            target = normalised(posixpath.normpath(path))
        yield element.get("Id", ""), Pointer(kind, target, external)
