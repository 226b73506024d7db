"""Counts the items of the lists of a web page, and says what is printed before each."""

from dataclasses import dataclass

from lxml import etree

from sverka.model import ListItem
from sverka.readers.list_numerals import numeral

_TYPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
}
"""The types of HTML and CSS by their names in OOXML, which all readers use."""

_BULLET = "•"
_HIGHEST = 10**9


@dataclass(slots=True)
class PageList:
    """A list that is being read: `next` is the number of its next item."""

    name: str
    level: int
    format: str
    next: int
    step: int

    def item(self, element: etree._Element, kind: str | None) -> tuple[str, ListItem]:
        """What is printed before an item, and its place in the list."""
        format = _TYPES.get(kind or "", self.format)
        if format in ("bullet", "none"):
            label = _BULLET if format == "bullet" else ""
            return label, ListItem(self.name, self.level, format, None, self.name)
        number = _whole(element.get("value"))
        number = self.next if number is None else number
        self.next = number + self.step
        label = f"{numeral(number, format)}."
        return label, ListItem(self.name, self.level, format, number, self.name)


def begun_list(element: etree._Element, count: int, level: int, kind: str | None) -> PageList:
    """The list that an element begins; it is the one with the number `count` of its page."""
    name = f"list {count}"
    if element.tag != "ol":
        return PageList(name, level, _TYPES.get(kind or "", "bullet"), 1, 1)
    reverse = element.get("reversed") is not None
    start = _whole(element.get("start"))
    if start is None:
        start = sum(child.tag == "li" for child in element) if reverse else 1
    return PageList(name, level, _TYPES.get(kind or "", "decimal"), start, -1 if reverse else 1)


def _whole(value: str | None) -> int | None:
    """The whole number that an attribute says; None where it says none, or a vast one."""
    text = (value or "").strip()
    if not text.removeprefix("-").isdecimal() or len(text) > 10:
        return None
    return max(-_HIGHEST, min(_HIGHEST, int(text)))
