"""Blocks, lines, pages and odd characters of plain text."""

from pathlib import Path

import pytest

from sverka.language import ENGLISH
from sverka.model import BlockKind, Cancelled, Document, ReadError, Stage
from sverka.readers import plain_text, read, read_text
from sverka.wording import notice_words


def blocks(text: str) -> list[tuple[str, tuple[int, int] | None]]:
    return [(block.text, block.source.lines) for block in read_text(text, "pasted").blocks]


def from_file(tmp_path: Path, data: bytes, encoding: str | None = None) -> Document:
    path = tmp_path / "file.txt"
    path.write_bytes(data)
    return read(path, encoding=encoding)


def test_blocks_stand_between_blank_lines_and_keep_their_line_numbers() -> None:
    text = "\nTitle of\ntwo lines\n\n \t\nParagraph\n"
    assert blocks(text) == [("Title of\ntwo lines", (2, 3)), ("Paragraph", (6, 6))]


def test_white_space_around_lines_is_kept() -> None:
    assert blocks("  indented \ttext  \nnext\t\n") == [("  indented \ttext  \nnext\t", (1, 2))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\x85", "\u2028", "\u2029"])
def test_every_line_end_of_unicode_counts(end: str) -> None:
    assert blocks(f"a{end}b{end}{end}c") == [("a\nb", (1, 2)), ("c", (4, 4))]


def test_mixed_line_ends_count_once_each() -> None:
    assert blocks("a\r\n\r\nb\rc\n\rd") == [("a", (1, 1)), ("b\nc", (3, 4)), ("d", (6, 6))]


def test_a_form_feed_ends_the_block_and_the_page_but_not_the_line() -> None:
    document = read_text("one\ntwo\f\nthree\n\ffour\f\f", "pasted")
    assert [(b.text, b.source.lines, b.source.page) for b in document.blocks] == [
        ("one\ntwo", (1, 2), 1),
        ("three", (3, 3), 2),
        ("four", (4, 4), 3),
    ]
    assert document.properties.pages == 3


def test_text_without_form_feeds_has_no_pages() -> None:
    document = read_text("one", "pasted")
    assert document.properties.pages is None
    assert document.blocks[0].source.page is None


def test_every_block_is_a_paragraph_of_one_plain_run() -> None:
    (block,) = read_text("- one\n- two", "pasted").blocks
    assert block.kind is BlockKind.PARAGRAPH
    assert len(block.runs) == 1


def test_control_characters_become_visible_and_are_counted() -> None:
    document = read_text("a\x00b\x1bc\x7f\x9f\ufffe", "pasted")
    assert document.blocks[0].text == "a␀b␛c␡��"
    assert "5 control characters" in notice_words(document.notices[0], ENGLISH)


def test_the_end_mark_of_old_systems_is_no_text() -> None:
    document = read_text("text\r\n\x1a", "pasted")
    assert document.blocks[0].text == "text"
    assert document.notices == ()


def test_pasted_text_has_the_hash_of_its_utf_8(tmp_path: Path) -> None:
    document = read_text("Привет", "pasted")
    assert document.sha256 == from_file(tmp_path, "Привет".encode()).sha256
    assert document.path == "pasted"
    assert document.properties.encoding is None


def test_half_a_surrogate_pair_can_be_pasted() -> None:
    assert read_text("a\ud800b", "pasted").blocks[0].text == "a?b"


@pytest.mark.parametrize("text", ["", " \t\r\n\u00a0\f", "\x1a"])
def test_text_of_nothing_but_space_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="“pasted” holds no text"):
        read_text(text, "pasted")


def test_a_file_of_nothing_but_space_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no text"):
        from_file(tmp_path, b" \r\n\r\n")


def test_too_much_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "MAX_TEXT_BYTES", 1024 * 1024)
    with pytest.raises(ReadError, match="larger than 1 MB"):
        from_file(tmp_path, b"a " * 1024 * 1024)
    with pytest.raises(ReadError, match="larger than 1 MB"):
        read_text("a " * 1024 * 1024, "pasted")


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("line\n" * 10_000)

    def stop(_stage: Stage, fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(path, progress=stop)


def test_what_the_file_is_is_in_the_properties(tmp_path: Path) -> None:
    document = from_file(tmp_path, "Текст".encode())
    assert document.format == "text"
    assert document.name == "file.txt"
    assert document.properties.size == 10
    assert document.properties.encoding == "utf-8"
    assert document.properties.modified is not None
    assert document.notices == ()
