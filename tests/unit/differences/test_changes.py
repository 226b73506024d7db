"""Changes between paragraphs: where they begin and end, and what is told of a link."""

from pathlib import Path

import pytest

from sverka.alignment import align
from sverka.differences import find_changes
from sverka.model import (
    Alignment,
    Cancelled,
    Category,
    Change,
    ChangeKind,
    Ignore,
    Link,
    LinkKind,
    Side,
    Span,
    Stage,
)

GOLDEN = Path(__file__).parents[2] / "golden" / "differences" / "changes.txt"
SHOWN = str.maketrans("⍽¶", "\u00a0\n")
HIDDEN = str.maketrans("\u00a0\n", "⍽¶")


def cases() -> list[list[str]]:
    """The cases of the golden file: name, original, revised, the one over the other."""
    blocks = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    return [block.strip().split("\n") for block in blocks if not block.lstrip().startswith("#")]


def paragraphs_of(line: str) -> list[str]:
    """The paragraphs on a line of the golden file."""
    return line[2:].translate(SHOWN).split(" ‖ ")


def group_of(old: list[str], new: list[str]) -> tuple[Change, ...]:
    """The changes when all paragraphs are one link."""
    link = Link(tuple(range(len(old))), tuple(range(len(new))), LinkKind.REWRITTEN)
    return find_changes(old, new, Alignment((link,)))


def drawn(old: list[str], new: list[str], changes: tuple[Change, ...]) -> str:
    """The revised text drawn over the original."""
    result = ""
    paragraph = at = 0
    for change in changes:
        assert change.old is not None
        assert change.new is not None
        while paragraph < change.old.paragraph:
            joint = " [‖] " if change.kind is ChangeKind.MERGE else " ‖ "
            result += old[paragraph][at:] + joint
            paragraph, at = paragraph + 1, 0
        result += old[paragraph][at : change.old.start]
        at = change.old.end
        if change.kind is ChangeKind.SPLIT:
            result += "{‖} "
        elif change.kind is not ChangeKind.MERGE:
            gone = old[paragraph][change.old.start : at]
            come = new[change.new.paragraph][change.new.start : change.new.end]
            result += (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
    rest = [old[paragraph][at:], *old[paragraph + 1 :]]
    return (result + " ‖ ".join(rest)).translate(HIDDEN)


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case[0]))
def test_changes_are_those_of_the_golden_file(case: list[str]) -> None:
    _, original, revised, expected = case
    old, new = paragraphs_of(original), paragraphs_of(revised)
    assert drawn(old, new, group_of(old, new)) == expected[2:]


OLD = ["Он пришёл.", "Она ушла домой.", "Стало тихо.", "Всё."]
NEW = ["Стало тихо.", "Он пришёл.", "Она ушла в лес.", "Новое."]


def test_changes_follow_the_links_and_a_move_comes_before_its_edits() -> None:
    links = (
        Link((2,), (0,), LinkKind.EQUAL, moved=True),
        Link((0,), (1,), LinkKind.EQUAL),
        Link((1,), (2,), LinkKind.EDITED, moved=True),
        Link((3,), (), LinkKind.DELETED),
        Link((), (3,), LinkKind.INSERTED),
    )
    changes = find_changes(OLD, NEW, Alignment(links))
    assert [(change.kind, change.link) for change in changes] == [
        (ChangeKind.MOVE, 0),
        (ChangeKind.MOVE, 2),
        (ChangeKind.REPLACEMENT, 2),
        (ChangeKind.DELETION, 3),
        (ChangeKind.INSERTION, 4),
    ]
    assert changes[0] == Change(ChangeKind.MOVE, (), Span(2, 0, 11), Span(0, 0, 11), 0)
    assert (changes[3].old, changes[3].new) == (Span(3, 0, 4), None)
    assert (changes[4].old, changes[4].new) == (None, Span(3, 0, 6))


def test_an_insertion_inside_a_paragraph_has_an_empty_place_in_the_old_one() -> None:
    (change,) = find_changes(
        ["Он пришёл."], ["Он поздно пришёл."], Alignment((Link((0,), (0,), LinkKind.EDITED),))
    )
    assert (change.kind, change.old, change.new) == (
        ChangeKind.INSERTION,
        Span(0, 3, 3),
        Span(0, 3, 10),
    )


