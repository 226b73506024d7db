"""Says how much of two versions is the same text: little means they may be the wrong files."""

from collections.abc import Sequence

from sverka.alignment import thresholds
from sverka.model import Alignment


def agreement(
    alignment: Alignment, old_texts: Sequence[str], new_texts: Sequence[str]
) -> float | None:
    """The share of the characters of both versions that are linked, by how alike they are.

    None where there is too little text to say.
    """
    total = sum(map(len, old_texts)) + sum(map(len, new_texts))
    if not all(map(any, (old_texts, new_texts))) or total < thresholds.LEAST_TEXT:
        return None
    linked = sum(
        link.similarity
        * (sum(len(old_texts[k]) for k in link.old) + sum(len(new_texts[k]) for k in link.new))
        for link in alignment.links
        if link.old and link.new
    )
    return linked / total


def hardly_agree(
    alignment: Alignment, old_texts: Sequence[str], new_texts: Sequence[str]
) -> float | None:
    """The share that agrees, where it is so small that one asks whether the files are right."""
    share = agreement(alignment, old_texts, new_texts)
    return share if share is not None and share < thresholds.HARDLY_AGREES else None
