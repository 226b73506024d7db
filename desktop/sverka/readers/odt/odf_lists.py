"""Counts the lists of an OpenDocument as it is read, and says what is printed before an item."""

import re
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import ListItem
from sverka.patterns import late_pattern
from sverka.readers.list_numerals import numeral
from sverka.readers.odt.odf_names import number, o
from sverka.readers.odt.odf_styles import OdfStyles
from sverka.readers.office.symbols import unprivate

_FORMATS = {
    "1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter",
    "1st": "ordinal", "01, 02, 03, ...": "decimalZero",
    "а, б, .., аа, аб, ... (ru)": "russianLower", "А, Б, .., Аа, Аб, ... (ru)": "russianUpper",
    "а, б, .., аа, бб, ... (ru)": "russianLower", "А, Б, .., Аа, Бб, ... (ru)": "russianUpper",
    "①, ②, ③, ...": "decimalEnclosedCircle", "一, 二, 三, ...": "chineseCounting",
    "א, ב, ג, ...": "hebrew2", "": "none",
}  # fmt: skip
"""The number formats of OpenDocument and LibreOffice by their names in ISO 29500."""

_BULLET, _IMAGE = o("text:list-level-style-bullet"), o("text:list-level-style-image")
_PLACE = late_pattern(r"%(\d{1,2})%")
_UNCOUNTED = frozenset({"bullet", "none"})
_MOST_LEVELS = 10


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list style. `text` is what is printed: "%1%.%2%." with places for numbers."""

    style: str
    text: str
    start: int = 1


@dataclass(slots=True)
class OpenList:
    """A list being read: its style, how far each of its levels is counted, and what it is called.

    `level` counts from 1 while the lists inside each other are read.
    """

    key: str
    style: str | None
    counts: dict[int, int] = field(default_factory=dict)
    level: int = 0


@dataclass(slots=True)
class ListCounter:
    """The lists of a document: those that later ones may count on from."""

    by_id: dict[str, OpenList] = field(default_factory=dict)
    by_style: dict[str, OpenList] = field(default_factory=dict)
    outline: OpenList = field(default_factory=lambda: OpenList("outline", None))
    read: dict[etree._Element, dict[int, ListLevel]] = field(default_factory=dict)
    count: int = 0

    def begin(self, element: etree._Element) -> OpenList:
        """The list that an outermost text:list is, counted on where it says so."""
        style = element.get(o("text:style-name"))
        before, own = element.get(o("text:continue-list")), element.get(o("xml:id"))
        continued = self.by_id.get(before) if before else None
        if continued is None and element.get(o("text:continue-numbering")) == "true":
            continued = self.by_style.get(style or "")
        if continued is None:
            self.count += 1
            continued = OpenList(str(self.count), style)
        opened = OpenList(continued.key, style or continued.style, continued.counts)
        if own:
            self.by_id[own] = opened
        self.by_style[style or ""] = opened
        return opened

    def item(
        self, one: OpenList, styles: OdfStyles, style: str | None, start: int | None
    ) -> tuple[str, ListItem | None]:
        """Count one more item of a list: what is printed before it, and its place.

        `style` is the list style that holds for it, `start` the number that the item itself says.
        """
        levels = self._levels(styles.lists.get(style or ""))
        return _counted(one, style or one.key, levels, start)

    def heading(
        self, styles: OdfStyles, level: int, start: int | None
    ) -> tuple[str, ListItem | None]:
        """Count one more heading of the numbering of chapters, where the document has one."""
        levels = self._levels(styles.outline)
        self.outline.level = level
        if levels.get(level, _NO_LEVEL).style == "none":
            return "", None
        return _counted(self.outline, "outline", levels, start)

    def _levels(self, element: etree._Element | None) -> dict[int, ListLevel]:
        if element is None:
            return {}
        if element not in self.read:
            self.read[element] = {
                level: _level(child, level)
                for child in element.iterchildren(etree.Element)
                if (level := number(child, "text:level", 1)) is not None
            }
        return self.read[element]


_NO_LEVEL = ListLevel("none", "")


def _counted(
    one: OpenList, name: str, levels: dict[int, ListLevel], start: int | None
) -> tuple[str, ListItem | None]:
    found = levels.get(one.level)
    if found is None:
        return "", None
    counts = one.counts
    for above in range(1, one.level):
        counts.setdefault(above, levels.get(above, found).start)
    fresh = found.start if start is None else start
    counts[one.level] = counts[one.level] + 1 if one.level in counts and start is None else fresh
    for below in [key for key in counts if key > one.level]:
        del counts[below]
    own = None if found.style in _UNCOUNTED else counts[one.level]
    item = ListItem(name, one.level, found.style, own, one.key)
    return _printed(found, levels, counts), item


def _printed(found: ListLevel, levels: dict[int, ListLevel], counts: dict[int, int]) -> str:
    def fill(place: re.Match[str]) -> str:
        level = int(place[1])
        known = levels.get(level, _NO_LEVEL)
        return "" if known.style == "bullet" else numeral(counts.get(level, 1), known.style)

    return found.text if found.style == "bullet" else _PLACE.sub(fill, found.text).strip()


def _level(element: etree._Element, level: int) -> ListLevel:
    if element.tag in (_BULLET, _IMAGE):
        properties = element.find(o("style:text-properties"))
        font = None if properties is None else properties.get(o("style:font-name"))
        if properties is not None and (family := properties.get(o("fo:font-family"))):
            font = family.strip("'\"")
        return ListLevel("bullet", unprivate(element.get(o("text:bullet-char"), "•"), font))
    style = _FORMATS.get(element.get(o("style:num-format"), ""), "decimal")
    start = number(element, "text:start-value")
    return ListLevel(style, _text(element, level, style), 1 if start is None else start)


def _text(element: etree._Element, level: int, style: str) -> str:
    """What is printed before an item, with places for the numbers of its level and those above."""
    for name in ("style:num-list-format", "loext:num-list-format"):
        if (written := element.get(o(name))) is not None:
            return written
    shown = min(number(element, "text:display-levels", 1) or 1, level, _MOST_LEVELS)
    places = ".".join(f"%{k}%" for k in range(level - shown + 1, level + 1))
    prefix, suffix = (element.get(o(f"style:num-{end}"), "") for end in ("prefix", "suffix"))
    return prefix + ("" if style == "none" else places) + suffix
