"""Brings the bytes of a file into memory, within bounds, or says in one sentence why it cannot."""

import hashlib
import os
import stat
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import BinaryIO, TypeAlias
from unicodedata import category

from sverka.model import ReadError
from sverka.readers.limits import MAX_FILE_BYTES, megabytes

BYTES, STREAM = "<bytes>", "<stream>"
"""What is shown for what has no name of its own, as Python shows "<stdin>"."""

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


Readable: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO | Intake
"""What can be read: a file by its name, its bytes, a stream that gives them, or what came in."""


def take_in(given: Readable, name: str | None = None) -> Intake:
    """Take all of it in. ReadError for what is missing, closed, empty, no file, or too large.

    `name` is shown in place of the one it has. A stream is read from where it stands, once, and
    stays open. What came in before stays as it is.
    """
    if isinstance(given, Intake):
        return given if name is None else replace(given, path=printable(name))
    if isinstance(given, bytes | bytearray | memoryview):
        shown, data, modified = BYTES if name is None else name, bytes(given), None
    elif isinstance(given, str | os.PathLike):
        shown = os.fsencode(given).decode("utf-8", "replace") if name is None else name
        data, modified = _of_file(given, printable(shown))
    else:
        shown = _name_of(given) if name is None else name
        data, modified = _of_stream(given, printable(shown)), None
    shown = printable(shown)
    if not data:
        raise _empty(shown)
    if len(data) > MAX_FILE_BYTES:
        raise too_large(shown, MAX_FILE_BYTES)
    return Intake(shown, data, hashlib.sha256(data).hexdigest(), modified)


def _of_file(path: str | os.PathLike[str], shown: str) -> tuple[bytes, datetime | None]:
    """The bytes of a file or a pipe, and when it was modified."""
    try:
        status = os.stat(path)
        _check_status(status, shown)
        with open(path, "rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1), _modified(status)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadError(
            "“{file}” does not exist; check its name and folder.", file=shown
        ) from error
    except PermissionError as error:
        raise ReadError(
            "“{file}” may not be read; ask its owner for permission.", file=shown
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            "“{file}” could not be read from the disk: {reason}.", file=shown, reason=_reason(error)
        ) from error


def _of_stream(stream: BinaryIO, shown: str) -> bytes:
    """The bytes a stream gives, in pieces: one without a buffer gives what it has just then."""
    taken = bytearray()
    try:
        while len(taken) <= MAX_FILE_BYTES:
            piece = stream.read(MAX_FILE_BYTES + 1 - len(taken))
            if isinstance(piece, str):
                raise TypeError("the stream gives text, not bytes: open it as binary")
            if not piece:
                break
            taken += piece
    except (OSError, ValueError) as error:
        raise ReadError(
            "“{file}” could not be read: {reason}.", file=shown, reason=_reason(error)
        ) from error
    return bytes(taken)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _name_of(stream: BinaryIO) -> str:
    """What a stream calls itself; one opened by a number has no name."""
    name = getattr(stream, "name", None)
    if isinstance(name, bytes):
        return name.decode("utf-8", "replace")
    return name if isinstance(name, str) else STREAM


def pasted(text: str, name: str, limit: int) -> Intake:
    """A text that came from no file, such as the clipboard, taken in as one in UTF-8.

    ReadError where it has more than `limit` bytes.
    """
    name = printable(name)
    data = text.encode("utf-8", "replace")
    if len(data) > limit:
        raise too_large(name, limit)
    return Intake(name, data, hashlib.sha256(data).hexdigest())


def printable(name: str) -> str:
    """The name with control characters, line ends and half characters replaced by U+FFFD."""
    return "".join("\ufffd" if category(char) in _UNPRINTABLE else char for char in name)


def refuse_unlasting(path: str | os.PathLike[str]) -> None:
    """ReadError for a pipe or a device: what is read from it is not there a second time."""
    try:
        lasting = stat.S_ISREG(os.stat(path).st_mode) or os.path.isdir(path)
    except (OSError, ValueError):  # reading it will say what is wrong
        return
    if not lasting:
        raise _no_file(printable(os.fsencode(path).decode("utf-8", "replace")))


def _check_status(status: os.stat_result, shown: str) -> None:
    """Refuse what must not even be opened: a folder, a disk, a file far too large.

    A pipe or a terminal says nothing of its size.
    """
    if stat.S_ISDIR(status.st_mode):
        raise ReadError("“{file}” is a folder; name one of the files in it.", file=shown)
    if stat.S_ISBLK(status.st_mode) or stat.S_ISSOCK(status.st_mode):
        raise _no_file(shown)
    if stat.S_ISREG(status.st_mode) and status.st_size > MAX_FILE_BYTES:
        raise too_large(shown, MAX_FILE_BYTES)


def _no_file(shown: str) -> ReadError:
    return ReadError("“{file}” is no ordinary file; save its contents to a file first.", file=shown)


def too_large(shown: str, limit: int) -> ReadError:
    """The error for a file of more than `limit` bytes."""
    return ReadError(
        "“{file}” is larger than {limit} MB, the most this program reads; divide it.",
        file=shown,
        limit=megabytes(limit),
    )


def too_deep(shown: str) -> ReadError:
    """The error for elements so deep inside each other that they are made to do harm."""
    return ReadError(
        "“{file}” has elements nested deeper than any text needs; save it again in the program"
        " it was written with.",
        file=shown,
    )


def damaged(shown: str) -> ReadError:
    """The error for a document of an office program that is not whole."""
    return ReadError(
        "“{file}” is damaged or incomplete and cannot be read;"
        " get it again from where it came, or open and save it in Word or LibreOffice.",
        file=shown,
    )


def not_whole(shown: str) -> ReadError:
    """The error for a PDF or a picture that is not whole; no program would mend it."""
    return ReadError(
        "“{file}” is damaged or incomplete and cannot be read; get it again from where it came.",
        file=shown,
    )


def too_many_pages(shown: str, limit: int) -> ReadError:
    """The error for a file of more than `limit` pages."""
    return ReadError(
        "“{file}” has more than {count} pages, the most this program reads; divide it.",
        file=shown,
        count=limit,
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
