"""The same text in every format written as text or as pages: what each reader makes of it."""

import csv
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from made_formats import WRITERS, Piece, as_epub, as_html, as_mail, as_saved_page
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
)
from sverka.readers import read

TEXT = (
    Piece("A release", 1),
    Piece("The captains met & agreed: 5 < 6, “as said”."),
    Piece("Второй абзац; число 1 200."),
    Piece("1. The end *of* it"),
)
Read = Callable[..., Document]


@pytest.fixture
def reads(tmp_path: Path) -> Read:
    def made(data: str | bytes, name: str, **options: object) -> Document:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read(path, **options)  # type: ignore[arg-type]

    return made


def body(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.landmark is None]


@pytest.mark.parametrize("kind", WRITERS)
def test_the_text_is_the_same_from_every_format(reads: Read, kind: str) -> None:
    writer, suffix = WRITERS[kind]
    document = reads(writer(TEXT), f"text{suffix}")
    texts = [block.text for block in body(document) if block.text]
    if kind == "csv":
        texts = texts[1::2]
    assert texts == [piece.text for piece in TEXT]
    assert document.format == ("subtitles" if kind == "vtt" else kind)


@pytest.mark.parametrize("kind", ["html", "markdown", "epub", "fb2", "mht"])
def test_headings_are_the_same_from_every_format(reads: Read, kind: str) -> None:
    writer, suffix = WRITERS[kind]
    first = body(reads(writer(TEXT), f"text{suffix}"))[0]
    assert (first.kind, first.level) == (BlockKind.HEADING, 1)


@pytest.mark.parametrize("kind", sorted(set(WRITERS) - {"markdown", "csv"}))
def test_a_format_is_known_by_its_content(reads: Read, kind: str) -> None:
    writer, _suffix = WRITERS[kind]
    expected = "subtitles" if kind == "vtt" else kind
    assert reads(writer(TEXT), "text.txt").format == expected


@pytest.mark.parametrize("kind", ["html", "markdown", "csv", "subtitles", "eml"])
def test_what_is_written_in_marks_can_be_read_as_it_is_written(reads: Read, kind: str) -> None:
    writer, suffix = WRITERS[kind]
    data = writer(TEXT)
    document = reads(data, f"text{suffix}", as_source=True)
    assert document.format == "text"
    assert document.blocks[0].text.split("\n")[0].strip() == data.decode().split("\n")[0].strip()


def test_a_book_is_no_source(reads: Read) -> None:
    assert reads(as_epub(TEXT), "text.epub", as_source=True).format == "epub"


def test_markdown_has_lists_tables_looks_and_labels(reads: Read) -> None:
    document = reads(
        "---\ntitle: A plan\nfree words\n---\n# Head *it*\n\n3. three\n4. four\n   - sub\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nsoft\nwrap **b** ~~s~~ [l](http://a.b)  \nnext\n\n"
        "    code\n      more\n",
        "plan.md",
    )
    said = [(b.kind, b.label, b.text) for b in document.blocks]
    assert said == [
        (BlockKind.PARAGRAPH, "title:", "A plan"),
        (BlockKind.PARAGRAPH, None, "free words"),
        (BlockKind.HEADING, None, "Head it"),
        (BlockKind.LIST_ITEM, "3.", "three"),
        (BlockKind.LIST_ITEM, "4.", "four"),
        (BlockKind.LIST_ITEM, "•", "sub"),
        *((BlockKind.TABLE_CELL, None, text) for text in "ab12"),
        (BlockKind.PARAGRAPH, None, "soft wrap b s l\nnext"),
        (BlockKind.PARAGRAPH, None, "code\n  more"),
    ]
    flowing = document.blocks[-2]
    assert [r.text for r in flowing.runs if r.style.bold] == ["b"]
    assert [r.text for r in flowing.runs if r.style.strike] == ["s"]
    assert [o.digest for o in flowing.objects] == ["http://a.b"]


def test_markdown_that_would_take_minutes_is_read_as_it_is_written(reads: Read) -> None:
    document = reads("# Head\n\n" + "![" * 120_000, "plan.md")
    assert document.format == "text"
    assert document.blocks[0].text == "# Head"
    assert [n.code for n in document.notices] == [NoticeCode.READ_AS_TEXT]


def test_a_book_is_read_in_the_order_of_its_spine_with_what_it_says_of_itself(reads: Read) -> None:
    document = reads(as_epub(TEXT), "book.epub")
    assert (document.properties.title, document.properties.author) == ("Book", "Ann")
    assert [b.text for b in document.blocks] == [p.text for p in TEXT]


def test_a_missing_part_of_a_book_is_told(reads: Read) -> None:
    data = _without(as_epub(TEXT), "OEBPS/c 2.xhtml")
    document = reads(data, "book.epub")
    assert [b.text for b in document.blocks] == [p.text for p in TEXT[:2]]
    notice = document.notices[0]
    assert (notice.code, notice.values["part"]) == (NoticeCode.PART_DAMAGED, "c 2.xhtml")


