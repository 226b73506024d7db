"""A very large part of a DOCX is read as a small one is, with its plain runs folded together."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.model import Document, ReadError, Tracked
from sverka.readers import read
from sverka.readers.archive import open_archive
from sverka.readers.docx import package
from sverka.readers.docx.wordprocessing import w

Docx = Callable[..., Path]
HARD = Path(__file__).parents[4] / "shared" / "cases" / "hard-docx"


@pytest.fixture
def folding(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Document]:
    """Read a file as if its parts were very large."""

    def read_folded(path: Path) -> Document:
        with monkeypatch.context() as patched:
            patched.setattr(package, "LARGE", 0)
            return read(path, tracked=Tracked.KEEP)

    return read_folded


def r(text: str, properties: str = "", rest: str = "") -> str:
    looks = properties and f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t>{rest}</w:r>'


MARK = 'w:id="1" w:author="A"'
BOLD = "<w:b/>"
SYMBOL = "<w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/>"
BODIES = {
    "alike": [r(f"{k} ") for k in range(9)],
    "by turns": [r(f"{k} ", BOLD if k % 2 else "") for k in range(9)],
    "with a break": [r("a"), r("b"), r("c"), r("d", "", "<w:br/>"), r("e"), r("f"), r("g")],
    "with a link": [
        *(r("a"), r("b"), r("c"), f"<w:hyperlink w:anchor='x'>{r('d')}</w:hyperlink>"),
        *(r("e"), r("f"), r("g", BOLD)),
    ],
    "on several lines": [r("a\n  b "), r("c\nd"), r("\ne")],
    "in a symbol font": [r("a", SYMBOL), r("\uf061", SYMBOL), r("\uf062", SYMBOL)],
    "changed": [
        *(r("a"), r("b"), r("c"), r("d", f"<w:rPrChange {MARK}><w:rPr/></w:rPrChange>"), r("e")),
        *(f"<w:ins {MARK}>{r('f')}{r('g')}{r('h')}</w:ins>", r("i"), r("j")),
    ],
    "one": [r("a")],
    "deleted": [f"<w:del {MARK}><w:r><w:delText>a</w:delText></w:r></w:del>", r("b"), r("c")],
}


@pytest.mark.parametrize("case", BODIES)
def test_folded_runs_are_read_like_any_others(
    docx: Docx, folding: Callable[[Path], Document], case: str
) -> None:
    runs = "".join(BODIES[case])
    change = f"<w:pPrChange {MARK}><w:pPr/></w:pPrChange>"
    path = docx(f"<w:p><w:pPr>{change}</w:pPr>{runs}</w:p><w:p>{runs}</w:p>")
    assert folding(path) == read(path, tracked=Tracked.KEEP)


def test_one_run_stands_for_many(docx: Docx) -> None:
    path = docx(f"<w:p>{''.join(BODIES['by turns'])}</w:p>")
    opened = package.Package(open_archive(path.read_bytes(), "a.docx"))
    root = package.parse(opened.archive.read("word/document.xml"), package.RUN, opened.folded.met)
    assert len(root.findall(f".//{w('r')}")) == 3
    (folded,) = opened.folded.folded.values()
    assert ["".join(texts) for _properties, texts in folded] == [f"{k} " for k in range(1, 8)]


@pytest.mark.skipif(not HARD.exists(), reason="the shared files are not beside the checkout")
def test_every_hard_file_reads_alike(folding: Callable[[Path], Document]) -> None:
    for case in json.loads((HARD / "FILES.json").read_text()):
        path = HARD / case["file"]
        try:
            usual = read(path, tracked=Tracked.KEEP)
        except ReadError:
            continue
        assert folding(path) == usual, path.name
