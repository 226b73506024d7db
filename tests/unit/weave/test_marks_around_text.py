"""A pair of quotation marks is one change, and the text between them stays what it was."""

from sverka import compare
from sverka.readers import read_text
from sverka.weave import Strand, changes_by_link, strands_of


def test_of_a_pair_of_marks_only_the_marks_are_woven_as_changed() -> None:
    comparison = compare(
        read_text('He read "The Old Harbour" there.', "a.txt"),
        read_text("He read “The Old Harbour” there.", "b.txt"),
    )
    assert len(comparison.changes) == 1
    assert comparison.changes[0].is_frame
    woven = strands_of(comparison, 0, changes_by_link(comparison)[0])
    assert woven == (
        Strand("He read ", "He read "),
        Strand('"', "“", 0),
        Strand("The Old Harbour", "The Old Harbour"),
        Strand('"', "”", 0),
        Strand(" there.", " there."),
    )
    assert comparison.statistics.unchanged_words == comparison.statistics.old_words


def test_a_word_with_a_changed_letter_is_no_frame() -> None:
    comparison = compare(
        read_text("He saw the harbour there.", "a.txt"),
        read_text("He saw the harbours there.", "b.txt"),
    )
    assert not comparison.changes[0].is_frame
