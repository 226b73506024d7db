"""Finds the sentences that went to another paragraph, each of which is one move.

Without it each would be a deletion here and an insertion there.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from rapidfuzz.distance import Indel

from sverka.differences.edit_thresholds import (
    COMMON_WORD,
    FEWEST_OF_SENTENCE,
    LIKEST_SENTENCES,
    SENTENCE_ALIKE,
)
from sverka.differences.sentences import is_whole, sentences_in, without_end
from sverka.model import Category, Change, ChangeKind, Link, Side, Span
from sverka.text.folding import Folding
from sverka.text.words import words_in

Categories: TypeAlias = Callable[[Span, Span], tuple[Category, ...]]
"""Asked for an old and a new stretch: what is about the change from the one to the other."""

_Key: TypeAlias = tuple[int, int]
"""The number of a change, and of a sentence in it."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that went or came, by the words it is compared by."""

    span: Span
    words: tuple[str, ...]

    @property
    def tells(self) -> bool:
        """Whether it has words enough to be known again."""
        single = sum(len(word) == 1 for word in self.words)
        return len(self.words) - single / 2 >= FEWEST_OF_SENTENCE


_Sentences: TypeAlias = dict[_Key, _Sentence]
_Pairs: TypeAlias = dict[_Key, _Key]


def with_sentence_moves(
    changes: Sequence[Change],
    links: Sequence[Link],
    texts: tuple[Sequence[str], Sequence[str]],
    fold: Folding,
    categories: Categories,
) -> tuple[Change, ...]:
    """The changes with moves for the sentences that went from one link to another.

    A move stands where the sentence came in, with the link of that place; sentences that stayed
    together are one. What is left of a change is a deletion or an insertion as before.
    """
    gone, come = (_sentences(changes, links, texts[side], fold, side) for side in (0, 1))
    if not gone or not come:
        return tuple(changes)
    pairs = _pairs(gone, come, changes)
    pairs = _only_once(pairs, gone, come, texts)
    if not pairs:
        return tuple(changes)
    moves = list(_moves(pairs, gone, come, changes, texts, categories))
    return tuple(_rebuilt(changes, moves, categories))


def _sentences(
    changes: Sequence[Change],
    links: Sequence[Link],
    texts: Sequence[str],
    fold: Folding,
    number_of_side: int,
) -> _Sentences:
    """The whole sentences that went on one side, or came, inside paragraphs that stayed."""
    side = (Side.OLD, Side.NEW)[number_of_side]
    found: _Sentences = {}
    for number, change in enumerate(changes):
        span = change.span(side)
        link = links[change.link]
        if not change.kind.is_of_words or change.is_frame or span is None or not link.old:
            continue
        if not link.new or change.alterations or span.end - span.start < FEWEST_OF_SENTENCE:
            continue
        text = texts[span.paragraph]
        if not is_whole(text, span.start, span.end):
            continue
        for at, (start, end) in enumerate(sentences_in(text, span.start, span.end)):
            words = tuple(words_in(fold(text[start:end]).casefold()))
            found[number, at] = _Sentence(Span(span.paragraph, start, end), words)
    return found


def _pairs(gone: _Sentences, come: _Sentences, changes: Sequence[Change]) -> _Pairs:
    """Which sentence became which: the same words first, with those beside them, then alike."""
    by_words: dict[tuple[str, ...], list[_Key]] = defaultdict(list)
    for key, sentence in come.items():
        by_words[sentence.words].append(key)
    times = Counter(sentence.words for sentence in gone.values())
    pairs: _Pairs = {}
    for key, sentence in gone.items():
        there = by_words[sentence.words]
        if sentence.tells and times[sentence.words] == len(there) == 1:
            pairs[key] = there[0]
    taken = set(pairs.values())
    for key, other in _alike(
        {k: s for k, s in gone.items() if k not in pairs and s.tells},
        {k: s for k, s in come.items() if k not in taken and s.tells},
    ):
        pairs[key] = other
    apart = {a: b for a, b in pairs.items() if changes[a[0]].link != changes[b[0]].link}
    return _with_neighbours(apart, gone, come)


def _alike(gone: _Sentences, come: _Sentences) -> Iterator[tuple[_Key, _Key]]:
    """The pairs that have most of their words in common, the most alike first."""
    holders: dict[str, list[_Key]] = defaultdict(list)
    for key, sentence in come.items():
        for word in set(sentence.words):
            holders[word].append(key)
    found = []
    for key, sentence in gone.items():
        shared: Counter[_Key] = Counter()
        for word in set(sentence.words):
            if len(holders[word]) <= COMMON_WORD:
                shared.update(holders[word])
        # A set goes through its words in another order every time: ties go by their place.
        for other in sorted(shared, key=lambda one: (-shared[one], one))[:LIKEST_SENTENCES]:
            ratio = Indel.normalized_similarity(sentence.words, come[other].words)
            if ratio >= SENTENCE_ALIKE:
                found.append((-ratio, key, other))
    taken: set[tuple[int, _Key]] = set()
    for _ratio, key, other in sorted(found):
        if (0, key) not in taken and (1, other) not in taken:
            taken |= {(0, key), (1, other)}
            yield key, other


