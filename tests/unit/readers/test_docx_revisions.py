"""Documents with tracked changes, read as if these were accepted or rejected."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.language import ENGLISH
from sverka.model import Cell, Part, Revision, RevisionKind, Tracked
from sverka.readers import read
from sverka.wording import notice_words

Docx = Callable[..., Path]
ATTRIBUTES = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(content: str) -> str:
    return f"<w:ins {ATTRIBUTES}>{content}</w:ins>"


def deleted(text: str) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f"<w:del {ATTRIBUTES}>{run}</w:del>"


def p(content: str, mark: str = "", properties: str = "") -> str:
    tracked = f"<w:rPr><w:{mark} {ATTRIBUTES}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{tracked}</w:pPr>{content}</w:p>"


def texts(path: Path, tracked: Tracked, part: Part = Part.BODY) -> list[str]:
    return [b.text for b in read(path, tracked=tracked).blocks if b.source.part is part]


def both(path: Path) -> tuple[list[str], list[str]]:
    return texts(path, Tracked.ACCEPT), texts(path, Tracked.REJECT)


def test_insertions_and_deletions_inside_a_paragraph(docx: Docx) -> None:
    path = docx(p(r("It was ") + deleted("noted ") + ins(r("said ")) + r("here.")))
    assert both(path) == (["It was said here."], ["It was noted here."])


def test_what_was_inserted_and_deleted_again_is_never_seen(docx: Docx) -> None:
    path = docx(p(r("a") + ins(deleted("b")) + r("c")))
    assert both(path) == (["ac"], ["ac"])


def test_a_deleted_paragraph_mark_joins_when_accepted(docx: Docx) -> None:
    path = docx(p(r("one "), "del") + p(r("two")) + p(r("three")))
    assert both(path) == (["one two", "three"], ["one ", "two", "three"])


def test_an_inserted_paragraph_mark_joins_when_rejected(docx: Docx) -> None:
    path = docx(p(r("one "), "ins") + p(ins(r("two")), "ins") + p(r("three")))
    assert both(path) == (["one ", "two", "three"], ["one three"])


def test_joined_paragraphs_have_the_properties_of_the_last(docx: Docx) -> None:
    heading = "<w:outlineLvl w:val='0'/>"
    path = docx(
        p(r("one "), "del", heading) + p(r("two")) + p(r("x"), "del") + p(r("y"), "", heading)
    )
    accepted = read(path).blocks
    assert [(b.text, b.level) for b in accepted] == [("one two", None), ("xy", 1)]


def test_a_mark_before_a_table_or_at_the_end_joins_nothing(docx: Docx) -> None:
    table = f"<w:tbl><w:tr><w:tc>{p(r('cell'), 'del')}</w:tc></w:tr></w:tbl>"
    path = docx(p(r("one"), "del") + table + p(r("last"), "del"))
    assert texts(path, Tracked.ACCEPT) == ["one", "cell", "last"]


def test_a_moved_paragraph_stands_in_one_place(docx: Docx) -> None:
    path = docx(
        p(f"<w:moveFrom {ATTRIBUTES}>{r('moved')}</w:moveFrom>", "moveFrom")
        + p(r("stays"))
        + p(f"<w:moveTo {ATTRIBUTES}>{r('moved')}</w:moveTo>", "moveTo")
        + p(r("end"))
    )
    assert both(path) == (["stays", "moved", "end"], ["moved", "stays", "end"])


def test_inserted_and_deleted_rows(docx: Docx) -> None:
    def row(text: str, mark: str = "") -> str:
        properties = f"<w:trPr><w:{mark} {ATTRIBUTES}/></w:trPr>" if mark else ""
        return f"<w:tr>{properties}<w:tc>{p(r(text))}</w:tc></w:tr>"

    path = docx(f"<w:tbl>{row('a')}{row('old', 'del')}{row('new', 'ins')}</w:tbl>")
    assert both(path) == (["a", "new"], ["a", "old"])
    assert [b.cell for b in read(path).blocks] == [Cell(1, 1, 1), Cell(1, 2, 1)]


def test_inserted_and_deleted_cells(docx: Docx) -> None:
    def cell(text: str, mark: str = "") -> str:
        properties = f"<w:tcPr><w:{mark} {ATTRIBUTES}/></w:tcPr>" if mark else ""
        return f"<w:tc>{properties}{p(r(text))}</w:tc>"

    path = docx(
        f"<w:tbl><w:tr>{cell('a')}{cell('old', 'cellDel')}{cell('new', 'cellIns')}</w:tr></w:tbl>"
    )
    assert both(path) == (["a", "new"], ["a", "old"])


def test_formats_are_those_before_the_change_when_rejected(docx: Docx) -> None:
    run = f"<w:rPr><w:b/><w:rPrChange {ATTRIBUTES}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
    paragraph = (
        f"<w:pPr><w:outlineLvl w:val='0'/><w:pPrChange {ATTRIBUTES}><w:pPr/></w:pPrChange></w:pPr>"
    )
    path = docx(f"<w:p>{paragraph}<w:r>{run}<w:t>a</w:t></w:r></w:p>")
    (accepted,), (rejected,), kept = (read(path, tracked=t).blocks for t in Tracked)
    assert kept == (accepted,)
    assert (accepted.level, rejected.level) == (1, None)
    assert (accepted.runs[0].style.bold, accepted.runs[0].style.italic) == (True, False)
    assert (rejected.runs[0].style.bold, rejected.runs[0].style.italic) == (False, True)


def test_deleted_fields_are_not_there(docx: Docx) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = (
        f"{mark('begin')}<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>{mark('separate')}"
        f"<w:r><w:delText>7</w:delText></w:r>{mark('end')}"
    )
    path = docx(p(r("a") + f"<w:del {ATTRIBUTES}>{field}</w:del>" + r("b")))
    assert both(path) == (["ab"], ["a7b"])


def test_a_note_goes_with_its_deleted_mark(docx: Docx) -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = p(r("a") + f"<w:del {ATTRIBUTES}>{mark.format(1)}</w:del>" + mark.format(2))
    notes = "".join(f'<w:footnote w:id="{n}">{p(r(f"note {n}"))}</w:footnote>' for n in (1, 2))
    path = docx(body, footnotes=notes)
    assert texts(path, Tracked.ACCEPT, Part.FOOTNOTE) == ["note 2"]
    assert texts(path, Tracked.REJECT, Part.FOOTNOTE) == ["note 1", "note 2"]
    assert [b.label for b in read(path).blocks] == [None, "1"]


@pytest.mark.parametrize(
    ("tracked", "word"), [(Tracked.ACCEPT, "accepted"), (Tracked.REJECT, "rejected")]
)
def test_tracked_changes_are_told(docx: Docx, tracked: Tracked, word: str) -> None:
    (notice,) = read(docx(p(r("a") + ins(r("b")))), tracked=tracked).notices
    assert f"as if all were {word}" in notice_words(notice, ENGLISH)


def test_tracked_changes_of_notes_are_told(docx: Docx) -> None:
    note = f'<w:footnote w:id="1">{p(r("n") + deleted("x"))}</w:footnote>'
    (notice,) = read(docx(p(r("a")), footnotes=note)).notices
    assert "tracked changes" in notice_words(notice, ENGLISH)


def test_deleted_list_items_are_not_counted(docx: Docx) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(r("a"), "", item) + p(deleted("b"), "del", item) + p(r("c"), "", item)
    path = docx(body, numbering=numbering)
    accepted, rejected, kept = (
        [(b.label, b.text) for b in read(path, tracked=tracked).blocks] for tracked in Tracked
    )
    assert kept == accepted
    assert accepted == [("1.", "a"), ("2.", "c")]
    assert rejected == [("1.", "a"), ("2.", "b"), ("3.", "c")]


def test_what_stays_visible_says_in_which_tracked_changes_it_stands(docx: Docx) -> None:
    bold = f"<w:rPr><w:b/><w:rPrChange {ATTRIBUTES}><w:rPr/></w:rPrChange></w:rPr>"
    moved = f"<w:moveTo {ATTRIBUTES}>{ins(r('d'))}</w:moveTo>"
    body = p(r("a") + ins(r("b")) + deleted("c") + moved + f"<w:r>{bold}<w:t>e</w:t></w:r>")

    def kinds(tracked: Tracked) -> list[tuple[str, list[RevisionKind]]]:
        (block,) = read(docx(body), tracked=tracked).blocks
        return [(run.text, [one.kind for one in run.revisions]) for run in block.runs]

    assert kinds(Tracked.ACCEPT) == [
        ("a", []),
        ("b", [RevisionKind.INSERTION]),
        ("d", [RevisionKind.MOVE_TO, RevisionKind.INSERTION]),
        ("e", [RevisionKind.FORMATTING]),
    ]
    assert kinds(Tracked.REJECT) == [
        ("a", []),
        ("c", [RevisionKind.DELETION]),
        ("e", [RevisionKind.FORMATTING]),
    ]
    (block,) = read(docx(body)).blocks
    assert block.runs[1].revisions == (
        Revision(RevisionKind.INSERTION, "A", "2024-01-01T00:00:00Z"),
    )
