"""Takes in what the head of an RTF defines: fonts, colours, styles, lists, authors of changes."""

from dataclasses import dataclass, field, replace

from sverka.readers.rtf.rtf_charsets import SYMBOLS, code_page, of_charset
from sverka.readers.rtf.rtf_lists import ListTables
from sverka.readers.rtf.rtf_state import GroupState, LookTables, changed
from sverka.readers.rtf.rtf_stories import NamedStyle, named_style

NAMING = frozenset({"fonttbl", "colortbl", "stylesheet", "revtbl"})
"""The tables whose text is of them: it names what is defined, or ends it."""

_DEEPEST = 50
"""Styles based on each other; a longer chain is a circle."""


@dataclass(slots=True)
class Definitions:
    """What the numbers in the text stand for; it grows while the tables are read.

    `codec` and `default_font` are those of the document. `entry` is what was said so far of what
    is being defined, `name` the name of the style that is.
    """

    looks: LookTables = field(default_factory=LookTables)
    lists: ListTables = field(default_factory=ListTables)
    styles: dict[int, NamedStyle] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    codec: str = "cp1252"
    default_font: int = 0
    entry: dict[str, int] = field(default_factory=dict)
    name: list[str] = field(default_factory=list)

    def word(self, table: str, word: bytes, value: int | None, state: GroupState) -> None:
        """Take in a control word that stands in a table."""
        match table:
            case "fonttbl":
                self._font_word(word, value, state)
            case "colortbl" if word in (b"red", b"green", b"blue"):
                self.entry[word.decode()] = min(255, max(0, value or 0))
            case "stylesheet":
                self._style_word(word, value, state)
            case "listtable" | "listoverridetable":
                self.lists.word(word, value or 0, overriding=table == "listoverridetable")

    def text(self, table: str, text: str, state: GroupState) -> None:
        """Take in text that stands in one of the tables that are `NAMING`."""
        match table:
            case "fonttbl":
                self._font_text(text)
            case "colortbl":
                self._colour_text(text)
            case "stylesheet":
                self._style_text(text, state)
            case "revtbl":
                *names, _rest = text.split(";")
                self.authors += (name.strip() for name in names)

    def font(self, state: GroupState) -> int:
        """The number of the font that text is set in."""
        return self.default_font if state.font is None else state.font

    def font_name(self, state: GroupState) -> str | None:
        """The name of the font that text is set in."""
        return self.looks.fonts.get(self.font(state))

    def _font_word(self, word: bytes, value: int | None, state: GroupState) -> None:
        if word == b"f":
            state.font = self.entry["f"] = value or 0
        elif word in (b"fcharset", b"cpg") and "f" in self.entry:
            font = self.entry["f"]
            if word == b"cpg":
                self.looks.codecs[font] = code_page(value or 0)
            elif value == SYMBOLS:
                self.looks.symbols.add(font)
            elif value not in (None, 0):
                self.looks.codecs[font] = of_charset(value or 0, self.codec)
            else:
                self.entry[f"western {font}"] = font

    def _font_text(self, text: str) -> None:
        name, _end, _rest = text.partition(";")
        if "f" in self.entry:
            font = self.entry["f"]
            self.looks.fonts[font] = (self.looks.fonts.get(font, "") + name).strip()

    def end_fonts(self) -> None:
        """Settle the fonts that are Western by their number: 0, which old writers gave to all.

        Where no font names another charset, the code page of the document holds for them.
        """
        western = [font for key, font in self.entry.items() if key.startswith("western ")]
        if self.looks.codecs:
            self.looks.codecs.update((font, "cp1252") for font in western)

    def _colour_text(self, text: str) -> None:
        for _end in range(text.count(";")):
            parts = [self.entry.pop(name, None) for name in ("red", "green", "blue")]
            known = any(part is not None for part in parts)
            written = "".join(f"{part or 0:02X}" for part in parts)
            self.looks.colours.append(written if known else None)

    def _style_word(self, word: bytes, value: int | None, state: GroupState) -> None:
        if word in (b"s", b"outlinelevel", b"sbasedon"):
            self.entry[f"style {word.decode()}"] = value or 0
        elif word in (b"cs", b"ts", b"ds"):
            self.entry["style other"] = 1
        else:
            changed(state, word, value, self.looks)

    def _chain(self, number: int) -> list[NamedStyle]:
        """A style and those it is based on, itself first."""
        chain: list[NamedStyle] = []
        while number in self.styles and len(chain) < _DEEPEST:
            chain.append(self.styles[number])
            number = -1 if chain[-1].based is None else chain[-1].based
        return chain

    def standing(self, number: int) -> NamedStyle:
        """A style with its level, which is that of the style it is based on if it says none."""
        chain = self._chain(number)
        if not chain:
            return NamedStyle()
        said = (one.level for one in chain if one.has_outline or one.level is not None)
        return replace(chain[0], level=next(said, None))

    def style(self, number: int, state: GroupState) -> None:
        """Take over the look of a style: Word says it once more, others leave out what is in it."""
        for style in reversed(self._chain(number)):
            state.look = style.look.over(state.look)
            state.font = state.font if style.font is None else style.font

    def _style_text(self, text: str, state: GroupState) -> None:
        name, end, _rest = text.partition(";")
        self.name.append(name)
        if not end:
            return
        whole = "".join(self.name).strip()
        self.name.clear()
        number = self.entry.pop("style s", 0)
        level = self.entry.pop("style outlinelevel", None)
        if self.entry.pop("style other", 0) == 0:
            named = named_style(whole, level)
            based = self.entry.get("style sbasedon")
            self.styles[number] = replace(
                named,
                look=state.look,
                font=state.font,
                based=None if based == number else based,
                has_outline=named.has_outline or level is not None,
            )
        self.entry.pop("style sbasedon", None)
