"""Writes a file whole or not at all, and never over one it is made from."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sverka.model import Phrase, WriteError


@contextmanager
def written_whole(path: Path | str) -> Iterator[Path]:
    """Give a path to write to, and move it into place at `path` if the block ends well.

    A reader never sees half a file, and what stood there survives a failure. A link stays a link:
    what it leads to is replaced. A pipe or a device (`/dev/stdout`) is not replaced but is given
    the whole once it is there. OSError passes.
    """
    target = Path(os.path.realpath(path))
    flows = _flows(path)
    # The name says nothing of the target's, which may be as long as a name can be.
    folder = None if flows else target.parent
    handle, name = tempfile.mkstemp(prefix=".sverka-", suffix=".part", dir=folder)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        if flows:
            with part.open("rb") as whole, Path(path).open("wb") as sink:
                shutil.copyfileobj(whole, sink)
            return
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        part.chmod(_mode_for(target))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def is_same_file(one: Path | str, other: Path | str) -> bool:
    """Whether both names lead to one file, by links and in whatever case the system reads names."""
    if os.path.realpath(one) == os.path.realpath(other):
        return True
    return os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)


def refuse_to_overwrite(path: Path | str, inputs: Iterable[Path | str]) -> None:
    """WriteError where `path` is one of the files that what goes there is made from."""
    if any(is_same_file(path, known) for known in inputs):
        raise WriteError(
            "“{file}” is one of the files that were read for this, and it stays as it is; "
            "choose another name.",
            file=str(path),
        )


def _flows(path: Path | str) -> bool:
    """Whether there is something at `path` that is written to but never replaced."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _mode_for(target: Path) -> int:
    """The permissions of what is replaced, else those a new file gets here."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def not_written(file: Path | str, why: OSError | Phrase) -> WriteError:
    """The error for a file that could not be written, with the reason of the system or ours."""
    reason = why if isinstance(why, Phrase) else str(why.strerror or why)
    return WriteError(
        "“{file}” could not be written: {reason}. What stood there is unchanged.",
        file=str(file),
        reason=reason,
    )