def test_notes_of_a_book_and_its_contents_are_no_text(reads: Read) -> None:
    chapter = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
        '<nav epub:type="toc"><ol><li>Chapter</li></ol></nav>'
        '<p>Word<a epub:type="noteref" href="#n1">1</a>&nbsp;on</p>'
        '<aside epub:type="footnote" id="n1"><p>Note</p></aside></body></html>'
    )
    document = reads(_with(as_epub(TEXT), "OEBPS/c 1.xhtml", chapter.encode()), "book.epub")
    contents, word, *_rest = document.blocks
    assert contents.landmark is Landmark.NAVIGATION
    assert word.text == "Word\xa0on"
    assert [(o.kind, o.digest) for o in word.objects] == [
        (ObjectKind.NOTE_REFERENCE, "footnote:n1")
    ]
    assert (document.blocks[-1].text, document.blocks[-1].source.part) == ("Note", Part.FOOTNOTE)


def test_a_locked_book_is_refused_with_the_reason(reads: Read) -> None:
    locked = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData>'
        '<e:CipherReference URI="OEBPS/c%201.xhtml"/></e:CipherData></e:EncryptedData></encryption>'
    )
    with pytest.raises(ReadError, match="DRM"):
        reads(_with(as_epub(TEXT), "META-INF/encryption.xml", locked.encode()), "book.epub")


def test_a_book_without_its_list_of_parts_is_refused(reads: Read) -> None:
    with pytest.raises(ReadError, match="no electronic book"):
        reads(_without(as_epub(TEXT), "OEBPS/book.opf"), "book.epub")


def test_fb2_has_notes_verses_and_pictures(reads: Read) -> None:
    book = (
        '<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"'
        ' xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><book-title>T</book-title>'
        "</title-info></description><body><title><p>T</p></title><section><title><p>One</p></title>"
        '<p>Word<a l:href="#n1" type="note">[1]</a> <emphasis>on</emphasis></p>'
        "<poem><stanza><v>first</v><v>second</v></stanza></poem><empty-line/>"
        '<image l:href="#i"/><subtitle>Sub</subtitle></section></body><body name="notes">'
        '<section id="n1"><title><p>1</p></title><p>Note</p></section></body>'
        '<binary id="i">AAAA</binary></FictionBook>'
    )
    blocks = reads(book, "book.fb2").blocks
    assert [(b.text, b.level) for b in blocks] == [
        ("T", 1),
        ("One", 2),
        ("Word on", None),
        ("first", None),
        ("second", None),
        ("", None),
        ("Sub", 3),
        ("Note", None),
    ]
    assert blocks[2].objects[0].digest == blocks[-1].note == "footnote:n1"
    assert blocks[5].objects[0].digest == sha256(b"\0\0\0").hexdigest()
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("Book.FB2", book)
    assert reads(stream.getvalue(), "book.zip").format == "fb2"
    with pytest.raises(ReadError, match="FB2"):
        reads(book[:300], "book.fb2")


def test_the_headers_of_a_message_stand_around_its_text(reads: Read) -> None:
    document = reads(as_mail(TEXT), "a.eml")
    around = [b.text for b in document.blocks if b.landmark is Landmark.MAIL_HEADER]
    assert around == ["Subject: Release", "From: Анна <a@example.org>", "To: b@example.org"]
    notice = next(n for n in document.notices if n.code is NoticeCode.ATTACHMENTS_NOT_READ)
    assert (notice.values["count"], notice.values["names"]) == (1, "a.png")


def test_a_message_of_plain_text_is_hard_wrapped(reads: Read) -> None:
    document = reads(
        "Subject: x\nFrom: a\nMessage-ID: <1>\nContent-Type: text/plain; charset=koi8-r\n"
        "Content-Transfer-Encoding: quoted-printable\n\n=F3=CC=CF=D7=CF\nline\n\n> quoted\n",
        "a.eml",
    )
    assert [b.text for b in body(document)] == ["Слово\nline", "> quoted"]
    assert document.traits.hard_wrapped


def test_all_texts_of_a_message_are_read_but_not_one_of_them_twice(reads: Read) -> None:
    plain, page = "Content-Type: text/plain\n\n", "Content-Type: text/html\n\n"
    document = reads(
        "Subject: x\nFrom: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=A\n\n"
        "--A\nContent-Type: multipart/alternative; boundary=B\n\n"
        f"--B\n{plain}same\n--B\n{page}<p>the same</p>\n--B--\n"
        f"--A\n{plain}of the list\n--A--\n",
        "a.eml",
    )
    assert [b.text for b in body(document)] == ["the same", "of the list"]


def test_a_memo_is_no_message(reads: Read) -> None:
    memo = "From: the board\nTo: the captains\nSubject: lights\nDate: today\n\nThe light burns.\n"
    assert reads(memo, "memo.txt").format == "text"


