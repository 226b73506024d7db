"""Writes reports on the comparison shown: asks what goes in, has it written, opens it."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from sverka.gui.dialogs.export_dialog import ExportDialog, form_name
from sverka.gui.plumbing.bridge import Bridge
from sverka.gui.plumbing.export_choice import ExportChoice
from sverka.gui.plumbing.window_language import _, current
from sverka.model import Comparison
from sverka.presentation.remarked_entries import Numbered
from sverka.wording import error_words
from sverka.worker import Compare, Export, Exported, Failed, Message, Silent


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is on: a comparison, how it was asked for, and what was said in it."""

    asked: Compare
    comparison: Comparison
    remarks: Numbered
    finding_remarks: Numbered
    session: Path | None = None


class Exporting(QObject):
    """`said` is a sentence for the status line, `failed` one for the notices.

    `chosen` is the ExportChoice of the user, `presets_changed` all that are kept under a name.
    """

    said = Signal(str)
    failed = Signal(str)
    chosen = Signal(object)
    presets_changed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._bridge = parent, bridge
        self._job: int | None = None
        self._opened = False
        self._previews: tempfile.TemporaryDirectory[str] | None = None
        bridge.news.connect(self._hear)

    def ask(
        self, subject: Subject, choice: ExportChoice, presets: dict[str, ExportChoice]
    ) -> QDialog:
        """Open the dialog in which the user chooses; it goes on by itself."""
        dialog = ExportDialog(subject.comparison, subject.remarks, choice, presets, self._window)
        dialog.preview_asked.connect(lambda asked: self.preview(subject, asked))
        dialog.presets_changed.connect(self.presets_changed)
        dialog.accepted.connect(lambda: self._ask_where(subject, dialog.choice))
        dialog.open()
        return dialog

    def preview(self, subject: Subject, choice: ExportChoice) -> None:
        """Show what the report would say, as a page in the browser."""
        if self._previews is None:
            self._previews = tempfile.TemporaryDirectory(prefix="sverka-preview-")
        path = Path(self._previews.name) / "preview.html"
        self.write(subject, replace(choice, form="html", opened=True), path)

    def write(self, subject: Subject, choice: ExportChoice, path: Path) -> None:
        """Have the worker write the report to `path`."""
        documents = (subject.comparison.old.document, subject.comparison.new.document)
        self._opened = choice.opened
        self._job = self._bridge.submit(
            Export(
                subject.asked,
                str(path),
                documents[0].sha256,
                documents[1].sha256,
                subject.remarks,
                subject.finding_remarks,
                choice.form,
                choice.options,
                str(subject.session or ""),
            )
        )
        self.said.emit(_("Writing the report…"))

    def give_up(self) -> None:
        """Another comparison begins: a report under way is not written."""
        if self._job is not None:
            self._job = None
            self.failed.emit(
                _("The report was not written, as another comparison began. Export it again.")
            )

    def close(self) -> None:
        """Throw the previews away."""
        if self._previews is not None:
            self._previews.cleanup()

    def _ask_where(self, subject: Subject, choice: ExportChoice) -> None:
        self.chosen.emit(choice)
        known = Path(subject.asked.new)
        name = (
            _("{name} – tracked changes.{ending}")
            if choice.form == "redline"
            else _("{name} – report.{ending}")
        ).format(name=known.stem, ending=choice.ending)
        path = asked_path(
            self._window, _("Export report"), known.with_name(name), form_name(choice.form)
        )
        if path is not None:
            self.write(subject, choice, path)

    def _hear(self, news: Message) -> None:
        if news.job != self._job:
            return
        match news:
            case Exported(path=path, said=said):
                self._job = None
                written = _("The report was written: {file}").format(file=path)
                self.said.emit(" · ".join([written, *said]))
                if self._opened and not open_file(Path(path)):
                    self.failed.emit(
                        _("{file} was written, but no program is known that opens it.").format(
                            file=path
                        )
                    )
            case Silent(seconds=seconds):
                self.said.emit(
                    _("Nothing was heard of the report for {count} seconds.").format(
                        count=round(seconds)
                    )
                )
            case Failed(error=error):
                self._job = None
                self.failed.emit(error_words(error, current()))
                self.said.emit(_("The report was not written."))


def open_file(path: Path) -> bool:
    """Open a file in the program the system has for it; False where it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def asked_path(parent: QWidget, title: str, suggestion: Path, form: str) -> Path | None:
    """Ask where to write a file; the ending of the suggestion is added where none was typed."""
    name, _filter = QFileDialog.getSaveFileName(
        parent, title, str(suggestion), f"{form} (*{suggestion.suffix})"
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(suggestion.suffix)
