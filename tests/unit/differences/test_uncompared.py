"""What two versions carry beside their words is told where nobody compares it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from sverka import compare
from sverka.language import ENGLISH, language
from sverka.model import (
    EVERY_ASPECT,
    Aspect,
    Block,
    BlockKind,
    Cell,
    Comparison,
    Document,
    ListItem,
    NotCompared,
    Object,
    ObjectKind,
    Part,
    Run,
    Side,
    Source,
    Style,
    Traits,
)
from sverka.wording import summary, uncompared_words

DOCX = Traits(soft_breaks=True, formatted=True, structured=True)
SENTENCES = ("The council met on Monday.", "It rained.", "The bridge stays closed.")
BOTH = (Side.OLD, Side.NEW)

Edit = Callable[[Block], Block]


def document(*blocks: Block, name: str = "a.docx", traits: Traits = DOCX) -> Document:
    return Document(name, name.rpartition(".")[2], name, blocks=blocks, traits=traits)


def written(*texts: str, edit: Edit | None = None, at: int = 0) -> tuple[Block, ...]:
    blocks = [Block(BlockKind.PARAGRAPH, (Run(text),)) for text in texts]
    if edit is not None:
        blocks[at] = edit(blocks[at])
    return tuple(blocks)


def holding(kind: ObjectKind, digest: str, offset: int = 4, words: str = "") -> Edit:
    return lambda block: replace(block, objects=(Object(offset, kind, digest, words, 3),))


def looking(style: Style) -> Edit:
    def edit(block: Block) -> Block:
        text = block.text
        return replace(block, runs=(Run(text[:4]), Run(text[4:11], style), Run(text[11:])))

    return edit


def numbered(number: int, label: str) -> Edit:
    item = ListItem("1", 1, "decimal", number)
    return lambda block: replace(block, kind=BlockKind.LIST_ITEM, item=item, label=label, level=1)


def heading(level: int) -> Edit:
    return lambda block: replace(block, kind=BlockKind.HEADING, level=level)


DIFFERENT: dict[str, tuple[Edit | None, Edit | None, Aspect]] = {
    "bold gone": (looking(Style(bold=True)), None, Aspect.FORMATTING),
    "struck out": (None, looking(Style(strike=True)), Aspect.FORMATTING),
    "another colour": (
        looking(Style(colour="FF0000")),
        looking(Style(colour="00FF00")),
        Aspect.FORMATTING,
    ),
    "raised": (None, looking(Style(raised=True)), Aspect.FORMATTING),
    "heading level": (heading(1), heading(2), Aspect.HEADING_LEVELS),
    "heading to body": (heading(1), None, Aspect.HEADING_LEVELS),
    "list start": (numbered(1, "1."), numbered(2, "2."), Aspect.LIST_NUMBERS),
    "no list": (numbered(1, "1."), None, Aspect.LIST_NUMBERS),
    "link target": (
        holding(ObjectKind.LINK, "https://example.org/a"),
        holding(ObjectKind.LINK, "https://example.org/b"),
        Aspect.LINKS,
    ),
    "link on other words": (
        holding(ObjectKind.LINK, "https://example.org/a", 4),
        holding(ObjectKind.LINK, "https://example.org/a", 9),
        Aspect.LINKS,
    ),
    "picture": (
        holding(ObjectKind.PICTURE, "aa"),
        holding(ObjectKind.PICTURE, "bb"),
        Aspect.PICTURES,
    ),
    "alternative text": (
        holding(ObjectKind.PICTURE, "aa", words="A bridge"),
        holding(ObjectKind.PICTURE, "aa", words="A harbour"),
        Aspect.PICTURES,
    ),
    "check box": (
        holding(ObjectKind.CHECK_BOX, "checked"),
        holding(ObjectKind.CHECK_BOX, "unchecked"),
        Aspect.CHECK_BOXES,
    ),
    "formula": (holding(ObjectKind.FORMULA, "x"), None, Aspect.FORMULAS),
    "field": (holding(ObjectKind.FIELD, "DATE"), holding(ObjectKind.FIELD, "TIME"), Aspect.FIELDS),
    "merged cells": (
        lambda block: replace(block, cell=Cell(1, 1, 1, columns=2)),
        lambda block: replace(block, cell=Cell(1, 1, 1)),
        Aspect.TABLES,
    ),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_what_differs_under_the_same_words_is_told_with_the_number_of_paragraphs(case: str) -> None:
    before, after, aspect = DIFFERENT[case]
    old = document(*written(*SENTENCES, edit=before))
    new = document(*written(*SENTENCES, edit=after), name="b.docx")
    result = compare(old, new)
    assert result.changes == ()
    held = tuple(side for side, edit in zip(Side, (before, after), strict=True) if edit)
    assert result.not_compared == (NotCompared(aspect, held, 1),)
    assert summary(result, ENGLISH)[0] == "No words changed."
    assert "(1 paragraph)" in summary(result, ENGLISH)[1]


@pytest.mark.parametrize("case", DIFFERENT)
def test_what_is_the_same_under_the_same_words_is_not_told(case: str) -> None:
    edit = DIFFERENT[case][0] or DIFFERENT[case][1]
    old = document(*written(*SENTENCES, edit=edit))
    new = document(*written(*SENTENCES, edit=edit), name="b.docx")
    result = compare(old, new)
    assert result.not_compared == ()
    assert uncompared_words(result, ENGLISH) == ()
    told = ("Compared: text, tables.",) if DIFFERENT[case][2] is Aspect.TABLES else ()
    assert summary(result, ENGLISH) == ("Nothing changed: both versions read the same.", *told)


def test_a_mark_that_went_to_another_paragraph_is_told_though_the_note_says_the_same() -> None:
    def noted(at: int, name: str) -> Document:
        mark = holding(ObjectKind.NOTE_REFERENCE, name)
        note = Block(BlockKind.NOTE, (Run("See page 4."),), source=Source(Part.FOOTNOTE), note=name)
        return document(*written(*SENTENCES, edit=mark, at=at), note, name=f"{name}.docx")

    moved = compare(noted(0, "footnote:1"), noted(2, "footnote:2"))
    assert moved.not_compared == (NotCompared(Aspect.NOTE_MARKS, BOTH, 2),)
    assert compare(noted(0, "footnote:1"), noted(0, "footnote:2")).not_compared == ()


def test_a_picture_that_stands_alone_in_its_paragraph_is_seen() -> None:
    def pictured(digest: str) -> Document:
        picture = holding(ObjectKind.PICTURE, digest, 0)(Block(BlockKind.PARAGRAPH, ()))
        return document(*written(*SENTENCES), picture, name=f"{digest}.docx")

    result = compare(pictured("aa"), pictured("bb"))
    assert result.not_compared == (NotCompared(Aspect.PICTURES, BOTH, 1),)


def test_files_of_the_same_bytes_leave_nothing_out() -> None:
    old = document(*written(*SENTENCES, edit=looking(Style(bold=True))))
    new = replace(document(*written(*SENTENCES)), sha256=old.sha256)
    assert compare(old, new).not_compared == ()


def test_formatting_of_changed_words_is_not_compared_and_links_there_are() -> None:
    def told(texts: Sequence[str], edit: Edit, name: str) -> Document:
        return document(*written(*texts, edit=edit), name=name)

    changed = ("The council met on Friday.", *SENTENCES[1:])
    bold = looking(Style(bold=True))
    result = compare(told(SENTENCES, bold, "a.docx"), told(changed, bold, "b.docx"))
    assert result.not_compared == (NotCompared(Aspect.FORMATTING, BOTH),)
    links = [holding(ObjectKind.LINK, f"https://example.org/{k}") for k in "ab"]
    same = compare(told(SENTENCES, links[0], "a.docx"), told(changed, links[0], "b.docx"))
    other = compare(told(SENTENCES, links[0], "a.docx"), told(changed, links[1], "b.docx"))
    assert same.not_compared == ()
    assert other.not_compared == (NotCompared(Aspect.LINKS, BOTH, 1),)


def against_text() -> Comparison:
    blocks = list(written(*SENTENCES, edit=looking(Style(bold=True))))
    blocks[1] = holding(ObjectKind.LINK, "https://example.org/a")(blocks[1])
    head = Block(BlockKind.PARAGRAPH, (Run("Council"),), source=Source(Part.HEADER))
    text = Traits(hard_wrapped=True)
    return compare(
        document(*written(*SENTENCES), name="published.txt", traits=text),
        document(*blocks, head, name="corrected.docx"),
    )


def test_what_one_format_cannot_tell_is_named_beside_the_answer() -> None:
    assert summary(against_text(), ENGLISH) == (
        "Nothing changed: both versions read the same.",
        "Compared: text; not compared: formatting, links, page headers and footers "
        "(published.txt has none).",
    )


@pytest.mark.parametrize("code", ["ru", "ky"])
def test_it_is_named_in_the_language_asked_for(code: str) -> None:
    (sentence,) = uncompared_words(against_text(), language(code))
    assert "published.txt" in sentence
    assert "ompared" not in sentence
    assert "formatting" not in sentence


def test_one_size_and_typeface_for_all_is_no_formatting() -> None:
    look = Style(size=11.0, font="Arial")
    blocks = tuple(Block(BlockKind.PARAGRAPH, (Run(text, look),)) for text in SENTENCES)
    text = Traits(hard_wrapped=True)
    plain = document(*written(*SENTENCES), name="a.txt", traits=text)
    assert compare(plain, document(*blocks)).not_compared == ()


@pytest.mark.parametrize("tells", [frozenset(), EVERY_ASPECT])
def test_tables_are_compared_but_for_merged_cells_that_a_format_does_not_tell(
    tells: frozenset[Aspect],
) -> None:
    def table(columns: int, name: str, *texts: str) -> Document:
        blocks = list(written(*texts))
        cells = (Cell(1, 1, 1, columns=columns), Cell(1, 2, 1), Cell(1, 2, 2))
        rows = [replace(one, cell=cell) for one, cell in zip(blocks, cells, strict=True)]
        return document(*rows, name=name, traits=replace(DOCX, tells=tells))

    old, same = table(1, "a.docx", *SENTENCES), table(1, "b.docx", *SENTENCES)
    changed = table(1, "c.docx", SENTENCES[0], "It snowed.", SENTENCES[2])
    for new in (same, changed):
        result = compare(old, new)
        assert (result.not_compared, Aspect.TABLES in result.compared) == ((), True)
    wide = compare(old, table(2, "d.docx", *SENTENCES))
    assert len(wide.changes) + len(wide.not_compared) == 1
    if not tells:
        assert wide.not_compared == (NotCompared(Aspect.TABLES, BOTH, 1),)
        assert "merged cells of tables (1 paragraph)" in summary(wide, ENGLISH)[1]
