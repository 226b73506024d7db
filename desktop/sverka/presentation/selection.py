"""What is selected in a pane, and how it is copied: as plain text and as HTML with its marks."""

from dataclasses import dataclass
from html import escape

from sverka.presentation.item_marks import Role
from sverka.presentation.pane_items import Item, ItemKind
from sverka.presentation.pane_texts import PaneText
from sverka.presentation.units import to_points

_TAGS = {
    Role.DELETION: ("del", "background:#FFD0A6"),
    Role.INSERTION: ("ins", "background:#BBDDFF"),
    Role.FORMATTING: ("mark", "background:#D3F0E6;border-bottom:2px dotted #0F7F6C"),
}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place between two characters: before code point `offset` of a paragraph."""

    paragraph: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """The text from `anchor`, where it was begun, to `head`, which moves."""

    anchor: Place
    head: Place

    @property
    def start(self) -> Place:
        """The upper end."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> Place:
        """The lower end."""
        return max(self.anchor, self.head)

    def inside(self, paragraph: int, length: int) -> tuple[int, int]:
        """The selected characters of a paragraph of `length`; an empty range where none are."""
        if not self.start.paragraph <= paragraph <= self.end.paragraph:
            return 0, 0
        first = self.start.offset if paragraph == self.start.paragraph else 0
        last = self.end.offset if paragraph == self.end.paragraph else length
        return min(first, length), min(last, length)


def plain(text: PaneText, selection: Selection) -> str:
    """The selected text, a line per paragraph; of a table a line per row, cells by tabs."""
    said: list[str] = []
    cells = text.known.cells
    for number in range(selection.start.paragraph, selection.end.paragraph + 1):
        words = text.known.paragraphs[number].text
        first, last = selection.inside(number, len(words))
        if said:
            here, before = cells.get(number), cells.get(number - 1)
            beside = here and before and (here.table, here.row) == (before.table, before.row)
            said.append("\t" if beside else "\n")
        said.append(words[first:last])
    return "".join(said)


def rich(text: PaneText, selection: Selection) -> str:
    """The selected text as HTML, what changed marked by colour and by line."""
    numbers = range(selection.start.paragraph, selection.end.paragraph + 1)
    return "\n".join(f"<p>{_marked(text, number, selection)}</p>" for number in numbers)


def _marked(text: PaneText, number: int, selection: Selection) -> str:
    whole = text.known.paragraphs[number].text
    first, last = selection.inside(number, len(whole))
    words = whole[first:last]
    at = 0
    pieces: list[str] = []
    for mark in text.marks(Item(ItemKind.TEXT, number, first, last)):
        if mark.role not in _TAGS or mark.change < 0 or mark.beside:
            continue
        start, end = to_points(words, [mark.start, mark.end])
        if start < at or start == end:
            continue
        tag, style = _TAGS[mark.role]
        pieces.append(escape(words[at:start]))
        pieces.append(f'<{tag} style="{style}">{escape(words[start:end])}</{tag}>')
        at = end
    pieces.append(escape(words[at:]))
    return "".join(pieces).replace("\n", "<br>")


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word around code point `offset`, as (start, end); a lone character outside words."""
    start = end = max(0, min(offset, len(text)))
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return (start, end) if start < end else (start, min(len(text), start + 1))
