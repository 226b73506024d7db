"""What changed beside the words is said in one line, and so is what was so before and after."""

from pathlib import Path

import pytest

from sverka.language import ENGLISH, language
from sverka.model import (
    Alteration,
    Attribute,
    AttributeValue,
    BlockKind,
    Category,
    Change,
    ChangeKind,
    ObjectKind,
    Part,
    Span,
)
from sverka.wording import alteration_reach, alteration_sides, alteration_words

GOLDEN = Path(__file__).parents[2] / "golden" / "alterations"
FAR = "https://example.org/reports/2025/the-long-way-to-the-northern-districts/"

A = Attribute
ALTERED: list[tuple[ObjectKind | None, list[tuple[Attribute, AttributeValue, AttributeValue]]]] = [
    *[
        (None, [(attribute, old, not old)])
        for attribute in list(Attribute)[:8]
        for old in (False, True)
    ],
    (None, [(A.BOLD, False, True), (A.SIZE, 12.0, 10.5)]),
    (None, [(A.FONT, "Calibri", "Arial")]),
    (None, [(A.COLOUR, None, "FF0000")]),
    (None, [(A.COLOUR, "C00000", None)]),
    (None, [(A.COLOUR, "1F4E79", "0070C0")]),
    (None, [(A.HIGHLIGHT, None, "yellow")]),
    (None, [(A.HIGHLIGHT, "darkBlue", None)]),
    (None, [(A.HIGHLIGHT, "lightGray", "A1B2C3")]),
    (None, [(A.KIND, BlockKind.HEADING, BlockKind.PARAGRAPH), (A.LEVEL, 1, None)]),
    (None, [(A.KIND, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM), (A.LEVEL, None, 1)]),
    (None, [(A.KIND, BlockKind.LIST_ITEM, BlockKind.HEADING), (A.LEVEL, 2, 3)]),
    (None, [(A.LEVEL, 1, 2)]),
    (None, [(A.NUMBER, "3.", "4.")]),
    (None, [(A.NUMBER, "3.", None)]),
    (None, [(A.NUMBER, None, "§ 4")]),
    (None, [(A.NUMBER_FORMAT, "1.", "a)")]),
    (None, [(A.NUMBER_FORMAT, "\uf0b7", "1.")]),
    (None, [(A.CELL_SPAN, (1, 1), (2, 3))]),
    (None, [(A.HEADER_ROW, False, True)]),
    (None, [(A.HEADER_ROW, True, False)]),
    (None, [(A.KIND, "table", BlockKind.PARAGRAPH)]),
    (None, [(A.KIND, Part.FOOTNOTE, Part.ENDNOTE)]),
    (None, [(A.UNDERLINE, "single", "double")]),
    (None, [(A.UNDERLINE, "thick", "dotted"), (A.STRIKE, "single", "double")]),
    (None, [(A.UNDERLINE, "dashed", "wavy"), (A.CAPS, "all", "small")]),
    (ObjectKind.LINK, [(A.TARGET, "https://example.org/a", "https://example.org/b")]),
    (ObjectKind.LINK, [(A.TARGET, FAR + "a?page=1", FAR + "b")]),
    (ObjectKind.LINK, [(A.TARGET, None, "https://example.org/a")]),
    (ObjectKind.LINK, [(A.TARGET, "https://example.org/a", None)]),
    (ObjectKind.LINK, [(A.PLACE, None, None)]),
    (ObjectKind.PICTURE, [(A.PICTURE, "aa", "bb")]),
    (ObjectKind.PICTURE, [(A.PICTURE, "aa", "bb"), (A.ALTERNATIVE_TEXT, "A bridge", "A port")]),
    (ObjectKind.PICTURE, [(A.PICTURE, "aa", None), (A.ALTERNATIVE_TEXT, "A bridge", None)]),
    (ObjectKind.PICTURE, [(A.PICTURE, None, "aa")]),
    (
        ObjectKind.PICTURE,
        [(A.ALTERNATIVE_TEXT, "A", "B"), (A.EXTENT, (283.5, 141.7), (226.8, 120))],
    ),
    (ObjectKind.PICTURE, [(A.ALTERNATIVE_TEXT, "A bridge", "")]),
    (ObjectKind.PICTURE, [(A.ALTERNATIVE_TEXT, "", "A bridge")]),
    (ObjectKind.PICTURE, [(A.CROP, (0.0, 0.0, 0.0, 0.0), (0.2, 0.0, 0.0, 0.051))]),
    (ObjectKind.PICTURE, [(A.CROP, (0.0, 0.1, 0.3, 0.0), (0.0, 0.0, 0.0, 0.0))]),
    (ObjectKind.PICTURE, [(A.PLACE, None, None)]),
    (ObjectKind.NOTE_REFERENCE, [(A.PLACE, None, None)]),
    (ObjectKind.NOTE_REFERENCE, [(A.MARK, None, "footnote:2")]),
    (ObjectKind.NOTE_REFERENCE, [(A.MARK, "comment:0", None)]),
    (ObjectKind.NOTE_REFERENCE, [(A.NAME, "Ada", "Bob")]),
    (ObjectKind.READING, [(A.READING, "とう", "きょう")]),
    (ObjectKind.READING, [(A.READING, None, "きょう")]),
    (ObjectKind.READING, [(A.READING, "とう", None)]),
    (ObjectKind.FIELD, [(A.CODE, "PAGE", "NUMPAGES")]),
    (ObjectKind.FIELD, [(A.CODE, "PAGE", None)]),
    (ObjectKind.CHECK_BOX, [(A.STATE, "unchecked", "checked")]),
    (ObjectKind.CHECK_BOX, [(A.STATE, None, "unchecked")]),
    (ObjectKind.FORMULA, [(A.FORMULA, "a+b", "a−b")]),
    (ObjectKind.CONTROL, [(A.NAME, "Customer", "Client")]),
    (ObjectKind.CONTROL, [(A.NAME, None, "Client")]),
]


