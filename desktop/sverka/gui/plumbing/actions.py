"""Everything the window can do, as actions with their words and keys, and the menus of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from sverka.gui.plumbing.theme import ThemeChoice
from sverka.gui.plumbing.window_language import _
from sverka.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class Deed:
    """An action to be: its stable name, its words and its usual keys, the first one shown.

    `here` are keys that do the same only in the panes and the lists, for the words of the menu.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    here: str = ""


def deeds() -> dict[str, tuple[Deed, ...]]:
    """All actions by menu, in the language in use."""
    return {
        "file": _of_files(),
        "edit": _of_editing(),
        "view": _of_looking(),
        "go": _of_going(),
        "help": _of_helping(),
    }


def _of_files() -> tuple[Deed, ...]:
    return (
        Deed("new-window", _("New &window"), ("Ctrl+N",)),
        Deed("open", _("&Open…"), ("Ctrl+O",)),
        Deed("open-session", _("Open s&ession…"), ("Ctrl+Shift+O",)),
        Deed("paste-old", _("Paste text as the o&riginal…"), ("Ctrl+Alt+O",)),
        Deed("paste-new", _("Paste text as the re&vised version…"), ("Ctrl+Alt+R",)),
        Deed("again", _("&Compare again"), ("F5",)),
        Deed("swap", _("&Swap original and revised"), ("Alt+\\",)),
        Deed("save", _("&Save session"), ("Ctrl+S",)),
        Deed("save-as", _("Save session &as…"), ("Ctrl+Shift+S",)),
        Deed("report", _("&Export report…"), ("Ctrl+E",)),
        Deed("print", _("&Print the redline…"), ("Ctrl+P",)),
        Deed("redline-pdf", _("Redline as P&DF…"), ()),
        Deed("close", _("C&lose the comparison"), ("Ctrl+W",)),
        Deed("quit", _("&Quit"), ("Ctrl+Q",)),
    )


def _of_editing() -> tuple[Deed, ...]:
    return (
        Deed("undo", _("&Undo"), ("Ctrl+Z",)),
        Deed("redo", _("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Deed("copy", _("&Copy"), ("Ctrl+C",)),
        Deed("find", _("&Find in both…"), ("Ctrl+F",)),
        Deed("find-next", _("Find &next"), ("F3",)),
        Deed("find-previous", _("Find &previous"), ("Shift+F3",)),
        Deed("reviewed", _("Mark as re&viewed"), (), _("Space")),
        Deed("query", _("Mark as &query"), (), "Q"),
        Deed("note", _("N&ote"), ("Ctrl+Shift+N",), "Shift+N"),
    )


def _of_looking() -> tuple[Deed, ...]:
    return (
        Deed("side-by-side", _("&Side by side"), ("Ctrl+1",)),
        Deed("redline", _("&Redline"), ("Ctrl+2",)),
        Deed("findings", _("F&indings"), ("Ctrl+3",)),
        Deed("fold", _("&Fold unchanged text"), ("Ctrl+U",)),
        Deed("lock", _("S&croll panes together"), ("Ctrl+Alt+L",)),
        Deed("formatting", _("Show for&matting"), ("Ctrl+Shift+B",)),
        Deed("overview", _("&Overview"), ("F9",)),
        Deed("larger", _("&Larger text"), ("Ctrl++", "Ctrl+=")),
        Deed("smaller", _("S&maller text"), ("Ctrl+-",)),
        Deed("usual", _("&Usual text size"), ("Ctrl+0",)),
    )


def _of_going() -> tuple[Deed, ...]:
    return (
        Deed("next", _("&Next change"), ("Alt+Down", "F8")),
        Deed("previous", _("&Previous change"), ("Alt+Up", "Shift+F8")),
        Deed("first", _("&First change"), ("Alt+Home",)),
        Deed("last", _("&Last change"), ("Alt+End",)),
        Deed("inner-next", _("Next &difference inside"), ("F4",)),
        Deed("inner-previous", _("Previous diff&erence inside"), ("Shift+F4",)),
        Deed("other-end", _("&Other end of the move"), ("Ctrl+Shift+G",)),
        Deed("number", _("&Go to change…"), ("Ctrl+G",)),
        Deed("other-pane", _("Other pa&ne"), ("F6",)),
        Deed("list", _("List of &changes"), ("Ctrl+L",)),
        Deed("search-list", _("&Search the list"), ("Ctrl+Shift+F",)),
    )


def _of_helping() -> tuple[Deed, ...]:
    return (
        Deed("help", _("&Help"), ("F1",)),
        Deed("palette", _("All &commands…"), ("Ctrl+Shift+P",)),
        Deed("shortcuts", _("&Keys…"), ()),
        Deed("about", _("&About Sverka"), ()),
    )


ANYWHERE = frozenset(
    {
        *("new-window", "open", "open-session", "paste-old", "paste-new", "again", "swap", "quit"),
        *("larger", "smaller", "usual", "help", "palette", "shortcuts", "about"),
    }
)
"""The deeds that can be done without a comparison being shown."""


def menu_title(menu: str) -> str:
    """The title of a menu."""
    return {
        "file": _("&File"),
        "edit": _("&Edit"),
        "view": _("&View"),
        "go": _("&Go"),
        "help": _("&Help"),
    }[menu]


def build(
    window: QMainWindow,
    handlers: Mapping[str, Callable[[], object]],
    keys: Mapping[str, tuple[str, ...]],
) -> tuple[dict[str, QAction], dict[str, QMenu]]:
    """Fill the menu bar of `window` with actions that call `handlers`, by name of the deed.

    `keys` are those the user gave instead of the usual ones. Returns the actions by name and the
    menus by name.
    """
    bar = window.menuBar()
    bar.clear()
    made: dict[str, QAction] = {}
    menus: dict[str, QMenu] = {}
    for menu, its_deeds in deeds().items():
        opened = menus[menu] = bar.addMenu(menu_title(menu))
        for deed in its_deeds:
            action = QAction(deed.words, window)
            if deed.here:
                action.setToolTip(f"{plain(deed.words)} ({deed.here})")
            action.triggered.connect(lambda *_checked, run=handlers[deed.name]: run())
            opened.addAction(action)
            made[deed.name] = action
    give_keys(made, keys)
    return made, menus


def give_keys(made: Mapping[str, QAction], keys: Mapping[str, tuple[str, ...]]) -> None:
    """Give all actions their usual keys, or those in `keys`."""
    for its_deeds in deeds().values():
        for deed in its_deeds:
            given = keys.get(deed.name, deed.keys)
            made[deed.name].setShortcuts([QKeySequence(key) for key in given])
            here = f"\t{deed.here}" if deed.here and not given else ""
            made[deed.name].setText(deed.words + here)


def plain(words: str) -> str:
    """The words of an action without the mark of its access key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


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
