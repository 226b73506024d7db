"""Looks whether a redline paints more than it has to: what both versions say stays unpainted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree
from rapidfuzz.distance import LCSseq

from sverka.model import Flaw, FlawCode, Layer
from sverka.redline.verification.painted_text import (
    END_OF_PARAGRAPH,
    PaintedParagraph,
    PaintedWord,
    Painting,
    painted,
)
from sverka.redline.verification.settling import Ours

EDGE_WORDS = 2
"""Words in a row at the beginning or the end of both a deletion and its insertion that are too
many: a writer that leaves them in did not look. One may be left, to be read with the rest."""

RUN_WORDS = 5
"""Words in a row inside of both that are more than a coincidence."""

SHARE = 0.5
"""Of paragraphs that were deleted and inserted as a whole: the share of the smaller that such rows
make, from which the one was made from the other. Two texts about one matter share phrases."""

LONG_RUN = 14
"""Words in a row that are nobody's second invention, in such paragraphs too."""

MOVED_WORDS = 4
"""Words of a paragraph whose deletion here and insertion there is a move; fewer are said often."""

_SEARCHED = 200_000_000
"""Words of one times words of the other that are searched for what both say: 25 MB, a second."""


class _Cluster(NamedTuple):
    """What is painted without a kept word between: its deleted and inserted words.

    `whole` where it is all of a paragraph, or `crosses` the end of one.
    """

    deleted: tuple[PaintedWord, ...]
    inserted: tuple[PaintedWord, ...]
    paragraph: int
    whole: bool
    crosses: bool = False


def look_at_paint(root: etree._Element, ours: Ours, *, moves: bool = True) -> Iterator[Flaw]:
    """What a part of a redline paints twice. `moves`: whether those are to be told as such."""
    paragraphs = list(painted(root, ours))
    for cluster in _clusters(paragraphs):
        yield from _twice(cluster)
    if moves:
        yield from _unmarked_moves(paragraphs)


def _clusters(paragraphs: Sequence[PaintedParagraph]) -> Iterator[_Cluster]:
    deleted: list[PaintedWord] = []
    inserted: list[PaintedWord] = []
    began, kept_before, crosses = 0, False, False
    for number, paragraph in enumerate(paragraphs):
        for one in paragraph.words:
            if one.paint is Painting.DELETED or one.paint is Painting.INSERTED:
                if not deleted and not inserted:
                    began = number
                (deleted if one.paint is Painting.DELETED else inserted).append(one)
                crosses = crosses or one.text == END_OF_PARAGRAPH
                continue
            if deleted and inserted:
                whole = crosses or not (kept_before or one.text != END_OF_PARAGRAPH)
                yield _Cluster(tuple(deleted), tuple(inserted), began, whole, crosses)
            deleted, inserted, crosses = [], [], False
            kept_before = one.text != END_OF_PARAGRAPH
    if deleted and inserted:
        yield _Cluster(tuple(deleted), tuple(inserted), began, whole=True, crosses=True)


def _twice(cluster: _Cluster) -> Iterator[Flaw]:
    old, new = _keys(cluster.deleted), _keys(cluster.inserted)
    if len(old) * len(new) > _SEARCHED:
        yield from _large(cluster)
        return
    runs = list(_runs(old, new))
    if old == new and _count(old):
        yield _flaw(FlawCode.PAINTED_TWICE, old, cluster.paragraph)
        return
    if not cluster.whole:
        edges = [_edge(old, new), _edge(old[::-1], new[::-1])[::-1]]
        found = next((edge for edge in edges if _count(edge) >= EDGE_WORDS), None)
        found = found or next((run for run in runs if _count(run) >= RUN_WORDS), None)
    else:
        fewest = RUN_WORDS if cluster.crosses else EDGE_WORDS
        long = [run for run in runs if _count(run) >= fewest]
        smaller = max(1, min(_count(old), _count(new)))
        shared = sum(map(_count, long)) / smaller >= SHARE
        found = next((run for run in long if shared or _count(run) >= LONG_RUN), None)
    if found is not None:
        yield _flaw(FlawCode.PAINTED_TWICE, found, cluster.paragraph)


def _large(cluster: _Cluster) -> Iterator[Flaw]:
    """Of very much text: whether paragraphs as a whole stand in both."""
    both = _paragraph_texts(cluster.deleted) & _paragraph_texts(cluster.inserted)
    for text in sorted(both, key=len, reverse=True):
        if len(text.split()) >= RUN_WORDS:
            yield _flaw(FlawCode.PAINTED_TWICE, [(text, "")], cluster.paragraph)
            return


def _paragraph_texts(words: Sequence[PaintedWord]) -> set[str]:
    return set("".join(one.text for one in words).split(END_OF_PARAGRAPH))


def _keys(words: Sequence[PaintedWord]) -> list[tuple[str, str]]:
    return [(one.text, one.link) for one in words]


def _edge(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[str, str]]:
    both = 0
    while both < min(len(old), len(new)) and old[both] == new[both]:
        both += 1
    return old[:both]


def _runs(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> Iterator[list[tuple[str, str]]]:
    """The longest rows of words that both have in the same order."""
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            yield old[step.src_start : step.src_end]


def _count(words: Sequence[tuple[str, str]]) -> int:
    return sum(text[0].isalnum() for text, _link in words if text)


def _unmarked_moves(paragraphs: Sequence[PaintedParagraph]) -> Iterator[Flaw]:
    """Paragraphs that are deleted here and inserted there, word for word."""
    gone: Counter[str] = Counter()
    come: Counter[str] = Counter()
    places: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs):
        paints = {one.paint for one in paragraph.words}
        text = "".join(one.text for one in paragraph.words)
        if (
            len(paints) > 1
            or paragraph.in_table
            or not paints & {Painting.DELETED, Painting.INSERTED}
        ):
            continue
        (gone if Painting.DELETED in paints else come)[text] += 1
        places[text] = number
    for text in gone.keys() & come.keys():
        alone = gone[text] == come[text] == 1
        if alone and _count([(w, "") for w in text.split()]) >= MOVED_WORDS:
            yield _flaw(FlawCode.MOVE_PAINTED, [(text.rstrip("¶"), "")], places[text])


def _flaw(code: FlawCode, said: Sequence[tuple[str, str]], paragraph: int) -> Flaw:
    text = "".join(word for word, _link in said).strip()
    return Flaw(Layer.MINIMALITY, code, None, None, paragraph, subject=text)
