import time
from collections.abc import Callable
from typing import Any

from sverka.comparison import compare
from sverka.language import ENGLISH
from sverka.model import (
    Category,
    Change,
    ChangeKind,
    Comparison,
    Link,
    LinkKind,
    Paragraph,
    Span,
)
from sverka.reports.fulltext import passages
from sverka.reports.marked_text import JOINT, PieceMark, Pieces


def without(pieces: Pieces, mark: PieceMark) -> str:
    """The text of what is not marked so; joints are marks, no text."""
    return "".join(p.text for p in pieces if p.mark is not mark and p.text != JOINT)


def assert_whole(comparison: Comparison) -> None:
    """Each text is whole in its column, and the revised one in the woven text."""
    found = passages(comparison, ENGLISH)
    new = [p.text for p in comparison.new.paragraphs]
    old = sorted(p.text for p in comparison.old.paragraphs)
    assert [line for p in found if p.new for line in said(p.new).split("\n")] == new
    assert sorted(line for p in found if p.old for line in said(p.old).split("\n")) == old
    woven = [without(p.woven, PieceMark.OLD) for p in found if p.woven]
    assert [line for text in woven if text for line in text.split("\n")] == new


def said(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def test_both_texts_are_whole(release: Comparison, large: Callable[[int], Comparison]) -> None:
    assert_whole(release)
    assert_whole(large(300))


def test_what_was_left_out_stands_where_it_stood(release: Comparison) -> None:
    woven = [said(p.woven) for p in passages(release, ENGLISH)]
    assert woven[4] == (
        "«Мы перевезли 412421 тысяч пассажиров, работа которых была отмечена», — сказал он."
    )
    assert woven.index("Вопрос о ледоколе будет рассмотрен отдельно.") == len(woven) - 2


def test_a_move_is_told_of_at_both_its_ends(release: Comparison) -> None:
    found = passages(release, ENGLISH)
    labels = [(place, p.label) for place, p in enumerate(found) if p.label]
    assert labels == [
        (2, "Moved here from paragraph 9"),
        (9, "Moved from here to paragraph 3"),
    ]
    assert not found[9].woven


def test_a_split_shows_its_paragraph_mark(release: Comparison) -> None:
    (split,) = (
        p for p in passages(release, ENGLISH) if any(piece.text == JOINT for piece in p.woven)
    )
    assert said(split.woven) == (
        "Тихон Вереснин обратил внимание на расписание.¶\nНовое расписание напечатано."
    )


def test_a_merge_shows_the_paragraph_mark_that_went(maker: Any) -> None:
    maker.old = [Paragraph("One."), Paragraph("Two.")]
    maker.new = [Paragraph("One. Two.")]
    maker.links = [Link((0, 1), (0,), LinkKind.MERGED)]
    maker.changes = [Change(ChangeKind.MERGE, (), Span(1, 0, 0), Span(0, 4, 4), 0)]
    (passage,) = passages(maker.comparison(), ENGLISH)
    assert [(p.text, p.mark) for p in passage.woven] == [
        ("One.", PieceMark.NONE),
        (JOINT, PieceMark.OLD),
        (" Two.", PieceMark.NONE),
    ]


def test_what_came_in_between_the_parts_of_a_split_paragraph_stands_between_them(
    maker: Any,
) -> None:
    maker.old = [Paragraph("One. Two.")]
    maker.new = [Paragraph("One."), Paragraph("Between."), Paragraph("Two.")]
    maker.links = [
        Link((0,), (0, 2), LinkKind.SPLIT),
        Link((), (1,), LinkKind.INSERTED),
    ]
    maker.changes = [
        Change(ChangeKind.SPLIT, (), Span(0, 5, 5), Span(2, 0, 0), 0),
        Change(ChangeKind.INSERTION, (), None, Span(1, 0, 8), 1),
    ]
    found = passages(maker.comparison(), ENGLISH)
    assert [said(p.new) for p in found] == ["One.", "Between.", "Two."]
    assert [said(p.old) for p in found] == ["One. ", "", "Two."]


def test_a_rewritten_link_keeps_both_its_texts(maker: Any) -> None:
    maker.old = [Paragraph("Old words."), Paragraph("And more.")]
    maker.new = [Paragraph("New words."), Paragraph("Nothing like it.")]
    maker.links = [Link((0, 1), (0, 1), LinkKind.REWRITTEN)]
    wording = (Category.WORDING,)
    maker.changes = [
        Change(ChangeKind.REPLACEMENT, wording, Span(0, 0, 3), Span(0, 0, 3), 0),
        Change(ChangeKind.DELETION, wording, Span(1, 0, 9), None, 0),
        Change(ChangeKind.INSERTION, wording, None, Span(1, 0, 16), 0),
    ]
    comparison = maker.comparison()
    assert_whole(comparison)
    (passage,) = passages(comparison, ENGLISH)
    assert "".join(p.text for p in passage.woven if p.mark is PieceMark.OLD) == "OldAnd more."


def test_real_comparisons_are_whole_too(tmp_path: Any) -> None:
    (tmp_path / "old.txt").write_text(
        "Title\n\nOne two three. Four five six seven eight nine.\n\nMoved later on, as it is.\n\n"
        "Gone for good, this paragraph.\n\nSeven eight nine, ten eleven twelve.\n",
        encoding="utf-8",
    )
    (tmp_path / "new.txt").write_text(
        "Title\n\nOne two three.\n\nFour five six seven eight 9.\n\n"
        "Seven eight nine, ten eleven thirteen.\n\nMoved later on, as it is.\n\nQuite new.\n",
        encoding="utf-8",
    )
    assert_whole(compare(tmp_path / "old.txt", tmp_path / "new.txt"))


def test_a_long_text_is_woven_in_a_second(large: Callable[[int], Comparison]) -> None:
    comparison = large(2000)
    start = time.process_time()
    passages(comparison, ENGLISH)
    assert time.process_time() - start < 1
