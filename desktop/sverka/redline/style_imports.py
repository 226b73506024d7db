"""Lets the revised file speak of styles as the original does, and brings in those it lacks."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import value, w
from sverka.redline.canonical_markup import markup_digest
from sverka.redline.part_roots import drop_attribute, empty_like

_USES = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle"))
_REFERS = tuple(w(name) for name in ("basedOn", "next", "link"))
_SAID = (w("rPr"), w("pPr"), w("tblPr"), w("trPr"), w("tcPr"), w("tblStylePr"))
_VALUE = w("val")


@dataclass(slots=True)
class StyleImports:
    """The styles of both files; `kept` are the names of those that they define differently."""

    old: etree._Element | None
    new: etree._Element | None
    ids: dict[str, str] = field(default_factory=dict)
    wanted: dict[str, etree._Element] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.new is None:
            return
        known_styles = [] if self.old is None else list(self.old.iter(w("style")))
        ours = {_name(style): style for style in known_styles}
        taken = {style.get(w("styleId"), "") for style in known_styles}
        for style in self.new.iter(w("style")):
            key = style.get(w("styleId"), "")
            known = ours.get(_name(style))
            if known is not None:
                self.ids[key] = known.get(w("styleId"), "")
                if _said(known) != _said(style):
                    self.kept.append(_name(style)[1])
                continue
            free, number = key, 0
            while free in taken:
                number += 1
                free = f"{key}{number}"
            taken.add(free)
            self.ids[key] = free
            self.wanted[key] = style

    def settle(self, root: etree._Element) -> None:
        """Write the original's ids into a part of the revised file."""
        for use in root.iter(*_USES):
            key = use.get(_VALUE, "")
            use.set(_VALUE, self.ids.get(key, key))

    def bring(self, roots: Iterable[etree._Element]) -> list[etree._Element]:
        """Add those styles that these parts use to the original's; the ones that were added."""
        if self.new is None or not self.wanted:
            return []
        by_new_id = {self.ids[key]: key for key in self.wanted}
        waiting = [
            by_new_id.get(use.get(_VALUE, "")) for root in roots for use in root.iter(*_USES)
        ]
        done: dict[str, etree._Element] = {}
        while waiting:
            key = waiting.pop()
            if key is None or key in done:
                continue
            style = deepcopy(self.wanted[key])
            done[key] = style
            style.set(w("styleId"), self.ids[key])
            drop_attribute(style, w("default"))
            for other in style.iter(*_REFERS):
                target = other.get(_VALUE, "")
                waiting.append(target if target in self.wanted else None)
                other.set(_VALUE, self.ids.get(target, target))
        added = [done[key] for key in self.wanted if key in done]
        if added and self.old is None:
            self.old = empty_like(self.new)
        if added and self.old is not None:
            self.old.extend(added)
        return added


def _name(style: etree._Element) -> tuple[str, str]:
    name = value(style, "name") or style.get(w("styleId")) or ""
    return style.get(w("type"), ""), name.lower()


def _said(style: etree._Element) -> bytes:
    return b"".join(markup_digest(child) for child in style if child.tag in _SAID)
