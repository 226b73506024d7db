"""The menu of what to ignore: every category, and patterns of the user's own."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from sverka.gui.pages.ignore_menu import IgnoreMenu
from sverka.model import BESIDE_WORDS, Category, Ignore, IgnoreGroup, Options


@pytest.fixture
def menu(qapp: QApplication) -> IgnoreMenu:
    """The menu by itself; it keeps its parent alive."""
    parent = QWidget()
    made = IgnoreMenu(parent)
    made.parent_kept = parent  # type: ignore[attr-defined]
    return made


def test_every_category_can_be_ignored(menu: IgnoreMenu) -> None:
    told: list[tuple[object, ...]] = []
    menu.chosen.connect(lambda *chosen: told.append(chosen))
    assert set(menu.rules) == set(Category)
    menu.rules[Ignore.NUMBER].trigger()
    menu.rules[Ignore.FORM].trigger()
    assert told[-1] == (frozenset({Category.NUMBER, Category.FORM}), False, (), frozenset())
    assert "numbers" in menu.text()


def test_patterns_are_taken_one_a_line_and_kept_with_the_rest(menu: IgnoreMenu) -> None:
    told: list[tuple[object, ...]] = []
    menu.chosen.connect(lambda *chosen: told.append(chosen))
    asked = menu.ask_patterns()
    asked.setTextValue("Rev\\. \\d+\n\n\\[\\d+\\]")
    asked.accept()
    assert told == [(frozenset(), False, ("Rev\\. \\d+", "\\[\\d+\\]"), frozenset())]
    assert "“Rev\\. \\d+”" in menu.text()
    menu.rules[Ignore.CASE].trigger()
    patterns = ("Rev\\. \\d+", "\\[\\d+\\]")
    assert told[-1] == (frozenset({Ignore.CASE}), False, patterns, frozenset())


def test_what_is_no_pattern_is_refused_and_nothing_changes(menu: IgnoreMenu) -> None:
    told: list[object] = []
    said: list[str] = []
    menu.chosen.connect(lambda *chosen: told.append(chosen))
    menu.refused.connect(said.append)
    menu.take_patterns("fine\n(")
    assert told == []
    assert "“(”" in said[0]
    assert menu.ignored_patterns == ()


def test_the_button_says_how_many_changes_were_left_out(menu: IgnoreMenu) -> None:
    menu.show_options(Options(ignore=frozenset({Ignore.CASE})), left_out=12)
    assert menu.text().startswith("12 changes left out")
    assert menu.rules[Ignore.CASE].isChecked()


def test_one_click_leaves_out_all_but_the_words_and_takes_it_back(menu: IgnoreMenu) -> None:
    told: list[tuple[object, ...]] = []
    menu.chosen.connect(lambda *chosen: told.append(chosen))
    menu.words_only.trigger()
    assert told == [(BESIDE_WORDS, False, (), frozenset())]
    assert "all but the words" in menu.text()
    assert menu.rules[Ignore.FORMATTING].isChecked()
    menu.rules[Ignore.LINK].trigger()
    assert not menu.words_only.isChecked()
    menu.words_only.trigger()
    menu.words_only.trigger()
    assert told[-1] == (frozenset(), False, (), frozenset())


@pytest.mark.parametrize("group", [IgnoreGroup.HEADERS, IgnoreGroup.NOTES])
def test_a_whole_part_can_be_ignored(menu: IgnoreMenu, group: IgnoreGroup) -> None:
    told: list[tuple[object, ...]] = []
    menu.chosen.connect(lambda *chosen: told.append(chosen))
    menu.streams[group].trigger()
    assert told == [(group.categories, False, (), group.parts)]
    menu.show_options(Options(ignore_parts=group.parts))
    assert menu.streams[group].isChecked()
