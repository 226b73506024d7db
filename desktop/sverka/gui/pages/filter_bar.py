"""The chips that narrow the list of changes: one per category, with its count."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from sverka.gui.pages.flow import FlowLayout
from sverka.gui.plumbing.window_language import _, current
from sverka.presentation.list_entries import Facet, FacetCount, facet_name


class FilterBar(QFrame):
    """Chips that are pressed or not; `chosen_changed` says that the choice is another."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filters")
        self._row = FlowLayout(self)
        self._row.setContentsMargins(14, 7, 14, 7)
        self._all = self._chip(_("All"))
        self._all.clicked.connect(self.clear)
        self._chips: dict[Facet, QToolButton] = {}
        self._of_findings: frozenset[Facet] = frozenset()
        self._totals = (0, 0)
        self._only_findings = False

    @property
    def chosen(self) -> tuple[Facet, ...]:
        """The facets whose chips are pressed."""
        return tuple(facet for facet, chip in self._chips.items() if chip.isChecked())

    @property
    def chosen_findings(self) -> tuple[Facet, ...]:
        """Those of `chosen` that are kinds of findings."""
        return tuple(facet for facet in self.chosen if facet in self._of_findings)

    def narrow_findings(self, only: bool) -> None:
        """Offer the chips of findings alone, where only findings are shown; else all."""
        self._only_findings = only
        for facet, chip in self._chips.items():
            chip.setVisible(not only or facet in self._of_findings)
        self._label(self._all, _("All"), self._totals[only])
        self._check_all()
        self._row.invalidate()

    def chip(self, facet: Facet) -> QToolButton | None:
        """The chip of a facet, None where nothing has it."""
        return self._chips.get(facet)

    def show_counts(self, total: int, counts: tuple[FacetCount, ...]) -> None:
        """Show a chip for each count; what was pressed stays so."""
        before = set(self.chosen)
        for chip in self._chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._of_findings = frozenset(count.facet for count in counts if count.is_finding)
        self._totals = total, sum(count.count for count in counts if count.is_finding)
        self._chips = {}
        for count in counts:
            chip = self._chip(facet_name(count.facet, current()))
            if count.is_finding:
                chip.setProperty("kind", "finding")
                chip.setToolTip(_("Findings of this kind"))
            self._label(chip, facet_name(count.facet, current()), count.count)
            chip.setChecked(count.facet in before)
            chip.clicked.connect(self._pressed)
            self._chips[count.facet] = chip
        self.narrow_findings(self._only_findings)

    def choose(self, facets: Collection[Facet]) -> None:
        """Press the chips of these facets, and no others."""
        for facet, chip in self._chips.items():
            chip.setChecked(facet in facets)
        self._pressed()

    def clear(self) -> None:
        """Show everything again; what is not offered here stays pressed."""
        for facet, chip in self._chips.items():
            if not self._only_findings or facet in self._of_findings:
                chip.setChecked(False)
        self._pressed()

    def _check_all(self) -> None:
        chosen = self.chosen_findings if self._only_findings else self.chosen
        self._all.setChecked(not chosen)

    def _pressed(self) -> None:
        self._check_all()
        self.chosen_changed.emit()

    def _chip(self, name: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("role", "facet")
        chip.setCheckable(True)
        chip.setText(name)
        self._row.addWidget(chip)
        return chip

    def _label(self, chip: QToolButton, name: str, count: int) -> None:
        chip.setText(f"{name}  {count}")
        chip.setAccessibleName(_("Show only: {name}, {count}").format(name=name, count=count))
