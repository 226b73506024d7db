"""What a format leaves to the program that shows it is no change against one that says it."""

from collections.abc import Sequence

import pytest

from sverka import compare
from sverka.model import (
    EVERY_ASPECT,
    Attribute,
    Block,
    BlockKind,
    Change,
    Document,
    ListItem,
    Object,
    ObjectKind,
    Run,
    Style,
    Traits,
)

WORD = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)
PAGE = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT, plain=True)
BEFORE = Block(BlockKind.PARAGRAPH, (Run("The council met in the old hall and chose a speaker."),))


def changes(old: Block, new: Block, traits: Sequence[Traits]) -> tuple[Change, ...]:
    pair = (
        Document(name, "", name, blocks=(BEFORE, one), traits=own)
        for name, one, own in (("old", old, traits[0]), ("new", new, traits[1]))
    )
    return compare(*pair).changes


def block(text: str, style: Style = Style(), **more: object) -> Block:  # noqa: B008 - frozen
    return Block(more.pop("kind", BlockKind.PARAGRAPH), (Run(text, style),), **more)  # type: ignore[arg-type]


def item(label: str, number: int) -> Block:
    place = ListItem("1", 1, "decimal", number)
    return block("Pay the toll.", kind=BlockKind.LIST_ITEM, level=1, label=label, item=place)


def pictured(words: str) -> Block:
    return block("Here it is.", objects=(Object(0, ObjectKind.PICTURE, "a" * 64, words),))


PAIRS = {
    "several blanks": (block("Pay\t5  coins at the gate"), block("Pay 5 coins at the gate")),
    "blanks at a line's end": (block("Pay here. \nThen go."), block("Pay here.\nThen go.")),
    "blanks around a sign": (block("One  |  two"), block("One | two")),
    "half a point": (block("Pay.", Style(size=9.5)), block("Pay.", Style(size=9.0))),
    "marks around a number": (item("(2)", 2), item("2.", 2)),
    "title": (
        block("Of tolls", kind=BlockKind.HEADING, level=1, style_name="Title"),
        block("Of tolls"),
    ),
    "alternative text": (pictured("A bridge"), pictured("")),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_one_format_leaves_to_others_is_a_change_of_versions_of_one_format_only(
    name: str,
) -> None:
    old, new = PAIRS[name]
    for traits in ((WORD, PAGE), (PAGE, WORD)):
        assert changes(old, new, traits) == ()
        assert changes(new, old, traits) == ()
    assert len(changes(old, new, (WORD, WORD))) > 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (block("Pay 5 coins"), block("Pay5 coins")),
        (item("2.", 2), item("3.", 3)),
        (block("Pay.", Style(size=9.0)), block("Pay.", Style(size=10.0))),
        (pictured("A bridge"), pictured("A port")),
        (block("Roses are red.\nIt is so."), block("Roses are red. It is so.")),
    ],
)
def test_what_both_formats_say_is_told(old: Block, new: Block) -> None:
    assert len(changes(old, new, (WORD, PAGE))) == 1


def contents(style: Style, *, field: bool = True) -> Block:
    page = Object(11, ObjectKind.FIELD, r"PAGEREF _Toc \h", "4", 1)
    objects = (Object(0, ObjectKind.LINK, "#_Toc", "", 12), *((page,) if field else ()))
    return block("Of tolls\t  4", style, objects=objects)


def test_a_list_of_contents_looks_as_the_program_wants_that_fills_it_in() -> None:
    linked = Style(underline=True, colour="0000FF")
    assert changes(contents(linked), contents(Style()), (WORD, WORD)) == ()
    assert changes(contents(linked), contents(Style(), field=False), (WORD, WORD)) == ()
    (bold,) = changes(contents(linked), contents(Style(bold=True)), (WORD, WORD))
    assert [one.attribute for one in bold.alterations] == [Attribute.BOLD]
