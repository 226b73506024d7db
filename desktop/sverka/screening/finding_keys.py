"""Names findings by what they say, so that decisions and remarks find theirs again."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeAlias

from sverka.model import Decision, Document, Finding, FindingKind, Side
from sverka.patterns import late_pattern

FormerPlace: TypeAlias = tuple[str, int, int]
"""Kind, block and first character: what a finding was known by in files saved until 0.1."""

_FORMER_KEY = late_pattern(r"(\w+):([\w-]+):([0-9]{1,15}):([0-9]{1,15})")
"""Such a place as it was written: "old:running-header:7:0"."""


Around: TypeAlias = Callable[[Finding], tuple[str, str]]
"""The words before and after a finding, whatever is decided about others."""

_KEY = late_pattern(r"(f-[0-9a-f]+)([.-])([0-9a-f]{8})[.-]([0-9a-f]{8})(?:-[0-9]+)?")
_NOTHING = "0" * 8
"""Stands for words before or after where there are none."""


def keys_of(findings: Sequence[Finding], around: Around) -> list[str]:
    """The keys of findings that stand in the order of the text.

    A key is of the version, the kind and the text, and of the words around, by which alike findings
    are told apart: what is added elsewhere in the file leaves it as it is. A key says as well if
    the finding has no like ("." in it, else "-"). Only those alike in all are counted.
    """
    plain = [plain_key(finding) for finding in findings]
    alike = Counter(plain)
    times: Counter[str] = Counter()
    keys = []
    for finding, said in zip(findings, plain, strict=True):
        before, after = map(_of_words, around(finding))
        key = (f"{said}-{before}-{after}", f"{said}.{before}.{after}")[alike[said] == 1]
        times[key] += 1
        keys.append(f"{key}-{times[key]}" if times[key] > 1 else key)
    return keys


def _of_words(words: str) -> str:
    return _digest(words, 4) if words else _NOTHING


def _digest(said: str, size: int) -> str:
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


_OF_PARAGRAPHS = frozenset(
    {FindingKind.HARD_WRAP, FindingKind.DUPLICATE_PARAGRAPH, FindingKind.REPEATED_BLOCK}
)
"""Kinds whose text is whole paragraphs of the reading text, which decisions about the hyphens and
line ends inside them change."""


def plain_key(finding: Finding) -> str:
    """What findings of the same kind and text in a version have in common.

    Of whole paragraphs only the letters and digits count.
    """
    text = finding.text
    if finding.kind in _OF_PARAGRAPHS:
        text = "".join(filter(str.isalnum, text)) or text
    return "f-" + _digest("\0".join((finding.side, finding.kind, text)), 9)


def known_by(stored: Iterable[str], keys: Sequence[str]) -> dict[str, str]:
    """Under which of the `stored` keys each finding of `keys` is known, for those that are.

    A finding is known by its own key; then by one with the same words around, or on one side of it
    where no other has them; then, if it has no like and had none, by what it says alone. Files of
    version 0.1 count alike findings: the first is known by what it says, the third by that with -3.
    """
    waiting = dict.fromkeys(stored)
    found = {key: key for key in keys if key in waiting}
    if len(found) == len(waiting):
        return found
    families: dict[str, list[str]] = {}
    for key in keys:
        families.setdefault(_family(key), []).append(key)
    left: dict[str, list[str]] = {}
    for key in waiting:
        if key not in found:
            left.setdefault(_family(key), []).append(key)
    for family, former in left.items():
        _find_in(family, former, families.get(family, ()), found)
    return found


def _find_in(
    family: str, stored: Sequence[str], keys: Sequence[str], found: dict[str, str]
) -> None:
    """Put into `found` which of the `keys` of a family are known by which of the `stored`."""
    same: dict[str, list[str]] = {}
    for former in stored:
        if former not in found:
            same.setdefault(_around(former), []).append(former)
    for key in keys:
        if key not in found and (words := _around(key)) and same.get(words):
            found[key] = same[words].pop(0)
    for likeness in (_before, _after, _alone):
        waiting, asking = Counter(map(likeness, stored)), Counter(map(likeness, keys))
        used = set(found.values())
        by = {likeness(former): former for former in stored if former not in used}
        for key in keys:
            like = likeness(key)
            if like in by and like and key not in found and waiting[like] == asking[like] == 1:
                found[key] = by[like]
    for number, key in enumerate(keys, 1):
        counted = family if number == 1 else f"{family}-{number}"
        if key not in found and counted in stored:
            found[key] = counted


def _family(key: str) -> str:
    """What alike findings have in common, of a key of today or of 0.1."""
    return "f-" + re.split(r"[.-]", key.removeprefix("f-"), maxsplit=1)[0]


def _around(key: str) -> str:
    parts = _KEY.fullmatch(key)
    return f"{parts[3]} {parts[4]}" if parts else ""


def _before(key: str) -> str:
    parts = _KEY.fullmatch(key)
    return parts[3] if parts and parts[3] != _NOTHING else ""


def _after(key: str) -> str:
    parts = _KEY.fullmatch(key)
    return parts[4] if parts and parts[4] != _NOTHING else ""


def _alone(key: str) -> str:
    parts = _KEY.fullmatch(key)
    return parts[1] if parts and parts[2] == "." else ""


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
