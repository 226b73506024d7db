"""The main window: which page is shown, and what leads from one to the next."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget

from sverka.gui import handlers
from sverka.gui.dialogs.exporting import Exporting
from sverka.gui.dialogs.file_choosing import FileChoosing
from sverka.gui.dialogs.session_files import SessionFiles
from sverka.gui.dialogs.side_windows import SideWindows
from sverka.gui.dialogs.taking_out import TakingOut
from sverka.gui.pages.comparison_page import ComparisonPage
from sverka.gui.pages.progress_page import ProgressPage
from sverka.gui.pages.question_page import QuestionPage
from sverka.gui.pages.start_page import StartPage
from sverka.gui.pages.status_line import StatusLine
from sverka.gui.pages.trouble_page import TroublePage
from sverka.gui.plumbing import actions, window_language
from sverka.gui.plumbing.bridge import Bridge
from sverka.gui.plumbing.dressing import Dressing
from sverka.gui.plumbing.drops import DropWindow
from sverka.gui.plumbing.qt_words import speak_in_qt
from sverka.gui.plumbing.remembered import Remembered
from sverka.gui.plumbing.thumbnails import Thumbnails
from sverka.gui.plumbing.window_language import _, current
from sverka.gui.plumbing.window_settings import Pair
from sverka.gui.plumbing.work import Asking, Work
from sverka.model import Comparison, Decision, Options, PasswordError, Side, SverkaError
from sverka.presentation.navigation import ListStep
from sverka.presentation.scene import Scene, scene


class MainWindow(DropWindow):
    """Compares one pair of files at a time; `window_asked` when the user wants another window.

    `quit_asked` when all windows are to be closed, `closed` when this one was; `language_changed`
    when the others are to speak another language as well.
    """

    window_asked = Signal()
    quit_asked = Signal()
    closed = Signal()
    language_changed = Signal()

    def __init__(self, settings_place: Path, options: Options) -> None:
        super().__init__()
        self.remembered = Remembered(settings_place)
        self.bridge = Bridge(self)
        self.dressing = Dressing(self.remembered, self)
        self.thumbnails = Thumbnails(self)
        self.work = Work(self.bridge, self.remembered.folder, options, self)
        self.choosing = FileChoosing(self.work, self.remembered.folder / "pasted", self)
        self.sessions = SessionFiles(self.work, self)
        self.exporting = Exporting(self.bridge, self)
        self._asked: Asking | None = None
        self.setAcceptDrops(True)
        self.setWindowTitle("Sverka")
        self.resize(1280, 800)
        if self.remembered.settings.geometry:
            geometry = self.remembered.settings.geometry.encode("ascii")
            self.restoreGeometry(QByteArray.fromHex(geometry))
        self._connect_work()
        self._connect_parts()
        self._build()

    # Building

    def _build(self) -> None:
        """Make all pages and menus, in the language in use."""
        self.pages = QStackedWidget(self)
        self.start, self.progress = StartPage(self.pages), ProgressPage(self.pages)
        self.trouble, self.question = TroublePage(self.pages), QuestionPage(self.pages)
        self.comparison = ComparisonPage(self.dressing.look, self.pages)
        pages = (self.start, self.progress, self.trouble, self.question, self.comparison)
        for page in pages:
            self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        if self.remembered.settings.splitter:
            self.comparison.splitter.setSizes(list(self.remembered.settings.splitter))
        self.status = StatusLine(self.statusBar())
        self.said, self.counted = self.status.said, self.status.counted
        self.reviewed = self.status.reviewed
        self.taking_out = TakingOut(
            self.work, self.exporting, self.remembered, self.comparison, self
        )
        self.side_windows = SideWindows(self.remembered, self.comparison, self)
        self.side_windows.keys_given.connect(self.set_keys)
        self.side_windows.password_given.connect(self.work.open_with)
        self._connect_pages()
        self._build_menus()
        self.pages.currentChanged.connect(self._allow)
        self._allow()
        self._show_files()
        self.start.show_recent(self.remembered.settings.recent)

    def _build_menus(self) -> None:
        settings = self.remembered.settings
        self.deeds, self.menus = actions.build(self, self._handlers(), settings.shortcuts)
        view = self.menus["view"]
        view.addSeparator()
        themes, languages = actions.theme_choices(), actions.language_choices()
        actions.add_choices(view, _("&Theme"), themes, settings.theme, self.dressing.set_theme)
        actions.add_choices(view, _("&Language"), languages, current().code, self.set_language)
        self._show_keys()
        lock, pair = self.deeds["lock"], self.comparison.pair
        lock.setCheckable(True)
        lock.setChecked(pair.locked)
        pair.locked_changed.connect(lock.setChecked)
        self.deeds["formatting"].setCheckable(True)
        self._show_formatting()

    def _handlers(self) -> handlers.Handlers:
        own: handlers.Handlers = {
            "new-window": self.window_asked.emit,
            "again": self.compare_again,
            "close": self.show_start,
            "quit": self.quit_asked.emit,
        }
        return (
            own
            | handlers.of_files(self.choosing, self.sessions, self.taking_out)
            | handlers.of_reading(self.comparison)
            | handlers.of_looks(self.dressing)
            | handlers.of_side_windows(self.side_windows)
        )

    def _connect_work(self) -> None:
        work = self.work
        work.begun.connect(self._begin)
        work.comparing.started.connect(self.exporting.give_up)
        work.comparing.progressed.connect(
            lambda stage, fraction: self.progress.show_progress(stage, fraction)
        )
        work.shown.connect(self.show_scene)
        work.failed.connect(self.show_trouble)
        work.noticed.connect(self._notice)
        work.said.connect(self._say)
        work.asked.connect(self._ask)
        work.left.connect(self.show_start)
        work.reverted.connect(self._show_options)
        work.kept.connect(self._show_progress_of_review)

    def _connect_parts(self) -> None:
        self.held.connect(self._show_held)
        self.dropped.connect(lambda paths, at: self.take_files(paths, self._side_at(at)))
        self.choosing.changed.connect(self._show_files)
        self.choosing.complete.connect(self.compare)
        self.choosing.session_chosen.connect(self.sessions.open)
        self.sessions.settle_asked.connect(self.settle)
        self.sessions.failed.connect(self.show_trouble)
        self.dressing.changed.connect(lambda look: self.comparison.set_look(look))
        remember = self.remembered.change
        self.exporting.said.connect(self._say)
        self.exporting.failed.connect(self._notice)
        self.exporting.chosen.connect(lambda choice: remember(export=choice))
        self.exporting.presets_changed.connect(lambda presets: remember(presets=presets))

    def _connect_pages(self) -> None:
        self.start.compare_asked.connect(self.compare)
        self.start.swap_asked.connect(self.choosing.swap)
        self.start.choose_asked.connect(self.choosing.choose)
        self.start.paste_asked.connect(self.choosing.paste)
        self.start.recent_chosen.connect(self.choosing.take_pair)
        self.progress.cancel_asked.connect(self.work.cancel)
        self.trouble.other_asked.connect(self.show_start)
        self.trouble.again_asked.connect(self.compare)
        page = self.comparison
        for pane in (page.pair.old, page.pair.new, page.redline.pane):
            pane.take_pictures_from(self.thumbnails)
        page.said.connect(self.said.setText)
        page.moved_on.connect(self._show_where)
        page.moved_on.connect(self._show_formatting)
        page.formatting.set_both(
            in_panes=self.remembered.settings.formatting_in_panes,
            in_redline=self.remembered.settings.formatting_in_redline,
        )
        page.formatting.changed.connect(self._keep_formatting)
        page.keep_asked.connect(self.keep_findings)
        page.decided.connect(self.work.decide)
        page.ignore.chosen.connect(self.work.ignore)
        page.ignore.refused.connect(page.notices.say)
        page.notices.encoding_chosen.connect(self.work.read_as)
        page.reviewing.changed.connect(self.work.keep)
        page.reviewing.undone.connect(self.work.undone)
        buttons = page.bar.buttons
        buttons["open"].clicked.connect(self.choosing.open_both)
        buttons["swap"].clicked.connect(self.choosing.swap)
        buttons["report"].clicked.connect(self.taking_out.export_report)
        buttons["previous"].clicked.connect(lambda: page.step(ListStep.PREVIOUS))
        buttons["next"].clicked.connect(lambda: page.step(ListStep.NEXT))

    def _keep_formatting(self, in_panes: bool, in_redline: bool) -> None:
        self.remembered.change(formatting_in_panes=in_panes, formatting_in_redline=in_redline)
        self._show_formatting()

    def _show_formatting(self) -> None:
        """Tick the switch as it is in the view shown."""
        page = self.comparison
        shown = page.formatting.of(redline=page.in_redline)
        self.deeds["formatting"].setChecked(shown)

    def _allow(self) -> None:
        """Only what makes sense on the page shown can be done."""
        here = self._is_shown()
        for name, action in self.deeds.items():
            action.setEnabled(here or name in actions.ANYWHERE)

    # Language, keys

    def set_language(self, code: str) -> None:
        """Speak another language, in this window and in the others."""
        self.remembered.change(language=code)
        window_language.speak(code)
        application = QApplication.instance()
        assert application is not None
        speak_in_qt(application, code)
        self.say_again()
        self.language_changed.emit()

    def say_again(self) -> None:
        """Show what is shown in the language spoken now; nothing is compared for it."""
        self.settle()
        pages, former, error = self.pages, self.comparison, self.trouble.error
        asking = pages.currentWidget() is self.question or not former.question.isHidden()
        shown = self._is_shown() or self.work.comparison is not None
        self._build()
        self._show_way()
        if error is not None:
            self.trouble.show_error(error)
        self.pages.setCurrentIndex(pages.currentIndex())
        if shown and former.scene is not None:
            self.comparison.show_comparison(former.scene, self.work.sitting.record)
            self.comparison.stand_as(former)
            self.comparison.go_to_key(self.work.sitting.current)
            self._show_where()
            self._show_progress_of_review()
        if asking and self._asked is not None:
            self._ask(self._asked)
        pages.deleteLater()

    def set_keys(self, keys: dict[str, tuple[str, ...]]) -> None:
        """Give actions other keys than the usual ones."""
        self.remembered.change(shortcuts=keys)
        actions.give_keys(self.deeds, keys)
        self._show_keys()

    def _show_keys(self) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        self.comparison.bar.show_keys(
            {name: action.shortcut().toString(native) for name, action in self.deeds.items()}
        )

    # Choosing files

    def show_start(self) -> None:
        """Go to the start page."""
        self.settle()
        self.work.forget()
        self._show_files()
        self.pages.setCurrentWidget(self.start)
        self.setWindowTitle("Sverka")
        self.status.clear()
        self.remembered.open_now(None)
        self.start.show_recent(self.remembered.settings.recent)

    def take_files(self, paths: list[Path], side: Side) -> None:
        """Take one file for `side`, or two as original and revised; compare when both are there."""
        self.choosing.take(paths, side)

    def _show_files(self) -> None:
        files = self.choosing.files
        self.start.show_files(files[Side.OLD], files[Side.NEW])

    def _show_held(self, at: QPoint | None) -> None:
        """Show where what is held over the window would land."""
        over_start = at is not None and self.pages.currentWidget() is self.start
        self.start.show_hot(self._side_at(at) if at is not None and over_start else None)

    def _side_at(self, at: QPoint) -> Side:
        if self._is_shown():
            pair = self.comparison.pair
            return Side.OLD if pair.mapFrom(self, at).x() < pair.width() / 2 else Side.NEW
        return Side.OLD if at.x() < self.width() / 2 else Side.NEW

    # Comparing

    def compare(self) -> None:
        """Compare the two files chosen."""
        old, new = self.choosing.files[Side.OLD], self.choosing.files[Side.NEW]
        if old is not None and new is not None:
            self.settle()
            self.work.begin(old, new)

    def compare_again(self) -> None:
        """Compare what is shown again, as it is on disk now."""
        if self.work.comparison is None:
            self.compare()
        else:
            self.settle()
            self.work.again()

    def _begin(self, old: Path, new: Path) -> None:
        self.choosing.files = {Side.OLD: old, Side.NEW: new}
        self._show_way()
        self.pages.setCurrentWidget(self.progress)
        self.progress.cancel.setFocus()

    def _show_way(self) -> None:
        """Show which files are being compared, before anything is known of how far that is."""
        old, new = self.choosing.files[Side.OLD], self.choosing.files[Side.NEW]
        if old is not None and new is not None:
            self.progress.begin(old, new)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a comparison made elsewhere than in the worker."""
        self.show_scene(scene(comparison))

    def show_scene(self, made: Scene) -> None:
        """Show a comparison that was made, at the place where one was in it."""
        comparison = made.comparison
        sitting = self.work.sitting
        page = self.comparison
        self.settle()
        versions = (comparison.old, comparison.new)
        self.thumbnails.show_files([version.document.path for version in versions])
        self.pages.setCurrentWidget(page)
        page.show_comparison(made, sitting.record)
        names = (comparison.old.document.name, comparison.new.document.name)
        self.setWindowTitle(f"{names[0]} → {names[1]} — Sverka")
        self.status.clear()
        page.go_to_key(sitting.current)
        self._show_where()
        self._show_progress_of_review()
        compared = self.work.compared
        if compared is not None:
            self.remembered.compared(Pair(compared.old, compared.new))

    def _is_shown(self) -> bool:
        return self.pages.currentWidget() is self.comparison

    def keep_findings(self, numbers: tuple[int, ...]) -> None:
        """Take what was set aside back into the text, and compare again."""
        if self.comparison.scene is not None:
            findings = self.comparison.scene.comparison.findings
            self.work.decide(tuple(findings[n].key for n in numbers), Decision.KEPT)

    def show_trouble(self, error: SverkaError) -> None:
        """Say what did not work, where there is nothing else to show."""
        self.trouble.show_error(error)
        self.pages.setCurrentWidget(self.trouble)
        if isinstance(error, PasswordError):
            self.side_windows.ask_password(error)

    def _ask(self, asking: Asking) -> None:
        """Ask in the comparison where one is shown, else on a page."""
        self._asked, question = asking, asking()
        if self._is_shown():
            self.comparison.question.ask(question.words, question.yes, question.no)
        elif self.work.comparing.under_way:
            self.progress.show_silence(question.words)
        else:
            self.question.ask(question.words, question.yes, question.no)
            self.pages.setCurrentWidget(self.question)

    def _show_options(self) -> None:
        """The comparison shown stays, with the options it was made with."""
        shown = self.work.comparison
        self.pages.setCurrentWidget(self.comparison)
        left_out = shown.statistics.left_out.changes if shown is not None else 0
        self.comparison.ignore.show_options(self.work.options, left_out=left_out)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)

    def _notice(self, sentence: str) -> None:
        self.comparison.notices.say(sentence)

    def _show_where(self) -> None:
        self.counted.setText(self.comparison.where.text())

    def _show_progress_of_review(self) -> None:
        self.reviewed.setText(self.comparison.reviewing.remarked.progress_words(current()))

    # The end

    def settle(self) -> None:
        """Keep what is being typed, and where in the comparison one is."""
        page = self.comparison
        page.reviewing.keep()
        if self._is_shown():
            self.work.sitting.current = page.reviewing.remarked.key_of(page.current)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the work, remember the size, and end the worker."""
        self.settle()
        self.work.forget()
        self.remembered.open_now(None)
        self.remembered.change(
            geometry=bytes(self.saveGeometry().toHex().data()).decode("ascii"),
            splitter=tuple(self.comparison.splitter.sizes()),
        )
        self.exporting.close()
        self.thumbnails.close()
        self.bridge.close()
        super().closeEvent(event)
        self.closed.emit()
