"""The work on the pair that is open: compared, followed, watched, kept, never changed silently."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sverka.gui.plumbing.bridge import Bridge
from sverka.gui.plumbing.comparing import Comparing
from sverka.gui.plumbing.watching import Watching
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.model import (
    Comparison,
    Decision,
    Ignore,
    NoticeCode,
    Options,
    Part,
    Passwords,
    PictureError,
    Side,
    SverkaError,
)
from sverka.presentation.scene import Scene
from sverka.review import Step
from sverka.review.open_pair import OpenPair
from sverka.review.sitting import Sitting
from sverka.wording import error_words
from sverka.worker import Compare

Answer = tuple[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Question:
    """Something to decide before going on: the words, and two answers with what follows."""

    words: str
    yes: Answer
    no: Answer


Asking = Callable[[], Question]
"""Words a question in the language spoken now: it may have to be asked again in another."""


class Work(QObject):
    """What is open, and everything that may become of it.

    `begun` is emitted when a pair is compared from the beginning; `shown` with the Scene to
    show; `failed` with the error where there is nothing to show, `noticed` with a sentence where
    what is shown stays; `asked` with an Asking; `left` when there is nothing to show any more;
    `reverted` when the options are again those of what is shown; `kept` when the work was
    written down.
    """

    begun = Signal(Path, Path)
    shown = Signal(object)
    failed = Signal(object)
    noticed = Signal(str)
    said = Signal(str)
    asked = Signal(object)
    left = Signal()
    reverted = Signal()
    kept = Signal()

    def __init__(self, bridge: Bridge, folder: Path, options: Options, parent: QObject) -> None:
        super().__init__(parent)
        self.pair = OpenPair(folder, options)
        self.compared: Compare | None = None
        self._begun: tuple[Path, Path] | None = None
        self._passwords = Passwords()  # of the pair that is open; they are never written down
        self._arrival_open = False  # whether a comparison that arrived waits to be taken or not
        self._asked_of: tuple[Path, Path] | None = None  # the pair whose pictures were asked about
        self.comparing = Comparing(bridge, self)
        self.comparing.arrived.connect(self._arrived)
        self.comparing.failed.connect(self._failed)
        self.comparing.silent.connect(self._silent)
        self._watching = Watching(self)
        self._watching.changed.connect(self._input_changed)
        self._watching.gone.connect(self._input_gone)

    @property
    def sitting(self) -> Sitting:
        """What was said of the pair that is open, and where it is kept."""
        return self.pair.sitting

    @property
    def options(self) -> Options:
        """What the next comparison is made with."""
        return self.pair.options

    @property
    def comparison(self) -> Comparison | None:
        """The comparison that is looked at."""
        return self.pair.shown

    # Comparing

    def begin(self, old: Path, new: Path) -> None:
        """Compare two files."""
        if not self.sitting.is_of(old, new):
            self.forget()
        error = self.pair.begin(old, new)
        if error is not None:
            self.said.emit(error_words(error, current()))
        self._start(old, new)

    def open(self, path: Path) -> None:
        """Go on with a session saved before; SverkaError where it cannot be read."""
        sitting, options = self.pair.read(path)
        self.forget()
        self.pair.go_on(sitting, options)
        if sitting.files is not None:
            self._start(*sitting.files)

    def again(self) -> None:
        """Compare again what is open, as it is on disk now."""
        files = self.pair.again()
        if files is not None:
            self._start(*files)

    def _start(self, old: Path, new: Path) -> None:
        self._begun = old, new
        self.comparing.start(old, new, self.options, self._passwords)
        self.begun.emit(old, new)

    def open_with(self, side: Side, password: str) -> None:
        """Compare what was begun last, one of its files opened with a password."""
        if self._begun is not None:
            self._passwords = replace(self._passwords, **{side.value: password})
            self._start(*self._begun)

    def cancel(self) -> None:
        """Give up the comparison under way; what is shown stays."""
        self.comparing.cancel()
        self._stay(_("The comparison was cancelled."))

    def forget(self) -> None:
        """Nothing is open any more; the work on it is kept."""
        if self.pair.leave():
            self.keep()
        self.compared, self._begun = None, None
        self._passwords = Passwords()
        self._arrival_open = False
        self._watching.watch({})

    # What changes the comparison

    def decide(self, findings: Iterable[str], decision: Decision) -> None:
        """Decide about findings by their keys; the comparison follows."""
        self.pair.decide(findings, decision)
        self._follow()

    def ignore(
        self,
        ignored: frozenset[Ignore],
        keep_furniture: bool,
        patterns: tuple[str, ...] | None = None,
        parts: frozenset[Part] | None = None,
    ) -> None:
        """Ignore these differences; the comparison follows."""
        self.pair.ignore(ignored, keep_furniture, patterns, parts)
        self._follow()

    def read_as(self, side: Side, encoding: str) -> None:
        """Read the text of one side in another encoding; the comparison follows."""
        self.pair.read_as(side, encoding)
        self._follow()

    def recognise(self) -> None:
        """Compare again, with the text of pages that are pictures recognised."""
        self.pair.recognise()
        files = self.sitting.files
        if files is not None:
            self._start(*files)

    def undone(self, step: Step) -> None:
        """A step was undone or done again; the comparison follows where it was a decision."""
        if self.pair.undone(step):
            self._follow()

    def _follow(self) -> None:
        """Compare again with other options, and go on showing what there is until then."""
        self.keep()
        if self.compared is not None:
            files = Path(self.compared.old), Path(self.compared.new)
            self.comparing.start(*files, self.options, self._passwords)
            self.said.emit(_("Comparing again…"))

    # What comes of it

    def _arrived(self, scene: Scene, asked: Compare) -> None:
        changed = self.pair.changed(scene.comparison)
        if not self.pair.must_ask(scene.comparison):
            self._show(scene, asked, changed)
            return
        self._arrival_open = True
        self.asked.emit(
            lambda: Question(
                ngettext(
                    "{files} has changed on disk since you worked on it. Compare what is there "
                    "now? Remarks stay with the changes that read the same.",
                    "{files} have changed on disk since you worked on them. Compare what is there "
                    "now? Remarks stay with the changes that read the same.",
                    len(changed),
                ).format(files=", ".join(changed)),
                (_("Compare again"), lambda: self._show(scene, asked, changed)),
                (_("Keep as it was"), lambda: self._stay("")),
            )
        )

    def _show(self, scene: Scene, asked: Compare, changed: tuple[str, ...]) -> None:
        self._arrival_open = False
        self.compared = asked
        self.pair.show(scene.comparison, asked.options)
        self._watching.watch(self.sitting.sums)
        self.shown.emit(scene)
        self._ask_to_recognise_some(scene.comparison)
        for name in changed:
            self.noticed.emit(
                _(
                    "{file} has changed since you worked on it. "
                    "Remarks stay with the changes that read the same."
                ).format(file=name)
            )

    def _stay(self, sentence: str) -> None:
        """Go on with what is shown, as it was; back to the beginning where nothing is."""
        self._arrival_open = False
        if self.pair.stay():
            self.keep()
            self.reverted.emit()
        else:
            self.left.emit()
        if sentence:
            self.said.emit(sentence)

    def _failed(self, error: SverkaError) -> None:
        if isinstance(error, PictureError) and not self.options.ocr:
            self._ask_to_recognise_all(str(error.terms.get("file", "")))
        elif self.comparison is None:
            self.failed.emit(error)
        else:
            self._stay("")
            self.noticed.emit(error_words(error, current()))

    def _ask_to_recognise_all(self, path: str) -> None:
        self.asked.emit(
            lambda: Question(
                _(
                    "{file} holds no text, only pictures of pages. Have their text recognised"
                    " (OCR)? What is uncertain will be marked."
                ).format(file=Path(path).name),
                (_("Recognise the text"), self.recognise),
                (_("Leave it"), lambda: self._stay("")),
            )
        )

    def _ask_to_recognise_some(self, comparison: Comparison) -> None:
        """Ask once about pages without text in what is shown now."""
        lacking = [n for n in comparison.notices if n.code is NoticeCode.PAGES_WITHOUT_TEXT]
        pair = self.sitting.files
        if not lacking or self.options.ocr or pair == self._asked_of:
            return
        self._asked_of = pair
        self.asked.emit(
            lambda: Question(
                _(
                    "Some pages are pictures without text, and were not compared. Have their text"
                    " recognised (OCR)? What is uncertain will be marked."
                ),
                (_("Recognise the text"), self.recognise),
                (_("Leave it"), lambda: None),
            )
        )

    def _silent(self, seconds: float) -> None:
        self.asked.emit(
            lambda: Question(
                _(
                    "Nothing was heard of the comparison for {count} seconds. "
                    "You can go on waiting, or cancel."
                ).format(count=round(seconds)),
                (_("Cancel"), self.cancel),
                (_("Go on waiting"), lambda: None),
            )
        )

    def _input_changed(self, path: Path) -> None:
        if self._arrival_open:
            return  # What was compared with the file as it is now waits for an answer already.
        self.asked.emit(
            lambda: Question(
                _("{file} has changed on disk. Compare again, or keep what is shown?").format(
                    file=path.name
                ),
                (_("Compare again"), self.again),
                (_("Keep as it was"), lambda: None),
            )
        )

    def _input_gone(self, path: Path) -> None:
        self.noticed.emit(
            _("{file} is no longer there. The comparison stays as it is.").format(file=path.name)
        )

    # Keeping

    def keep(self) -> None:
        """Keep what was said by itself; where that fails, say so and go on."""
        try:
            self.pair.keep()
        except SverkaError as error:
            self.noticed.emit(error_words(error, current()))
        self.kept.emit()

    def save(self, path: Path) -> None:
        """Save the session to a file of the user's; where that fails, say so."""
        try:
            self.pair.save(path)
        except SverkaError as error:
            self.noticed.emit(error_words(error, current()))
            return
        self.said.emit(_("The session was saved: {file}").format(file=path))