def _with_neighbours(pairs: _Pairs, gone: _Sentences, come: _Sentences) -> _Pairs:
    """The pairs, and the equal sentences right before and right behind them."""
    found = dict(pairs)
    taken = set(pairs.values())
    for key, other in pairs.items():
        for step in (-1, 1):
            one, two = (key[0], key[1] + step), (other[0], other[1] + step)
            while one in gone and two in come and gone[one].words == come[two].words:
                if one in found or two in taken:
                    break
                found[one] = two
                taken.add(two)
                one, two = (one[0], one[1] + step), (two[0], two[1] + step)
    return found


def _only_once(
    pairs: _Pairs,
    gone: _Sentences,
    come: _Sentences,
    texts: tuple[Sequence[str], Sequence[str]],
) -> _Pairs:
    """The pairs without those whose sentence stands elsewhere, too: one is as good as another."""
    said = {
        key: (_said(gone[key], texts[0]), _said(come[other], texts[1]))
        for key, other in pairs.items()
    }
    wanted = {words for both in said.values() for words in both}
    if not wanted:
        return {}
    times = [
        Counter(
            words
            for text in side
            for start, end in sentences_in(text, 0, len(text))
            if (words := without_end(text[start:end])) in wanted
        )
        for side in texts
    ]
    return {
        key: other
        for key, other in pairs.items()
        if all(count[words] <= 1 for count in times for words in said[key])
    }


def _said(sentence: _Sentence, texts: Sequence[str]) -> str:
    span = sentence.span
    return without_end(texts[span.paragraph][span.start : span.end])


def _moves(
    pairs: _Pairs,
    gone: _Sentences,
    come: _Sentences,
    changes: Sequence[Change],
    texts: tuple[Sequence[str], Sequence[str]],
    categories: Categories,
) -> Iterator[tuple[int, int, Change]]:
    """Each move, with the numbers of the changes it is taken out of."""
    runs: list[list[tuple[_Key, _Key]]] = []
    for key in sorted(pairs):
        (number, at), (there, behind) = key, pairs[key]
        before = runs[-1][-1] if runs else None
        if before == ((number, at - 1), (there, behind - 1)):
            runs[-1].append((key, pairs[key]))
        else:
            runs.append([(key, pairs[key])])
    for run in runs:
        (first, other), (last, other_last) = run[0], run[-1]
        old = replace(gone[first].span, end=gone[last].span.end)
        new = replace(come[other].span, end=come[other_last].span.end)
        same = all(_said(gone[k], texts[0]) == _said(come[o], texts[1]) for k, o in run)
        about = () if same else categories(old, new)
        yield first[0], other[0], Change(ChangeKind.MOVE, about, old, new, changes[other[0]].link)


def _rebuilt(
    changes: Sequence[Change],
    moves: Sequence[tuple[int, int, Change]],
    categories: Categories,
) -> Iterator[Change]:
    """The changes in their order, the moves and what else is left in the place of those cut."""
    away: dict[int, list[Span]] = defaultdict(list)
    here: dict[int, list[Change]] = defaultdict(list)
    for number, there, move in moves:
        if move.old is not None:
            away[number].append(move.old)
        here[there].append(move)
    for number, change in enumerate(changes):
        if number not in away and number not in here:
            yield change
        elif change.old is not None and change.new is not None:
            yield from _cut(change, change.old, change.new, away[number], here[number], categories)


def _cut(
    change: Change,
    old: Span,
    new: Span,
    away: Sequence[Span],
    here: Sequence[Change],
    categories: Categories,
) -> Iterator[Change]:
    """What a change is without the sentences that moved away, and with those that moved here."""
    came = {move.new: move for move in here if move.new is not None}
    left, fresh = list(_rest(old, away)), list(_rest(new, list(came)))
    if len(left) == len(fresh) == 1:
        both = {fresh[0]: left[0]}
    else:
        both = {}
        for span in left:
            place = replace(new, end=new.start)
            yield Change(ChangeKind.DELETION, categories(span, place), span, place, change.link)
    for span in sorted([*fresh, *came], key=lambda one: one.start):
        if span in came:
            yield came[span]
            continue
        kind = ChangeKind.REPLACEMENT if span in both else ChangeKind.INSERTION
        before = both.get(span, replace(old, start=old.end))
        yield Change(kind, categories(before, span), before, span, change.link)


def _rest(whole: Span, cut: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch without others that lie in it."""
    at = whole.start
    for span in sorted(cut, key=lambda one: one.start):
        if at < span.start:
            yield replace(whole, start=at, end=span.start)
        at = span.end
    if at < whole.end:
        yield replace(whole, start=at)
