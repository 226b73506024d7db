"""The work on one pair of files: what was said and decided, and where it is kept."""

from dataclasses import replace
from pathlib import Path

from sverka.files import refuse_to_overwrite
from sverka.model import Comparison, Options, ReadError
from sverka.review import Input, Record, Session, load, save
from sverka.review.keeping import keep, kept, set_aside


class Sitting:
    """Begins empty, or with a session kept or saved before; written on at every step.

    `path` is the file the user saved the session in, which is written along with the kept one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._inputs: tuple[Input, Input] | None = None
        self.record = Record()
        self.path: Path | None = None
        self.current = ""

    def is_of(self, old: Path, new: Path) -> bool:
        """Whether this is the work on these two files."""
        return self._inputs is not None and [i.path for i in self._inputs] == [str(old), str(new)]

    @property
    def files(self) -> tuple[Path, Path] | None:
        """The two files; None before there are any."""
        return (Path(self._inputs[0].path), Path(self._inputs[1].path)) if self._inputs else None

    def take_up(self, old: Path, new: Path, options: Options) -> Options:
        """Go on with what is kept for a pair, else begin; the options to compare it with.

        ReadError where what is kept cannot be read: it was set aside and the work begins anew.
        """
        self._begin(Input(str(old), ""), Input(str(new), ""))
        try:
            session = kept(self.folder, str(old), str(new))
        except ReadError:
            set_aside(self.folder, str(old), str(new))
            raise
        if session is None:
            return replace(options, decisions={})
        return self._go_on(session)

    def open(self, path: Path) -> tuple[Path, Path, Options]:
        """Go on with a session the user saved: its files and options. ReadError passes."""
        session = load(path)
        options = self._go_on(session)
        self.path = path
        return Path(session.old.path), Path(session.new.path), options

    def changed_inputs(self, comparison: Comparison) -> tuple[str, ...]:
        """The names of the inputs that are not what they were when last worked on."""
        if self._inputs is None:
            return ()
        versions = (comparison.old.document, comparison.new.document)
        return tuple(
            version.name
            for known, version in zip(self._inputs, versions, strict=True)
            if known.sha256 not in ("", version.sha256)
        )

    def see(self, comparison: Comparison) -> None:
        """From now on the work is on the inputs as this comparison has them."""
        if self._inputs is not None:
            old, new = self._inputs
            self._inputs = (
                replace(old, sha256=comparison.old.document.sha256),
                replace(new, sha256=comparison.new.document.sha256),
            )

    @property
    def sums(self) -> dict[str, str]:
        """The SHA-256 of each input as it was compared, by its path."""
        return {known.path: known.sha256 for known in self._inputs or ()}

    def keep(self, options: Options) -> None:
        """Keep the work, by itself and in the user's file; WriteError where either fails."""
        session = self._session(options)
        if session is None:
            return
        keep(self.folder, session)
        if self.path is not None:
            save(session, self.path)

    def save(self, options: Options, path: Path) -> None:
        """Save the work to a file of the user's; WriteError where that fails."""
        session = self._session(options)
        if session is not None:
            refuse_to_overwrite(path, (session.old.path, session.new.path))
            session = replace(session, saved_as=str(path))
            save(session, path)
            self.path = path
            keep(self.folder, session)

    def _begin(self, old: Input, new: Input) -> None:
        self._inputs = (old, new)
        self.record, self.path, self.current = Record(), None, ""

    def _go_on(self, session: Session) -> Options:
        self._begin(session.old, session.new)
        self.record = Record(session.remarks, session.options.decisions)
        self.path = Path(session.saved_as) if session.saved_as else None
        self.current = session.current
        return session.options

    def _session(self, options: Options) -> Session | None:
        """The work as it is; None before anything was compared."""
        if self._inputs is None or not all(known.sha256 for known in self._inputs):
            return None
        return Session(
            *self._inputs,
            replace(options, decisions=self.record.decisions),
            self.record.all(),
            self.current,
            str(self.path or ""),
        )
