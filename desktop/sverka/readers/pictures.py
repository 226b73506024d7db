"""Takes pictures out of a packed document by their digests, within bounds, when they are asked for.

A comparison keeps of a picture what tells it from others, not its bytes.
"""

import os
from collections.abc import Collection, Iterator

from sverka.model import ReadError
from sverka.readers.archive import Archive, Damaged, is_zip, open_archive
from sverka.readers.intake import take_in
from sverka.readers.limits import MEGABYTE

MAX_PICTURE_BYTES = 24 * MEGABYTE
"""A packed picture that is unpacked to be shown; a photograph of 50 megapixels has about 15."""
_SUFFIXES = (".png", ".jpg", ".jpeg", ".jpe", ".gif", ".bmp", ".webp", ".svg")


def pictures(path: str | os.PathLike[str], wanted: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures of a file whose SHA-256 is `wanted`, each once; none of a file not packed.

    What is locked, damaged or too large is left out: a frame stands in its place.
    """
    taken = take_in(path)
    if not wanted or not is_zip(taken.data):
        return
    try:
        archive = open_archive(taken.data, taken.path)
    except Damaged:
        return
    left = set(wanted)
    for name in archive.names():
        if not left:
            return
        if not name.endswith(_SUFFIXES) or archive.digest(name) not in left:
            continue
        left.discard(archive.digest(name))
        data = _unpacked(archive, name)
        if data:
            yield archive.digest(name), data


def _unpacked(archive: Archive, name: str) -> bytes:
    if archive.entries[name].file_size > MAX_PICTURE_BYTES:
        return b""
    try:
        return archive.read(name)
    except (Damaged, ReadError):
        return b""
