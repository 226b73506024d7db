"""Web pages: what is text, what it stands as, how it looks, and what stands around it."""

import socket
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sverka.model import (
    Aspect,
    Block,
    BlockKind,
    Document,
    Landmark,
    NoticeCode,
    ObjectKind,
    Part,
    ReadError,
    RevisionKind,
    Tracked,
)
from sverka.readers import read, read_html

Page = Callable[..., Document]


@pytest.fixture
def page(tmp_path: Path) -> Page:
    def made(markup: str | bytes, name: str = "page.html", **options: object) -> Document:
        path = tmp_path / name
        path.write_bytes(markup if isinstance(markup, bytes) else markup.encode("utf-8"))
        return read(path, **options)  # type: ignore[arg-type]

    return made


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def looks(block: Block, attribute: str) -> str:
    return "|".join(run.text.strip() for run in block.runs if getattr(run.style, attribute))


def test_white_space_is_as_a_browser_shows_it(page: Page) -> None:
    document = page("<body>\n <p>one\n  two\t<b> three</b> </p>loose <i>text</i>\n<div>four</div>")
    assert texts(document) == ["one two three", "loose text", "four"]


def test_a_line_break_stays_in_its_paragraph_and_two_end_it(page: Page) -> None:
    assert texts(page("<p>a<br>\n b</p>c<br><br> d<br>")) == ["a\nb", "c", "d"]


def test_preformatted_text_keeps_its_lines(page: Page) -> None:
    assert texts(page("<pre>\na\n  b\n</pre>")) == ["a\n  b"]


def test_what_is_not_shown_is_no_text_and_is_counted(page: Page) -> None:
    document = page(
        "<style>.gone, p.away {display: none}</style><script>var a = '<p>no</p>';</script>"
        "<p>seen</p><p hidden>a</p><p class='x gone'>b</p><p style='display:none'>c</p>"
        "<span aria-hidden=true>d</span><template><p>e</p></template><noscript>f</noscript>"
    )
    assert texts(document) == ["seen"]
    notice = next(n for n in document.notices if n.code is NoticeCode.PARTS_HIDDEN)
    assert notice.values["count"] == 4


def test_headings_have_their_levels(page: Page) -> None:
    blocks = page("<h1>a</h1><h3>b</h3><div role=heading aria-level=4>c</div><p>d").blocks
    assert [(b.kind, b.level) for b in blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 3),
        (BlockKind.HEADING, 4),
        (BlockKind.PARAGRAPH, None),
    ]


def test_lists_are_counted_as_they_are_printed(page: Page) -> None:
    document = page(
        "<ol start=3 type=A><li>c<li value=7>g<ul><li>in</ul><li>h</ol>"
        "<ol reversed><li>two<li>one</ol><ol type=i><li><p>i</p><p>more</p></ol>"
    )
    assert [(b.label, b.text) for b in document.blocks] == [
        ("C.", "c"),
        ("G.", "g"),
        ("•", "in"),
        ("H.", "h"),
        ("2.", "two"),
        ("1.", "one"),
        ("i.", "i"),
        (None, "more"),
    ]
    assert document.blocks[2].level == 2
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH


def test_cells_have_their_places_and_what_they_cover(page: Page) -> None:
    document = page(
        "<table><caption>Cap</caption><thead><tr><th colspan=2>h<th rowspan=2>r</thead>"
        "<tr><td rowspan=0>a<td>b<td>c<tr><td><table><tr><td>n<td>m</table><td></table>"
    )
    cap, *cells = document.blocks
    assert cap.kind is BlockKind.CAPTION
    places = [
        (b.text, b.cell.table, b.cell.row, b.cell.column, b.cell.rows, b.cell.columns)
        for b in cells
        if b.cell
    ]
    assert places == [
        ("h", 1, 1, 1, 1, 2),
        ("r", 1, 1, 3, 1, 1),
        ("a", 1, 2, 1, 2, 1),
        ("b", 1, 2, 2, 1, 1),
        ("c", 1, 2, 3, 1, 1),
        ("n", 2, 1, 1, 1, 1),
        ("m", 2, 1, 2, 1, 1),
        ("", 1, 3, 3, 1, 1),
    ]
    nested = cells[5].cell
    assert nested is not None
    assert nested.within is not None
    assert (nested.within.row, nested.within.column) == (3, 2)
    assert [b.cell.header for b in cells if b.cell][:3] == [True, True, False]


def test_a_table_that_only_lays_the_page_out_is_none(page: Page) -> None:
    document = page(
        "<table role=presentation><tr><td>a<td>b</table><table><tr><td>frame</table>"
        "<table><tr><td><h1>t</h1><td>x</table>"
    )
    assert [b.cell for b in document.blocks] == [None] * 5


