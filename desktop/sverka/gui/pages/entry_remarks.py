"""Puts on record what is said in the panels, of the entry that is current."""

from PySide6.QtCore import QObject, Signal

from sverka.gui.pages.review_panel import ReviewPanel
from sverka.presentation.list_entries import Entries
from sverka.presentation.remarked_entries import RemarkedEntries
from sverka.review import Record, Remark, Step


class EntryRemarks(QObject):
    """`remarked` is what was said of the entries shown.

    `changed` is emitted when remarks changed; `undone` with the Step that was undone or redone.
    """

    changed = Signal()
    undone = Signal(Step)

    def __init__(self, panels: tuple[ReviewPanel, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._panels = panels
        self._current: int | None = None
        self.remarked = RemarkedEntries(None, Record())
        for panel in panels:
            panel.remarked.connect(self._remark)

    def show_entries(self, entries: Entries, record: Record) -> None:
        """Review these entries; what was said before is in `record`."""
        self.keep()
        self.remarked = RemarkedEntries(entries, record)
        self._current = None
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

    def remark_of(self, entry: int) -> Remark:
        """What was said of an entry of the list."""
        return self.remarked.remark_of(entry)

    def remark_of_finding(self, finding: int) -> Remark:
        """What was said of a finding, by its index in the comparison."""
        return self.remarked.remark_of_finding(finding)

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        return self._after(self.remarked.record.undo())

    def redo(self) -> bool:
        """Do again what was taken back; False where nothing was."""
        return self._after(self.remarked.record.redo())

    def _after(self, step: Step | None) -> bool:
        if step is None:
            return False
        self.undone.emit(step)
        if step.key:
            self._tell()
        return True

    def _remark(self, remark: Remark) -> None:
        key = self.remarked.key_of(self._current)
        if key:
            self.remarked.record.put(key, remark)
            self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        known = None if self._current is None else self.remark_of(self._current)
        for panel in self._panels:
            panel.show_remark(known)
