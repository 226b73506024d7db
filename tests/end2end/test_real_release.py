"""The real release: what an editor must see in it, in every format of the corrected edition."""

import re
from functools import cache
from pathlib import Path

import pytest

from sverka import compare
from sverka.language import ENGLISH
from sverka.model import Change, Comparison, FindingKind, Verdict
from sverka.wording import finding_reasons

RELEASE = Path(__file__).resolve().parents[3] / "shared" / "real" / "release-2024-05-24"
FORMATS = ["corrected.txt", "corrected.docx", "corrected.pdf"]

pytestmark = pytest.mark.skipif(
    not RELEASE.is_dir(), reason="the real release stands beside the checkout only here"
)

EXPECTED = [
    # old paragraph, new paragraph, kind, old text, new text, categories
    (1, 1, "insertion|replacement", "С.?Жапаров|", " |С. Жапаров", {"spacing"}),
    (3, 3, "replacement", "54-ое", "54-е", "number|wording"),
    (3, 3, "replacement", "—", "–", {"typography"}),
    (5, 6, "deletion", "было ?| ?было", "", {"quotation", "wording"}),
    (6, 7, "replacement", "неocenимая", "неоценимая", {"spelling-script"}),
    (8, 9, "replacement", "2023-2025|-", "2023–2025|–", {"typography", "quotation"}),
    (8, 9, "replacement", "2023-2027", "2023-2026", {"number", "quotation"}),
    (9, 11, "split", "", "", set()),
    (10, 4, "move", "Глава государства подчеркнул.*", "Глава государства.*", set()),
    (13, None, "deletion", "Он также подчеркнул.*", "", None),
    (None, 14, "insertion", "", "Пресс-служба.*", None),
]


@cache
def comparison(old: str, new: str) -> Comparison:
    return compare(RELEASE / old, RELEASE / new)


def seen(result: Comparison, change: Change) -> tuple[object, ...]:
    def side(span: object, version: object) -> tuple[int | None, str]:
        if span is None:
            return None, ""
        text = version.paragraphs[span.paragraph].text[span.start : span.end]  # type: ignore[attr-defined]
        return span.paragraph + 1, text  # type: ignore[attr-defined]

    old, new = side(change.old, result.old), side(change.new, result.new)
    return old[0], new[0], change.kind.value, old[1], new[1], set(change.categories)


def matches(row: tuple[object, ...], expected: tuple[object, ...]) -> bool:
    return (
        row[:2] == expected[:2]
        and re.fullmatch(str(expected[2]), str(row[2])) is not None
        and re.fullmatch(str(expected[3]), str(row[3])) is not None
        and re.fullmatch(str(expected[4]), str(row[4])) is not None
        and categories_match(row[5], expected[5])
    )


def categories_match(found: object, expected: object) -> bool:
    """A set is meant exactly, a string as a choice, None as anything."""
    if isinstance(expected, str):
        return found in [{choice} for choice in expected.split("|")]
    return expected is None or found == expected


@pytest.mark.parametrize("revised", FORMATS)
def test_the_changes_are_those_an_editor_must_see(revised: str) -> None:
    result = comparison("published.txt", revised)
    rows = [seen(result, change) for change in result.changes]
    for expected in EXPECTED:
        assert sum(matches(row, expected) for row in rows) == 1, (expected, rows)
    assert len(rows) == len(EXPECTED), rows


@pytest.mark.parametrize("revised", FORMATS[1:])
def test_the_format_of_the_revised_version_makes_no_difference(revised: str) -> None:
    one, other = comparison("published.txt", "corrected.txt"), comparison("published.txt", revised)
    assert [seen(one, c) for c in one.changes] == [seen(other, c) for c in other.changes]


@pytest.mark.parametrize("old", FORMATS)
@pytest.mark.parametrize("new", FORMATS)
def test_two_formats_of_one_edition_have_no_changes(old: str, new: str) -> None:
    result = comparison(old, new)
    assert [seen(result, c) for c in result.changes] == []


@pytest.mark.parametrize("revised", FORMATS)
def test_the_header_caught_in_the_sentence_is_found_once_and_the_sentence_rejoined(
    revised: str,
) -> None:
    result = comparison("published.txt", revised)
    (header,) = [f for f in result.old.findings if f.kind.is_furniture]
    assert header.lines == (21, 22, 23)
    assert header.decision == "removed"
    assert any(
        "борьбе с | терроризмом" in sentence for sentence in finding_reasons(header, ENGLISH)
    )
    assert len(result.old.paragraphs) == 13
    assert "в борьбе с терроризмом и экстремизмом" in result.old.paragraphs[7].text
    assert result.old.paragraphs[0].kind == "heading"
    verdicts = {f.verdict for f in result.findings if f.key == header.key}
    assert verdicts == {Verdict.FIXED}


def test_the_mixed_alphabet_word_is_reported_with_its_place_and_suggestion() -> None:
    (word,) = [
        f
        for f in comparison("published.txt", "corrected.docx").old.findings
        if f.kind is FindingKind.MIXED_SCRIPT
    ]
    assert (word.text, word.suggestion, word.lines) == ("неocenимая", "неоценимая", (15,))


def test_the_pdf_has_its_headers_and_numbers_found_on_every_page() -> None:
    result = comparison("published.txt", "corrected.pdf").new
    pages = result.document.properties.pages
    assert pages == 4
    for kind in (FindingKind.RUNNING_HEADER, FindingKind.PAGE_NUMBER):
        assert {f.page for f in result.findings if f.kind is kind} == {1, 2, 3, 4}, kind
    assert len(result.paragraphs) == 14
