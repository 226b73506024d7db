"""Knows the pictures that a saved web page has in files beside it by their bytes."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from sverka.readers.limits import MAX_ENTRY_BYTES, MAX_HASHED_BYTES

FILE = "file:"
"""Before the SHA-256 of a picture of which only the page's own program knows the bytes: others
write it anew as they save the page."""


def files_beside(page: str) -> Callable[[str], str | None]:
    """Gives the digest of what an address of a page leads to, None where that is not beside it."""
    folder = Path(page).parent
    left = MAX_HASHED_BYTES
    known: dict[str, str | None] = {}

    def digest(address: str) -> str | None:
        nonlocal left
        if address not in known:
            data = _bytes_of(folder, address, min(left, MAX_ENTRY_BYTES))
            left -= len(data or b"")
            known[address] = None if data is None else FILE + sha256(data).hexdigest()
        return known[address]

    return digest


def _bytes_of(folder: Path, address: str, most: int) -> bytes | None:
    """What a file in the folder of a page, or further in, holds; no other is opened."""
    try:
        parts = urlsplit(address)
        way = PurePosixPath(unquote(parts.path))
        outside = parts.scheme or parts.netloc or way.is_absolute() or "\\" in str(way)
        if outside or ".." in way.parts or not way.name:
            return None
        found, home = (folder / way).resolve(), folder.resolve()
        if not found.is_relative_to(home) or not found.is_file():
            return None
        return None if os.path.getsize(found) > most else found.read_bytes()
    except (OSError, ValueError):
        return None
