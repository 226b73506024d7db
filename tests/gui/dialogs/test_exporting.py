"""Reports from the window: what goes in is chosen, counted, kept, written and opened."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from steps import LIMIT, compared

import sverka
from sverka.gui.dialogs import exporting
from sverka.gui.dialogs.export_dialog import ExportDialog
from sverka.gui.plumbing import window_settings
from sverka.gui.plumbing.export_choice import ExportChoice
from sverka.gui.window import MainWindow
from sverka.model import Category, Ignore, Side
from sverka.reports.report_options import Paper, Section
from sverka.review import State


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]) -> MainWindow:
    window.take_files(list(files), Side.OLD)
    compared(window, qtbot)
    window.deeds["next"].trigger()
    window.comparison.toggle(State.QUERY)
    window.comparison.review.note.setPlainText("Which day?")
    window.comparison.reviewing.keep()
    return window


def dialog_of(window: MainWindow) -> ExportDialog:
    window.deeds["report"].trigger()
    made = next(d for d in window.findChildren(ExportDialog) if d.isVisible())
    assert isinstance(made, ExportDialog)
    return made


def written(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    qtbot.waitUntil(lambda: str(path) in window.said.text(), timeout=LIMIT)


@pytest.mark.parametrize("form", ["docx", "html", "xlsx", "json"])
def test_each_format_is_written_with_states_and_notes(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    path = tmp_path / f"report.{form}"
    opened.taking_out.write_report(path, ExportChoice(form=form, opened=False))
    written(opened, qtbot, path)
    if form == "json":
        value = json.loads(path.read_bytes())
        assert value["review"] == [{"change": 1, "state": "query", "note": "Which day?"}]
    elif form == "html":
        assert "Which day?" in path.read_text("utf-8")
    else:
        assert path.read_bytes()[:2] == b"PK"


def test_the_document_with_tracked_changes_is_written_with_its_verdict(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    path = tmp_path / "tracked.docx"
    choice = ExportChoice(form="redline", reviewer="A. Reed", opened=False)
    assert choice.ending == "docx"
    opened.taking_out.write_report(path, choice)
    written(opened, qtbot, path)
    assert "Verified: accepting all changes gives the revised version" in opened.said.text()
    assert sverka.verify(path, *files, author="A. Reed").verified


def test_what_is_chosen_is_counted_before_it_is_written(opened: MainWindow) -> None:
    dialog = dialog_of(opened)
    assert dialog.counted.text() == "3 of 3 changes are listed, 1 with a state or a note."
    dialog.reviewed.setChecked(True)
    assert dialog.counted.text().startswith("1 of 3 changes")
    dialog.reviewed.setChecked(False)
    dialog.show_choice(ExportChoice(only=(Category.NUMBER,)))
    assert dialog.counted.text().startswith("1 of 3 changes")
    dialog.show_choice(ExportChoice(sections=(Section.SUMMARY,)))
    assert dialog.counted.text().startswith("0 of 3 changes")
    dialog.show_choice(ExportChoice(form="redline"))
    assert "tracked changes of Word, verified" in dialog.counted.text()
    assert not dialog.sections.isEnabled()
    dialog.show_choice(ExportChoice(form="json"))
    assert dialog.counted.text().startswith("JSON always has the whole comparison")
    dialog.reject()


def test_the_choice_is_kept_for_the_next_report_and_the_report_is_opened(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(exporting, "open_file", lambda path: shown.append(path) or True)
    asked = str(tmp_path / "for the author")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (asked, ""))
    dialog = dialog_of(opened)
    choice = ExportChoice(form="html", language="ru", paper=Paper.LETTER, reviewer="A. Reed")
    dialog.show_choice(choice)
    dialog.accept()
    path = tmp_path / "for the author.html"
    written(opened, qtbot, path)
    assert shown == [path]
    text = path.read_text("utf-8")
    assert "A. Reed" in text
    assert "Сравнение" in text
    assert opened.remembered.settings.export == choice


def test_a_preset_is_kept_taken_and_forgotten(opened: MainWindow, tmp_path: Path) -> None:
    dialog = dialog_of(opened)
    wanted = ExportChoice(form="xlsx", only=(Category.NUMBER,), opened=False)
    dialog.show_choice(wanted)
    dialog.keep_preset("Numbers for the accountant")
    dialog.reject()
    place = tmp_path / "settings" / "window.json"
    assert window_settings.load(place).presets == {"Numbers for the accountant": wanted}
    dialog = dialog_of(opened)
    dialog.preset.setCurrentText("Numbers for the accountant")
    assert dialog.choice == wanted
    dialog.forget_preset()
    dialog.reject()
    assert window_settings.load(place).presets == {}


def test_the_preview_shows_a_page_and_leaves_nothing_behind(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(exporting, "open_file", lambda path: shown.append(path) or True)
    dialog = dialog_of(opened)
    qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown), timeout=LIMIT)
    assert "Which day?" in shown[0].read_text("utf-8")
    dialog.reject()
    opened.close()
    assert not shown[0].exists()


def test_nothing_that_leaves_the_window_goes_over_what_was_compared_or_the_session(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    session = tmp_path / "mine.sverka"
    opened.sessions.write(session)
    notices = opened.comparison.notices
    for kept in (*files, session):
        before = kept.read_bytes()
        opened.taking_out.write_report(kept, ExportChoice(form="html", opened=False))
        qtbot.waitUntil(lambda name=kept.name: name in notices.text.text(), timeout=LIMIT)
        opened.taking_out.write_redline(kept)
        assert kept.read_bytes() == before
        notices.hide()


def test_a_report_that_cannot_be_written_or_opened_ends_in_a_sentence(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = opened.comparison.notices
    opened.taking_out.write_report(tmp_path / "none" / "report.html", ExportChoice(form="html"))
    qtbot.waitUntil(lambda: opened.said.text() == "The report was not written.", timeout=LIMIT)
    assert "none" in notices.text.text()
    monkeypatch.setattr(exporting, "open_file", lambda _path: False)
    opened.taking_out.write_report(tmp_path / "report.html", ExportChoice(form="html"))
    qtbot.waitUntil(lambda: "no program is known" in notices.text.text(), timeout=LIMIT)


def test_a_comparison_that_follows_gives_up_the_report_and_says_so(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.taking_out.write_report(tmp_path / "report.docx")
    opened.work.ignore(frozenset({Ignore.CASE}), False)
    assert "The report was not written" in opened.comparison.notices.text.text()
    qtbot.waitUntil(lambda: not opened.work.comparing.under_way, timeout=LIMIT)


def test_no_report_is_written_while_the_comparison_follows(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.work.ignore(frozenset(), True)
    opened.taking_out.write_report(tmp_path / "report.docx")
    assert "compared again" in opened.said.text()
    qtbot.waitUntil(lambda: not opened.work.comparing.under_way, timeout=LIMIT)
    assert not (tmp_path / "report.docx").exists()
