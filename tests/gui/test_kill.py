"""The program is killed while one works; started again, everything is as it was."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot
from steps import compared

from sverka.gui.plumbing import window_settings
from sverka.gui.window import MainWindow
from sverka.model import Options, Side
from sverka.review import Remark, State


def test_after_a_kill_the_pair_and_the_remarks_are_there(
    qtbot: QtBot, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    place = tmp_path / "kept" / "window.json"
    script = Path(__file__).parent / "until_killed.py"
    child = subprocess.Popen(
        [sys.executable, str(script), str(place), *map(str, files)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    with child.stdout:
        assert child.stdout.readline() == "marked\n"
        child.kill()
        child.wait()
    (left,) = window_settings.load(place).left_open
    window = MainWindow(place, Options())
    qtbot.addWidget(window)
    window.show()
    window.take_files([Path(left.old), Path(left.new)], Side.OLD)
    compared(window, qtbot)
    assert window.comparison.numbered_remarks() == ((1, Remark(State.QUERY, "Which day?")),)
    window.close()
    assert window_settings.load(place).left_open == ()
