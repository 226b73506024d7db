"""What runs in the process that decodes pictures: small ones come of it, or nothing."""

import re
import signal
from collections.abc import Iterator
from ctypes import c_longlong
from multiprocessing.connection import Connection

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from sverka.model import SverkaError
from sverka.readers.pictures import pictures
from sverka.worker import Failed, Pictured, ReadPictures, SmallPicture

MOST_PIXELS = 64_000_000
"""Pixels of a picture that is decoded: more than a camera takes."""
_ALLOCATION = 256  # megabytes that Qt may take for one picture
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": b"png",
    b"\xff\xd8\xff": b"jpeg",
    b"GIF8": b"gif",
    b"BM": b"bmp",
    b"RIFF": b"webp",
}
"""The formats that are decoded, by the bytes they begin with; no other decoder is tried."""
_MOST_OF_A_DRAWING = 1 << 20
"""Bytes of an SVG that is drawn: more is a map, which takes long."""
_DRAWING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*<svg\b", re.DOTALL
)
_REACHING_OUT = re.compile(rb"<!ENTITY|<image\b|<script\b|href\s*=\s*[\"'](?!#)", re.IGNORECASE)
"""What makes a drawing more than its lines: it would open other files, or grow without end."""


def serve(line: Connection, cancelled: c_longlong) -> None:
    """Work until the line is closed. Jobs with a number up to `cancelled` are given up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    QImageReader.setAllocationLimit(_ALLOCATION)
    try:
        while True:
            number, job = line.recv()
            line.send(_answer(number, job, cancelled))
    except (EOFError, OSError):
        return


def _answer(number: int, job: ReadPictures, cancelled: c_longlong) -> Pictured | Failed:
    try:
        found = []
        for one in _small(job):
            if cancelled.value >= number:
                break
            found.append(one)
        return Pictured(number, tuple(found))
    except MemoryError:
        return Failed(number, SverkaError("There is not enough memory to compare these files."))


def _small(job: ReadPictures) -> Iterator[SmallPicture]:
    left = set(job.digests)
    for path in dict.fromkeys(job.paths):
        try:
            for digest, data in pictures(path, left):
                left.discard(digest)
                made = decoded(data, job.widest, job.highest)
                if made is not None:
                    yield SmallPicture(digest, made.width(), made.height(), bytes(made.constBits()))
        except SverkaError:
            continue  # the file went away or is locked: frames stand in its place


def decoded(data: bytes, widest: int, highest: int) -> QImage | None:
    """A picture at most so large, in pixels; None of a format or a size that is not decoded."""
    name = _format_of(data)
    if name is None:
        return None
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(name))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    fitting = size.scaled(QSize(widest, highest), Qt.AspectRatioMode.KeepAspectRatio)
    if fitting.width() < size.width():
        reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return None
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def _format_of(data: bytes) -> bytes | None:
    """What a picture is decoded as; None of what is not."""
    name = next((name for begin, name in _SIGNATURES.items() if data.startswith(begin)), None)
    if name is not None or len(data) > _MOST_OF_A_DRAWING:
        return name
    is_drawn = _DRAWING.match(data) is not None and _REACHING_OUT.search(data) is None
    return b"svg" if is_drawn else None
