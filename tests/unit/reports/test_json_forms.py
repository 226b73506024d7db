"""The JSON forms are valid whatever stands in the texts."""

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import pytest

from sverka.language import ENGLISH
from sverka.model import (
    BlockKind,
    Category,
    ChangeKind,
    Comparison,
    Decision,
    Document,
    FindingKind,
    Inspection,
    LinkKind,
    Notice,
    NoticeCode,
    Paragraph,
    Part,
    Piece,
    ReasonCode,
    Revision,
    RevisionKind,
    Screening,
    Side,
    Source,
    Tier,
    TrackedChange,
    Verdict,
)
from sverka.reports import json_forms


def test_a_lone_surrogate_from_a_file_name_becomes_an_escape() -> None:
    document = Document("bad\udcff.txt", "text", "0" * 64)
    data = json_forms.encode(json_forms.inspection(Inspection(document, Screening(())), ENGLISH))
    assert b"bad\\udcff.txt" in data
    assert json.loads(data.decode("utf-8"))["document"]["path"] == "bad\udcff.txt"


def test_paragraphs_say_what_they_are_and_where_they_stand() -> None:
    paragraph = Paragraph("Заголовок", BlockKind.HEADING, sources=(Source(page=2, lines=(3, 5)),))
    document = Document(
        "a.txt",
        "text",
        "0" * 64,
        notices=(Notice(NoticeCode.OTHER, {"sentence": "guessed"}, page=2),),
    )
    value = json_forms.inspection(Inspection(document, Screening((paragraph,))), ENGLISH)
    assert value["paragraphs"] == [
        {
            "text": "Заголовок",
            "kind": "heading",
            "part": "body",
            "level": None,
            "label": None,
            "style_name": None,
            "cell": None,
            "item": None,
            "note": None,
            "objects": [],
            "styles": [],
            "sources": [{"part": "body", "page": 2, "lines": [3, 5]}],
        }
    ]
    assert value["notices"] == [
        {"text": "guessed", "page": 2, "code": "other", "values": {"sentence": "guessed"}}
    ]


def test_changes_tracked_in_a_file_say_whose_they_are_and_in_which_paragraph() -> None:
    came = TrackedChange(Revision(RevisionKind.INSERTION, "Ann", "2026-05-01"), "new", 3)
    alone = TrackedChange(Revision(RevisionKind.DELETION), "old", 4)
    document = Document("a.docx", "docx", "0" * 64, tracked=(came, alone))
    paragraphs = (Paragraph("one"), Paragraph("new two", pieces=(Piece(0, 3, 0, 7),)))
    value = json_forms.inspection(Inspection(document, Screening(paragraphs)), ENGLISH)
    assert value["revisions"] == [
        {
            "kind": "insertion",
            "author": "Ann",
            "date": "2026-05-01",
            "words": "new",
            "paragraph": 1,
        },
        {"kind": "deletion", "author": "", "date": None, "words": "old", "paragraph": None},
    ]


def test_reasons_are_given_as_sentences_and_as_facts(release: Comparison) -> None:
    value = json_forms.comparison(release, ENGLISH)
    (header,) = [f for f in value["findings"] if f["kind"] == "running-header"]
    assert header["evidence"][0] == "The first time, lines 3–5, it is the title, and it stays."
    assert header["reasons"][0] == {
        "code": "title-stays",
        "values": {"place": {"paragraph": 0, "lines": (3, 5), "page": None}},
    }


def test_the_file_is_written_whole(tmp_path: Path) -> None:
    json_forms.write({"a": "я"}, tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == {"a": "я"}
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def guide() -> set[str]:
    """The words that the page on the JSON forms sets as code."""
    page = (files("sverka.resources") / "help" / "json.md").read_text("utf-8")
    return set(re.findall(r"`([a-z0-9_-]+)`", page))


def keys(value: object) -> Iterator[str]:
    """The names of all fields, those of counts by kind and category left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if not key.startswith("by_"):
                yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_the_guide_names_every_field(release: Comparison) -> None:
    assert set(keys(json_forms.comparison(release, ENGLISH))) - guide() == set()


@pytest.mark.parametrize(
    "words",
    [
        *(BlockKind, Category, ChangeKind, Decision, FindingKind, LinkKind),
        *(NoticeCode, Part, ReasonCode, Side, Tier, Verdict),
    ],
)
def test_the_guide_names_every_word_a_field_may_hold(words: type[StrEnum]) -> None:
    assert {word.value for word in words} - guide() == set()
