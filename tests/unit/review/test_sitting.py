"""The work on a pair is kept where it belongs, and nothing is written over what it holds."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "gui"))

import pytest
import sample

from sverka.model import Decision, Options, ReadError, WriteError
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


def test_a_session_is_never_saved_over_a_file_it_is_about(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text("text")
    sitting = Sitting(tmp_path)
    sitting.take_up(old, NEW, Options())
    sitting.see(sample.release())
    with pytest.raises(WriteError, match=r"old\.txt"):
        sitting.save(Options(), old)
    assert old.read_text() == "text"
    assert sitting.path is None


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
