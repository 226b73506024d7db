"""How large a picture is when it is unpacked, from its head."""

import struct

import pytest

from scanned import Picture, as_png
from sverka.readers.recognition.scan_sizes import is_picture, picture_sizes

_JPEG = (
    b"\xff\xd8\xff\xe0\x00\x06JFIF\xff\xff\xc4\x00\x03x\xff\xc2\x00\x11\x08\x00\x20\x00\x30\x03"
    + bytes(20)
)


def tiff(order: str, *sizes: tuple[int, int], ring: bool = False) -> bytes:
    """A TIFF of directories alone."""
    data = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    for number, (width, height) in enumerate(sizes):
        last = number == len(sizes) - 1
        following = (8 if ring else 0) if last else len(data) + 2 + 24 + 4
        data += struct.pack(f"{order}H", 2)
        data += struct.pack(f"{order}HHIHH", 256, 3, 1, width, 0)
        data += struct.pack(f"{order}HHII", 257, 4, 1, height)
        data += struct.pack(f"{order}I", following)
    return data


@pytest.mark.parametrize(
    ("data", "sizes"),
    [
        (as_png(Picture(3, 2, bytes(6))), ((3, 2),)),
        (_JPEG, ((48, 32),)),
        (tiff("<", (10, 20), (30, 40)), ((10, 20), (30, 40))),
        (tiff(">", (10, 20)), ((10, 20),)),
        (tiff("<", (10, 20), (30, 40), ring=True), ((10, 20), (30, 40))),
    ],
)
def test_the_size_of_each_picture_is_told(data: bytes, sizes: tuple[tuple[int, int], ...]) -> None:
    assert is_picture(data)
    assert picture_sizes(data) == sizes


@pytest.mark.parametrize(
    "data",
    [_JPEG[:12], tiff("<", (10, 20))[:20], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xffxx" + bytes(20)],
)
def test_a_picture_cut_short_has_no_size(data: bytes) -> None:
    assert picture_sizes(data) == ()


def test_what_is_no_picture_is_none() -> None:
    assert not is_picture(b"%PDF-1.7")
    assert picture_sizes(b"text") == ()
