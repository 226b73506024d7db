"""Real files beside the checkout, where they are: every one is read, or refused in a sentence."""

import json
from pathlib import Path

import pytest

from sverka.model import Document, Part, ReadError, Tracked
from sverka.readers import read
from sverka.readers.archive import open_archive
from sverka.readers.docx.wordprocessing import m, w
from sverka.readers.markup import parse

SHARED = Path(__file__).parents[4] / "shared"
HARD = SHARED / "cases" / "hard-docx"
RELEASE = SHARED / "real" / "release-2024-05-24"
REFUSED = {
    "poi__bug53475-password-is-pass.docx": "protected with a password",
    "poi__crash-517626e815e0afa9decd0ebb6d1dee63fb9907dd.docx": "damaged or incomplete",
    "poi__ExternalEntityInText.docx": "defines XML entities",
    "poi__issue_51265_3.docx": "holds no text",
    "poi__zero-length.docx": "holds no text",
    "python__doc-no-coreprops.docx": "holds no text",
    "python__set-no-settings-part.docx": "holds no text",
    "python__sty-having-no-styles-part.docx": "holds no text",
}


@pytest.mark.skipif(not HARD.exists(), reason="the shared files are not beside the checkout")
@pytest.mark.parametrize("tracked", list(Tracked))
def test_every_hard_file_is_read_or_refused_in_a_sentence(tracked: Tracked) -> None:
    names = [case["file"] for case in json.loads((HARD / "FILES.json").read_text())]
    refused = {}
    for name in names:
        try:
            document = read(HARD / name, tracked=tracked)
        except ReadError as error:
            refused[name] = str(error)
        else:
            assert document.format == "docx"
            assert document.blocks
    assert refused.keys() == REFUSED.keys()
    for name, part in REFUSED.items():
        assert part in refused[name]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.skipif(not HARD.exists(), reason="the shared files are not beside the checkout")
@pytest.mark.parametrize("tracked", list(Tracked))
def test_a_writer_finds_the_paragraphs_that_each_block_was_read_from(tracked: Tracked) -> None:
    """Looked up in the package by an independent way, as a writer of tracked changes would."""
    names = [case["file"] for case in json.loads((HARD / "FILES.json").read_text())]
    for name in set(names) - REFUSED.keys():
        document = read(HARD / name, tracked=tracked)
        archive = open_archive((HARD / name).read_bytes(), name)
        parts = {block.anchor.part for block in document.blocks if block.anchor is not None}
        paragraphs = {part: list(parse(archive.read(part)).iter(w("p"))) for part in parts}
        taken: set[tuple[str, int]] = set()
        for block in document.blocks:
            assert block.anchor is not None
            places = [(block.anchor.part, ordinal) for ordinal in block.anchor.ordinals]
            assert places
            assert taken.isdisjoint(places)
            taken.update(places)
            inside = "".join(
                element.text or ""
                for part, ordinal in places
                for element in paragraphs[part][ordinal].iter(w("t"), w("delText"), m("t"))
            )
            rest = iter(letters(inside))
            assert all(char in rest for char in letters(block.text)), (name, block)


def words(document: Document) -> list[str]:
    texts = [block.text for block in document.blocks if block.source.part is Part.BODY]
    return " ".join(texts).split()


@pytest.mark.skipif(not RELEASE.exists(), reason="the shared files are not beside the checkout")
def test_a_release_has_the_same_words_in_every_format() -> None:
    plain, rich, printed = (
        read(RELEASE / f"corrected.{suffix}") for suffix in ("txt", "docx", "pdf")
    )
    assert words(plain) == words(rich)
    header = "Президент Кыргызстана С. Жапаров встретился с руководителями органов безопасности и"
    lines = [block.text for block in printed.blocks]
    assert lines.count("специальных служб государств – участников СНГ") == 4
    assert " ".join(lines).count(header) == 5
    missing = set(words(plain)) - {word for line in lines for word in line.split()}
    assert missing == {"экстремистско-террористической"}


@pytest.mark.skipif(not RELEASE.exists(), reason="the shared files are not beside the checkout")
def test_a_release_keeps_its_line_numbers() -> None:
    document = read(RELEASE / "published.txt")
    assert len(document.blocks) == 15
    assert [b.source.lines for b in document.blocks if "Президент Кыргызстана С.Ж" in b.text] == [
        (3, 5),
        (21, 23),
    ]
