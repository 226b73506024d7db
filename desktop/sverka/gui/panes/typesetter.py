"""Sets the items of a pane: text broken into lines, with marks; keeps the sets made last."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from sverka.gui.panes.look_formats import (
    formats,
    in_capitals,
    link_formats,
    small_capitals,
    struck,
)
from sverka.gui.panes.picture_setting import PictureBox, picture_boxes
from sverka.gui.panes.row_setting import PAD, SIGN_ROOM, PlacedCell, cell_boxes, stacked
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.model import BlockKind
from sverka.presentation.chips import chip_text
from sverka.presentation.direction import is_right_to_left
from sverka.presentation.item_marks import ItemMark, Role, Signature
from sverka.presentation.lane import Metrics
from sverka.presentation.pane_items import Item, ItemKind, PaneColumn
from sverka.presentation.pane_texts import PaneText
from sverka.presentation.shown_looks import Thing, looks, things
from sverka.presentation.table_grid import TableRow
from sverka.presentation.units import to_points, to_units

KEPT = 400
LEFT = 60
RIGHT = 22
ROW_RIGHT = 9
AIR = 5
TAG = 19
PAGE = 20
INDENT = 26
NESTED = 9
SIGNED_FROM = 78
"""Pixels of a cell that has room for the sign of a change beside its words."""
_LEADING = 1.12
_SAMPLED = 12  # paragraphs whose letters are measured for the estimate of heights
_BROAD = 1.15
"""How much wider than the mean of a font the letters of a short cell may be: bold, capitals."""
_LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class InCell:
    """The cell an item is set into: its left edge and its width, in pixels."""

    left: int
    width: int
    signed: bool = True
    """Whether its paragraphs bear their own signs, not all of the row the same."""
    nested: int = 0
    """How many tables are around its own, each with a grid."""


@dataclass(slots=True)
class Set:
    """An item set in type: its height and where its text begins, in pixels from its corner."""

    item: Item
    layout: QTextLayout
    height: int
    origin: QPointF
    marks: tuple[ItemMark, ...] = ()
    signature: Signature = field(default_factory=Signature)
    number: str = ""
    label: str = ""
    link_start: int = -1
    """Where the "Keep it" of an open chip begins, in UTF-16 units; -1 without one."""
    page: int | None = None
    """The page whose beginning is shown above the item."""
    leftward: bool = False
    """Whether the text runs from right to left."""
    box: QRectF | None = None
    """Of an item in a table: where it stands, from the corner of its row."""
    cells: tuple[PlacedCell, ...] = ()
    """Of the first item of a row: all its cells."""
    is_head: bool = False
    is_signed: bool = True
    """Whether it bears its sign; where all of a row would bear the same, only the first does."""
    gone: frozenset[str] = frozenset()
    """The digests of pictures that are not there any more."""
    struck: tuple[tuple[int, int], ...] = ()
    """What the author struck out, in UTF-16 units."""
    things: tuple[Thing, ...] = ()
    """What stands beside the words."""
    pictures: tuple[PictureBox, ...] = ()
    """Where the pictures stand, from the corner of the item or its row."""

    def line_top(self, unit: int) -> float:
        """The upper edge of the line that holds UTF-16 unit `unit`, from the item's corner."""
        line = self.layout.lineForTextPosition(unit)
        return self.origin.y() + (line.y() if line.isValid() else 0.0)

    def unit_of_line_at(self, y: float) -> int:
        """The first UTF-16 unit of the line at `y` from the item's corner."""
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if y < self.origin.y() + line.y() + line.height():
                return int(line.textStart())
        return 0


