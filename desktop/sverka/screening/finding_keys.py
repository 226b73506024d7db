"""Names findings by what they say, so that decisions and remarks find theirs again."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import TypeAlias

from sverka.model import Decision, Document, Finding, FindingKind, Side, Spot

FormerPlace: TypeAlias = tuple[str, int, int]
"""Kind, block and first character: what a finding was known by in files saved until 0.1."""

_FORMER_KEY = re.compile(r"(\w+):([\w-]+):([0-9]{1,15}):([0-9]{1,15})")
"""Such a place as it was written: "old:running-header:7:0"."""


class FindingKeys:
    """Gives the findings of one version their keys, in the order in which they are found.

    A key is of the version, the kind and the text; alike findings are counted, so that no two share
    one. The text around is left out: what is added elsewhere in the file leaves a key as it is, and
    so does a decision, after which the text reads differently. `found` are findings that have
    their keys already.
    """

    def __init__(self, side: Side, found: Iterable[Finding] = ()) -> None:
        self._side = side
        self._times = Counter(key_of_finding(side, known.kind, known.text) for known in found)
        self._given: dict[tuple[str, Spot], str] = {}

    def key(self, kind: FindingKind, text: str, at: Spot | None = None) -> str:
        """The key of the next finding of this kind and text.

        What is asked for at the same spot `at` again is the same finding.
        """
        plain = key_of_finding(self._side, kind, text)
        if at is not None and (plain, at) in self._given:
            return self._given[plain, at]
        self._times[plain] += 1
        times = self._times[plain]
        key = f"{plain}-{times}" if times > 1 else plain
        if at is not None:
            self._given[plain, at] = key
        return key


_OF_PARAGRAPHS = frozenset(
    {FindingKind.HARD_WRAP, FindingKind.DUPLICATE_PARAGRAPH, FindingKind.REPEATED_BLOCK}
)
"""Kinds whose text is whole paragraphs of the reading text, which decisions about the hyphens and
line ends inside them change."""


def key_of_finding(side: Side, kind: FindingKind, text: str) -> str:
    """The key of the first finding of this kind and text in a version.

    Of whole paragraphs only the letters and digits count.
    """
    if kind in _OF_PARAGRAPHS:
        text = "".join(filter(str.isalnum, text)) or text
    said = "\0".join((side, kind, text))
    return "f-" + blake2b(said.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()


def former_decisions(
    document: Document, side: Side, decisions: Mapping[str, Decision]
) -> dict[FormerPlace, Decision]:
    """The decisions that older files keep by position ("old:running-header:7:0").

    Blocks without text did not count when those files were written.
    """
    placed = [
        (place, decision)
        for key, decision in decisions.items()
        if (place := _former_place(key, side)) is not None
    ]
    if not placed:
        return {}
    worded = [index for index, block in enumerate(document.blocks) if block.text.strip()]
    return {
        (kind, worded[block], start): decision
        for (kind, block, start), decision in placed
        if block < len(worded)
    }


def _former_place(key: str, side: Side) -> FormerPlace | None:
    match = _FORMER_KEY.fullmatch(key)
    if match is None or match[1] != side:
        return None
    return match[2], int(match[3]), int(match[4])
