"""Reads the lists of an RTF into those that are counted as Word counts them."""

from dataclasses import dataclass, field

from sverka.model import ListItem
from sverka.readers.office.counted_lists import Level, NumberedList, Numbering

_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 22: "decimalZero", 23: "bullet", 255: "none", 58: "russianLower",
    59: "russianUpper", 18: "decimalEnclosedCircle", 45: "hebrew2", 46: "arabicAlpha",
    48: "arabicAbjad",
}  # fmt: skip
"""Number formats by \\levelnfc (RTF 1.9.1, list levels)."""


@dataclass(slots=True)
class ListTables:
    """The lists being read: their levels, and which list \\ls means; the last of each grows."""

    lists: dict[int, list[Level]] = field(default_factory=dict)
    levels: list[Level] = field(default_factory=list)
    overrides: dict[int, int] = field(default_factory=dict)
    starts: dict[int, dict[int, int]] = field(default_factory=dict)
    listed: int = 0
    start_level: int = -1
    override_starts: dict[int, int] = field(default_factory=dict)

    def word(self, word: bytes, value: int, *, overriding: bool) -> None:
        """Take in a control word of the list table, or of the table of overrides."""
        match word:
            case b"list":
                self.levels = []
            case b"listlevel":
                self.levels.append(Level())
            case b"levelstartat" if overriding:
                self.override_starts[max(0, self.start_level)] = value
            case b"levelnfc" | b"levelnfcn" | b"levelstartat" if self.levels:
                self._level(word, value)
            case b"listid" if overriding:
                self.listed = value
            case b"listid":
                self.lists[value] = self.levels
            case b"listoverride":
                self.start_level, self.override_starts = -1, {}
            case b"lfolevel":
                self.start_level += 1
            case b"ls" if overriding:
                self.overrides[value] = self.listed
                self.starts[value] = self.override_starts

    def _level(self, word: bytes, value: int) -> None:
        last = self.levels[-1]
        start = value if word == b"levelstartat" else last.start
        style = last.style if word == b"levelstartat" else _FORMATS.get(value, "decimal")
        self.levels[-1] = Level(start, style, last.text)

    def text(self, written: str) -> None:
        """Take in what a level prints: its length, then signs; those below 9 stand for numbers."""
        if not self.levels:
            return
        shown = "".join(f"%{ord(c) + 1}" if ord(c) < 9 else c for c in written[1:].rstrip(";"))
        last = self.levels[-1]
        self.levels[-1] = Level(last.start, last.style, shown)

    def numbering(self) -> Numbering:
        """The lists that paragraphs may refer to, not yet counted."""
        return Numbering(
            {
                key: NumberedList(
                    str(list_id), dict(enumerate(self.lists.get(list_id, ()))), self.starts[key]
                )
                for key, list_id in self.overrides.items()
            }
        )


def old_item(label: str) -> ListItem:
    """The place in a list of old, of which only what is printed is known."""
    figures = "".join(char for char in label if char.isdecimal())[:9]
    return ListItem("pn", 1, "decimal" if figures else "bullet", int(figures) if figures else None)
