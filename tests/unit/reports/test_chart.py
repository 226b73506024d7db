import struct
import zlib
from typing import Any
from xml.etree import ElementTree

import numpy as np

from sverka.language import ENGLISH
from sverka.model import Category, Comparison
from sverka.reports.chart import BINS, Chart, ChartTick, chart, png, svg


def painted(picture: bytes) -> tuple[np.ndarray[Any, np.dtype[np.uint8]], list[bytes]]:
    """The pixels of a palette PNG as numbers of colours, and the colours."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    at, chunks = 8, {}
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        kind, data = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", picture, at + 8 + length)
        assert check == zlib.crc32(kind + data)
        chunks[kind] = data
        at += 12 + length
    width, height = struct.unpack_from(">II", chunks[b"IHDR"])
    lines = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, width + 1)
    assert not lines[:, 0].any()
    colours = [chunks[b"PLTE"][i : i + 3] for i in range(0, len(chunks[b"PLTE"]), 3)]
    return lines[:, 1:], colours


def test_every_change_but_moves_is_counted_in_a_tick(release: Comparison) -> None:
    value = chart(release, ENGLISH)
    assert sum(tick.above for tick in value.ticks) == 9
    assert sum(tick.below for tick in value.ticks) == 9
    assert sum(tick.grave for tick in value.ticks) == 3
    assert len(value.arcs) == 1


def test_ticks_stand_in_the_order_of_the_text(maker: Any) -> None:
    maker.paragraph("[a→b]" + "x" * 400, (Category.WORDING,))
    maker.paragraph("x" * 400 + "[a→b]", (Category.WORDING,))
    bins = [tick.bin for tick in chart(maker.comparison(), ENGLISH).ticks]
    assert bins == [0, BINS - 1]


def test_what_was_deleted_hangs_where_it_stood(maker: Any) -> None:
    maker.paragraph("x" * 100)
    maker.deleted("gone")
    maker.paragraph("x" * 100)
    (tick,) = chart(maker.comparison(), ENGLISH).ticks
    assert (tick.above, tick.below) == (0, 1)
    assert abs(tick.bin - BINS // 2) <= 1


def test_a_version_that_was_emptied_is_measured_along_the_original(maker: Any) -> None:
    maker.deleted("x" * 50)
    maker.deleted("x" * 50)
    bins = [tick.bin for tick in chart(maker.comparison(), ENGLISH).ticks]
    assert bins == [0, BINS * 51 // 102]


def test_above_and_below_are_told_apart_by_place_and_not_by_colour_alone() -> None:
    tick = ChartTick(bin=10, above=1, below=0, grave=False)
    above, _colours = painted(png(Chart((tick,), (), "")))
    below, _colours = painted(png(Chart((ChartTick(10, 0, 1, False),), (), "")))
    column = 10 * (above.shape[1] // BINS) + 7
    assert above[:130, column].any()
    assert not above[160:, column].any()
    assert below[160:, column].any()
    assert not below[:130, column].any()


def test_more_changes_make_a_higher_tick_and_a_thousand_still_fit() -> None:
    ticks = (ChartTick(1, 1, 0, False), ChartTick(5, 30, 0, False), ChartTick(9, 1000, 1000, True))
    pixels, _colours = painted(png(Chart(ticks, (), "")))
    pitch = pixels.shape[1] // BINS
    heights = [int((pixels[:130, i * pitch + 3] > 0).sum()) for i in (1, 5, 9)]
    assert heights == sorted(set(heights))
    assert not pixels[0].any()
    assert not pixels[-1].any()


def test_the_svg_is_well_formed_and_says_in_words_what_it_shows(release: Comparison) -> None:
    value = chart(release, ENGLISH)
    picture = ElementTree.fromstring(svg(value))
    assert picture.get("aria-label") == value.words
    assert not [e for e in picture.iter() if "style" in e.attrib]


def test_the_picture_is_the_same_every_time(release: Comparison) -> None:
    assert png(chart(release, ENGLISH)) == png(chart(release, ENGLISH))
