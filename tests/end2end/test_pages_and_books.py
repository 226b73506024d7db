"""The releases in many formats: the same paragraphs, and no change against them.

Some are written here, some by LibreOffice, where it is installed.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from made_formats import Piece, as_epub, as_fb2, as_html, as_mail, as_markdown, as_saved_page
from odf_paper import packed
from sverka import compare, read
from sverka.model import (
    Alteration,
    Attribute,
    BlockKind,
    ChangeKind,
    Comparison,
    Document,
    FindingKind,
    ObjectKind,
    Side,
    Verdict,
)

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "resources" / "samples"
OFFICE = shutil.which("soffice")
PAPERS = {
    "made": (HERE / "release" / "corrected.docx", HERE / "release" / "published.txt"),
    "ru": (SAMPLES / "release-ru-corrected.docx", SAMPLES / "release-ru-published.txt"),
    "en": (SAMPLES / "release-en-corrected.docx", SAMPLES / "release-en-published.txt"),
}
_OLD = Side.OLD
WRITTEN = {
    ".html": as_html,
    ".md": as_markdown,
    ".epub": as_epub,
    ".fb2": as_fb2,
    ".eml": as_mail,
    ".mht": as_saved_page,
}


def pieces_of(document: Document) -> list[Piece]:
    """The paragraphs of the body of a document."""
    return [
        Piece(block.text, (block.level or 1) if block.kind is BlockKind.HEADING else 0)
        for block in document.stream(document.parts[0])
        for block in [document.blocks[block]]
        if block.text.strip()
    ]


def of_words(comparison: Comparison) -> list[tuple[ChangeKind, str, str]]:
    """What the changes of words say, without their places."""
    return [
        (change.kind, *(_said(comparison, side, change.span(side)) for side in Side))
        for change in comparison.changes
        if change.kind.is_of_words
    ]


def _said(comparison: Comparison, side: Side, span: object) -> str:
    if span is None:
        return ""
    text = comparison.version(side).paragraphs[span.paragraph].text  # type: ignore[attr-defined]
    return text[span.start : span.end]  # type: ignore[attr-defined]


def converted(paper: Path, form: str, folder: Path) -> Path:
    """What LibreOffice makes of a paper."""
    if OFFICE is None:
        pytest.skip("needs LibreOffice (soffice)")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", form, "--outdir", folder, paper]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return folder / f"{paper.stem}.{form}"


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize("name", PAPERS)
def test_the_release_in_another_format_is_the_same_release(
    tmp_path: Path, name: str, suffix: str
) -> None:
    corrected, published = PAPERS[name]
    pieces = pieces_of(read(corrected))
    other = tmp_path / f"corrected{suffix}"
    other.write_bytes(WRITTEN[suffix](pieces))
    same = compare(corrected, other)
    assert of_words(same) == []
    texts = [p.text for p in same.new.paragraphs if p.text]
    assert texts == [piece.text for piece in pieces]
    before, now = compare(published, corrected), compare(published, other)
    assert of_words(now) == of_words(before)
    interrupting = [
        [
            f.text
            for f in one.findings
            if f.kind is FindingKind.RUNNING_HEADER and f.side is Side.OLD
        ]
        for one in (before, now)
    ]
    assert interrupting[0] == interrupting[1] != []


@pytest.mark.parametrize("form", ["html", "epub", "odt", "rtf", "doc"])
@pytest.mark.parametrize("name", PAPERS)
def test_what_libreoffice_makes_of_the_release_is_the_same_release(
    tmp_path: Path, name: str, form: str
) -> None:
    corrected, published = PAPERS[name]
    other = converted(corrected, form, tmp_path)
    same = compare(corrected, other)
    assert [change for change in same.changes if change.kind is not ChangeKind.FORMATTING] == []
    assert [c for c in same.changes if form != "epub"] == []
    assert of_words(compare(published, other)) == of_words(compare(published, corrected))


def test_what_stands_around_the_release_is_told_of_one_side_only(tmp_path: Path) -> None:
    corrected = PAPERS["en"][0]
    page = tmp_path / "page.html"
    page.write_bytes(as_html(pieces_of(read(corrected))))
    comparison = compare(corrected, page)
    around = [f for f in comparison.findings if f.kind is FindingKind.SURROUNDINGS]
    assert [(f.side, f.verdict) for f in around] == [(Side.NEW, Verdict.INTRODUCED)] * 2
    changed = tmp_path / "changed.html"
    changed.write_bytes(page.read_bytes().replace(b"All rights reserved", b"Some rights reserved"))
    told = compare(page, changed)
    assert of_words(told) == [(ChangeKind.REPLACEMENT, "All", "Some")]


def test_a_picture_of_a_page_is_known_by_its_address_or_its_bytes(tmp_path: Path) -> None:
    def page(name: str, source: str) -> Path:
        path = tmp_path / name
        path.write_text(f"<p>See <img src='{source}' alt='Light'> the light.</p>", "utf-8")
        return path

    first, second = page("a.html", "a.png"), page("b.html", "b.png")
    data, other = page("c.html", "data:;base64,AAAA"), page("d.html", "data:;base64,BBBB")
    assert [c.kind for c in compare(first, second).changes] == [ChangeKind.OBJECT]
    assert [c.kind for c in compare(data, other).changes] == [ChangeKind.OBJECT]
    assert compare(first, data).changes == ()


@pytest.mark.parametrize("ending", ["html", "odt"])
def test_boxes_are_compared_of_versions_of_one_format(ending: str, tmp_path: Path) -> None:
    for name, checked in (("old", False), ("new", True)):
        path = tmp_path / f"{name}.{ending}"
        if ending == "odt":
            said = f'loext:checkbox="true" loext:checked="{str(checked).lower()}"'
            box = f"<loext:content-control {said}>{'☒' if checked else '☐'}</loext:content-control>"
            path.write_bytes(packed(f"<text:p>The owner agrees: {box} in writing.</text:p>"))
        else:
            box = f"<input type=checkbox{' checked' * checked}>"
            path.write_text(f"<html><body><p>The owner agrees: {box} in writing.")
    (change,) = compare(tmp_path / f"old.{ending}", tmp_path / f"new.{ending}").changes
    assert change.object is ObjectKind.CHECK_BOX
    assert change.alterations == (Alteration(Attribute.STATE, "unchecked", "checked"),)
