"""Everything the window can do, as actions with their words and keys, and the menus of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from sverka.gui.theme import ThemeChoice
from sverka.language import LANGUAGES, _


@dataclass(frozen=True, slots=True)
class Deed:
    """An action to be: its stable name, its words and its keys, the first one shown."""

    name: str
    words: str
    keys: tuple[str, ...] = ()


def deeds() -> dict[str, tuple[Deed, ...]]:
    """All actions by menu, in the language in use."""
    return {
        "file": (
            Deed("open", _("&Open…"), ("Ctrl+O",)),
            Deed("again", _("&Compare again"), ("F5",)),
            Deed("swap", _("&Swap original and revised"), ("Alt+\\",)),
            Deed("report", _("&Export report…"), ("Ctrl+E",)),
            Deed("save", _("Save session &as…"), ("Ctrl+S",)),
            Deed("close", _("Close the comparison"), ("Ctrl+W",)),
            Deed("quit", _("&Quit"), ("Ctrl+Q",)),
        ),
        "edit": (
            Deed("undo", _("&Undo remark"), ("Ctrl+Z",)),
            Deed("redo", _("&Redo remark"), ("Ctrl+Shift+Z", "Ctrl+Y")),
            Deed("copy", _("&Copy"), ("Ctrl+C",)),
            Deed("find", _("&Find in both…"), ("Ctrl+F",)),
            Deed("find-next", _("Find &next"), ("F3",)),
            Deed("find-previous", _("Find &previous"), ("Shift+F3",)),
        ),
        "view": (
            Deed("side-by-side", _("&Side by side"), ("Ctrl+1",)),
            Deed("redline", _("&Redline"), ("Ctrl+2",)),
            Deed("findings", _("F&indings"), ("Ctrl+3",)),
            Deed("fold", _("&Fold unchanged text"), ("Ctrl+U",)),
            Deed("larger", _("&Larger text"), ("Ctrl++", "Ctrl+=")),
            Deed("smaller", _("S&maller text"), ("Ctrl+-",)),
            Deed("usual", _("&Usual text size"), ("Ctrl+0",)),
        ),
        "go": (
            Deed("next", _("&Next change"), ("Alt+Down", "F8")),
            Deed("previous", _("&Previous change"), ("Alt+Up", "Shift+F8")),
            Deed("first", _("&First change"), ("Alt+Home",)),
            Deed("last", _("&Last change"), ("Alt+End",)),
            Deed("other-pane", _("Other pa&ne"), ("F6",)),
            Deed("list", _("List of &changes"), ("Ctrl+L",)),
        ),
    }


def menu_title(menu: str) -> str:
    """The title of a menu."""
    return {"file": _("&File"), "edit": _("&Edit"), "view": _("&View"), "go": _("&Go")}[menu]


def build(
    window: QMainWindow, handlers: Mapping[str, Callable[[], object]]
) -> tuple[dict[str, QAction], dict[str, QMenu]]:
    """Fill the menu bar of `window` with actions that call `handlers`, by name of the deed.

    Returns the actions by name and the menus by name.
    """
    bar = window.menuBar()
    bar.clear()
    made: dict[str, QAction] = {}
    menus: dict[str, QMenu] = {}
    for menu, its_deeds in deeds().items():
        opened = menus[menu] = bar.addMenu(menu_title(menu))
        for deed in its_deeds:
            action = QAction(deed.words, window)
            action.setShortcuts([QKeySequence(key) for key in deed.keys])
            action.triggered.connect(lambda *_checked, run=handlers[deed.name]: run())
            opened.addAction(action)
            made[deed.name] = action
    return made, menus


def add_choices(
    menu: QMenu,
    title: str,
    choices: Mapping[str, str],
    current: str,
    choose: Callable[[str], None],
) -> QActionGroup:
    """Add a submenu in which one of `choices`, words by value, is ticked."""
    submenu = menu.addMenu(title)
    group = QActionGroup(submenu)
    for value, words in choices.items():
        action = submenu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.setData(value)
        action.triggered.connect(lambda *_checked, value=value: choose(value))
        group.addAction(action)
    return group


def theme_choices() -> dict[str, str]:
    """The themes and what they are called."""
    return {
        ThemeChoice.SYSTEM: _("As the system"),
        ThemeChoice.LIGHT: _("Light"),
        ThemeChoice.DARK: _("Dark"),
        ThemeChoice.CONTRAST: _("High contrast"),
        ThemeChoice.CLASSIC: _("Classic red and green"),
    }


def language_choices() -> dict[str, str]:
    """The languages, each in its own words."""
    return dict(LANGUAGES)
