"""The page while a comparison is under way: which step, how far, and a way out."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from sverka.gui.plumbing.window_language import _
from sverka.model import Stage

_WEIGHTS = {
    Stage.READING: (0.0, 0.2),
    Stage.SCREENING: (0.2, 0.45),
    Stage.ALIGNMENT: (0.45, 0.75),
    Stage.DIFFERENCES: (0.75, 1.0),
    Stage.WRITING: (0.0, 1.0),
}


def stage_words(stage: Stage) -> str:
    """What a step does, for people."""
    return {
        Stage.READING: _("Reading the files"),
        Stage.SCREENING: _("Looking for page headers and other artifacts"),
        Stage.ALIGNMENT: _("Matching the paragraphs"),
        Stage.DIFFERENCES: _("Comparing the words"),
        Stage.WRITING: _("Writing"),
    }[stage]


class ProgressPage(QWidget):
    """Shows how far the work is; `cancel_asked` when the user has enough."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._files, self._stage, self._silence = QLabel(self), QLabel(self), QLabel(self)
        self._files.setProperty("role", "heading")
        self._stage.setProperty("role", "soft")
        self._silence.setProperty("role", "soft")
        self._silence.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(420)
        self._bar.setAccessibleName(_("Progress"))
        self.cancel = QPushButton(_("Cancel"), self)
        self.cancel.setShortcut("Esc")
        self.cancel.clicked.connect(self.cancel_asked)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self._files, self._bar, self._stage, self._silence, self.cancel):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def begin(self, old: Path, new: Path) -> None:
        """Start from nothing with these files."""
        self._files.setText(f"{old.name}  →  {new.name}")
        self._silence.clear()
        self.show_progress(Stage.READING, 0.0)

    def show_progress(self, stage: Stage, fraction: float) -> None:
        """Show that `stage` is done to `fraction`, from 0 to 1."""
        low, high = _WEIGHTS[stage]
        self._bar.setValue(round(1000 * (low + (high - low) * max(0.0, min(1.0, fraction)))))
        self._stage.setText(stage_words(stage))
        self._silence.clear()

    def show_silence(self, sentence: str) -> None:
        """Say that nothing was heard for long."""
        self._silence.setText(sentence)
