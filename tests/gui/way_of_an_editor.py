"""The whole way of an editor in one sitting; run by test_real_window.py in a real window.

Where the window is killed, a second process of the same files plays it: see until_killed.py.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from dropping import drop
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from steps import LIMIT, compared

from sverka.gui.plumbing import window_settings
from sverka.gui.plumbing.export_choice import ExportChoice
from sverka.gui.window import MainWindow
from sverka.language import ENGLISH
from sverka.model import Category, Decision, Options, Side
from sverka.review import Remark, State

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def in_front(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LIMIT)


def work_through(window: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    """Drop, narrow to numbers, walk, mark, note, decide a finding, find a word."""
    page = window.comparison
    drop(window, window.rect().center(), *paths)
    compared(window, qtbot)
    in_front(window, qtbot)
    chip = page.filters.chip(Category.NUMBER)
    assert chip is not None
    qtbot.mouseClick(chip, LEFT)
    count = page.list.changes.rowCount()
    assert 2 <= count < len(page.reviewing.remarked.change_keys)
    qtbot.keyClick(window, Qt.Key.Key_Home, ALT)
    page.pair.new.setFocus()
    for _number in range(count - 1):
        qtbot.keyClick(page.pair.new, Qt.Key.Key_Space)
        qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Q)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N, SHIFT)
    qtbot.keyClicks(page.review.note, "Who counted?")
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert page.reviewing.remarked.progress_words(ENGLISH).startswith(f"{count - 1} of ")
    decide_first(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(page.sought, "keepers")
    assert page.found.text().endswith(" hits")
    qtbot.keyClick(page.sought, Qt.Key.Key_Return)
    assert page.found.text().startswith("1 of ")


def decide_first(window: MainWindow, qtbot: QtBot) -> None:
    """In the findings: note the first that can be decided about, and keep it in the text."""
    findings = window.comparison.findings
    rows = findings.model.findings
    number = next(n for n, finding in enumerate(rows) if finding.kind.is_furniture)
    box = findings.table.visualRect(findings.model.index(number, 0))
    qtbot.mouseClick(findings.table.viewport(), LEFT, pos=box.center())
    qtbot.keyClick(findings.table, Qt.Key.Key_Q)
    qtbot.mouseClick(findings.one, LEFT)

    def kept() -> bool:
        return findings.model.findings[number].decision is Decision.KEPT

    qtbot.waitUntil(kept, timeout=LIMIT)


def test_the_platform_has_real_windows() -> None:
    assert QGuiApplication.platformName() == "xcb"


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a signal of POSIX systems")
def test_the_whole_way_with_a_kill_in_the_middle(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "settings" / "window.json"
    script = Path(__file__).parent / "until_killed.py"
    command = [sys.executable, str(script), "--whole-way", str(place)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child.stdout:
        told = child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        child.wait()
    before = json.loads(told)
    (left,) = window_settings.load(place).left_open
    window = MainWindow(place, Options())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.take_files([Path(left.old), Path(left.new)], Side.OLD)
    compared(window, qtbot)
    found_as_it_was(window, before)
    export_and_read(window, qtbot, tmp_path)
    window.close()


def found_as_it_was(window: MainWindow, before: dict[str, str]) -> None:
    page = window.comparison
    assert window.reviewed.text() == before["progress"]
    assert page.reviewing.remarked.key_of(page.current) == before["current"]
    assert repr(page.numbered_remarks()) == before["remarks"]
    assert repr(page.reviewing.remarked.numbered_findings()) == before["findings"]
    assert repr(window.work.options.decisions) == before["decisions"]
    assert [remark for _n, remark in page.numbered_remarks()][-1] == Remark(
        State.QUERY, "Who counted?"
    )
    assert Path(before["saved"]).is_file()


def export_and_read(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    """The report has the states, the note and the finding with what was said of it."""
    report = folder / "report.docx"
    window.taking_out.write_report(report, ExportChoice(opened=False))
    qtbot.waitUntil(lambda: str(report) in window.said.text(), timeout=LIMIT)
    tables = docx.Document(str(report)).tables
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    for words in ("Who counted?", "reviewed", "Query", "kept"):
        assert any(words in text for text in cells), words


def test_the_worker_killed_in_mid_comparison_ends_in_a_sentence_and_a_way_on(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    drop(window, window.rect().center(), *long_files(tmp_path))
    process = window.bridge.process_id
    assert process is not None
    with qtbot.waitSignal(window.bridge.news, timeout=LIMIT):
        pass
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.trouble, timeout=LIMIT)
    assert "Your files are untouched" in window.trouble.sentence.text()
    qtbot.mouseClick(window.trouble.other, LEFT)
    assert window.pages.currentWidget() is window.start
    drop(window, window.rect().center(), *files)
    compared(window, qtbot)


def test_a_kill_while_a_comparison_follows_leaves_what_is_shown(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    drop(window, window.rect().center(), *files)
    compared(window, qtbot)
    process = window.bridge.process_id
    assert process is not None
    os.kill(process, signal.SIGSTOP)
    window.comparison.ignore.furniture.trigger()
    os.kill(process, signal.SIGKILL)
    notices = window.comparison.notices
    qtbot.waitUntil(lambda: "Your files are untouched" in notices.text.text(), timeout=LIMIT)
    assert window.pages.currentWidget() is window.comparison
    assert not window.comparison.ignore.furniture.isChecked()
    window.deeds["again"].trigger()
    compared(window, qtbot)


def test_a_long_comparison_is_cancelled_and_the_window_goes_on(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    drop(window, window.rect().center(), *long_files(tmp_path))
    assert window.pages.currentWidget() is window.progress
    with qtbot.waitSignal(window.bridge.news, timeout=LIMIT):
        pass
    qtbot.mouseClick(window.progress.cancel, LEFT)
    assert window.pages.currentWidget() is window.start
    assert window.said.text() == "The comparison was cancelled."
    drop(window, window.rect().center(), *files)
    compared(window, qtbot)
    assert window.comparison.where.text() == "Changes: 3"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_file_that_makes_the_worker_hang_is_cancelled_at_once(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    drop(window, window.rect().center(), *files)
    process = window.bridge.process_id
    assert process is not None
    os.kill(process, signal.SIGSTOP)  # from now on it answers as a hanging one does
    qtbot.mouseClick(window.progress.cancel, LEFT)
    assert window.pages.currentWidget() is window.start
    drop(window, window.rect().center(), *files)
    compared(window, qtbot)
    assert window.bridge.process_id != process


def long_files(folder: Path) -> tuple[Path, Path]:
    """Two texts that take seconds to compare."""
    words = "harbour ferry captain river winter pier ticket landing stage town".split()
    paths = folder / "long-old.txt", folder / "long-new.txt"
    for path, step in zip(paths, (7, 11), strict=True):
        paragraphs = (
            " ".join(words[(n * step + k * k) % 10] for k in range(30)) + f" {n * step}."
            for n in range(20_000)
        )
        path.write_text("\n\n".join(paragraphs), "utf-8")
    return paths