def test_a_moved_split_has_one_move_and_its_joints() -> None:
    link = Link((0,), (0, 1), LinkKind.SPLIT, moved=True)
    changes = find_changes(
        ["Раз два. Три четыре."], ["Раз два.", "Три четыре."], Alignment((link,))
    )
    assert [(c.kind, c.old, c.new) for c in changes] == [
        (ChangeKind.MOVE, Span(0, 0, 20), Span(0, 0, 8)),
        (ChangeKind.SPLIT, Span(0, 9, 9), Span(1, 0, 0)),
    ]


def test_a_merge_says_where_in_the_new_paragraph_the_old_one_begins() -> None:
    link = Link((0, 1), (0,), LinkKind.MERGED)
    (merge,) = find_changes(["Раз два.", "Три."], ["Раз два. Три."], Alignment((link,)))
    assert (merge.kind, merge.old, merge.new) == (ChangeKind.MERGE, Span(1, 0, 0), Span(0, 9, 9))


def test_marks_narrow_a_word_to_the_characters_that_differ() -> None:
    (change,) = group_of(["Это неocенимая работа."], ["Это неоценимая работа."])
    assert (change.old_marks, change.new_marks) == ((Span(0, 6, 8),), (Span(0, 6, 8),))
    (change,) = group_of(["Было втечение дня."], ["Было в течение дня."])
    assert (change.old_marks, change.new_marks) == ((Span(0, 6, 6),), (Span(0, 6, 7),))


def test_unlike_words_have_no_marks() -> None:
    (change,) = group_of(["Он пришёл домой."], ["Он пришёл рано."])
    assert (change.old_marks, change.new_marks) == ((), ())


@pytest.mark.parametrize(
    ("ignore", "old", "new"),
    [
        (Ignore.CASE, "Президент СТРАНЫ ушёл", "президент страны УШЁЛ"),
        (Ignore.SPACING, "С.Жапаров  ушёл , да", "С. Жапаров ушёл, да"),
        (Ignore.SPACING, "А. Б. Иванов, т. е. он", "А.Б.Иванов, т.е. он"),
        (Ignore.SPACING, "1 500 сомов", "1500 сомов"),
        (Ignore.PUNCTUATION, "Он, врач, ушёл…", "Он — врач — ушёл."),
        (Ignore.TYPOGRAPHY, "«Да» — сказал он... 5\u00a0лет", '"Да" - сказал он… 5 лет'),
    ],
)
def test_what_is_ignored_is_no_change_alone_and_beside_another(
    ignore: Ignore, old: str, new: str
) -> None:
    link = Alignment((Link((0,), (0,), LinkKind.EDITED),))
    options = frozenset({ignore})
    assert find_changes([old], [new], link)
    assert find_changes([old], [new], link, ignore=options) == ()
    (change,) = find_changes([old + " тогда"], [new + " потом"], link, ignore=options)
    assert change.old is not None
    assert (old + " тогда")[change.old.start : change.old.end] == "тогда"


@pytest.mark.parametrize(
    ("ignore", "old", "new"),
    [
        (Ignore.SPACING, "жил в месте", "жил вместе"),
        (Ignore.SPACING, "5, 1", "5,1"),
        (Ignore.PUNCTUATION, "1,5", "15"),
        (Ignore.PUNCTUATION, "на -5 градусов", "на 5 градусов"),
        (Ignore.PUNCTUATION, "на 5% выше", "на 5 выше"),
        (Ignore.CASE, "Ещё", "Еще"),
    ],
)
def test_ignoring_never_hides_another_word_or_number(ignore: Ignore, old: str, new: str) -> None:
    link = Alignment((Link((0,), (0,), LinkKind.EDITED),))
    assert find_changes([old], [new], link, ignore=frozenset({ignore}))


def test_a_paragraph_of_nothing_but_what_is_ignored_is_no_change() -> None:
    links = Alignment((Link((0,), (), LinkKind.DELETED), Link((1,), (), LinkKind.DELETED)))
    only = find_changes(["* * *", "— … —"], [], links, ignore=frozenset({Ignore.PUNCTUATION}))
    assert [change.link for change in only] == [0]


def test_an_equal_link_has_no_changes() -> None:
    links = Alignment((Link((0,), (0,), LinkKind.EQUAL),))
    assert find_changes(["a"], ["a"], links) == ()


def test_an_empty_paragraph_that_came_in_is_a_change() -> None:
    links = Alignment((Link((), (0,), LinkKind.INSERTED),))
    (change,) = find_changes([], [""], links)
    assert (change.new, change.categories) == (Span(0, 0, 0), (Category.WORDING,))


