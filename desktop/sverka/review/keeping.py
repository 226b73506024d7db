"""Keeps the session of a pair by itself, so that a crash or a kill loses nothing."""

import contextlib
from hashlib import blake2b
from pathlib import Path

from sverka.review import Session, load, save


def place_of(folder: Path, old: str, new: str) -> Path:
    """Where the session of a pair of files is kept by itself."""
    name = blake2b(f"{old}\0{new}".encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
    return folder / "sessions" / f"{name}.sverka"


def kept(folder: Path, old: str, new: str) -> Session | None:
    """The session kept for a pair, None where there is none; ReadError where it is damaged."""
    place = place_of(folder, old, new)
    return load(place) if place.exists() else None


def keep(folder: Path, session: Session) -> None:
    """Keep a session; WriteError with a sentence where that fails."""
    place = place_of(folder, session.old.path, session.new.path)
    with contextlib.suppress(OSError):  # where the folder cannot be made, saving says why
        place.parent.mkdir(parents=True, exist_ok=True)
    save(session, place)


def set_aside(folder: Path, old: str, new: str) -> None:
    """Move a session that cannot be read out of the way, so that nothing is written over it."""
    place = place_of(folder, old, new)
    with contextlib.suppress(OSError):
        place.replace(place.with_suffix(".damaged"))
