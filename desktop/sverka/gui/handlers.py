"""What each deed of the menus does, with the part of the window that does it."""

from collections.abc import Callable

from sverka.gui.dialogs.file_choosing import FileChoosing
from sverka.gui.dialogs.session_files import SessionFiles
from sverka.gui.dialogs.side_windows import SideWindows
from sverka.gui.dialogs.taking_out import TakingOut
from sverka.gui.pages.comparison_page import ComparisonPage
from sverka.gui.plumbing.dressing import Dressing
from sverka.model import Side
from sverka.presentation.navigation import ListStep
from sverka.review import State

Handlers = dict[str, Callable[[], object]]
"""What to call, by the name of the deed."""


def of_files(choosing: FileChoosing, sessions: SessionFiles, out: TakingOut) -> Handlers:
    """What takes files in, and what writes them."""
    return {
        "open": choosing.open_both,
        "open-session": sessions.choose,
        "paste-old": lambda: choosing.paste(Side.OLD),
        "paste-new": lambda: choosing.paste(Side.NEW),
        "swap": choosing.swap,
        "save": sessions.save,
        "save-as": sessions.save_as,
        "report": out.export_report,
        "print": out.print_redline,
        "redline-pdf": out.redline_as_pdf,
    }


def of_reading(page: ComparisonPage) -> Handlers:
    """What is done in the comparison shown."""
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
        "formatting": lambda: page.formatting.toggle(redline=page.in_redline),
        "overview": page.toggle_overview,
        "inner-next": lambda: page.pair.steps.step_inside(1),
        "inner-previous": lambda: page.pair.steps.step_inside(-1),
        "other-end": page.pair.steps.other_end,
        "next": lambda: page.step(ListStep.NEXT),
        "previous": lambda: page.step(ListStep.PREVIOUS),
        "first": lambda: page.step(ListStep.FIRST),
        "last": lambda: page.step(ListStep.LAST),
        "other-pane": page.other_pane,
        "list": page.list.setFocus,
        "search-list": page.begin_list_search,
    }


def of_looks(dressing: Dressing) -> Handlers:
    """What changes the size of the text."""
    return {
        "larger": lambda: dressing.resize_text(1),
        "smaller": lambda: dressing.resize_text(-1),
        "usual": lambda: dressing.resize_text(0),
    }


def of_side_windows(side: SideWindows) -> Handlers:
    """What opens a small window."""
    return {
        "number": side.ask_number,
        "help": side.show_help,
        "palette": side.show_palette,
        "shortcuts": side.show_shortcuts,
        "about": side.show_about,
    }
