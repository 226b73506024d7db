"""The button that says which differences are ignored, with the menu to choose them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from sverka.differences import pattern_of
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.model import FOLDED, Ignore, Options, SverkaError
from sverka.wording import error_words, ignore_name

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class IgnoreMenu(QToolButton):
    """`chosen` is the differences to ignore, whether page furniture stays in the text, patterns.

    `refused` is the sentence about a pattern that is none.
    """

    chosen = Signal(frozenset, bool, tuple)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(_("Differences to ignore"))
        self.setToolTip(_("Differences to ignore"))
        self.setProperty("role", "facet")
        self.ignored_patterns: tuple[str, ...] = ()
        menu = QMenu(self)
        self.rules: dict[Ignore, QAction] = {}
        for ignores in (FOLDED, frozenset(Ignore) - FOLDED):
            for ignore in (one for one in Ignore if one in ignores):
                action = menu.addAction(_capital(ignore_name(ignore, current())))
                action.setCheckable(True)
                action.triggered.connect(self._tell)
                self.rules[ignore] = action
            menu.addSeparator()
        self.patterns = menu.addAction(_("Patterns of your own…"))
        self.patterns.triggered.connect(self.ask_patterns)
        menu.addSeparator()
        self.furniture = menu.addAction(_("Keep page furniture in the text"))
        self.furniture.setCheckable(True)
        self.furniture.triggered.connect(self._tell)
        self.setMenu(menu)
        self.show_options(Options())

    def show_options(self, options: Options, *, left_out: int = 0) -> None:
        """Show what a comparison was made with, and how many changes that left out."""
        for ignore, action in self.rules.items():
            action.setChecked(ignore in options.ignore)
        self.furniture.setChecked(options.keep_furniture)
        self.ignored_patterns = options.ignore_patterns
        names = [ignore_name(ignore, current()) for ignore in Ignore if ignore in options.ignore]
        names += [f"“{pattern}”" for pattern in options.ignore_patterns]
        words = _("Ignore: nothing ▾")
        if names:
            words = _("Ignore: {list} ▾").format(list=", ".join(names))
        if left_out:
            said = ngettext("{count} change left out", "{count} changes left out", left_out)
            words = f"{said.format(count=left_out)} · {words}"
        self.setText(words)

    def ask_patterns(self) -> QInputDialog:
        """Ask for the patterns, one a line."""
        asked = QInputDialog(self)
        asked.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        asked.setWindowTitle(_("Patterns of your own"))
        asked.setLabelText(_("Leave out changes inside what these patterns find, one a line:"))
        asked.setTextValue("\n".join(self.ignored_patterns))
        asked.textValueSelected.connect(self.take_patterns)
        asked.finished.connect(asked.deleteLater)
        asked.open()
        return asked

    def take_patterns(self, written: str) -> None:
        """Ignore what these patterns find, if all of them are patterns."""
        patterns = tuple(line for line in written.split("\n") if line.strip())
        try:
            for pattern in patterns:
                pattern_of(pattern)
        except SverkaError as error:
            self.refused.emit(error_words(error, current()))
            return
        self.ignored_patterns = patterns
        self._tell()

    def _tell(self) -> None:
        chosen = frozenset(ignore for ignore, action in self.rules.items() if action.isChecked())
        furniture, patterns = self.furniture.isChecked(), self.ignored_patterns
        self.show_options(
            Options(ignore=chosen, keep_furniture=furniture, ignore_patterns=patterns)
        )
        self.chosen.emit(chosen, furniture, patterns)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
