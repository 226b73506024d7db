"""Gold furniture: which lines are headers and page numbers, and which only look like them.

The floors stand just under what is reached, so that a broken rule is noticed.
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from gold_scores import NOTHING, Score
from made_content import CONTENT, content
from made_pages import BETWEEN, TURNS, SetText, in_pages, in_sections
from made_papers import papers, with_figures

from sverka import read, screen
from sverka.model import Decision, Screening

FLOORS = {
    # pages, whether the other version is there, F1 of lines, sentences that stand rejoined
    (9, False): (0.925, 0.87),
    (9, True): (0.975, 0.93),
    (3, False): (0.82, 0.74),
    (3, True): (0.885, 0.835),
    (2, True): (0.745, 0.85),
}
"""Low where a title that comes twice may as well be a heading, and by the forms known to be missed:
Roman numbers, which a list may be, and what browsers print at the edges."""

IN_CHINESE = {"title in zh", "number", "page in zh", "title and number"}


def texts(count: int) -> Iterator[SetText]:
    """Texts of so many pages with furniture of every form."""
    for form in TURNS:
        if "zh" not in form:
            for language, wrapped in product(("en", "ru"), (True, False)):
                yield in_pages(form, language, wrapped, count)
        if form in IN_CHINESE:
            yield in_pages(form, "zh", True, count)


def screened(text: str, folder: Path, other: str | None = None) -> Screening:
    files = folder / "text.txt", folder / "other.txt"
    files[0].write_text(text, "utf8")
    if other is None:
        return screen(read(files[0]))
    files[1].write_text(other, "utf8")
    return screen(read(files[0]), read(files[1]))


def removed(screening: Screening) -> set[int]:
    """The lines that were set aside as furniture."""
    return {
        line
        for finding in screening.findings
        if finding.kind.is_furniture and finding.decision == Decision.REMOVED
        for line in finding.lines
    }


def rejoined(screening: Screening, gold: SetText) -> Score:
    """How many of the interrupted sentences stand in one paragraph again."""
    together = "\n".join(squeezed(p.text) for p in screening.paragraphs)
    ends = [squeezed(a)[-20:] + squeezed(b)[:20] for a, b in gold.interrupted]
    found = sum(end in together for end in ends)
    return Score(found, found, len(ends))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("count", "against"), FLOORS)
def test_headers_and_page_numbers_are_set_aside_and_nothing_else(
    count: int, against: bool, tmp_path: Path
) -> None:
    lines, sentences = NOTHING, NOTHING
    for gold in texts(count):
        screening = screened(gold.text, tmp_path, gold.plain if against else None)
        lines += Score.of(removed(screening), gold.furniture)
        sentences += rejoined(screening, gold)
    assert lines.precision == 1
    least, least_rejoined = FLOORS[count, against]
    assert lines.f1 >= least
    assert sentences.recall >= least_rejoined


@pytest.mark.parametrize("name", BETWEEN)
@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_what_parts_the_sections_of_a_text_stays(name: str, language: str, tmp_path: Path) -> None:
    assert removed(screened(in_sections(name, language).text, tmp_path)) == set()


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize("kind", CONTENT)
def test_nothing_of_a_text_whose_lines_repeat_is_set_aside(
    kind: str, wrapped: bool, tmp_path: Path
) -> None:
    text = content(kind, wrapped)
    parts = text.split("\n\n")
    shorter = "\n\n".join(parts[: len(parts) // 2] + parts[len(parts) // 2 + 1 :])
    for new in (None, shorter):
        assert removed(screened(text, tmp_path, new)) == set()


@pytest.mark.parametrize("kind", CONTENT)
def test_nothing_of_it_is_set_aside_without_blank_lines(kind: str, tmp_path: Path) -> None:
    text = re.sub("\n\n+", "\n", content(kind, True))
    assert removed(screened(text, tmp_path)) == set()


def test_page_ends_are_found_where_figures_part_the_sentences(tmp_path: Path) -> None:
    found = NOTHING
    for paper in map(with_figures, papers(range(2))):
        found += Score.of(removed(screened(paper.text, tmp_path)), paper.furniture)
    assert found.precision == 1
    assert found.f1 >= 0.75


def test_the_headers_and_footers_of_papers_are_set_aside(tmp_path: Path) -> None:
    found = NOTHING
    for paper in papers(range(2)):
        found += Score.of(removed(screened(paper.text, tmp_path)), paper.furniture)
    assert found.precision == 1
    assert found.f1 >= 0.95
