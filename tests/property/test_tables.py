"""What an alignment of tables keeps, whatever stands in them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sverka import align, compare
from sverka.alignment import BothCells
from sverka.model import (
    EVERY_ASPECT,
    Block,
    BlockKind,
    Cell,
    Comparison,
    Document,
    Link,
    LinkKind,
    Run,
    Side,
    Traits,
)
from sverka.presentation.comparison_index import index
from sverka.presentation.redline import RedlineText
from sverka.weave import ParagraphBreak, changes_by_link, strands_of

MIRRORED = {
    LinkKind.INSERTED: LinkKind.DELETED,
    LinkKind.DELETED: LinkKind.INSERTED,
    LinkKind.SPLIT: LinkKind.MERGED,
    LinkKind.MERGED: LinkKind.SPLIT,
}

Table = list[list[str]]
VALUES = ["0", "0", "—", "5", "14", "2025", "да", "нет", "一", "Ош", ""]
NAMES = ["Bishkek", "Ош", "Нарын", "Талас", "北京", "Köln", "Баткен", "Токмок", "Каракол", "Lyon"]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    return draw(
        st.lists(
            st.lists(st.sampled_from([*VALUES, *NAMES]), min_size=columns, max_size=columns),
            max_size=7,
        )
    )


@st.composite
def price_lists(draw: st.DrawFn) -> Table:
    """A heading and rows of different names, with values of which most stand many times."""
    columns = draw(st.integers(1, 3))
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=3, max_size=len(NAMES)))
    row = st.lists(st.sampled_from(VALUES[:-1]), min_size=columns, max_size=columns)
    return [["Place", *(f"In {2020 + k}" for k in range(columns))]] + [
        [name, *draw(row)] for name in names
    ]


def mirror(link: Link) -> Link:
    kind = MIRRORED.get(link.kind, link.kind)
    return Link(link.new, link.old, kind, link.moved, link.similarity)


def laid_out(*several: Table) -> tuple[list[str], list[Cell | None]]:
    """The paragraphs of tables between lines of text; an empty cell has none."""
    texts, cells = ["This stands above all tables."], list[Cell | None]([None])
    for number, table in enumerate(several, 1):
        for r, row in enumerate(table, 1):
            for c, text in enumerate(row, 1):
                if text:
                    texts.append(text)
                    cells.append(Cell(number, r, c))
        texts.append(f"This stands below table {number}.")
        cells.append(None)
    return texts, cells


@settings(max_examples=150)
@given(st.lists(tables(), max_size=2), st.lists(tables(), max_size=2))
def test_every_paragraph_of_tables_stands_in_one_link_and_exchanging_mirrors(
    first: list[Table], second: list[Table]
) -> None:
    (old, ours), (new, theirs) = laid_out(*first), laid_out(*second)
    forth = align(old, new, cells=BothCells(ours, theirs))
    assert sorted(i for link in forth.links for i in link.old) == list(range(len(old)))
    assert sorted(j for link in forth.links for j in link.new) == list(range(len(new)))
    fixed = [link for link in forth.links if link.old and link.new and not link.moved]
    assert [link.old for link in fixed] == sorted(link.old for link in fixed)
    assert [link.new for link in fixed] == sorted(link.new for link in fixed)
    back = align(new, old, cells=BothCells(theirs, ours))
    by_place = sorted(forth.links, key=lambda link: (link.old, link.new))
    assert by_place == sorted(map(mirror, back.links), key=lambda link: (link.old, link.new))
    assert forth == align(list(old), list(new), cells=BothCells(list(ours), list(theirs)))


@given(st.lists(tables(), max_size=3))
def test_tables_against_themselves_are_equal_and_unmoved(several: list[Table]) -> None:
    texts, cells = laid_out(*several)
    links = align(texts, texts, cells=BothCells(cells, cells)).links
    assert all(link.kind is LinkKind.EQUAL and not link.moved for link in links)
    assert [link.new for link in links] == [link.old for link in links]


@settings(max_examples=150)
@given(price_lists(), st.randoms(use_true_random=False))
def test_shuffled_rows_are_only_moved_and_whole(table: Table, chance: object) -> None:
    rows = table[1:]
    chance.shuffle(rows)  # type: ignore[attr-defined]
    (old, ours), (new, theirs) = laid_out(table), laid_out([table[0], *rows])
    links = align(old, new, cells=BothCells(ours, theirs)).links
    assert {link.kind for link in links} == {LinkKind.EQUAL}
    moved: dict[int, set[bool]] = {}
    for link in links:
        here, there = ours[link.old[0]], theirs[link.new[0]]
        if here is not None and there is not None:
            assert here.column == there.column
            moved.setdefault(here.row, set()).add(link.moved)
    assert all(len(each) == 1 for each in moved.values())


@settings(max_examples=150)
@given(price_lists(), st.data())
def test_a_cell_that_was_edited_is_one_change_there(table: Table, data: st.DataObject) -> None:
    row = data.draw(st.integers(1, len(table) - 1))
    column = data.draw(st.integers(1, len(table[0]) - 1))
    value = data.draw(st.sampled_from([*VALUES[:-1], "371", *NAMES]))
    edited = [list(each) for each in table]
    edited[row][column] = value
    (old, ours), (new, theirs) = laid_out(table), laid_out(edited)
    links = align(old, new, cells=BothCells(ours, theirs)).links
    assert not any(link.moved for link in links)
    changed = [link for link in links if link.kind is not LinkKind.EQUAL]
    assert len(changed) == (value != table[row][column])
    for link in changed:
        assert ours[link.old[0]] == theirs[link.new[0]] == Cell(1, row + 1, column + 1)


def document(several: list[Table], name: str) -> Document:
    """Tables with all their cells, the empty ones too."""
    blocks = [Block(BlockKind.PARAGRAPH, (Run("This stands above all tables."),))]
    for number, table in enumerate(several, 1):
        for r, row in enumerate(table, 1):
            for c, text in enumerate(row, 1):
                cell = Cell(number, r, c)
                runs = (Run(text),) if text else ()
                blocks.append(Block(BlockKind.TABLE_CELL, runs, cell=cell))
        blocks.append(Block(BlockKind.PARAGRAPH, (Run(f"This stands below table {number}."),)))
    traits = Traits(formatted=True, structured=True, tells=EVERY_ASPECT)
    return Document(f"{name}.docx", "docx", name, blocks=tuple(blocks), traits=traits)


def woven(result: Comparison, side: Side) -> dict[int, str]:
    """The paragraphs of a side, out of both versions woven into one."""
    changes = changes_by_link(result)
    found = {}
    for number, link in enumerate(result.alignment.links):
        parts = strands_of(result, number, changes.get(number, ()))
        texts = [""]
        for part in parts:
            if isinstance(part, ParagraphBreak):
                texts += [""] * part.ends(side)
            else:
                texts[-1] += part.of(side)
        found.update(zip(link.of(side), texts, strict=False))
    return found


@settings(max_examples=80, deadline=None)
@given(st.lists(tables(), max_size=2), st.lists(tables(), max_size=2))
def test_both_versions_of_tables_are_rebuilt_from_what_was_told(
    first: list[Table], second: list[Table]
) -> None:
    result = compare(document(first, "a"), document(second, "b"))
    for side in Side:
        texts = [paragraph.text for paragraph in result.version(side).paragraphs]
        assert woven(result, side) == dict(enumerate(texts))
    told = [link for one in result.changes if one.kind.is_of_words for link in one.links]
    links = enumerate(result.alignment.links)
    alone = [number for number, link in links if not (link.old and link.new)]
    assert sorted(link for link in told if link in alone) == alone
    known = index(result)
    for side in Side:
        for number in range(len(known.side(side).paragraphs)):
            for one in known.side(side).changes_of(number):
                assert number in result.paragraphs_of(result.changes[one], side)
    redline = RedlineText(known)
    for number in range(len(redline)):
        assert redline.paragraph(number).text
