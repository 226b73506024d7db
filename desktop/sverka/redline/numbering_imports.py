"""Lets the revised file number as the original does, and brings in the lists it lacks."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import value, w
from sverka.redline.canonical_markup import markup_digest
from sverka.redline.part_roots import empty_like

_VALUE, _NUMBER, _ABSTRACT = w("val"), w("numId"), w("abstractNumId")
_OWN = (w("nsid"), w("tmpl"), w("lvlPicBulletId"))


@dataclass(slots=True)
class NumberingImports:
    """The lists of both files, told apart by what they are defined as and not by their numbers."""

    old: etree._Element | None
    new: etree._Element | None
    ids: dict[str, str] = field(default_factory=dict)
    wanted: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.new is None:
            return
        ours = {} if self.old is None else _lists(self.old)
        taken: set[str] = set()
        theirs = _lists(self.new)
        for key, said in theirs.items():
            if ours.get(key) == said:
                self.ids[key] = key
                taken.add(key)
        last = max([0, *(int(key) for key in ours if key.isdigit())])
        for element in self.new.iter(w("num")):
            key = element.get(_NUMBER, "")
            if key in self.ids:
                continue
            same = next(
                (k for k, said in ours.items() if said == theirs[key] and k not in taken), ""
            )
            if not same:
                last += 1
                self.wanted[str(last)] = element
            self.ids[key] = same or str(last)
            taken.add(self.ids[key])

    def settle(self, root: etree._Element) -> None:
        """Write the original's numbers of lists into a part of the revised file."""
        for use in root.iter(_NUMBER):
            key = use.get(_VALUE, "")
            use.set(_VALUE, self.ids.get(key, key))

    def bring(self, roots: Iterable[etree._Element]) -> etree._Element | None:
        """Add the lists that these parts use to the original's; its root where it changed."""
        used = {use.get(_VALUE, "") for root in roots for use in root.iter(_NUMBER)}
        wanted = {key: element for key, element in self.wanted.items() if key in used}
        if not wanted or self.new is None:
            return None
        root = self.old
        if root is None:
            root = empty_like(self.new)
        known = [int(one.get(_ABSTRACT, "0")) for one in root.iter(w("abstractNum"))]
        last = max([-1, *known])
        place = len(root.findall(w("numPicBullet"))) + len(root.findall(w("abstractNum")))
        definitions = {one.get(_ABSTRACT, ""): one for one in self.new.iter(w("abstractNum"))}
        brought: dict[str, str] = {}
        for key, element in wanted.items():
            number = deepcopy(element)
            number.set(_NUMBER, key)
            pointer = number.find(_ABSTRACT)
            target = "" if pointer is None else pointer.get(_VALUE, "")
            if target in definitions and target not in brought:
                last += 1
                brought[target] = str(last)
                root.insert(place, _defined(definitions[target], str(last)))
                place += 1
            if pointer is not None:
                pointer.set(_VALUE, brought.get(target, target))
            root.append(number)
        _put_last(root, w("numIdMacAtCleanup"))
        return root


def _put_last(root: etree._Element, tag: str) -> None:
    for element in root.findall(tag):
        root.append(element)


def _defined(definition: etree._Element, key: str) -> etree._Element:
    made = deepcopy(definition)
    made.set(_ABSTRACT, key)
    for element in list(made.iter(*_OWN)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return made


def _lists(root: etree._Element) -> dict[str, bytes]:
    """What each list is defined as, by its number."""
    definitions = {one.get(_ABSTRACT, ""): one for one in root.iter(w("abstractNum"))}
    found = {}
    for number in root.iter(w("num")):
        definition = definitions.get(value(number, "abstractNumId") or "")
        said = [] if definition is None else [e for e in definition if e.tag not in _OWN]
        changed = [e for e in number if e.tag != _ABSTRACT]
        found[number.get(_NUMBER, "")] = b"".join(markup_digest(e) for e in (*said, *changed))
    return found
