"""Aligns the streams of two documents each with its like, and puts the links together again."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from rapidfuzz.distance import Indel

from sverka.model import Alignment, Ignore, Link, LinkKind, Part
from sverka.text.folding import fold_for

_NOTES = {Part.FOOTNOTE: Part.ENDNOTE, Part.ENDNOTE: Part.FOOTNOTE}
"""What a note may become; the other of the two."""

Align: TypeAlias = Callable[[Sequence[int], Sequence[int]], Alignment]
"""Asked for the paragraphs of a stream, by index in either version: their links."""


def align_streams(old_parts: Sequence[Part], new_parts: Sequence[Part], align: Align) -> Alignment:
    """The links of all paragraphs, of which `old_parts` and `new_parts` say the streams.

    Notes, text boxes and comments are linked only with their like where both versions have such;
    what only one version tells from its body is aligned together with the body.
    """
    own = (set(old_parts) & set(new_parts)) - {Part.BODY}
    if not own:
        return align(range(len(old_parts)), range(len(new_parts)))
    ordered: list[tuple[float, Link]] = []
    for part in (None, *dict.fromkeys(part for part in new_parts if part in own)):
        old, new = (
            [k for k, each in enumerate(parts) if (each if each in own else None) == part]
            for parts in (old_parts, new_parts)
        )
        ordered += _placed(align(old, new).links, old, new)
    ordered.sort(key=lambda one: one[0])
    return Alignment(tuple(link for _, link in ordered))


def _placed(
    links: Sequence[Link], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[float, Link]]:
    """Each link of a stream in the numbers of the whole, and where it is read in the new version.

    What was deleted is read after the link before it.
    """
    place = (new[0] if new else 0) - 0.5
    for link in links:
        if link.new:
            place = new[link.new[0]]
        yield (
            place,
            Link(
                tuple(old[k] for k in link.old),
                tuple(new[k] for k in link.new),
                link.kind,
                link.moved,
                link.similarity,
            ),
        )


def with_notes_across(
    alignment: Alignment,
    parts: tuple[Sequence[Part], Sequence[Part]],
    texts: tuple[Sequence[str], Sequence[str]],
) -> Alignment:
    """The alignment in which footnotes that became endnotes, or the other way round, are linked.

    Only those with the very same words: the streams were aligned apart.
    """
    gone: dict[tuple[Part, str], deque[int]] = {}
    for link in alignment.links:
        if not link.new and len(link.old) == 1 and parts[0][link.old[0]] in _NOTES:
            old = link.old[0]
            gone.setdefault((parts[0][old], texts[0][old]), deque()).append(old)
    if not gone:
        return alignment
    linked: dict[int, int] = {}
    for link in alignment.links:
        part = parts[1][link.new[0]] if len(link.new) == 1 and not link.old else None
        waiting = gone.get((_NOTES[part], texts[1][link.new[0]])) if part in _NOTES else None
        if waiting:
            linked[link.new[0]] = waiting.popleft()
    taken = frozenset(linked.values())
    kept = (link for link in alignment.links if link.new or not taken.issuperset(link.old))
    return Alignment(
        tuple(
            Link((linked[link.new[0]],), link.new, LinkKind.EQUAL)
            if not link.old and len(link.new) == 1 and link.new[0] in linked
            else link
            for link in kept
        )
    )


def linked_beside(
    alignment: Alignment,
    pairs: Sequence[tuple[int | None, int | None]],
    texts: tuple[Sequence[str], Sequence[str]],
    ignore: frozenset[Ignore],
) -> Alignment:
    """The alignment with paragraphs linked beside it, as `pairs` say by their indexes."""
    links = [_linked(old, new, texts, ignore) for old, new in pairs]
    return Alignment((*alignment.links, *links)) if links else alignment


def _linked(
    old: int | None,
    new: int | None,
    texts: tuple[Sequence[str], Sequence[str]],
    ignore: frozenset[Ignore],
) -> Link:
    if old is None or new is None:
        here = tuple(index for index in (old, new) if index is not None)
        kind = LinkKind.DELETED if new is None else LinkKind.INSERTED
        return Link(here if new is None else (), here if old is None else (), kind, similarity=0.0)
    fold, before, after = fold_for(ignore), texts[0][old], texts[1][new]
    kind = LinkKind.EQUAL if fold(before) == fold(after) else LinkKind.EDITED
    similarity = Indel.normalized_similarity(before.split(), after.split())
    return Link((old,), (new,), kind, similarity=similarity)