def test_links_and_pictures_stand_at_their_places(page: Page) -> None:
    document = page(
        "<p>see <a href='http://a.org/x'>the <b>page</b></a>"
        " <img src='data:image/png;base64,AAAA' alt='A  pic' width=100 height=40>"
        "<img src=b.png><img src=t.gif width=1 height=1><a href='javascript:x()'>no</a>"
    )
    link, data, plain = document.blocks[0].objects
    assert (link.kind, link.offset, link.length, link.digest) == (
        ObjectKind.LINK,
        4,
        8,
        "http://a.org/x",
    )
    assert (data.kind, data.digest, data.words, data.size) == (
        ObjectKind.PICTURE,
        sha256(b"\0\0\0").hexdigest(),
        "A pic",
        (75.0, 30.0),
    )
    assert plain.digest == "b.png"


def test_a_link_around_paragraphs_covers_each(page: Page) -> None:
    document = page("<a href=x><div>one</div><div>two</div></a>")
    assert [[(o.digest, o.length) for o in b.objects] for b in document.blocks] == [[("x", 3)]] * 2


def test_looks_come_from_elements_styles_and_sheets(page: Page) -> None:
    block = page(
        "<style>/* { */ .b {font-weight: 700} em.n {font-style: normal; color: #f00}</style>"
        "<p><b>a</b> <i>b</i> <u>c</u> <s>d</s> <sup>e</sup> <sub>f</sub> <mark>g</mark>"
        " <span class=b>h</span> <em class=n>i</em>"
        " <span style='text-decoration: underline line-through; color: rgb(0, 0, 255)'>j</span>"
        " <font color=red face='Arial, x'>k</font> <b style='font-weight:normal'>l</b>"
    ).blocks[0]
    assert looks(block, "bold") == "a|h"
    assert looks(block, "italic") == "b"
    assert looks(block, "underline") == "c|j"
    assert looks(block, "strike") == "d|j"
    assert looks(block, "raised") == "e"
    assert looks(block, "lowered") == "f"
    assert looks(block, "highlight") == "g"
    colours = {run.text.strip(): run.style.colour for run in block.runs if run.style.colour}
    assert colours == {"i": "FF0000", "j": "0000FF", "k": "FF0000"}


def test_rules_for_some_windows_or_papers_say_nothing(page: Page) -> None:
    document = page(
        "<style>@charset 'x'; @media (max-width: 9em) { .a { display: none } }"
        " @media print { p { display: none } } @media screen { .b { font-weight: bold } }</style>"
        "<p class=a>seen <span class=b>bold</span></p>"
    )
    assert texts(document) == ["seen bold"]
    assert looks(document.blocks[0], "bold") == "bold"


@pytest.mark.parametrize("sheet", ["/*" * 99999, "@import" * 50000, "a" * 300000, "{" * 99999])
def test_a_style_sheet_that_never_ends_costs_nothing(page: Page, sheet: str) -> None:
    begun = time.process_time()
    assert texts(page(f"<style>{sheet}</style><p>a")) == ["a"]
    assert time.process_time() - begun < 5


def test_looks_are_told_only_where_all_style_sheets_are_known(page: Page) -> None:
    assert Aspect.FORMATTING in page("<p><b>a</b>").traits.tells
    linked = "<link rel=stylesheet href=site.css><p>a"
    assert Aspect.FORMATTING not in page(linked).traits.tells
    deep = "<style>.a .b {font-weight: bold}</style><p>a"
    assert Aspect.FORMATTING not in page(deep).traits.tells
    assert Aspect.FORMATTING in page("<style>.a .b {margin: 0}</style><p>a").traits.tells
    assert "colour" not in (page("<p>a").traits.shows or ())


@pytest.mark.parametrize(
    ("tracked", "text", "code"),
    [
        (Tracked.ACCEPT, "a new", NoticeCode.TRACKED_ACCEPTED),
        (Tracked.REJECT, "a old", NoticeCode.TRACKED_REJECTED),
        (Tracked.KEEP, "a new", NoticeCode.TRACKED_KEPT),
    ],
)
def test_ins_and_del_are_tracked_changes(
    page: Page, tracked: Tracked, text: str, code: NoticeCode
) -> None:
    document = page("<p>a <del datetime='2020-01-02'>old</del><ins>new</ins>", tracked=tracked)
    assert texts(document) == [text]
    assert [notice.code for notice in document.notices] == [code]
    if tracked is Tracked.KEEP:
        kinds = [change.revision.kind for change in document.tracked]
        assert kinds == [RevisionKind.DELETION, RevisionKind.INSERTION]
        assert [change.words for change in document.tracked] == ["old", "new"]


