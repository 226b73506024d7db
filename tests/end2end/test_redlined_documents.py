"""Real DOCX beside the checkout, where they are: their redlines against themselves and an edit."""

import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from sverka.model import ReadError
from sverka.readers.docx.wordprocessing import w
from sverka.readers.intake import Intake, take_in
from sverka.readers.markup import parse
from sverka.redline import RedlineOptions, redline_of
from sverka.redline.settled_revisions import accept_revisions
from sverka.redline.verification import verify

HARD = Path(__file__).parents[3] / "shared" / "cases" / "hard-docx"
FILES = sorted(HARD.glob("*.docx"))
HELD = ("sectPr", "fldChar", "commentRangeStart", "commentRangeEnd")
"""What a paragraph may hold the beginning or end of, so that it is not taken out."""
REFUSED = {
    "poi__ExternalEntityInText.docx",
    "poi__bug53475-password-is-pass.docx",
    "poi__crash-517626e815e0afa9decd0ebb6d1dee63fb9907dd.docx",
}
"""They define entities, are locked, or are broken: a sentence says so, and no redline is made."""

pytestmark = pytest.mark.skipif(not FILES, reason="the hard documents are not beside this checkout")


def _opened(path: Path) -> Intake:
    found = take_in(path)
    try:
        redline_of(found, found)
    except ReadError:
        assert path.name in REFUSED
        pytest.skip("it is refused in a sentence")
    return found


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_nothing_changes_between_a_document_and_itself(path: Path) -> None:
    found = _opened(path)
    made = redline_of(found, found)
    assert made.counts == {}
    assert made.untracked == ()


def _texts(body: etree._Element) -> list[etree._Element]:
    within = {w("p")}
    return [
        text
        for text in body.iter(w("t"))
        if (text.text or "").strip()
        and (run := text.getparent()) is not None
        and (outer := run.getparent()) is not None
        and outer.tag in within
        and next(text.iterancestors(w("txbxContent")), None) is None
    ]


def _edit_word(body: etree._Element, chance: random.Random) -> bool:
    texts = _texts(body)
    for text in chance.sample(texts, min(1, len(texts))):
        text.text = f"{text.text} zebra"
    return bool(texts)


def _drop_paragraph(body: etree._Element, chance: random.Random) -> bool:
    wanted = [
        p
        for p in body.findall(w("p"))[:-1]
        if next(
            p.iter(w("sectPr"), w("fldChar"), w("commentRangeStart"), w("commentRangeEnd")), None
        )
        is None
    ]
    for paragraph in chance.sample(wanted, min(1, len(wanted))):
        body.remove(paragraph)
    return bool(wanted)


def _drop_row(body: etree._Element, chance: random.Random) -> bool:
    rows = [
        row
        for row in body.iter(w("tr"))
        if (table := row.getparent()) is not None
        and len(table.findall(w("tr"))) > 1
        and next(row.iter(w("vMerge"), w("commentReference")), None) is None
    ]
    for row in chance.sample(rows, min(1, len(rows))):
        table = row.getparent()
        assert table is not None
        table.remove(row)
    return bool(rows)


def _drop_picture(body: etree._Element, chance: random.Random) -> bool:
    pictures = [
        one
        for one in body.iter(w("drawing"))
        if (run := one.getparent()) is not None and run.tag == w("r")
    ]
    for picture in chance.sample(pictures, min(1, len(pictures))):
        run = picture.getparent()
        assert run is not None
        run.remove(picture)
    return bool(pictures)


EDITS: dict[str, Callable[[etree._Element, random.Random], bool]] = {
    "a word": _edit_word,
    "a paragraph": _drop_paragraph,
    "a row": _drop_row,
    "a picture": _drop_picture,
}


def _edit_note(parts: dict[str, bytes]) -> bool:
    used = parts["word/document.xml"]
    for kind in ("footnote", "endnote"):
        name = f"word/{kind}s.xml"
        root = parse(parts[name]) if name in parts else etree.Element("none")
        for note in root.iter(w(kind)):
            text = next((t for t in note.iter(w("t")) if (t.text or "").strip()), None)
            refers = re.search(rb'<w:%sReference [^>]*w:id="%s"' % (kind.encode(), _id(note)), used)
            if text is not None and refers:
                text.text = f"{text.text} zebra"
                parts[name] = etree.tostring(root)
                return True
    return False


def _id(note: etree._Element) -> bytes:
    return (note.get(w("id")) or "").encode()


def _edit_link(parts: dict[str, bytes]) -> bool:
    name = "word/_rels/document.xml.rels"
    root = parse(parts[name]) if name in parts else etree.Element("none")
    used = parts["word/document.xml"]
    for one in root:
        key = f'r:id="{one.get("Id")}"'.encode()
        if one.get("Type", "").endswith("/hyperlink") and key in used:
            one.set("Target", "http://example.org/elsewhere")
            parts[name] = etree.tostring(root)
            return True
    return False


PART_EDITS: dict[str, Callable[[dict[str, bytes]], bool]] = {
    "a note": _edit_note,
    "a link": _edit_link,
}


def _edited(path: Path, main: str, edit: str, target: Path) -> bool:
    """Write a copy with one edit; whether there was something to edit."""
    with zipfile.ZipFile(path) as source:
        parts = {one.filename: source.read(one) for one in source.infolist()}
    if edit in PART_EDITS:
        done = PART_EDITS[edit](parts)
    else:
        root = parse(parts[main])
        accept_revisions(root)
        body = root.find(w("body"))
        assert body is not None
        done = EDITS[edit](body, random.Random(f"{path.name}{edit}"))
        parts[main] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as sink:
        for name, data in parts.items():
            sink.writestr(name, data)
    return done


@pytest.mark.parametrize("edit", [*EDITS, *PART_EDITS])
@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_an_edit_of_a_real_document_is_told_both_ways(
    path: Path, edit: str, tmp_path: Path
) -> None:
    old = _opened(path)
    with zipfile.ZipFile(path) as source:
        if "word/document.xml" not in source.namelist():
            pytest.skip("its document stands elsewhere")
    target = tmp_path / "edited.docx"
    if not _edited(path, "word/document.xml", edit, target):
        pytest.skip("it holds nothing of the kind")
    new = take_in(target)
    made = redline_of(old, new, RedlineOptions())
    assert made.counts
    assert [one for one in verify(made.data, old.data, new.data).flaws if one.grave] == []
