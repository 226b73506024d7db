"""Archives that are damaged, locked or made to do harm."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from sverka.model import ReadError
from sverka.readers import archive as archives
from sverka.readers import read
from sverka.readers.archive import Damaged, open_archive

BODY = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"


def refusal(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read(path)
    assert "document.docx" in str(caught.value)
    return str(caught.value)


def test_every_truncation_of_a_docx_is_said_to_be_damaged(docx: Callable[..., Path]) -> None:
    path = docx(BODY)
    whole = path.read_bytes()
    for length in range(4, len(whole) - 22, 37):
        path.write_bytes(whole[:length])
        assert "damaged or incomplete" in refusal(path)


def test_a_wrong_checksum_is_damage(docx: Callable[..., Path]) -> None:
    path = docx(BODY)
    data = path.read_bytes()
    with zipfile.ZipFile(path) as file:
        entry = file.getinfo("word/document.xml")
    crc = entry.CRC.to_bytes(4, "little")
    path.write_bytes(data.replace(crc, b"\1\2\3\4"))
    assert "damaged or incomplete" in refusal(path)


def test_a_small_entry_that_unpacks_to_a_huge_one_is_refused(
    archive: Callable[..., Path], entries: Callable[..., dict[str, bytes]]
) -> None:
    bomb = entries(BODY) | {"word/document.xml": b"<w>" + b" " * (200 << 20)}
    path = archive(bomb)
    assert path.stat().st_size < 1 << 20
    assert "unpacks to far more" in refusal(path)


def test_an_entry_may_be_large_where_it_does_not_shrink_much(
    docx: Callable[..., Path],
) -> None:
    text = "".join(f"<w:p><w:r><w:t>{n * 7919 % 1000003}</w:t></w:r></w:p>" for n in range(60_000))
    assert len(read(docx(text)).blocks) == 60_000


def test_many_entries_that_are_large_together_are_refused(
    docx: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 3000)
    note = (
        '<w:footnote w:id="1"><w:p><w:r><w:t>' + "note " * 600 + "</w:t></w:r></w:p></w:footnote>"
    )
    assert "unpacks to far more" in refusal(docx(BODY, footnotes=note))


def test_too_many_entries_are_refused(
    archive: Callable[..., Path],
    entries: Callable[..., dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archives, "MAX_ENTRIES", 100)
    path = archive(entries(BODY) | {f"word/media/{n}.png": "" for n in range(200)})
    assert "unpacks to far more" in refusal(path)


def test_a_locked_entry_needs_its_password(docx: Callable[..., Path]) -> None:
    path = docx(BODY)
    data = bytearray(path.read_bytes())
    position = 0
    while (position := data.find(b"PK\x01\x02", position)) >= 0:
        data[position + 8] |= 1
        position += 4
    path.write_bytes(data)
    assert "protected with a password" in refusal(path)


def test_a_compression_nobody_knows_is_damage(docx: Callable[..., Path]) -> None:
    path = docx(BODY)
    data = bytearray(path.read_bytes())
    position = 0
    while (position := data.find(b"PK\x01\x02", position)) >= 0:
        data[position + 10] = 77
        position += 4
    path.write_bytes(data)
    assert "damaged or incomplete" in refusal(path)


def test_entries_are_found_whatever_their_slashes_and_case() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("Word\\Document.XML", "a")
        file.writestr("/word/Other.xml", "b")
    found = open_archive(stream.getvalue(), "file")
    assert found.read("word/document.xml") == b"a"
    assert found.read("word\\OTHER.xml") == b"b"
    assert not found.has("word/third.xml")


def test_of_two_entries_of_one_name_the_later_counts() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("a.xml", "first")
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("a.xml", "second")
    assert open_archive(stream.getvalue(), "file").read("a.xml") == b"second"


def test_what_is_no_archive_is_damaged() -> None:
    with pytest.raises(Damaged):
        open_archive(b"PK\x03\x04 and nothing more", "file")
