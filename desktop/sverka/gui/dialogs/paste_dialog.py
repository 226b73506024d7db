"""Text pasted in instead of a file: the dialog, and the file it is kept in."""

import re
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from sverka.files import written_whole
from sverka.gui.plumbing.window_language import _, current
from sverka.model import Side, SverkaError, WriteError
from sverka.wording import error_words

_WORDS, _LETTERS = 5, 40


def kept_text(text: str, folder: Path, markup: str | None = None) -> Path:
    """Keep a pasted text as a file in `folder`, so that a session finds it again.

    The file is named by the first words. `markup` is the same text as HTML, which is kept in its
    place. ReadError where it holds no text, WriteError where it cannot be kept.
    """
    # Imported here: reading PDF and DOCX costs a third of a second.
    from sverka.readers import read_html, read_text

    name = _("Pasted text")
    if markup is None:
        read_text(text, name)
    else:
        read_html(markup, name)
    suffix = ".txt" if markup is None else ".html"
    content = (text if markup is None else markup).encode("utf-8", "surrogatepass")
    words = " ".join(re.findall(r"\w+", text[:500])[:_WORDS])[:_LETTERS].strip()
    mark = blake2b(content, digest_size=3).hexdigest()
    path = folder / f"{words or name} ({mark}){suffix}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as part:
            # The mark at the beginning says which encoding it is.
            part.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\r\n", b"\n"))
    except OSError as error:
        raise WriteError(
            _("The pasted text could not be kept in {folder}: {reason}.").format(
                folder=folder, reason=error.strerror or error
            )
        ) from error
    return path


class PasteDialog(QDialog):
    """`pasted` is the file in which the text is kept."""

    pasted = Signal(Path)

    def __init__(self, side: Side, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        original = side is Side.OLD
        self.setWindowTitle(_("Paste the original") if original else _("Paste the revised version"))
        self._folder = folder
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(_("Text"))
        self.text.setPlainText(QGuiApplication.clipboard().text())
        self.text.selectAll()
        data = QGuiApplication.clipboard().mimeData()
        self._markup = data.html() if data is not None and data.hasHtml() else ""
        self._plain = self.text.toPlainText()
        self.formatted = QCheckBox(_("With headings, links and &formatting"), self)
        self.formatted.setChecked(bool(self._markup))
        self.formatted.setVisible(bool(self._markup))
        self.text.textChanged.connect(self._edited)
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take = buttons.addButton(_("Take this text"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._take)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.text, self.formatted, self.trouble, buttons):
            column.addWidget(widget)
        self.resize(640, 480)

    def _edited(self) -> None:
        """What was typed in has no formatting, so that it is taken as it stands."""
        same = self.text.toPlainText() == self._plain
        self.formatted.setEnabled(same)
        self.formatted.setChecked(same and bool(self._markup))

    def _take(self) -> None:
        markup = self._markup if self.formatted.isChecked() else None
        try:
            path = kept_text(self.text.toPlainText(), self._folder, markup)
        except SverkaError as error:
            self.trouble.setText(error_words(error, current()))
            self.trouble.show()
            return
        self.accept()
        self.pasted.emit(path)
