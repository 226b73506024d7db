"""What changed beside the words is shown everywhere: in list, panes, redline, strip, inspector."""

import pytest
import sample

from sverka.comparison import compare
from sverka.language import ENGLISH
from sverka.model import (
    Aspect,
    Attribute,
    Block,
    BlockKind,
    Category,
    ChangeKind,
    Comparison,
    Document,
    Run,
    Side,
    Style,
    StyleSpan,
    Traits,
)
from sverka.presentation.inner import differences_of
from sverka.presentation.inspector import inspect_change
from sverka.presentation.item_marks import ItemMark, Role, marks, sign_words, signature
from sverka.presentation.list_entries import facets, line
from sverka.presentation.overview import ticks
from sverka.presentation.pane_items import Item, ItemKind
from sverka.presentation.redline import RedlineText
from sverka.presentation.scene import Scene, scene
from sverka.presentation.selection import Place, Selection, rich
from sverka.presentation.shown_looks import spans_within
from sverka.presentation.spoken import described, spoken
from sverka.review import change_keys


@pytest.fixture(scope="module")
def made() -> Scene:
    return scene(sample.beside_words())


def number_of(comparison: Comparison, attribute: Attribute) -> int:
    """The change that alters an attribute."""
    return next(
        number
        for number, change in enumerate(comparison.changes)
        if attribute in [one.attribute for one in change.alterations]
    )


def whole(made: Scene, side: Side, paragraph: int) -> Item:
    text = made.comparison.version(side).paragraphs[paragraph].text
    return Item(ItemKind.TEXT, paragraph, 0, len(text))


def test_the_list_says_the_words_and_what_is_otherwise(made: Scene) -> None:
    changes = made.comparison.changes
    said = {
        changes[number].alterations[0].attribute: line(made.entries, entry, ENGLISH)
        for entry in range(len(made.entries))
        for number in [made.entries.change(entry)]
        if number is not None and changes[number].alterations
    }
    assert said[Attribute.BOLD].spoken.startswith("2. ¶ «every day» bold · Formatting")
    assert "«timetable» …2020… → …2021…" in said[Attribute.TARGET].spoken
    assert "◈ picture replaced" in said[Attribute.PICTURE].spoken
    assert "¶ «The season on the river» heading 1 → 2" in said[Attribute.LEVEL].spoken
    assert {stretch.role for stretch in said[Attribute.BOLD].stretches} == {None, Role.FORMATTING}


def test_each_has_a_chip_that_narrows_the_list(made: Scene) -> None:
    counted = {count.facet: count.count for count in facets(made.entries)}
    wanted = (Category.STRUCTURE, Category.LINK, Category.PICTURE, Category.FORMATTING)
    assert [counted[category] for category in wanted] == [2, 1, 1, 1]


@pytest.mark.parametrize("side", Side)
def test_both_panes_mark_the_words_that_look_otherwise(made: Scene, side: Side) -> None:
    bold = number_of(made.comparison, Attribute.BOLD)
    link = number_of(made.comparison, Attribute.TARGET)
    assert marks(made.index, side, whole(made, side, 1)) == (
        ItemMark(15, 24, Role.FORMATTING, bold),
        ItemMark(32, 41, Role.FORMATTING, link),
    )


def test_a_paragraph_that_stands_as_something_else_is_marked_at_its_side(made: Scene) -> None:
    (found,) = marks(made.index, Side.NEW, whole(made, Side.NEW, 0))
    assert found.beside
    assert found.role is Role.FORMATTING


def test_the_gutter_has_a_sign_of_its_own_and_a_word_for_it(made: Scene) -> None:
    heading, linked = (signature(made.index, Side.NEW, paragraph) for paragraph in (0, 1))
    assert (heading.sign, heading.role) == ("¶", Role.FORMATTING)
    assert linked.sign == "◈"
    assert sign_words(heading, ENGLISH) == "same words, formatted otherwise"


def test_what_was_done_alike_and_what_names_the_old_number_are_shown_and_walked(
    made: Scene,
) -> None:
    number = number_of(made.comparison, Attribute.NUMBER)
    change = made.comparison.changes[number]
    assert len(change.alike) == 1
    other = made.comparison.alignment.links[change.alike[0]].new[0]
    assert [mark.beside for mark in marks(made.index, Side.NEW, whole(made, Side.NEW, other))] == [
        True
    ]
    assert signature(made.index, Side.NEW, other).sign == "¶"
    named = change.references[0]
    (found,) = marks(made.index, Side.NEW, whole(made, Side.NEW, named.paragraph))
    assert (found.start, found.end, found.change) == (named.start, named.end, number)
    walked = differences_of(made.index, change.link)
    assert [(d.new.paragraph if d.new else None) for d in walked if d.elsewhere] == [
        other,
        named.paragraph,
    ]


