"""Says when neighbouring paragraphs are better compared as one text than each with its own.

A sentence that left the end of one paragraph for the beginning of the next, a split and a merge at
once: paragraph by paragraph such words would be marked twice, though only marks changed places.
"""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Indel

MOST_PARAGRAPHS: Final = 12
MOST_CHARACTERS: Final = 20_000
"""Beyond these, paragraphs are not tried as one. Bound: the work grows with the product."""

LEAST_SAVED: Final = 20
"""Characters that must be spared at least. Set: about a short clause."""

SHARE_SAVED: Final = 0.4
"""The share of what would be marked that must be spared. Set: texts that have nothing to do with
each other share about a third in spaces and small words, which nobody wants to see kept."""

_WORDS = re.compile(r"\w+|\s|[^\w\s]")
_MARK = "¶"


def better_as_one(
    old: Sequence[str], new: Sequence[str], linked: Sequence[tuple[Sequence[str], Sequence[str]]]
) -> bool:
    """Whether these paragraphs should be one stretch; `linked` is what would be compared else.

    `old` and `new` are all of them; what stands in no link would be deleted and inserted whole.
    """
    if not old or not new or len(old) + len(new) == 2 or max(len(old), len(new)) > MOST_PARAGRAPHS:
        return False
    length = sum(map(len, old)) + sum(map(len, new))
    if length > MOST_CHARACTERS:
        return False
    inside = sum(len(text) for pair in linked for side in pair for text in side)
    apart = length - inside + sum(_marked(*pair) for pair in linked)
    if apart < LEAST_SAVED:
        return False
    return apart - _marked(old, new) >= max(LEAST_SAVED, SHARE_SAVED * apart)


def _marked(old: Sequence[str], new: Sequence[str]) -> int:
    """How many characters are marked where the one text becomes the other."""
    a, b = (_WORDS.findall(_MARK.join(side)) for side in (old, new))
    marked = 0
    for step in Indel.opcodes(a, b):
        if step.tag != "equal":
            here = (*a[step.src_start : step.src_end], *b[step.dest_start : step.dest_end])
            marked += sum(len(one) for one in here if one != _MARK)
    return marked
