"""The JSON forms are valid whatever stands in the texts."""

import json
from pathlib import Path

from sverka.model import BlockKind, Document, Inspection, Notice, Paragraph, Screening, Source
from sverka.reports import json as forms


def test_a_lone_surrogate_from_a_file_name_becomes_an_escape() -> None:
    document = Document("bad\udcff.txt", "text", "0" * 64)
    data = forms.encode(forms.inspection(Inspection(document, Screening(()))))
    assert b"bad\\udcff.txt" in data
    assert json.loads(data.decode("utf-8"))["document"]["path"] == "bad\udcff.txt"


def test_paragraphs_say_what_they_are_and_where_they_stand() -> None:
    paragraph = Paragraph("Заголовок", BlockKind.HEADING, sources=(Source(page=2, lines=(3, 5)),))
    document = Document("a.txt", "text", "0" * 64, notices=(Notice("guessed", page=2),))
    value = forms.inspection(Inspection(document, Screening((paragraph,))))
    assert value["paragraphs"] == [
        {
            "text": "Заголовок",
            "kind": "heading",
            "part": "body",
            "sources": [{"part": "body", "page": 2, "lines": [3, 5]}],
        }
    ]
    assert value["notices"] == [{"text": "guessed", "page": 2}]


def test_the_file_is_written_whole(tmp_path: Path) -> None:
    forms.write({"a": "я"}, tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == {"a": "я"}
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
