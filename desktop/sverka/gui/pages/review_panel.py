"""What the reviewer says of the current change or finding: its state by one key, and a note."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from sverka.gui.plumbing.window_language import _
from sverka.review import Remark, State

_PAUSE = 300  # milliseconds of rest after which a note being typed is kept


class ReviewPanel(QFrame):
    """Two buttons and a field; `remarked` is the remark as it is now."""

    remarked = Signal(Remark)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.reviewed = _toggle(_("✓ Reviewed"), _("Reviewed"), _("Space"), self)
        self.query = _toggle(_("? Query"), _("Query"), "Q", self)
        self.note = QPlainTextEdit(self)
        self.note.setPlaceholderText(_("Note  Shift+N"))
        self.note.setAccessibleName(_("Note about the current change"))
        self.note.setFixedHeight(40)
        self.note.setTabChangesFocus(True)
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typed.timeout.connect(self._tell)
        self._showing = False
        self.reviewed.clicked.connect(lambda: self._press(self.query))
        self.query.clicked.connect(lambda: self._press(self.reviewed))
        self.note.textChanged.connect(self._type)
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(self.reviewed)
        row.addWidget(self.query)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 10)
        rows.addLayout(row)
        rows.addWidget(self.note)
        rows.addStretch(1)
        self.show_remark(None)

    def show_remark(self, remark: Remark | None) -> None:
        """Show what was said; None where no change is current."""
        self.keep()
        self._showing = True
        self.setEnabled(remark is not None)
        shown = remark or Remark()
        self.reviewed.setChecked(shown.state is State.REVIEWED)
        self.query.setChecked(shown.state is State.QUERY)
        if self.note.toPlainText() != shown.note:
            self.note.setPlainText(shown.note)
        self._showing = False

    def toggle(self, state: State) -> None:
        """Press or release the button of a state."""
        if self.isEnabled():
            (self.reviewed if state is State.REVIEWED else self.query).click()

    def begin_note(self) -> None:
        """Give the keys to the note."""
        if self.isEnabled():
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Keep what is being typed at once."""
        if self._typed.isActive():
            self._typed.stop()
            self._tell()

    def _press(self, other: QToolButton) -> None:
        other.setChecked(False)
        self._typed.stop()
        self._tell()

    def _type(self) -> None:
        if not self._showing:
            self._typed.start()

    def _tell(self) -> None:
        state = State.TO_DO
        if self.reviewed.isChecked():
            state = State.REVIEWED
        elif self.query.isChecked():
            state = State.QUERY
        self.remarked.emit(Remark(state, self.note.toPlainText()))


def _toggle(words: str, name: str, keys: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(words)
    button.setCheckable(True)
    button.setProperty("role", "state")
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({keys})")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
