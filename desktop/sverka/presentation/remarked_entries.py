"""What was said of the entries of a list: which remark belongs to which, and how far one is."""

from collections.abc import Mapping
from functools import cached_property

from sverka.language import Language
from sverka.presentation.list_entries import Entries, EntryKind, EntryReference
from sverka.review import NOTHING, Record, Remark, State, change_keys
from sverka.screening import known_by
from sverka.wording import state_name

_RANKS = {State.TO_DO: 0, State.QUERY: 1, State.REVIEWED: 2}
_SIGNS = {State.REVIEWED: "✓", State.QUERY: "?"}

Numbered = tuple[tuple[int, Remark], ...]
"""Remarks with the numbers, from 1, of what they are about."""


class RemarkedEntries:
    """The entries of one comparison with the record of what is said of them."""

    def __init__(self, entries: Entries | None, record: Record) -> None:
        self.entries, self.record = entries, record

    @cached_property
    def change_keys(self) -> tuple[str, ...]:
        """The keys of the changes, made when first needed."""
        return change_keys(self.entries.comparison) if self.entries else ()

    @cached_property
    def finding_keys(self) -> tuple[str, ...]:
        """The keys of the findings; of those that a remark knows by a former key, that one."""
        if not self.entries:
            return ()
        keys = [finding.key for finding in self.entries.comparison.findings]
        known = known_by(self.record.all(), keys)
        return tuple(known.get(key, key) for key in keys)

    def key_of(self, entry: int | None) -> str:
        """The key of an entry; empty for none."""
        if self.entries is None or entry is None:
            return ""
        change, finding = self.entries.change(entry), self.entries.finding(entry)
        if change is not None:
            return self.change_keys[change]
        return self.finding_keys[finding] if finding is not None else ""

    def entry_of(self, key: str) -> int | None:
        """The entry that has a key; None where this comparison has none."""
        if self.entries is None or not key:
            return None
        if key in self.change_keys:
            return self.entries.entry_of(
                EntryReference(EntryKind.CHANGE, self.change_keys.index(key))
            )
        if key in self.finding_keys:
            return self.entries.entry_of(
                EntryReference(EntryKind.FINDING, self.finding_keys.index(key))
            )
        return None

    def remark_of(self, entry: int) -> Remark:
        """What was said of an entry."""
        return self.record.of(self.key_of(entry)) if self.record else NOTHING

    def remark_of_finding(self, finding: int) -> Remark:
        """What was said of a finding, by its index in the comparison."""
        return self.record.of(self.finding_keys[finding]) if self.record else NOTHING

    def rank_of(self, entry: int) -> int:
        """Where an entry stands when sorted by state: to do, query, reviewed."""
        return _RANKS[self.remark_of(entry).state]

    def progress_words(self, language: Language) -> str:
        """ "5 of 43 reviewed", and of findings where any was; nothing before the first remark."""
        if not self.record:
            return ""
        _ = language.gettext
        said = [_("{count} of {total} reviewed").format(**self._counted(self.change_keys))]
        findings = self._counted(self.finding_keys)
        if findings["count"]:
            said.append(_("findings: {count} of {total}").format(**findings))
        return " · ".join(said)

    def numbered(self) -> Numbered:
        """What was said of changes, by their numbers from 1."""
        return _numbered(self._said(self.change_keys))

    def numbered_findings(self) -> Numbered:
        """What was said of findings, by their numbers from 1 in the comparison."""
        return _numbered(self._said(self.finding_keys))

    def _said(self, keys: tuple[str, ...]) -> dict[int, Remark]:
        return {number: self.record.of(key) for number, key in enumerate(keys, 1)}

    def _counted(self, keys: tuple[str, ...]) -> dict[str, int]:
        done = sum(self.record.of(key).state is State.REVIEWED for key in keys)
        return {"count": done, "total": len(keys)}


def remark_sign(remark: Remark) -> str:
    """The sign of what was said of a row: reviewed, query, a note."""
    return _SIGNS.get(remark.state, "") + ("✎" if remark.note else "")


def spoken_with_remark(words: str, remark: Remark, language: Language) -> str:
    """What is read aloud of a row, and then what was said of it."""
    said = [words]
    if remark.state is not State.TO_DO:
        said.append(state_name(remark.state, language))
    if remark.note:
        said.append(language.gettext("Note: {text}").format(text=remark.note))
    return " · ".join(said)


def _numbered(said: Mapping[int, Remark]) -> Numbered:
    return tuple((number, remark) for number, remark in said.items() if remark != NOTHING)
