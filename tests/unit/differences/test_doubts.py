"""Changes where one version was read off a picture, perhaps wrongly, are told as doubtful."""

import pytest

from sverka.differences import leave_out, with_doubts
from sverka.model import Category, Change, ChangeKind, Paragraph, RecognisedWord, Span

OLD = Paragraph(text="The light burns until nine.")
NEW = Paragraph(
    text="The light bums until five.",
    recognised=tuple(
        RecognisedWord(start, start + length, certainty)
        for start, length, certainty in (
            (0, 3, 96),
            (4, 5, 40),
            (10, 4, 95),
            (15, 5, 96),
            (21, 5, 97),
        )
    ),
)


def told(old: Span | None, new: Span | None, kind: ChangeKind = ChangeKind.REPLACEMENT) -> bool:
    change = Change(kind, (Category.WORDING,), old, new, 0)
    [marked] = with_doubts([change], [OLD], [NEW])
    assert marked.categories[0] is Category.WORDING
    return Category.DOUBTFUL in marked.categories


@pytest.mark.parametrize(
    ("old", "new", "doubtful"),
    [
        (Span(0, 4, 9), Span(0, 4, 9), True),  # an uncertain word
        (Span(0, 10, 15), Span(0, 10, 14), True),  # certain, but rn looks like m
        (Span(0, 22, 26), Span(0, 21, 25), False),  # certain, and another word
        (Span(0, 0, 3), Span(0, 10, 10), True),  # nothing, beside an uncertain word
        (Span(0, 0, 3), Span(0, 20, 20), False),  # nothing, between certain ones
        (Span(0, 26, 27), Span(0, 25, 25), True),  # a mark, which is easily overlooked
        (Span(0, 0, 27), None, False),  # a paragraph that is not there at all
    ],
)
def test_what_is_doubtful(old: Span, new: Span | None, doubtful: bool) -> None:
    assert told(old, new) is doubtful


def test_only_changes_of_words_are_doubtful() -> None:
    assert not told(Span(0, 4, 9), Span(0, 4, 9), ChangeKind.FORMATTING)


def test_without_pictures_nothing_is() -> None:
    change = Change(ChangeKind.REPLACEMENT, (Category.WORDING,), Span(0, 0, 3), Span(0, 0, 3), 0)
    assert with_doubts([change], [OLD], [OLD]) == (change,)


def test_who_ignores_what_is_doubtful_ignores_all_of_it_and_doubt_saves_nothing() -> None:
    doubtful = Change(
        ChangeKind.REPLACEMENT,
        (Category.NUMBER, Category.DOUBTFUL),
        Span(0, 0, 1),
        Span(0, 0, 1),
        0,
    )
    texts = [OLD.text], [NEW.text]
    for ignored, left in (
        (Category.DOUBTFUL, 0),
        (Category.NUMBER, 0),
        (Category.DATE, 1),
    ):
        assert len(leave_out([doubtful], frozenset({ignored}), (), texts).changes) == left
