"""The work on a pair is kept where it belongs, and nothing is written over what it holds."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import sample
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from small_disk import mounted
from steps import compared

from sverka.gui.app import only_one
from sverka.gui.window import MainWindow
from sverka.model import Decision, Options, ReadError, Side
from sverka.review import Remark, State, load
from sverka.review.keeping import place_of
from sverka.review.sitting import Sitting

OLD, NEW = Path("/a/old.txt"), Path("/a/new.txt")


def begun(folder: Path) -> Sitting:
    sitting = Sitting(folder)
    sitting.take_up(OLD, NEW, Options())
    sitting.see(sample.release())
    return sitting


def test_work_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    sitting = begun(tmp_path)
    sitting.record.put("a", Remark(State.QUERY, "Why?"))
    sitting.record.decide(("f",), Decision.KEPT)
    sitting.current = "a"
    sitting.save(Options(keep_furniture=True), tmp_path / "mine.sverka")
    later = Sitting(tmp_path)
    options = later.take_up(OLD, NEW, Options())
    assert options == Options(keep_furniture=True, decisions={"f": Decision.KEPT})
    assert later.record.all() == {"a": Remark(State.QUERY, "Why?")}
    assert (later.current, later.path) == ("a", tmp_path / "mine.sverka")
    assert later.changed_inputs(sample.release()) == ()


def test_nothing_is_kept_before_anything_was_compared(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.take_up(OLD, NEW, Options())
    sitting.keep(Options())
    assert not (tmp_path / "sessions").exists()


def test_another_pair_begins_with_no_decisions(tmp_path: Path) -> None:
    sitting = begun(tmp_path)
    options = Options(decisions={"f": Decision.KEPT}, keep_furniture=True)
    assert sitting.take_up(NEW, OLD, options) == Options(keep_furniture=True)


def test_an_input_with_other_contents_is_named(tmp_path: Path) -> None:
    sitting, made = begun(tmp_path), sample.release()
    document = replace(made.new.document, sha256="1" * 64)
    changed = replace(made, new=replace(made.new, document=document))
    assert sitting.changed_inputs(changed) == ("corrected.docx",)
    sitting.see(changed)
    assert sitting.changed_inputs(changed) == ()


def test_a_damaged_session_is_set_aside_and_not_written_over(tmp_path: Path) -> None:
    place = place_of(tmp_path, str(OLD), str(NEW))
    place.parent.mkdir()
    place.write_bytes(b"half a sess")
    sitting = Sitting(tmp_path)
    with pytest.raises(ReadError, match="damaged"):
        sitting.take_up(OLD, NEW, Options())
    sitting.see(sample.release())
    sitting.keep(Options())
    assert place.with_suffix(".damaged").read_bytes() == b"half a sess"
    assert load(place).old.path == str(OLD)


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


def test_who_only_looks_at_the_findings_goes_on_where_they_were(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_comparison(sample.release())
    page = window.comparison
    page.go_to_number(3)
    page.show_view(2)
    assert page.where.text() == "Finding 1 of 2"
    page.show_view(0)
    assert page.where.text() == "Change 3 of 6"
    page.show_view(2)
    box = page.findings.table.visualRect(page.findings.model.index(1, 0))
    viewport = page.findings.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(20, box.center().y()))
    page.show_view(0)
    assert page.where.text().startswith("Finding ")
    assert page.reviewing.remarked.key_of(page.current) == page.reviewing.remarked.finding_keys[1]


def test_only_the_first_of_two_programs_restores_what_was_left_open(tmp_path: Path) -> None:
    first = only_one(tmp_path)
    assert first is not None
    assert only_one(tmp_path) is None
    first.unlock()
    again = only_one(tmp_path)
    assert again is not None
    again.unlock()
