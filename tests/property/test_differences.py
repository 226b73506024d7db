"""What holds for the changes between any two texts."""

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import accumulate, pairwise

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.differences import Edit, diff_texts, find_changes
from sverka.model import Alignment, Category, Change, ChangeKind, Ignore, Link, LinkKind
from sverka.text.folding import canonical, fold_for
from sverka.text.graphemes import graphemes_of

PIECES = [
    *["слово", "дом", "Дом", "и", "а", "the", "Act", "ACT", "неоценимая", "неocенимая", "е\u0308"],
    *["1", "24", "2023-2025", "2023–2025", "1 500", "54-е", "мая", "С.Жапаров", "don't"],
    *["漢", "字", "カタカナデス", "ไทย", "กำ", "가나", "한국어", "שלום", "مرحبا", "हिन्दी"],
    *["👩\u200d👩\u200d👧", "🇰🇬", "é", "e\u0301", "a\u00adb", "\u200b", "\x00"],
    *[" ", " ", " ", " ", "  ", "\u00a0", "\u202f", "\n", "\t", " — ", ". ", ", "],
    *[".", "!", "…", "...", "。", "«", "»", "“", "”", "„", '"', "'", "’", "-", "–", "(", "%", "$"],
]
pieces = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
texts = st.one_of(pieces, pieces, st.text(max_size=30))
options = st.frozensets(st.sampled_from(Ignore))
thorough = settings(max_examples=200, deadline=None)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts, most often a text and an edited copy of it."""
    old = draw(st.lists(st.sampled_from(PIECES), max_size=24))
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(new)))
        kept = draw(st.integers(0, 3))
        new[place : place + kept] = draw(st.lists(st.sampled_from(PIECES), max_size=3))
    return "".join(old), "".join(new)


def rebuilt(old: str, new: str, edits: Sequence[Edit]) -> tuple[str, str]:
    """The old text made from the new one, and the new made from the old."""
    to_new, to_old = "", ""
    at_old = at_new = 0
    for edit in edits:
        to_new += old[at_old : edit.old_start] + new[edit.new_start : edit.new_end]
        to_old += new[at_new : edit.new_start] + old[edit.old_start : edit.old_end]
        at_old, at_new = edit.old_end, edit.new_end
    return to_old + new[at_new:], to_new + old[at_old:]


@given(pairs())
@thorough
def test_each_side_is_rebuilt_from_the_other_and_the_edits(pair: tuple[str, str]) -> None:
    old, new = pair
    to_old, to_new = rebuilt(old, new, diff_texts(old, new))
    assert canonical(to_new) == canonical(new)
    assert canonical(to_old) == canonical(old)


@given(texts, texts)
@thorough
def test_unlike_texts_are_rebuilt_as_well(old: str, new: str) -> None:
    to_old, to_new = rebuilt(old, new, diff_texts(old, new))
    assert canonical(to_new) == canonical(new)
    assert canonical(to_old) == canonical(old)


@given(texts, options)
@thorough
def test_a_text_does_not_differ_from_itself(text: str, ignore: frozenset[Ignore]) -> None:
    assert diff_texts(text, text, ignore=ignore) == ()


@given(pairs(), options)
@thorough
def test_exchanging_the_texts_mirrors_the_edits(
    pair: tuple[str, str], ignore: frozenset[Ignore]
) -> None:
    old, new = pair
    there, back = diff_texts(old, new, ignore=ignore), diff_texts(new, old, ignore=ignore)
    assert [edit.mirrored for edit in there] == list(back)


@given(pairs())
@thorough
def test_edits_ascend_touch_nowhere_and_change_something(pair: tuple[str, str]) -> None:
    old, new = pair
    at_old = at_new = -1
    for edit in diff_texts(old, new):
        assert at_old < edit.old_start <= edit.old_end <= len(old)
        assert at_new < edit.new_start <= edit.new_end <= len(new)
        assert old[edit.old_start : edit.old_end] != new[edit.new_start : edit.new_end]
        at_old, at_new = edit.old_end, edit.new_end


def graphemes(text: str) -> set[int]:
    """Where a grapheme cluster begins or ends."""
    return set(accumulate(map(len, graphemes_of(text)), initial=0))


LETTER = r"[[\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{Devanagari}\p{Hangul}]&&[\p{L}\p{M}]]"
INSIDE = regex.compile(
    # What no initial is, for a single letter with a full stop behind may be cut there
    rf"(?V1)(?<={LETTER})(?:(?={LETTER})|(?=['’]{LETTER}))|(?<={LETTER}['’])(?={LETTER})"
    r"|(?<=\d)(?:(?=\d)|(?=[.,]\d))|(?<=\d[.,])(?=\d)"
)
"""Places inside words and numbers that everybody agrees upon."""


def inside(text: str) -> set[int]:
    """Where a change must not begin or end."""
    return {match.start() for match in INSIDE.finditer(text)}


@given(st.one_of(pairs(), st.tuples(texts, texts)))
@thorough
def test_no_edit_cuts_a_word_and_no_mark_cuts_a_character(pair: tuple[str, str]) -> None:
    old, new = pair
    for edit in diff_texts(old, new):
        for text, ends in (
            (old, {edit.old_start, edit.old_end}),
            (new, {edit.new_start, edit.new_end}),
        ):
            assert not ends & inside(text)
            assert ends <= graphemes(text)
        for text, marks, start, end in (
            (old, edit.old_marks, edit.old_start, edit.old_end),
            (new, edit.new_marks, edit.new_start, edit.new_end),
        ):
            word = graphemes(text[start:end])
            assert all({s - start, e - start} <= word for s, e in marks)


@given(pairs())
@thorough
def test_marks_come_in_pairs_and_the_rest_of_the_word_is_alike(pair: tuple[str, str]) -> None:
    old, new = pair
    for edit in diff_texts(old, new):
        assert len(edit.old_marks) == len(edit.new_marks)
        if edit.old_marks:
            inner = [Edit(*o, *n) for o, n in zip(edit.old_marks, edit.new_marks, strict=True)]
            a, b = old[: edit.old_end], new[: edit.new_end]
            shifted = [
                Edit(
                    e.old_start - edit.old_start,
                    e.old_end - edit.old_start,
                    e.new_start - edit.new_start,
                    e.new_end - edit.new_start,
                )
                for e in inner
            ]
            word, other = a[edit.old_start :], b[edit.new_start :]
            assert rebuilt(word, other, shifted)[1] == other


@given(pairs(), options)
@thorough
def test_what_counts_as_equal_is_no_change(
    pair: tuple[str, str], ignore: frozenset[Ignore]
) -> None:
    old, new = pair
    fold = fold_for(ignore)
    edits = diff_texts(old, new, ignore=ignore)
    if fold(old) == fold(new):
        assert edits == ()
    else:
        assert edits


def changes_by_pair(
    pairs: Sequence[tuple[str, str]], ignore: frozenset[Ignore]
) -> list[list[object]]:
    """For each pair of paragraphs what changed, without where in the document it stands.

    That a paragraph is quoted may be known only from the paragraphs around it, and that a word is a
    name from the rest of the text: names count as wording here.
    """
    links = tuple(Link((k,), (k,), LinkKind.EDITED) for k in range(len(pairs)))
    old, new = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    found: list[list[object]] = [[] for _ in pairs]
    for change in find_changes(old, new, Alignment(links), ignore=ignore):
        spans = [
            (span.start, span.end)
            for span in (change.old, change.new, *change.old_marks, *change.new_marks)
            if span is not None
        ]
        categories = {
            Category.WORDING if category is Category.NAME else category
            for category in change.categories
            if category is not Category.QUOTATION
        }
        found[change.link].append((change.kind, categories, spans))
    return found


@given(st.lists(st.one_of(pairs(), st.tuples(texts, texts)), min_size=2, max_size=12), options)
@thorough
def test_what_changed_in_a_paragraph_depends_on_no_other(
    pairs: list[tuple[str, str]], ignore: frozenset[Ignore]
) -> None:
    together = changes_by_pair(pairs, ignore)
    assert together == [changes_by_pair([pair], ignore)[0] for pair in pairs]


def test_a_quotation_in_apostrophes_is_the_same_alone_and_among_ten() -> None:
    pair = ("He called it 'a house' and left.", "He called it a house and left.")
    alone = changes_by_pair([pair], frozenset())[0]
    assert [spans for _, _, spans in alone] == [
        [(13, 22), (13, 20), (13, 14), (21, 22), (13, 13), (20, 20)]
    ]
    assert changes_by_pair([pair] * 10, frozenset()) == [alone] * 10


@st.composite
def groups(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """The paragraphs of a split, a merge or a rewriting, most often cut out of two like texts."""
    sides = []
    for text in draw(pairs()):
        cuts = sorted(draw(st.lists(st.sampled_from(sorted(graphemes(text))), max_size=3)))
        bounds = [0, *cuts, len(text)]
        sides.append([text[a:b] for a, b in pairwise(bounds)])
    return sides[0], sides[1]


def changes_of(
    old: list[str], new: list[str], ignore: frozenset[Ignore] = frozenset()
) -> tuple[Change, ...]:
    """The changes when all paragraphs of either side are one link."""
    link = Link(tuple(range(len(old))), tuple(range(len(new))), LinkKind.REWRITTEN)
    return find_changes(old, new, Alignment((link,)), ignore=ignore)


def solid(texts: Sequence[str]) -> str:
    """The normalised reading without white space."""
    return "".join(canonical(text) for text in "".join(texts).split())


STRUCTURE = (ChangeKind.SPLIT, ChangeKind.MERGE)


@given(groups())
@thorough
def test_nothing_of_a_group_is_lost_but_white_space_at_joints(
    group: tuple[list[str], list[str]],
) -> None:
    old, new = group
    result = ""
    paragraph = at = 0
    for change in changes_of(old, new):
        if change.kind in STRUCTURE:
            continue
        assert change.old is not None
        assert change.new is not None
        while paragraph < change.old.paragraph:
            result += old[paragraph][at:]
            paragraph, at = paragraph + 1, 0
        assert change.old.start >= at
        result += old[paragraph][at : change.old.start]
        result += new[change.new.paragraph][change.new.start : change.new.end]
        at = change.old.end
    result += "".join([old[paragraph][at:], *old[paragraph + 1 :]])
    assert solid([result]) == solid(new)


@given(groups())
@thorough
def test_every_joint_is_kept_split_or_merged_once(group: tuple[list[str], list[str]]) -> None:
    old, new = group
    changes = changes_of(old, new)
    begun = [c.new.paragraph for c in changes if c.kind is ChangeKind.SPLIT and c.new]
    ended = [c.old.paragraph for c in changes if c.kind is ChangeKind.MERGE and c.old]
    assert len(set(begun)) == len(begun)
    assert len(set(ended)) == len(ended)
    assert 0 not in begun
    assert 0 not in ended
    assert len(new) - len(begun) == len(old) - len(ended)
    if len(old) == 1:
        assert begun == list(range(1, len(new)))


@given(groups(), options)
@thorough
def test_exchanging_the_sides_of_a_group_mirrors_its_changes(
    group: tuple[list[str], list[str]], ignore: frozenset[Ignore]
) -> None:
    old, new = group
    assert [mirrored(c) for c in changes_of(old, new, ignore)] == list(changes_of(new, old, ignore))


def mirrored(change: Change) -> Change:
    """The change on the way back."""
    return Change(
        MIRRORED.get(change.kind, change.kind),
        change.categories,
        change.new,
        change.old,
        change.link,
        change.new_marks,
        change.old_marks,
    )


MIRRORED = {
    ChangeKind.INSERTION: ChangeKind.DELETION,
    ChangeKind.DELETION: ChangeKind.INSERTION,
    ChangeKind.SPLIT: ChangeKind.MERGE,
    ChangeKind.MERGE: ChangeKind.SPLIT,
}


@given(st.lists(texts, max_size=4), options)
@thorough
def test_a_group_does_not_differ_from_itself(
    paragraphs: list[str], ignore: frozenset[Ignore]
) -> None:
    assert changes_of(["", *paragraphs], ["", *paragraphs], ignore) == ()


HASHED = """
import json, random
from sverka.differences import find_changes
from sverka.model import Alignment, Link, LinkKind
chance = random.Random(7)
words = "слово дом Дом и 24 мая «так» сто С.Жапаров, — . the a 2023-2025 неocенимая".split()
def text(k): return " ".join(chance.choices(words, k=k))
old = [text(30) for _ in range(20)]
new = [" ".join(w for w in t.split() if chance.random() < .8) + " " + text(5) for t in old]
links = [Link((i,), (i,), LinkKind.EDITED) for i in range(15)]
links.append(Link((15, 16, 17), (15, 16), LinkKind.REWRITTEN, True))
links.append(Link((18, 19), (17, 18, 19), LinkKind.REWRITTEN))
print(find_changes(old, new, Alignment(links)))
"""


def test_results_do_not_depend_on_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", HASHED],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(outputs) == 1
