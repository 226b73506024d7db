"""How large a picture is by itself, as the head of its file says."""

import struct

import pytest

from sverka.readers.picture_sizes import natural_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII5BI", 13, b"IHDR", 300, 150, *(8, 2, 0, 0, 0), 0)
DENSE = PNG + struct.pack(">I4sIIB", 9, b"pHYs", 11811, 11811, 1)
FRAME = struct.pack(">HHBHHB", 0xFFC0, 17, 8, 100, 200, 3)


def jfif(unit: int, dots: int) -> bytes:
    head = struct.pack(
        ">HHH5sHBHHBB", 0xFFD8, 0xFFE0, 16, b"JFIF\0", 0x0102, unit, dots, dots, 0, 0
    )
    return head + FRAME


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (225.0, 112.5)),
        (DENSE, (72.0, 36.0)),
        (jfif(0, 1), (150.0, 75.0)),
        (jfif(1, 200), (72.0, 36.0)),
        (jfif(2, 100), (56.69, 28.35)),
        (b"GIF89a" + struct.pack("<HH", 96, 48), (72.0, 36.0)),
    ],
)
def test_a_picture_says_its_dots_and_how_dense_they_are(
    data: bytes, size: tuple[float, float]
) -> None:
    assert natural_size(data) == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize("data", [b"", b"BM", PNG[:12], b"\xff\xd8\xff\xc0", jfif(1, 72)[:24]])
def test_what_is_damaged_or_no_such_picture_says_nothing(data: bytes) -> None:
    assert natural_size(data) is None
