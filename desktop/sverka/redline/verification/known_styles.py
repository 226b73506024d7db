"""Knows the styles of a package by their names, and what each of them says."""

from dataclasses import dataclass, field

from lxml import etree

from sverka.redline.verification.canonical_form import BARE, Form, form
from sverka.redline.verification.markup_names import NAME, VALUE, word
from sverka.redline.verification.opened_package import OpenedPackage

_STYLE, _ID, _TYPE, _DEFAULT = word("style"), word("styleId"), word("type"), word("default")
_SAID = tuple(map(word, ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")))


@dataclass(slots=True)
class KnownStyles:
    """Names by kind and id, default styles, definitions by kind and name, and numbering by id.

    The name of a default style is "", since naming it is the same as naming none.
    """

    names: dict[tuple[str, str], str] = field(default_factory=dict)
    definitions: dict[tuple[str, str], Form] = field(default_factory=dict)
    defaults: Form = ()
    based: dict[str, str] = field(default_factory=dict)
    numbered: dict[str, etree._Element] = field(default_factory=dict)

    def name(self, kind: str, key: str) -> str:
        """The name of a style; an id that no style has says nothing, as in Word."""
        return self.names.get((kind, key), "") if key else ""

    def numbering(self, key: str) -> etree._Element | None:
        """The w:numPr that a paragraph style has or inherits."""
        seen: set[str] = set()
        while key and key not in seen:
            seen.add(key)
            if key in self.numbered:
                return self.numbered[key]
            key = self.based.get(key, "")
        return None


def known_styles(package: OpenedPackage) -> KnownStyles:
    """The styles of a package; none where it has no such part."""
    found = KnownStyles()
    root = package.tree_if_any(package.part_of_kind("styles"))
    if root is None:
        return found
    styles = root.findall(_STYLE)
    for style in styles:
        kind, key = style.get(_TYPE, "paragraph"), style.get(_ID, "")
        named = style.find(NAME)
        name = "" if named is None else named.get(VALUE, "")
        default = style.get(_DEFAULT, "0") in ("1", "true", "on")
        found.names[kind, key] = "" if default else (name or key).lower()
        if kind == "paragraph":
            _note_numbering(found, style, key)
    for style in styles:
        kind, key = style.get(_TYPE, "paragraph"), style.get(_ID, "")
        said = [form(child, found.name) for child in style if child.tag in _SAID]
        based = style.find(word("basedOn"))
        parent = "" if based is None else found.name(kind, based.get(VALUE, ""))
        told = tuple(one for one in said if len(one) > BARE)
        found.definitions[kind, found.names[kind, key]] = (parent, *told)
    defaults = root.find(word("docDefaults"))
    found.defaults = () if defaults is None else form(defaults, found.name)
    return found


def _note_numbering(found: KnownStyles, style: etree._Element, key: str) -> None:
    numbering = style.find(f"{word('pPr')}/{word('numPr')}")
    if numbering is not None:
        found.numbered[key] = numbering
    based = style.find(word("basedOn"))
    if based is not None:
        found.based[key] = based.get(VALUE, "")
