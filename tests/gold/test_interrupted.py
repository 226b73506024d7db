"""Gold of interrupted sentences: a capital, a name, a figure or a caseless word behind the header.

The floors stand just under what is reached. Half of the sentences and forms of headers were not
looked at while the rules were made.
"""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from gold_scores import NOTHING, Score
from interrupted_texts import CASELESS, LANGUAGES, SHAPES, Interrupted, bank, between, interrupted
from test_furniture import removed, screened, squeezed

from sverka.model import Decision

FORMS = ("title", "title over number", "printed")
FLOORS = {
    # with capitals or without, whether the other version is there: sentences that stand rejoined
    ("capital", False): 0.7,
    ("capital", True): 0.99,
    ("caseless", False): 0.51,
    ("caseless", True): 0.93,
}
"""Alone, what follows an abbreviation is taken for a new sentence, and what is written without
stops for no sentence at all."""


def texts(script: str) -> Iterator[Interrupted]:
    """Texts of three interrupted sentences each, wrapped and not."""
    for language in LANGUAGES:
        if (language in CASELESS) != (script == "caseless"):
            continue
        kinds = dict.fromkeys(kind for kind, _before, _after in bank(language).breaks)
        for kind, form, wrapped in product(kinds, FORMS, (True, False)):
            made = interrupted(language, kind, form, 3, wrapped, 2)
            if kind != "lower" and made is not None:
                yield made


@pytest.mark.parametrize(("script", "against"), FLOORS)
def test_sentences_that_go_on_without_a_small_letter_are_joined(
    script: str, against: bool, tmp_path: Path
) -> None:
    lines = sentences = NOTHING
    for gold in texts(script):
        screening = screened(gold.text, tmp_path, gold.plain if against else None)
        together = "\n".join(squeezed(paragraph.text) for paragraph in screening.paragraphs)
        ends = [squeezed(a)[-16:] + squeezed(b)[:16] for a, b in gold.sentences]
        found = sum(end in together for end in ends)
        lines += Score.of(removed(screening), gold.furniture)
        sentences += Score(found, found, len(ends))
    assert lines.precision == 1
    assert sentences.recall >= FLOORS[script, against]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", [*sorted(set(LANGUAGES) - CASELESS), "ka", "zh", "ar"])
def test_lines_between_paragraphs_items_cells_and_verses_stay(
    language: str, shape: str, tmp_path: Path
) -> None:
    for half in (0, 1):
        text = between(language, shape, half)
        assert removed(screened(text, tmp_path)) == set()
        edited = text.replace(bank(language).leads[0][3:9], "")
        assert removed(screened(text, tmp_path, edited)) == set()


@pytest.mark.parametrize("language", ["en", "ru", "ky", "de", "fr", "ka", "he", "ar"])
@pytest.mark.parametrize("half", [0, 1])
def test_a_header_inside_lines_is_set_aside_where_the_other_version_reads_on(
    language: str, half: int, tmp_path: Path
) -> None:
    own = bank(language)
    breaks = [pair for pair in own.breaks if pair[0] != "abbreviation"][half::2][:3]
    header = own.headers[0]

    def text(inside: Callable[[int], str]) -> str:
        lines = zip(own.leads, breaks, strict=False)
        return "".join(f"{lead} {a} {inside(k)}{b}\n" for k, (lead, (_, a, b)) in enumerate(lines))

    plain = text(lambda k: "")
    numbered = screened(text(lambda k: f"{header} {11 + k} "), tmp_path, plain)
    assert [f.text for f in numbered.findings if f.decision == Decision.REMOVED] == [
        f"{header} {11 + k}" for k in range(3)
    ]
    assert "\n".join(p.text for p in numbered.paragraphs) == plain.strip()
    # A name that was struck out, with or without numbers that mean something, is an edit.
    for inside in (lambda k: f"{header} ", lambda k: f"{header} {(19, 4, 11)[k]} "):
        assert removed(screened(text(inside), tmp_path, plain)) == set()


LISTS = [
    part.split("\n")
    for part in Path(__file__)
    .with_name("lists_and_verses.txt")
    .read_text("utf8")
    .strip()
    .split("# ")[1:]
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("part", LISTS, ids=lambda part: part[0].split(":")[0])
def test_a_line_put_twice_into_verses_or_items_that_begin_small_stays(
    part: list[str], gap: str, tmp_path: Path
) -> None:
    head, *lines = filter(None, part)
    line = head.split(": ")[1]
    text = gap.join([*lines[:2], line, *lines[2:4], line, *lines[4:]]) + "\n"
    assert removed(screened(text, tmp_path)) == set()
    assert removed(screened(text, tmp_path, gap.join(lines) + "\n")) == set()


@pytest.mark.parametrize("language", ["en", "he", "ka"])
def test_a_date_that_stays_the_same_counts_nothing_however_many_numbers_it_has(
    language: str, tmp_path: Path
) -> None:
    gold = interrupted(language, "figure", "printed", 5, True, 2)
    assert gold is not None
    assert removed(screened(gold.text, tmp_path, gold.plain)) == gold.furniture
