"""Brings the bytes of a file into memory, within bounds, or says in one sentence why it cannot."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from datetime import UTC, datetime
from unicodedata import category

from sverka.model import ReadError
from sverka.readers.limits import MAX_FILE_BYTES, megabytes

_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories of controls, half characters and line ends."""


@dataclass(frozen=True, slots=True)
class Intake:
    """A file as it came in.

    `path` is what the user wrote, with what cannot be printed replaced by U+FFFD, so that it can be
    shown and stored anywhere. `sha256` is of the bytes, `modified` in UTC, None where the system
    gives a time that no calendar has.
    """

    path: str
    data: bytes = field(repr=False)
    sha256: str
    modified: datetime | None = None

    @property
    def suffix(self) -> str:
        """What follows the last dot of the name, lower case, with the dot; "" where none is."""
        return os.path.splitext(self.path)[1].lower()


def take_in(path: str | os.PathLike[str]) -> Intake:
    """Read the whole file. ReadError for what is missing, closed, empty, no file, or too large."""
    shown = printable(os.fsencode(path).decode("utf-8", "replace"))
    try:
        status = os.stat(path)
        _check_status(status, shown)
        with open(path, "rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadError(
            "“{file}” does not exist; check its name and folder.", file=shown
        ) from error
    except PermissionError as error:
        raise ReadError(
            "“{file}” may not be read; ask its owner for permission.", file=shown
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(
            "“{file}” could not be read from the disk: {reason}.", file=shown, reason=reason
        ) from error
    if not data:
        raise _empty(shown)
    if len(data) > MAX_FILE_BYTES:
        raise too_large(shown, MAX_FILE_BYTES)
    digest = hashlib.sha256(data).hexdigest()
    return Intake(shown, data, digest, _modified(status))


def printable(name: str) -> str:
    """The name with control characters, line ends and half characters replaced by U+FFFD."""
    return "".join("\ufffd" if category(char) in _UNPRINTABLE else char for char in name)


def _check_status(status: os.stat_result, shown: str) -> None:
    """Refuse what must not even be opened: a folder, a pipe or device, a file far too large."""
    if stat.S_ISDIR(status.st_mode):
        raise ReadError("“{file}” is a folder; name one of the files in it.", file=shown)
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(
            "“{file}” is no ordinary file; save its contents to a file first.", file=shown
        )
    if status.st_size > MAX_FILE_BYTES:
        raise too_large(shown, MAX_FILE_BYTES)


def too_large(shown: str, limit: int) -> ReadError:
    """The error for a file of more than `limit` bytes."""
    return ReadError(
        "“{file}” is larger than {limit} MB, the most this program reads; divide it.",
        file=shown,
        limit=megabytes(limit),
    )


def _empty(shown: str) -> ReadError:
    return ReadError(
        "“{file}” is empty (0 bytes); check that it was saved or copied whole.", file=shown
    )


def without_text(shown: str) -> ReadError:
    """The error for a file that was read and holds nothing but white space."""
    return ReadError("“{file}” holds no text; check that it is the right file.", file=shown)


def _modified(status: os.stat_result) -> datetime | None:
    try:
        return datetime.fromtimestamp(status.st_mtime, UTC)
    except (OverflowError, ValueError, OSError):
        return None
