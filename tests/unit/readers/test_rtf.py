"""Reading RTF: code pages, looks, lists, tables, notes, headers, fields, tracked changes."""

from hashlib import sha256
from pathlib import Path

import pytest

from rtf_paper import RTF_MORE, escaped, rtf
from sverka.model import (
    BlockKind,
    Document,
    HeaderPages,
    NoticeCode,
    ObjectKind,
    Part,
    ReadError,
    Tracked,
)
from sverka.readers import read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "text.doc"


def document(file: Path, body: str, tracked: Tracked = Tracked.ACCEPT) -> Document:
    file.write_bytes(rtf(body))
    return read(file, tracked=tracked)


def texts(found: Document, part: Part = Part.BODY) -> list[str]:
    return [block.text for block in found.blocks if block.source.part is part]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"\f1 \'cf\'f0\'e8\'e2\'e5\'f2", "Привет"),
        (r"\f0 caf\'e9", "café"),
        (r"\f2 \'93\'fa\'96{\'7b}", "日本"),
        (r"\f3 \'61", "α"),
        (r"\u1055 ?\u1088?\uc0\u1080\uc2\u1074 xy!", "Прив!"),
        (r"\u-10179 ?\u-8704 ?", "\U0001f600"),
        (
            r"a\~b\_c\-d\emdash\lquote e\rquote\tab f\line g\\\{\}",
            "a\u00a0b\u2011c\u00add—‘e’\tf\ng\\{}",
        ),
        (r"a{\*\unknown lost}{\bkmkstart lost}b\unknownword c", "abc"),
        (r"a\bin5 {{{{{b", "ab"),
    ],
)
def test_characters(file: Path, written: str, expected: str) -> None:
    written = written.replace(r"\'96{\'7b}", r"\'96\'7b")
    assert texts(document(file, rf"\pard {written}\par")) == [expected]


def test_a_document_whose_fonts_name_no_charset_is_in_its_own_code_page(file: Path) -> None:
    file.write_bytes(
        rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset0 Times;}}\f0 \'cf\'ee\'eb\'e5\par}"
    )
    assert texts(read(file)) == ["Поле"]


def test_headings_have_their_levels_and_words_their_looks(file: Path) -> None:
    found = document(
        file,
        r"\pard\plain\s1 Head\par\pard\plain\f1\fs20 a{\b\i\cf1\highlight2 b}{\super c}\par",
    )
    head, text = found.blocks
    assert (head.kind, head.level, head.style_name) == (BlockKind.HEADING, 1, "heading 1")
    assert (head.runs[0].style.bold, head.runs[0].style.size) == (True, 16.0)
    plain, marked, raised = (run.style for run in text.runs)
    assert (plain.font, plain.size, plain.bold) == ("Arial", 10.0, False)
    assert (marked.bold, marked.italic, marked.colour, marked.highlight) == (
        True,
        True,
        "FF0000",
        "yellow",
    )
    assert raised.raised


def test_items_of_lists_have_what_is_printed_before_them(file: Path) -> None:
    found = document(file, RTF_MORE + r"\pard{\pntext\f3\'b7\tab}old\par")
    item, old = found.blocks[0], texts(found).index("old")
    assert (item.kind, item.label, item.level, item.text) == (BlockKind.LIST_ITEM, "3.", 1, "item")
    assert item.item is not None
    assert (item.item.number, item.item.format) == (3, "decimal")
    assert (found.blocks[old].label, found.blocks[old].text) == ("•", "old")


def test_cells_stand_in_one_grid_and_go_on_from_those_above(file: Path) -> None:
    found = document(file, RTF_MORE)
    cells = [(b.text, b.cell) for b in found.blocks if b.cell is not None]
    assert [(text, cell.row, cell.column, cell.rows, cell.columns) for text, cell in cells] == [
        ("left", 1, 1, 2, 1),
        ("", 1, 1, 2, 1),
        ("right", 1, 2, 1, 2),
        ("b", 2, 2, 1, 1),
        ("c", 2, 3, 1, 1),
    ]


