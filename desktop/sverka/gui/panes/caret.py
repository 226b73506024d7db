"""Where the caret of a pane goes by key: by letter, word, line, over chips and folds."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextLayout, QTextLine

from sverka.gui.panes.typesetter import Set, Typesetter
from sverka.presentation.pane_items import ItemKind


@dataclass(frozen=True, slots=True)
class Caret:
    """Before UTF-16 unit `unit` of item `item`. `x` is the column, in pixels, that a walk by
    lines keeps to; None where the last step was along the line.
    """

    item: int
    unit: int = 0
    x: float | None = None


class Motion(Enum):
    """A step of the caret."""

    LEFT = auto()
    RIGHT = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    START = auto()
    END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()


_PLAIN = {
    Qt.Key.Key_Left: Motion.LEFT,
    Qt.Key.Key_Right: Motion.RIGHT,
    Qt.Key.Key_Up: Motion.UP,
    Qt.Key.Key_Down: Motion.DOWN,
    Qt.Key.Key_PageUp: Motion.PAGE_UP,
    Qt.Key.Key_PageDown: Motion.PAGE_DOWN,
    Qt.Key.Key_Home: Motion.START,
    Qt.Key.Key_End: Motion.END,
}
_CONTROL = {
    **_PLAIN,
    Qt.Key.Key_Left: Motion.WORD_LEFT,
    Qt.Key.Key_Right: Motion.WORD_RIGHT,
}
_SHIFT = {**_PLAIN, Qt.Key.Key_Home: Motion.LINE_START, Qt.Key.Key_End: Motion.LINE_END}


def motion_of(event: QKeyEvent) -> Motion | None:
    """The step a key means, as in any text that is only read: Home and End go to its ends.

    With Shift they select to the ends of the line, with Ctrl and Shift to those of the text.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = _PLAIN
    if held & Qt.KeyboardModifier.ControlModifier:
        keys = _CONTROL
    elif held & Qt.KeyboardModifier.ShiftModifier:
        keys = _SHIFT
    if held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    return keys.get(Qt.Key(event.key()))


def moved(setter: Typesetter, caret: Caret, motion: Motion) -> Caret:
    """The caret one step on; at the ends of the text it stays. Pages are the pane's affair."""
    if motion in (Motion.UP, Motion.DOWN):
        return _by_line(setter, caret, 1 if motion is Motion.DOWN else -1)
    if motion is Motion.START:
        return Caret(0)
    if motion is Motion.END:
        last = len(setter.column) - 1
        return Caret(last, _length(setter.set(last)))
    made = setter.set(caret.item)
    if motion in (Motion.LINE_START, Motion.LINE_END):
        return _line_edge(made, caret, end=motion is Motion.LINE_END)
    by_words = motion in (Motion.WORD_LEFT, Motion.WORD_RIGHT)
    rightwards = motion in (Motion.RIGHT, Motion.WORD_RIGHT)
    return _along(setter, made, caret, forward=rightwards != made.leftward, by_words=by_words)


def line_of(made: Set, unit: int) -> QTextLine:
    """The line of an item that holds `unit`."""
    return made.layout.lineForTextPosition(unit)


def column_of(line: QTextLine, unit: int) -> float:
    """How far from the left of its line `unit` stands, in pixels."""
    found: object = line.cursorToX(unit)
    # PySide answers (x, unit).
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _length(made: Set) -> int:
    return len(made.layout.text().encode("utf-16-le")) // 2 if _is_text(made) else 0


def _is_text(made: Set) -> bool:
    return made.item.kind is ItemKind.TEXT


def _along(setter: Typesetter, made: Set, caret: Caret, *, forward: bool, by_words: bool) -> Caret:
    mode = QTextLayout.CursorMode.SkipWords if by_words else QTextLayout.CursorMode.SkipCharacters
    if _is_text(made):
        step = made.layout.nextCursorPosition if forward else made.layout.previousCursorPosition
        unit = step(caret.unit, mode)
        if unit != caret.unit:
            return Caret(caret.item, unit)
    if forward and caret.item + 1 < len(setter.column):
        return Caret(caret.item + 1)
    if not forward and caret.item > 0:
        return Caret(caret.item - 1, _length(setter.set(caret.item - 1)))
    return Caret(caret.item, caret.unit)


def _by_line(setter: Typesetter, caret: Caret, by: int) -> Caret:
    made = setter.set(caret.item)
    x = caret.x
    if _is_text(made):
        line = line_of(made, caret.unit)
        if x is None:
            x = made.origin.x() + column_of(line, caret.unit)
        number = line.lineNumber() + by
        if 0 <= number < made.layout.lineCount():
            return _in_line(made, caret.item, number, x)
    item = _item_towards(setter, caret.item, by, made.origin.x() if x is None else x)
    if item is None:
        return caret
    made = setter.set(item)
    if not _is_text(made):
        return Caret(item, 0, x)
    number = 0 if by > 0 else made.layout.lineCount() - 1
    return _in_line(made, item, number, made.origin.x() if x is None else x)


def _item_towards(setter: Typesetter, item: int, by: int, x: float) -> int | None:
    """The item below (1) or above (-1) another: in its cell of a table, else in the next row."""
    column = setter.column
    row = column.rows.get(item)
    if row is not None:
        beside = next(slot.items for slot in row.slots if item in slot.items)
        at = beside.index(item) + by
        if 0 <= at < len(beside):
            return beside[at]
    band = column.band(item)
    following = band.stop if by > 0 else band.start - 1
    if not 0 <= following < len(column):
        return None
    row = column.rows.get(following)
    if row is None:
        return following
    ends = [slot.items[0 if by > 0 else -1] for slot in row.slots if slot.items]

    def distance(number: int) -> float:
        box = setter.set(number).box
        return 0.0 if box is None else max(box.left() - x, x - box.right(), 0.0)

    return min(ends, key=distance)


def _in_line(made: Set, item: int, number: int, x: float) -> Caret:
    line = made.layout.lineAt(number)
    unit = int(line.xToCursor(x - made.origin.x()))
    # The place after the last letter of a wrapped line is the beginning of the next line.
    last = number == made.layout.lineCount() - 1
    if not last and unit >= line.textStart() + line.textLength():
        unit = made.layout.previousCursorPosition(unit)
    return Caret(item, unit, x)


def _line_edge(made: Set, caret: Caret, *, end: bool) -> Caret:
    if not _is_text(made):
        return caret
    line = line_of(made, caret.unit)
    if not end:
        return Caret(caret.item, line.textStart())
    unit = line.textStart() + line.textLength()
    last = line.lineNumber() == made.layout.lineCount() - 1
    return Caret(caret.item, unit if last else made.layout.previousCursorPosition(unit))
