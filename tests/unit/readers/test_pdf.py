"""PDF files as a whole: pages, properties, notices, and what cannot be read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import raw

from protected_pdf import protected
from sverka.comparison import compare
from sverka.language import ENGLISH
from sverka.model import BlockKind, Cancelled, PasswordError, Passwords, ReadError, Stage
from sverka.readers import read
from sverka.readers.pdf import pdf_pages as reader
from sverka.wording import notice_words

Pdf = Callable[..., Path]
Words = Callable[..., Any]


def refusal(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read(path)
    text = str(caught.value)
    assert path.name in text
    assert "\n" not in text
    return text


def test_a_block_is_a_printed_line_with_page_box_and_size(pdf: Pdf, words: Words) -> None:
    path = pdf([words("Привет, мир"), words("ңөү", y=700, size=9)], [words("Second page")])
    document = read(path)
    assert [(b.text, b.source.page) for b in document.blocks] == [
        ("Привет, мир", 1),
        ("ңөү", 1),
        ("Second page", 2),
    ]
    boxes = [(72, 717.6, 138, 729.6), (72, 698.2, 85.5, 707.2), (72, 717.6, 138, 729.6)]
    for block, box in zip(document.blocks, boxes, strict=True):
        assert block.source.box == pytest.approx(box, abs=0.5)
    assert [b.runs[0].style.size for b in document.blocks] == [12, 9, 12]
    assert {b.kind for b in document.blocks} == {BlockKind.PARAGRAPH}
    assert document.format == "pdf"
    assert document.notices == ()


def test_properties_are_those_the_file_stores(pdf: Pdf, words: Words) -> None:
    path = pdf(
        [words("a")], [words("b")], info="/Title (Report) /Author (A. B.)", catalog="/Lang (ru-RU)"
    )
    found = read(path).properties
    assert (found.pages, found.page_height) == (2, 792)
    assert (found.title, found.author, found.language) == ("Report", "A. B.", "ru-RU")
    assert found.size == path.stat().st_size


def test_nothing_stored_is_none(pdf: Pdf, words: Words) -> None:
    found = read(pdf([words("a")])).properties
    assert (found.title, found.author, found.language) == (None, None, None)


def test_bold_is_told_by_the_font(pdf: Pdf, words: Words) -> None:
    (block,) = read(pdf([words("plain "), words("bold", x=108, bold=True)])).blocks
    assert [(run.text, run.style.bold) for run in block.runs] == [("plain ", False), ("bold", True)]


def test_tagged_page_furniture_is_marked(pdf: Pdf, words: Words) -> None:
    path = pdf([words("Header", y=760, artifact=True), words("Text")])
    assert [(b.text, b.artifact) for b in read(path).blocks] == [("Header", True), ("Text", False)]


@pytest.mark.parametrize(("turn", "place"), [(90, (100, 72)), (180, (540, 72)), (270, (512, 720))])
def test_boxes_are_those_of_the_page_as_its_text_is_read(
    pdf: Pdf, words: Words, turn: int, place: tuple[int, int]
) -> None:
    upright = read(pdf([words("text")], page_entries=f"/Rotate {turn}"))
    assert upright.blocks[0].source.box == pytest.approx((72, 717.6, 96, 729.6), abs=0.01)
    assert upright.properties.page_height == 792
    x, y = place
    turned = read(pdf([words("text", x=x, y=y, angle=turn)], page_entries=f"/Rotate {turn}"))
    along, up = {90: (72, 512), 180: (72, 720), 270: (72, 512)}[turn]
    box = (along, up - 2.4, along + 24, up + 9.6)
    assert turned.blocks[0].source.box == pytest.approx(box, abs=0.01)
    assert turned.properties.page_height == (612 if turn % 180 else 792)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_lines_come_from_the_top_of_the_text_however_page_and_text_are_turned(
    pdf: Pdf, words: Words, turn: int, angle: int
) -> None:
    step = {0: (0, -20), 90: (20, 0), 180: (0, 20), 270: (-20, 0)}[angle]
    lines = [
        words(f"line {n}", x=300 + n * step[0], y=400 + n * step[1], angle=angle) for n in range(5)
    ]
    found = read(pdf(lines, page_entries=f"/Rotate {turn}"))
    assert [block.text for block in found.blocks] == [f"line {n}" for n in range(5)]


def test_words_turned_against_their_page_come_after_its_text(pdf: Pdf, words: Words) -> None:
    stamp = words("a stamp", x=20, y=300, angle=90)
    document = read(pdf([stamp, words("Text of"), words("the page", y=700)]))
    assert [block.text for block in document.blocks] == ["Text of", "the page", "a stamp"]
    box = document.blocks[2].source.box
    assert box == pytest.approx((10.4, 300, 22.4, 342), abs=0.5)


_PICTURE = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x20 EI Q"


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ({"drawn": "3 Tr"}, "cannot be seen"),
        ({"drawn": "1 1 1 rg"}, "cannot be seen"),
        ({"y": -30}, "beyond the edge"),
        ({"x": 620}, "beyond the edge"),
        ({"angle": 45, "size": 40}, "aslant"),
    ],
)
def test_what_a_page_does_not_show_is_left_out_and_told(
    pdf: Pdf, words: Words, drawn: dict[str, Any], said: str
) -> None:
    document = read(pdf([words("seen"), words("unseen", **{"y": 400, **drawn})]))
    assert [block.text for block in document.blocks] == ["seen"]
    (notice,) = document.notices
    assert said in notice_words(notice, ENGLISH)
    assert notice.page == 1


def test_a_watermark_across_the_lines_is_left_out_and_told(pdf: Pdf, words: Words) -> None:
    lines = [words(f"line {n} of a text that is longer", y=700 - 15 * n) for n in range(8)]
    document = read(pdf([*lines, words("DRAFT", x=60, y=620, size=90)]))
    assert [block.text for block in document.blocks] == [line.text for line in lines]
    (notice,) = document.notices
    assert "A watermark" in notice_words(notice, ENGLISH)


def test_a_drop_cap_or_a_large_title_is_no_watermark(pdf: Pdf, words: Words) -> None:
    lines = [words(f"line {n} of a text that is longer", x=120, y=700 - 15 * n) for n in range(8)]
    title = words("TITLE", y=740, size=40)
    document = read(pdf([title, words("The", x=40, y=672, size=45), *lines]))
    assert {"TITLE", "The"} <= {word for block in document.blocks for word in block.text.split()}
    assert document.notices == ()


def test_white_text_on_a_dark_ground_is_read(pdf: Pdf, words: Words) -> None:
    ground = "q 0.2 0.2 0.5 rg 60 390 200 30 re f Q"
    document = read(pdf([words("seen"), ground, words("as well", y=400, drawn="1 1 1 rg")]))
    assert [block.text for block in document.blocks] == ["seen", "as well"]
    assert document.notices == ()


def test_invisible_text_over_a_picture_of_the_page_is_read_as_recognised(
    pdf: Pdf, words: Words
) -> None:
    document = read(pdf([_PICTURE, words("recognised", drawn="3 Tr")]))
    assert [block.text for block in document.blocks] == ["recognised"]
    (notice,) = document.notices
    assert "recognised in a picture" in notice_words(notice, ENGLISH)


def test_invisible_text_over_a_page_that_has_no_other_is_read_as_recognised(
    pdf: Pdf, words: Words
) -> None:
    document = read(pdf([words("what the outlines say", drawn="3 Tr"), "72 700 200 2 re f"]))
    assert [block.text for block in document.blocks] == ["what the outlines say"]
    (notice,) = document.notices
    assert "recognised" in notice_words(notice, ENGLISH)


def test_unseen_marks_in_the_margin_of_most_pages_are_furniture(pdf: Pdf, words: Words) -> None:
    mark = words("Jkt 250001", y=12, drawn="1 1 1 rg")
    pages = [[words(f"page {n}"), mark] for n in range(3)]
    blocks = read(pdf(*pages)).blocks
    assert [(b.text, b.artifact, b.source.page) for b in blocks[:2]] == [
        ("page 0", False, 1),
        ("Jkt 250001", True, 1),
    ]
    once = read(pdf(*pages[:1], [words("page 1")], [words("page 2")]))
    assert [block.text for block in once.blocks] == ["page 0", "page 1", "page 2"]


def test_a_page_whose_turn_is_damaged_is_upright(
    pdf: Pdf, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pdf([words("text")])
    upright = read(path).blocks
    # what the oldest allowed PDFium says of it; newer ones say 0
    monkeypatch.setattr(raw, "FPDFPage_GetRotation", lambda _page: -1)
    assert read(path).blocks == upright


def test_boxes_count_from_the_corner_of_what_is_visible(pdf: Pdf, words: Words) -> None:
    document = read(pdf([words("text")], page_entries="/CropBox [50 100 612 792]"))
    assert document.blocks[0].source.box == pytest.approx((22, 617.6, 46, 629.6), abs=0.01)
    assert document.properties.page_height == 692


def test_pages_without_text_are_told_in_runs(pdf: Pdf, words: Words) -> None:
    document = read(pdf([words("one")], [], [], [words("four")], []))
    assert [
        (n.page, notice_words(n, ENGLISH).split(" has")[0].split(" have")[0])
        for n in document.notices
    ] == [
        (2, "Pages 2–3 of “" + document.path + "”"),
        (5, "Page 5 of “" + document.path + "”"),
    ]
    assert document.properties.pages == 5


def test_a_pdf_without_any_text_layer_is_refused(pdf: Pdf) -> None:
    assert "no text layer" in refusal(pdf([], []))


def test_notes_and_form_fields_are_told(pdf: Pdf, words: Words) -> None:
    annotation = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({}) >>"
    told = read(pdf([words("a")], page_entries=f"/Annots [{annotation.format('Note')}]"))
    assert "Notes and form fields" in notice_words(told.notices[0], ENGLISH)
    silent = read(pdf([words("a")], page_entries=f"/Annots [{annotation.format('')}]"))
    assert silent.notices == ()


def test_a_protected_pdf_is_read_with_its_password_only(pdf: Pdf, words: Words) -> None:
    path = pdf([words("secret")])
    path.write_bytes(protected(path.read_bytes(), "pass wörd"))
    with pytest.raises(PasswordError, match="none was given"):
        read(path)
    with pytest.raises(PasswordError, match="not the right one"):
        read(path, password="another")
    assert [block.text for block in read(path, password="pass wörd").blocks] == ["secret"]


def test_the_error_says_which_version_is_protected(pdf: Pdf, words: Words) -> None:
    path = pdf([words("secret")])
    plain = path.read_bytes()
    closed = protected(plain, "one")
    for old, new, side in ((plain, closed, "new"), (closed, plain, "old")):
        with pytest.raises(PasswordError) as caught:
            compare(old, new)
        assert caught.value.terms["side"] == side
    assert not compare(closed, closed, passwords=Passwords("one", "one")).changes


def test_a_password_is_shown_nowhere(pdf: Pdf, words: Words) -> None:
    assert "one" not in repr(Passwords("one", "one"))
    closed = protected(pdf([words("secret")]).read_bytes(), "one-two")
    with pytest.raises(PasswordError) as caught:
        read(closed, password="one-three")
    assert "one-three" not in repr(caught.value)


def test_a_pdf_of_which_only_the_beginning_came_is_damaged(pdf: Pdf, words: Words) -> None:
    path = pdf([words("a")])
    path.write_bytes(path.read_bytes()[:200])
    assert "damaged or incomplete" in refusal(path)


def test_a_pdf_without_its_last_lines_is_still_read(pdf: Pdf, words: Words) -> None:
    path = pdf([words("text")])
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"startxref")])
    assert [block.text for block in read(path).blocks] == ["text"]


def test_a_pdf_may_begin_with_something_else(pdf: Pdf, words: Words) -> None:
    path = pdf([words("text")])
    path.write_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + path.read_bytes())
    assert read(path).format == "pdf"


def test_too_many_pages_are_refused(
    pdf: Pdf, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    assert "more than 2 pages" in refusal(pdf(*[[words("a")]] * 3))


def test_a_page_with_too_much_text_is_cut_and_told(
    pdf: Pdf, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MAX_PAGE_CHARS", 5)
    document = read(pdf([words("abcdefgh")]))
    assert document.blocks[0].text == "abcde"
    assert "only in part" in notice_words(document.notices[0], ENGLISH)


def test_too_much_text_in_all_is_refused(
    pdf: Pdf, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MAX_TEXT_BYTES", 5)
    assert "larger than" in refusal(pdf([words("abc")], [words("def")]))


@pytest.mark.parametrize("mapping", [b"<0001> <0416>", b"<0416> <0000>"])
def test_characters_whose_meaning_the_font_does_not_tell_are_told(
    pdf: Pdf, words: Words, mapping: bytes
) -> None:
    path = pdf([words("known"), words("ЖЖ", y=700)])
    path.write_bytes(path.read_bytes().replace(b"<0416> <0416>", mapping))
    document = read(path)
    assert "2 characters are" in notice_words(document.notices[0], ENGLISH)
    assert len(document.blocks[1].text) == 2


def test_progress_is_told_for_each_page_and_reading_can_be_stopped(pdf: Pdf, words: Words) -> None:
    path = pdf(*[[words("a")]] * 4)
    told: list[float] = []
    read(path, progress=lambda _stage, fraction: told.append(fraction))
    assert told == [0, 0, 0.25, 0.5, 0.75, 1]

    def stop(_stage: Stage, fraction: float) -> None:
        if fraction > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(path, progress=stop)
