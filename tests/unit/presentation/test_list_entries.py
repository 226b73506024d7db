"""The list: reading order, facets with counts, narrowing, lines."""

import sample

from sverka.language import ENGLISH
from sverka.model import Category, Change, ChangeKind, FindingKind, Link, LinkKind, Span
from sverka.presentation.item_marks import Role
from sverka.presentation.list_entries import (
    EntryKind,
    EntryReference,
    facets,
    line,
    narrowed,
    position,
)
from sverka.presentation.scene import Scene, scene


def test_without_a_choice_all_changes_and_no_findings_are_shown(release: Scene) -> None:
    shown = narrowed(release.entries, ())
    assert [release.entries.change(int(e)) for e in shown] == list(range(6))


def test_findings_stand_where_they_belong_among_the_changes(release: Scene) -> None:
    entries = release.entries
    change = [entries.entry_of(EntryReference(EntryKind.CHANGE, n)) for n in range(6)]
    finding = [entries.entry_of(EntryReference(EntryKind.FINDING, n)) for n in range(2)]
    assert change[1] < finding[1] < finding[0] < change[2]


def test_an_entry_is_found_again_by_its_reference(release: Scene) -> None:
    entries = release.entries
    for entry in range(len(entries)):
        assert entries.entry_of(entries.reference(entry)) == entry


def test_facets_are_counted_the_gravest_first(release: Scene) -> None:
    found = [(count.facet, count.count) for count in facets(release.entries)]
    assert found == [
        (Category.NUMBER, 2),
        (Category.DATE, 1),
        (Category.QUOTATION, 1),
        (Category.WORDING, 2),
        (ChangeKind.MOVE, 1),
        (ChangeKind.SPLIT, 1),
        (FindingKind.RUNNING_HEADER, 1),
        (FindingKind.MIXED_SCRIPT, 1),
    ]


def test_the_list_can_be_narrowed_to_every_category_in_their_order() -> None:
    texts = [f"word {number}" for number in range(len(Category))]
    links = [Link((n,), (n,), LinkKind.EDITED, 0.5) for n in range(len(texts))]
    changes = [
        Change(ChangeKind.REPLACEMENT, (category,), Span(n, 5, 6), Span(n, 5, 6), n)
        for n, category in enumerate(reversed(Category))
    ]
    found = scene(sample.comparison(texts, texts, links, changes)).entries
    assert [counted.facet for counted in facets(found)] == list(Category)


def test_several_facets_are_shown_together(release: Scene) -> None:
    shown = narrowed(release.entries, [Category.DATE, ChangeKind.MOVE, FindingKind.MIXED_SCRIPT])
    found = {release.entries.reference(int(entry)) for entry in shown}
    assert found == {
        EntryReference(EntryKind.CHANGE, 0),
        EntryReference(EntryKind.CHANGE, 1),
        EntryReference(EntryKind.FINDING, 1),
    }


def test_a_line_shows_before_and_after(release: Scene) -> None:
    entry = release.entries.entry_of(EntryReference(EntryKind.CHANGE, 1))
    shown = line(release.entries, entry, ENGLISH)
    marked = [(s.text, s.role) for s in shown.stretches if s.role]
    assert marked == [("14", Role.DELETION), ("15", Role.INSERTION)]
    assert shown.number == "2"
    assert shown.about == "Number, date · paragraph 2 → 3"
    assert "14 → 15" in shown.spoken


def test_every_line_says_something(release: Scene) -> None:
    for entry in range(len(release.entries)):
        shown = line(release.entries, entry, ENGLISH)
        assert "".join(s.text for s in shown.stretches).strip()
        assert shown.about


def test_an_entry_not_shown_has_no_position(release: Scene) -> None:
    shown = narrowed(release.entries, [Category.NUMBER])
    assert position(shown, int(shown[1])) == 1
    assert position(shown, release.entries.entry_of(EntryReference(EntryKind.CHANGE, 5))) is None


def test_a_long_pair_keeps_its_order() -> None:
    made = scene(sample.long_pair(300))
    assert narrowed(made.entries, ()).tolist() == list(range(60))