def test_the_list_has_room_for_what_became_of_a_long_paragraph() -> None:
    run = Run("The customer pays within fourteen days after the act is signed.")
    tells = Traits(tells=frozenset({Aspect.HEADING_LEVELS}))
    old, new = (
        Document("a.docx", "docx", "", blocks=(Block(kind, (run,), level),), traits=tells)
        for kind, level in ((BlockKind.HEADING, 1), (BlockKind.PARAGRAPH, None))
    )
    said = line(scene(compare(old, new)).entries, 0, ENGLISH).spoken
    assert said.startswith("1. ¶ «The customer pays…» heading 1 → body text")


def test_the_inspector_says_before_and_after_in_full(made: Scene) -> None:
    shown = inspect_change(made.comparison, number_of(made.comparison, Attribute.TARGET), ENGLISH)
    assert shown.facts == (
        "Original: link: https://example.org/times/2020/a",
        "Revised: link: https://example.org/times/2021/a",
    )
    number = number_of(made.comparison, Attribute.NUMBER)
    reasons = inspect_change(made.comparison, number, ENGLISH).reasons
    assert "It was done in 1 more paragraph: 7." in reasons
    assert "Paragraph 8 still says “3”, the number as it was." in reasons


def test_the_strip_has_a_tick_for_it(made: Scene) -> None:
    assert Role.FORMATTING in {tick.role for tick in ticks(made.entries, 400)}


def test_it_is_read_aloud(made: Scene) -> None:
    text = made.text(Side.NEW)
    item = whole(made, Side.NEW, 1)
    assert "same words" in spoken(text, item, ENGLISH)
    assert described(text, item, ENGLISH).startswith("bold: every day; link")


def test_it_is_copied_with_its_mark(made: Scene) -> None:
    text = made.text(Side.NEW)
    copied = rich(text, Selection(Place(1, 0), Place(1, 40)))
    assert ">every day</mark>" in copied


def test_the_redline_marks_it_where_it_stands_in_the_merged_text(made: Scene) -> None:
    text = RedlineText(made.index)
    for number, change in enumerate(made.comparison.changes):
        if change.alterations and change.new is not None:
            paragraph, _offset = text.place(change)
            words = text.paragraph(paragraph).text
            item = Item(ItemKind.TEXT, paragraph, 0, len(words))
            (mark,) = [m for m in text.marks(item) if m.change == number][:1]
            before = made.comparison.new.paragraphs[change.new.paragraph].text
            assert words[mark.start : mark.end] == before[change.new.start : change.new.end]


def test_two_changes_of_the_same_words_are_kept_apart_in_a_review(made: Scene) -> None:
    keys = change_keys(made.comparison)
    assert len(set(keys)) == len(keys)
    bold = number_of(made.comparison, Attribute.BOLD)
    assert made.comparison.changes[bold].kind is ChangeKind.FORMATTING


def test_the_redline_shows_the_picture_that_went_before_the_one_that_came(made: Scene) -> None:
    text = RedlineText(made.index)
    number = number_of(made.comparison, Attribute.PICTURE)
    paragraph, _offset = text.place(made.comparison.changes[number])
    assert [one.digest[0] for one in text.paragraph(paragraph).objects] == ["0", "1"]
    assert text.gone_pictures(paragraph) == {"0" * 64}
    assert made.text(Side.OLD).gone_pictures(2) == frozenset()


def test_looks_are_found_among_very_many() -> None:
    spans = tuple(StyleSpan(2 * n, 2 * n + 1, Style(bold=True)) for n in range(100_000))
    found = spans_within(spans, 7, 13)
    assert [(span.start, span.end) for span in found] == [(8, 9), (10, 11), (12, 13)]
    assert spans_within(spans, 9, 10) == ()


def test_the_redline_bears_the_looks_and_links_of_the_version_a_stretch_comes_from(
    made: Scene,
) -> None:
    text = RedlineText(made.index)
    paragraph = text.paragraph(text.place_of[(Side.NEW, 1)])
    assert [(s.start, s.end, s.style.bold) for s in paragraph.styles] == [(15, 24, True)]
    (link,) = paragraph.objects
    assert paragraph.text[link.offset : link.offset + link.length] == "timetable"
