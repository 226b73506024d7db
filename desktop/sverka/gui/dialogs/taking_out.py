"""What leaves the window: reports, and the redline on paper or as PDF."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from sverka.files import refuse_to_overwrite
from sverka.gui.dialogs.exporting import Exporting, Subject, asked_path
from sverka.gui.pages.comparison_page import ComparisonPage
from sverka.gui.plumbing.export_choice import ExportChoice
from sverka.gui.plumbing.redline_printing import print_redline, write_redline_pdf
from sverka.gui.plumbing.remembered import Remembered
from sverka.gui.plumbing.window_language import _, current
from sverka.gui.plumbing.work import Work
from sverka.model import SverkaError
from sverka.reports.report_options import Paper
from sverka.wording import error_words


class TakingOut(QObject):
    """Asks what is needed and has it done, for the comparison that `page` shows."""

    def __init__(
        self,
        work: Work,
        exporting: Exporting,
        remembered: Remembered,
        page: ComparisonPage,
        window: QWidget,
    ) -> None:
        super().__init__(page)
        self._work, self._exporting, self._remembered = work, exporting, remembered
        self._page, self._window = page, window

    def subject(self) -> Subject | None:
        """What a report would be on; None, with a sentence, where none can be written now."""
        work, reviewing = self._work, self._page.reviewing
        if work.compared is None or work.comparison is None:
            return None
        if work.comparing.under_way:
            self._page.said.emit(_("The texts are being compared again. Export when that is done."))
            return None
        reviewing.keep()
        return Subject(
            work.compared,
            work.comparison,
            reviewing.remarked.numbered(),
            reviewing.remarked.numbered_findings(),
            work.sitting.path,
        )

    def export_report(self) -> QDialog | None:
        """Ask what goes into the report and where to, and have it written."""
        subject, settings = self.subject(), self._remembered.settings
        if subject is None:
            return None
        return self._exporting.ask(subject, settings.export, dict(settings.presets))

    def write_report(self, path: Path, choice: ExportChoice | None = None) -> None:
        """Have the report written to `path`, as `choice` says."""
        subject = self.subject()
        if subject is not None:
            self._exporting.write(subject, choice or ExportChoice(opened=False), path)

    def print_redline(self) -> None:
        """Ask for a printer, and print the redline."""
        scene = self._page.scene
        if scene is None:
            return
        # Imported here: printing is rare, and its library is slow to load.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self._window).exec() == QDialog.DialogCode.Accepted:
            print_redline(scene, self._page.look, printer)

    def redline_as_pdf(self) -> None:
        """Ask where to, and write the redline there."""
        compared = self._work.compared
        if compared is None:
            return
        new = Path(compared.new)
        name = _("{name} – redline.pdf").format(name=new.stem)
        path = asked_path(self._window, _("Redline as PDF"), new.with_name(name), _("PDF"))
        if path is not None:
            self.write_redline(path)

    def write_redline(self, path: Path) -> None:
        """Write the redline as PDF to `path`."""
        scene, compared = self._page.scene, self._work.compared
        if scene is None:
            return
        inputs = (compared.old, compared.new) if compared is not None else ()
        letter = self._remembered.settings.export.paper is Paper.LETTER
        try:
            refuse_to_overwrite(path, filter(None, (*inputs, self._work.sitting.path)))
            write_redline_pdf(scene, self._page.look, path, letter=letter)
        except SverkaError as error:
            self._page.notices.say(error_words(error, current()))
            return
        self._page.said.emit(_("The redline was written: {file}").format(file=path))
