"""Tells pictures that stand in the text of a file, in base64, from others by their digest."""

from base64 import b64decode
from hashlib import sha256


def inline_digest(written: str | bytes) -> str:
    """The SHA-256 of the bytes that are written so; of what is written where it is no base64."""
    try:
        data = b64decode(written)
    except ValueError:
        data = written if isinstance(written, bytes) else written.encode("utf-8", "replace")
    return sha256(data).hexdigest()
