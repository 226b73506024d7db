"""What is shown never changes without a word, and given up means: as it was before."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "gui"))

import pytest
import sample

from sverka.model import Comparison, Decision, Ignore, Options, Part, ReadError, Side
from sverka.review import Record, Remark, State
from sverka.review.keeping import place_of
from sverka.review.open_pair import OpenPair

OLD, NEW = Path("/a/old.txt"), Path("/a/new.txt")


def shown(folder: Path, options: Options | None = None) -> OpenPair:
    pair = OpenPair(folder, options or Options())
    assert pair.begin(OLD, NEW) is None
    pair.show(sample.release(), pair.options)
    return pair


def edited() -> Comparison:
    """The sample with a revised file of other contents."""
    made = sample.release()
    return replace(
        made, new=replace(made.new, document=replace(made.new.document, sha256="2" * 64))
    )


def test_a_file_that_changed_is_asked_about_unless_the_reader_knows(tmp_path: Path) -> None:
    pair = shown(tmp_path)
    assert not pair.must_ask(sample.release())
    assert pair.must_ask(edited())
    assert pair.changed(edited()) == ("corrected.docx",)
    assert pair.again() == (OLD, NEW)
    assert not pair.must_ask(edited()), "who compares again knows"
    pair.ignore(frozenset({Ignore.CASE}), False)
    assert pair.must_ask(edited()), "who ignores the case says nothing of the file"


def test_what_was_agreed_for_one_pair_is_not_agreed_for_the_next(tmp_path: Path) -> None:
    pair = shown(tmp_path)
    pair.again()
    pair.begin(OLD, NEW)
    assert pair.must_ask(edited())


def test_a_comparison_given_up_leaves_options_and_decisions_as_they_were(tmp_path: Path) -> None:
    pair = shown(tmp_path, Options(keep_furniture=True))
    before = pair.options
    pair.decide(("a-finding",), Decision.KEPT)
    pair.ignore(frozenset({Ignore.CASE}), False)
    assert pair.options.decisions == {"a-finding": Decision.KEPT}
    assert pair.options.ignore == {Ignore.CASE}
    pair.ignore(frozenset(), False, None, frozenset({Part.HEADER}))
    pair.ignore(frozenset(), False)
    assert pair.options.ignore_parts == {Part.HEADER}
    assert pair.stay()
    assert pair.options == before
    assert pair.sitting.record.decisions == {}


def test_nothing_to_go_back_to_before_anything_is_shown(tmp_path: Path) -> None:
    pair = OpenPair(tmp_path, Options())
    assert pair.again() is None
    assert not pair.stay()
    assert not pair.leave()


def test_leaving_says_whether_there_is_work_to_keep(tmp_path: Path) -> None:
    pair = shown(tmp_path)
    assert not pair.leave(), "nothing was said"
    pair = shown(tmp_path)
    pair.sitting.record.put("a-change", Remark(State.REVIEWED))
    assert pair.leave()
    assert pair.shown is None
    assert not pair.leave(), "it was left already"


def test_only_a_step_of_decisions_asks_for_another_comparison(tmp_path: Path) -> None:
    pair = shown(tmp_path)
    pair.sitting.record.put("a-change", Remark(State.REVIEWED))
    pair.decide(("a-finding",), Decision.KEPT)
    step = pair.sitting.record.undo()
    assert step is not None
    assert pair.undone(step)
    assert pair.options.decisions == {}
    step = pair.sitting.record.undo()
    assert step is not None
    assert not pair.undone(step)


def test_a_session_that_cannot_be_read_lets_the_work_begin_anew(tmp_path: Path) -> None:
    place = place_of(tmp_path, str(OLD), str(NEW))
    place.parent.mkdir()
    place.write_bytes(b"half a sess")
    pair = OpenPair(tmp_path, Options(decisions={"of another pair": Decision.KEPT}))
    assert isinstance(pair.begin(OLD, NEW), ReadError)
    assert pair.options.decisions == {}
    assert pair.sitting.files == (OLD, NEW)


def test_a_damaged_session_asked_for_changes_nothing_that_is_open(tmp_path: Path) -> None:
    pair = shown(tmp_path)
    before = pair.sitting
    (tmp_path / "mine.sverka").write_bytes(b"half a sess")
    with pytest.raises(ReadError):
        pair.read(tmp_path / "mine.sverka")
    assert pair.sitting is before
    assert pair.shown is not None


def test_a_session_saved_is_gone_on_with(tmp_path: Path) -> None:
    pair = shown(tmp_path)
    pair.decide(("a-finding",), Decision.KEPT)
    pair.save(tmp_path / "mine.sverka")
    other = OpenPair(tmp_path / "elsewhere", Options())
    sitting, options = other.read(tmp_path / "mine.sverka")
    other.go_on(sitting, options)
    assert other.sitting.files == (OLD, NEW)
    assert other.options.decisions == {"a-finding": Decision.KEPT}
    assert isinstance(other.sitting.record, Record)
    assert other.shown is None


def test_swapped_files_take_their_encodings_along(tmp_path: Path) -> None:
    pair = OpenPair(tmp_path, Options(encoding_old="cp1251"))
    pair.swap_encodings()
    assert (pair.options.encoding_old, pair.options.encoding_new) == (None, "cp1251")


def test_one_side_is_read_in_another_encoding(tmp_path: Path) -> None:
    pair = OpenPair(tmp_path, Options())
    pair.read_as(Side.NEW, "cp850")
    assert (pair.options.encoding_old, pair.options.encoding_new) == (None, "cp850")
    pair.read_as(Side.OLD, "cp437")
    assert (pair.options.encoding_old, pair.options.encoding_new) == ("cp437", "cp850")
