"""Step 1: every paragraph becomes a number, the same number where the text counts as the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from sverka.alignment.arrays import Bools, Ints
from sverka.alignment.characters import (
    INVISIBLE,
    OTHER_SPACE,
    PLAIN_SPACE,
    SINGLE,
    CharacterTable,
    codes_of,
)
from sverka.alignment.folding import folded, reading_of
from sverka.model import Ignore

BATCH = 1 << 17
"""Characters looked at in one go: small enough that the arrays stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The paragraphs of both sides as key numbers from 0, and what is known of every key.

    `texts` are tidied texts, `lengths` their lengths in code points; `anchoring` says whether a
    key holds a letter or a digit: empty and punctuation-only paragraphs never anchor.
    """

    old: Ints
    new: Ints
    texts: list[str]
    lengths: Ints
    anchoring: Bools


def intern(
    old: Sequence[str], new: Sequence[str], ignore: frozenset[Ignore], table: CharacterTable
) -> Keys:
    """Number the paragraphs; equal numbers mean equal text, in NFC and with spaces collapsed."""
    raw = list(dict.fromkeys(chain(old, new)))
    numbers = dict(zip(raw, range(len(raw)), strict=True))
    old_ids = np.fromiter(map(numbers.__getitem__, old), np.int64, len(old))
    new_ids = np.fromiter(map(numbers.__getitem__, new), np.int64, len(new))
    untidy, anchoring = _look_at(raw, table)
    if ignore:
        untidy = np.arange(len(raw))
    if len(untidy):
        raw, renumbering, first = _merged(raw, untidy, ignore)
        old_ids, new_ids = renumbering[old_ids], renumbering[new_ids]
        anchoring = anchoring[first]
    lengths = np.fromiter(map(len, raw), np.int64, len(raw))
    return Keys(old_ids, new_ids, raw, lengths, anchoring & (lengths > 0))


def _merged(
    raw: list[str], untidy: Ints, ignore: frozenset[Ignore]
) -> tuple[list[str], Ints, Ints]:
    """Tidy the texts that need it and number again: texts, new number of each, first of each."""
    reading = reading_of(ignore)
    texts = list(raw)
    for k in untidy.tolist():
        texts[k] = reading(raw[k])
    keys = (
        [folded(t, frozenset({Ignore.SPACING})) for t in texts]
        if (Ignore.SPACING in ignore)
        else texts
    )
    numbers: dict[str, int] = {}
    renumbering = np.fromiter(
        (numbers.setdefault(key, len(numbers)) for key in keys), np.int64, len(keys)
    )
    first = np.zeros(len(numbers), np.int64)
    first[renumbering[::-1]] = np.arange(len(keys))[::-1]
    return [texts[k] for k in first.tolist()], renumbering, first


def batches(lengths: Ints, size: int = BATCH) -> list[tuple[int, int]]:
    """Cut texts of these lengths into ranges of about `size` characters, at least one text each."""
    ends = np.cumsum(lengths + 1)
    total = int(ends[-1]) if len(ends) else 0
    cuts = np.searchsorted(ends, np.arange(size, total, size), "left") + 1
    bounds = np.unique(np.concatenate(([0], cuts, [len(lengths)]))).tolist()
    return list(pairwise(bounds))


def _look_at(texts: list[str], table: CharacterTable) -> tuple[Ints, Bools]:
    """Which texts may need tidying, and which hold a letter or a digit."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    untidy = np.zeros(len(texts), np.bool_)
    anchoring = np.zeros(len(texts), np.bool_)
    for first, last in batches(lengths):
        # A space after each text makes leading and trailing space look like a double one.
        joined = " ".join(texts[first:last]) + " "
        kinds = table.kinds(codes_of(joined))
        ends = np.cumsum(lengths[first:last] + 1)
        highest = np.maximum.reduceat(kinds, ends - lengths[first:last] - 1)
        anchoring[first:last] = highest >= SINGLE
        blank = kinds <= OTHER_SPACE
        odd = (kinds == OTHER_SPACE) | (kinds == INVISIBLE)
        odd[1:] |= blank[1:] & blank[:-1]
        odd[0] |= kinds[0] == PLAIN_SPACE
        untidy[
            first + np.searchsorted(ends, np.flatnonzero(odd), "right").clip(max=last - first - 1)
        ] = True
        if not joined.isascii():
            untidy[first:last] |= _not_composed(joined, texts[first:last])
    return np.flatnonzero(untidy), anchoring


def _not_composed(joined: str, texts: list[str]) -> Bools:
    from unicodedata import is_normalized

    if is_normalized("NFC", joined):
        return np.zeros(len(texts), np.bool_)
    return np.fromiter((not is_normalized("NFC", t) for t in texts), np.bool_, len(texts))
