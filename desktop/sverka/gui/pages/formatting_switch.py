"""Whether the words look as in their files: one switch for the panes and one for the redline."""

from PySide6.QtCore import QObject, Signal

from sverka.gui.panes.pair_view import PairView
from sverka.gui.panes.redline_view import RedlineView
from sverka.gui.plumbing.window_language import _


class FormattingSwitch(QObject):
    """`changed` when it was turned, with the state of both; `said` a sentence for the user."""

    changed = Signal(bool, bool)
    said = Signal(str)

    def __init__(self, pair: PairView, redline: RedlineView, parent: QObject) -> None:
        super().__init__(parent)
        self._pair, self._redline = pair, redline
        self.in_panes, self.in_redline = False, True
        self.set_both(in_panes=False, in_redline=True)

    def set_both(self, *, in_panes: bool, in_redline: bool) -> None:
        """Show formatting in the panes and in the redline, or not."""
        self.in_panes, self.in_redline = in_panes, in_redline
        self._pair.show_formatting(in_panes)
        self._redline.pane.show_formatting(in_redline)
        self.changed.emit(in_panes, in_redline)

    def toggle(self, *, redline: bool) -> None:
        """Turn the switch of the view that is shown."""
        self.set_both(in_panes=self.in_panes ^ (not redline), in_redline=self.in_redline ^ redline)
        self.said.emit(
            _("Formatting is shown.") if self.of(redline=redline) else _("Formatting is not shown.")
        )

    def of(self, *, redline: bool) -> bool:
        """Whether formatting is shown in the redline, or in the panes."""
        return self.in_redline if redline else self.in_panes
