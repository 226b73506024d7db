"""Two releases: what an editor must see in them, in every format of the corrected edition.

The first is of our own making (release/, its files made by release/make.py); the other is a real
one, which stands beside the checkout where there is one.
"""

from pathlib import Path

import pytest
from release_expectations import FORMATS, Release, matches, seen

from sverka.language import ENGLISH
from sverka.model import FindingKind, Verdict
from sverka.wording import finding_reasons

HERE = Path(__file__).resolve().parent

MADE = Release(
    folder=HERE / "release",
    changes=(
        (1, 1, "insertion|replacement", "Е.?Стрельцова|", " |Е. Стрельцова", {"spacing"}),
        (3, 3, "replacement", "14-ый", "14-й", "form"),
        (3, 3, "replacement", "-", "–", {"typography"}),
        (5, 6, "deletion", "был ?| ?был", "", {"quotation", "wording"}),
        (6, 7, "replacement", "обрaзцoвая", "образцовая", {"spelling-script"}),
        (8, 9, "replacement", "2025-2028|-", "2025–2028|–", {"typography", "quotation"}),
        (8, 9, "replacement", "1", "12", {"number", "date", "quotation"}),
        (9, 11, "split", "", "", set()),
        (10, 4, "move", "Участники съезда.*", "Участники съезда.*", set()),
        (13, None, "deletion", "Она также сообщила.*", "", None),
        (None, 14, "insertion", "", "Пресс-служба.*", None),
    ),
    interruption="от сырости и | мороза каждую зиму",
    rejoined="останавливаются от сырости и мороза каждую зиму",
    paragraph=7,
    mixed=("обрaзцoвая", "образцовая", 15),
    pages=2,
)
REAL = Release(
    folder=HERE.parents[2] / "shared" / "real" / "release-2024-05-24",
    changes=(
        (1, 1, "insertion|replacement", "С.?Жапаров|", " |С. Жапаров", {"spacing"}),
        (3, 3, "replacement", "54-ое", "54-е", "form"),
        (3, 3, "replacement", "—", "–", {"typography"}),
        (5, 6, "deletion", "было ?| ?было", "", {"quotation", "wording"}),
        (6, 7, "replacement", "неocenимая", "неоценимая", {"spelling-script"}),
        (8, 9, "replacement", "2023-2025|-", "2023–2025|–", {"typography", "quotation"}),
        (8, 9, "replacement", "2023-2027", "2023-2026", {"number", "quotation"}),
        (9, 11, "split", "", "", set()),
        (10, 4, "move", "Глава государства подчеркнул.*", "Глава государства.*", set()),
        (13, None, "deletion", "Он также подчеркнул.*", "", None),
        (None, 14, "insertion", "", "Пресс-служба.*", None),
    ),
    interruption="борьбе с | терроризмом",
    rejoined="в борьбе с терроризмом и экстремизмом",
    paragraph=7,
    mixed=("неocenимая", "неоценимая", 15),
    pages=4,
)


@pytest.fixture(
    params=[
        pytest.param(MADE, id="made"),
        pytest.param(
            REAL,
            id="real",
            marks=pytest.mark.skipif(
                not REAL.folder.is_dir(), reason="the real release is not part of the repository"
            ),
        ),
    ]
)
def release(request: pytest.FixtureRequest) -> Release:
    found: Release = request.param
    return found


@pytest.mark.parametrize("revised", FORMATS)
def test_the_changes_are_those_an_editor_must_see(release: Release, revised: str) -> None:
    result = release.compared("published.txt", revised)
    rows = [seen(result, change) for change in result.changes]
    for expected in release.changes:
        assert sum(matches(row, expected) for row in rows) == 1, (expected, rows)
    assert len(rows) == len(release.changes), rows


@pytest.mark.parametrize("revised", FORMATS[1:])
def test_the_format_of_the_revised_version_makes_no_difference(
    release: Release, revised: str
) -> None:
    one = release.compared("published.txt", "corrected.txt")
    other = release.compared("published.txt", revised)
    assert [seen(one, c) for c in one.changes] == [seen(other, c) for c in other.changes]


@pytest.mark.parametrize("old", FORMATS)
@pytest.mark.parametrize("new", FORMATS)
def test_two_formats_of_one_edition_have_no_changes(release: Release, old: str, new: str) -> None:
    result = release.compared(old, new)
    assert [seen(result, c) for c in result.changes] == []


@pytest.mark.parametrize("revised", FORMATS)
def test_the_header_caught_in_the_sentence_is_found_once_and_the_sentence_rejoined(
    release: Release, revised: str
) -> None:
    result = release.compared("published.txt", revised)
    (header,) = [f for f in result.old.findings if f.kind.is_furniture]
    assert header.lines == (21, 22, 23)
    assert header.decision == "removed"
    assert any(release.interruption in said for said in finding_reasons(header, ENGLISH))
    assert len(result.old.paragraphs) == 13
    assert release.rejoined in result.old.paragraphs[release.paragraph].text
    assert result.old.paragraphs[0].kind == "heading"
    verdicts = {f.verdict for f in result.findings if f.key == header.key}
    assert verdicts == {Verdict.FIXED}


def test_the_mixed_alphabet_word_is_reported_with_its_place_and_suggestion(
    release: Release,
) -> None:
    old = release.compared("published.txt", "corrected.docx").old
    (word,) = [f for f in old.findings if f.kind is FindingKind.MIXED_SCRIPT]
    assert (word.text, word.suggestion, *word.lines) == release.mixed


def test_the_pdf_has_its_headers_and_numbers_found_on_every_page(release: Release) -> None:
    result = release.compared("published.txt", "corrected.pdf").new
    assert result.document.properties.pages == release.pages
    for kind in (FindingKind.RUNNING_HEADER, FindingKind.PAGE_NUMBER):
        pages = {f.page for f in result.findings if f.kind is kind}
        assert pages == set(range(1, release.pages + 1)), kind
    assert len(result.paragraphs) == 14
