"""Links the paragraphs of two versions, stream by stream, and their page headers beside them."""

from collections.abc import Sequence
from dataclasses import replace

from sverka.alignment import (
    BothCells,
    BothKinds,
    align,
    align_streams,
    linked_beside,
    with_notes_across,
)
from sverka.differences import differ_beside_words
from sverka.model import FOLDED, Alignment, Inspection, Options, Paragraph, Progress, Stage
from sverka.screening import HeaderPair, behind_the_text


def texts_of(version: Inspection) -> list[str]:
    """What the paragraphs of the reading text say."""
    return [paragraph.text for paragraph in version.paragraphs]


def _known_by(version: Inspection) -> list[str]:
    """What the paragraphs are known by when they are linked: their text, or what stands in it."""
    return [
        paragraph.text
        or " ".join(f"{one.kind} {one.digest} {one.words}" for one in paragraph.objects)
        for paragraph in version.paragraphs
    ]


def aligned(old: Inspection, new: Inspection, options: Options, progress: Progress) -> Alignment:
    """The links of the reading texts, those of each stream for themselves."""
    old_texts, new_texts, kinds = _known_by(old), _known_by(new), _kinds(old, new)
    forward = _forward(progress)

    def stream(here: Sequence[int], there: Sequence[int]) -> Alignment:
        return align(
            [old_texts[k] for k in here],
            [new_texts[k] for k in there],
            ignore=options.ignore & FOLDED,
            kinds=kinds and BothKinds([kinds.old[k] for k in here], [kinds.new[k] for k in there]),
            cells=BothCells(
                [old.paragraphs[k].cell for k in here], [new.paragraphs[k].cell for k in there]
            ),
            progress=forward,
        )

    parts = [p.part for p in old.paragraphs], [p.part for p in new.paragraphs]
    return with_notes_across(align_streams(*parts, stream), parts, (old_texts, new_texts))


def _kinds(old: Inspection, new: Inspection) -> BothKinds | None:
    """What each paragraph is, where both formats say so; what is only guessed tells nothing."""
    if not (old.document.traits.structured and new.document.traits.structured):
        return None
    return BothKinds([p.kind for p in old.paragraphs], [p.kind for p in new.paragraphs])


def _forward(progress: Progress) -> Progress:
    """The Progress of several streams one after another, which never goes back."""
    farthest = 0.0

    def report(stage: Stage, fraction: float) -> None:
        nonlocal farthest
        farthest = max(farthest, fraction)
        progress(stage, farthest)

    return report


def with_headers(
    old: Inspection,
    new: Inspection,
    alignment: Alignment,
    headers: Sequence[HeaderPair],
    options: Options,
) -> tuple[Inspection, Inspection, Alignment]:
    """Both versions with the page headers that differ behind their text, and the links of those."""
    apart = [pair for pair in headers if not pair.same or _differ_beside(pair, old, new)]
    if not apart:
        return old, new, alignment
    old, old_indexes = behind_the_text(old, [pair.old for pair in apart])
    new, new_indexes = behind_the_text(new, [pair.new for pair in apart])
    pairs = tuple(zip(old_indexes, new_indexes, strict=True))
    texts = texts_of(old), texts_of(new)
    return old, new, linked_beside(alignment, pairs, texts, options.ignore & FOLDED)


def _differ_beside(pair: HeaderPair, old: Inspection, new: Inspection) -> bool:
    """Whether headers that say the same differ beside their words."""
    if pair.old is None or pair.new is None:
        return False
    return differ_beside_words(_only(old, pair.old.paragraph), _only(new, pair.new.paragraph))


def _only(version: Inspection, paragraph: Paragraph) -> Inspection:
    """The version as if this paragraph were all of its text."""
    return replace(version, screening=replace(version.screening, paragraphs=(paragraph,)))
