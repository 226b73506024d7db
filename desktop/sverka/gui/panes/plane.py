"""A text on a plane: set, scrolled by the pixel, at heights measured when first seen, painted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from sverka.gui.panes.painting import ItemPainter, PaintedState
from sverka.gui.panes.typesetter import Set, Typesetter
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.thumbnails import Thumbnails
from sverka.model import Side
from sverka.presentation.find import Hit, SideHits
from sverka.presentation.lane import Lane
from sverka.presentation.pane_items import Item, ItemKind
from sverka.presentation.pane_texts import PaneText, Ranges

if TYPE_CHECKING:
    from sverka.gui.panes.caret import Caret
    from sverka.presentation.selection import Selection

READING_LINE = 1 / 3
"""Where a change is brought to, and where both panes agree, as a share of the height."""


class TextPlane(QAbstractScrollArea):
    """Shows a text and knows where everything stands; what keys and pointer do is TextPane's.

    `scrolled` is emitted when the text moved, by whatever.
    """

    scrolled = Signal()
    resized = Signal()

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self.side = side
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lane: Lane | None = None
        self._setter: Typesetter | None = None
        self._painter: ItemPainter | None = None
        self._y = 0
        self._formatting = False
        self._thumbnails: Thumbnails | None = None
        self._change: int | None = None
        self._finding: int | None = None
        self._current_paragraphs: frozenset[int] = frozenset()
        self._hits: SideHits | None = None
        self._hit: Hit | None = None
        self.selection: Selection | None = None
        self.caret: Caret | None = None

    @property
    def setter(self) -> Typesetter | None:
        """What sets the text shown; None before there is one."""
        return self._setter

    # What is shown

    def show_text(self, text: PaneText, look: Theme, folds: Ranges = ()) -> None:
        """Show a text from its beginning; `folds` are ranges of paragraphs to hide."""
        self._setter = Typesetter(text, text.column(folds), look)
        self._setter.formatting = self._formatting
        self._painter = ItemPainter(look, self._image_of)
        self._y = 0
        self._hits = self._hit = self.selection = self.caret = None
        self._lay_afresh()

    def fold(self, folds: Ranges) -> None:
        """Hide these ranges of paragraphs, and show all others, at the same place."""
        if self._setter is None:
            return
        place = self.place()
        self._setter.column = self._setter.text.column(folds)
        self.caret = None
        self._lay_afresh()
        self.go_to(*place)

    def show_hits(self, hits: SideHits | None, current: Hit | None) -> None:
        """Mark what was found, the hit one stands on more strongly."""
        self._hits = hits
        self._hit = current if current is not None and current.side is self.side else None
        self.viewport().update()

    def set_look(self, look: Theme) -> None:
        """Paint in another look, at the same place."""
        if self._setter is None:
            return
        place = self.place()
        self._setter.look = look
        self._painter = ItemPainter(look, self._image_of)
        self._lay_afresh()
        self.go_to(*place)

    def take_pictures_from(self, thumbnails: Thumbnails) -> None:
        """Paint small pictures from here, in their frames, when they are there."""
        self._thumbnails = thumbnails
        thumbnails.arrived.connect(self.viewport().update)

    def _image_of(self, digest: str) -> QImage | None:
        return self._thumbnails.image(digest) if self._thumbnails is not None else None

    def show_formatting(self, shown: bool) -> None:
        """Let the words look as their file has them, or all alike, at the same place."""
        self._formatting = shown
        if self._setter is not None and self._setter.formatting != shown:
            place = self.place()
            self._setter.formatting = shown
            self._lay_afresh()
            self.go_to(*place)

    def mark_current(
        self, change: int | None, finding: int | None, paragraphs: frozenset[int]
    ) -> None:
        """Say which change or finding is current and in which paragraphs it stands."""
        self._change, self._finding, self._current_paragraphs = change, finding, paragraphs
        self.viewport().update()

    @property
    def current_change(self) -> int | None:
        """The index of the current change."""
        return self._change

    # Where it is

    @property
    def top(self) -> int:
        """How far the text is scrolled, in pixels."""
        return self._y

    def place(self) -> tuple[int, int]:
        """The paragraph at the upper edge and the character its line there begins with."""
        if self.lane is None or self._setter is None or not len(self.lane.column):
            return 0, 0
        number, inside = self.lane.at(self._y)
        item, made = self.lane.column.item(number), self._setter.set(number)
        if item.kind is not ItemKind.TEXT or inside <= made.origin.y():
            return item.paragraph, item.start
        return item.paragraph, self._setter.offset_in(item, made.unit_of_line_at(inside))

    def offset_box(self, paragraph: int, offset: int) -> QRect:
        """The line of the viewport in which a character stands, or would stand."""
        if self._setter is None or not len(self._setter.column):
            return QRect()
        number = self._setter.column.item_of(paragraph, offset)
        item, made = self._setter.column.item(number), self._measured(number)
        box = self.item_box(number)
        if item.kind is not ItemKind.TEXT:
            return box
        top = self.corner(number) + int(made.line_top(self._setter.unit_in(item, offset)))
        return QRect(box.left(), top, box.width(), box.bottom() + 1 - top)

    def go_to(self, paragraph: int, offset: int, share: float = 0.0) -> None:
        """Bring a character to `share` of the height of the pane, from 0 above to 1 below."""
        if self.lane is None or self._setter is None or not len(self.lane.column):
            return
        self._go_to_item(self.lane.column.item_of(paragraph, offset), offset, share)

    def go_to_finding(self, finding: int, share: float = READING_LINE) -> bool:
        """Bring the chip of a finding into view; False where it has none here."""
        item = self.lane.column.chip_of(finding) if self.lane else None
        if item is None:
            return False
        self._go_to_item(item, 0, share)
        return True

    def _go_to_item(self, number: int, offset: int, share: float) -> None:
        assert self.lane is not None
        assert self._setter is not None
        item = self.lane.column.item(number)
        made = self._measured(number)
        inside = 0.0
        if item.kind is ItemKind.TEXT and (share or offset > item.start):
            inside = made.line_top(self._setter.unit_in(item, offset)) - 2
        self._y = self.lane.top(number) + int(inside)
        self._scroll_by(-int(self.viewport().height() * share))

    def scroll_to(self, y: float) -> None:
        """Scroll to `y`, which counts from the beginning of the text in pixels."""
        self._scroll_by(round(y) - self._y)

    def _scroll_by(self, by: int) -> None:
        """Move by so many real pixels, measuring on the way what was only estimated."""
        if self.lane is None:
            return
        near = 4 * max(1, self.viewport().height())
        if -near < by < 0:
            self._measure_upwards(-by)
        self._y += by
        self._settle()
        self.viewport().update()
        self.scrolled.emit()

    def _measure_upwards(self, distance: int) -> None:
        """Measure what comes into view above; the text below must not shift on the screen."""
        assert self.lane is not None
        heights = self.lane.heights
        number, inside = self.lane.at(self._y)
        distance -= inside
        while distance > 0 and number > 0:
            number = self.lane.column.band(number - 1).start
            before = heights.of(number)
            made = self._measured(number)
            self._y += made.height - before
            distance -= made.height

    def _measured(self, number: int) -> Set:
        assert self.lane is not None
        assert self._setter is not None
        made = self._setter.set(number)
        self.lane.heights.change(self.lane.column.band(number).start, made.height)
        return made

    def _settle(self) -> None:
        """Measure what is in view, keep within the text, and tell the scroll bar."""
        lane = self.lane
        if lane is None or not len(lane.column):
            return
        height = self.viewport().height()
        self._y = max(0, self._y)
        number, inside = lane.at(self._y)
        at = -inside
        while at < height and number < len(lane.column):
            at += self._measured(number).height
            number = lane.column.band(number).stop
        if at < height:
            self._fill_from_below(height)
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, max(0, lane.total - height))
        bar.setPageStep(height)
        bar.setSingleStep(24)
        bar.setValue(self._y)
        bar.blockSignals(False)

    def _fill_from_below(self, height: int) -> None:
        """At the end of the text the last line stands at the lower edge."""
        assert self.lane is not None
        number, needed = len(self.lane.column), height
        while number > 0 and needed > 0:
            number = self.lane.column.band(number - 1).start
            needed -= self._measured(number).height
        self._y = max(0, self.lane.total - height)

    def _lay_afresh(self) -> None:
        assert self._setter is not None
        self._setter.width = self.viewport().width()
        self._setter.forget()
        self.lane = Lane(self._setter.column, self._setter.metrics())
        self._settle()
        self.viewport().update()

    # Events

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Follow the scroll bar, which wheel and keys move."""
        self._scroll_by(self.verticalScrollBar().value() - self._y)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew and stay at the same place of the text."""
        super().resizeEvent(event)
        if self._setter is None:
            return
        if self._setter.width != self.viewport().width():
            place = self.place()
            self.blockSignals(True)  # the other pane is being resized too; both agree after it
            self._lay_afresh()
            self.go_to(*place)
            self.blockSignals(False)
            self.resized.emit()
        else:
            self._scroll_by(0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the items in view."""
        painter = QPainter(self.viewport())
        if self.lane is None or self._painter is None or not len(self.lane.column):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._painter.look.colours.panel)
        number, inside = self.lane.at(self._y)
        y, width = -inside, self.viewport().width()
        while y < event.rect().bottom() and number < len(self.lane.column):
            made = self._measured(number)
            band = self.lane.column.band(number)
            if y + made.height >= event.rect().top():
                for each in band:
                    one = self._measured(each)
                    self._painter.paint(painter, one, y, width, self._state(each))
            y += made.height
            number = band.stop
        painter.end()

    def _state(self, number: int) -> PaintedState:
        assert self.lane is not None
        item = self.lane.column.item(number)
        is_chip = item.kind is ItemKind.CHIP
        return PaintedState(
            self._change,
            item.paragraph in self._current_paragraphs and not is_chip,
            is_chip and self._finding in item.findings,
            self.caret.unit if self.caret and self._shows_caret(number) else None,
            () if item.kind is not ItemKind.TEXT else tuple(self._lights(item)),
        )

    def _shows_caret(self, number: int) -> bool:
        return self.caret is not None and self.caret.item == number and self.hasFocus()

    def _lights(self, item: Item) -> Iterator[QTextLayout.FormatRange]:
        """What was found and what is selected in an item."""
        assert self._setter is not None
        colours = self._setter.look.colours
        if self._hits is not None:
            # A paragraph of a whole book has many; a stretch of it is all that is shown.
            for start, end in self._hits.within(item.paragraph, item.start, item.end):
                hit = self._hit
                here = hit is not None and (hit.paragraph, hit.start) == (item.paragraph, start)
                ground = colours.found_current if here else colours.found
                yield from self._setter.light(item, start, end, ground)
        if self.selection is not None:
            length = int(self._setter.text.known.lengths[item.paragraph])
            start, end = self.selection.inside(item.paragraph, length)
            yield from self._setter.light(item, start, end, colours.accent, colours.on_accent)

    def item_at(self, point: QPoint) -> int | None:
        """The item under a point of the viewport."""
        if self.lane is None or not len(self.lane.column):
            return None
        y = self._y + point.y()
        if not 0 <= y < self.lane.total:
            return None
        number, inside = self.lane.at(y)
        band = self.lane.column.band(number)
        return number if len(band) == 1 else self._cell_at(band, QPointF(point.x(), inside))

    def _cell_at(self, band: range, at: QPointF) -> int:
        """The item of a row nearest to a point, which counts from the corner of the row."""
        assert self._setter is not None
        setter = self._setter

        def distance(number: int) -> float:
            box = setter.set(number).box or QRectF()
            across = max(box.left() - at.x(), at.x() - box.right(), 0.0)
            return across + max(box.top() - at.y(), at.y() - box.bottom(), 0.0)

        return min(band, key=distance)

    def corner(self, number: int) -> int:
        """Where in the viewport an item has its upper edge, or the row it stands in."""
        assert self.lane is not None
        return self.lane.top(number) - self._y

    def item_box(self, number: int) -> QRect:
        """Where an item stands in the viewport."""
        assert self.lane is not None
        top, band = self.corner(number), self.lane.column.band(number)
        if number in self.lane.column.rows and self._setter is not None:
            box = self._setter.set(number).box
            if box is not None and len(band) > 1:
                return box.toRect().translated(0, top)
        return QRect(0, top, self.viewport().width(), self.lane.heights.of(number))

    def unit_at(self, number: int, at: QPointF) -> int:
        """The UTF-16 unit of the item's text nearest to a point of the viewport."""
        assert self._setter is not None
        made = self._setter.set(number)
        inside = at - QPointF(0, self.corner(number)) - made.origin
        for k in range(made.layout.lineCount()):
            line = made.layout.lineAt(k)
            if inside.y() < line.y() + line.height() or k == made.layout.lineCount() - 1:
                return int(line.xToCursor(inside.x()))
        return 0
