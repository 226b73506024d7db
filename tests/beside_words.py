"""Two versions with one of everything that can change beside the words, for tests."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sverka.comparison import compare
from sverka.model import (
    EVERY_ASPECT,
    Block,
    BlockKind,
    Comparison,
    Document,
    ListItem,
    Object,
    ObjectKind,
    Options,
    Part,
    Run,
    Source,
    Style,
    Traits,
)

TRAITS = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)
_TURNS = {"*": "bold", "~": "strike", "^": "raised"}
SITE = "https://example.org/"


def document(name: str, blocks: Sequence[Block]) -> Document:
    """A document of a format that tells everything."""
    return Document(f"{name}.docx", "docx", name, blocks=tuple(blocks), traits=TRAITS)


def text(written: str, **more: object) -> Block:
    """A paragraph: *bold*, ~struck out~, ^raised^."""
    runs = []
    style = Style()
    for piece in re.split(r"([*~^])", written):
        if piece in _TURNS:
            name = _TURNS[piece]
            style = replace(style, **{name: not getattr(style, name)})  # type: ignore[arg-type]
        elif piece:
            runs.append(Run(piece, style))
    return replace(Block(BlockKind.PARAGRAPH, tuple(runs)), **more)  # type: ignore[arg-type]


def heading(words: str, level: int) -> Block:
    """A heading."""
    return text(words, kind=BlockKind.HEADING, level=level)


def item(number: int, words: str) -> Block:
    """A numbered item of the one list."""
    place = ListItem("1", 1, "decimal", number, "7")
    label = f"{number}."
    return text(words, kind=BlockKind.LIST_ITEM, level=1, label=label, item=place)


def holding(written: str, kind: ObjectKind, digest: str, over: str = "", **more: object) -> Block:
    """A paragraph with an object on the words `over`, or before the last word."""
    at = written.index(over) if over else written.rindex(" ")
    one = Object(at, kind, digest, length=len(over), **more)  # type: ignore[arg-type]
    return text(written, objects=(one,))


def beside_words(options: Options | None = None) -> Comparison:
    """The comparison of the two versions, with one change of words among them."""
    return compare(document("original", _old()), document("revised", _new()), options or Options())


def _old() -> list[Block]:
    return [
        heading("On the bridges of the district", 1),
        text("Entry is *not* free for visitors."),
        text("The ticket costs ~50 soms~ today."),
        text("The reserve is 10^6^ cubic metres."),
        holding("See the site of the council.", ObjectKind.LINK, f"{SITE}a", "the site"),
        holding("Read the rules of the park.", ObjectKind.LINK, f"{SITE}rules", "rules"),
        holding("Here is the view of it.", ObjectKind.PICTURE, "aa", words="A bridge in winter"),
        holding(
            "The plan stands below it.", ObjectKind.PICTURE, "cc", words="Plan", size=(283.5, 141.7)
        ),
        holding("I agree to the terms.", ObjectKind.CHECK_BOX, "unchecked"),
        holding("This is page 3", ObjectKind.FIELD, "PAGE", "3"),
        heading("What is forbidden", 2),
        item(1, "Nobody may swim under the bridge."),
        item(2, "Nobody may anchor a boat to its piers."),
        item(3, "Nobody may light a fire on its deck."),
        text("Whoever breaks clause 2 pays a fine of 300 soms."),
        holding("It was built in a year of drought.", ObjectKind.NOTE_REFERENCE, "footnote:2", ""),
        holding("It was mended in another year of rain.", ObjectKind.FORMULA, "a+b"),
        Block(BlockKind.NOTE, (Run("In 1931."),), source=Source(Part.FOOTNOTE), note="footnote:2"),
    ]


def _new() -> list[Block]:
    note = Object(6, ObjectKind.NOTE_REFERENCE, "footnote:2")
    return [
        heading("On the bridges of the district", 1),
        text("Entry is not free for visitors."),
        text("The ticket costs 50 soms today."),
        text("The reserve is 106 cubic metres."),
        holding("See the site of the council.", ObjectKind.LINK, f"{SITE}b", "the site"),
        text("Read the rules of the park."),
        holding("Here is the view of it.", ObjectKind.PICTURE, "bb", words="A bridge in summer"),
        holding(
            "The plan stands below it.", ObjectKind.PICTURE, "cc", words="Plan", size=(226.8, 113.4)
        ),
        holding("I agree to the terms.", ObjectKind.CHECK_BOX, "checked"),
        holding("This is page 3", ObjectKind.FIELD, "NUMPAGES", "3"),
        text("What is forbidden"),
        item(1, "Nobody may swim under the bridge."),
        item(2, "Nobody may walk on its railings or climb its lamps."),
        item(3, "Nobody may anchor a boat to its piers."),
        item(4, "Nobody may light a fire on its deck."),
        text("Whoever breaks clause 2 pays a fine of 500 soms."),
        text("It was built in a year of drought.", objects=(note,)),
        holding("It was mended in another year of rain.", ObjectKind.FORMULA, "a+b"),
        Block(BlockKind.NOTE, (Run("In 1931."),), source=Source(Part.FOOTNOTE), note="footnote:2"),
    ]