def test_a_message_without_text_and_one_nested_without_end_are_refused(reads: Read) -> None:
    with pytest.raises(ReadError, match="no text"):
        reads("Subject: x\nFrom: a\nMessage-ID: <1>\n\n \n", "a.eml")
    nested = "Content-Type: multipart/mixed; boundary=A\n\n--A\n" * 900
    with pytest.raises(ReadError, match="more parts"):
        reads(f"Subject: x\nFrom: a\nMIME-Version: 1.0\n{nested}", "a.eml")


def test_a_saved_page_finds_its_pictures_and_style_sheets(reads: Read) -> None:
    document = reads(as_saved_page(TEXT), "page.mht")
    picture = next(o for b in document.blocks for o in b.objects if o.kind is ObjectKind.PICTURE)
    assert (picture.digest, picture.words) == (sha256(b"\0\0\0").hexdigest(), "P")
    assert all(run.style.italic for run in body(document)[1].runs)
    assert Aspect.FORMATTING in document.traits.tells


def test_a_saved_page_with_addresses_that_are_none_is_read(reads: Read) -> None:
    data = as_saved_page(TEXT).replace(b"https://example.org/a.css", b"http://[x")
    assert body(reads(data, "page.mht"))[0].text == TEXT[0].text


def test_cues_have_their_times_as_labels(reads: Read) -> None:
    srt = (
        "1\r\n00:00:01,000 --> 00:00:02,500\r\nHi <i>there</i>\r\nyou{\\an8}\r\n\r\n\r\n"
        "2\r\n00:00:03,000 --> 00:00:04,000\r\n3 left\r\n"
    )
    first, second = reads(srt, "a.srt").blocks
    assert (first.label, first.text) == ("00:00:01,000 → 00:00:02,500", "Hi there\nyou")
    assert [r.text for r in first.runs if r.style.italic] == ["there"]
    assert (second.label, second.text, second.source.lines) == (
        "00:00:03,000 → 00:00:04,000",
        "3 left",
        (9, 9),
    )
    assert second.item is not None
    vtt = (
        "WEBVTT\n\nSTYLE\n::cue {}\n\nintro\n"
        "00:01.000 --> 00:02.000 line:0\n<v Ann>Hi</v> &amp; you\n"
    )
    (cue,) = reads(vtt, "a.vtt").blocks
    assert (cue.label, cue.text) == ("00:01.000 → 00:02.000 Ann", "Hi & you")


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_table_is_cut_at_the_sign_that_its_content_tells(reads: Read, sign: str) -> None:
    text = sign.join(("name", "price, from")) if sign != "," else 'name,"price, from"'
    rows = f"{text}\nlight{sign}1.50\n\nrope{sign}\n"
    document = reads(rows, "a.csv")
    assert [(b.text, b.cell.row, b.cell.column) for b in document.blocks if b.cell] == [
        ("name", 1, 1),
        ("price, from", 1, 2),
        ("light", 2, 1),
        ("1.50", 2, 2),
        ("rope", 3, 1),
        ("", 3, 2),
    ]


def test_a_table_beyond_the_limits_is_refused(reads: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sverka.readers.delimited.MAX_CSV_CELLS", 3)
    with pytest.raises(ReadError, match="more than 3 cells"):
        reads("a,b\nc,d\n", "a.csv")
    monkeypatch.setattr("sverka.readers.delimited.MAX_CSV_FIELD", 10)
    with pytest.raises(ReadError, match="is no table"):
        reads("a,b\n" + "c" * 20, "a.csv")
    csv.field_size_limit(131072)


@pytest.mark.parametrize(
    ("name", "text", "notation"),
    [
        ("a.xml", '<?xml version="1.0"?><a>text</a>', "XML"),
        ("a.json", '{"a": "text"}', "JSON"),
        ("a.txt", "\\documentclass{article}\n\\begin{document}text", "TeX"),
        ("a.tex", "text", "TeX"),
    ],
)
def test_other_notations_are_read_as_they_are_written_and_said_so(
    reads: Read, name: str, text: str, notation: str
) -> None:
    document = reads(text, name)
    assert document.format == "text"
    assert [(n.code, n.values["notation"]) for n in document.notices] == [
        (NoticeCode.READ_AS_TEXT, notation)
    ]
    assert reads(text, name, as_source=True).notices == ()


def test_a_page_with_more_tags_than_any_is_refused(
    reads: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.readers.html.web_page.MAX_TAGS", 10)
    with pytest.raises(ReadError, match="far more elements"):
        reads(as_html(TEXT), "a.html")


def _with(data: bytes, name: str, part: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        if part:
            new.writestr(name, part)
    return stream.getvalue()


def _without(data: bytes, name: str) -> bytes:
    return _with(data, name, b"")


def test_markdown_that_would_take_too_long_is_read_as_plain_text(reads: Read) -> None:
    few, many = (b"# A\n\n" + b"<xx:y> " * count for count in (20, 10_001))
    assert reads(few, "a.md").blocks[0].kind is BlockKind.HEADING
    assert reads(many, "a.md").blocks[0].text == "# A"
