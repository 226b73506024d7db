"""Redlines as a reader sees them: what is marked, and where."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from small_paper import docx, line, p, r, redline, table

END = p("The end of it.")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (p("one two"), p("one two"), "one two¶"),
        (p("one two"), p("one three"), "one [-two-][+three+]¶"),
        (p("one") + END, END, "[-one-][-¶-]The end of it.¶"),
        (END, p("one") + END, "[+one+][+¶+]The end of it.¶"),
        (END, END + p("one"), "The end of it.[+¶+][+one+]¶"),
        (END + p("one"), END, "The end of it.[-¶-][-one-]¶"),
        (
            p("A sentence goes on here. Another sentence is there."),
            p("A sentence goes on here.") + p("Another sentence is there."),
            "A sentence goes on here.[- -][+¶+]Another sentence is there.¶",
        ),
        (
            p("A sentence goes on here.") + p("Another sentence is there."),
            p("A sentence goes on here. Another sentence is there."),
            "A sentence goes on here.[-¶-][+ +]Another sentence is there.¶",
        ),
        (p("a ", r("b", "<w:b/>")), p("a b"), "a b~¶"),
        (p("a b", props="<w:jc w:val='center'/>"), p("a b"), "a b¶~"),
        (table(("a", "b")) + END, table(("a", "c")) + END, "a|[-b-][+c+]|/The end of it.¶"),
        (
            table(("a", "b"), ("c", "d")) + END,
            table(("a", "b")) + END,
            "a|b|/[-c-][-¶-]|[-d-][-¶-]|[-/-]The end of it.¶",
        ),
        (
            table(("a", "b"), ("c", "d")) + END,
            table(("a", "x", "b"), ("c", "y", "d")) + END,
            "a|[+x+][+¶+][+|+]b|/c|[+y+][+¶+][+|+]d|/The end of it.¶",
        ),
    ],
)
def test_only_what_changed_is_marked(old: str, new: str, expected: str) -> None:
    assert line(redline(old, new)) == expected


def test_the_same_files_give_the_same_bytes() -> None:
    old, new = docx(p("one") + END), docx(p("two") + END)
    assert redline(old, new).data == redline(old, new).data


def test_author_and_date_are_those_asked_for() -> None:
    made = redline(p("one"), p("two"), author="Ann")
    assert b'w:author="Ann" w:date="2026-01-02T03:04:05Z"' in _document(made.data)


def _document(data: bytes) -> bytes:
    return ZipFile(BytesIO(data)).read("word/document.xml")
