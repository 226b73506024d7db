"""Lets what the revised file points to be known by the ids the original knows it by."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.archive import normalised
from sverka.readers.docx.wordprocessing import R_URI
from sverka.redline.package_parts import PackageParts, relationships_of, resolved

_APART = ("header", "footer")
_PREFIX = f"{{{R_URI}}}"


@dataclass(slots=True)
class SharedTargets:
    """Relationships of both files that lead to the same, and those to be brought in if used.

    `waiting` are relationships of the revised file by the id they were given for the meantime.
    """

    parts: PackageParts
    waiting: dict[str, tuple[str, etree._Element]] = field(default_factory=dict)
    given: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def settle(self, old: tuple[str, etree._Element], new: tuple[str, etree._Element]) -> None:
        """Give what two parts point to one id where it is the same; each part with its name."""
        known: dict[tuple[str, str], str] = {}
        again: dict[str, str] = {}
        for key, one in _by_id(relationships_of(self.parts.old.package.archive, old[0])).items():
            identity = self._identity(True, old[0], one)
            again[key] = known.setdefault(identity, key)
        for element, name in _pointing(old[1]):
            key = element.get(name, "")
            element.set(name, again.get(key, key))
        pointers = _by_id(relationships_of(self.parts.new.package.archive, new[0]))
        for element, name in _pointing(new[1]):
            found = pointers.get(element.get(name, ""))
            if found is None:
                continue
            identity = self._identity(False, new[0], found)
            element.set(name, known.get(identity) or self._wait(old[0], new[0], found))

    def _wait(self, here: str, part: str, one: etree._Element) -> str:
        key = (here, part, one.get("Id", ""))
        if key not in self.given:
            self.given[key] = f"sverka{len(self.given) + 1}"
            self.waiting[self.given[key]] = (part, one)
        return self.given[key]

    def _identity(self, is_old: bool, part: str, one: etree._Element) -> tuple[str, str]:
        kind = one.get("Type", "").rpartition("/")[2]
        target = one.get("Target", "")
        if one.get("TargetMode") == "External":
            return kind, f"outside {target}"
        if kind in _APART:
            return kind, f"{is_old} {one.get('Id')}"
        file = self.parts.old if is_old else self.parts.new
        return kind, file.package.archive.digest(normalised(resolved(part, target)))

    def target(self, waiting: str) -> str | None:
        """The part of the revised file that an id given for the meantime leads to."""
        if waiting not in self.waiting:
            return None
        part, one = self.waiting[waiting]
        return normalised(resolved(part, one.get("Target", "")))

    def bring(self, name: str, root: etree._Element) -> None:
        """Bring in what a part of the redline points to and the original does not."""
        ids: dict[str, str] = {}
        for element, attribute in _pointing(root):
            key = element.get(attribute, "")
            if key not in self.waiting:
                continue
            if key not in ids:
                ids[key] = self._brought(name, *self.waiting[key])
            element.set(attribute, ids[key])

    def _brought(self, name: str, part: str, one: etree._Element) -> str:
        kind, target = one.get("Type", ""), one.get("Target", "")
        if one.get("TargetMode") == "External":
            return self.parts.point(name, kind, target, external=True)
        found = normalised(resolved(part, target))
        if not self.parts.new.package.archive.has(found):
            return self.parts.point(name, kind, target, external=True)
        return self.parts.point(name, kind, self.parts.bring(found))


def _by_id(root: etree._Element) -> dict[str, etree._Element]:
    return {one.get("Id", ""): one for one in root}


def _pointing(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every attribute by which an element of a part points to another part."""
    for element in root.iter(etree.Element):
        for name in element.attrib:
            if str(name).startswith(_PREFIX):
                yield element, str(name)
