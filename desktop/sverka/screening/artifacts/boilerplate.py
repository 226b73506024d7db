"""Closing blocks that releases carry along, such as "About us", and how they drifted apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from sverka.model import (
    BlockKind,
    Decision,
    Finding,
    FindingKind,
    Paragraph,
    Reason,
    ReasonCode,
    Screening,
    Side,
    Span,
    Tier,
    Verdict,
)
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.repeats import differing_words, differs
from sverka.screening.assembly.offsets import spots_of
from sverka.screening.finding_keys import keys_of
from sverka.screening.lines.line_keys import key_of

_CUE = late_pattern(
    r"(?:о нас|о компании|об организации|об агентстве|об издании|о банке|о фонде|о проекте|о группе"
    r"|об? [А-ЯЁ«][^.!?]{1,60}$|справка|справочно|для справки|справочная информация"
    r"|отказ от ответственности|правовая информация|контакты(?: для (?:сми|прессы))?|пресс-служба"
    r"|примечание для редакторов|маалымат үчүн|биз жөнүндө|байланыш"
    r"|about us|about [A-Z«“][^.!?]{1,60}$|boilerplate|disclaimer|legal notice|safe harbou?r"
    r"|forward-looking statements|notes? to editors|(?:press|media) contacts?|contacts?"
    r"|über uns|über [A-Z][^.!?]{1,60}$|haftungsausschluss|pressekontakt|impressum"
    r"|à propos(?: d[e'’u].{1,60})?$|mentions légales|contact presse"
    r"|hakkımızda|acerca de.{0,60}$|关于我们|免责声明|من نحن)",
    re.IGNORECASE,
)
_WORD = late_pattern(r"\w+")
_DRIFTED = "a block that drifted", ""
"""Stands for the words around: the block may stand twice besides, and is a finding then too."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A closing block: paragraphs [start, end), and the words it is named by."""

    name: str
    start: int
    end: int
    words: tuple[str, ...]


def drifted_blocks(old: Screening, new: Screening) -> list[Finding]:
    """A finding in the new version for each closing block that both have but in other words."""
    found = [
        _finding(new.paragraphs, block, other)
        for other, block in _pairs(list(_blocks(old.paragraphs)), list(_blocks(new.paragraphs)))
        if Indel.normalized_similarity(other.words, block.words) >= weights.SAME_BLOCK
    ]
    keys = keys_of(found, lambda finding: _DRIFTED)
    return [replace(finding, key=key) for finding, key in zip(found, keys, strict=True)]


def _pairs(before: Sequence[_Block], after: Sequence[_Block]) -> Iterator[tuple[_Block, _Block]]:
    """The blocks of one name that read differently, in their order; several may have a name.

    Those that both versions have in the same words are no news.
    """
    same = {_reading(block) for block in before} & {_reading(block) for block in after}
    waiting: dict[str, list[_Block]] = {}
    for block in before:
        if _reading(block) not in same:
            waiting.setdefault(key_of(block.name), []).append(block)
    for block in after:
        others = waiting.get(key_of(block.name))
        if others and _reading(block) not in same:
            yield others.pop(0), block


def _reading(block: _Block) -> tuple[str, tuple[str, ...]]:
    return key_of(block.name), block.words


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[_Block]:
    for start, paragraph in enumerate(paragraphs):
        name = _name(paragraph)
        if name is None:
            continue
        end = start + 1
        if len(paragraph.text) <= len(name) + 1:
            end = _end(paragraphs, start + 1)
        text = " ".join(p.text for p in paragraphs[start:end])
        words = _WORD.findall(text[: weights.LONGEST_BLOCK].casefold())
        yield _Block(name, start, end, tuple(words))


def _name(paragraph: Paragraph) -> str | None:
    """What the block that begins here calls itself; None where none begins."""
    head = re.split(r"[:.\n]", paragraph.text, maxsplit=1)[0].strip()
    if not head or len(head) > weights.LONGEST_CUE:
        return None
    match = _CUE.match(head)
    return head if match and match.end() == len(head) else None


def _end(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the block under a heading ends: at the next heading, or after a few paragraphs."""
    end = start
    while end < len(paragraphs) and end - start < weights.BLOCK_PARAGRAPHS:
        paragraph = paragraphs[end]
        if paragraph.kind is BlockKind.HEADING or _name(paragraph) is not None:
            break
        end += 1
    return end


def _finding(paragraphs: Sequence[Paragraph], block: _Block, other: _Block) -> Finding:
    parts = paragraphs[block.start : block.end]
    spots = tuple(spot for p in parts for spot in spots_of(p, 0, len(p.text)))
    reasons = [Reason(ReasonCode.CLOSING_BLOCK_DRIFTED, {"name": block.name})]
    differences = differing_words(other.words, block.words)
    if differences:
        reasons.append(differs(differences))
    text = "\n".join(p.text for p in parts)
    return Finding(
        key="",
        kind=FindingKind.REPEATED_BLOCK,
        side=Side.NEW,
        text=text,
        reasons=tuple(reasons),
        tier=Tier.CERTAIN,
        decision=Decision.KEPT,
        group=f"drifted:{key_of(block.name)}",
        spots=spots,
        sources=tuple(source for p in parts for source in p.sources),
        place=Span(block.start, 0, len(parts[0].text)),
        verdict=Verdict.CHANGED,
    )
