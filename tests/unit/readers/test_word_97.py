"""Reading DOC: by way of LibreOffice, in bounds of time, else a sentence."""

import os
import stat
from pathlib import Path

import pytest

from odf_paper import flat
from sverka.model import NoticeCode, ReadError
from sverka.readers import office_program, read

HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
STREAM = "WordDocument".encode("utf-16-le")
posix = pytest.mark.skipif(os.name != "posix", reason="the programs here are scripts of a shell")


def doc(tmp_path: Path, flags: int = 0) -> Path:
    path = tmp_path / "old.doc"
    path.write_bytes(HEAD + b"\xec\xa5" + bytes(9) + bytes((flags,)) + bytes(500) + STREAM)
    return path


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that stands in the place of LibreOffice."""
    path = tmp_path / "office"
    monkeypatch.setattr(office_program, "office", lambda: str(path))
    return path


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_without_libreoffice_a_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_program, "office", lambda: None)
    with pytest.raises(ReadError, match="install it, or save the file as DOCX"):
        read(doc(tmp_path))


def test_a_locked_document_is_said_to_need_its_password(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="protected with a password"):
        read(doc(tmp_path, flags=1))


def test_a_document_without_the_head_of_a_text_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(HEAD + STREAM + bytes(600))
    with pytest.raises(ReadError, match="damaged"):
        read(path)


@posix
@pytest.mark.parametrize("text", ["exit 1", "exit 0", 'echo no >"$8"'])
def test_a_program_that_makes_nothing_ends_in_a_sentence(
    tmp_path: Path, program: Path, text: str
) -> None:
    script(program, text)
    with pytest.raises(ReadError, match="LibreOffice could not open it"):
        read(doc(tmp_path))


def test_a_program_that_does_not_start_ends_in_a_sentence(tmp_path: Path, program: Path) -> None:
    assert not program.exists()
    with pytest.raises(ReadError, match="LibreOffice could not open it"):
        read(doc(tmp_path))


@posix
def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_program, "PATIENCE", 3)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    script(program, f"(echo begun; exec tail -f /dev/null) >{pipe} & wait")
    with pytest.raises(ReadError, match="did not finish"):
        read(doc(tmp_path))
    os.set_blocking(reading, True)
    with os.fdopen(reading) as stream:  # its end comes when no process writes any more
        assert stream.read() == "begun\n"


@posix
def test_what_the_program_makes_is_read_and_said_to_be_made_by_it(
    tmp_path: Path, program: Path
) -> None:
    kept = tmp_path / "kept.fodt"
    kept.write_bytes(flat("<text:p>Words</text:p>"))
    made = '"$(dirname "$last")/made'
    script(program, f'for last; do :; done; mkdir {made}"; cp {kept} {made}/document.odt"')
    found = read(doc(tmp_path))
    assert (found.format, [block.text for block in found.blocks]) == ("doc", ["Words"])
    assert [notice.code for notice in found.notices] == [NoticeCode.CONVERTED]
