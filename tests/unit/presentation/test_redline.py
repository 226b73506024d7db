"""The redline holds both versions: the revised without what went, the old without what came."""

import sample

from sverka.model import Side
from sverka.presentation.item_marks import Role
from sverka.presentation.pane_items import Item, ItemKind
from sverka.presentation.redline import RedlineText
from sverka.presentation.scene import Scene, scene


def without(text: RedlineText, number: int, role: Role) -> str:
    words = text.paragraph(number).text
    item = Item(ItemKind.TEXT, number, 0, len(words))
    for mark in reversed(text.marks(item)):
        if mark.role is role:
            words = words[: mark.start] + words[mark.end :]
    return words


def test_without_what_went_it_is_the_revised_version(release: Scene) -> None:
    text = RedlineText(release.index)
    for number, paragraph in enumerate(release.comparison.new.paragraphs):
        at = text.place_of[(Side.NEW, number)]
        assert without(text, at, Role.DELETION) == paragraph.text


def test_without_what_came_a_linked_paragraph_is_the_original() -> None:
    made = scene(sample.long_pair(12))
    text = RedlineText(made.index)
    for number, paragraph in enumerate(made.comparison.old.paragraphs):
        assert without(text, number, Role.INSERTION) == paragraph.text


def test_what_was_deleted_or_moved_away_stands_where_it_stood(release: Scene) -> None:
    text = RedlineText(release.index)
    order = [(text.number(n), text.signature(n).sign) for n in range(len(text))]
    assert order == [
        ("1", ""),
        ("2", "↙"),
        ("3", "~"),
        ("4", "~"),
        ("(4)", "↗"),
        ("5", "⑂"),
        ("6", "⑂"),
        ("(6)", "−"),
        ("7", ""),
        ("8", "+"),
    ]


def test_lengths_are_known_before_paragraphs_are_merged(release: Scene) -> None:
    text = RedlineText(release.index)
    assert text.known.lengths.tolist() == [len(text.paragraph(n).text) for n in range(len(text))]


def test_a_change_is_found_at_its_place(release: Scene) -> None:
    text = RedlineText(release.index)
    assert text.place(release.comparison.changes[1]) == (2, 20)
    assert text.place(release.comparison.changes[4]) == (7, 0)
    assert text.place(release.comparison.changes[5]) == (9, 0)


def test_every_change_with_text_is_marked_once(release: Scene) -> None:
    text = RedlineText(release.index)
    marked: list[int] = []
    for number in range(len(text)):
        item = Item(ItemKind.TEXT, number, 0, int(text.known.lengths[number]))
        marked += [m.change for m in text.marks(item) if m.change >= 0]
    assert sorted(set(marked)) == [1, 2, 4, 5]
