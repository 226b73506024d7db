"""Reading ODT: paragraphs, lists, tables, notes, page styles, tracked changes, looks."""

import struct
from hashlib import sha256
from pathlib import Path

import pytest

from odf_paper import flat, packed
from sverka.model import (
    BlockKind,
    Document,
    HeaderPages,
    NoticeCode,
    ObjectKind,
    Part,
    ReadError,
    RevisionKind,
    Style,
    Tracked,
)
from sverka.readers import read

BOLD = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold" fo:color="#ff0000"/></style:style>'
)
NUMBERED = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "text.odt"


def document(file: Path, body: str, tracked: Tracked = Tracked.ACCEPT, **parts: object) -> Document:
    file.write_bytes(packed(body, **parts))  # type: ignore[arg-type]
    return read(file, tracked=tracked)


def texts(found: Document, part: Part = Part.BODY) -> list[str]:
    return [block.text for block in found.blocks if block.source.part is part]


def labels(found: Document) -> list[tuple[str | None, str]]:
    return [(block.label, block.text) for block in found.blocks]


def test_white_space_is_that_of_the_format(file: Path) -> None:
    found = document(
        file,
        '<text:p>  Two\n  words <text:span> and</text:span><text:s text:c="3"/>three'
        "<text:tab/>tab<text:line-break/>line</text:p><text:p/>",
    )
    assert texts(found) == ["Two words and   three\ttab\nline", ""]


def test_a_flat_file_is_read_like_a_packed_one(tmp_path: Path) -> None:
    path = tmp_path / "text.xml"
    path.write_bytes(flat('<text:h text:outline-level="2">Head</text:h><text:p>Words</text:p>'))
    found = read(path)
    assert found.format == "odt"
    assert [(b.kind, b.level, b.text) for b in found.blocks] == [
        (BlockKind.HEADING, 2, "Head"),
        (BlockKind.PARAGRAPH, None, "Words"),
    ]


def test_looks_come_from_all_styles_and_the_default(file: Path) -> None:
    styles = (
        '<style:default-style style:family="paragraph">'
        '<style:text-properties fo:font-size="10pt"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph">'
        '<style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="Big" style:family="paragraph"'
        ' style:parent-style-name="Standard">'
        '<style:text-properties fo:font-size="150%"/></style:style>'
    )
    found = document(
        file,
        '<text:p text:style-name="Big">a<text:span text:style-name="T1">b</text:span></text:p>',
        styles=styles,
        automatic=BOLD,
    )
    plain, bold = found.blocks[0].runs
    assert plain.style == Style(italic=True, size=15.0)
    assert bold.style == Style(italic=True, bold=True, size=15.0, colour="FF0000")
    assert found.blocks[0].style_name == "Big"


def test_lists_are_counted_and_counted_on(file: Path) -> None:
    found = document(
        file,
        '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p>'
        "<text:list><text:list-item><text:p>under</text:p></text:list-item></text:list>"
        "</text:list-item><text:list-item><text:p>two</text:p><text:p>more</text:p>"
        "</text:list-item></text:list><text:p>between</text:p>"
        '<text:list text:style-name="L1" text:continue-numbering="true">'
        "<text:list-item><text:p>three</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L1"><text:list-item text:start-value="7">'
        "<text:p>seven</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L2"><text:list-item><text:p>dot</text:p></text:list-item>'
        "</text:list>",
        automatic=NUMBERED,
    )
    assert labels(found) == [
        ("1.", "one"),
        ("a)", "under"),
        ("2.", "two"),
        (None, "more"),
        (None, "between"),
        ("3.", "three"),
        ("7.", "seven"),
        ("•", "dot"),
    ]
    under = found.blocks[1]
    assert under.item is not None
    assert (under.kind, under.level, under.item.format) == (BlockKind.LIST_ITEM, 2, "lowerLetter")