def test_nothing_against_nothing() -> None:
    assert find_changes([], [], Alignment(())) == ()


def test_progress_is_told_and_may_stop_the_work() -> None:
    texts = [f"Слово {k}." for k in range(1000)]
    links = Alignment(tuple(Link((k,), (k,), LinkKind.EDITED) for k in range(1000)))
    told: list[tuple[Stage, float]] = []
    find_changes(texts, texts[::-1], links, progress=lambda *step: told.append(step))
    assert {stage for stage, _ in told} == {Stage.DIFFERENCES}
    fractions = [fraction for _, fraction in told]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert fractions[-1] == 1
    assert len(fractions) > 10

    def stop(stage: Stage, fraction: float) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        find_changes(texts, texts[::-1], links, progress=stop)


BLOCK = [
    "Whoever enters the pier pays the toll at the northern gate.",
    "Lamps are lit when the sun goes down behind the hill.",
    "Fish is sold at the northern gate only, before noon.",
]
STAYS = [
    "Dogs are kept on a line in the market and on the pier.",
    "Boats are tied to the iron rings, and never to the lamps.",
    "Nets may be dried upon the meadow behind the old church.",
    "Guests are asked to leave the tower before the bell is rung.",
]


def moves(old: list[str], new: list[str]) -> list[Change]:
    found = find_changes(old, new, align(old, new))
    return [change for change in found if change.kind is ChangeKind.MOVE]


def test_paragraphs_that_moved_together_are_one_move_with_its_first_and_last() -> None:
    (move,) = moves([*BLOCK, *STAYS], [*STAYS, *BLOCK])
    assert (move.paragraphs(Side.OLD), move.paragraphs(Side.NEW)) == (range(3), range(4, 7))
    assert (move.old, move.new) == (Span(0, 0, len(BLOCK[0])), Span(4, 0, len(BLOCK[0])))


def test_what_was_edited_in_a_moved_block_is_a_change_of_its_own() -> None:
    edited = [BLOCK[0], BLOCK[1].replace("sun", "moon"), BLOCK[2]]
    old, new = [*BLOCK, *STAYS], [*STAYS, *edited]
    found = find_changes(old, new, align(old, new))
    assert [c.kind for c in found] == [ChangeKind.MOVE, ChangeKind.REPLACEMENT]
    assert found[0].paragraphs(Side.NEW) == range(4, 7)


def test_a_paragraph_more_or_less_does_not_part_a_moved_block() -> None:
    added = "Tickets of the former year are valid until the end of May."
    (move,) = moves([*BLOCK, *STAYS], [*STAYS, BLOCK[0], added, *BLOCK[1:]])
    assert (move.last_old, move.last_new) == (2, 7)
    (move,) = moves([BLOCK[0], added, *BLOCK[1:], *STAYS], [*STAYS, *BLOCK])
    assert (move.last_old, move.last_new) == (3, 6)


def test_paragraphs_that_moved_apart_are_moves_of_their_own() -> None:
    old = [BLOCK[0], BLOCK[1], *STAYS]
    found = moves(old, [*STAYS[:2], BLOCK[0], STAYS[2], BLOCK[1], STAYS[3]])
    assert [(m.paragraphs(Side.OLD), m.last_old) for m in found] == [
        (range(1), None),
        (range(1, 2), None),
    ]


def test_two_blocks_turned_round_are_no_block() -> None:
    found = moves([*BLOCK[:2], *STAYS], [*STAYS, *BLOCK[:2][::-1]])
    assert [m.paragraphs(Side.OLD) for m in found] == [range(1, 2), range(1)]


@pytest.mark.parametrize(
    ("old", "new", "categories"),
    [
        ("24", "24", (Category.NUMBER,)),
        ("24", "24 мая", (Category.NUMBER,)),
        ("24", "24 дома", ()),
        ("24 дома", "24", ()),
    ],
)
def test_what_moved_is_a_value_where_both_versions_have_nothing_else(
    old: str, new: str, categories: tuple[Category, ...]
) -> None:
    links = (
        Link((1,), (0,), LinkKind.EDITED, moved=True),
        Link((0,), (1,), LinkKind.EQUAL),
    )
    move = find_changes(["текст", old], [new, "текст"], Alignment(links))[0]
    assert (move.kind, move.categories) == (ChangeKind.MOVE, categories)
