"""The list of changes with the field that searches it and the order it is sorted in."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sverka.gui.pages.change_list import ChangeList
from sverka.gui.plumbing.window_language import _
from sverka.presentation.listing import Order


class ListPanel(QFrame):
    """`narrowed` says that other words are sought or another order is asked for."""

    narrowed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = ChangeList(self)
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(_("Search the list"))
        self.sought.setAccessibleName(_("Search the list of changes"))
        self.sought.setClearButtonEnabled(True)
        self.sought.textChanged.connect(self.narrowed)
        self.sought.returnPressed.connect(self.list.setFocus)
        escape = QShortcut(QKeySequence("Esc"), self.sought)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._leave)
        self._orders = QComboBox(self)
        self._orders.setAccessibleName(_("Sort the list by"))
        self._orders.setToolTip(_("Sort the list by"))
        for order, words in _orders().items():
            self._orders.addItem(words, order)
        self._orders.currentIndexChanged.connect(self.narrowed)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(6)
        # Half the room for either, however long the words of a language are.
        self._orders.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._orders.setMinimumContentsLength(9)
        row.addWidget(self.sought, 1)
        row.addWidget(self._orders)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row)
        rows.addWidget(self.list, 1)

    @property
    def words(self) -> str:
        """What is sought in the list."""
        return self.sought.text()

    @property
    def order(self) -> Order:
        """What the list is sorted by."""
        return Order(self._orders.currentData())

    def set_order(self, order: Order) -> None:
        """Sort the list by something else."""
        self._orders.setCurrentIndex(self._orders.findData(order))

    def forget_words(self) -> None:
        """Seek nothing, without saying so."""
        with QSignalBlocker(self.sought):
            self.sought.clear()

    def _leave(self) -> None:
        self.sought.clear()
        self.list.setFocus()


def _orders() -> dict[Order, str]:
    return {
        Order.PLACE: _("By place"),
        Order.GRAVITY: _("Numbers first"),
        Order.STATE: _("To do first"),
        Order.LENGTH: _("Longest first"),
    }
