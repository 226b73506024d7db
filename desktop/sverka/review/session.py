"""The session file: which files were compared how, what was decided and what was noted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from sverka.files import written_whole
from sverka.model import Options, ReadError, WriteError
from sverka.review.remarks import Remark

SCHEMA = "sverka.session/1"
SUFFIX = ".sverka"


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was compared; `sha256` says which contents it had."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Session:
    """Everything to go on where one stopped.

    `remarks` are by the keys of `change_keys` and of findings, decisions are in the options. Files
    written before findings had keys hold decisions by place; they are taken as they are.
    `current` is the key of the change or finding one stood on, `saved_as` the file the user saved
    the session in; both may be empty.
    """

    old: Input
    new: Input
    options: Options = field(default_factory=Options)
    remarks: Mapping[str, Remark] = field(default_factory=dict)
    current: str = ""
    saved_as: str = ""
    schema: str = SCHEMA


def save(session: Session, path: Path) -> None:
    """Write the session whole or not at all; WriteError with a sentence where that fails."""
    content = msgspec.json.format(msgspec.json.encode(session, order="deterministic"))
    try:
        with written_whole(path) as part:
            part.write_bytes(content + b"\n")
    except OSError as error:
        raise WriteError(
            "The session could not be saved to “{file}”: {reason}. What stood there is as it was.",
            file=str(path),
            reason=error.strerror or str(error),
        ) from error


def load(path: Path) -> Session:
    """Read a session; ReadError with a sentence where it is none."""
    try:
        session = msgspec.json.decode(path.read_bytes(), type=Session)
    except OSError as error:
        raise ReadError(
            "The session “{file}” could not be read: {reason}.",
            file=str(path),
            reason=error.strerror or str(error),
        ) from error
    except msgspec.DecodeError as error:
        raise ReadError(
            "“{file}” is not a session of this program, or it is damaged.", file=str(path)
        ) from error
    if session.schema != SCHEMA:
        raise ReadError("“{file}” was saved by a newer version of this program.", file=str(path))
    return session
