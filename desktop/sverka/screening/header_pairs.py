"""Pairs the page headers and footers of one version with those of the other."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from sverka.model import Document, FindingKind, HeaderPages, Inspection, Side
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.furniture.furniture_weights import FEW_PAGES
from sverka.screening.header_entries import HeaderEntry, header_entries
from sverka.screening.lines.line_keys import letters_of


@dataclass(frozen=True, slots=True)
class HeaderPair:
    """An entry of the old version and what became of it in the new one.

    One of them is None where a header was added or removed. `stays` is the side on which it is
    still the header of other pages.
    """

    old: HeaderEntry | None
    new: HeaderEntry | None
    same: bool = False
    stays: Side | None = None


_Left = tuple[list[HeaderEntry], list[HeaderEntry]]
_Places = Callable[[HeaderEntry], frozenset[tuple[HeaderPages, int]]]


def header_pairs(old: Inspection, new: Inspection) -> tuple[HeaderPair, ...]:
    """Each entry of either version with its like, in the order of the new version.

    Headers that say the same find each other first, then those that say nearly the same, then the
    only ones left on either side. What stands in the text of one version only is an artifact, no
    header that came or went; where both formats tell headers from text, one without its like was
    added or removed.
    """
    left: _Left = list(header_entries(old)), list(header_entries(new))
    _drop_of_one_kind_of_file(left)
    alike = _sort_of(old.document) == _sort_of(new.document)
    order = [{entry.findings: k for k, entry in enumerate(side)} for side in left]
    places = _places_of(left)
    pairs = [*_same(left, _on_like_pages), *_in_places_of_others(left, places), *_same(left)]
    if not alike:
        _drop_set_otherwise(left)
    pairs += _changed(left, alike)
    pairs += _on_some_pages(left, pairs, places)
    if _knows_headers(old.document) and _knows_headers(new.document) and alike:
        pairs += [HeaderPair(entry, None) for entry in left[0]]
        pairs += [HeaderPair(None, entry) for entry in left[1]]

    def place(pair: HeaderPair) -> tuple[bool, int]:
        sides = zip(order, (pair.old, pair.new), strict=True)
        *_, last = (known[one.findings] for known, one in sides if one is not None)
        return pair.new is None, last

    return tuple(sorted(pairs, key=place))


def behind_the_text(
    version: Inspection, entries: Sequence[HeaderEntry | None]
) -> tuple[Inspection, tuple[int | None, ...]]:
    """The version with these headers behind its reading text, and the index of each there."""
    paragraphs = list(version.paragraphs)
    indexes: list[int | None] = []
    for entry in entries:
        indexes.append(None if entry is None else len(paragraphs))
        if entry is not None:
            paragraphs.append(entry.paragraph)
    screening = replace(version.screening, paragraphs=tuple(paragraphs))
    return replace(version, screening=screening), tuple(indexes)


def _sort_of(document: Document) -> tuple[bool, bool]:
    return document.traits.structured, document.traits.printed_lines


def _knows_headers(document: Document) -> bool:
    """Whether a header of the document is sure to be known for one."""
    traits, pages = document.traits, document.properties.pages or 0
    return traits.knows_headers or (traits.printed_lines and pages > FEW_PAGES)


def _on_like_pages(old: HeaderEntry, new: HeaderEntry) -> bool:
    """Whether some page of the one is like one of the other: a first, an even, another one."""
    pages = [{pages for pages, _section in entry.printed} for entry in (old, new)]
    return not all(pages) or not pages[0].isdisjoint(pages[1])


def _places_of(left: _Left) -> _Places:
    """What says where an entry is printed: without its sections where their numbers shifted."""
    last = [
        max((section for one in side for _pages, section in one.printed), default=0)
        for side in left
    ]
    if last[0] == last[1]:
        return lambda entry: entry.printed
    return lambda entry: frozenset((pages, 0) for pages, _section in entry.printed)


def _in_places_of_others(left: _Left, places: _Places) -> Iterator[HeaderPair]:
    """Takes those of which one stands where another stood that went to other pages."""
    readings = [{entry.reading for entry in side} for side in left]
    for old in tuple(left[0]):
        for new in left[1]:
            went = old.reading in readings[1] or new.reading in readings[0]
            differ = old.kind is new.kind and old.reading != new.reading
            if went and differ and places(old) & places(new):
                yield _taken(left, old, new)
                break


def _same(
    left: _Left, allowed: Callable[[HeaderEntry, HeaderEntry], bool] = lambda old, new: True
) -> Iterator[HeaderPair]:
    """Takes those that say the same; first where they are the same kind of thing, too."""
    keys: tuple[Callable[[HeaderEntry], Iterable[Hashable]], ...] = (
        lambda entry: [(entry.reading, entry.kind, entry.own)],
        lambda entry: [(entry.reading, entry.own)],
        lambda entry: [entry.reading],
        lambda entry: [entry.reading, entry.otherwise or entry.reading],
    )
    for key in keys:
        for old in tuple(left[0]):
            told = set(key(old))
            like = (one for one in left[1] if told.intersection(key(one)) and allowed(old, one))
            new = next(like, None)
            if new is not None:
                yield _taken(left, old, new, same=True)


def _taken(left: _Left, old: HeaderEntry, new: HeaderEntry, *, same: bool = False) -> HeaderPair:
    left[0].remove(old)
    left[1].remove(new)
    return HeaderPair(old, new, same)


def _drop_of_one_kind_of_file(left: _Left) -> None:
    """Drop what stands around the text of a web page where the other version is none."""
    kinds = [[entry.kind for entry in side] for side in left]
    if not all(FindingKind.SURROUNDINGS in each for each in kinds):
        for side in left:
            side[:] = [entry for entry in side if entry.kind is not FindingKind.SURROUNDINGS]


def _drop_set_otherwise(left: _Left) -> None:
    """Drop what the other format only sets otherwise: in capitals, in other lines, in one row."""
    letters = [[letters_of(entry.paragraph.text) for entry in side] for side in left]
    for side, mine, others in zip(left, letters, reversed(letters), strict=True):
        joined = "".join(others)
        side[:] = [
            entry for entry, said in zip(tuple(side), mine, strict=True) if said not in joined
        ]


def _changed(left: _Left, alike: bool) -> Iterator[HeaderPair]:
    """Takes those of which one became the other, the likest first."""
    if len(left[0]) * len(left[1]) > weights.MOST_PAIRS:
        return
    olds, news = tuple(left[0]), tuple(left[1])
    likeness = {
        (i, j): Indel.normalized_similarity(old.reading.casefold(), new.reading.casefold())
        for i, old in enumerate(olds)
        for j, new in enumerate(news)
        if old.kind is new.kind or not (alike and old.own and new.own)
    }
    # Whichever version is the old one: among those as like as each other their words decide.
    for i, j in sorted(
        likeness,
        key=lambda pair: (
            -likeness[pair],
            sorted((olds[pair[0]].reading, news[pair[1]].reading)),
            pair,
        ),
    ):
        old, new = olds[i], news[j]
        if old not in left[0] or new not in left[1]:
            continue
        if likeness[i, j] >= weights.ALIKE_HEADERS or (
            old.own == new.own and _is_only(old, left[0]) and _is_only(new, left[1])
        ):
            yield _taken(left, old, new)


def _on_some_pages(left: _Left, pairs: Sequence[HeaderPair], places: _Places) -> list[HeaderPair]:
    """Takes those that stand, on some pages, in place of one which stays that of others."""
    stayed = [(one.old, one.new) for one in pairs if one.same and one.old and one.new]
    found = []
    for come in tuple(left[1]):
        for was, now in stayed:
            if come.kind is was.kind and places(come) & (places(was) - places(now)):
                left[1].remove(come)
                found.append(HeaderPair(_where(come, was), come, stays=Side.OLD))
                break
    for gone in tuple(left[0]):
        for was, now in stayed:
            if gone.kind is now.kind and places(gone) & (places(now) - places(was)):
                left[0].remove(gone)
                found.append(HeaderPair(gone, _where(gone, now), stays=Side.NEW))
                break
    return found


def _where(other: HeaderEntry, entry: HeaderEntry) -> HeaderEntry:
    """The entry as that of the pages where the other one stands in its place."""
    first, *rest = entry.paragraph.sources
    first = replace(first, printed_on=other.paragraph.sources[0].printed_on)
    return replace(entry, paragraph=replace(entry.paragraph, sources=(first, *rest)))


def _is_only(entry: HeaderEntry, left: Sequence[HeaderEntry]) -> bool:
    return not any(other.kind is entry.kind for other in left if other is not entry)
