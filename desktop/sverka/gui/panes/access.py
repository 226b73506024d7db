"""Lets the panes be read aloud: a painted text gives its items as rows of an accessible list."""

from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from sverka.gui.panes.pane import TextPane
from sverka.gui.plumbing.window_language import _, current
from sverka.presentation.pane_items import ItemKind
from sverka.presentation.spoken import described, spoken

_ROLES = {
    ItemKind.TEXT: QAccessible.Role.Paragraph,
    ItemKind.CHIP: QAccessible.Role.Button,
    ItemKind.FOLD: QAccessible.Role.Button,
}


class PaneAccess(QAccessibleWidget):
    """A pane as a document whose children are its items, all of them, in view or not.

    A row is made when it is asked for, and kept: who reads aloud may hold on to it.
    """

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane, QAccessible.Role.Document, pane.accessibleName())
        # Who reads aloud may hold this longer than the pane lives, and the pane holds a book.
        self._pane = ref(pane)
        self._rows: dict[int, RowAccess] = {}

    @property
    def pane(self) -> TextPane | None:
        """The pane, while it lives."""
        pane = self._pane()
        return pane if pane is not None and Shiboken.isValid(pane) else None

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """How many items the text has."""
        lane = self.pane.lane if self.pane else None
        return 0 if lane is None else len(lane.column)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Item `index`, from 0."""
        if not 0 <= index < self.childCount():
            return None
        row = self._rows.get(index)
        if row is None:
            row = self._rows[index] = RowAccess(self, index)
            _ROWS.append(row)
        return row

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """The item at a point of the screen."""
        if self.pane is None:
            return None
        view = self.pane.viewport()
        point = view.mapFromGlobal(QPoint(x, y))
        number = self.pane.item_at(point) if view.rect().contains(point) else None
        return None if number is None else self.child(number)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Which item `child` is; -1 where it is none."""
        return child.item if isinstance(child, RowAccess) and child.parent() is self else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """The item with the caret."""
        caret = self.pane.caret if self.pane else None
        return None if caret is None else self.child(caret.item)

    def text(self, kind: QAccessible.Text) -> str:
        """The name of the pane, and how it is read by key."""
        if kind is QAccessible.Text.Name:
            return self.pane.accessibleName() if self.pane else ""
        if kind is QAccessible.Text.Help:
            return _(
                "Arrow keys move through the text, N and P from change to change. Enter opens "
                "what was set aside, K keeps it in the text, Delete sets page furniture aside."
            )
        return super().text(kind)


class RowAccess(QAccessibleInterface):
    """One item of a pane: a paragraph or a part of it, a chip, a fold."""

    def __init__(self, parent: PaneAccess, item: int) -> None:
        super().__init__()
        self._parent, self.item = parent, item

    @property
    def pane(self) -> TextPane | None:
        """The pane, while it lives and has so many items."""
        alive = Shiboken.isValid(self._parent) and self.item < self._parent.childCount()
        return self._parent.pane if alive else None

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """Whether the pane is there and has so many items."""
        return self.pane is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """None: a row is painted, no object stands for it."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The pane."""
        return self._parent

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """None: a row has no parts."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """None: a row has no parts."""
        return None

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """None."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """-1: a row has no parts."""
        return -1

    def rect(self) -> QRect:
        """Where the row stands on the screen, though perhaps out of view."""
        pane = self.pane
        if pane is None:
            return QRect()
        box = pane.item_box(self.item)
        return QRect(pane.viewport().mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """A paragraph, or a button where Enter opens it."""
        pane = self.pane
        if pane is None or pane.lane is None:
            return QAccessible.Role.NoRole
        return _ROLES[pane.lane.column.item(self.item).kind]

    def text(self, kind: QAccessible.Text) -> str:
        """As name the kind, the state and the words; as description what is marked."""
        setter = self.pane.setter if self.pane else None
        if setter is None:
            return ""
        item = setter.column.item(self.item)
        if kind is QAccessible.Text.Name:
            return spoken(setter.text, item, current())
        if kind is QAccessible.Text.Description:
            return described(setter.text, item, current())
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802 - Qt's name
        """Nothing: the text is only read."""

    def state(self) -> QAccessible.State:
        """Read only, able to have the caret, and whether it has it or is out of view."""
        state, pane = QAccessible.State(), self.pane
        if pane is None:
            state.invalid = True
            return state
        here = pane.caret is not None and pane.caret.item == self.item
        state.readOnly = state.focusable = True
        state.focused = here and pane.hasFocus()
        state.offscreen = not pane.item_box(self.item).intersects(pane.viewport().rect())
        return state


# Qt's cache keeps bare pointers to what it was given until the process ends; Python must not
# free it before. Only what was asked for is kept, and none of it holds a text.
_ROWS: list[RowAccess] = []
_KNOWN: WeakKeyDictionary[TextPane, PaneAccess] = WeakKeyDictionary()


def _access(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, TextPane):
        return None
    return _KNOWN.setdefault(thing, PaneAccess(thing))


_installed: list[bool] = []


def install() -> None:
    """Let Qt ask for the interfaces of panes, once per process."""
    if not _installed:
        QAccessible.installFactory(_access)
        _installed.append(True)


def announce(widget: QWidget, sentence: str) -> None:
    """Have `sentence` read aloud where somebody listens."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def caret_moved(pane: TextPane) -> None:
    """Tell who listens that the caret of a pane stands in another item."""
    if pane.caret is not None and QAccessible.isActive():
        event = QAccessibleEvent(pane, QAccessible.Event.Focus)
        event.setChild(pane.caret.item)
        QAccessible.updateAccessibility(event)
