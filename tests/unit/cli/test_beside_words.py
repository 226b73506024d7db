"""What changed beside the words is told at the terminal, in the summary and in a line each."""

import io
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from beside_words import beside_words, document, holding, text
from sverka.cli import printing
from sverka.comparison import compare
from sverka.language import ENGLISH, language
from sverka.model import BESIDE_WORDS, IgnoreGroup, ObjectKind, Options
from sverka.wording import compared_words, summary, uncompared_words

LINK = ObjectKind.LINK
GOLDEN = Path(__file__).parents[2] / "golden" / "terminal"


@pytest.mark.parametrize("code", ["en", "ru", "ky"])
def test_the_terminal_says_what_the_golden_file_has(code: str) -> None:
    stream = io.StringIO()
    printing.comparison(beside_words(), stream, language(code))
    assert stream.getvalue() == (GOLDEN / f"beside-words-{code}.txt").read_text("utf-8")


def test_where_no_words_changed_the_answer_says_so_first() -> None:
    old = [text("*One* and *two* and *three*."), holding("See it here.", LINK, "a", "here")]
    new = [text("One and two and three."), holding("See it here.", LINK, "b", "here")]
    said = summary(compare(document("a", old), document("b", new)), ENGLISH)
    assert said == (
        "No words changed; 3 changes of formatting, 1 link.",
        "Compared: text, formatting, links.",
    )


def test_a_figure_that_is_raised_no_more_is_more_than_formatting() -> None:
    old, new = [text("It costs 10^6^ soms.")], [text("It costs 106 soms.")]
    said = summary(compare(document("a", old), document("b", new)), ENGLISH)
    assert said[:2] == ("1 change: number 1.", "Beside the words: 1 change of formatting.")


def test_a_field_that_shows_other_words_counts_beside_what_stands_beside_them() -> None:
    old = [holding("Printed on 3 May", ObjectKind.FIELD, "DATE", "3 May"), text("It is *free*.")]
    new = [holding("Printed on 5 May", ObjectKind.FIELD, "DATE", "5 May"), text("It is free.")]
    said = summary(compare(document("a", old), document("b", new)), ENGLISH)
    assert said[:2] == (
        "2 changes: automatic field 1.",
        "Beside the words: 1 change of formatting.",
    )


def test_words_only_leaves_out_what_stands_beside_them_and_says_so() -> None:
    result = beside_words(Options(ignore=BESIDE_WORDS))
    assert [str(change.kind) for change in result.changes] == [
        "formatting",
        "insertion",
        "replacement",
    ]
    said = " ".join(uncompared_words(result, ENGLISH))
    assert said.startswith("Compared: text, notes, formulas; not compared: formatting, heading")
    assert said.endswith("check boxes (left out).")


def test_a_part_that_is_left_out_is_named() -> None:
    notes = Options(ignore_parts=IgnoreGroup.NOTES.parts)
    (said,) = compared_words(beside_words(notes), ENGLISH)
    assert said.endswith("; not compared: notes (left out).")
