"""Figures in the same place of a table are linked, however unlike they are."""

from sverka import align
from sverka.model import LinkKind

OLD = ["Объект", "2024", "2025", "Мосты", "4", "17", "Дороги, км", "145", "150"]


def linked(old: list[str], new: list[str]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.old, link.new) for link in align(old, new).links}


def test_a_changed_cell_is_one_edited_link() -> None:
    new = [*OLD[:4], "5", *OLD[5:]]
    (edited,) = [link for link in align(OLD, new).links if link.kind is not LinkKind.EQUAL]
    assert (edited.old, edited.new, edited.kind) == ((4,), (4,), LinkKind.EDITED)


def test_neighbouring_cells_are_linked_in_their_order() -> None:
    new = [*OLD[:4], "5", "21", *OLD[6:]]
    assert {((4,), (4,)), ((5,), (5,))} <= linked(OLD, new)


def test_cells_at_the_edges_of_the_text_are_linked() -> None:
    assert linked(["1", "Мосты", "4"], ["2", "Мосты", "9"]) == {
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), (2,)),
    }


def test_words_are_not_linked_by_their_place() -> None:
    assert ((1,), (1,)) not in linked(["Мосты", "да", "Дороги"], ["Мосты", "нет", "Дороги"])


def test_a_new_row_is_inserted() -> None:
    new = [*OLD[:6], "Школы", "1", "2", *OLD[6:]]
    kinds = [link.kind for link in align(OLD, new).links]
    assert kinds.count(LinkKind.INSERTED) == 3
    assert kinds.count(LinkKind.EQUAL) == len(OLD)
