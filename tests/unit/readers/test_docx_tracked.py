"""Changes tracked in a DOCX are listed as an editor counts them: whose each is, what it did."""

from collections.abc import Callable
from pathlib import Path

from sverka.language import ENGLISH
from sverka.model import NoticeCode, RevisionKind, Tracked
from sverka.readers import read
from sverka.wording import notice_words

Docx = Callable[..., Path]
Told = tuple[str, RevisionKind, str, str]
INS, DEL = RevisionKind.INSERTION, RevisionKind.DELETION


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>"


def who(author: str, minute: int = 0) -> str:
    return f'w:id="1" w:author="{author}" w:date="2026-05-01T10:{minute:02}:30Z"'


def did(kind: str, content: str, author: str = "Ann", minute: int = 0) -> str:
    return f"<w:{kind} {who(author, minute)}>{content}</w:{kind}>"


def gone(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def told(path: Path) -> list[Told]:
    """Author, kind, words and the text of the block of each change."""
    document = read(path, tracked=Tracked.KEEP)
    blocks = document.blocks
    return [
        (
            one.revision.author,
            one.revision.kind,
            one.words,
            "" if one.block is None else blocks[one.block].text,
        )
        for one in document.tracked
    ]


def test_kept_changes_are_read_as_accepted_ones_and_listed(docx: Docx) -> None:
    path = docx(p(r("a ") + did("ins", r("new")) + did("del", gone("old"), "Bob")))
    accepted, kept = read(path), read(path, tracked=Tracked.KEEP)
    assert kept.blocks == accepted.blocks
    assert accepted.tracked == ()
    assert told(path) == [("Ann", INS, "new", "a new"), ("Bob", DEL, "old", "a new")]
    assert kept.tracked[0].revision.date == "2026-05-01T10:00:30Z"


def test_how_many_changes_are_whose_is_told_once(docx: Docx) -> None:
    body = p(did("ins", r("a")) + r(" b ") + did("ins", r("c")) + did("del", gone("d"), "Bob"))
    (notice,) = read(docx(body), tracked=Tracked.KEEP).notices
    assert notice.code is NoticeCode.TRACKED_KEPT
    assert notice.values["authors"] == "Ann 2, Bob 1"
    assert notice_words(notice, ENGLISH).startswith("Tracked changes in “")
    assert read(docx(p(r("a"))), tracked=Tracked.KEEP).notices == ()


def test_what_one_author_did_in_one_go_is_one_change(docx: Docx) -> None:
    mark = '<w:bookmarkStart w:id="1"/><w:proofErr w:type="spellStart"/>'
    together = did("ins", r("one ")) + mark + did("ins", r("two"))
    later = did("ins", r("one "), minute=1) + did("ins", r("two"), minute=5)
    others = did("ins", r("one "), "Ann") + did("ins", r("two"), "Bob")
    apart = did("ins", r("one")) + r(" x ") + did("ins", r("two"))
    assert [words for *_rest, words, _text in told(docx(p(together)))] == ["one two"]
    for body in (later, others, apart):
        assert len(told(docx(p(body)))) == 2


def test_paragraphs_that_came_at_once_are_one_change(docx: Docx) -> None:
    came = f"<w:ins {who('Ann')}/>"
    body = p(r("a") + did("ins", r(" b")), came) + p(did("ins", r("c")), came) + p(r("d"))
    assert told(docx(body)) == [("Ann", INS, " b\nc", "c")]


def test_an_end_of_a_paragraph_that_came_or_went_alone_is_a_change(docx: Docx) -> None:
    body = p(r("a "), f"<w:del {who('Ann')}/>") + p(r("b"), f"<w:ins {who('Bob')}/>") + p(r("c"))
    assert told(docx(body)) == [("Ann", DEL, "¶", "a b"), ("Bob", INS, "¶", "a b")]


def test_rows_that_came_or_went_are_changes(docx: Docx) -> None:
    def row(text: str, mark: str) -> str:
        return f"<w:tr><w:trPr>{mark}</w:trPr><w:tc>{p(text)}</w:tc></w:tr>"

    body = (
        p(r("before"))
        + "<w:tbl>"
        + row(did("del", gone("went")), f"<w:del {who('Ann')}/>")
        + row(r("came"), f"<w:ins {who('Bob')}/>")
        + "</w:tbl>"
    )
    assert told(docx(body)) == [("Ann", DEL, "went", "before"), ("Bob", INS, "came", "came")]


def test_moves_and_looks_are_changes(docx: Docx) -> None:
    look = f"<w:b/><w:rPrChange {who('Ann')}><w:rPr/></w:rPrChange>"
    role = f"<w:pPrChange {who('Bob')}><w:pPr/></w:pPrChange>"
    body = (
        p(did("moveTo", r("moved"), "Cy"))
        + p(r("bo", look) + r("ld", look) + r(" plain"))
        + f"<w:p><w:pPr>{role}</w:pPr>{r('role')}</w:p>"
        + p(r("x") + did("moveFrom", r("moved"), "Cy"))
    )
    assert told(docx(body)) == [
        ("Cy", RevisionKind.MOVE_TO, "moved", "moved"),
        ("Ann", RevisionKind.FORMATTING, "bold", "bold plain"),
        ("Bob", RevisionKind.FORMATTING, "role", "role"),
        ("Cy", RevisionKind.MOVE_FROM, "moved", "x"),
    ]


def test_changes_in_notes_and_headers_are_listed_once(docx: Docx) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    sections = "".join(
        p("").replace("<w:rPr></w:rPr>", f"<w:sectPr>{kind}</w:sectPr>")
        for kind in ['<w:headerReference w:type="default" r:id="header1"/>'] * 2
    )
    notes = f'<w:footnote w:id="2">{p(did("ins", r("note")))}</w:footnote>'
    path = docx(p(r("a") + reference) + sections, footnotes=notes, header1=p(did("ins", r("head"))))
    assert sorted(words for *_rest, words, _text in told(path)) == ["head", "note"]