def test_tables_nest(file: Path) -> None:
    found = document(
        file,
        r"\trowd\cellx2000\pard\intbl before\par\pard\intbl\itap2 inner\nestcell"
        r"{\*\nesttableprops\trowd\cellx900\nestrow}{\nonesttables lost\par}"
        r"\pard\intbl\itap1 after\cell\row\pard out\par",
    )
    assert texts(found) == ["before", "inner", "after", "out"]
    inner = found.blocks[1].cell
    assert inner is not None
    assert inner.within is not None
    assert (inner.table, inner.within.table) == (2, 1)
    assert found.blocks[3].cell is None


def test_notes_boxes_pictures_and_links(file: Path) -> None:
    found = document(file, RTF_MORE)
    (sea,) = (block for block in found.blocks if block.text.startswith("Sea"))
    assert [(o.kind, o.offset, o.length) for o in sea.objects] == [
        (ObjectKind.NOTE_REFERENCE, 3, 0),
        (ObjectKind.LINK, 7, 5),
        (ObjectKind.PICTURE, 12, 0),
    ]
    picture = sea.objects[2]
    assert picture.digest == sha256(bytes.fromhex("89504e47")).hexdigest()
    assert picture.size == (72.0, 36.0)
    (note,) = (block for block in found.blocks if block.source.part is Part.FOOTNOTE)
    assert (note.text.strip(), note.label, note.note) == ("Deep.", "1", "footnote:1")
    assert texts(found, Part.TEXT_BOX) == ["Boxed"]


def test_headers_say_where_they_are_printed(file: Path) -> None:
    found = document(
        file,
        r"\sectd\titlepg{\header Top\par}{\headerf First\par}{\footerl Even\par}one\par\sect"
        r"\sectd{\footer Low\par}two\par",
    )
    printed = {
        block.text: [(one.pages, one.sections) for one in block.source.printed_on]
        for block in found.blocks
        if block.source.part in (Part.HEADER, Part.FOOTER)
    }
    assert printed == {
        "Top": [(HeaderPages.OTHER, (1, 2))],
        "First": [(HeaderPages.FIRST, (1,))],
        "Low": [(HeaderPages.OTHER, (2,))],
    }
    assert [notice.code for notice in found.notices] == [NoticeCode.HEADERS_LEFT_OUT]
    assert texts(found) == ["one", "two"]


@pytest.mark.parametrize(
    ("tracked", "expected"),
    [
        (Tracked.ACCEPT, "in stays"),
        (Tracked.REJECT, "out stays"),
        (Tracked.KEEP, "in stays"),
    ],
)
def test_tracked_changes(file: Path, tracked: Tracked, expected: str) -> None:
    found = document(file, RTF_MORE, tracked)
    assert texts(found)[1] == expected
    told = [(one.revision.kind.value, one.revision.author, one.words) for one in found.tracked]
    kept = [("insertion", "Ann", "in"), ("deletion", "Ann", "out")]
    assert told == (kept if tracked is Tracked.KEEP else [])


def test_a_paragraph_mark_that_was_taken_out_joins_what_it_parted(file: Path) -> None:
    body = r"\pard one {\deleted\par}two\par"
    assert texts(document(file, body)) == ["one two"]
    assert texts(document(file, body, Tracked.REJECT)) == ["one ", "two"]


def test_comments_are_about_words(file: Path) -> None:
    found = document(
        file,
        r"\pard a {\*\atrfstart 1}word{\*\atrfend 1}{\*\atnid A}{\*\atnauthor Ann}\chatn"
        r"{\*\annotation{\*\atnref 1}Why?} b\par",
    )
    assert texts(found) == ["a word b"]
    (comment,) = found.blocks[0].objects
    assert (comment.offset, comment.length, comment.digest) == (2, 4, "comment:0")
    said = found.blocks[1]
    assert (said.text, said.label, said.source.part) == ("Why?", "Ann", Part.COMMENT)


def test_the_file_says_its_title_and_author(file: Path) -> None:
    found = document(file, r"\deflang1049" + RTF_MORE).properties
    assert (found.title, found.author, found.language) == ("Tides", "Bob", "ru-RU")


