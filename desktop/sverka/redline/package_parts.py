"""The package of the redline: that of the original, with parts changed and others brought in."""

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from sverka.readers.archive import Archive, normalised
from sverka.readers.markup import BadMarkup, parse
from sverka.redline.word_files import WordFile, serialised, transitional

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_POINTERS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the earliest that a ZIP archive knows, the same every time."""


@dataclass(slots=True)
class PackageParts:
    """What the package will hold that the original's does not, or holds otherwise.

    `parts` are bytes by name, `pointers` the relationships of a part, `brought` the names that
    parts of the revised file have here.
    """

    old: WordFile
    new: WordFile
    parts: dict[str, bytes] = field(default_factory=dict)
    pointers: dict[str, etree._Element] = field(default_factory=dict)
    brought: dict[str, str] = field(default_factory=dict)
    types: etree._Element = field(init=False)
    new_types: etree._Element = field(init=False)

    def __post_init__(self) -> None:
        self.types = _parsed(self.old.package.archive, _CONTENT_TYPES, "Types", _TYPES)
        self.new_types = _parsed(self.new.package.archive, _CONTENT_TYPES, "Types", _TYPES)

    def pointers_of(self, part: str) -> etree._Element:
        """The relationships of a part of this package, as they will be written."""
        if part not in self.pointers:
            self.pointers[part] = relationships_of(self.old.package.archive, part)
        return self.pointers[part]

    def point(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """Let a part point to another, or outside; the id of the new relationship."""
        root = self.pointers_of(part)
        taken = {one.get("Id", "") for one in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        one = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship")
        one.set("Id", f"rId{number}")
        one.set("Type", kind if "/" in kind else f"{_OFFICE}/{kind}")
        if external:
            one.set("Target", target)
            one.set("TargetMode", "External")
        else:
            one.set("Target", "/" + target)
        return f"rId{number}"

    def bring(self, name: str, data: bytes | None = None) -> str:
        """Bring a part of the revised file in, with all that it points to; its name here.

        One that was looked into comes as it is now. With `data` those are its content, and it is
        brought in anew each time.
        """
        name = normalised(name)
        if data is None and name in self.brought:
            return self.brought[name]
        archive = self.new.package.archive
        here = self.free_name(archive.entries[name].filename.replace("\\", "/").lstrip("/"))
        if data is None:
            self.brought[name] = here
            root = self.new.roots.get(name)
            data = archive.read(name) if root is None else serialised(root)
        self.parts[here] = transitional(data, name)
        self.declare(here, content_type(self.new_types, name))
        self._bring_pointers(name, here)
        return here

    def _bring_pointers(self, name: str, here: str) -> None:
        archive = self.new.package.archive
        root = relationships_of(archive, name)
        for one in root:
            if one.get("TargetMode") == "External":
                continue
            target = resolved(name, one.get("Target", ""))
            if archive.has(target):
                one.set("Target", "/" + self.bring(target))
        if len(root):
            self.pointers[here] = root

    def free_name(self, name: str) -> str:
        """This name, or the like, that no part of the package has."""
        stem, dot, suffix = name.rpartition(".")
        number, found = 0, name
        while self.old.package.archive.has(found) or found in self.parts:
            number += 1
            found = f"{stem}_{number}{dot}{suffix}"
        return found

    def declare(self, name: str, kind: str) -> None:
        """Say of which content type a part is, unless its suffix already does."""
        if not kind or content_type(self.types, name) == kind:
            return
        one = etree.SubElement(self.types, f"{{{_TYPES}}}Override")
        one.set("PartName", "/" + name)
        one.set("ContentType", kind)

    def _declare_pointers(self) -> None:
        """Say what relationships are, where a package names each part of them on its own."""
        if any(one.get("Extension", "").lower() == "rels" for one in self.types):
            return
        one = etree.Element(f"{{{_TYPES}}}Default")
        one.set("Extension", "rels")
        one.set("ContentType", _POINTERS_TYPE)
        self.types.insert(0, one)

    def add_word_part(self, kind: str, root: etree._Element, type_name: str = "") -> str:
        """Add a part that the document points to ("footnotes"); its name."""
        folder = posixpath.dirname(self.old.main)
        name = self.free_name(posixpath.join(folder, f"{kind}.xml"))
        self.parts[name] = serialised(root)
        self.declare(name, WORD_TYPE.format(type_name or kind))
        self.point(self.old.main, kind, name)
        return name

    def zipped(self) -> bytes:
        """The whole package; the same parts always give the same bytes."""
        archive = self.old.package.archive
        self._declare_pointers()
        changed = {normalised(name): data for name, data in self.parts.items()}
        changed[normalised(_CONTENT_TYPES)] = serialised(self.types)
        names = {
            key: one.filename.replace("\\", "/").lstrip("/") for key, one in archive.entries.items()
        }
        names |= {normalised(name): name for name in self.parts}
        for part, root in self.pointers.items():
            name = _pointers_name(part)
            changed[normalised(name)] = serialised(root)
            names.setdefault(normalised(name), name)
        sink = BytesIO()
        with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
            for key, name in names.items():
                if name.endswith("/"):
                    continue
                data = changed.get(key)
                if data is None:
                    data = archive.read(key)
                info = zipfile.ZipInfo(name, _MOMENT)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                made.writestr(info, transitional(data, key))
        return sink.getvalue()


def relationships_of(archive: Archive, part: str) -> etree._Element:
    """The relationships of a part as they stand in its package; none where it has none."""
    return _parsed(archive, _pointers_name(part), "Relationships", _RELATIONSHIPS)


def _pointers_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _parsed(archive: Archive, name: str, root: str, uri: str) -> etree._Element:
    if archive.has(name):
        try:
            return parse(transitional(archive.read(name), normalised(name)))
        except BadMarkup:
            pass
    return etree.fromstring(f'<{root} xmlns="{uri}"/>')


def resolved(part: str, target: str) -> str:
    """The name of the part that a relationship of another leads to."""
    target = target.replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def content_type(types: etree._Element, name: str) -> str:
    """The content type that a package gives a part; "" where it gives none."""
    suffix = name.rpartition(".")[2].lower()
    found = ""
    for one in types:
        if one.get("PartName", "").lstrip("/").lower() == name.lower():
            return one.get("ContentType", "")
        if one.get("Extension", "").lower() == suffix:
            found = one.get("ContentType", "")
    return found
