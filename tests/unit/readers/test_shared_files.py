"""Real files beside the checkout, where they are: every one is read, or refused in a sentence."""

import json
import re
from itertools import takewhile
from pathlib import Path

import pytest
from lxml import etree

from sverka.model import Document, NoticeCode, Part, ReadError, Tracked
from sverka.readers import read
from sverka.readers.archive import Archive, open_archive
from sverka.readers.docx.wordprocessing import A_URI, FALLBACK, V_URI, m, w
from sverka.readers.markup import parse

SHARED = Path(__file__).parents[4] / "shared"
HARD = SHARED / "cases" / "hard-docx"
WITH_TEXT = re.compile(
    r"word/(?:document|footnotes|endnotes|comments|header|footer|charts/chart|diagrams/data)\d*\.xml"
)
AT_EDGE = re.compile("header|footer")
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


READERS = SHARED / "cases" / "readers"
SENTENCES = {
    "ar.txt": ("iso8859-6", "لا يعرض أحد"),
    "el737.txt": ("cp737", "Καθένας"),
    "fr850.txt": ("cp850", "Toute personne a droit à la protection de la loi."),
    "he862.txt": ("cp862", "כל אדם"),
    "hz.txt": ("hz", "成年男女"),
    "jis.txt": ("iso2022-jp", "すべて"),
    "uk1125.txt": ("cp1125", "Всі люди"),
}


@pytest.mark.skipif(not READERS.exists(), reason="the shared files are not beside the checkout")
@pytest.mark.parametrize("name", SENTENCES)
def test_short_texts_in_old_code_pages_are_read(name: str) -> None:
    encoding, words = SENTENCES[name]
    document = read(READERS / name)
    assert document.properties.encoding == encoding
    assert words in document.blocks[0].text


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
        roots = [parse(archive.read(part)) for part in parts]
        drawn = {e.get("string") for root in roots for e in root.iter(f"{{{V_URI}}}textpath")}
        taken: set[tuple[str, int]] = set()
        for block in document.blocks:
            if block.anchor is None:
                assert block.text in drawn  # A watermark stands in no paragraph of its own.
                continue
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


UNREAD = frozenset(w(name) for name in ("del", "moveFrom", "rt"))
"""What is not there once tracked changes are accepted, and what is only said beside the words."""


def own_letters(paragraph: etree._Element) -> str:
    """The letters of a paragraph, without those of text boxes in it and of older forms."""
    found = []
    for element in paragraph.iter(w("t"), m("t"), f"{{{A_URI}}}t"):
        around = list(takewhile(lambda one: one is not paragraph, element.iterancestors()))
        tags = {one.tag for one in around}
        if not tags & (UNREAD | {paragraph.tag, FALLBACK}):
            found.append(element.text or "")
    return letters("".join(found))


def is_referred_to(archive: Archive, part: str) -> bool:
    """Whether some section has this header or footer; a part may be left over."""
    links = parse(archive.read("word/_rels/document.xml.rels"))
    keys = [one.get("Id") for one in links if f"word/{one.get('Target', '')}".lower() == part]
    return any(f'r:id="{key}"'.encode() in archive.read("word/document.xml") for key in keys)


@pytest.mark.skipif(not HARD.exists(), reason="the shared files are not beside the checkout")
def test_the_words_of_all_parts_are_read() -> None:
    """Found in the package by an independent way: every paragraph of every part with text in it."""
    names = [case["file"] for case in json.loads((HARD / "FILES.json").read_text())]
    lost = []
    for name in sorted(set(names) - REFUSED.keys()):
        document = read(HARD / name)
        said = letters("".join(block.text for block in document.blocks))
        switched_off = any(n.code is NoticeCode.HEADERS_LEFT_OUT for n in document.notices)
        archive = open_archive((HARD / name).read_bytes(), name)
        for part in archive.names():
            at_edge = AT_EDGE.search(part)
            if not WITH_TEXT.fullmatch(part) or (at_edge and switched_off):
                continue
            if at_edge and not is_referred_to(archive, part):
                continue
            root = parse(archive.read(part))
            for paragraph in root.iter(w("p"), f"{{{A_URI}}}p"):
                if not any(one.tag in UNREAD for one in paragraph.iterancestors()):
                    text = own_letters(paragraph)
                    if text not in said:
                        lost.append((name, part, text))
    assert lost == []