@pytest.mark.parametrize("body", [r"text\par}}}}\par lost", r"{{{{text", "text\\", r"text{\'zz"])
def test_groups_that_do_not_match_lose_no_text(file: Path, body: str) -> None:
    assert texts(document(file, body))[0].startswith("text")


def test_groups_without_end_end_in_a_sentence(file: Path) -> None:
    with pytest.raises(ReadError, match="nested deeper"):
        document(file, "{" * 20_000 + "text")


def test_a_file_without_words_is_refused(file: Path) -> None:
    with pytest.raises(ReadError, match="holds no text"):
        document(file, r"\pard\par")


def test_any_text_comes_back_from_its_escapes(file: Path) -> None:
    text = "Ёлка “x” {a\\b} 日本 😀 ñ"
    assert texts(document(file, rf"\pard {escaped(text)}\par")) == [text]


STYLED = (
    r"{\stylesheet{\s20\outlinelevel1 Heading 2;}{\s21\sbasedon20 Of ours;}{\s22 Title;}"
    r"{\s23\sbasedon20 TOC Heading;}{\s24\sbasedon20\outlinelevel9 As body;}}"
)


@pytest.mark.parametrize(
    ("style", "level"), [(20, 2), (21, 2), (22, 1), (23, None), (24, None), (99, None)]
)
def test_styles_stand_where_those_do_that_they_are_based_on(
    file: Path, style: int, level: int | None
) -> None:
    (block,) = document(file, rf"{STYLED}\pard\s{style} Words\par").blocks
    assert block.level == level


def test_letters_of_east_asia_have_the_size_that_is_said_behind_dbch(file: Path) -> None:
    (block,) = document(file, r"\pard\plain\fs20\afs60{\loch a\dbch\afs52\u31532 ?}\par").blocks
    assert [(run.text, run.style.size) for run in block.runs] == [("a", 10.0), ("第", 26.0)]


def test_kinds_of_lines_and_of_capitals_and_rows_on_top_of_each_page(file: Path) -> None:
    found = document(
        file,
        r"\pard{\uldb a}{\striked1 b}{\scaps c}{\ul\strike\caps d}\par"
        r"\trowd\trhdr\cellx1000\pard\intbl h\cell\row\trowd\cellx1000\pard\intbl c\cell\row",
    )
    looks, head, other = found.blocks
    styles = [run.style for run in looks.runs]
    assert [(one.underlining, one.striking, one.capitals) for one in styles] == [
        ("double", None, None),
        (None, "double", None),
        (None, None, "small"),
        (None, None, None),
    ]
    assert head.cell is not None
    assert other.cell is not None
    assert (head.cell.repeated, other.cell.repeated) == (True, False)


SUM = r"{\mnary{\*\mnaryPr{\mchr \u8721 ?}}{\msub{\mr i=1}}{\msup{\mr n}}{\me{\mr\f1 a}}}"
FRACTION = r"{\mf{\*\mfPr{\*\mctrlPr\f1}}{\mnum{\mr\mscr0\msty2 \f1 a+b}}{\mden{\mr c}}}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"{\msSup{\*\msSupPr{\*\mctrlPr}}{\me{\mr x}}{\msup{\mr 2}}}", "x^2"),
        (FRACTION, "(a+b)/c"),
        (SUM, "∑_(i=1)^n a"),
        (r"{\mr \u945 ?}{\m{\mr b}}", "αb"),
        (r"{\mr a}" + r"{\me" * 200 + r"{\mr b}" + "}" * 200, "a"),
    ],
)
def test_formulas_are_words_on_one_line(file: Path, written: str, said: str) -> None:
    picture = r"{\mmathPict{\pict\pngblip 89504e47}}"
    body = rf"\pard It is {{\mmath{{\*\moMath{written}}}{picture}}} here.\par"
    (block,) = document(file, body).blocks
    assert block.text == f"It is {said} here."
    (one,) = block.objects
    assert (one.kind, one.digest, one.offset) == (ObjectKind.FORMULA, said, 6)
