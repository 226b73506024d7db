"""Remarks find their changes again, can be undone, and are saved whole or not at all."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "gui"))
import sample
from small_disk import mounted

from sverka.comparison import compare
from sverka.model import (
    EVERY_ASPECT,
    Block,
    BlockKind,
    Cell,
    Change,
    Decision,
    Document,
    Ignore,
    Options,
    Part,
    ReadError,
    Run,
    Span,
    TablePart,
    Traits,
    WriteError,
)
from sverka.review import (
    Input,
    Record,
    Remark,
    Session,
    State,
    change_keys,
    load,
    save,
)

KEYS, STATES = st.sampled_from("abc"), st.sampled_from(State)


def test_every_change_has_a_key_of_its_own() -> None:
    for made in (sample.release(), sample.long_pair(100)):
        keys = change_keys(made)
        assert len(set(keys)) == len(keys) == len(made.changes)


def test_alike_changes_are_told_apart_by_their_order() -> None:
    made = sample.long_pair(1)
    twice = replace(made, changes=made.changes * 2)
    first, second = change_keys(twice)
    assert second == f"{first}-2"


def test_a_change_elsewhere_leaves_a_key_as_it_is(tmp_path: Path) -> None:
    base = (
        "Title of it\n\nThe ship {} leaves at noon today.\n\n{}\n\nThe last one stays as it was.\n"
    )
    middle = "A paragraph that nobody touches in this test at all."
    for name, ship, text in (
        ("old", "Ann", middle),
        ("new", "Bea", middle),
        ("newer", "Bea", middle.replace("nobody", "somebody")),
    ):
        (tmp_path / f"{name}.txt").write_text(base.format(ship, text), "utf-8")
    once = change_keys(compare(tmp_path / "old.txt", tmp_path / "new.txt"))
    later = change_keys(compare(tmp_path / "old.txt", tmp_path / "newer.txt"))
    assert len(once) == 1
    assert len(later) == 2
    assert once[0] in later


def test_a_row_of_a_table_is_known_by_all_of_its_cells() -> None:
    def of(*rows: str) -> Document:
        blocks = tuple(
            Block(BlockKind.TABLE_CELL, (Run(word),), cell=Cell(1, row, column))
            for row, words in enumerate(rows, 1)
            for column, word in enumerate(words.split(" | "), 1)
        )
        traits = Traits(soft_breaks=True, structured=True, tells=EVERY_ASPECT)
        return Document("a.docx", "docx", repr(rows), blocks=blocks, traits=traits)

    old = of("City | People", "Bishkek | many", "Osh | fewer")
    both = compare(
        old, of("City | People", "Bishkek | many", "Total | 4", "Osh | fewer", "Total | 9")
    )
    only = compare(old, of("City | People", "Bishkek | many", "Osh | fewer", "Total | 9"))
    assert [change.table_part for change in both.changes] == [TablePart.ROW, TablePart.ROW]
    assert change_keys(only) == change_keys(both)[1:]


@given(st.lists(st.tuples(KEYS, STATES, st.text(max_size=3)), max_size=12))
def test_undoing_all_leads_back_and_redoing_all_forth(
    steps: list[tuple[str, State, str]],
) -> None:
    remarks = Record({"a": Remark(State.QUERY)})
    before = remarks.all()
    for key, state, note in steps:
        remarks.put(key, Remark(state, note))
    after = remarks.all()
    while remarks.undo() is not None:
        pass
    assert remarks.all() == before
    while remarks.redo() is not None:
        pass
    assert remarks.all() == after


def test_an_empty_remark_is_none() -> None:
    remarks = Record()
    remarks.put("a", Remark(State.REVIEWED))
    assert remarks
    remarks.put("a", Remark())
    assert not remarks
    assert remarks.all() == {}


def session() -> Session:
    return Session(
        Input("/a/old.txt", "1" * 64),
        Input("/a/new.docx", "2" * 64),
        Options(
            ignore=frozenset({Ignore.CASE}),
            ignore_parts=frozenset({Part.HEADER, Part.FOOTER}),
            decisions={"f1": Decision.KEPT},
        ),
        {"key": Remark(State.QUERY, "Почему «15»? 🙂")},
    )


def test_a_session_is_read_as_it_was_saved(tmp_path: Path) -> None:
    save(session(), tmp_path / "s.sverka")
    assert load(tmp_path / "s.sverka") == session()


def test_the_same_session_is_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(session(), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_session_that_cannot_be_saved_says_so_and_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"s\.sverka"):
        save(session(), tmp_path / "none" / "s.sverka")


@pytest.mark.parametrize("content", [b"", b"{}", b"not json", b"\xff\x00", b'{"schema": 3}'])
def test_what_is_no_session_ends_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "s.sverka"
    place.write_bytes(content)
    with pytest.raises(ReadError, match=r"s\.sverka” is not a session"):
        load(place)


def test_a_missing_and_a_newer_session_end_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="could not be read"):
        load(tmp_path / "none.sverka")
    save(replace(session(), schema="sverka.session/9"), tmp_path / "s.sverka")
    with pytest.raises(ReadError, match="newer version"):
        load(tmp_path / "s.sverka")


def test_a_key_survives_lone_surrogates() -> None:
    made = sample.long_pair(1)
    change = Change(made.changes[0].kind, (), Span(0, 0, 1), None, 0)
    odd = replace(made.old.paragraphs[0], text="\ud800 text")
    screening = replace(made.old.screening, paragraphs=(odd,))
    broken = replace(made, old=replace(made.old, screening=screening), changes=(change,))
    assert change_keys(broken)[0]


def test_decisions_and_remarks_are_undone_in_the_order_they_were_made() -> None:
    record = Record(decisions={"b": Decision.REMOVED})
    record.put("a", Remark(State.QUERY))
    record.decide(("b", "c"), Decision.KEPT)
    assert record.decisions == {"b": Decision.KEPT, "c": Decision.KEPT}
    step = record.undo()
    assert step is not None
    assert [decided[0] for decided in step.decisions] == ["b", "c"]
    assert record.decisions == {"b": Decision.REMOVED}
    step = record.undo()
    assert step is not None
    assert step.key == "a"
    assert not record
    record.redo()
    record.redo()
    assert record.decisions == {"b": Decision.KEPT, "c": Decision.KEPT}


def test_deciding_the_same_again_is_no_step() -> None:
    record = Record(decisions={"b": Decision.KEPT})
    record.decide(("b",), Decision.KEPT)
    assert record.undo() is None


def test_a_note_typed_in_one_go_is_undone_in_one() -> None:
    record = Record()
    for note in ("W", "Wh", "Why?"):
        record.put("a", Remark(note=note))
    record.put("a", Remark(State.QUERY, "Why?"))
    record.undo()
    assert record.of("a") == Remark(note="Why?")
    record.undo()
    assert record.of("a") == Remark()


def test_former_decisions_come_back_for_good_and_remarks_stay() -> None:
    record = Record()
    record.put("a", Remark(State.QUERY))
    record.decide(("b",), Decision.KEPT)
    record.restore({})
    assert record.decisions == {}
    step = record.undo()
    assert step is not None
    assert step.key == "a"


def test_keys_of_findings_and_of_changes_are_never_the_same() -> None:
    made = sample.release()
    keys = {finding.key for finding in made.findings}
    assert len(keys) == len(made.findings)
    assert not keys & set(change_keys(made))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk") as place:
        yield place


def test_on_a_full_disk_the_session_before_stays_and_a_sentence_says_so(small_disk: Path) -> None:
    place = small_disk / "s.sverka"
    save(session(), place)
    with pytest.raises(WriteError, match=r"s\.sverka”: No space left on device\. What stood there"):
        save(replace(session(), remarks={"key": Remark(note="long " * 20_000)}), place)
    assert load(place) == session()
    assert [each.name for each in small_disk.iterdir()] == ["s.sverka"]
