"""The work on the pair that is open: compared, followed, watched, kept, never changed silently."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sverka.gui.plumbing.bridge import Bridge
from sverka.gui.plumbing.comparing import Comparing
from sverka.gui.plumbing.watching import Watching
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.model import Comparison, Decision, Ignore, Options, SverkaError
from sverka.presentation.scene import Scene
from sverka.review import Step
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


class Work(QObject):
    """What is open, and everything that may become of it.

    `begun` is emitted when a pair is compared from the beginning; `shown` with the Scene to
    show; `failed` with a sentence where there is nothing to show, `noticed` where what is shown
    stays; `asked` with a Question; `left` when there is nothing to show any more; `reverted` when
    the options are again those of what is shown; `kept` when the work was written down.
    """

    begun = Signal(Path, Path)
    shown = Signal(object)
    failed = Signal(str)
    noticed = Signal(str)
    said = Signal(str)
    asked = Signal(object)
    left = Signal()
    reverted = Signal()
    kept = Signal()

    def __init__(self, bridge: Bridge, folder: Path, options: Options, parent: QObject) -> None:
        super().__init__(parent)
        self.options = options
        self.sitting = Sitting(folder)
        self.comparison: Comparison | None = None
        self.compared: Compare | None = None
        self.comparing = Comparing(bridge, self)
        self.comparing.arrived.connect(self._arrived)
        self.comparing.failed.connect(self._failed)
        self.comparing.silent.connect(self._silent)
        self._watching = Watching(self)
        self._watching.changed.connect(self._input_changed)
        self._watching.gone.connect(self._input_gone)
        self._agreed = False

    # Comparing

    def begin(self, old: Path, new: Path, *, agreed: bool = False) -> None:
        """Compare two files; `agreed` where the user knows that they may have changed."""
        if not self.sitting.is_of(old, new):
            self.forget()
            try:
                self.options = self.sitting.take_up(old, new, self.options)
            except SverkaError as error:
                self.options = replace(self.options, decisions={})
                self.said.emit(error_words(error, current()))
        self._start(old, new, agreed=agreed)

    def open(self, path: Path) -> None:
        """Go on with a session saved before; SverkaError where it cannot be read."""
        sitting = Sitting(self.sitting.folder)
        old, new, options = sitting.open(path)
        self.forget()
        self.sitting, self.options = sitting, options
        self._start(old, new, agreed=False)

    def again(self) -> None:
        """Compare again what is open, as it is on disk now."""
        if self.sitting.files is not None:
            self._start(*self.sitting.files, agreed=True)

    def _start(self, old: Path, new: Path, *, agreed: bool) -> None:
        self._agreed = agreed
        self.comparing.start(old, new, self.options)
        self.begun.emit(old, new)

    def cancel(self) -> None:
        """Give up the comparison under way; what is shown stays."""
        self.comparing.cancel()
        self._stay(_("The comparison was cancelled."))

    def forget(self) -> None:
        """Nothing is open any more; the work on it is kept."""
        if self.comparison is not None and self.sitting.record:
            self.keep()
        self.comparison = self.compared = None
        self._watching.watch({})

    # What changes the comparison

    def decide(self, findings: Iterable[str], decision: Decision) -> None:
        """Decide about findings by their keys; the comparison follows."""
        self.sitting.record.decide(findings, decision)
        self._follow(self.options)

    def ignore(self, ignored: frozenset[Ignore], keep_furniture: bool) -> None:
        """Ignore these differences; the comparison follows."""
        self._follow(replace(self.options, ignore=ignored, keep_furniture=keep_furniture))

    def undone(self, step: Step) -> None:
        """A step was undone or done again; the comparison follows where it was a decision."""
        if step.decisions:
            self._follow(self.options)

    def _follow(self, options: Options) -> None:
        """Compare again with other options, and go on showing what there is until then."""
        self.options = replace(options, decisions=self.sitting.record.decisions)
        self.keep()
        if self.compared is not None:
            self._agreed = False
            old, new = Path(self.compared.old), Path(self.compared.new)
            self.comparing.start(old, new, self.options)
            self.said.emit(_("Comparing again…"))

    # What comes of it

    def _arrived(self, scene: Scene, asked: Compare) -> None:
        changed = self.sitting.changed_inputs(scene.comparison)
        if not changed or self._agreed:
            self._show(scene, asked, changed)
            return
        self.asked.emit(
            Question(
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
        comparison = scene.comparison
        self.comparison, self.compared = comparison, asked
        self.sitting.see(comparison)
        self._watching.watch(self.sitting.sums)
        self.shown.emit(scene)
        for name in changed:
            self.noticed.emit(
                _(
                    "{file} has changed since you worked on it. "
                    "Remarks stay with the changes that read the same."
                ).format(file=name)
            )

    def _stay(self, sentence: str) -> None:
        """Go on with what is shown, as it was; back to the beginning where nothing is."""
        if self.compared is None:
            self.left.emit()
        else:
            self.options = self.compared.options
            self.sitting.record.restore(self.options.decisions)
            self.keep()
            self.reverted.emit()
        if sentence:
            self.said.emit(sentence)

    def _failed(self, sentence: str) -> None:
        if self.comparison is None:
            self.failed.emit(sentence)
        else:
            self._stay("")
            self.noticed.emit(sentence)

    def _silent(self, sentence: str) -> None:
        self.asked.emit(
            Question(sentence, (_("Cancel"), self.cancel), (_("Go on waiting"), lambda: None))
        )

    def _input_changed(self, path: Path) -> None:
        self.asked.emit(
            Question(
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
            self.sitting.keep(self.options)
        except SverkaError as error:
            self.noticed.emit(error_words(error, current()))
        self.kept.emit()

    def save(self, path: Path) -> None:
        """Save the session to a file of the user's; where that fails, say so."""
        try:
            self.sitting.save(self.options, path)
        except SverkaError as error:
            self.noticed.emit(error_words(error, current()))
            return
        self.said.emit(_("The session was saved: {file}").format(file=path))