class Typesetter:
    """Sets the items of one pane at one width."""

    def __init__(self, text: PaneText, column: PaneColumn, look: Theme) -> None:
        self.text, self.column, self.look = text, column, look
        self.width = 400
        self.formatting = False
        """Whether the words look as their file has them."""
        self.opened: set[int] = set()
        self._sets: OrderedDict[int, tuple[Set, ...]] = OrderedDict()

    def set(self, number: int) -> Set:
        """Item `number`, set in type; with it all that stand in its row of a table."""
        first = self.column.band(number).start
        found = self._sets.get(first)
        if found is not None:
            self._sets.move_to_end(first)
            return found[number - first]
        row = self.column.rows.get(first)
        made = (self._make(self.column.item(number)),) if row is None else self._row(row)
        self._sets[first] = made
        if len(self._sets) > KEPT:
            self._sets.popitem(last=False)
        return made[number - first]

    def forget(self) -> None:
        """Throw all sets away: the width, the look or the marks changed."""
        self._sets.clear()

    def metrics(self) -> Metrics:
        """What the heights of items not yet set are estimated from."""
        metrics = QFontMetricsF(self.look.reading)
        # Letters of the text itself: those of Chinese are twice as wide as those of Russian.
        paragraphs = self.text.known.paragraphs
        sample = "".join(p.text[:40] for p in paragraphs[:_SAMPLED]) or "abcdefgh "
        letter = max(1.0, metrics.horizontalAdvance(sample) / len(sample))
        line = ceil(metrics.height() * _LEADING)
        return Metrics(max(50, self.width - LEFT - RIGHT), letter, line, 2 * AIR, 40)

    def unit_in(self, item: Item, offset: int) -> int:
        """The UTF-16 unit, from the start of `item`, of character `offset` of its paragraph."""
        text = self.text.known.paragraphs[item.paragraph].text
        piece = text[item.start : item.end]
        return to_units(piece, [max(item.start, min(offset, item.end)) - item.start])[0]

    def offset_in(self, item: Item, unit: int) -> int:
        """The character of the paragraph at UTF-16 unit `unit` of `item`."""
        text = self.text.known.paragraphs[item.paragraph].text
        return item.start + to_points(text[item.start : item.end], [unit])[0]

    def light(
        self, item: Item, start: int, end: int, ground: QColor, ink: QColor | None = None
    ) -> list[QTextLayout.FormatRange]:
        """A light under the characters [start, end) of the paragraph, as far as `item` has them."""
        first, last = self.unit_in(item, start), self.unit_in(item, end)
        if end <= item.start or start >= item.end or first == last:
            return []
        look = QTextCharFormat()
        look.setBackground(ground)
        if ink is not None:
            look.setForeground(ink)
        return [_range(first, last - first, look)]

    def _make(self, item: Item) -> Set:
        if item.kind is ItemKind.CHIP:
            return self._chip(item)
        return self._fold(item) if item.kind is ItemKind.FOLD else self._text(item)

    def _cell_font(self) -> QFont:
        """Tables are set a little smaller, as they are in print."""
        font = QFont(self.look.reading)
        font.setPixelSize(max(10, font.pixelSize() - 2))
        return font

    def _row(self, row: TableRow) -> tuple[Set, ...]:
        """The items of a row of a table, beside each other."""
        letter = QFontMetricsF(self._cell_font()).averageCharWidth() * _BROAD
        boxes = cell_boxes(row, LEFT, self.width - LEFT - ROW_RIGHT, letter)
        signs = {self.text.signature(self.column.item(n).paragraph).sign for n in row.items}
        alike = len(signs) == 1
        made: dict[int, Set] = {}
        for box in boxes:
            for number, own_box, nested in box.rooms():
                room = InCell(own_box.left, own_box.width, not alike, nested)
                made[number] = self._text(self.column.item(number), room)

        def place(number: int, box: QRectF) -> None:
            one = made[number]
            one.box = box
            one.origin += QPointF(0, box.top())
            one.pictures = tuple(picture.lowered(box.top()) for picture in one.pictures)

        own = {number: one.height for number, one in made.items()}
        cells, height = stacked(boxes, own.__getitem__, place)
        for one in made.values():
            one.height, one.is_head, one.is_signed = height, row.is_head, not alike
        made[row.items.start].cells = cells
        return tuple(made[number] for number in row.items)

    def _text(self, item: Item, cell: InCell | None = None) -> Set:
        paragraph = self.text.known.paragraphs[item.paragraph]
        found = self.text.marks(item)
        sign = self.text.signature(item.paragraph)
        font = self._cell_font() if cell is not None else QFont(self.look.reading)
        if paragraph.kind is BlockKind.HEADING:
            font.setBold(True)
            font.setPixelSize(
                round(font.pixelSize() * (1.12 if (paragraph.level or 1) < 3 else 1.0))
            )
        listed = paragraph.kind is BlockKind.LIST_ITEM
        label = (paragraph.label or "•") if listed else ""
        if paragraph.kind is BlockKind.NOTE:
            label = paragraph.label or ""
        # A label stands before the text, clear of the sign in the gutter.
        indent = INDENT * min(4, (paragraph.level if listed else 1) or 1) if label else 0
        moved = sign.role is Role.MOVE and cell is None
        left, width = LEFT + indent, self.width - LEFT - RIGHT - indent - (2 if moved else 0)
        if cell is not None:
            at = self.text.known.cells.get(item.paragraph)
            signed = sign.sign and cell.signed and cell.width >= SIGNED_FROM
            inner = (
                PAD
                + (SIGN_ROOM if signed else 0)
                + NESTED * max(0, (at.depth if at else 0) - cell.nested)
            )
            left, width = cell.left + inner + indent // 2, cell.width - inner - PAD - indent // 2
        text = paragraph.text[item.start : item.end].replace("\n", _LINE_SEPARATOR)
        # The whole paragraph decides, also where it is shown in several stretches.
        leftward = is_right_to_left(paragraph.text)
        beside = things(paragraph, item)
        worn = looks(paragraph, item) if self.formatting else ()
        drawn = [*formats(worn, self.look.colours), *self._formats(found)]
        if self.formatting:
            drawn = [*link_formats(beside, self.look.colours), *drawn]
        drawn = [*small_capitals(text, worn, font), *drawn]
        layout = _layout(in_capitals(text, worn), font, drawn, leftward=leftward)
        height = _break(layout, width)
        tag = TAG if moved and item.is_first else 0
        frame = 4 if moved else 0
        page = self.text.page(item.paragraph) if item.is_first and cell is None else None
        above = PAGE if page is not None else 0
        origin = QPointF(
            left - (indent if leftward and cell is None else 0), AIR + tag + frame + above
        )
        if not text and any(thing.is_picture for thing in beside):
            height = 0  # only pictures: no line of text stands above them
        pictures, room = picture_boxes(beside, origin + QPointF(0, height), max(40, width))
        return Set(
            item,
            layout,
            ceil(height) + 2 * AIR + tag + 2 * frame + above + room,
            origin,
            found,
            sign,
            self.text.number(item.paragraph) if item.is_first else "",
            label if item.is_first else "",
            page=page,
            leftward=leftward,
            struck=struck(worn),
            gone=self.text.gone_pictures(item.paragraph),
            things=beside,
            pictures=pictures,
        )

    def _chip(self, item: Item) -> Set:
        findings = [self.text.findings[number] for number in item.findings]
        is_open = item.findings[0] in self.opened
        said = chip_text(findings, current(), opened=is_open)
        text, link_start = said.text, -1
        if is_open:
            link_start = len(text.encode("utf-16-le")) // 2 + 1
            text += "\n" + _("Keep it in the text")
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        bold.setForeground(self.look.colours.ink)
        formats = [_range(0, to_units(said.title, [len(said.title)])[0], bold)]
        if link_start >= 0:
            link = QTextCharFormat()
            link.setFontUnderline(True)
            link.setForeground(self.look.colours.accent)
            formats.append(_range(link_start, 10_000, link))
        words = text.replace("\n", _LINE_SEPARATOR)
        layout = _layout(words, self.look.interface, formats, leftward=is_right_to_left(text))
        height = _break(layout, self.width - LEFT - RIGHT - 44)
        return Set(
            item,
            layout,
            ceil(height) + 10 + 8,
            QPointF(LEFT + 12, 4 + 5),
            link_start=link_start,
        )

    def _fold(self, item: Item) -> Set:
        count = item.hidden
        said = ngettext(
            "{count} unchanged paragraph", "{count} unchanged paragraphs", count
        ).format(count=count)
        layout = _layout(f"▸ {said}", self.look.interface, [])
        height = _break(layout, self.width - LEFT - RIGHT)
        return Set(item, layout, ceil(height) + 16, QPointF(LEFT, 9))

    def _formats(self, found: Sequence[ItemMark]) -> list[QTextLayout.FormatRange]:
        return [
            _range(m.start, m.end - m.start, self._format(m))
            for m in found
            if m.end > m.start and not m.beside
        ]

    def _format(self, mark: ItemMark) -> QTextCharFormat:
        colours, made = self.look.colours, QTextCharFormat()
        if mark.role is Role.INSERTION:
            made.setBackground(colours.insertion if mark.strong else colours.insertion_pale)
            made.setFontUnderline(True)
            made.setUnderlineColor(colours.insertion_line)
        elif mark.role is Role.DELETION:
            made.setBackground(colours.deletion if mark.strong else colours.deletion_pale)
            made.setFontStrikeOut(True)
        elif mark.role is Role.FORMATTING:
            made.setBackground(colours.formatting)
        elif mark.role is Role.FURNITURE:
            made.setBackground(colours.furniture)
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(colours.furniture_line)
        else:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            made.setUnderlineColor(colours.line_of(mark.role))
        return made


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


def _layout(
    text: str, font: QFont, formats: list[QTextLayout.FormatRange], *, leftward: bool = False
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.setFormats(formats)
    return layout


def _break(layout: QTextLayout, width: int) -> float:
    """Break into lines of `width`; returns the height in pixels."""
    layout.beginLayout()
    y = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(12, width))
        line.setPosition(QPointF(0, y))
        y += ceil(line.height() * _LEADING)
    layout.endLayout()
    return y


def transparent(colour: QColor, share: float) -> QColor:
    """`colour` seen through: `share` from 0, invisible, to 1."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made
