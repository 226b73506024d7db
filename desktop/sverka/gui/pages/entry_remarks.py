"""Reviewing one comparison: which remark belongs to which entry, and how far one is."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from sverka.gui.pages.review_panel import ReviewPanel
from sverka.gui.plumbing.window_language import _
from sverka.presentation.list_entries import Entries
from sverka.review import NOTHING, Record, Remark, State, Step, change_keys, finding_keys

_RANKS = {State.TO_DO: 0, State.QUERY: 1, State.REVIEWED: 2}


class EntryRemarks(QObject):
    """Puts what is said in the panels on record, for the entry that is current.

    `changed` is emitted when remarks changed; `undone` with the Step that was undone or redone.
    """

    changed = Signal()
    undone = Signal(Step)

    def __init__(self, panels: tuple[ReviewPanel, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._panels = panels
        self._entries: Entries | None = None
        self._current: int | None = None
        self._change_keys: tuple[str, ...] | None = None
        self._finding_keys: tuple[str, ...] | None = None
        self.record = Record()
        for panel in panels:
            panel.remarked.connect(self._remark)

    def show_entries(self, entries: Entries, record: Record) -> None:
        """Review these entries; what was said before is in `record`."""
        self.keep()
        self._entries, self.record = entries, record
        self._current = self._change_keys = self._finding_keys = None
        self._show()

    def stand_on(self, entry: int | None) -> None:
        """What is said from now on is said of `entry`."""
        self.keep()
        self._current = entry
        self._show()

    def keep(self) -> None:
        """Keep at once what is being typed."""
        for panel in self._panels:
            panel.keep()

    # What was said

    @property
    def change_keys(self) -> tuple[str, ...]:
        """The keys of the changes, made when first needed."""
        if self._change_keys is None:
            self._change_keys = change_keys(self._entries.comparison) if self._entries else ()
        return self._change_keys

    @property
    def finding_keys(self) -> tuple[str, ...]:
        """The keys of the findings, made when first needed."""
        if self._finding_keys is None:
            self._finding_keys = finding_keys(self._entries.comparison) if self._entries else ()
        return self._finding_keys

    def key_of(self, entry: int | None) -> str:
        """The key of an entry; empty for none."""
        if self._entries is None or entry is None:
            return ""
        change, finding = self._entries.change(entry), self._entries.finding(entry)
        if change is not None:
            return self.change_keys[change]
        return self.finding_keys[finding] if finding is not None else ""

    def entry_of(self, key: str) -> int | None:
        """The entry that has a key; None where this comparison has none."""
        if self._entries is None or not key:
            return None
        if key in self.change_keys:
            return self._entries.entry_of_change(self.change_keys.index(key))
        if key in self.finding_keys:
            return self._entries.entry_of_finding(self.finding_keys.index(key))
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

    def progress_words(self) -> str:
        """ "5 of 43 reviewed", and of findings where any was; nothing before the first remark."""
        if not self.record:
            return ""
        said = [_("{count} of {total} reviewed").format(**self._counted(self.change_keys))]
        findings = self._counted(self.finding_keys)
        if findings["count"]:
            said.append(_("findings: {count} of {total}").format(**findings))
        return " · ".join(said)

    def numbered(self) -> tuple[tuple[int, Remark], ...]:
        """What was said of changes, by their numbers from 1."""
        return _numbered(self._said(self.change_keys))

    def numbered_findings(self) -> tuple[tuple[int, Remark], ...]:
        """What was said of findings, by their numbers from 1 in the comparison."""
        return _numbered(self._said(self.finding_keys))

    def _said(self, keys: tuple[str, ...]) -> dict[int, Remark]:
        return {number: self.record.of(key) for number, key in enumerate(keys, 1)}

    def _counted(self, keys: tuple[str, ...]) -> dict[str, int]:
        done = sum(self.record.of(key).state is State.REVIEWED for key in keys)
        return {"count": done, "total": len(keys)}

    # Saying it

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        return self._after(self.record.undo())

    def redo(self) -> bool:
        """Do again what was taken back; False where nothing was."""
        return self._after(self.record.redo())

    def _after(self, step: Step | None) -> bool:
        if step is None:
            return False
        self.undone.emit(step)
        if step.key:
            self._tell()
        return True

    def _remark(self, remark: Remark) -> None:
        key = self.key_of(self._current)
        if key:
            self.record.put(key, remark)
            self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        known = None if self._current is None else self.remark_of(self._current)
        for panel in self._panels:
            panel.show_remark(known)


def _numbered(said: Mapping[int, Remark]) -> tuple[tuple[int, Remark], ...]:
    return tuple((number, remark) for number, remark in said.items() if remark != NOTHING)
