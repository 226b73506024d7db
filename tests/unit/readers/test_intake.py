"""Files that cannot be taken in at all."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sverka.model import ReadError
from sverka.readers import intake, read
from sverka.readers.intake import take_in


def sentence(path: Path | str) -> str:
    with pytest.raises(ReadError) as caught:
        read(path)
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


def test_bytes_hash_and_time_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"text")
    os.utime(path, (0, 86400.5))
    found = take_in(path)
    assert found.data == b"text"
    assert found.sha256 == hashlib.sha256(b"text").hexdigest()
    assert found.modified == datetime(1970, 1, 2, 0, 0, 0, 500000, UTC)
    assert found.path == str(path)
    assert found.suffix == ".txt"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    text = sentence(tmp_path / "nowhere.docx")
    assert "nowhere.docx" in text
    assert "does not exist" in text


def test_a_file_taken_for_a_folder_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    assert "does not exist" in sentence(tmp_path / "a.txt" / "b.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in sentence(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes on this system")
    os.mkfifo(tmp_path / "pipe")
    assert "no ordinary file" in sentence(tmp_path / "pipe")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.docx").touch()
    assert "0 bytes" in sentence(tmp_path / "empty.docx")


def test_a_closed_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("text")

    def deny(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", deny)
    assert "may not be read" in sentence(path)


def test_a_file_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MAX_FILE_BYTES", 1024 * 1024)
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(1024 * 1024 + 1)
    assert "larger than 1 MB" in sentence(path)


def test_a_name_no_file_can_have_is_refused() -> None:
    assert "could not be read" in sentence("a\0b.txt")


def test_a_name_with_a_line_end_stays_on_one_line(tmp_path: Path) -> None:
    assert "a\ufffdb.txt" in sentence(tmp_path / "a\nb.txt")


def test_a_name_that_is_no_valid_utf_8_can_be_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xf0\xe5\xeb\xe8\xe7.txt"
    try:
        with open(path, "w") as stream:
            stream.write("text")
    except OSError:
        pytest.skip("file names are always valid here")
    document = read(os.fsdecode(path))
    assert document.path.encode("utf-8")
    assert document.blocks[0].text == "text"
