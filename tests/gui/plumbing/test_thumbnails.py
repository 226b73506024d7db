"""Small pictures are decoded elsewhere, within bounds, and painted when they are there."""

import hashlib
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QObject
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from sverka.gui.plumbing.picture_process import decoded
from sverka.gui.plumbing.thumbnails import HIGHEST, WIDEST, Thumbnails


def encoded(width: int, height: int, form: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#2060c0"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and holds a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP"])
def test_a_large_picture_becomes_a_small_one_of_the_same_shape(form: str) -> None:
    made = decoded(encoded(1200, 400, form), 300, 300)
    assert made is not None
    assert (made.width(), made.height()) == (300, 100)
    assert abs(made.pixelColor(150, 50).blue() - 0xC0) < 8


def test_a_small_picture_stays_as_it_is() -> None:
    made = decoded(encoded(30, 20), 300, 300)
    assert made is not None
    assert (made.width(), made.height()) == (30, 20)


def test_what_claims_to_be_huge_or_is_another_format_is_not_decoded() -> None:
    assert decoded(bomb(60_000, 60_000), 300, 300) is None
    assert decoded(b"\x01\0\0\0 EMF", 9, 9) is None
    assert decoded(b"RIFF....WAVE", 9, 9) is None
    assert decoded(encoded(60, 60)[:70], 300, 300) is None


DRAWN = (
    b"<?xml version='1.0'?><!-- made by hand --><svg xmlns='http://www.w3.org/2000/svg'"
    b" xmlns:xlink='http://www.w3.org/1999/xlink' width='90' height='45'>%b"
    b"<rect width='90' height='45' fill='#c00000'/></svg>"
)


def test_a_drawing_of_lines_is_drawn() -> None:
    made = decoded(DRAWN % b"<defs/>", 30, 30)
    assert made is not None
    assert (made.width(), made.height()) == (30, 15)
    assert made.pixelColor(15, 7).name() == "#c00000"


@pytest.mark.parametrize(
    "more",
    [b"<image href='file:///etc/passwd'/>", b"<use xlink:href='other.svg#a'/>", b"<script/>"],
)
def test_a_drawing_that_would_open_other_files_is_not_drawn(more: bytes) -> None:
    assert decoded(DRAWN % more, 30, 30) is None


def test_pictures_arrive_from_another_process(qtbot: QtBot, tmp_path: Path) -> None:
    data, path = encoded(800, 400), tmp_path / "some.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/media/image1.png", data)
    digest, owner = hashlib.sha256(data).hexdigest(), QObject()
    thumbnails = Thumbnails(owner)
    thumbnails.show_files([str(path), str(tmp_path / "gone.docx")])
    try:
        with qtbot.waitSignal(thumbnails.arrived, timeout=20_000):
            assert thumbnails.image(digest) is None
            assert thumbnails.image("0" * 64) is None
        image = thumbnails.image(digest)
        assert image is not None
        assert image.width() <= WIDEST
        assert image.height() <= HIGHEST
        assert thumbnails.image("0" * 64) is None
    finally:
        thumbnails.close()
