"""The button that says which differences are ignored, with the menu to choose them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from sverka.differences import pattern_of
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.model import BESIDE_WORDS, FOLDED, Ignore, IgnoreGroup, Options, SverkaError
from sverka.wording import error_words, group_name, ignore_name, ignored_words

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class IgnoreMenu(QToolButton):
    """`chosen` is the differences to ignore, whether page furniture stays, patterns, and streams.

    `refused` is the sentence about a pattern that is none.
    """

    chosen = Signal(frozenset, bool, tuple, frozenset)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(_("Differences to ignore"))
        self.setToolTip(_("Differences to ignore"))
        self.setProperty("role", "facet")
        self.ignored_patterns: tuple[str, ...] = ()
        self.rules: dict[Ignore, QAction] = {}
        self.streams: dict[IgnoreGroup, QAction] = {}
        menu = QMenu(self)
        self._add_beside_words(menu)
        menu.addSection(_("How it is written"))
        self._add_rules(menu, FOLDED)
        menu.addSeparator()
        self._add_rules(
            menu.addMenu(_("Changes about nothing but")), frozenset(Ignore) - FOLDED - BESIDE_WORDS
        )
        self.patterns = menu.addAction(_("Patterns of your own…"))
        self.patterns.triggered.connect(self.ask_patterns)
        menu.addSeparator()
        self.furniture = self._add(menu, _("Keep page furniture in the text"))
        self.setMenu(menu)
        self.show_options(Options())

    def _add_beside_words(self, menu: QMenu) -> None:
        """One entry for all that is not words, then each of it by itself."""
        self.words_only = self._add_all(menu, _("Words only"), BESIDE_WORDS)
        menu.addSection(_("Beside the words"))
        self._add_rules(menu, BESIDE_WORDS)
        menu.addSection(_("Whole parts"))
        for group in (IgnoreGroup.HEADERS, IgnoreGroup.NOTES):
            words = _capital(group_name(group, current()))
            self.streams[group] = self._add_all(menu, words, group.categories)

    def _add_rules(self, menu: QMenu, ignores: frozenset[Ignore]) -> None:
        for ignore in (one for one in Ignore if one in ignores):
            self.rules[ignore] = self._add(menu, _capital(ignore_name(ignore, current())))

    def _add(self, menu: QMenu, words: str) -> "QAction":
        action = menu.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(self._tell)
        return action

    def _add_all(self, menu: QMenu, words: str, ignores: frozenset[Ignore]) -> "QAction":
        """An entry that stands for several others as well."""
        action = menu.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(lambda checked: self._take(ignores, checked))
        return action

    def show_options(self, options: Options, *, left_out: int = 0) -> None:
        """Show what a comparison was made with, and how many changes that left out."""
        for ignore, action in self.rules.items():
            action.setChecked(ignore in options.ignore)
        for group, action in self.streams.items():
            action.setChecked(group.parts <= options.ignore_parts)
        self.words_only.setChecked(options.ignore >= BESIDE_WORDS)
        self.furniture.setChecked(options.keep_furniture)
        self.ignored_patterns = options.ignore_patterns
        names = ignored_words(options, current())
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

    def _take(self, ignores: frozenset[Ignore], checked: bool) -> None:
        """Ignore all of these, or none of them."""
        for ignore in ignores:
            self.rules[ignore].setChecked(checked)
        self._tell()

    def _tell(self) -> None:
        options = Options(
            ignore=frozenset(one for one, action in self.rules.items() if action.isChecked()),
            keep_furniture=self.furniture.isChecked(),
            ignore_patterns=self.ignored_patterns,
            ignore_parts=frozenset(
                part
                for group, action in self.streams.items()
                if action.isChecked()
                for part in group.parts
            ),
        )
        self.show_options(options)
        self.chosen.emit(
            options.ignore, options.keep_furniture, options.ignore_patterns, options.ignore_parts
        )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
