"""The main window: which page is shown, and what leads from one to the next."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QFileSystemWatcher, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QStackedWidget

from sverka import language
from sverka.gui import actions, settings
from sverka.gui.bridge import Bridge
from sverka.gui.comparison_page import ComparisonPage
from sverka.gui.keeping import keep, kept
from sverka.gui.progress_page import ProgressPage
from sverka.gui.settings import Pair, Settings
from sverka.gui.start_page import StartPage
from sverka.gui.theme import Theme, ThemeChoice, dress, system_is_dark, theme
from sverka.gui.trouble_page import TroublePage
from sverka.language import _
from sverka.model import Comparison, Decision, Ignore, Options, Side, SverkaError
from sverka.presentation.navigation import Step
from sverka.review import Input, Remarks, Session, load, save
from sverka.review.session import SUFFIX
from sverka.worker import (
    Compare,
    Compared,
    Export,
    Exported,
    Failed,
    Message,
    Progressed,
    Silent,
    Stopped,
)

_SIZES = (11, 13, 15, 17, 20, 24, 28, 34)


class MainWindow(QMainWindow):
    """Compares one pair of files at a time."""

    def __init__(self, settings_place: Path, options: Options) -> None:
        super().__init__()
        self._place = settings_place
        self.settings: Settings = settings.load(settings_place)
        self._options = options
        self.files: dict[Side, Path | None] = dict.fromkeys(Side)
        self._job: int | None = None
        self._asked: Compare | None = None
        self._shown: Compare | None = None
        self._exporting: int | None = None
        self._session: Session | None = None
        self.bridge = Bridge(self)
        self.bridge.news.connect(self._hear)
        self._watch = QFileSystemWatcher(self)
        self._watch.fileChanged.connect(self._file_changed)
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(self.settings.geometry.encode("ascii")))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self._build()

    # Building

    def _build(self) -> None:
        """Make all pages and menus, in the language and the look in use."""
        self.look = self._look()
        dress(_application(), self.look)
        self.setWindowTitle("Sverka")
        self.pages = QStackedWidget(self)
        self.start, self.progress = StartPage(self.pages), ProgressPage(self.pages)
        self.trouble = TroublePage(self.pages)
        self.comparison = ComparisonPage(self.look, self.pages)
        for page in (self.start, self.progress, self.trouble, self.comparison):
            self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        self._build_menus()
        self._build_status()
        self._connect()
        self.start.show_files(self.files[Side.OLD], self.files[Side.NEW])
        self.start.show_recent(self.settings.recent)

    def _build_menus(self) -> None:
        step = self.comparison.step
        self.deeds, menus = actions.build(
            self,
            {
                "open": self.open_files,
                "again": self.compare,
                "swap": self.swap,
                "report": self.export_report,
                "close": self.show_start,
                "save": self.save_session,
                "undo": self.comparison.undo,
                "redo": self.comparison.redo,
                "quit": self.close,
                "copy": self.comparison.copy,
                "find": self.comparison.begin_find,
                "find-next": lambda: self.comparison.step_hit(1),
                "find-previous": lambda: self.comparison.step_hit(-1),
                "side-by-side": lambda: self.comparison.show_view(0),
                "redline": lambda: self.comparison.show_view(1),
                "findings": lambda: self.comparison.show_view(2),
                "fold": self.comparison.toggle_folding,
                "larger": lambda: self._resize_text(1),
                "smaller": lambda: self._resize_text(-1),
                "usual": lambda: self._resize_text(0),
                "next": lambda: step(Step.NEXT),
                "previous": lambda: step(Step.PREVIOUS),
                "first": lambda: step(Step.FIRST),
                "last": lambda: step(Step.LAST),
                "other-pane": self.comparison.other_pane,
                "list": self.comparison.list.setFocus,
            },
        )
        view = menus["view"]
        view.addSeparator()
        actions.add_choices(
            view, _("&Theme"), actions.theme_choices(), self.settings.theme, self.set_theme
        )
        actions.add_choices(
            view,
            _("&Language"),
            actions.language_choices(),
            language.current(),
            self.set_language,
        )

    def _build_status(self) -> None:
        bar = self.statusBar()
        bar.setObjectName("statusbar")
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(12, 0, 12, 0)
        for label in bar.findChildren(QLabel):
            bar.removeWidget(label)
            label.deleteLater()
        self.said, self.counted, self.reviewed = QLabel(bar), QLabel(bar), QLabel(bar)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setMinimumWidth(100)
        self.said.setAccessibleName(_("Message"))
        bar.addWidget(self.said, 1)
        bar.addPermanentWidget(self.reviewed)
        bar.addPermanentWidget(self.counted)

    def _connect(self) -> None:
        self.start.compare_asked.connect(self.compare)
        self.start.swap_asked.connect(self.swap)
        self.start.choose_asked.connect(self.choose_file)
        self.start.recent_chosen.connect(self._choose_recent)
        self.progress.cancel_asked.connect(self.cancel)
        self.trouble.other_asked.connect(self.show_start)
        self.trouble.again_asked.connect(self.compare)
        page = self.comparison
        page.said.connect(self.said.setText)
        page.moved_on.connect(lambda: self.counted.setText(page.where.text()))
        page.keep_asked.connect(self.keep_findings)
        page.decided.connect(self.decide)
        page.ignore.chosen.connect(self.ignore)
        page.remarked.connect(self.keep_session)
        page.open_asked.connect(self.open_files)
        page.swap_asked.connect(self.swap)
        page.report_asked.connect(self.export_report)

    # Look and language

    def _look(self) -> Theme:
        choice = ThemeChoice(self.settings.theme)
        return theme(choice, system_dark=system_is_dark(), reading_size=self.settings.reading_size)

    def _dress(self) -> None:
        self.look = self._look()
        dress(_application(), self.look)
        self.comparison.set_look(self.look)

    def set_theme(self, choice: str) -> None:
        """Change the colours."""
        self._remember(replace(self.settings, theme=choice))
        self._dress()

    def _resize_text(self, steps: int) -> None:
        at = min(range(len(_SIZES)), key=lambda k: abs(_SIZES[k] - self.settings.reading_size))
        size = _SIZES[max(0, min(len(_SIZES) - 1, at + steps))] if steps else 15
        self._remember(replace(self.settings, reading_size=size))
        self._dress()

    def set_language(self, code: str) -> None:
        """Speak another language; a comparison shown is made again, as its reasons are words."""
        self._remember(replace(self.settings, language=code))
        language.use(code)
        shown = self._shown is not None
        self._forget_comparison()
        old_pages = self.pages
        self._build()
        old_pages.deleteLater()
        if shown:
            self.compare()

    def _remember(self, changed: Settings) -> None:
        self.settings = changed
        settings.save(changed, self._place)

    # Choosing files

    def show_start(self) -> None:
        """Go to the start page."""
        self._forget_comparison()
        self.start.show_files(self.files[Side.OLD], self.files[Side.NEW])
        self.start.show_recent(self.settings.recent)
        self.pages.setCurrentWidget(self.start)
        self.setWindowTitle("Sverka")
        for label in (self.said, self.counted, self.reviewed):
            label.clear()
        self._remember(replace(self.settings, left_open=None))

    def open_files(self) -> None:
        """Ask for both files, one after the other, and compare them."""
        for side in Side:
            if not self.choose_file(side, start=False):
                return
        self.compare()

    def choose_file(self, side: Side, *, start: bool = True) -> bool:
        """Ask for the file of one side; False where the user chose none."""
        title = _("Choose the original file") if side is Side.OLD else _("Choose the revised file")
        known = next((p for p in (self.files[side], *self.files.values()) if p), None)
        name, _filter = QFileDialog.getOpenFileName(
            self,
            title,
            str(known.parent) if known else "",
            ";;".join(
                [_("Texts, Word and PDF documents (*.txt *.docx *.pdf)"), _("All files (*)")]
            ),
        )
        if not name:
            return False
        self.take_files([Path(name)], side, start=start)
        return True

    def take_files(self, paths: list[Path], side: Side, *, start: bool = True) -> None:
        """Take one file for `side`, or two as original and revised; compare when both are there."""
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            self.open_session(paths[0])
            return
        if len(paths) >= 2:
            self.files = {Side.OLD: paths[0], Side.NEW: paths[1]}
        elif paths:
            if self.files[side] is not None and self._shown is None and None in self.files.values():
                side = next(s for s in Side if self.files[s] is None)
            self.files[side] = paths[0]
        self.start.show_files(self.files[Side.OLD], self.files[Side.NEW])
        if start and all(self.files.values()):
            self.compare()

    def swap(self) -> None:
        """Make the original the revised and the other way round."""
        old, new = self.files[Side.OLD], self.files[Side.NEW]
        self.files = {Side.OLD: new, Side.NEW: old}
        self._options = replace(
            self._options,
            encoding_old=self._options.encoding_new,
            encoding_new=self._options.encoding_old,
        )
        self.start.show_files(new, old)
        if self._shown is not None:
            self.compare()

    def _choose_recent(self, pair: Pair) -> None:
        self.take_files([Path(pair.old), Path(pair.new)], Side.OLD)

    # Comparing

    def compare(self) -> None:
        """Compare the two files chosen."""
        old, new = self.files[Side.OLD], self.files[Side.NEW]
        if old is None or new is None:
            return
        self._forget_comparison()
        self._take_up(old, new)
        self._submit()
        self.progress.begin(old, new)
        self.pages.setCurrentWidget(self.progress)
        self.progress.cancel.setFocus()

    def _submit(self) -> None:
        old, new = self.files[Side.OLD], self.files[Side.NEW]
        self._asked = Compare(str(old), str(new), self._options, language.current())
        self._job = self.bridge.submit(self._asked)

    def cancel(self) -> None:
        """Give up the comparison under way; the window is free at once."""
        self._job = None
        self.bridge.cancel()
        self.show_start()
        self.said.setText(_("The comparison was cancelled."))

    def keep_findings(self, numbers: tuple[int, ...]) -> None:
        """Take what was set aside back into the text, and compare again."""
        if self.comparison.scene is None:
            return
        findings = self.comparison.scene.comparison.findings
        self.decide(tuple(findings[number].id for number in numbers), Decision.KEPT)

    def decide(self, ids: tuple[str, ...], decision: Decision) -> None:
        """Decide about findings by their ids; the comparison follows, and is shown as it comes."""
        decisions = {**self._options.decisions, **dict.fromkeys(ids, decision)}
        self._follow(replace(self._options, decisions=decisions))

    def ignore(self, ignored: frozenset[Ignore], keep_furniture: bool) -> None:
        """Ignore these differences; the comparison follows."""
        self._follow(replace(self._options, ignore=ignored, keep_furniture=keep_furniture))

    def _follow(self, options: Options) -> None:
        """Compare again with other options, and go on showing what there is until then."""
        self._options = options
        self.keep_session()
        self._submit()
        self.said.setText(_("Comparing again…"))

    def _forget_comparison(self) -> None:
        self._shown = None
        if self._watch.files():
            self._watch.removePaths(self._watch.files())

    def _file_changed(self, name: str) -> None:
        """Tell that an input is not what it was; what is shown stays."""
        words = (
            _("{file} has changed on disk. Press F5 to compare again.")
            if Path(name).exists()
            else _("{file} is no longer there. The comparison stays as it is.")
        )
        self.comparison.notices.say(words.format(file=Path(name).name))

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a comparison that was made."""
        self._shown = self._asked
        self.pages.setCurrentWidget(self.comparison)
        self.comparison.show_comparison(comparison)
        if self._shown is not None:
            self._watch.addPaths([self._shown.old, self._shown.new])
        names = (comparison.old.document.name, comparison.new.document.name)
        self.setWindowTitle(f"{names[0]} → {names[1]} — Sverka")
        self.said.clear()
        self._show_session(comparison)
        self.counted.setText(self.comparison.where.text())

    # The session

    def _take_up(self, old: Path, new: Path) -> None:
        """Go on with the session kept for this pair, where there is one."""
        known = self._session
        if known is not None and (known.old.path, known.new.path) == (str(old), str(new)):
            return
        try:
            self._session = kept(self._place.parent, str(old), str(new))
        except SverkaError as error:
            self._session = None
            self.said.setText(str(error))
        if self._session is not None:
            self._options = self._session.options
        else:
            self._options = replace(self._options, decisions={})

    def _show_session(self, comparison: Comparison) -> None:
        """Show what was said before, and tell where an input is not what it was."""
        session = self._session
        if session is not None:
            self.comparison.show_remarks(Remarks(session.remarks))
            for known, version in ((session.old, comparison.old), (session.new, comparison.new)):
                if known.sha256 not in ("", version.document.sha256):
                    self.comparison.notices.say(
                        _(
                            "{file} has changed since you worked on it. "
                            "Remarks stay with the changes that read the same."
                        ).format(file=version.document.name)
                    )
        if self._shown is not None:
            pair = Pair(self._shown.old, self._shown.new)
            self._remember(replace(self.settings, left_open=pair))
        self.reviewed.setText(self.comparison.progress_words())

    def _session_now(self) -> Session | None:
        scene, shown = self.comparison.scene, self._shown
        if scene is None or shown is None:
            return self._session
        old, new = scene.comparison.old.document, scene.comparison.new.document
        return Session(
            Input(shown.old, old.sha256),
            Input(shown.new, new.sha256),
            self._options,
            self.comparison.remarks.all(),
        )

    def keep_session(self) -> None:
        """Keep what was said by itself; where that fails, say so and go on."""
        self._session = self._session_now()
        self.reviewed.setText(self.comparison.progress_words())
        if self._session is None:
            return
        try:
            keep(self._place.parent, self._session)
        except SverkaError as error:
            self.comparison.notices.say(str(error))

    def save_session(self) -> None:
        """Ask where to, and save the session there."""
        if self._shown is None:
            return
        suggestion = Path(self._shown.new).with_suffix(SUFFIX)
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save session"), str(suggestion), _("Sessions (*.sverka)")
        )
        if name:
            self.write_session(Path(name))

    def write_session(self, path: Path) -> None:
        """Save the session to `path`."""
        session = self._session_now()
        if session is None:
            return
        try:
            save(session, path)
        except SverkaError as error:
            self.comparison.notices.say(str(error))
            return
        self.said.setText(_("The session was saved: {file}").format(file=path))

    def open_session(self, path: Path) -> None:
        """Go on with a session saved before."""
        try:
            session = load(path)
        except SverkaError as error:
            self.trouble.show_sentence(str(error))
            self.pages.setCurrentWidget(self.trouble)
            return
        self._session, self._options = session, session.options
        self.files = {Side.OLD: Path(session.old.path), Side.NEW: Path(session.new.path)}
        self.compare()

    # Export

    def export_report(self) -> None:
        """Ask where to, and have the worker write the report there."""
        if self._shown is None:
            return
        known = Path(self._shown.new)
        suggestion = known.with_name(_("{name} – report.docx").format(name=known.stem))
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Export report"), str(suggestion), _("Word documents (*.docx)")
        )
        if name:
            self.write_report(Path(name))

    def write_report(self, path: Path) -> None:
        """Have the worker write the report on the comparison shown to `path`."""
        scene = self.comparison.scene
        if self._shown is None or scene is None:
            return
        shas = (scene.comparison.old.document.sha256, scene.comparison.new.document.sha256)
        self._exporting = self.bridge.submit(
            Export(self._shown, str(path), *shas, self.comparison.numbered_remarks())
        )
        self.said.setText(_("Writing the report…"))

    # News of the worker

    def _hear(self, news: Message) -> None:
        if news.job == self._exporting:
            self._hear_of_export(news)
        elif news.job == self._job:
            self._hear_of_comparison(news)

    def _hear_of_comparison(self, news: Message) -> None:
        match news:
            case Progressed(stage=stage, fraction=fraction):
                self.progress.show_progress(stage, fraction)
            case Compared(comparison=comparison):
                self._job = None
                if self._asked is not None:
                    pair = (Path(self._asked.old), Path(self._asked.new))
                    self._remember(settings.with_recent(self.settings, *pair))
                self.show_comparison(comparison)
            case Failed(sentence=sentence):
                self._job = None
                self.trouble.show_sentence(sentence)
                self.pages.setCurrentWidget(self.trouble)
            case Silent(seconds=seconds):
                self.progress.show_silence(
                    _(
                        "Nothing was heard of the comparison for {count} seconds. "
                        "You can go on waiting, or cancel."
                    ).format(count=round(seconds))
                )
            case Stopped():
                self._job = None

    def _hear_of_export(self, news: Message) -> None:
        match news:
            case Exported(path=path):
                self._exporting = None
                self.said.setText(_("The report was written: {file}").format(file=path))
            case Failed(sentence=sentence):
                self._exporting = None
                self.comparison.notices.say(sentence)
                self.said.setText(_("The report was not written."))

    # Drops and the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files, wherever they are held."""
        if _files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the file would land."""
        if not _files(event):
            return
        event.acceptProposedAction()
        if self.pages.currentWidget() is self.start:
            self.start.show_hot(self._side_at(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Forget where it would have landed."""
        self.start.show_hot(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take what was dropped: two files at once, or one for the side it was dropped on."""
        self.start.show_hot(None)
        paths = _files(event)
        if paths:
            event.acceptProposedAction()
            self.take_files(paths, self._side_at(event))

    def _side_at(self, event: QDropEvent) -> Side:
        page = self.pages.currentWidget()
        room = self.comparison.pair if page is self.comparison else self
        x = (
            room.mapFrom(self, event.position().toPoint()).x()
            if room is not self
            else (event.position().x())
        )
        return Side.OLD if x < room.width() / 2 else Side.NEW

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the size, and end the worker."""
        geometry = bytes(self.saveGeometry().toHex().data()).decode("ascii")
        self.comparison.review.keep()
        self._remember(replace(self.settings, geometry=geometry, left_open=None))
        self.bridge.close()
        super().closeEvent(event)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
