"""The first page: two places to drop the files at, and the pairs compared last."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sverka.gui.plumbing.window_language import _, current
from sverka.gui.plumbing.window_settings import Pair
from sverka.model import Side
from sverka.wording import side_name

_SHOWN_RECENT = 5


class DropTarget(QFrame):
    """The place for one version: its file, or the words that ask for one."""

    choose_asked = Signal()
    paste_asked = Signal()

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self.side = side
        self.setObjectName("target")
        self.setMinimumSize(320, 200)
        name = side_name(side, current())
        self._title, self._file, self._folder = QLabel(name, self), QLabel(self), QLabel(self)
        self._title.setProperty("role", "soft")
        self._file.setProperty("role", "heading")
        self._folder.setProperty("role", "faint")
        self.button = QPushButton(_("Choose…"), self)
        choose = _("Choose the original file") if side is Side.OLD else _("Choose the revised file")
        self.button.setAccessibleName(choose)
        self.button.clicked.connect(self.choose_asked)
        self.paste = QPushButton(_("Paste text…"), self)
        paste = _("Paste the original") if side is Side.OLD else _("Paste the revised version")
        self.paste.setAccessibleName(paste)
        self.paste.clicked.connect(self.paste_asked)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 20, 24)
        column.addStretch(1)
        for label in (self._title, self._file, self._folder):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(10)
        column.addLayout(buttons)
        column.addStretch(1)
        self.show_file(None)

    def show_file(self, path: Path | None) -> None:
        """Show the file chosen, or ask for one."""
        self._file.setText(path.name if path else _("Drop a file here"))
        self._folder.setText(str(path.parent) if path else _("Text, Word or PDF"))
        self._state("filled", path is not None)

    def show_hot(self, hot: bool) -> None:
        """Show that what is held over the window would land here."""
        self._state("hot", hot)

    def _state(self, name: str, value: bool) -> None:
        self.setProperty(name, "true" if value else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class StartPage(QWidget):
    """Asks for two files. `compare_asked` when both are there and the user wants it."""

    compare_asked = Signal()
    swap_asked = Signal()
    choose_asked = Signal(Side)
    paste_asked = Signal(Side)
    recent_chosen = Signal(Pair)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title, about = QLabel(_("What changed between two versions?"), self), QLabel(self)
        title.setProperty("role", "title")
        about.setProperty("role", "soft")
        about.setText(_("Drop two files anywhere in this window. They never leave this computer."))
        self.targets = {side: DropTarget(side, self) for side in Side}
        for side, target in self.targets.items():
            target.choose_asked.connect(lambda side=side: self.choose_asked.emit(side))
            target.paste_asked.connect(lambda side=side: self.paste_asked.emit(side))
        self.swap = QPushButton("⇄", self)
        self.swap.setAccessibleName(_("Swap original and revised"))
        self.swap.setToolTip(_("Swap original and revised (Alt+\\)"))
        self.swap.clicked.connect(self.swap_asked)
        self.compare = QPushButton(_("Compare"), self)
        self.compare.setProperty("role", "primary")
        self.compare.setMinimumWidth(160)
        self.compare.clicked.connect(self.compare_asked)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        self._arrange(title, about)

    def _arrange(self, title: QLabel, about: QLabel) -> None:
        targets = QHBoxLayout()
        targets.setSpacing(14)
        targets.addWidget(self.targets[Side.OLD], 1)
        targets.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignVCenter)
        targets.addWidget(self.targets[Side.NEW], 1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(about, 0, Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(22)
        column.addLayout(targets)
        column.addSpacing(16)
        column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(18)
        column.addLayout(self._recent)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 20, 40, 20)
        row.addStretch(1)
        row.addLayout(column, 8)
        row.addStretch(1)

    def show_files(self, old: Path | None, new: Path | None) -> None:
        """Show which files are chosen."""
        self.targets[Side.OLD].show_file(old)
        self.targets[Side.NEW].show_file(new)
        self.compare.setEnabled(old is not None and new is not None)
        self.swap.setEnabled(old is not None or new is not None)

    def show_recent(self, pairs: tuple[Pair, ...]) -> None:
        """Offer the pairs compared last."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not pairs:
            return
        title = QLabel(_("Compared recently"), self)
        title.setProperty("role", "soft")
        self._recent.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        for pair in pairs[:_SHOWN_RECENT]:
            button = QPushButton(f"{Path(pair.old).name}  →  {Path(pair.new).name}", self)
            button.setFlat(True)
            button.setToolTip(f"{pair.old}\n{pair.new}")
            button.clicked.connect(lambda *_pressed, pair=pair: self.recent_chosen.emit(pair))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)

    def show_hot(self, side: Side | None) -> None:
        """Show where what is held over the window would land."""
        for each, target in self.targets.items():
            target.show_hot(each is side)
