"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from sverka.files import is_same_file, not_written, refuse_to_overwrite, written_whole
from sverka.language import language
from sverka.model import Phrase, WriteError
from sverka.wording import error_words

RUSSIAN = language("ru")


def test_a_block_that_ends_well_puts_the_file_in_place(tmp_path: Path) -> None:
    with written_whole(tmp_path / "a.txt") as part:
        part.write_text("new")
    assert (tmp_path / "a.txt").read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_failure_leaves_what_stood_there_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")

    def fail_half_way() -> None:
        with written_whole(target) as part:
            part.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_permissions_of_the_replaced_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o640)
    with written_whole(target) as part:
        part.write_text("new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError), written_whole(tmp_path / "no" / "a.txt"):
        pass


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("я" * 127)
    with written_whole(target) as part:
        part.write_text("new")
    assert target.read_text() == "new"


def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to("real.txt")
    with written_whole(link) as part:
        part.write_text("new")
    assert link.is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_pipe_is_given_the_whole_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with written_whole(pipe) as part:
            part.write_text("whole")
        assert os.read(reader, 100) == b"whole"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_pipe_is_given_nothing_when_the_block_fails(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(RuntimeError), written_whole(pipe):
        raise RuntimeError
    assert pipe.is_fifo()


def test_a_file_is_the_same_under_every_name_it_has(tmp_path: Path) -> None:
    file, link, hard = tmp_path / "a.txt", tmp_path / "link", tmp_path / "hard"
    file.write_text("text")
    link.symlink_to(file)
    hard.hardlink_to(file)
    for other in (file, link, hard, tmp_path / "x" / ".." / "a.txt"):
        assert is_same_file(file, other)
    assert is_same_file(tmp_path / "not there", tmp_path / "." / "not there")
    assert not is_same_file(file, tmp_path / "not there")


def test_what_is_made_from_a_file_never_goes_over_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("text")
    refuse_to_overwrite(tmp_path / "report.docx", (old, new))
    for name in (old, new, tmp_path / "." / "old.txt"):
        with pytest.raises(WriteError, match="stays as it is"):
            refuse_to_overwrite(name, (old, new))


def test_a_file_that_could_not_be_written_is_told_with_its_reason_in_any_language() -> None:
    full = not_written("/a/report.docx", OSError(28, "No space left on device"))
    assert str(full) == (
        "“/a/report.docx” could not be written: No space left on device. "
        "What stood there is unchanged."
    )
    nothing = error_words(not_written(Path("r.pdf"), Phrase("nothing could be printed")), RUSSIAN)
    assert nothing.startswith("«r.pdf")
    assert "printed" not in nothing
