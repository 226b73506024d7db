"""Files that cannot be taken in at all."""

import hashlib
import os
import threading
from datetime import UTC, datetime
from io import BytesIO, RawIOBase, StringIO
from pathlib import Path
from typing import ClassVar

import pytest

from sverka.model import ReadError
from sverka.readers import intake, read
from sverka.readers.intake import refuse_unlasting, take_in


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


def test_what_came_in_is_not_taken_in_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The council met on Monday.")
    found = take_in(path)
    path.unlink()
    assert take_in(found) is found
    assert take_in(found, "b\n.txt").path == "b\ufffd.txt"
    assert read(found).sha256 == found.sha256


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    text = sentence(tmp_path / "nowhere.docx")
    assert "nowhere.docx" in text
    assert "does not exist" in text


def test_a_file_taken_for_a_folder_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    assert "does not exist" in sentence(tmp_path / "a.txt" / "b.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in sentence(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
def test_a_pipe_is_read_once_to_its_end_whatever_its_size_is_said_to_be(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = "A sentence of some length. " * 20_000
    writing = threading.Thread(target=pipe.write_text, args=(text,))
    writing.start()
    document = read(pipe)
    writing.join()
    assert document.blocks[0].text == text.rstrip(" ") + " "
    assert document.properties.modified is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
def test_what_is_read_more_than_once_is_no_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadError, match="no ordinary file"):
        refuse_unlasting(tmp_path / "pipe")
    refuse_unlasting(tmp_path)
    refuse_unlasting(tmp_path / "nowhere")


def test_bytes_are_read_and_called_as_the_caller_says() -> None:
    assert read(b"one word").path == "<bytes>"
    document = read(b"one word", name="letter\n.txt")
    assert (document.path, document.blocks[0].text) == ("letter\ufffd.txt", "one word")
    assert document.properties.modified is None


def test_the_format_of_bytes_and_streams_is_known_by_their_content(tmp_path: Path) -> None:
    page = b"<!DOCTYPE html><html><body><p>One</p><p>Two</p></body></html>"
    assert [block.text for block in read(BytesIO(page)).blocks] == ["One", "Two"]
    assert read(page).format == read(page, name="a.txt").format == "html"


def test_a_stream_is_read_from_where_it_stands_and_stays_open(tmp_path: Path) -> None:
    stream = BytesIO(b"head rest")
    stream.read(5)
    document = read(stream)
    assert (document.path, document.blocks[0].text) == ("<stream>", "rest")
    assert not stream.closed
    path = tmp_path / "a.txt"
    path.write_text("text")
    with path.open("rb") as opened:
        assert read(opened).path == str(path)


def test_a_stream_that_gives_little_at_a_time_is_read_to_its_end() -> None:
    class Slow(RawIOBase):
        pieces: ClassVar[list[bytes]] = [b"A slow ", b"sen", b"tence"]

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:
            piece = self.pieces.pop(0) if self.pieces else b""
            buffer[: len(piece)] = piece
            return len(piece)

    assert read(Slow()).blocks[0].text == "A slow sentence"


def test_a_stream_beyond_the_limit_or_closed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_FILE_BYTES", 1024 * 1024)
    with pytest.raises(ReadError, match="larger than 1 MB"):
        read(BytesIO(b"x" * (1024 * 1024 + 1)))
    closed = BytesIO(b"x")
    closed.close()
    with pytest.raises(ReadError, match="could not be read"):
        read(closed)


def test_a_stream_of_text_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="open it as binary"):
        read(StringIO("text"))  # type: ignore[arg-type]


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
