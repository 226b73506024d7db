"""What is selected in a pane, and how it is copied: as plain text and as HTML with its marks."""

from dataclasses import dataclass
from html import escape

from sverka.model import ChangeKind, Side
from sverka.presentation.index import Index

_TAGS = {Side.OLD: "del", Side.NEW: "ins"}
_STYLES = {"del": "background:#FFD0A6", "ins": "background:#BBDDFF"}


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


def plain(index: Index, side: Side, selection: Selection) -> str:
    """The selected text, a line per paragraph."""
    paragraphs = index.side(side).paragraphs
    lines = []
    for number in range(selection.start.paragraph, selection.end.paragraph + 1):
        text = paragraphs[number].text
        first, last = selection.inside(number, len(text))
        lines.append(text[first:last])
    return "\n".join(lines)


def rich(index: Index, side: Side, selection: Selection) -> str:
    """The selected text as HTML, what changed marked by colour and by line."""
    lines = [
        f"<p>{_marked(index, side, number, selection)}</p>"
        for number in range(selection.start.paragraph, selection.end.paragraph + 1)
    ]
    return "\n".join(lines)


def _marked(index: Index, side: Side, number: int, selection: Selection) -> str:
    known = index.side(side)
    text = known.paragraphs[number].text
    at, last = selection.inside(number, len(text))
    tag = _TAGS[side]
    pieces: list[str] = []
    for change_number in known.changes_of(number):
        change = index.comparison.changes[change_number]
        span = change.old if side is Side.OLD else change.new
        if span is None or change.kind is ChangeKind.MOVE:
            continue
        start, end = max(at, span.start), min(last, span.end)
        if start >= end:
            continue
        pieces.append(escape(text[at:start]))
        pieces.append(f'<{tag} style="{_STYLES[tag]}">{escape(text[start:end])}</{tag}>')
        at = end
    pieces.append(escape(text[at:last]))
    return "".join(pieces).replace("\n", "<br>")


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word around code point `offset`, as (start, end); a lone character outside words."""
    start = end = max(0, min(offset, len(text)))
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return (start, end) if start < end else (start, min(len(text), start + 1))
