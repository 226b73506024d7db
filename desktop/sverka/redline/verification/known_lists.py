"""Counts the lists of a resolved document, so that numbering is compared by what is printed."""

from dataclasses import dataclass, field

from lxml import etree

from sverka.redline.verification.canonical_form import Form, form
from sverka.redline.verification.known_styles import KnownStyles
from sverka.redline.verification.markup_names import VALUE, word
from sverka.redline.verification.opened_package import OpenedPackage

_LEVEL, _LEVEL_OF = word("lvl"), word("ilvl")
_ABSTRACT, _ABSTRACT_ID = word("abstractNum"), word("abstractNumId")
_NUM, _NUM_ID, _OVERRIDE = word("num"), word("numId"), word("lvlOverride")
_NOT_COUNTED = frozenset({"bullet", "none"})
_NOISE = ("tplc", "tentative")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    told: Form
    start: int
    counted: bool


@dataclass(frozen=True, slots=True)
class _List:
    """One w:num: the list whose counting it shares, its levels, and the starts it sets anew."""

    shared: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """How a paragraph is numbered: what its level is like, and the counts that are printed."""

    level: int
    told: Form
    counts: tuple[int, ...]

    @property
    def shown(self) -> str:
        """The counts as one writes them: 2.1; of a bullet "•"."""
        return ".".join(map(str, self.counts)) if self.counts else "•"


@dataclass(slots=True)
class KnownLists:
    """The lists of a package, and how far each was counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, properties: etree._Element | None) -> Numbered | None:
        """Count a paragraph with this w:numPr; None where it is in no list."""
        if properties is None:
            return None
        number, at = properties.find(_NUM_ID), properties.find(_LEVEL_OF)
        key = "" if number is None else number.get(VALUE, "")
        one = self.lists.get(key)
        if one is None:
            return None
        level = _whole(None if at is None else at.get(VALUE), 0)
        found = one.levels.get(level)
        if found is None:
            return None
        counts = self.counts.setdefault(one.shared, {})
        if (key, level) not in self.begun and level in one.starts:
            counts[level] = one.starts[level] - 1
        self.begun.add((key, level))
        for below in range(level):
            if below not in counts:
                counts[below] = one.levels[below].start if below in one.levels else 1
        counts[level] = counts[level] + 1 if level in counts else found.start
        for deeper in [deep for deep in counts if deep > level]:
            del counts[deeper]
        shown = tuple(counts[n] for n in range(level + 1)) if found.counted else ()
        return Numbered(level, found.told, shown)


def known_lists(package: OpenedPackage, styles: KnownStyles) -> KnownLists:
    """The lists of a package, nothing counted yet."""
    root = package.tree_if_any(package.part_of_kind("numbering"))
    if root is None:
        return KnownLists()
    abstracts = {e.get(_ABSTRACT_ID, ""): e for e in root.findall(_ABSTRACT)}
    nums = {e.get(_NUM_ID, ""): e for e in root.findall(_NUM)}
    found = KnownLists()
    for key, num in nums.items():
        pointer = num.find(_ABSTRACT_ID)
        shared = "" if pointer is None else pointer.get(VALUE, "")
        shared = _followed(shared, abstracts)
        if shared in abstracts:
            found.lists[key] = _list(shared, abstracts[shared], num, styles)
    return found


def _followed(key: str, abstracts: dict[str, etree._Element]) -> str:
    """The list that one leads to by the name of a list style, or itself."""
    link = abstracts[key].find(word("numStyleLink")) if key in abstracts else None
    if link is None:
        return key
    for other, abstract in abstracts.items():
        named = abstract.find(word("styleLink"))
        if named is not None and named.get(VALUE) == link.get(VALUE):
            return other
    return key


def _list(shared: str, abstract: etree._Element, num: etree._Element, styles: KnownStyles) -> _List:
    levels = {_at(e): e for e in abstract.findall(_LEVEL)}
    starts = {}
    for override in num.findall(_OVERRIDE):
        at = _at(override)
        own, start = override.find(_LEVEL), override.find(word("startOverride"))
        if own is not None:
            levels[at] = own
        if start is not None:
            starts[at] = _whole(start.get(VALUE), 1)
    return _List(shared, {at: _level(e, styles) for at, e in levels.items()}, starts)


def _level(element: etree._Element, styles: KnownStyles) -> _Level:
    def resolved(kind: str, key: str) -> str:
        return styles.name(kind, key) if kind != "rel" else ""

    kind, start = element.find(word("numFmt")), element.find(word("start"))
    told = tuple(
        form(child, resolved)
        for child in element
        if child.tag not in (word("pStyle"), word("start"), word("lvlPicBulletId"))
    )
    counted = kind is None or kind.get(VALUE) not in _NOT_COUNTED
    return _Level(told, _whole(None if start is None else start.get(VALUE), 0), counted)


def _at(element: etree._Element) -> int:
    return _whole(element.get(_LEVEL_OF), 0)


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.lstrip("-").isdigit() else otherwise
