"""Says how large a picture is by itself, from the first bytes of its file."""

import struct

_DOTS = 96
"""Dots an inch where a picture does not say."""
_INCH = 72.0
_METRE = _INCH / 0.0254
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of a JPEG that say how many dots it has."""
_UNITS = {1: _INCH, 2: _INCH / 2.54}
"""Points in the units in which a JPEG counts its dots."""


def natural_size(data: bytes) -> tuple[float, float] | None:
    """Width and height in points of a PNG, a JPEG or a GIF; None of what is none, or damaged."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _of_png(data)
        if data.startswith(b"\xff\xd8"):
            return _of_jpeg(data)
        if data.startswith(b"GIF8"):
            return _in_points(struct.unpack_from("<HH", data, 6))
    except struct.error:
        return None
    return None


def _in_points(
    dots: tuple[int, int], each: tuple[float, float] = (_INCH / _DOTS, _INCH / _DOTS)
) -> tuple[float, float] | None:
    wide, high = dots
    return (wide * each[0], high * each[1]) if wide > 0 and high > 0 else None


def _of_png(data: bytes) -> tuple[float, float] | None:
    dots = struct.unpack_from(">II", data, 16)
    at = data.find(b"pHYs", 0, 4096)
    if at >= 0:
        across, down, unit = struct.unpack_from(">IIB", data, at + 4)
        if unit == 1 and across and down:
            return _in_points(dots, (_METRE / across, _METRE / down))
    return _in_points(dots)


def _of_jpeg(data: bytes) -> tuple[float, float] | None:
    at, each = 2, (_INCH / _DOTS, _INCH / _DOTS)
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker == 0xE0 and data[at + 4 : at + 9] == b"JFIF\0":
            unit, across, down = struct.unpack_from(">BHH", data, at + 11)
            if unit in _UNITS and across and down:
                each = (_UNITS[unit] / across, _UNITS[unit] / down)
        elif marker in _FRAMES:
            high, wide = struct.unpack_from(">HH", data, at + 5)
            return _in_points((wide, high), each)
        at += 2 + length
    return None
