"""Marks stand on the changed characters, in UTF-16 units; paragraphs bear their link's sign."""

import sample

from sverka.language import ENGLISH
from sverka.model import Category, Change, ChangeKind, Link, LinkKind, Side, Span
from sverka.presentation.comparison_index import index
from sverka.presentation.item_marks import ItemMark, Role, marks, signature, tag_words
from sverka.presentation.pane_items import ItemKind
from sverka.presentation.scene import Scene


def test_a_replacement_is_deleted_left_and_inserted_right(release: Scene) -> None:
    left = marks(release.index, Side.OLD, release.column(Side.OLD).item(1))
    right = marks(release.index, Side.NEW, release.column(Side.NEW).item(2))
    assert left == (ItemMark(20, 22, Role.DELETION, 1, True),)
    assert right == (ItemMark(20, 22, Role.INSERTION, 1, True),)


def test_a_changed_word_is_pale_where_its_letters_agree(release: Scene) -> None:
    shown = release.column(Side.OLD)
    item = shown.item(shown.item_of(2, len(release.comparison.old.paragraphs[2].text) - 1))
    found = [m for m in marks(release.index, Side.OLD, item) if m.role is Role.DELETION]
    assert [(m.end - m.start, m.strong) for m in found] == [(9, False), (1, True), (1, True)]


def test_the_other_side_shows_where_a_paragraph_was_cut(release: Scene) -> None:
    shown = release.column(Side.OLD)
    found = marks(release.index, Side.OLD, shown.item(shown.item_of(4)))
    assert found == (ItemMark(23, 23, Role.MOVE, 3, False),)


def test_what_was_noticed_and_stayed_is_marked(release: Scene) -> None:
    shown = release.column(Side.OLD)
    found = marks(release.index, Side.OLD, shown.item(shown.item_of(2)))
    assert found == (ItemMark(12, 24, Role.ARTIFACT),)


def test_marks_count_utf16_units_from_the_start_of_the_item() -> None:
    change = Change(ChangeKind.REPLACEMENT, (Category.WORDING,), Span(0, 3, 5), Span(0, 3, 4), 0)
    made = sample.comparison(
        ["🙂 ab", "x"], ["🙂 xc"], [Link((0,), (0,), LinkKind.EDITED)], [change]
    )
    found = index(made)
    from sverka.presentation.pane_items import Item

    assert marks(found, Side.OLD, Item(ItemKind.TEXT, 0, 0, 4))[0].start == 4
    assert marks(found, Side.OLD, Item(ItemKind.TEXT, 0, 2, 4))[0].start == 1


def test_signs_follow_the_links(release: Scene) -> None:
    old = [signature(release.index, Side.OLD, p).sign for p in range(7)]
    new = [signature(release.index, Side.NEW, p).sign for p in range(8)]
    assert old == ["", "~", "~", "↗", "⑂", "−", ""]
    assert new == ["", "↙", "~", "~", "⑂", "⑂", "", "+"]
    assert tag_words(signature(release.index, Side.OLD, 3), ENGLISH) == "↗ moved to paragraph 2"
    assert tag_words(signature(release.index, Side.NEW, 1), ENGLISH) == "↙ moved from paragraph 4"


def test_a_link_whose_differences_are_ignored_has_no_sign() -> None:
    made = sample.comparison(["Word"], ["word"], [Link((0,), (0,), LinkKind.EDITED)], [])
    assert signature(index(made), Side.OLD, 0).sign == ""