def test_headings_have_the_numbers_of_their_chapters(file: Path) -> None:
    styles = (
        '<style:style style:name="H" style:family="paragraph" style:default-outline-level="1"/>'
        '<text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    heading = '<text:h text:style-name="H" text:outline-level="{}">h</text:h>'
    body = heading.format(1) + heading.format(2) + heading.format(2) + heading.format(1)
    found = document(file, body, styles=styles)
    assert [block.label for block in found.blocks] == ["1", "1.1", "1.2", "2"]


def test_cells_know_what_they_cover_and_what_they_stand_in(file: Path) -> None:
    inner = "<table:table><table:table-row><table:table-cell><text:p>in</text:p>"
    inner += "</table:table-cell></table:table-row></table:table>"
    found = document(
        file,
        "<table:table><table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>head</text:p>'
        "</table:table-cell><table:covered-table-cell><text:p>lost</text:p>"
        "</table:covered-table-cell></table:table-row></table:table-header-rows>"
        f"<table:table-row><table:table-cell>{inner}</table:table-cell>"
        "<table:table-cell><text:p>right</text:p></table:table-cell></table:table-row>"
        "</table:table>",
    )
    head, inside, right = (block.cell for block in found.blocks)
    assert texts(found) == ["head", "in", "right"]
    assert head is not None
    assert inside is not None
    assert right is not None
    assert (head.row, head.column, head.columns, head.header) == (1, 1, 2, True)
    assert (right.row, right.column, right.header) == (2, 2, False)
    assert inside.within is not None
    assert (inside.table, inside.within.table, inside.within.row) == (2, 1, 2)


def test_notes_and_comments_are_streams_that_the_text_refers_to(file: Path) -> None:
    found = document(
        file,
        '<text:p>Sea<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>Deep.</text:p></text:note-body></text:note>"
        ' and <office:annotation office:name="c1"><dc:creator>Ann</dc:creator>'
        '<text:p>Why?</text:p></office:annotation>land<office:annotation-end office:name="c1"/>'
        ".</text:p>",
    )
    assert texts(found) == ["Sea and land."]
    references = [(o.offset, o.length, o.digest) for o in found.blocks[0].objects]
    assert references == [(3, 0, "footnote:n1"), (8, 4, "comment:0")]
    note, comment = found.blocks[1:]
    assert (note.source.part, note.label, note.note) == (Part.FOOTNOTE, "1", "footnote:n1")
    assert note.kind is BlockKind.NOTE
    assert (comment.source.part, comment.label, comment.text) == (Part.COMMENT, "Ann", "Why?")


def test_headers_of_the_page_styles_in_use_say_where_they_are_printed(file: Path) -> None:
    masters = (
        '<style:master-page style:name="Standard"><style:header><text:p>Top</text:p>'
        "</style:header><style:header-first><text:p>First</text:p></style:header-first>"
        '<style:footer style:display="false"><text:p>Gone</text:p></style:footer>'
        "</style:master-page>"
        '<style:master-page style:name="Other"><style:footer><text:p>Low</text:p></style:footer>'
        "</style:master-page>"
    )
    other = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="Other"/>'
    found = document(
        file,
        '<text:p>a</text:p><text:p text:style-name="P1">b</text:p>',
        masters=masters,
        automatic=other,
    )
    assert texts(found, Part.HEADER) == ["Top", "First"]
    assert texts(found, Part.FOOTER) == ["Low"]
    top, _first = (b.source.printed_on for b in found.blocks if b.source.part is Part.HEADER)
    assert [(one.pages, one.sections, one.throughout) for one in top] == [
        (HeaderPages.OTHER, (1,), False)
    ]
    assert [notice.code for notice in found.notices] == [NoticeCode.HEADERS_LEFT_OUT]


REGIONS = (
    '<text:tracked-changes><text:changed-region text:id="i"><text:insertion>'
    "<office:change-info><dc:creator>Ann</dc:creator></office:change-info></text:insertion>"
    '</text:changed-region><text:changed-region text:id="d"><text:deletion>'
    "<office:change-info><dc:creator>Bob</dc:creator></office:change-info>"
    "<text:p>old end.</text:p><text:p>Old start, </text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes>"
)
TRACKED = (
    REGIONS + '<text:p>One <text:change-start text:change-id="i"/>new.</text:p>'
    '<text:p>Also new <text:change-end text:change-id="i"/>rest.</text:p>'
    '<text:p>Two <text:change text:change-id="d"/>three.</text:p>'
)


def test_tracked_changes_are_accepted(file: Path) -> None:
    found = document(file, TRACKED)
    assert texts(found) == ["One new.", "Also new rest.", "Two three."]
    assert found.blocks[0].runs[-1].revisions[0].kind is RevisionKind.INSERTION
    assert [notice.code for notice in found.notices] == [NoticeCode.TRACKED_ACCEPTED]


def test_tracked_changes_are_rejected_across_paragraphs(file: Path) -> None:
    found = document(file, TRACKED, Tracked.REJECT)
    assert texts(found) == ["One rest.", "Two old end.", "Old start, three."]


def test_tracked_changes_are_kept_and_told(file: Path) -> None:
    found = document(file, TRACKED, Tracked.KEEP)
    told = [(one.revision.kind.value, one.revision.author, one.words) for one in found.tracked]
    assert told == [
        ("insertion", "Ann", "new.Also new "),
        ("deletion", "Bob", "old end.¶Old start, "),
    ]
    assert [one.block for one in found.tracked] == [0, 2]


def test_links_fields_pictures_and_boxes(file: Path) -> None:
    found = document(
        file,
        '<text:p><text:a xlink:href="https://example.org/">there</text:a> page '
        "<text:page-number>3</text:page-number>"
        '<draw:frame svg:width="2in" svg:height="36pt"><draw:image xlink:href="Pictures/a.png"/>'
        "<svg:desc>A ship</svg:desc></draw:frame>"
        "<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></text:p>",
        entries={"Pictures/a.png": b"bytes"},
    )
    link, field, picture = found.blocks[0].objects
    assert (link.kind, link.digest, link.length) == (ObjectKind.LINK, "https://example.org/", 5)
    assert (field.kind, field.digest, field.words) == (ObjectKind.FIELD, "PAGE", "3")
    assert (picture.digest, picture.words) == (sha256(b"bytes").hexdigest(), "A ship")
    assert picture.size == (144.0, 36.0)
    assert texts(found, Part.TEXT_BOX) == ["Boxed"]


def dots(wide: int, high: int) -> bytes:
    """The head of a PNG of so many dots."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", wide, high)


CUT = (
    '<style:style style:name="fr1" style:family="graphic"><style:graphic-properties'
    ' fo:clip="rect(0in, 0.25in, 18pt, 0cm)"/></style:style>'
)


def test_a_picture_is_cut_off_by_a_part_of_itself_and_leads_somewhere(file: Path) -> None:
    frame = '<draw:frame draw:style-name="{}"><draw:image xlink:href="Pictures/{}"/></draw:frame>'
    found = document(
        file,
        f'<text:p><draw:a xlink:href="https://a.example/">{frame.format("fr1", "a.png")}</draw:a>'
        f"{frame.format('fr1', 'b.png')}{frame.format('plain', 'b.png')}.</text:p>",
        automatic=CUT,
        entries={"Pictures/a.png": dots(96, 48), "Pictures/b.png": b"of another kind"},
    )
    cut, link, unknown, whole = found.blocks[0].objects
    assert cut.crop == (0.0, 0.0, 0.25, 0.5)
    assert (link.kind, link.digest, link.offset) == (ObjectKind.LINK, "https://a.example/", 0)
    assert (unknown.crop, whole.crop) == (None, (0.0, 0.0, 0.0, 0.0))


def test_what_a_table_of_contents_says_is_filled_in_by_the_program(file: Path) -> None:
    found = document(
        file,
        "<text:table-of-content><text:index-body><text:p>Tides<text:tab/>5</text:p>"
        "</text:index-body></text:table-of-content><text:p>Tides</text:p>",
    )
    (one,) = found.blocks[0].objects
    assert (one.kind, one.digest, one.length) == (ObjectKind.FIELD, "TOC", 7)
    assert found.blocks[1].objects == ()


@pytest.mark.parametrize(("value", "state"), [("true", "checked"), ("false", "unchecked")])
def test_check_boxes_of_controls_and_of_old_forms(file: Path, value: str, state: str) -> None:
    found = document(
        file,
        f'<text:p><loext:content-control loext:checkbox="true" loext:checked="{value}">x'
        '</loext:content-control><field:fieldmark field:type="vnd.o.field.FORMCHECKBOX">'
        f'<field:param field:name="Checkbox_Checked" field:value="{value}"/></field:fieldmark>'
        "</text:p>",
    )
    boxes = [(one.kind, one.digest, one.length) for one in found.blocks[0].objects]
    assert boxes == [(ObjectKind.CHECK_BOX, state, 1), (ObjectKind.CHECK_BOX, state, 0)]


def test_readings_kinds_of_lines_and_rows_on_top_of_each_page(file: Path) -> None:
    look = (
        '<style:style style:name="T1" style:family="text"><style:text-properties'
        ' style:text-underline-style="wave" style:text-line-through-style="solid"'
        ' style:text-line-through-type="double" fo:font-variant="small-caps"/></style:style>'
    )
    found = document(
        file,
        '<text:p><text:span text:style-name="T1">a</text:span><text:ruby><text:ruby-base>東京'
        "</text:ruby-base><text:ruby-text>とう</text:ruby-text></text:ruby></text:p>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>h"
        "</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>",
        automatic=look,
    )
    first, head, other = found.blocks
    style = first.runs[0].style
    assert (style.underlining, style.striking, style.capitals) == ("wavy", "double", "small")
    assert [(o.kind, o.digest, o.offset, o.length) for o in first.objects] == [
        (ObjectKind.READING, "とう", 1, 2)
    ]
    assert head.cell is not None
    assert other.cell is not None
    assert (head.cell.repeated, other.cell.repeated) == (True, False)


def test_formulas_are_words_on_one_line(file: Path) -> None:
    formula = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi>'
        "<mn>2</mn></msup><mo>+</mo><mfrac><mrow><mi>a</mi><mo>-</mo><mi>b</mi></mrow><mn>3</mn>"
        "</mfrac></mrow><annotation>x^2</annotation></semantics></math>"
    )
    frame = '<draw:frame><draw:object xlink:href="./Object {}"/></draw:frame>'
    found = document(
        file,
        f"<text:p>so {frame.format(1)} is</text:p><text:p>{frame.format(2)}</text:p>",
        entries={"Object 1/content.xml": formula.encode(), "Object 2/content.xml": b"<chart/>"},
    )
    assert texts(found) == ["so x^2+(a-b)/3 is", ""]
    (one,) = found.blocks[0].objects
    assert (one.kind, one.offset, one.length) == (ObjectKind.FORMULA, 3, 11)
    assert [notice.code for notice in found.notices] == [NoticeCode.EMBEDDED_NOT_READ]


def test_hidden_text_is_read_and_remarked_upon(file: Path) -> None:
    hidden = '<style:style style:name="T1" style:family="text">'
    hidden += '<style:text-properties text:display="none"/></style:style>'
    body = '<text:p>seen<text:span text:style-name="T1">unseen</text:span></text:p>'
    found = document(file, body, automatic=hidden)
    assert [run.style.hidden for run in found.blocks[0].runs] == [False, True]
    assert [notice.code for notice in found.notices] == [NoticeCode.HIDDEN_TEXT]


def test_the_file_says_its_title_author_and_language(file: Path) -> None:
    meta = (
        "<dc:title>Tides</dc:title><meta:initial-creator>Ann</meta:initial-creator>"
        "<dc:creator>Bob</dc:creator><dc:language>ru-RU</dc:language>"
    )
    found = document(file, "<text:p>a</text:p>", meta=meta).properties
    assert (found.title, found.author, found.language) == ("Tides", "Ann", "ru-RU")


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"META-INF/manifest.xml": b"content.xml encryption-data"}, "is protected with a password"),
        ({"encrypted-package": b"locked"}, "is protected with a password"),
    ],
)
def test_what_is_locked_is_said_to_be_locked(
    file: Path, entries: dict[str, bytes], sentence: str
) -> None:
    with pytest.raises(ReadError, match=sentence):
        document(file, "<text:p>a</text:p>", entries=entries)


@pytest.mark.parametrize("body", ["<text:p>", "<text:p>&lol;</text:p>"])
def test_broken_markup_is_said_to_be_damaged(file: Path, body: str) -> None:
    with pytest.raises(ReadError, match="is damaged or incomplete"):
        document(file, body)


def test_markup_made_to_exhaust_ends_in_a_sentence(file: Path) -> None:
    deep = "<text:span>" * 200 + "a" + "</text:span>" * 200
    with pytest.raises(ReadError, match="nested deeper"):
        document(file, f"<text:p>{deep}</text:p>")


def test_a_text_without_words_is_refused(file: Path) -> None:
    with pytest.raises(ReadError, match="holds no text"):
        document(file, "<text:p> </text:p>")


def test_a_list_without_a_name_counts_on_from_none(file: Path) -> None:
    style = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
        ' style:num-format="1" style:num-suffix="."/></text:list-style>'
    )
    one = '<text:list text:style-name="L1"><text:list-item><text:p>x</text:p></text:list-item>'
    found = document(file, f"{one}</text:list><text:p>y</text:p>{one}</text:list>", automatic=style)
    assert [block.label for block in found.blocks] == ["1.", None, "1."]


def test_the_title_is_a_heading_of_the_first_level(file: Path) -> None:
    style = '<style:style style:name="P1" style:family="paragraph"'
    style += ' style:parent-style-name="Title"/>'
    named = '<style:style style:name="Title" style:family="paragraph"/>'
    found = document(file, '<text:p text:style-name="P1">x</text:p>', automatic=style, styles=named)
    assert (found.blocks[0].kind, found.blocks[0].level) == (BlockKind.HEADING, 1)
