"""Moves: what must speak for a pair that no order supports."""

from sverka import align
from sverka.model import Link, LinkKind

BODY = [
    "The committee met on Tuesday and heard the report of the treasurer about the roof.",
    "Nobody had expected that the repair would cost more than the whole building did.",
    "A loan was proposed, and the chairman asked for opinions from every member present.",
    "The secretary read aloud two letters that had arrived from the neighbouring parish.",
    "It was resolved to ask three builders for written offers before the end of April.",
    "The meeting closed with a song, and the lamps were put out shortly before midnight.",
]


def moved(old: list[str], new: list[str]) -> list[Link]:
    return [link for link in align(old, new).links if link.moved]


def test_an_edited_paragraph_is_recognised_far_away() -> None:
    edited = BODY[0].replace("Tuesday", "Friday").replace("heard", "discussed")
    (link,) = moved(BODY, [*BODY[1:], edited])
    assert (link.old, link.new, link.kind) == ((0,), (5,), LinkKind.EDITED)


def test_common_words_alone_make_no_move() -> None:
    other = "The others that had not been there were told about the end of the matter."
    assert moved(BODY, [*BODY[1:], other]) == []


def test_a_short_duplicate_does_not_travel() -> None:
    old = ["“Yes.”", *BODY, "“Yes.”", "“Yes.”"]
    new = [*BODY[:3], "“Yes.”", *BODY[3:]]
    assert moved(old, new) == []


def test_neighbours_decide_between_near_duplicates() -> None:
    clauses = [f"Clause {k}. The tenant shall pay the costs of item {k} himself." for k in range(9)]
    twin = "Clause 4. The tenant shall pay the costs of item 4 herself."
    old = [*BODY, twin, *clauses]
    new = [*clauses[2:7], *BODY, *clauses[:2], *clauses[7:], twin]
    links = {link.old: link.new for link in align(old, new).links if link.old}
    assert links[(11,)] == (2,)
    assert links[(6,)] == (15,)


def test_a_moved_block_takes_its_weakly_alike_member_along() -> None:
    block = ["I. The Harbour", BODY[0], "He left.", BODY[1]]
    changed = ["I. The Harbour", BODY[0], "He has left us.", BODY[1]]
    links = {link.old: link for link in align([*block, *BODY[2:]], [*BODY[2:], *changed]).links}
    assert links[(2,)].new == (6,)
    assert links[(2,)].moved
