"""The program knows whether another one of its kind is running."""

from pathlib import Path

from sverka.gui.app import only_one


def test_only_the_first_of_two_programs_restores_what_was_left_open(tmp_path: Path) -> None:
    first = only_one(tmp_path)
    assert first is not None
    assert only_one(tmp_path) is None
    first.unlock()
    again = only_one(tmp_path)
    assert again is not None
    again.unlock()