def test_what_stands_around_the_text_is_marked(page: Page) -> None:
    document = page(
        "<header>Logo <nav>Menu</nav></header><div class='cookie-banner'>Cookies?</div>"
        "<main><article><header><h1>Title</h1></header><p>Text</p><aside>Box</aside>"
        "<footer>Signed</footer></article><div class=share-buttons>Share</div></main>"
        "<aside>Side</aside><div role=search>Find</div><footer>Site</footer>"
    )
    assert [(b.text, b.landmark) for b in document.blocks] == [
        ("Logo", Landmark.BANNER),
        ("Menu", Landmark.BANNER),
        ("Cookies?", Landmark.COOKIES),
        ("Title", None),
        ("Text", None),
        ("Box", None),
        ("Signed", None),
        ("Share", Landmark.SHARING),
        ("Side", Landmark.ASIDE),
        ("Find", Landmark.SEARCH),
        ("Site", Landmark.FOOTER),
    ]
    assert all(block.artifact is (block.landmark is not None) for block in document.blocks)


def test_a_header_is_text_where_nothing_says_where_the_text_is(page: Page) -> None:
    document = page("<header><h1>Title</h1><p>Lead</header><p>Text<aside>Box</aside>")
    assert [b.landmark for b in document.blocks] == [None] * 4


def test_the_only_title_and_the_only_text_are_text_wherever_they_stand(page: Page) -> None:
    titled = page("<header>Site<h1>Title</h1></header><main><p>Text</main>")
    assert [b.landmark for b in titled.blocks] == [Landmark.BANNER, None, None]
    assert [b.landmark for b in page("<nav>Only this</nav>").blocks] == [None]


def test_a_long_text_of_a_telling_name_stays(page: Page) -> None:
    words = "How shares are traded. " * 20
    assert page(f"<div class=share>{words}</div><p>more").blocks[0].landmark is None


def test_notes_and_their_marks_are_known(page: Page) -> None:
    document = page(
        "<p>word<a role=doc-noteref href='#n1'><sup>1</sup></a> on</p>"
        "<aside role=doc-footnote id=n1><p>What it says. <a role=doc-backlink href='#r'>back</a>"
        "</aside><p>end"
    )
    first, last, note = document.blocks
    assert (first.text, last.text) == ("word on", "end")
    assert [(o.kind, o.offset, o.digest) for o in first.objects] == [
        (ObjectKind.NOTE_REFERENCE, 4, "footnote:n1")
    ]
    assert (note.text, note.kind, note.note, note.source.part) == (
        "What it says.",
        BlockKind.NOTE,
        "footnote:n1",
        Part.FOOTNOTE,
    )


def test_controls_and_quotes_and_ruby(page: Page) -> None:
    document = page(
        "<html lang=ru><p><q>да</q> <ruby>漢<rp>(</rp><rt>kan</rt></ruby>"
        "<input type=checkbox checked> <input value=v> <math><mi>x</mi><mo>+</mo><mi>y</mi></math>"
    )
    block = document.blocks[0]
    assert block.text == "«да» 漢 v x+y"
    assert [(o.kind, o.digest) for o in block.objects] == [
        (ObjectKind.READING, "kan"),
        (ObjectKind.CHECK_BOX, "checked"),
        (ObjectKind.FORMULA, "x+y"),
    ]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset=windows-1251><p>Слово".encode("cp1251"), "cp1251"),
        ("<meta http-equiv=content-type content='text/html; charset=koi8-r'><p>Слово".encode(
            "koi8-r"), "koi8-r"),
        ("<?xml version='1.0' encoding='iso-8859-5'?><html><p>Слово".encode("iso8859-5"),
         "iso8859-5"),
        (b"\xef\xbb\xbf<meta charset=koi8-r><p>" + "Слово".encode(), "utf-8"),
        ("\ufeff<html><p>Слово".encode("utf-16-le"), "utf-16-le"),
        ("<meta charset=utf-8><p>Слово и дело".encode("cp1251"), "cp1251"),
        ("<html><p>Слово и дело".encode("cp1251"), "cp1251"),
    ],
)  # fmt: skip
def test_the_encoding_is_that_of_the_mark_or_of_the_head_or_the_likeliest(
    page: Page, data: bytes, encoding: str
) -> None:
    document = page(data)
    assert document.properties.encoding == encoding
    assert document.blocks[0].text.startswith("Слово")


@pytest.mark.parametrize("name", ["page.txt", "page", "page.docx"])
@pytest.mark.parametrize(
    "markup",
    [
        "<!-- saved --><!DOCTYPE html><p>text",
        "\n<html><body>text",
        "<p>text <b>b</b></p>",
        "<div class='x'>text</div>\n",
    ],
)
def test_html_is_known_by_its_content(page: Page, name: str, markup: str) -> None:
    document = page(markup, name)
    assert document.format == "html"
    assert document.blocks[0].text.startswith("text")


