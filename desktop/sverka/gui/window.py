"""The main window: which page is shown, and what leads from one to the next."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QPoint, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget

from sverka import language
from sverka.gui.dialogs.exporting import Exporting
from sverka.gui.dialogs.paste_dialog import PasteDialog
from sverka.gui.dialogs.session_files import SessionFiles
from sverka.gui.dialogs.side_windows import SideWindows
from sverka.gui.dialogs.taking_out import TakingOut
from sverka.gui.handlers import handlers
from sverka.gui.pages.comparison_page import ComparisonPage
from sverka.gui.pages.progress_page import ProgressPage
from sverka.gui.pages.question_page import QuestionPage
from sverka.gui.pages.start_page import StartPage
from sverka.gui.pages.status_line import StatusLine
from sverka.gui.pages.trouble_page import TroublePage
from sverka.gui.plumbing import actions, window_settings
from sverka.gui.plumbing.bridge import Bridge
from sverka.gui.plumbing.drops import DropWindow
from sverka.gui.plumbing.qt_words import speak_in_qt
from sverka.gui.plumbing.theme import Theme, ThemeChoice, dress, system_is_dark, theme
from sverka.gui.plumbing.window_settings import Pair, WindowSettings
from sverka.gui.plumbing.work import Question, Work
from sverka.language import _
from sverka.model import Comparison, Decision, Options, Side
from sverka.presentation.navigation import Step
from sverka.presentation.scene import Scene, scene
from sverka.review.session import SUFFIX

_SIZES = (11, 13, 15, 17, 20, 24, 28, 34)


class MainWindow(DropWindow):
    """Compares one pair of files at a time; `window_asked` when the user wants another window.

    `quit_asked` when all windows are to be closed, `closed` when this one was.
    """

    window_asked = Signal()
    quit_asked = Signal()
    closed = Signal()

    def __init__(self, settings_place: Path, options: Options) -> None:
        super().__init__()
        self._place = settings_place
        self.settings: WindowSettings = window_settings.load(settings_place)
        self.files: dict[Side, Path | None] = dict.fromkeys(Side)
        self._left_open: Pair | None = None
        self.bridge = Bridge(self)
        self.work = Work(self.bridge, settings_place.parent, options, self)
        self.exporting = Exporting(self.bridge, self)
        self.taking_out = TakingOut(self)
        self.side_windows = SideWindows(self)
        self.sessions = SessionFiles(self)
        self.held.connect(self._show_held)
        self.dropped.connect(lambda paths, at: self.take_files(paths, self._side_at(at)))
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(self.settings.geometry.encode("ascii")))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self._connect_work()
        self._build()

    # Building

    def _build(self) -> None:
        """Make all pages and menus, in the language and the look in use."""
        self.look = self._look()
        dress(_application(), self.look)
        self.setWindowTitle("Sverka")
        self.pages = QStackedWidget(self)
        self.start, self.progress = StartPage(self.pages), ProgressPage(self.pages)
        self.trouble, self.question = TroublePage(self.pages), QuestionPage(self.pages)
        self.comparison = ComparisonPage(self.look, self.pages)
        pages = (self.start, self.progress, self.trouble, self.question, self.comparison)
        for page in pages:
            self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        if self.settings.splitter:
            self.comparison.splitter.setSizes(list(self.settings.splitter))
        self.status = StatusLine(self.statusBar())
        self.said, self.counted = self.status.said, self.status.counted
        self.reviewed = self.status.reviewed
        self._connect_pages()
        self._build_menus()
        self.pages.currentChanged.connect(self._allow)
        self._allow()
        self.start.show_files(self.files[Side.OLD], self.files[Side.NEW])
        self.start.show_recent(self.settings.recent)

    def _build_menus(self) -> None:
        self.deeds, self.menus = actions.build(self, handlers(self), self.settings.shortcuts)
        view = self.menus["view"]
        view.addSeparator()
        actions.add_choices(
            view, _("&Theme"), actions.theme_choices(), self.settings.theme, self.set_theme
        )
        languages, spoken = actions.language_choices(), language.current()
        actions.add_choices(view, _("&Language"), languages, spoken, self.set_language)
        self._show_keys()
        lock, pair = self.deeds["lock"], self.comparison.pair
        lock.setCheckable(True)
        lock.setChecked(pair.locked)
        pair.locked_changed.connect(lock.setChecked)

    def _connect_work(self) -> None:
        work = self.work
        work.begun.connect(self._begin)
        work.comparing.started.connect(self.exporting.give_up)
        work.comparing.progressed.connect(
            lambda stage, fraction: self.progress.show_progress(stage, fraction)
        )
        work.shown.connect(self.show_scene)
        work.failed.connect(self.show_trouble)
        work.noticed.connect(lambda sentence: self.comparison.notices.say(sentence))
        work.said.connect(lambda sentence: self.said.setText(sentence))
        work.asked.connect(self._ask)
        work.left.connect(self.show_start)
        work.reverted.connect(self._show_options)
        work.kept.connect(self._show_progress_of_review)
        self.exporting.said.connect(lambda sentence: self.said.setText(sentence))
        self.exporting.failed.connect(lambda sentence: self.comparison.notices.say(sentence))
        self.exporting.chosen.connect(lambda choice: self.remember(export=choice))
        self.exporting.presets_changed.connect(lambda presets: self.remember(presets=presets))

    def _connect_pages(self) -> None:
        self.start.compare_asked.connect(self.compare)
        self.start.swap_asked.connect(self.swap)
        self.start.choose_asked.connect(self.choose_file)
        self.start.paste_asked.connect(self.paste)
        self.start.recent_chosen.connect(self._choose_recent)
        self.progress.cancel_asked.connect(self.work.cancel)
        self.trouble.other_asked.connect(self.show_start)
        self.trouble.again_asked.connect(self.compare)
        page = self.comparison
        page.said.connect(self.said.setText)
        page.moved_on.connect(self._show_where)
        page.keep_asked.connect(self.keep_findings)
        page.decided.connect(self.work.decide)
        page.ignore.chosen.connect(self.work.ignore)
        page.reviewing.changed.connect(self.work.keep)
        page.reviewing.undone.connect(self.work.undone)
        buttons = page.bar.buttons
        for name, run in (("open", self.open_files), ("swap", self.swap)):
            buttons[name].clicked.connect(run)
        buttons["report"].clicked.connect(self.taking_out.export_report)
        buttons["previous"].clicked.connect(lambda: page.step(Step.PREVIOUS))
        buttons["next"].clicked.connect(lambda: page.step(Step.NEXT))

    def _allow(self) -> None:
        """Only what makes sense on the page shown can be done."""
        here = self.pages.currentWidget() is self.comparison
        for name, action in self.deeds.items():
            action.setEnabled(here or name in actions.ANYWHERE)

    # Look, language, keys

    def _look(self) -> Theme:
        choice = ThemeChoice(self.settings.theme)
        return theme(choice, system_dark=system_is_dark(), reading_size=self.settings.reading_size)

    def _dress(self) -> None:
        self.look = self._look()
        dress(_application(), self.look)
        self.comparison.set_look(self.look)

    def set_theme(self, choice: str) -> None:
        """Change the colours."""
        self.remember(theme=choice)
        self._dress()

    def resize_text(self, steps: int) -> None:
        """Show larger (1) or smaller (-1) text, or the usual size (0)."""
        at = min(range(len(_SIZES)), key=lambda k: abs(_SIZES[k] - self.settings.reading_size))
        size = _SIZES[max(0, min(len(_SIZES) - 1, at + steps))] if steps else 15
        self.remember(reading_size=size)
        self._dress()

    def set_language(self, code: str) -> None:
        """Speak another language; a comparison shown is made again, as its reasons are words."""
        self.remember(language=code)
        language.use(code)
        application = QApplication.instance()
        assert application is not None
        speak_in_qt(application)
        shown = self.work.comparison is not None
        self.comparison.reviewing.keep()
        self.work.forget()
        old_pages = self.pages
        self._build()
        old_pages.deleteLater()
        if shown:
            self.compare()

    def set_keys(self, keys: dict[str, tuple[str, ...]]) -> None:
        """Give actions other keys than the usual ones."""
        self.remember(shortcuts=keys)
        actions.give_keys(self.deeds, keys)
        self._show_keys()

    def _show_keys(self) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        self.comparison.bar.show_keys(
            {name: action.shortcut().toString(native) for name, action in self.deeds.items()}
        )

    def remember(self, **changed: Any) -> None:
        """Change settings by name; what other windows changed meanwhile stays."""
        self.settings = replace(window_settings.load(self._place), **changed)
        window_settings.save(self.settings, self._place)

    # Choosing files

    def show_start(self) -> None:
        """Go to the start page."""
        self.settle()
        self.work.forget()
        self.start.show_files(self.files[Side.OLD], self.files[Side.NEW])
        self.pages.setCurrentWidget(self.start)
        self.setWindowTitle("Sverka")
        self.status.clear()
        self._remember_open(None)
        self.start.show_recent(self.settings.recent)

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
            self.sessions.open(paths[0])
            return
        if len(paths) >= 2:
            self.files = {Side.OLD: paths[0], Side.NEW: paths[1]}
        elif paths:
            waiting = self.work.comparison is None and None in self.files.values()
            if self.files[side] is not None and waiting:
                side = next(s for s in Side if self.files[s] is None)
            self.files[side] = paths[0]
        self.start.show_files(self.files[Side.OLD], self.files[Side.NEW])
        if start and all(self.files.values()):
            self.compare()

    def _show_held(self, at: QPoint | None) -> None:
        """Show where what is held over the window would land."""
        over_start = at is not None and self.pages.currentWidget() is self.start
        self.start.show_hot(self._side_at(at) if at is not None and over_start else None)

    def _side_at(self, at: QPoint) -> Side:
        if self._is_shown():
            pair = self.comparison.pair
            return Side.OLD if pair.mapFrom(self, at).x() < pair.width() / 2 else Side.NEW
        return Side.OLD if at.x() < self.width() / 2 else Side.NEW

    def paste(self, side: Side) -> None:
        """Take a text that is pasted in for the file of one side."""
        dialog = PasteDialog(side, self._place.parent / "pasted", self)
        dialog.pasted.connect(lambda path: self.take_files([path], side))
        dialog.open()

    def swap(self) -> None:
        """Make the original the revised and the other way round."""
        old, new = self.files[Side.OLD], self.files[Side.NEW]
        self.files = {Side.OLD: new, Side.NEW: old}
        options = self.work.options
        self.work.options = replace(
            options, encoding_old=options.encoding_new, encoding_new=options.encoding_old
        )
        self.start.show_files(new, old)
        if self.work.comparison is not None:
            self.compare()

    def _choose_recent(self, pair: Pair) -> None:
        self.take_files([Path(pair.old), Path(pair.new)], Side.OLD)

    # Comparing

    def compare(self) -> None:
        """Compare the two files chosen."""
        old, new = self.files[Side.OLD], self.files[Side.NEW]
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
        self.files = {Side.OLD: old, Side.NEW: new}
        self.progress.begin(old, new)
        self.pages.setCurrentWidget(self.progress)
        self.progress.cancel.setFocus()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a comparison made elsewhere than in the worker."""
        self.show_scene(scene(comparison))

    def show_scene(self, made: Scene) -> None:
        """Show a comparison that was made, at the place where one was in it."""
        comparison = made.comparison
        sitting = self.work.sitting
        page = self.comparison
        self.settle()
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
            pair = Pair(compared.old, compared.new)
            self._remember_open(pair)
            recent = window_settings.with_recent(
                self.settings, Path(pair.old), Path(pair.new)
            ).recent
            self.remember(recent=recent)

    def _is_shown(self) -> bool:
        return self.pages.currentWidget() is self.comparison

    def keep_findings(self, numbers: tuple[int, ...]) -> None:
        """Take what was set aside back into the text, and compare again."""
        if self.comparison.scene is not None:
            findings = self.comparison.scene.comparison.findings
            self.work.decide(tuple(findings[n].id for n in numbers), Decision.KEPT)

    def show_trouble(self, sentence: str) -> None:
        """Say what did not work, where there is nothing else to show."""
        self.trouble.show_sentence(sentence)
        self.pages.setCurrentWidget(self.trouble)

    def _ask(self, question: Question) -> None:
        """Ask in the comparison where one is shown, else on a page."""
        if self._is_shown():
            self.comparison.question.ask(question.words, question.yes, question.no)
        elif self.work.comparing.under_way:
            self.progress.show_silence(question.words)
        else:
            self.question.ask(question.words, question.yes, question.no)
            self.pages.setCurrentWidget(self.question)

    def _show_options(self) -> None:
        """The comparison shown stays, with the options it was made with."""
        options = self.work.options
        self.pages.setCurrentWidget(self.comparison)
        self.comparison.ignore.show_options(options.ignore, keep_furniture=options.keep_furniture)

    def _show_where(self) -> None:
        self.counted.setText(self.comparison.where.text())

    def _show_progress_of_review(self) -> None:
        self.reviewed.setText(self.comparison.reviewing.progress_words())

    # What is kept

    def settle(self) -> None:
        """Keep what is being typed, and where in the comparison one is."""
        page = self.comparison
        page.reviewing.keep()
        if self._is_shown():
            self.work.sitting.current = page.reviewing.key_of(page.current)

    def _remember_open(self, now: Pair | None) -> None:
        before, self._left_open = self._left_open, now
        known = window_settings.with_open(window_settings.load(self._place), before, now)
        self.remember(left_open=known.left_open)

    # The end

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the work, remember the size, and end the worker."""
        self.settle()
        self.work.forget()
        self._remember_open(None)
        self.remember(
            geometry=bytes(self.saveGeometry().toHex().data()).decode("ascii"),
            splitter=tuple(self.comparison.splitter.sizes()),
        )
        self.exporting.close()
        self.bridge.close()
        super().closeEvent(event)
        self.closed.emit()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
