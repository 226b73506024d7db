"""The promises of a whole comparison, over texts of every kind."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sverka import compare
from sverka.model import (
    FOLDED,
    Change,
    ChangeKind,
    Comparison,
    Document,
    Ignore,
    Inspection,
    LinkKind,
    Options,
    Span,
    Verdict,
)
from sverka.readers import read_text

WORDS = (
    "пресс-служба сообщает 2023 года «о совете» встрече Бишкеке – и , . "
    "the council met on 12 May “again” and said so ; مجلس الأمن قال 会议 今天 举行"
).split()
sentences = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join),
    st.sampled_from(["Контакты", "О нас", "Contacts"]),
)
texts = st.lists(sentences, min_size=1, max_size=8).map("\n\n".join)


@st.composite
def versions(draw: st.DrawFn) -> tuple[Document, Document]:
    """A text and an edited copy: paragraphs dropped, shuffled, words changed."""
    old = draw(texts)
    chance = random.Random(draw(st.integers(0, 2**32)))
    paragraphs = [p for p in old.split("\n\n") if chance.random() > 0.15]
    if chance.random() < 0.3:
        chance.shuffle(paragraphs)
    words = [p.split(" ") for p in paragraphs] or [["пусто"]]
    for paragraph in words:
        for at in range(len(paragraph)):
            if chance.random() < 0.15:
                paragraph[at] = chance.choice(WORDS)
    new = "\n\n".join(" ".join(p) for p in words)
    return read_text(old, "old.txt"), read_text(new, "new.txt")


def text_of(version: Inspection, span: Span | None) -> str:
    return "" if span is None else version.paragraphs[span.paragraph].text[span.start : span.end]


def rebuilt_new(result: Comparison) -> list[str]:
    """The new paragraphs of 1:1 links, made from the old ones by the changes alone."""
    by_link: dict[int, list[Change]] = {}
    for change in result.changes:
        by_link.setdefault(change.link, []).append(change)
    made = []
    for index, link in enumerate(result.alignment.links):
        if len(link.old) != 1 or len(link.new) != 1:
            continue
        source = result.old.paragraphs[link.old[0]].text
        edits = [c for c in by_link.get(index, []) if c.kind is not ChangeKind.MOVE]
        out, at = "", 0
        for change in sorted(edits, key=lambda c: c.old.start if c.old else 0):
            assert change.old is not None
            out += source[at : change.old.start] + text_of(result.new, change.new)
            at = change.old.end
        made.append((link.new[0], out + source[at:]))
    return [text for _, text in sorted(made)]


@settings(max_examples=60, deadline=None)
@given(versions())
def test_the_new_side_is_rebuilt_from_the_old_and_the_changes(
    pair: tuple[Document, Document],
) -> None:
    result = compare(*pair)
    wanted = [
        (link.new[0], result.new.paragraphs[link.new[0]].text)
        for link in result.alignment.links
        if len(link.old) == len(link.new) == 1
    ]
    assert rebuilt_new(result) == [text for _, text in sorted(wanted)]


@settings(max_examples=60, deadline=None)
@given(versions())
def test_every_paragraph_stands_in_exactly_one_link(pair: tuple[Document, Document]) -> None:
    result = compare(*pair)
    for side, version in (("old", result.old), ("new", result.new)):
        seen = sorted(i for link in result.alignment.links for i in getattr(link, side))
        assert seen == list(range(len(version.paragraphs)))


@settings(max_examples=60, deadline=None)
@given(versions())
def test_inserted_and_deleted_paragraphs_are_whole_changes(
    pair: tuple[Document, Document],
) -> None:
    result = compare(*pair)
    for index, link in enumerate(result.alignment.links):
        if link.old and link.new:
            continue
        version = result.old if link.old else result.new
        spans = [c.old or c.new for c in result.changes if c.link == index]
        whole = [
            Span(i, 0, len(version.paragraphs[i].text))
            for i in link.old + link.new
            if version.paragraphs[i].text.strip()
        ]
        assert spans == whole


@settings(max_examples=60, deadline=None)
@given(texts)
def test_a_text_compared_with_itself_has_no_changes(text: str) -> None:
    result = compare(read_text(text, "a.txt"), read_text(text, "b.txt"))
    assert result.changes == ()
    assert {finding.verdict for finding in result.findings} <= {Verdict.STILL_THERE}


@settings(max_examples=60, deadline=None)
@given(versions())
def test_swapping_the_inputs_mirrors_the_changes(pair: tuple[Document, Document]) -> None:
    there, back = compare(*pair), compare(pair[1], pair[0])
    mirrored = {(c.kind, c.categories, c.new, c.old) for c in back.changes}
    opposite = {
        ChangeKind.INSERTION: ChangeKind.DELETION,
        ChangeKind.DELETION: ChangeKind.INSERTION,
        ChangeKind.SPLIT: ChangeKind.MERGE,
        ChangeKind.MERGE: ChangeKind.SPLIT,
    }
    assert {
        (opposite.get(c.kind, c.kind), c.categories, c.old, c.new) for c in there.changes
    } == mirrored


@settings(max_examples=60, deadline=None)
@given(versions(), st.frozensets(st.sampled_from(sorted(FOLDED))))
def test_a_link_of_two_paragraphs_is_equal_just_where_no_change_is_found(
    pair: tuple[Document, Document], ignore: frozenset[Ignore]
) -> None:
    result = compare(*pair, Options(ignore=ignore))
    changed = {c.link for c in result.changes if c.kind is not ChangeKind.MOVE}
    for index, link in enumerate(result.alignment.links):
        if len(link.old) == len(link.new) == 1:
            assert (link.kind is LinkKind.EQUAL) == (index not in changed)
