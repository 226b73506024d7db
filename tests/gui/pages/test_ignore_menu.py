"""The menu of what to ignore: every category, and patterns of the user's own."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from sverka.gui.pages.ignore_menu import IgnoreMenu
from sverka.model import Category, Ignore, Options


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
    assert told[-1] == (frozenset({Category.NUMBER, Category.FORM}), False, ())
    assert "numbers" in menu.text()


def test_patterns_are_taken_one_a_line_and_kept_with_the_rest(menu: IgnoreMenu) -> None:
    told: list[tuple[object, ...]] = []
    menu.chosen.connect(lambda *chosen: told.append(chosen))
    asked = menu.ask_patterns()
    asked.setTextValue("Rev\\. \\d+\n\n\\[\\d+\\]")
    asked.accept()
    assert told == [(frozenset(), False, ("Rev\\. \\d+", "\\[\\d+\\]"))]
    assert "“Rev\\. \\d+”" in menu.text()
    menu.rules[Ignore.CASE].trigger()
    assert told[-1] == (frozenset({Ignore.CASE}), False, ("Rev\\. \\d+", "\\[\\d+\\]"))


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
