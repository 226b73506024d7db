"""The work on a pair is kept as it goes on, even where there is no room for it."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot
from small_disk import mounted
from steps import compared

from sverka.gui.window import MainWindow
from sverka.model import Options, Side
from sverka.review import State, load
from sverka.review.keeping import place_of


def test_on_a_full_disk_what_was_said_stays_in_the_window_and_in_the_session_before(
    qtbot: QtBot, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    with mounted(tmp_path / "disk") as disk:
        window = MainWindow(disk / "window.json", Options())
        qtbot.addWidget(window)
        window.show()
        window.take_files(list(files), Side.OLD)
        compared(window, qtbot)
        page = window.comparison
        window.deeds["next"].trigger()
        page.toggle(State.QUERY)
        (disk / "filling").write_bytes(b"." * (disk_room(disk) - 4096))
        page.review.note.setPlainText("A long note. " * 2000)
        page.reviewing.keep()
        assert "No space left on device" in page.notices.text.text()
        assert page.numbered_remarks()[0][1].note.startswith("A long note.")
        kept = load(place_of(disk, *map(str, files)))
        assert [remark.state for remark in kept.remarks.values()] == [State.QUERY]
        (disk / "filling").unlink()
        window.close()
        kept = load(place_of(disk, *map(str, files)))
        assert next(iter(kept.remarks.values())).note.startswith("A long note.")


def disk_room(disk: Path) -> int:
    return shutil.disk_usage(disk).free
