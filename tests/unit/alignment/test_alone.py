"""What stands alone in its place is linked with what stands there, however unlike it is."""

from sverka import align
from sverka.alignment import BothKinds
from sverka.model import BlockKind, LinkKind

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


def test_a_new_row_is_inserted() -> None:
    new = [*OLD[:6], "Школы", "1", "2", *OLD[6:]]
    kinds = [link.kind for link in align(OLD, new).links]
    assert kinds.count(LinkKind.INSERTED) == 3
    assert kinds.count(LinkKind.EQUAL) == len(OLD)


def test_what_is_short_and_alone_between_linked_neighbours_is_linked_by_its_place() -> None:
    assert ((1,), (1,)) in linked(["Мосты", "да", "Дороги"], ["Мосты", "нет", "Дороги"])
    assert ((0,), (0,)) in linked(["Основы", "Порт открыт"], ["Что это?", "Порт открыт"])


def test_what_is_long_and_alone_is_not_linked_by_its_place() -> None:
    old = "A gull sat on the mast and watched the boats go out."
    new = "In winter nobody came here, so that the lamps stayed dark."
    assert ((1,), (1,)) not in linked(["Harbour", old, "Pier"], ["Harbour", new, "Pier"])


def test_a_line_that_goes_on_or_introduces_is_not_linked_by_its_place() -> None:
    for old, new in (("he bowed to pain,", "wise and cold"), ("He said:", "wise and cold")):
        assert ((1,), (1,)) not in linked(["Harbour", old, "Pier"], ["Harbour", new, "Pier"])


REST = "It is closed in winter, when the wind comes from the north and ships stay out at sea."
BEGUN = "The eastern pier is open."


def test_a_paragraph_of_which_the_first_or_last_sentence_was_kept_is_linked() -> None:
    for whole in (f"{BEGUN} {REST} {REST}", f"{REST} {REST} {BEGUN}"):
        pair = ["Harbour", whole, "Lamps"], ["Harbour", BEGUN, "Lamps"]
        assert ((1,), (1,)) in linked(*pair)
        assert ((1,), (1,)) in linked(*reversed(pair))


def test_a_kept_sentence_is_found_beside_what_is_new() -> None:
    old = ["Harbour", f"{BEGUN} {REST} {REST}", "Lamps"]
    new = ["Harbour", "Nobody knows who wrote this down, nor when.", BEGUN, "Lamps"]
    assert ((1,), (2,)) in linked(old, new)


def test_an_exact_twin_elsewhere_is_no_neighbour_by_its_place() -> None:
    old = ["One", "Whoever comes late, pays.", "Two", "Three", "Four"]
    new = ["One", "Late, who pays", "Two", "Whoever comes late, pays.", "Three", "Four"]
    assert ((1,), (3,)) in linked(old, new)


def test_a_heading_is_linked_with_the_heading() -> None:
    old = ["Harbour", "About ships and lights", "Gulls sat on the mast of every boat.", "Pier"]
    new = ["Harbour", "Nobody came.", "What a visitor to this coast may expect", "Pier"]
    body, head = BlockKind.PARAGRAPH, BlockKind.HEADING
    kinds = BothKinds([body, head, body, body], [body, body, head, body])
    found = {(link.old, link.new) for link in align(old, new, kinds=kinds).links}
    assert ((1,), (2,)) in found
    turned = BothKinds(kinds.new, kinds.old)
    found = {(link.old, link.new) for link in align(new, old, kinds=turned).links}
    assert ((2,), (1,)) in found


def test_a_heading_is_not_linked_with_a_paragraph_by_its_place() -> None:
    kinds = BothKinds([BlockKind.HEADING] * 3, [BlockKind.HEADING, BlockKind.PARAGRAPH] * 2)
    old, new = ["One", "Gulls", "Two"], ["One", "Nobody came.", "Two"]
    links = align(old, new, kinds=kinds._replace(new=kinds.new[:3])).links
    assert ((1,), (1,)) not in {(link.old, link.new) for link in links}


def test_cells_are_linked_with_as_many_cells_in_their_order() -> None:
    old = ["Bridges", "open to all", "kept by the town of Alm", "Roads"]
    new = ["Bridges", "closed since last spring", "nobody", "Roads"]
    kinds = [BlockKind.TABLE_CELL] * 4
    found = {(link.old, link.new) for link in align(old, new, kinds=BothKinds(kinds, kinds)).links}
    assert {((1,), (1,)), ((2,), (2,))} <= found
