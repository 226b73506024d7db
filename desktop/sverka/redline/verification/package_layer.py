"""Looks at the package of a redline: whether its parts are there, readable and known."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from sverka.model import Flaw, FlawCode, Layer
from sverka.readers.archive import Damaged, normalised
from sverka.readers.markup import BadMarkup
from sverka.redline.verification.canonical_form import form
from sverka.redline.verification.markup_names import R, several
from sverka.redline.verification.opened_package import OpenedPackage

_XML = (".xml", ".rels")
_REFERENCE = f"{{{R}}}"
_MADE_ANEW = ("docprops/core.xml", "docprops/app.xml", "docprops/thumbnail")
_COMPARED_BY_CONTENT = several(
    "document footnotes endnotes header footer comments styles numbering settings"
    " commentsExtended commentsIds commentsExtensible people fontTable webSettings"
)
"""Kinds of parts that are compared by what they say, or may gain from either version."""


def look_at_package(found: OpenedPackage, old: OpenedPackage, new: OpenedPackage) -> Iterator[Flaw]:
    """What is wrong with the package, unless a version brought it."""
    known = {(f.code, f.subject) for one in (old, new) for f in _troubles(one)}
    for flaw in _troubles(found):
        if (flaw.code, flaw.subject) not in known:
            yield flaw
    yield from _changed(found, old, new)


def _troubles(package: OpenedPackage) -> Iterator[Flaw]:
    names = Counter(normalised(entry.filename) for entry in package.archive.file.infolist())
    for name, count in names.items():
        if count > 1:
            yield _flaw(FlawCode.ENTRY_DOUBLED, name)
    own, suffixes = package.content_types()
    for name in package.archive.names():
        if name.endswith("/") or name == "[content_types].xml":
            continue
        if name not in own and name.rpartition(".")[2] not in suffixes:
            yield _flaw(FlawCode.CONTENT_TYPE_MISSING, name)
        if name.endswith(_XML):
            yield from _xml_troubles(package, name)
    for name in own:
        if not package.archive.has(name):
            yield _flaw(FlawCode.PART_MISSING, name)


def _xml_troubles(package: OpenedPackage, name: str) -> Iterator[Flaw]:
    try:
        root = package.tree(name)
    except (BadMarkup, Damaged):
        yield _flaw(FlawCode.NOT_WELL_FORMED, name)
        return
    if name.endswith(".rels"):
        return
    pointers = package.pointers_of(name)
    for key in sorted(_references(root)):
        if key not in pointers:
            yield _flaw(FlawCode.RELATIONSHIP_MISSING, f"{name}: {key}")
    for pointer in pointers.values():
        leads_nowhere = not pointer.external and not package.archive.has(pointer.target)
        if leads_nowhere and not pointer.target.endswith("null"):
            yield _flaw(FlawCode.PART_MISSING, pointer.target)


def _references(root: etree._Element) -> set[str]:
    return {
        str(value)
        for element in root.iter()
        for key, value in element.items()
        if value and str(key).startswith(_REFERENCE) and key != f"{_REFERENCE}blip"
    }


def _changed(found: OpenedPackage, old: OpenedPackage, new: OpenedPackage) -> Iterator[Flaw]:
    """The parts that are in no story - a theme, data of a control - are those of a version."""
    kinds = {}
    for part in ("", found.main):
        for pointer in found.pointers_of(part).values():
            if not pointer.external:
                kinds[pointer.target] = pointer.kind
    known = _digests(old) | _digests(new)
    for name, kind in sorted(kinds.items()):
        if kind in _COMPARED_BY_CONTENT or kind == "officeDocument" or not found.archive.has(name):
            continue
        if name.startswith(_MADE_ANEW):
            continue
        if found.archive.digest(name) in known:
            continue
        if not any(_says_the_same(found, version, name) for version in (old, new)):
            yield _flaw(FlawCode.PART_CHANGED, name)
    for name in sorted(_own_parts(old) & _own_parts(new)):
        if not found.archive.has(name):
            yield _flaw(FlawCode.PART_MISSING, name)


def _says_the_same(one: OpenedPackage, other: OpenedPackage, name: str) -> bool:
    """Whether a part of both is the same XML, the strict form of it as the usual one."""
    roots = one.tree_if_any(name), other.tree_if_any(name)
    if roots[0] is None or roots[1] is None:
        return False
    first, second = (form(root, lambda kind, key: key) for root in roots if root is not None)
    return first == second


def _digests(package: OpenedPackage) -> set[str]:
    return {package.archive.digest(name) for name in package.archive.names()}


def _own_parts(package: OpenedPackage) -> set[str]:
    """Parts of the package itself and those that say how the document looks."""
    kept = ("theme", "settings", "styles", "core-properties", "extended-properties", "fontTable")
    pointers = [*package.pointers_of("").values(), *package.pointers_of(package.main).values()]
    return {p.target for p in pointers if p.kind in kept and package.archive.has(p.target)}


def _flaw(code: FlawCode, subject: str) -> Flaw:
    return Flaw(Layer.PACKAGE, code, subject=subject)
