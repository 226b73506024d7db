"""One text, painted by itself: scrolled by the pixel, at heights measured when first seen."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from sverka.gui.panes.painting import ItemPainter, State
from sverka.gui.panes.typesetter import Set, Typesetter
from sverka.gui.theme import Theme
from sverka.model import Side
from sverka.presentation.columns import Item, ItemKind
from sverka.presentation.find import Hit, SideHits
from sverka.presentation.lane import Lane
from sverka.presentation.selection import Place, Selection, plain, rich, word_at
from sverka.presentation.texts import Ranges, Text

READING_LINE = 1 / 3
"""Where a change is brought to, and where both panes agree, as a share of the height."""


class TextPane(QAbstractScrollArea):
    """The pane of one version.

    `scrolled` is emitted when the text moved, by whatever; `keep_asked` with the index of the
    findings whose text the user wants back; `change_pressed` with the index of a change.
    """

    scrolled = Signal()
    resized = Signal()
    keep_asked = Signal(tuple)
    change_pressed = Signal(int)
    finding_pressed = Signal(int)
    fold_pressed = Signal(int)

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self.side = side
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.lane: Lane | None = None
        self._setter: Typesetter | None = None
        self._painter: ItemPainter | None = None
        self._y = 0
        self._change: int | None = None
        self._finding: int | None = None
        self._current_paragraphs: frozenset[int] = frozenset()
        self._hits: SideHits | None = None
        self._hit: Hit | None = None
        self.selection: Selection | None = None
        self._pressed_at: QPointF | None = None

    # What is shown

    def show_text(self, text: Text, look: Theme, folds: Ranges = ()) -> None:
        """Show a text from its beginning; `folds` are ranges of paragraphs to hide."""
        self._setter = Typesetter(text, text.column(folds), look)
        self._painter = ItemPainter(look)
        self._y = 0
        self._hits = self._hit = self.selection = None
        self._lay_afresh()

    def fold(self, folds: Ranges) -> None:
        """Hide these ranges of paragraphs, and show all others, at the same place."""
        if self._setter is None:
            return
        place = self.place()
        self._setter.column = self._setter.text.column(folds)
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
        self._painter = ItemPainter(look)
        self._lay_afresh()
        self.go_to(*place)

    def mark_current(
        self, change: int | None, finding: int | None, paragraphs: frozenset[int]
    ) -> None:
        """Say which change or finding is current and in which paragraphs it stands."""
        self._change, self._finding, self._current_paragraphs = change, finding, paragraphs
        self.viewport().update()

    # Where it is

    @property
    def top(self) -> int:
        """How far the text is scrolled, in pixels."""
        return self._y

    def place(self) -> tuple[int, int]:
        """The paragraph at the upper edge and the character its line there begins with."""
        if self.lane is None or self._setter is None or not len(self.lane.column):
            return 0, 0
        number, inside = self.lane.heights.at(self._y)
        item, made = self.lane.column.item(number), self._setter.set(number)
        if item.kind is not ItemKind.TEXT or inside <= made.origin.y():
            return item.paragraph, item.start
        return item.paragraph, self._setter.offset_in(item, made.unit_of_line_at(inside))

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
        self._y = self.lane.heights.top(number) + int(inside)
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
        number, inside = heights.at(self._y)
        distance -= inside
        while distance > 0 and number > 0:
            number -= 1
            before = heights.of(number)
            made = self._measured(number)
            self._y += made.height - before
            distance -= made.height

    def _measured(self, number: int) -> Set:
        assert self.lane is not None
        assert self._setter is not None
        made = self._setter.set(number)
        self.lane.heights.change(number, made.height)
        return made

    def _settle(self) -> None:
        """Measure what is in view, keep within the text, and tell the scroll bar."""
        lane = self.lane
        if lane is None or not len(lane.column):
            return
        height = self.viewport().height()
        self._y = max(0, self._y)
        number, inside = lane.heights.at(self._y)
        at = -inside
        while at < height and number < len(lane.column):
            at += self._measured(number).height
            number += 1
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
            number -= 1
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
        number, inside = self.lane.heights.at(self._y)
        y, width = -inside, self.viewport().width()
        while y < event.rect().bottom() and number < len(self.lane.column):
            made = self._measured(number)
            if y + made.height >= event.rect().top():
                self._painter.paint(painter, made, y, width, self._state(number))
            y += made.height
            number += 1
        painter.end()

    def _state(self, number: int) -> State:
        assert self.lane is not None
        item = self.lane.column.item(number)
        is_chip = item.kind is ItemKind.CHIP
        return State(
            self._change,
            item.paragraph in self._current_paragraphs and not is_chip,
            is_chip and self._finding in item.findings,
            () if item.kind is not ItemKind.TEXT else tuple(self._lights(item)),
        )

    def _lights(self, item: Item) -> Iterator[QTextLayout.FormatRange]:
        """What was found and what is selected in an item."""
        assert self._setter is not None
        colours = self._setter.look.colours
        if self._hits is not None:
            for start, end in self._hits.of(item.paragraph):
                hit = self._hit
                here = hit is not None and (hit.paragraph, hit.start) == (item.paragraph, start)
                ground = colours.found_current if here else colours.found
                yield from self._setter.light(item, start, end, ground)
        if self.selection is not None:
            length = int(self._setter.text.known.lengths[item.paragraph])
            start, end = self.selection.inside(item.paragraph, length)
            yield from self._setter.light(item, start, end, colours.accent, colours.on_accent)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a selection; Shift continues the one there is."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            place = self._place_at(event.position())
            going_on = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if place is not None and going_on and self.selection is not None:
                self.select(Selection(self.selection.anchor, place))
            elif place is not None:
                self.selection = Selection(place, place)
                self.viewport().update()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press without a selection opens a chip or a fold, or chooses what is under it."""
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() is Qt.MouseButton.LeftButton and pressed is not None:
            way = (event.position() - pressed).manhattanLength()
            if way < 4 and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._press(event.position())
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select the word under the pointer."""
        place = self._place_at(event.position())
        if place is None or self._setter is None:
            return
        text = self._setter.text.known.paragraphs[place.paragraph].text
        start, end = word_at(text, place.offset)
        self.select(Selection(Place(place.paragraph, start), Place(place.paragraph, end)))
        self._pressed_at = None

    def select(self, selection: Selection | None) -> None:
        """Select a stretch of the text, or nothing."""
        self.selection = selection
        self.viewport().update()

    def select_all(self) -> None:
        """Select the whole text."""
        if self._setter is not None and len(self._setter.column):
            lengths = self._setter.text.known.lengths
            end = Place(len(lengths) - 1, int(lengths[-1]))
            self.select(Selection(Place(0, 0), end))

    def copy(self) -> bool:
        """Copy what is selected, as text and as HTML; False where nothing is."""
        selection, setter = self.selection, self._setter
        if setter is None or selection is None or selection.start == selection.end:
            return False
        data = QMimeData()
        data.setText(plain(setter.text, selection))
        data.setHtml(rich(setter.text, selection))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def _place_at(self, at: QPointF) -> Place | None:
        """The place in the text under a point of the viewport; None on chips and folds."""
        number = self.item_at(at.toPoint())
        if number is None or self.lane is None or self._setter is None:
            return None
        item = self.lane.column.item(number)
        if item.kind is not ItemKind.TEXT:
            return None
        return Place(item.paragraph, self._setter.offset_in(item, self._unit_at(number, at)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go on selecting; show by the pointer what can be pressed."""
        if self._pressed_at is not None and self.selection is not None:
            self._drag_to(event.position())
            return
        number = self.item_at(event.position().toPoint())
        pressable = (
            number is not None
            and self.lane is not None
            and (self.lane.column.kinds[number] != ItemKind.TEXT)
        )
        shape = Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens the current chip, else the first in view; Home and End go to the ends."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.toggle_chip():
            return
        if event.matches(QKeySequence.StandardKey.Copy) and self.copy():
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def _drag_to(self, at: QPointF) -> None:
        """Select as far as the pointer, and scroll where it is beyond an edge."""
        assert self.selection is not None
        beyond = min(at.y(), 0) + max(at.y() - self.viewport().height(), 0)
        if beyond:
            self._scroll_by(round(beyond))
        place = self._place_at(QPointF(at.x(), max(0, min(at.y(), self.viewport().height() - 1))))
        if place is not None:
            self.select(Selection(self.selection.anchor, place))

    def item_at(self, point: QPoint) -> int | None:
        """The item under a point of the viewport."""
        if self.lane is None or not len(self.lane.column):
            return None
        y = self._y + point.y()
        return self.lane.heights.at(y)[0] if 0 <= y < self.lane.total else None

    def item_box(self, number: int) -> QRect:
        """Where an item stands in the viewport."""
        assert self.lane is not None
        top = self.lane.heights.top(number) - self._y
        return QRect(0, top, self.viewport().width(), self.lane.heights.of(number))

    def toggle_chip(self, number: int | None = None) -> bool:
        """Open or close a chip: the given item, else the current one, else the first in view."""
        if self.lane is None or self._setter is None:
            return False
        number = self._chip_in_view() if number is None else number
        if number is None:
            return False
        finding = self.lane.column.item(number).findings[0]
        self._setter.opened ^= {finding}
        self._setter.forget()
        self._measured(number)
        self._scroll_by(0)
        return True

    def _chip_in_view(self) -> int | None:
        assert self.lane is not None
        chips = self.lane.column.chips
        current = [n for n, found in chips.items() if self._finding in found]
        view = QRect(0, 0, self.viewport().width(), self.viewport().height())
        seen = [n for n in sorted(chips) if self.item_box(n).intersects(view)]
        return next((n for n in [*current, *seen] if n in seen), None)

    def _press(self, at: QPointF) -> None:
        number = self.item_at(at.toPoint())
        if number is None or self.lane is None or self._setter is None:
            return
        item, made = self.lane.column.item(number), self._setter.set(number)
        if item.kind is ItemKind.FOLD:
            self.fold_pressed.emit(item.paragraph)
            return
        unit = self._unit_at(number, at)
        if item.kind is ItemKind.CHIP:
            if 0 <= made.link_start <= unit and unit < len(made.layout.text()):
                self.keep_asked.emit(item.findings)
            else:
                self.finding_pressed.emit(item.findings[0])
                self.toggle_chip(number)
            return
        hit = [m for m in made.marks if m.change >= 0 and m.start <= unit <= m.end]
        if hit:
            self.change_pressed.emit(hit[0].change)

    def _unit_at(self, number: int, at: QPointF) -> int:
        """The UTF-16 unit of the item's text nearest to a point of the viewport."""
        assert self._setter is not None
        made = self._setter.set(number)
        inside = at - QPointF(0, self.item_box(number).top()) - made.origin
        for k in range(made.layout.lineCount()):
            line = made.layout.lineAt(k)
            if inside.y() < line.y() + line.height() or k == made.layout.lineCount() - 1:
                return int(line.xToCursor(inside.x()))
        return 0
