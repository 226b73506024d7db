"""What each deed of the menus does in a window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sverka.model import Side
from sverka.presentation.navigation import Step
from sverka.review import State

if TYPE_CHECKING:
    from sverka.gui.window import MainWindow

Handlers = dict[str, Callable[[], object]]


def handlers(window: "MainWindow") -> Handlers:
    """What to call, by the name of the deed, for the pages `window` has now."""
    return _files(window) | _reading(window) | _helping(window)


def _files(window: "MainWindow") -> Handlers:
    out, sessions = window.taking_out, window.sessions
    return {
        "new-window": window.window_asked.emit,
        "open": window.open_files,
        "open-session": sessions.choose,
        "paste-old": lambda: window.paste(Side.OLD),
        "paste-new": lambda: window.paste(Side.NEW),
        "again": window.compare_again,
        "swap": window.swap,
        "save": sessions.save,
        "save-as": sessions.save_as,
        "report": out.export_report,
        "print": out.print_redline,
        "redline-pdf": out.redline_as_pdf,
        "close": window.show_start,
        "quit": window.quit_asked.emit,
    }


def _reading(window: "MainWindow") -> Handlers:
    page = window.comparison
    return {
        "undo": page.undo,
        "redo": page.redo,
        "copy": page.copy,
        "find": page.searching.begin,
        "find-next": lambda: page.searching.step(1),
        "find-previous": lambda: page.searching.step(-1),
        "reviewed": lambda: page.toggle(State.REVIEWED),
        "query": lambda: page.toggle(State.QUERY),
        "note": page.begin_note,
        "side-by-side": lambda: page.show_view(0),
        "redline": lambda: page.show_view(1),
        "findings": lambda: page.show_view(2),
        "fold": page.toggle_folding,
        "lock": lambda: page.pair.set_locked(not page.pair.locked),
        "overview": page.toggle_overview,
        "inner-next": lambda: page.pair.step_inside(1),
        "inner-previous": lambda: page.pair.step_inside(-1),
        "other-end": page.pair.other_end,
        "next": lambda: page.step(Step.NEXT),
        "previous": lambda: page.step(Step.PREVIOUS),
        "first": lambda: page.step(Step.FIRST),
        "last": lambda: page.step(Step.LAST),
        "other-pane": page.other_pane,
        "list": page.list.setFocus,
        "search-list": page.begin_list_search,
    }


def _helping(window: "MainWindow") -> Handlers:
    side = window.side_windows
    return {
        "larger": lambda: window.resize_text(1),
        "smaller": lambda: window.resize_text(-1),
        "usual": lambda: window.resize_text(0),
        "number": side.ask_number,
        "help": side.show_help,
        "palette": side.show_palette,
        "shortcuts": side.show_shortcuts,
        "about": side.show_about,
    }