def change(
    thing: ObjectKind | None,
    altered: list[tuple[Attribute, AttributeValue, AttributeValue]],
    alike: int = 0,
    references: int = 0,
) -> Change:
    place = Span(0, 0, 1)
    return Change(
        ChangeKind.OBJECT if thing else ChangeKind.FORMATTING,
        (Category.FORMATTING,),
        place,
        place,
        0,
        alterations=tuple(Alteration(*one) for one in altered),
        object=thing,
        alike=tuple(range(1, alike + 1)),
        references=(place,) * references,
    )


def said(code: str) -> str:
    """Every alteration of the table: what is otherwise, then before | after."""
    lines = []
    for thing, altered in ALTERED:
        one = change(thing, altered)
        lines.append(alteration_words(one, language(code)))
        lines.append("    " + " | ".join(alteration_sides(one, language(code))))
    for count in (1, 2, 5, 21):
        whole = change(None, [(A.FONT, "Calibri", "Arial")], count - 1 or 20)
        lines.append(alteration_words(whole, language(code)))
        numbers = change(None, [(A.NUMBER, "3.", "4.")], count, count)
        lines.append(alteration_words(numbers, language(code)))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("code", ["en", "ru", "ky"])
def test_alterations_are_said_as_the_golden_file_has_them(code: str) -> None:
    assert said(code) == (GOLDEN / f"{code}.txt").read_text("utf-8")


def test_every_attribute_is_in_the_table() -> None:
    assert {one[0] for _, altered in ALTERED for one in altered} == set(Attribute)


def test_a_change_of_words_alters_nothing_beside_them() -> None:
    words = Change(ChangeKind.INSERTION, (Category.WORDING,), None, Span(0, 0, 4), 0, alike=(1, 2))
    assert alteration_reach(words, ENGLISH) == ()
    assert alteration_words(words, ENGLISH) == ""
    assert alteration_sides(words, ENGLISH) == ("", "")


def test_no_other_colour_has_a_name() -> None:
    odd = change(None, [(A.COLOUR, "windowText", "#12ab34")])
    assert alteration_words(odd, ENGLISH) == "windowText → #12AB34"
