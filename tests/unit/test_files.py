"""Files are written whole or not at all."""

import stat
from pathlib import Path

import pytest

from sverka.files import written_whole


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
