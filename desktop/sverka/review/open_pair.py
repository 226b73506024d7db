"""The pair that is open: with what options it is compared, and when one has to ask first.

What is shown is never changed without a word: where a file is not what it was when last worked
on, the reader is asked, unless they know; where a comparison is given up, everything is again as
it was when what is shown was made.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sverka.model import Comparison, Decision, Ignore, Options, Part, ReadError, Side
from sverka.review.record import Step
from sverka.review.sitting import Sitting


class OpenPair:
    """`options` are those to compare with next, `shown` the comparison that is looked at."""

    def __init__(self, folder: Path, options: Options) -> None:
        self.options = options
        self.sitting = Sitting(folder)
        self.shown: Comparison | None = None
        self._shown_with = options
        self._agreed = False

    def begin(self, old: Path, new: Path, *, agreed: bool = False) -> ReadError | None:
        """Go on with two files, as they were left; `agreed` where one knows they may have changed.

        The error where what was kept cannot be read: it was set aside, and the work begins anew.
        """
        self._agreed = agreed
        if self.sitting.is_of(old, new):
            return None
        self.options = replace(self.options, ocr=False)  # it is asked for, pair by pair
        try:
            self.options = self.sitting.take_up(old, new, self.options)
        except ReadError as error:
            self.options = replace(self.options, decisions={})
            return error
        return None

    def read(self, path: Path) -> tuple[Sitting, Options]:
        """A session saved before and its options, to go on with; ReadError where it is damaged."""
        sitting = Sitting(self.sitting.folder)
        _old, _new, options = sitting.open(path)
        return sitting, options

    def go_on(self, sitting: Sitting, options: Options) -> None:
        """Go on with another sitting than the one there was."""
        self.sitting, self.options = sitting, options
        self.shown, self._agreed = None, False

    def again(self) -> tuple[Path, Path] | None:
        """The files, to be compared as they are now; None where none are open."""
        self._agreed = True
        return self.sitting.files

    # What changes the comparison

    def decide(self, findings: Iterable[str], decision: Decision) -> None:
        """Decide about findings by their keys."""
        self.sitting.record.decide(findings, decision)
        self._follow(self.options)

    def ignore(
        self,
        ignored: frozenset[Ignore],
        keep_furniture: bool,
        patterns: tuple[str, ...] | None = None,
        parts: frozenset[Part] | None = None,
    ) -> None:
        """Ignore these differences, and keep page furniture in the text or not.

        `parts` are streams to ignore. Without them, or without `patterns`, those there were stay.
        """
        options = replace(self.options, ignore=ignored, keep_furniture=keep_furniture)
        if patterns is not None:
            options = replace(options, ignore_patterns=patterns)
        if parts is not None:
            options = replace(options, ignore_parts=parts)
        self._follow(options)

    def read_as(self, side: Side, encoding: str) -> None:
        """Read the text of one side in another encoding."""
        if side is Side.OLD:
            self._follow(replace(self.options, encoding_old=encoding))
        else:
            self._follow(replace(self.options, encoding_new=encoding))

    def recognise(self) -> None:
        """Have the text of pages that are pictures recognised."""
        self._follow(replace(self.options, ocr=True))

    def swap_encodings(self) -> None:
        """What was the original is the revised version from now on, and the other way round."""
        options = self.options
        self.options = replace(
            options, encoding_old=options.encoding_new, encoding_new=options.encoding_old
        )

    def undone(self, step: Step) -> bool:
        """A step was undone or done again; False where the comparison need not follow."""
        if step.decisions:
            self._follow(self.options)
        return bool(step.decisions)

    def leave(self) -> bool:
        """Look at nothing any more; whether there is work on it that is to be kept."""
        done = self.shown is not None and bool(self.sitting.record)
        self.shown = None
        return done

    def _follow(self, options: Options) -> None:
        self.options = replace(options, decisions=self.sitting.record.decisions)
        self._agreed = False

    # What comes of it

    def changed(self, comparison: Comparison) -> tuple[str, ...]:
        """The names of the files that are not what they were when last worked on."""
        return self.sitting.changed_inputs(comparison)

    def must_ask(self, comparison: Comparison) -> bool:
        """Whether to ask before showing it: files have changed, and nobody said so."""
        return bool(self.changed(comparison)) and not self._agreed

    def show(self, comparison: Comparison, options: Options) -> None:
        """From now on this is looked at, made with these options."""
        self.shown, self._shown_with = comparison, options
        self.sitting.see(comparison)

    def stay(self) -> bool:
        """Be again as what is shown was made; False where nothing is shown."""
        if self.shown is None:
            return False
        self.options = self._shown_with
        self.sitting.record.restore(self.options.decisions)
        return True

    def keep(self) -> None:
        """Keep the work; WriteError where that fails."""
        self.sitting.keep(self.options)

    def save(self, path: Path) -> None:
        """Save the work to a file of the user's; WriteError where that fails."""
        self.sitting.save(self.options, path)
