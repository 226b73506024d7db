"""Pictures come out of a package by their digests, bounded, and of nothing else."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from sverka.model import ReadError
from sverka.readers import pictures as module
from sverka.readers.pictures import pictures

ONE, TWO = b"\x89PNG one", b"\x89PNG two"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "some.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
        archive.writestr("word/media/image1.png", ONE)
        archive.writestr("word/media/image2.PNG", TWO)
        archive.writestr("word/media/again.png", ONE)
    return path


def test_those_wanted_are_found_each_once(package: Path) -> None:
    assert list(pictures(package, {digest(ONE)})) == [(digest(ONE), ONE)]
    assert dict(pictures(package, {digest(ONE), digest(TWO)})) == {
        digest(ONE): ONE,
        digest(TWO): TWO,
    }


def test_only_pictures_are_taken_out(package: Path) -> None:
    assert list(pictures(package, {digest(b"<w/>")})) == []


def test_a_picture_beyond_the_limit_is_left_out(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_PICTURE_BYTES", 3)
    assert list(pictures(package, {digest(ONE)})) == []


def test_a_file_that_is_no_package_or_a_broken_one_has_none(tmp_path: Path) -> None:
    plain, broken = tmp_path / "a.txt", tmp_path / "b.docx"
    plain.write_text("words")
    broken.write_bytes(b"PK\x03\x04 and nothing more")
    assert list(pictures(plain, {digest(ONE)})) == []
    assert list(pictures(broken, {digest(ONE)})) == []


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        list(pictures(tmp_path / "gone.docx", {"a"}))
