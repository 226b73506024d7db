"""Excerpts show a change with a little of the text around it."""

from sverka.model import (
    Alignment,
    Change,
    ChangeKind,
    Comparison,
    Document,
    Inspection,
    Link,
    LinkKind,
    Options,
    Paragraph,
    Screening,
    Span,
    Statistics,
)
from sverka.wording import Fragment, excerpt, paragraph_fragments


def version(text: str) -> Inspection:
    return Inspection(Document("a.txt", "text", "0" * 64), Screening((Paragraph(text),)))


def comparison(old: str, new: str, change: Change) -> Comparison:
    return Comparison(
        version(old),
        version(new),
        Options(),
        Alignment((Link((0,), (0,), LinkKind.EDITED),)),
        (change,),
        (),
        Statistics(1, {}, {}, 0, 0, 0),
    )


def replacement(old: Span | None, new: Span | None) -> Change:
    return Change(ChangeKind.REPLACEMENT, (), old, new, 0)


def test_the_changed_words_are_marked_and_the_context_ends_at_words() -> None:
    change = replacement(Span(0, 14, 17), Span(0, 14, 17))
    value = comparison("alpha beta on the mat and more", "alpha beta on her mat and more", change)
    shown = excerpt(value, change, context=9)
    assert shown.old == (
        Fragment("…beta on "),
        Fragment("the", marked=True),
        Fragment(" mat and…"),
    )


def test_a_side_the_change_does_not_touch_is_empty() -> None:
    change = Change(ChangeKind.INSERTION, (), None, Span(0, 0, 3), 0)
    shown = excerpt(comparison("", "new", change), change)
    assert shown.old == ()
    assert shown.new == (Fragment("new", marked=True),)


def test_a_long_change_is_shown_by_its_beginning_and_its_end() -> None:
    text = " ".join(f"word{i}" for i in range(400))
    change = replacement(Span(0, 0, len(text)), Span(0, 0, len(text)))
    (only,) = excerpt(comparison(text, text, change), change, most=90).old
    assert only.text.startswith("word0 word1")
    assert only.text.endswith("word399")
    assert len(only.text) <= 95


def test_the_fragments_of_a_paragraph_are_the_paragraph() -> None:
    pieces = paragraph_fragments("one two three", [(4, 7), (0, 3)])
    assert "".join(piece.text for piece in pieces) == "one two three"
    assert [piece.text for piece in pieces if piece.marked] == ["one", "two"]
