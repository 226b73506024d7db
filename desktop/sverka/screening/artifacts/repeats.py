"""Paragraphs and blocks of them that stand more than once in a version: shown, never removed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from rapidfuzz.distance import Indel

from sverka.model import BlockKind, FindingKind, Paragraph, Reason, ReasonCode, ReasonPlace, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation, as_one, in_few
from sverka.screening.artifacts.shingles import Numbers, Vocabulary, shingles_of
from sverka.screening.assembly.assembly_value import Assembly
from sverka.screening.lines.facts import place_of
from sverka.screening.lines.layout import is_tabular

_WORD = late_pattern(r"\w+")
_LABEL = late_pattern(r"\(?\w{1,3}[.)]\s+")
_STOPS, _CLOSING = frozenset(".!?…:。！？："), "»”\"') "
_HAN = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff]")


def repeats_in(assembly: Assembly, listings: Collection[int] = ()) -> list[Observation]:
    """The later occurrence of every paragraph or block, but `listings`, that stands more than once.

    Paragraphs are compared by their words; those that share NEARLY of them in the same order are
    near duplicates. Candidates share a run of SHINGLE words, sampled by a hash and looked up in an
    inverted index, so the work stays near-linear. Neighbouring duplicates make a block.
    """
    paragraphs = assembly.paragraphs
    known = Vocabulary()
    words = [known.numbers(() if i in listings else _words(p)) for i, p in enumerate(paragraphs)]
    twins = _twins(words, known)
    found = [
        _observation(assembly, repeat, words, known)
        for repeat in _blocks(twins, words)
        if repeat.size > 1
        or not _is_fragment(paragraphs[repeat.start].text, repeat.start - repeat.earlier)
    ]
    return in_few(_told_once(found))


def _told_once(found: Sequence[Observation]) -> Iterator[Observation]:
    """What stands many times, and what is nearly the same all over a text, as one each."""
    near = [seen for seen in found if seen.tier is Tier.SUSPECTED]
    if len(near) > weights.MOST_NEAR:
        yield as_one(near)
        found = [seen for seen in found if seen.tier is Tier.CERTAIN]
    groups: dict[str, list[Observation]] = {}
    for seen in found:
        groups.setdefault(seen.group, []).append(seen)
    for alike in groups.values():
        yield from alike if len(alike) <= weights.MOST_SAME else [as_one(alike)]


def _words(paragraph: Paragraph) -> list[str]:
    """The words of a paragraph, casefolded; Han and Kana one by one."""
    if paragraph.kind is BlockKind.TABLE_CELL or is_tabular(paragraph.text):
        return []
    text = paragraph.text.casefold()
    if not text.isascii() and _HAN.search(text):
        text = _HAN.sub(r" \g<0> ", text)
    words: list[str] = _WORD.findall(text)
    return words


def _is_fragment(text: str, distance: int) -> bool:
    """Whether it is no sentence, such as an item of a law, and stands apart from its twin."""
    begun = _LABEL.sub("", text, count=1)
    whole = not begun[:1].islower() and text.rstrip(_CLOSING)[-1:] in _STOPS
    return distance > weights.PASTED_BESIDE and not whole


def _twins(words: Sequence[Numbers], known: Vocabulary) -> dict[int, int]:
    """For each long paragraph that stands earlier too, equal or nearly so: the earlier one."""
    twins: dict[int, int] = {}
    firsts: dict[bytes, int] = {}
    compared: list[int] = []
    for place, here in enumerate(words):
        if known.letters(here) < weights.REPEAT_LETTERS:
            continue
        first = firsts.setdefault(here.tobytes(), place)
        if first != place:
            twins[place] = first
        elif len(here) <= weights.LONGEST_COMPARED:
            compared.append(place)
    index: dict[int, list[int]] = {}
    shingled = shingles_of([words[place] for place in compared], known)
    for place, (shingles, in_all) in zip(compared, shingled, strict=True):
        near = _nearest(words[place], shingles, in_all, index, words)
        if near is not None:
            twins[place] = near
        for shingle in shingles:
            found = index.setdefault(shingle, [])
            if len(found) <= weights.COMMONEST:
                found.append(place)
    return twins


def _nearest(
    here: Numbers,
    shingles: Sequence[int],
    in_all: int,
    index: Mapping[int, Sequence[int]],
    words: Sequence[Numbers],
) -> int | None:
    """The earlier paragraph most like this one, where it is like enough.

    It has `in_all` shingles, of which `shingles` stand in other paragraphs as well.
    """
    if 2 * len(shingles) < in_all:
        return None
    shared: dict[int, int] = {}
    for shingle in shingles:
        found = index.get(shingle, ())
        if len(found) <= weights.COMMONEST:
            for place in found:
                shared[place] = shared.get(place, 0) + 1
    best, best_ratio = None, weights.NEARLY
    for place, times in shared.items():
        if 2 * times < in_all:
            continue
        ratio = Indel.normalized_similarity(words[place], here, score_cutoff=best_ratio)
        if ratio >= best_ratio and (best is None or ratio > best_ratio):
            best, best_ratio = place, ratio
    return best


class Repeat(NamedTuple):
    """Paragraphs [start, start + size), which stood at [earlier, earlier + size) already."""

    start: int
    earlier: int
    size: int


def _blocks(twins: Mapping[int, int], words: Sequence[Numbers]) -> Iterator[Repeat]:
    """Each repeat: neighbouring twins, with the short lines between."""
    done = -1
    for start in sorted(twins):
        if start <= done:
            continue
        earlier = twins[start]
        size = next(
            k for k in count(1) if not _goes_on(start + k, earlier + k, start, twins, words)
        )
        done = start + size - 1
        yield Repeat(start, earlier, size)


def _goes_on(
    place: int, earlier: int, start: int, twins: Mapping[int, int], words: Sequence[Numbers]
) -> bool:
    """Whether a block that starts at `start` goes on with `place`, which repeats `earlier`.

    A line too short to be a twin goes along where it is the same; none repeats one of the block.
    """
    if place >= len(words) or earlier >= start:
        return False
    if twins.get(place) == earlier:
        return True
    return bool(words[place]) and words[place] == words[earlier]


def _observation(
    assembly: Assembly, repeat: Repeat, words: Sequence[Numbers], known: Vocabulary
) -> Observation:
    start, earlier, size = repeat
    paragraphs = assembly.paragraphs[start : start + size]
    kind = FindingKind.REPEATED_BLOCK if size > 1 else FindingKind.DUPLICATE_PARAGRAPH
    place = place_of([line for k in range(size) for line in assembly.lines[earlier + k]])
    differences = [
        difference
        for k in range(size)
        for difference in differing_words(
            known.words(words[earlier + k]), known.words(words[start + k])
        )
    ]
    reasons = [_stands_before(size, place, not differences)]
    if differences:
        reasons.append(differs(differences))
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    cut = len(text) > weights.REPEAT_KEPT + 1
    return Observation(
        kind=kind,
        paragraph=start,
        start=0,
        end=len(paragraphs[0].text),
        reasons=tuple(reasons),
        group=f"{earlier}:{size}",
        tier=Tier.SUSPECTED if differences else Tier.CERTAIN,
        text=text[: weights.REPEAT_KEPT] if cut else text,
        cut=cut,
        places=tuple((start + k, 0, len(paragraphs[k].text)) for k in range(size)),
    )


def _stands_before(size: int, place: ReasonPlace, same: bool) -> Reason:
    if size > 1:
        return Reason(ReasonCode.BLOCK_BEFORE, {"count": size, "place": place})
    code = ReasonCode.PARAGRAPH_BEFORE if same else ReasonCode.NEARLY_BEFORE
    return Reason(code, {"place": place})


def differs(differences: Sequence[tuple[str, str]]) -> Reason:
    """The words in which two texts differ, given as pairs: how many pairs, and the first."""
    first = differences[: weights.DIFFERENCES_KEPT]
    before, after = tuple(old for old, _new in first), tuple(new for _old, new in first)
    return Reason(
        ReasonCode.DIFFERS_IN_WORDS,
        {"count": len(differences), "before": before, "after": after},
    )


def differing_words(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """The words that differ between two lists of words, as pairs of before and after.

    Only the first LONGEST_TOLD words are looked at, to bound time and memory.
    """
    before, after = before[: weights.LONGEST_TOLD], after[: weights.LONGEST_TOLD]
    stretches: list[tuple[list[str], list[str]]] = []
    together = True
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            together = True
            continue
        if together:
            stretches.append(([], []))
            together = False
        stretches[-1][0].extend(before[code.src_start : code.src_end])
        stretches[-1][1].extend(after[code.dest_start : code.dest_end])
    return [(" ".join(old), " ".join(new)) for old, new in stretches]
