"""Packages that are put together in unusual ways."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.readers import read

Entries = Callable[..., dict[str, str]]
Archive = Callable[..., Path]
BODY = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"


def text_of(path: Path) -> list[str]:
    return [block.text for block in read(path).blocks]


def test_the_main_part_is_found_by_its_relationship(
    archive: Archive, entries: Entries, links: Callable[..., str]
) -> None:
    made = entries(BODY)
    made["somewhere/else.xml"] = made.pop("word/document.xml")
    made["_rels/.rels"] = links(("rId1", "officeDocument", "/somewhere/else.xml"))
    assert text_of(archive(made)) == ["text"]


def test_the_usual_name_is_tried_where_relationships_are_missing(
    archive: Archive, entries: Entries
) -> None:
    made = entries(BODY)
    del made["_rels/.rels"]
    assert text_of(archive(made)) == ["text"]


def test_strict_names_are_understood(archive: Archive, entries: Entries) -> None:
    made = entries(
        BODY, footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>'
    )
    strict = {
        name: data.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, data in made.items()
    }
    assert text_of(archive(strict)) == ["text", "n"]


def test_parts_may_be_written_in_utf_16(archive: Archive, entries: Entries) -> None:
    made: dict[str, str | bytes] = dict(entries(BODY))
    text = str(made["word/document.xml"]).replace("UTF-8", "UTF-16")
    made["word/document.xml"] = text.encode("utf-16")
    assert text_of(archive(made)) == ["text"]


def test_entries_may_have_backslashes_and_other_capitals(
    archive: Archive, entries: Entries
) -> None:
    made = {name.replace("/", "\\").upper(): data for name, data in entries(BODY).items()}
    assert text_of(archive(made)) == ["text"]


def test_content_types_may_come_last_or_not_at_all(archive: Archive, entries: Entries) -> None:
    made = entries(BODY)
    types = made.pop("[Content_Types].xml")
    assert text_of(archive(made)) == ["text"]
    assert text_of(archive(made | {"[Content_Types].xml": types})) == ["text"]


def test_the_later_of_two_main_parts_counts(archive: Archive, entries: Entries) -> None:
    pairs = list(entries(BODY.replace("text", "stale")).items())
    newer = ("word/document.xml", entries(BODY)["word/document.xml"])
    with pytest.warns(UserWarning, match="Duplicate"):
        path = archive([*pairs, newer])
    assert text_of(path) == ["text"]


def test_a_second_body_is_read_too(archive: Archive, entries: Entries) -> None:
    made = entries(BODY)
    double = f"<w:body>{BODY.replace('text', 'more')}</w:body></w:document>"
    made["word/document.xml"] = made["word/document.xml"].replace("</w:document>", double)
    assert text_of(archive(made)) == ["text", "more"]


def test_a_target_outside_the_package_is_only_a_missing_part(
    archive: Archive, entries: Entries, links: Callable[..., str]
) -> None:
    made = entries(BODY)
    made["word/_rels/document.xml.rels"] = links(("a", "styles", "../../../etc/passwd"))
    assert text_of(archive(made)) == ["text"]
