"""The inspector: why paragraphs were put beside each other."""

from sverka import compare
from sverka.language import ENGLISH
from sverka.model import (
    Aspect,
    Block,
    BlockKind,
    Cell,
    Document,
    Object,
    ObjectKind,
    Part,
    Run,
    Source,
    Traits,
)
from sverka.presentation.inspector import inspect_change

SENTENCES = (
    "The lighthouse keeper counted the ships that passed before noon.",
    "When he reached forty he lit his pipe and went down to the boats.",
    "His daughter had mended the nets and waited with the bread and cheese.",
    "Inland, the farmers complained about the drought as they did every year.",
)


def reasons(old: list[str], new: list[str]) -> list[str]:
    """What is said of the first change between two versions."""
    first, second = (
        Document("a.txt", "text", "", blocks=tuple(_block(text) for text in texts))
        for texts in (old, new)
    )
    return list(inspect_change(compare(first, second), 0, ENGLISH).reasons)


def _block(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, (Run(text),))


def test_the_paragraphs_of_a_long_split_are_told_as_a_range() -> None:
    said = reasons([" ".join(SENTENCES)], list(SENTENCES))
    assert "Paragraph 1 was linked to 1–4: 100 % of their words agree." in said
    assert "One paragraph of the original became several." in said


def test_of_paragraphs_cut_elsewhere_it_is_said_that_their_borders_moved() -> None:
    first, second, third, fourth = SENTENCES
    said = reasons(
        [f"{first} {second}", f"{third} {fourth}"], [first, f"{second} {third} {fourth}"]
    )
    assert "The borders between the paragraphs moved." in said
    assert "One paragraph of the original became several." not in said


def test_cells_of_tables_are_not_said_to_agree_in_words() -> None:
    first, second = (
        Document(
            "a.txt",
            "text",
            "",
            blocks=tuple(
                Block(BlockKind.TABLE_CELL, (Run(words),), cell=Cell(1, 1, column))
                for column, words in enumerate(("Binding of books", figure), 1)
            ),
        )
        for figure in ("130", "310")
    )
    shown = inspect_change(compare(first, second), 0, ENGLISH)
    assert shown.heading == "Change 1 · Replacement, number"
    assert not any("linked" in reason for reason in shown.reasons)


def test_a_mark_without_words_stands_where_it_was_and_where_it_is() -> None:
    note = Block(
        BlockKind.NOTE, (Run("In 1931."),), source=Source(Part.FOOTNOTE), note="footnote:1"
    )
    tells = Traits(tells=frozenset({Aspect.NOTE_MARKS}))
    first, second = (
        Document(
            "a.docx",
            "docx",
            "",
            traits=tells,
            blocks=(
                Block(
                    BlockKind.PARAGRAPH,
                    (Run("It was built in a year of drought."),),
                    objects=(Object(at, ObjectKind.NOTE_REFERENCE, "footnote:1"),),
                ),
                note,
            ),
        )
        for at in (12, 33)
    )
    shown = inspect_change(compare(first, second), 0, ENGLISH)
    assert shown.heading == "Change 1 · Note mark"
    assert "".join(piece.text for piece in shown.before).startswith("It was built◈ in")
    assert "".join(piece.text for piece in shown.after).endswith("drought◈.")
