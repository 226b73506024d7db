"""The numbers and bullets that lists print."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.model import BlockKind
from sverka.readers import read
from sverka.readers.list_numerals import numeral
from sverka.readers.office.symbols import symbol, unprivate

Docx = Callable[..., Path]


def level(index: int, style: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def concrete(key: int, target: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{target}"/>{overrides}</w:num>'


def item(list_id: int, index: int = 0, text: str = "x") -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{list_id}"/></w:numPr>'
        f"</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def labels(path: Path) -> list[str | None]:
    return [block.label for block in read(path).blocks]


LEVELS = (
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "%2)"),
    level(2, "lowerRoman", "%1.%2.%3"),
)
SIMPLE = abstract(0, *LEVELS) + concrete(1, 0)


def test_levels_count_and_restart_below_a_higher_one(docx: Docx) -> None:
    body = "".join(item(1, n) for n in (0, 1, 1, 2, 2, 0, 1, 2))
    assert labels(docx(body, numbering=SIMPLE)) == [
        "1.", "a)", "b)", "1.b.i", "1.b.ii", "2.", "a)", "2.a.i",
    ]  # fmt: skip


def test_a_list_item_knows_its_level(docx: Docx) -> None:
    (block,) = read(docx(item(1, 1), numbering=SIMPLE)).blocks
    assert (block.kind, block.level, block.label) == (BlockKind.LIST_ITEM, 2, "a)")


def test_a_skipped_level_counts_as_its_start(docx: Docx) -> None:
    assert labels(docx(item(1, 2), numbering=SIMPLE)) == ["1.a.i"]


def test_lists_of_one_kind_go_on_counting_unless_told_to_start_anew(docx: Docx) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    numbering = (
        abstract(0, *LEVELS)
        + concrete(1, 0)
        + concrete(2, 0)
        + concrete(3, 0, override.format(1))
        + concrete(4, 0, override.format(7))
    )
    body = "".join(item(n) for n in (1, 1, 2, 3, 3, 1, 4, 4))
    assert labels(docx(body, numbering=numbering)) == [
        "1.", "2.", "3.", "1.", "2.", "3.", "7.", "8.",
    ]  # fmt: skip


def test_a_level_may_be_replaced_for_one_list(docx: Docx) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "§ %1")}</w:lvlOverride>'
    numbering = abstract(0, *LEVELS) + concrete(1, 0, override)
    assert labels(docx(item(1) + item(1), numbering=numbering)) == ["§ I", "§ II"]


def test_a_level_may_restart_late_or_never(docx: Docx) -> None:
    never = level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>')
    numbering = abstract(0, LEVELS[0], never) + concrete(1, 0)
    body = "".join(item(1, n) for n in (0, 1, 1, 0, 1))
    assert labels(docx(body, numbering=numbering)) == ["1.", "1", "2", "2.", "3"]


def test_legal_numbers_are_figures(docx: Docx) -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    numbering = abstract(0, level(0, "upperRoman", "%1"), legal) + concrete(1, 0)
    assert labels(docx(item(1) + item(1, 1), numbering=numbering)) == ["I", "1.1"]


def test_bullets_are_what_is_printed(docx: Docx) -> None:
    font = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'
    numbering = (
        abstract(
            0, level(0, "bullet", "\uf0b7").replace("</w:lvl>", font.format("Symbol") + "</w:lvl>")
        )
        + abstract(
            1,
            level(0, "bullet", "\uf0fc").replace("</w:lvl>", font.format("Wingdings") + "</w:lvl>"),
        )
        + abstract(2, level(0, "bullet", "–"))
        + concrete(1, 0)
        + concrete(2, 1)
        + concrete(3, 2)
    )
    assert labels(docx(item(1) + item(2) + item(3), numbering=numbering)) == ["•", "✓", "–"]


def test_a_style_may_bring_the_list(docx: Docx) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    tied = level(1, "decimal", "%1.%2", '<w:pStyle w:val="h"/>')
    numbering = abstract(0, LEVELS[0], tied) + concrete(1, 0)
    paragraph = '<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    path = docx(item(1) + paragraph + paragraph, numbering=numbering, styles=styles)
    assert [(b.kind, b.label) for b in read(path).blocks] == [
        (BlockKind.LIST_ITEM, "1."),
        (BlockKind.HEADING, "1.1"),
        (BlockKind.HEADING, "1.2"),
    ]


def test_a_list_may_be_that_of_a_list_style(docx: Docx) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="My list"/><w:pPr><w:numPr>'
        '<w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = abstract(0, *LEVELS) + link + concrete(5, 0) + concrete(6, 1)
    assert labels(docx(item(6) + item(6), numbering=numbering, styles=styles)) == ["1.", "2."]


@pytest.mark.parametrize("list_id", [0, 99])
def test_no_list_means_no_number(docx: Docx, list_id: int) -> None:
    (block,) = read(docx(item(list_id), numbering=SIMPLE)).blocks
    assert (block.kind, block.label) == (BlockKind.PARAGRAPH, None)


def test_an_item_in_a_table_cell_has_its_label(docx: Docx) -> None:
    table = f"<w:tbl><w:tr><w:tc>{item(1)}</w:tc></w:tr></w:tbl>"
    (block,) = read(docx(table, numbering=SIMPLE)).blocks
    assert (block.kind, block.label) == (BlockKind.TABLE_CELL, "1.")


def test_empty_items_are_counted_as_they_are_printed(docx: Docx) -> None:
    path = docx(item(1) + item(1, text="") + item(1), numbering=SIMPLE)
    assert labels(path) == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("lowerRoman", {4: "iv", 1999: "mcmxcix", 4000: "4000"}),
        ("upperRoman", {9: "IX", 49: "XLIX"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("russianLower", {1: "а", 7: "ж", 10: "к", 27: "э", 29: "я", 30: "аа"}),
        ("russianUpper", {11: "Л"}),
        ("chineseCounting", {3: "三", 10: "十", 12: "十二", 20: "二十", 105: "一百〇五"}),
        ("ideographDigital", {105: "一〇五"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("numberInDash", {3: "- 3 -"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 23: "23rd"}),
        ("hindiNumbers", {12: "١٢"}),
        ("decimalFullWidth", {12: "１２"}),
        ("chicago", {1: "*", 5: "**"}),
        ("hex", {255: "FF"}),
        ("none", {1: ""}),
        ("nobodyKnows", {7: "7"}),
        ("lowerLetter", {0: "0", -3: "-3", 10**9: "1000000000"}),
    ],
)
def test_numerals(style: str, expected: dict[int, str]) -> None:
    assert {count: numeral(count, style) for count in expected} == expected


def test_symbol_fonts_become_unicode() -> None:
    assert symbol("Symbol", 0x61) == symbol("symbol", 0xF061) == "α"
    assert symbol("Wingdings", 0xF04A) == "☺"
    assert symbol("Wingdings", 0xF081) == "①"
    assert symbol("Arial", 0x41) == "A"
    assert symbol(None, 0xF041) == symbol("Symbol", 0x7FFF) == symbol("Arial", 0xD800) == "\ufffd"


def test_only_private_characters_are_touched() -> None:
    assert unprivate("a\uf0b7", "Symbol") == "a•"
    assert unprivate("a\uf0b7", "Arial") == "a\uf0b7"
    assert unprivate("plain", "Symbol") == "plain"
