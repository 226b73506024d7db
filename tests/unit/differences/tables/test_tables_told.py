"""What became of tables is told once: by the cell, the row, the column or the table."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sverka import compare
from sverka.differences.tables import with_tables
from sverka.language import language
from sverka.model import (
    EVERY_ASPECT,
    Alignment,
    Attribute,
    Block,
    BlockKind,
    Category,
    Cell,
    Change,
    ChangeKind,
    Comparison,
    Document,
    Run,
    Side,
    Span,
    Style,
    TablePart,
    Traits,
)
from sverka.wording import change_place, change_title, excerpt, summary

TRAITS = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)
MIRRORED = {ChangeKind.INSERTION: ChangeKind.DELETION, ChangeKind.DELETION: ChangeKind.INSERTION}
Table = Sequence[str]
"""The rows of a table, their cells parted by "|"; a cell behind "||" covers that one as well."""


def blocks(table: Table, number: int) -> list[Block]:
    made = []
    for row, line in enumerate(table, 1):
        texts = [text.strip() for text in line.split("|")]
        for column, text in enumerate(texts, 1):
            if text == "<":
                continue
            covers = 1 + sum(1 for _ in _while_left(texts[column:]))
            runs = (Run(text),) if text else ()
            cell = Cell(number, row, column, 1, covers)
            made.append(Block(BlockKind.TABLE_CELL, runs, cell=cell))
    return made


def _while_left(texts: Sequence[str]) -> Sequence[str]:
    found = []
    for text in texts:
        if text != "<":
            break
        found.append(text)
    return found


def document(name: str, *tables: Table) -> Document:
    made = [Block(BlockKind.PARAGRAPH, (Run("What stands above the tables of this text."),))]
    for number, table in enumerate(tables, 1):
        made += blocks(table, number)
        below = (Run(f"What stands below, and is no part of it: {'abcdefgh'[number] * 9}."),)
        made.append(Block(BlockKind.PARAGRAPH, below))
    return Document(f"{name}.docx", "docx", name, blocks=tuple(made), traits=TRAITS)


def compared(old: Sequence[Table], new: Sequence[Table]) -> Comparison:
    forth = compare(document("a", *old), document("b", *new))
    back = compare(document("b", *new), document("a", *old))
    mirrored = [(MIRRORED.get(c.kind, c.kind), c.table_part, c.new, c.old) for c in back.changes]
    here = [(c.kind, c.table_part, c.old, c.new) for c in forth.changes]
    assert sorted(here, key=str) == sorted(mirrored, key=str)
    assert rebuilt(forth, Side.OLD) == [p.text for p in forth.old.paragraphs]
    assert rebuilt(forth, Side.NEW) == [p.text for p in forth.new.paragraphs]
    return forth


def rebuilt(result: Comparison, side: Side) -> list[str]:
    """The paragraphs of a side: those of the other through the links, with the changes in them."""
    own: dict[int, list[Change]] = {}
    for change in result.changes:
        for link in change.links if change.table_part else (change.link,):
            if change.kind.is_of_words:
                own.setdefault(link, []).append(result.change_in(change, link))
    texts: dict[int, str] = {}
    for number, link in enumerate(result.alignment.links):
        if not link.of(side):
            continue
        (here,), there = link.of(side), link.of(side.other)
        other = result.version(side.other).paragraphs[there[0]].text if there else ""
        made, at = "", 0
        for change in own.get(number, ()):
            span, far = change.span(side), change.span(side.other)
            made += other[at : far.start] if far else ""
            if span is not None:
                assert span.paragraph == here
                made += result.version(side).paragraphs[here].text[span.start : span.end]
            at = far.end if far else at
        texts[here] = made + other[at:]
    return [texts[number] for number in sorted(texts)]


def told(result: Comparison, code: str = "en") -> list[str]:
    """Each change as a person reads it: what, where, before and after."""
    said = language(code)
    lines = []
    for change in result.changes:
        both = excerpt(result, change, context=0)
        before, after = ("".join(f.text for f in side) for side in (both.old, both.new))
        words = after if change.kind is ChangeKind.MOVE else f"{before}→{after}"
        lines.append(f"{change_title(change, said)}: {change_place(result, change, said)}: {words}")
    return lines


FIGURES = ["City | 2024 | 2025", "Bishkek | 5 | 0", "Osh | 0 | 0", "Naryn | 3 | —", "Talas | — | 0"]

CASES: dict[str, tuple[str, Table, Table, list[str]]] = {
    "one figure among zeros": (
        "en",
        FIGURES,
        [*FIGURES[:2], "Osh | 0 | 7", *FIGURES[3:]],
        ["Replacement: table 1, row “Osh”, column 2025: 0→7"],
    ),
    "two figures that changed places": (
        "en",
        FIGURES,
        [FIGURES[0], "Bishkek | 0 | 5", *FIGURES[2:]],
        [
            "Replacement: table 1, row “Bishkek”, column 2024: 5→0",
            "Replacement: table 1, row “Bishkek”, column 2025: 0→5",
        ],
    ),
    "figures of two rows that changed places": (
        "ru",
        ["Товар | Цена", "Хлеб ржаной | 48", "Молоко | 92", "Соль | 48"],
        ["Товар | Цена", "Хлеб ржаной | 92", "Молоко | 48", "Соль | 48"],
        [
            "Замена: таблица 1, строка «Хлеб ржаной», столбец «Цена»: 48→92",
            "Замена: таблица 1, строка «Молоко», столбец «Цена»: 92→48",
        ],
    ),
    "a row that came in, numbered rows": (
        "ru",
        ["№ | Сотрудник | Ставка", "1 | Орлов | 1", "2 | Зимина | 0,5"],
        ["№ | Сотрудник | Ставка", "1 | Орлов | 1", "2 | Котов | 1", "3 | Зимина | 0,5"],
        [
            "Строка добавлена: таблица 1, строка «Котов»: →2 │ Котов │ 1",
            "Замена: таблица 1, строка «Зимина», столбец «№»: 2→3",
        ],
    ),
    "a row that went and one that came in its place": (
        "ky",
        ["Айыл | Үй | Адам", "Ак-Суу | 61 | 240", "Көк-Таш | 18 | 77", "Жаңы-Жер | 9 | 30"],
        ["Айыл | Үй | Адам", "Ак-Суу | 61 | 240", "Кара-Ой | 25 | 91", "Жаңы-Жер | 9 | 30"],
        [
            "Сап өчүрүлгөн: 1-таблица, «Көк-Таш» сабы: Көк-Таш │ 18 │ 77→",
            "Сап кошулган: 1-таблица, «Кара-Ой» сабы: →Кара-Ой │ 25 │ 91",
        ],
    ),
    "a timetable, a row moved": (
        "de",
        ["Zug | Ab | An", "RE 1 | 8:05 | 9:10", "RE 7 | 8:35 | —", "S 3 | 9:05 | 9:40"],
        ["Zug | Ab | An", "S 3 | 9:05 | 9:40", "RE 1 | 8:05 | 9:10", "RE 7 | 8:35 | —"],
        ["Row moved: table 1, row “S 3”: S 3 │ 9:05 │ 9:40"],
    ),
    "a timetable, a row moved and edited": (
        "de",
        ["Zug | Ab | An", "RE 1 | 8:05 | 9:10", "RE 7 | 8:35 | —", "S 3 | 9:05 | 9:40"],
        ["Zug | Ab | An", "S 3 | 9:05 | 9:45", "RE 1 | 8:05 | 9:10", "RE 7 | 8:35 | —"],
        [
            "Row moved: table 1, row “S 3”: S 3 │ 9:05 │ 9:45",
            "Replacement: table 1, row “S 3”, column “An”: 9:40→9:45",
        ],
    ),
    "a column that came in": (
        "zh",
        ["地区 | 一月 | 二月", "东区 | 640 | 0", "西区 | 0 | 13", "南区 | 28 | 0"],
        [
            "地区 | 一月 | 新增 | 二月",
            "东区 | 640 | 5 | 0",
            "西区 | 0 | 0 | 13",
            "南区 | 28 | 7 | 0",
        ],
        ["Column added: table 1, column “新增”: →新增 │ 5 │ 0 │ 7"],
    ),
    "a column that went": (
        "en",
        FIGURES,
        [line.rsplit(" | ", 1)[0] for line in FIGURES],
        ["Column deleted: table 1, column 2025: 2025 │ 0 │ 0 │ — │ 0→"],
    ),
    "columns that changed places": (
        "ru",
        ["Область | План | Факт", "Чуй | 14 | 3", "Ош | 5 | 22", "Нарын | 8 | 31"],
        ["Область | Факт | План", "Чуй | 3 | 14", "Ош | 22 | 5", "Нарын | 31 | 8"],
        ["Столбец перенесён: таблица 1, столбец «План»: План │ 14 │ 5 │ 8"],
    ),
    "a year that goes on": (
        "en",
        ["City | 2023 | 2024", "Bishkek | 10 | 11", "Osh | 20 | 21", "Naryn | 30 | 31"],
        ["City | 2024 | 2025", "Bishkek | 11 | 12", "Osh | 21 | 22", "Naryn | 31 | 32"],
        [
            "Column deleted: table 1, column 2023: 2023 │ 10 │ 20 │ 30→",
            "Column added: table 1, column 2025: →2025 │ 12 │ 22 │ 32",
        ],
    ),
    "a cell that was filled": (
        "en",
        ["City | 2024 | 2025", "Bishkek | 5 | ", "Osh | 1 | 6"],
        ["City | 2024 | 2025", "Bishkek | 5 | 9", "Osh | 1 | 6"],
        ["Insertion: table 1, row “Bishkek”, column 2025: →9"],
    ),
    "a row that was empty and was filled": (
        "en",
        ["Name | Signed", "Orlov | yes", " | ", "Kotov | no"],
        ["Name | Signed", "Orlov | yes", "Zimina | yes", "Kotov | no"],
        [
            "Insertion: table 1, row “Zimina”, column 1: →Zimina",
            "Insertion: table 1, row “Zimina”, column 2: →yes",
        ],
    ),
    "cells that were merged": (
        "en",
        ["Name | Post | Since", "Orlov | Head | 2020", "Kotov | Guard | 2021"],
        ["Name | Post | Since", "Orlov | Head | <", "Kotov | Guard | 2021"],
        [
            "Formatting: table 1, row “Orlov”, column “Post”: Head→Head",
            "Deletion: table 1, row “Orlov”, column “Since”: 2020→",
        ],
    ),
    "a column below a cell that covers it": (
        "en",
        ["Name | Income | <", "Place | 2024 | 2025", "Osh | 11 | 12", "Uzgen | 21 | 22"],
        [
            "Name | Income | < | <",
            "Place | 2024 | 2025 | 2026",
            "Osh | 11 | 12 | 13",
            "Uzgen | 21 | 22 | 23",
        ],
        ["Column added: table 1, column “Income”: →2026 │ 13 │ 23"],
    ),
    "every figure another": (
        "en",
        ["City | 2024 | 2025", "Bishkek | 10 | 11", "Osh | 20 | 21"],
        ["City | 2024 | 2025", "Bishkek | 12 | 13", "Osh | 22 | 23"],
        [
            "Replacement: table 1, row “Bishkek”, column 2024: 10→12",
            "Replacement: table 1, row “Bishkek”, column 2025: 11→13",
            "Replacement: table 1, row “Osh”, column 2024: 20→22",
            "Replacement: table 1, row “Osh”, column 2025: 21→23",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_table_is_told_by_its_rows_columns_and_cells(case: str) -> None:
    code, old, new, expected = CASES[case]
    assert told(compared([old], [new]), code if code in ("ru", "ky") else "en") == expected


def test_a_table_that_came_in_is_one_change() -> None:
    result = compared([FIGURES], [["x | y", "1 | 2"], FIGURES])
    (change,) = [c for c in result.changes if c.table_part is not None]
    assert (change.kind, change.table_part) == (ChangeKind.INSERTION, TablePart.TABLE)
    assert result.paragraphs_of(change, Side.NEW) == (1, 2, 3, 4)
    assert result.paragraphs_of(change, Side.OLD) == ()
    assert "Tables: 1 table added." in " ".join(summary(result, language("en")))


def test_rows_that_stayed_together_moved_together() -> None:
    rows = [f"Item {name} | {k} | 0" for k, name in enumerate("ABCDEFGH", 31)]
    result = compared(
        [["Item | Price | Tax", *rows]], [["Item | Price | Tax", *rows[6:], *rows[:6]]]
    )
    (change,) = result.changes
    assert (change.kind, change.table_part) == (ChangeKind.MOVE, TablePart.ROW)
    assert change_place(result, change, language("en")) == "table 1, rows 2–3"
    assert "Tables: 2 rows moved." in " ".join(summary(result, language("en")))


def test_the_extent_of_a_cell_is_what_altered() -> None:
    result = compared([["Name | Post", "Orlov | "]], [["Name | Post", "Orlov | <"]])
    (change,) = result.changes
    (altered,) = change.alterations
    assert (altered.attribute, altered.old, altered.new) == (Attribute.CELL_SPAN, (1, 1), (1, 2))


def test_formats_that_cannot_tell_tables_are_told_line_by_line() -> None:
    old = document("a", FIGURES)
    new = Document("b.txt", "txt", "b", blocks=old.blocks[:4], traits=Traits())
    assert not any(change.table_part for change in compare(old, new).changes)


def headed(*heads: tuple[str, bool]) -> Comparison:
    """A list of people of which one name was changed, its first row bold or not."""

    def version(name: str, who: str) -> Document:
        rows = [[Run(text, Style(bold=bold)) for text, bold in heads]]
        rows += [
            [Run("Head"), Run(who)],
            [Run("Guard"), Run("Kotov")],
            [Run("Cook"), Run("Belova")],
        ]
        made = [
            Block(BlockKind.TABLE_CELL, (run,), cell=Cell(1, r, c))
            for r, row in enumerate(rows, 1)
            for c, run in enumerate(row, 1)
        ]
        return Document(f"{name}.docx", "docx", name, blocks=tuple(made), traits=TRAITS)

    return compare(version("a", "Orlov"), version("b", "Zimina"))


def test_words_above_words_are_heads_only_where_they_look_like_that() -> None:
    bold, plain = (headed(("Post", look), ("Who", look)) for look in (True, False))
    assert told(bold) == ["Replacement: table 1, row “Head”, column “Who”: Orlov→Zimina"]
    assert told(plain) == ["Replacement: table 1, row “Head”, column 2: Orlov→Zimina"]


def test_a_figure_out_of_a_block_that_is_no_part_of_its_table_is_a_number_that_moved() -> None:
    table = ["5 | apples", "7 | pears", "plums | cherries"]
    made = compare(document("a", table), document("b", [*table, "one more | row"]))
    whole = list(made.alignment.links)
    moved = next(n for n, link in enumerate(whole) if made.old.paragraphs[link.old[0]].text == "5")
    links = [
        replace(link, moved=True) if number in (moved, moved + 1, moved + 2) else link
        for number, link in enumerate(whole)
    ]
    block = Change(
        ChangeKind.MOVE,
        (),
        Span(links[moved].old[0], 0, 1),
        Span(links[moved].new[0], 0, 1),
        moved,
        last_old=links[moved + 2].old[0],
        last_new=links[moved + 2].new[0],
    )
    told = with_tables([block], made.old, made.new, Alignment(tuple(links)))
    assert [(one.table_part, one.categories) for one in told] == [
        (TablePart.ROW, ()),
        (None, (Category.NUMBER,)),
    ]


def test_a_cell_of_a_row_that_went_two_ways_is_no_row_whichever_version_is_old() -> None:
    long = "A sentence that is long enough to be known in any cell it stands in, number {}."
    first, second, third = (long.format(word) for word in ("one", "two", "three"))
    old = [f"{first} | {second}", "pears | apples", f"plums | {third}"]
    new = ["pears | apples", f"{first} | plums", f"{third} | {second}"]
    compared([old], [new])
