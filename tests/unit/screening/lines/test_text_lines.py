from collections.abc import Callable

from sverka.model import Block, BlockKind, Document, Part, Run, Source
from sverka.screening.lines.text_lines import lines_of, sources_of


def test_lines_know_their_place_in_block_and_file(text: Callable[[str], Document]) -> None:
    lines = lines_of(text("\n  Один  \nдва\n\n\n\tтри"))
    assert [(line.text, line.block, line.start, line.end) for line in lines] == [
        ("Один", 0, 2, 6),
        ("два", 0, 9, 12),
        ("три", 1, 1, 4),
    ]
    assert [line.number for line in lines] == [2, 3, 6]
    assert [line.gap for line in lines] == [1, 0, 2]
    assert [line.indent for line in lines] == [2, 0, 8]


def test_a_form_feed_turns_the_page() -> None:
    block = Block(
        BlockKind.PARAGRAPH, (Run("один\n\fдва\nтри\f\nчетыре"),), source=Source(lines=(1, 4))
    )
    lines = lines_of(Document("a", "text", "", blocks=(block,)))
    assert [line.turns for line in lines] == [False, True, False, True]


def test_the_body_comes_first_and_comments_last() -> None:
    parts = [Part.COMMENT, Part.FOOTNOTE, Part.BODY, Part.TEXT_BOX, Part.ENDNOTE, Part.HEADER]
    blocks = tuple(Block(BlockKind.PARAGRAPH, (Run(part),), source=Source(part)) for part in parts)
    lines = lines_of(Document("a", "docx", "", blocks=blocks))
    assert [line.text for line in lines] == ["body", "footnote", "endnote", "text-box", "comment"]


def test_neighbouring_lines_are_one_place(text: Callable[[str], Document]) -> None:
    lines = lines_of(text("один\nдва\n\nтри\nчетыре"))
    assert [source.lines for source in sources_of(lines)] == [(1, 2), (4, 5)]


def test_a_block_without_text_is_no_line_and_opens_no_gap() -> None:
    first, second = Block(BlockKind.PARAGRAPH, (Run("a"),)), Block(BlockKind.PARAGRAPH, (Run("b"),))
    empty = Block(BlockKind.PARAGRAPH, ())
    plain = lines_of(Document("a", "docx", "", blocks=(first, second)))
    spaced = lines_of(Document("a", "docx", "", blocks=(empty, first, empty, empty, second, empty)))
    assert [line.block for line in spaced] == [1, 4]
    assert [line._replace(block=0) for line in spaced] == [line._replace(block=0) for line in plain]


def test_a_printed_block_without_text_is_no_line() -> None:
    source = Source(page=1, box=(0.0, 0.0, 10.0, 10.0))
    assert (
        lines_of(Document("a", "pdf", "", blocks=(Block(BlockKind.PARAGRAPH, (), source=source),)))
        == []
    )
