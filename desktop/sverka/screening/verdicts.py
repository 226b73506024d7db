"""What became of each finding from one version to the other."""

from collections.abc import Callable, Hashable, Iterator, Sequence, Set
from dataclasses import replace

from sverka.model import Finding, FindingKind, Reason, ReasonCode, Screening, Side, Verdict
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.boilerplate import drifted_blocks
from sverka.screening.artifacts.trouble_places import is_mended, is_of_places, same_troubles
from sverka.screening.header_entries import HeaderEntry, is_real
from sverka.screening.header_pairs import HeaderPair
from sverka.screening.lines.facts import start_of
from sverka.screening.lines.line_keys import key_of, letters_of

_OF_THE_FILE = frozenset({FindingKind.HARD_WRAP, FindingKind.HYPHENATION, FindingKind.QUOTE_SIGNS})
"""Kinds that, where there are many, are told once for the whole file."""


def judge(
    old: Screening, new: Screening, headers: Sequence[HeaderPair] = ()
) -> tuple[Finding, ...]:
    """The findings of both versions, the old one's first, each with its verdict.

    A finding whose like stands in the other version too is still there; else one of the old
    version is fixed and one of the new version introduced. `headers` say which page header of the
    one became which of the other: all occurrences of one that now reads differently are changed.
    Page furniture that was caught in the running text is another thing than a real page header,
    even in the same words. Closing blocks such as "About us" that drifted apart are added to the
    findings of the new version.
    """
    changed_old, changed_new = _changed_headers(headers)
    still_old, still_new = _matches(old, new, (set(changed_old), set(changed_new)))
    for pair in headers:
        if pair.same and pair.old and pair.new and pair.old.own and pair.new.own:
            still_old.update(pair.old.findings)
            still_new.update(pair.new.findings)
    return (
        *_judged(old, changed_old, still_old, Verdict.FIXED),
        *_judged(new, changed_new, still_new, Verdict.INTRODUCED),
        *drifted_blocks(old, new),
    )


def _judged(
    version: Screening, changed: dict[int, Reason], still: set[int], alone: Verdict
) -> Iterator[Finding]:
    for i, finding in enumerate(version.findings):
        if i in changed:
            reasons = (*finding.reasons, changed[i])
            yield replace(finding, verdict=Verdict.CHANGED, reasons=reasons)
        else:
            yield replace(finding, verdict=Verdict.STILL_THERE if i in still else alone)


def _matches(
    old: Screening, new: Screening, told: tuple[set[int], set[int]]
) -> tuple[set[int], set[int]]:
    """The findings of either version, by index, that have their like in the other.

    Those in `told` are asked no more.
    Those at the same place find each other first, then those in the same surroundings, then those
    that merely read alike, but none whose place the other version has without the trouble. Real
    page headers stand on many pages; one like them is enough for all.
    """
    still_old, still_new = same_troubles(old, new)
    gone, come = told
    for likeness in (_in_place, _in_words, _in_kind):
        if likeness is _in_words:
            gone, come = gone | _mended(old, new, still_old), come | _mended(new, old, still_new)
        waiting: dict[Hashable, list[int]] = {}
        for i, key in _asked(old, likeness, still_old | gone):
            waiting.setdefault(key, []).append(i)
        for j, key in _asked(new, likeness, still_new | come):
            if waiting.get(key):
                still_old.add(waiting[key].pop(0))
                still_new.add(j)
    texts = [{_reading(f) for f in s.findings if is_real(f)} for s in (old, new)]
    both = texts[0] & texts[1]
    still_old.update(i for i, f in enumerate(old.findings) if is_real(f) and _reading(f) in both)
    still_new.update(i for i, f in enumerate(new.findings) if is_real(f) and _reading(f) in both)
    return still_old, still_new


def _mended(version: Screening, other: Screening, done: Set[int]) -> set[int]:
    """The findings whose place the other version has without the trouble."""
    left = [i for i in range(len(version.findings)) if i not in done]
    if not any(is_of_places(version.findings[i]) for i in left):
        return set()
    letters = letters_of(" ".join(paragraph.text for paragraph in other.paragraphs))
    return {i for i in left if is_mended(version, version.findings[i], letters)}


Likeness = Callable[[Screening, Finding], Hashable | None]


def _asked(
    version: Screening, likeness: Likeness, done: Set[int]
) -> Iterator[tuple[int, Hashable]]:
    for i, finding in enumerate(version.findings):
        if i not in done and not is_real(finding):
            key = likeness(version, finding)
            if key is not None:
                yield i, key


def _content(finding: Finding) -> tuple[str, str]:
    """What kind of thing it is and what it says; page furniture of whatever kind is one kind."""
    if finding.kind is FindingKind.PAGE_NUMBER:
        return "furniture", "#"
    if finding.kind.is_furniture:
        return "furniture", key_of(finding.text)
    return finding.kind, letters_of(finding.text) or finding.group


def _in_place(version: Screening, finding: Finding) -> Hashable | None:
    """What it says, and the text around it."""
    place = finding.place
    if place is None:
        return None
    text = version.paragraphs[place.paragraph].text
    before = letters_of(text[: place.start][-2 * weights.VERDICT_CONTEXT :])[
        -weights.VERDICT_CONTEXT :
    ]
    after = letters_of(text[place.end :][: 2 * weights.VERDICT_CONTEXT])[: weights.VERDICT_CONTEXT]
    return *_content(finding), before, after


def _in_words(version: Screening, finding: Finding) -> Hashable | None:
    """What it says, wherever it stands."""
    return _content(finding)


def _in_kind(version: Screening, finding: Finding) -> Hashable | None:
    """Only what kind of trouble it is, where that is told for the file as a whole."""
    return (finding.kind, finding.group) if finding.kind in _OF_THE_FILE else None


def _reading(finding: Finding) -> tuple[str, str]:
    """What a real header says, its page numbers aside."""
    if finding.kind is FindingKind.PAGE_NUMBER:
        return finding.kind, "#"
    return finding.kind, letters_of(_without_page(finding.text))


def _without_page(text: str) -> str:
    """The text without a number that it begins or ends with."""
    words = text.split()
    if len(words) > 1 and words[0].isdecimal():
        words = words[1:]
    if len(words) > 1 and words[-1].isdecimal():
        words = words[:-1]
    return " ".join(words)


def _changed_headers(
    headers: Sequence[HeaderPair],
) -> tuple[dict[int, Reason], dict[int, Reason]]:
    """The findings of either version whose header now reads differently, with the reason for it."""
    before: dict[int, Reason] = {}
    after: dict[int, Reason] = {}
    for pair in headers:
        if pair.old is None or pair.new is None or pair.same or pair.old.own != pair.new.own:
            continue
        reason = _reads_now(pair.old, pair.new)
        if pair.stays is not Side.OLD:
            before.update(dict.fromkeys(pair.old.findings, reason))
        if pair.stays is not Side.NEW:
            after.update(dict.fromkeys(pair.new.findings, reason))
    return before, after


def _reads_now(old: HeaderEntry, new: HeaderEntry) -> Reason:
    before, after = old.paragraph.text, new.paragraph.text
    values = {"before": start_of(before), "after": start_of(after)}
    return Reason(ReasonCode.HEADER_CHANGED, values)
