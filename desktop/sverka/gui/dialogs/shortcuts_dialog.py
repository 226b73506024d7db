"""The dialog in which every action can be given other keys; two cannot have the same."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sverka.gui.plumbing.actions import Deed, deeds, menu_title, plain
from sverka.gui.plumbing.window_language import _

GivenKeys = Mapping[str, tuple[str, ...]]


class ShortcutsDialog(QDialog):
    """Shows the first keys of each deed in a field; others that it has stay."""

    def __init__(self, keys: GivenKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        self.fields: dict[str, QKeySequenceEdit] = {}
        self._deeds = {deed.name: deed for its in deeds().values() for deed in its}
        self._further = {name: _keys(deed, keys)[1:] for name, deed in self._deeds.items()}
        self.conflict = QLabel(self)
        self.conflict.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        usual = QPushButton(_("Usual keys"), self)
        usual.clicked.connect(self.show_usual)
        self.buttons.addButton(usual, QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("OK"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._arrange(keys)
        self._check()

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of the deeds that are not the usual ones."""
        chosen = {name: self._chosen(name) for name in self._deeds}
        return {name: keys for name, keys in chosen.items() if keys != self._deeds[name].keys}

    def show_usual(self) -> None:
        """Give everything its usual keys."""
        for name, deed in self._deeds.items():
            self._further[name] = deed.keys[1:]
            self.fields[name].setKeySequence(QKeySequence(deed.keys[0] if deed.keys else ""))

    def _arrange(self, keys: GivenKeys) -> None:
        inside = QWidget(self)
        form = QFormLayout(inside)
        for menu, its_deeds in deeds().items():
            title = QLabel(plain(menu_title(menu)), inside)
            title.setProperty("role", "heading")
            form.addRow(title)
            for deed in its_deeds:
                form.addRow(plain(deed.words), self._row(deed, keys, inside))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(self.conflict)
        column.addWidget(self.buttons)
        self.resize(560, 620)

    def _row(self, deed: Deed, keys: GivenKeys, parent: QWidget) -> QHBoxLayout:
        field = QKeySequenceEdit(parent)
        field.setAccessibleName(plain(deed.words))
        field.setMaximumSequenceLength(1)
        field.setClearButtonEnabled(True)
        field.setKeySequence(QKeySequence((*_keys(deed, keys), "")[0]))
        field.keySequenceChanged.connect(self._check)
        self.fields[deed.name] = field
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(QLabel(" ".join(self._further[deed.name]), parent))
        return row

    def _chosen(self, name: str) -> tuple[str, ...]:
        sequence = self.fields[name].keySequence()
        first = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        # Two ways of writing the same keys are no change.
        usual = self._deeds[name].keys
        if usual and sequence == QKeySequence(usual[0]):
            first = usual[0]
        return (*([first] if first else []), *self._further[name])

    def _check(self) -> None:
        """Say where two actions have the same keys; such a choice cannot be taken."""
        owners: dict[str, str] = {}
        clash = ""
        for name, deed in self._deeds.items():
            for key in self._chosen(name):
                known = QKeySequence(key).toString()
                other = owners.setdefault(known, name)
                if other != name:
                    clash = _("{keys} would do two things: “{one}” and “{two}”.").format(
                        keys=known, one=plain(self._deeds[other].words), two=plain(deed.words)
                    )
        self.conflict.setText(clash)
        self.conflict.setVisible(bool(clash))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not clash)


def _keys(deed: Deed, keys: GivenKeys) -> tuple[str, ...]:
    return tuple(keys.get(deed.name, deed.keys))
