"""Lines, words and certainties out of what Tesseract says."""

import pytest

from sverka.readers.recognition.ocr_lines import pages_of

_HEAD = (
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://x/y.dtd">\n'
    '<html xmlns="http://www.w3.org/1999/xhtml"><body>'
)


def hocr(*lines: str, box: str = "0 0 1000 2000", resolution: int = 100) -> bytes:
    """A page with these lines in one paragraph."""
    inside = "".join(lines)
    page = f"image; bbox {box}; ppageno 0; scan_res {resolution} {resolution}"
    return (
        f"{_HEAD}<div class='ocr_page' title='{page}'><p class='ocr_par'>{inside}</p></div>"
        "</body></html>"
    ).encode()


def line(box: str, words: str, more: str = "; baseline 0 -5; x_size 20") -> str:
    return f"<span class='ocr_line' title='bbox {box}{more}'>{words}</span>"


def word(box: str, text: str, certainty: int = 96) -> str:
    title = f"bbox {box}; x_wconf {certainty}"
    return f"<span class='ocrx_word' title='{title}'>{text}</span>"


def test_a_line_has_its_words_and_its_place_in_points() -> None:
    said = line(
        "100 100 300 125",
        word("100 100 180 120", "Old") + word("190 100 300 120", "<em>house</em>", 61),
    )
    [page] = pages_of(hocr(said))
    [found] = page.lines
    assert [(w.text, w.certainty) for w in found.words] == [("Old", 96), ("house", 61)]
    assert page.height == 1440
    assert (found.left, found.right, found.size) == (72.0, 216.0, 14.4)
    assert found.bottom == pytest.approx(1440 - 120 * 0.72 - 0.25 * 14.4)
    assert found.top == pytest.approx(found.bottom + found.size)


def test_lines_of_about_one_size_are_of_one() -> None:
    sizes = (20, 21, 19, 20, 40)
    said = [
        line(
            f"0 {100 * n} 90 {100 * n + 20}", word("0 0 90 20", "x"), f"; baseline 0 0; x_size {s}"
        )
        for n, s in enumerate(sizes)
    ]
    assert [one.size for one in pages_of(hocr(*said))[0].lines] == [14.4, 14.4, 14.4, 14.4, 28.8]


def test_a_wide_gap_parts_a_line_as_between_the_cells_of_a_table() -> None:
    said = line("0 0 900 20", word("0 0 90 20", "left") + word("800 0 900 20", "right"))
    assert [[w.text for w in one.words] for one in pages_of(hocr(said))[0].lines] == [
        ["left"],
        ["right"],
    ]


@pytest.mark.parametrize(
    ("angle", "first", "second", "box"),
    [
        (90, "100 1500 120 1900", "200 1500 220 1900", "0 0 1000 2000"),
        (180, "500 1900 900 1920", "500 1800 900 1820", "0 0 1000 2000"),
        (270, "880 100 900 500", "780 100 800 500", "0 0 1000 2000"),
    ],
)
def test_a_page_that_was_put_in_turned_is_read_upright(
    angle: int, first: str, second: str, box: str
) -> None:
    more = f"; textangle {angle}; x_size 20"
    said = [line(one, word(one, "w"), more) for one in (first, second)]
    [page] = pages_of(hocr(*said, box=box))
    above, below = page.lines
    assert page.height == (720 if angle != 180 else 1440)
    assert (above.left, above.right) == (below.left, below.right) == (72.0, 360.0)
    assert page.height > above.top > above.bottom > below.top > 0


def test_what_is_not_whole_has_no_pages() -> None:
    assert pages_of(b"") == pages_of(b"<html><body>") == ()


def test_a_page_is_as_certain_as_its_letters() -> None:
    said = line("0 0 100 20", word("0 0 50 20", "abc", 90) + word("50 0 100 20", "d", 10))
    assert pages_of(hocr(said))[0].certainty == 70
    assert pages_of(hocr())[0].certainty == 0
