"""A row that came in is marked in each of its cells, and listed once with all of them."""

import pytest

from sverka import compare
from sverka.language import ENGLISH
from sverka.model import (
    EVERY_ASPECT,
    Block,
    BlockKind,
    Cell,
    ChangeKind,
    Document,
    Run,
    Side,
    Traits,
)
from sverka.presentation.inner import differences_of
from sverka.presentation.inspector import inspect_change
from sverka.presentation.item_marks import Role, marks, signature
from sverka.presentation.list_entries import line
from sverka.presentation.pane_items import Item, ItemKind
from sverka.presentation.redline import RedlineText
from sverka.presentation.scene import Scene, scene

OLD = ["City | 2024 | 2025", "Bishkek | 10 | 11", "Osh | 20 | 21"]
NEW = ["City | 2024 | 2025", "Bishkek | 10 | 11", "Naryn | 30 | 31", "Osh | 20 | 21"]


def document(name: str, rows: list[str]) -> Document:
    blocks = tuple(
        Block(BlockKind.TABLE_CELL, (Run(text),), cell=Cell(1, row, column))
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells.split(" | "), 1)
    )
    traits = Traits(formatted=True, structured=True, tells=EVERY_ASPECT)
    return Document(f"{name}.docx", "docx", name, blocks=blocks, traits=traits)


@pytest.fixture(params=[Side.NEW, Side.OLD])
def made(request: pytest.FixtureRequest) -> tuple[Scene, Side]:
    """The row came in, or seen the other way round went, and the side it is on."""
    versions = [document("a", OLD), document("b", NEW)]
    if request.param is Side.OLD:
        versions.reverse()
    return scene(compare(*versions)), request.param


def test_the_list_has_it_once_with_all_its_cells(made: tuple[Scene, Side]) -> None:
    shown, side = made
    assert len(shown.entries) == 1
    said = line(shown.entries, 0, ENGLISH).spoken
    done = "added" if side is Side.NEW else "deleted"
    assert said == f"1. Naryn │ 30 │ 31 · Row {done}, number, wording · table 1, row “Naryn”"
    close = inspect_change(shown.comparison, 0, ENGLISH)
    assert close.heading.startswith(f"Change 1 · Row {done}")
    assert close.reasons[0] == "Table 1, row “Naryn”."


def test_the_pane_marks_each_cell_whole(made: tuple[Scene, Side]) -> None:
    shown, side = made
    role = Role.INSERTION if side is Side.NEW else Role.DELETION
    paragraphs = shown.comparison.version(side).paragraphs
    assert [p.text for p in paragraphs[6:9]] == ["Naryn", "30", "31"]
    for number in range(len(paragraphs)):
        length = len(paragraphs[number].text)
        found = marks(shown.index, side, Item(ItemKind.TEXT, number, 0, length))
        of_row = number in (6, 7, 8)
        assert [(m.start, m.end, m.role, m.change) for m in found] == [
            (0, length, role, 0)
        ] * of_row
        sign = {Side.NEW: "+", Side.OLD: "−"}[side] if of_row else ""
        assert signature(shown.index, side, number).sign == sign


def test_the_redline_marks_each_cell(made: tuple[Scene, Side]) -> None:
    shown, side = made
    redline = RedlineText(shown.index)
    kind = ChangeKind.INSERTION if side is Side.NEW else ChangeKind.DELETION
    assert shown.comparison.changes[0].kind is kind
    marked = []
    for number in range(len(redline)):
        text = redline.paragraph(number).text
        if redline.marks(Item(ItemKind.TEXT, number, 0, len(text))):
            marked.append(text)
    assert marked == ["Naryn", "30", "31"]


def test_one_walks_through_its_cells(made: tuple[Scene, Side]) -> None:
    shown, side = made
    link = shown.comparison.changes[0].link
    places = [one.span(side) for one in differences_of(shown.index, link)]
    assert [place.paragraph for place in places if place is not None] == [6, 7, 8]


def test_a_row_that_went_stands_behind_the_whole_row_before_it() -> None:
    rows = ["City | 2024 | 2025", "Bishkek | 10 | 11", "Osh | 20 | 21", "Naryn | 30 | 31"]
    turned = ["City | 2025 | 2024", "Bishkek | 11 | 10", "Naryn | 31 | 30"]
    shown = scene(compare(document("a", rows), document("b", turned)))
    redline = RedlineText(shown.index)
    cells = [redline.paragraph(number).cell for number in range(len(redline))]
    texts = [redline.paragraph(number).text for number in range(len(redline))]
    gone = texts.index("Osh")
    assert texts[gone : gone + 3] == ["Osh", "20", "21"]
    assert {cell.row for cell in cells[:gone] if cell is not None} == {1, 2}
    assert {cell.row for cell in cells[gone + 3 :] if cell is not None} <= {3, 4}
