"""What became of each finding from one version to the other."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from sverka.model import Finding, FindingKind, Part, Reason, ReasonCode, Screening, Verdict
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.boilerplate import drifted_blocks
from sverka.screening.lines.facts import start_of
from sverka.screening.lines.line_keys import key_of, letters_of

_OF_THE_FILE = frozenset({FindingKind.HARD_WRAP, FindingKind.HYPHENATION})
"""Kinds that, where there are many, are told once for the whole file."""


def judge(old: Screening, new: Screening) -> tuple[Finding, ...]:
    """The findings of both versions, the old one's first, each with its verdict.

    A finding whose like stands in the other version too is still there; else one of the old
    version is fixed and one of the new version introduced. A real page header or footer, one of
    its own part or at its own height of the page, that now reads differently is changed: said
    once, at its first place in the new version. Page furniture that was caught in the running
    text is another thing than a real page header, even in the same words. Closing blocks such as
    "About us" that drifted apart are added to the findings of the new version.
    """
    still_old, still_new = _matches(old, new)
    changed = _changed_headers(old.findings, new.findings, still_old, still_new)
    judged = [
        replace(f, verdict=Verdict.STILL_THERE if i in still_old else Verdict.FIXED)
        for i, f in enumerate(old.findings)
    ]
    for i, finding in enumerate(new.findings):
        verdict = Verdict.STILL_THERE if i in still_new else Verdict.INTRODUCED
        if i in changed:
            reasons = (*finding.reasons, changed[i])
            judged.append(replace(finding, verdict=Verdict.CHANGED, reasons=reasons))
        else:
            judged.append(replace(finding, verdict=verdict))
    return (*judged, *drifted_blocks(old, new))


def _matches(old: Screening, new: Screening) -> tuple[set[int], set[int]]:
    """The findings of either version, by index, that have their like in the other.

    Those in the same surroundings find each other first, then those that merely read alike. Real
    page headers stand on many pages; one like them is enough for all.
    """
    still_old: set[int] = set()
    still_new: set[int] = set()
    for likeness in (_in_place, _in_words, _in_kind):
        waiting: dict[Hashable, list[int]] = {}
        for i, key in _asked(old, likeness, still_old):
            waiting.setdefault(key, []).append(i)
        for j, key in _asked(new, likeness, still_new):
            if waiting.get(key):
                still_old.add(waiting[key].pop(0))
                still_new.add(j)
    texts = [{_reading(f) for f in s.findings if is_real(f)} for s in (old, new)]
    both = texts[0] & texts[1]
    still_old.update(i for i, f in enumerate(old.findings) if is_real(f) and _reading(f) in both)
    still_new.update(i for i, f in enumerate(new.findings) if is_real(f) and _reading(f) in both)
    return still_old, still_new


Likeness = Callable[[Screening, Finding], Hashable | None]


def _asked(
    version: Screening, likeness: Likeness, done: set[int]
) -> Iterator[tuple[int, Hashable]]:
    for i, finding in enumerate(version.findings):
        if i not in done and not is_real(finding):
            key = likeness(version, finding)
            if key is not None:
                yield i, key


def is_real(finding: Finding) -> bool:
    """Whether it is a page header or footer of the file's own: a part of it, or printed so."""
    if not finding.kind.is_furniture or not finding.sources:
        return False
    first = finding.sources[0]
    return first.part in (Part.HEADER, Part.FOOTER) or first.box is not None


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
    kind = FindingKind.PAGE_NUMBER if finding.kind is FindingKind.PAGE_NUMBER else finding.kind
    return kind, "#" if kind is FindingKind.PAGE_NUMBER else letters_of(_without_page(finding.text))


def _without_page(text: str) -> str:
    """The text without a number that it begins or ends with."""
    words = text.split()
    if len(words) > 1 and words[0].isdecimal():
        words = words[1:]
    if len(words) > 1 and words[-1].isdecimal():
        words = words[:-1]
    return " ".join(words)


def _changed_headers(
    old: Sequence[Finding], new: Sequence[Finding], still_old: set[int], still_new: set[int]
) -> dict[int, Reason]:
    """The first finding of each real header that now reads differently, with the reason for it.

    All occurrences of it, on either side, count as still there from now on.
    """
    changed: dict[int, Reason] = {}
    for kind in (FindingKind.RUNNING_HEADER, FindingKind.RUNNING_FOOTER):
        before, after = _readings(old, kind, still_old), _readings(new, kind, still_new)
        if len(before) * len(after) > weights.MOST_PAIRS:
            continue
        while before and after:
            ratio, a, b = max(
                (Indel.normalized_similarity(a, b), a, b) for a in before for b in after
            )
            if ratio < weights.ALIKE_HEADERS and (len(before) > 1 or len(after) > 1):
                break
            places, others = after.pop(b), before.pop(a)
            changed[places[0]] = _reads_now(old[others[0]].text, new[places[0]].text)
            still_old.update(others)
            still_new.update(places)
    return changed


def _readings(
    findings: Sequence[Finding], kind: FindingKind, done: set[int]
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, finding in enumerate(findings):
        if i not in done and finding.kind is kind and is_real(finding):
            found.setdefault(_reading(finding)[1], []).append(i)
    return found


def _reads_now(before: str, after: str) -> Reason:
    values = {"before": start_of(before), "after": start_of(after)}
    return Reason(ReasonCode.HEADER_CHANGED, values)
