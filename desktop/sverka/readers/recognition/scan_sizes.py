"""Says from the head of a PNG, JPEG or TIFF how large its pictures are when unpacked."""

import struct
from collections.abc import Iterator

from sverka.readers.limits import MAX_PAGES

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_TIFF = {b"II*\x00": "<", b"MM\x00*": ">"}
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of a JPEG behind which its size stands (ITU T.81, table B.1)."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without anything behind them."""
_WIDTH, _HEIGHT = 256, 257
_SHORT = 3


def is_picture(data: bytes) -> bool:
    """Whether it begins as a PNG, a JPEG or a TIFF does."""
    return data.startswith((_PNG, _JPEG, *_TIFF))


def picture_sizes(data: bytes) -> tuple[tuple[int, int], ...]:
    """Width and height of each picture in pixels; none where that cannot be told."""
    try:
        if data.startswith(_PNG):
            return (struct.unpack_from(">II", data, 16),)
        if data.startswith(_JPEG):
            return tuple(_of_jpeg(data))
        order = _TIFF.get(data[:4])
        return tuple(_of_tiff(data, order)) if order else ()
    except struct.error:
        return ()


def _of_jpeg(data: bytes) -> Iterator[tuple[int, int]]:
    place = 2
    while place + 9 < len(data):
        if data[place] != 0xFF:
            return
        marker = data[place + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            yield width, height
            return
        if marker == 0xFF:
            place += 1
        elif marker in _ALONE:
            place += 2
        else:
            place += 2 + struct.unpack_from(">H", data, place + 2)[0]


def _of_tiff(data: bytes, order: str) -> Iterator[tuple[int, int]]:
    """The pictures of a TIFF, along the chain of its directories, which may be bent to a ring."""
    place = struct.unpack_from(f"{order}I", data, 4)[0]
    seen: set[int] = set()
    while place and place not in seen and len(seen) <= MAX_PAGES:
        seen.add(place)
        count = struct.unpack_from(f"{order}H", data, place)[0]
        said: dict[int, int] = {}
        for number in range(count):
            entry = place + 2 + 12 * number
            tag, kind = struct.unpack_from(f"{order}HH", data, entry)
            if tag in (_WIDTH, _HEIGHT):
                form = "H" if kind == _SHORT else "I"
                said[tag] = struct.unpack_from(f"{order}{form}", data, entry + 8)[0]
        if _WIDTH in said and _HEIGHT in said:
            yield said[_WIDTH], said[_HEIGHT]
        place = struct.unpack_from(f"{order}I", data, place + 2 + 12 * count)[0]
