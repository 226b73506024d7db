"""How the characters of a page become lines."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sverka.readers import read
from sverka.readers.pdf.faces import Face
from sverka.readers.pdf.frame import Frame
from sverka.readers.pdf.laid_out_page import PagesSoFar, read_lines
from sverka.readers.pdf.printed_lines import PrintedLine
from sverka.readers.pdf.printed_page import PrintedPage
from sverka.readers.pdf.rows import read_rows
from sverka.readers.pdf.shapes import PageShapes
from sverka.readers.pdf.stretches import Space, TextStretch

Pdf = Callable[..., Path]
Words = Callable[..., Any]


def stretch(text: str, x: float = 72, y: float = 700, size: float = 12) -> TextStretch:
    """Characters half an em wide, standing on `y`, and no line end after them."""
    right = x + len(text) * size / 2
    return TextStretch(text, x, y - 0.2 * size, right, y + 0.8 * size, y, Face(size))


def lines(*parts: TextStretch | list[TextStretch]) -> list[str]:
    return [line.text for line in _read(*parts)]


def _read(*parts: TextStretch | list[TextStretch]) -> tuple[PrintedLine, ...]:
    """The lines of stretches; PDFium sees a line end after each part."""
    listed = [[part] if isinstance(part, TextStretch) else part for part in parts]
    ended = [[*part[:-1], part[-1]._replace(ends_line=True)] for part in listed]
    frame = Frame(0, 0, 612, 792, 0)
    rows = tuple(read_rows([one for part in ended for one in part]))
    shapes = PageShapes(None, frame)
    return read_lines(PrintedPage(frame, rows, shapes), PagesSoFar()).lines


def test_a_line_ends_where_the_file_says() -> None:
    assert lines(stretch("one"), stretch("two", y=680)) == ["one", "two"]


def test_spaces_are_single_and_none_at_the_ends() -> None:
    assert lines(stretch("  one   two ")) == ["one two"]


def test_a_line_ends_after_a_hyphen_that_breaks_a_word() -> None:
    assert lines(stretch("co-"), stretch("operate", y=680)) == ["co-", "operate"]


def test_a_line_end_the_file_forgot_is_seen_from_the_places() -> None:
    parts = [stretch("one"), stretch("2", y=680), stretch("three", y=660)]
    assert lines(parts) == ["one", "2", "three"]


def test_text_printed_downwards_is_one_line() -> None:
    found = _read([stretch(char, y=700 - 12 * n) for n, char in enumerate("縦書き")])
    (line,) = found
    assert (line.text, line.bottom, line.top) == ("縦書き", 673.6, 709.6)


def test_an_index_figure_stays_in_its_line() -> None:
    found = _read(stretch("see"), stretch("12", x=90, y=705, size=7), stretch("and", x=100))
    (line,) = found
    assert line.text == "see12 and"
    assert [(run.text.strip(), run.style.raised) for run in line.runs] == [
        ("see", False),
        ("12", True),
        ("and", False),
    ]
    assert {run.style.size for run in line.runs} == {12}


def test_a_lowered_index_is_told_from_a_raised_one() -> None:
    (line,) = _read(stretch("H"), stretch("2", x=78, y=697, size=7), stretch("O", x=82))
    assert [(run.text, run.style.lowered) for run in line.runs] == [
        ("H", False),
        ("2", True),
        ("O", False),
    ]


def test_lines_below_each_other_are_not_taken_for_an_index() -> None:
    assert lines(stretch("one"), stretch("two", x=90, y=686)) == ["one", "two"]


def test_a_wide_gap_parts_a_line() -> None:
    assert lines([stretch("Left"), stretch("Right", x=200)]) == ["Left", "Right"]


def test_parts_of_a_line_come_from_left_to_right() -> None:
    assert lines([stretch("47699", x=500), stretch("Federal Register")]) == [
        "Federal Register",
        "47699",
    ]


def test_a_list_mark_stays_with_its_text() -> None:
    for mark in ("1.", "•", "(a)", "iv)", "2.3.1", "б)", "—"):
        assert lines([stretch(mark), stretch("Text", x=150)]) == [mark + " Text"]


def test_a_narrow_gap_parts_only_where_lines_have_it_below_each_other() -> None:
    def row(y: float, gap: float) -> list[TextStretch]:
        return [stretch("left side", y=y), stretch("right side", x=126 + gap, y=y)]

    assert lines(row(700, 18)) == ["left side right side"]
    columns = [row(700 - 14 * n, 18) for n in range(4)]
    assert lines(*columns) == ["left side", "right side"] * 4


def test_lines_read_from_right_to_left_are_not_parted() -> None:
    assert lines([stretch("سلام", x=300), stretch("2024", x=100)]) == ["سلام2024"]


def test_a_footer_drawn_first_comes_last() -> None:
    assert lines(stretch("7", y=30), stretch("one"), stretch("two", y=680)) == ["one", "two", "7"]


def test_a_header_drawn_last_comes_first() -> None:
    found = lines(
        stretch("one"), stretch("two", y=680), stretch("Title", y=760), stretch("5", y=745)
    )
    assert found == ["Title", "5", "one", "two"]


def test_a_footer_between_header_and_text_comes_last() -> None:
    found = lines(
        stretch("Title", y=760), stretch("7", y=30), stretch("one"), stretch("two", y=680)
    )
    assert found == ["Title", "one", "two", "7"]


def test_columns_are_read_one_after_the_other_whatever_is_drawn_first() -> None:
    left = [stretch(f"{n} of the left column and its text", y=700 - 14 * n) for n in range(4)]
    right = [stretch(f"{n} of the right column, a text", x=320, y=700 - 14 * n) for n in range(4)]
    found = lines(*right, *left)
    assert [text[:12] for text in found] == [
        *(f"{n} of the lef" for n in range(4)),
        *(f"{n} of the rig" for n in range(4)),
    ]


def test_the_box_is_that_of_the_usual_size() -> None:
    (line,) = _read([stretch("word"), stretch("1", x=96, y=706, size=7)])
    assert (line.left, line.bottom, round(line.right, 2), line.top) == (72, 697.6, 99.5, 709.6)


def test_very_many_pieces_on_one_line_take_time_in_proportion() -> None:
    pieces = [stretch("a", x=3 * n) for n in range(20_000)]
    (line,) = _read(*pieces)
    assert len(line.text) == 20_000


def test_a_frame_turns_boxes_as_the_page_is_turned() -> None:
    box = np.array([[10.0, 20.0, 30.0, 25.0]])
    for turns, seen in (
        (0, [10, 20, 30, 25]),
        (1, [20, 70, 25, 90]),
        (2, [70, 175, 90, 180]),
        (3, [175, 10, 180, 30]),
    ):
        assert Frame(0, 0, 100, 200, turns).upright(box).tolist() == [seen]


def test_a_frame_turns_heights_as_the_page_is_turned() -> None:
    x, y = np.array([10.0]), np.array([20.0])
    heights = [Frame(0, 0, 100, 200, turns).heights(x, y)[0] for turns in range(4)]
    assert heights == [20, 90, 180, 10]


def test_a_row_is_cut_at_a_wide_space_inside_a_stretch() -> None:
    whole = stretch("left   right end")._replace(spaces=(Space(7, 96, 114), Space(13, 150, 160)))
    (row,) = read_rows([whole])
    first, second = row.gaps()
    assert [(gap.place, gap.left, gap.right) for gap in (first, second)] == [
        (5, 96, 114),
        (11, 150, 160),
    ]
    assert row.text[first.place :] == "right end"
    parts = row.cut([first, second])
    assert [(part.text, part.left, part.right) for part in parts] == [
        ("left", 72, 96),
        ("right", 114, 150),
        ("end", 160, 168),
    ]


def test_a_hyphen_at_a_line_end_is_a_hyphen(pdf: Pdf, words: Words) -> None:
    path = pdf([words("коопе-"), words("рация и", y=706), words("со-трудничество", y=692)])
    assert [b.text for b in read(path).blocks] == ["коопе-", "рация и", "со-трудничество"]


def test_ligatures_become_letters(pdf: Pdf, words: Words) -> None:
    path = pdf([words("oﬃce ﬁle ﬂow")])
    assert read(path).blocks[0].text == "office file flow"


def test_characters_beyond_the_basic_plane_are_whole(pdf: Pdf, words: Words) -> None:
    path = pdf([words("a\ue000b")])
    path.write_bytes(path.read_bytes().replace(b"<E000> <E000>", b"<E000> <D83DDE00>"))
    assert read(path).blocks[0].text == "a😀b"


def test_an_accent_and_its_letter_at_one_place_are_one_character(pdf: Pdf, words: Words) -> None:
    path = pdf(
        [
            *(words("Gr"), words("´", x=84), words("egory", x=84)),
            *(words("Franc", y=700), words("¸", x=96, y=700), words("ois", x=102, y=700)),
            *(words("na", y=680), words("¨", x=84, y=680), words("ıve", x=84, y=680)),
            *(words("x", y=660), words("¯", x=72, y=660)),
        ]
    )
    found = [block.text for block in read(path).blocks]
    assert found == ["Grégory", "François", "naïve", "x\u0304"]


def test_accents_drawn_after_the_line_are_put_on_their_letters(pdf: Pdf, words: Words) -> None:
    path = pdf([words("Urena Lopez"), words("˜", x=90), words("´", x=114), words("end", y=700)])
    assert [block.text for block in read(path).blocks] == ["Ureña López", "end"]


def test_an_accent_beside_a_letter_stays_a_sign_of_its_own(pdf: Pdf, words: Words) -> None:
    assert read(pdf([words("5 °C, a ´ b, ~x")])).blocks[0].text == "5 °C, a ´ b, ~x"


def test_words_printed_twice_at_one_place_are_read_once(pdf: Pdf, words: Words) -> None:
    path = pdf(
        [
            *(words("Shadow"), words("Next", y=700), words("Shadow", x=72.5, y=719.5)),
            words("Shadow", y=680),
        ]
    )
    assert [block.text for block in read(path).blocks] == ["Shadow", "Next", "Shadow"]


@pytest.mark.parametrize(
    ("seen", "read_as"),
    [
        ("(ב) Anna Lee םע השיגפה", "הפגישה עם Anna Lee (ב)"),
        (".25.11.2026 םויב ,12% לש סמ", "מס של 12%, ביום 25.11.2026."),
        ("03-5551234 ןופלט", "טלפון 03-5551234"),
        ("The word םולש means peace", "The word שלום means peace"),
        ("Let us see םלוע םולש here", "Let us see שלום עולם here"),
    ],
)
def test_a_line_read_from_the_right_keeps_what_is_read_from_the_left_inside_it(
    pdf: Pdf, words: Words, seen: str, read_as: str
) -> None:
    assert [block.text for block in read(pdf([words(seen)])).blocks] == [read_as]


def test_a_ligature_read_from_the_right_is_not_turned_round(pdf: Pdf, words: Words) -> None:
    path = pdf([words("م\ue000س")])
    path.write_bytes(path.read_bytes().replace(b"<E000> <E000>", b"<E000> <06440627>"))
    assert read(path).blocks[0].text == "سلام"


def test_the_forms_of_arabic_letters_in_print_are_read_as_the_letters(
    pdf: Pdf, words: Words
) -> None:
    assert read(pdf([words("ﻡﻼﺳ")])).blocks[0].text == "سلام"


def test_white_between_two_looks_is_a_space(pdf: Pdf, words: Words) -> None:
    path = pdf([words("4", size=7, y=724), words("The angle", x=78)])
    assert read(path).blocks[0].text == "4 The angle"