@pytest.mark.parametrize("text", ["a <b> c", "<nobody> said", "<p> opens and nothing closes", "<3"])
def test_text_with_angle_brackets_is_text_but_by_its_name(page: Page, text: str) -> None:
    assert page(text, "note.txt").format == "text"
    assert page(f"x {text} y", "note.html").format == "html"


def test_elements_nested_beyond_reason_are_refused_in_a_sentence(page: Page) -> None:
    with pytest.raises(ReadError, match="nested deeper"):
        page("<div>" * 5000 + "text")
    assert texts(page("<div>" * 900 + "text")) == ["text"]


def test_a_page_without_text_is_refused(page: Page) -> None:
    with pytest.raises(ReadError, match="holds no text"):
        page("<html><script>x</script><p> </p></html>")


def test_control_characters_are_shown(page: Page) -> None:
    assert texts(page("<meta charset=utf-8><p>a\x01b\x00c</p>")) == ["a␁b␀c"]


def test_no_address_is_asked_for(page: Page) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        site = f"http://127.0.0.1:{server.getsockname()[1]}"
        page(
            f'<!DOCTYPE html SYSTEM "{site}/x.dtd"><link rel=stylesheet href="{site}/a.css">'
            f'<style>@import "{site}/b.css";</style><img src="{site}/b.png"><p>&ent; text'
        )
        with pytest.raises(BlockingIOError):
            server.accept()


def test_html_from_the_clipboard_is_a_document() -> None:
    document = read_html("<b>Bold</b> words<ul><li>item</ul>", "Pasted text")
    assert (document.path, document.format) == ("Pasted text", "html")
    assert texts(document) == ["Bold words", "item"]
    with pytest.raises(ReadError, match="Pasted"):
        read_html("<p> </p>", "Pasted text")


def test_cells_that_cover_more_than_any_table_has_cost_nothing(page: Page) -> None:
    rows = "<tr><td rowspan=60000 colspan=1000>a<td>b</tr>" * 3000
    document = page(f"<table>{rows}</table>")
    assert len(document.blocks) == 6000
    assert max(b.cell.column for b in document.blocks if b.cell) <= 3001


def test_tens_of_thousands_of_links_in_one_paragraph_are_read_in_seconds() -> None:
    links = "<a href=/x>w</a> " * 20_000 + "<a href=/y></a>" * 20_000
    begun = time.process_time()
    [block] = read(f"<!DOCTYPE html><p>{links}</p>".encode()).blocks
    assert len(block.objects) == 20_000
    assert time.process_time() - begun < 10


def test_pictures_beside_a_page_are_known_by_their_bytes(page: Page, tmp_path: Path) -> None:
    (tmp_path / "pages" / "page_files").mkdir(parents=True)
    (tmp_path / "pages" / "page_files" / "a b.png").write_bytes(b"1")
    (tmp_path / "outside.png").write_bytes(b"2")
    addresses = "page_files/a%20b.png", "../outside.png", "http://a.example/a.png", "none.png"
    markup = "".join(f"<img src='{one}'>" for one in addresses)
    found = [one.digest for one in page(f"<p>x{markup}", "pages/page.html").blocks[0].objects]
    assert found == [f"file:{sha256(b'1').hexdigest()}", *addresses[1:]]


OFFICE = '<html><head><meta name="generator" content="LibreOffice 7.4"/></head><body>'


def test_what_an_office_program_wrote_has_its_tables_and_not_its_shades(page: Page) -> None:
    found = page(
        f"{OFFICE}<table><tr><td><h1>Day</h1></td></tr></table>"
        '<p>See \4<span style="background: #c0c0c0">page 4</span>\5 of'
        ' <span style="background: #c0c0c0; color: #000080">it</span>'
        '<a href="#_Toc1234">there</a>'
    )
    cell, text = found.blocks
    assert cell.cell is not None
    assert text.text == "See page 4 of itthere"
    assert [run.style.highlight for run in text.runs][:3] == [None, "C0C0C0", None]
    assert [one.digest for one in text.objects] == ["#_Toc"]
    assert page("<table><tr><td><h1>Day</h1></td></tr></table>").blocks[0].cell is None


def test_small_capitals_are_told_from_capitals(page: Page) -> None:
    runs = (
        page(
            "<p><span style='font-variant: small-caps'>a</span>"
            "<span style='text-transform: uppercase'>b</span>c"
        )
        .blocks[0]
        .runs
    )
    assert [(run.style.caps, run.style.capitals) for run in runs] == [
        (True, "small"),
        (True, None),
        (False, None),
    ]
