"""The parts of the page of a comparison, and where each stands on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sverka.gui.pages.filter_bar import FilterBar
from sverka.gui.pages.findings_view import FindingsView
from sverka.gui.pages.ignore_menu import IgnoreMenu
from sverka.gui.pages.inspector_panel import InspectorPanel
from sverka.gui.pages.list_panel import ListPanel
from sverka.gui.pages.notice_bar import NoticeBar
from sverka.gui.pages.question_bar import QuestionBar
from sverka.gui.pages.review_panel import ReviewPanel
from sverka.gui.pages.top_bar import TopBar
from sverka.gui.panes.pair_view import PairView
from sverka.gui.panes.redline_view import RedlineView


class ComparisonLayout(QWidget):
    """The bar with the steps, the chips, the views beside each other, and the list at the side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar = TopBar(self)
        self.where, self.found, self.sought = self.bar.where, self.bar.found, self.bar.sought
        self.views = QStackedWidget(self)
        self.pair = PairView(self.views)
        self.redline = RedlineView(self.views)
        self.findings = FindingsView(self.views)
        for view in (self.pair, self.redline, self.findings):
            self.views.addWidget(view)
        self.inspector = InspectorPanel(self)
        self.filters = FilterBar(self)
        self.notices, self.question = NoticeBar(self), QuestionBar(self)
        self.ignore = IgnoreMenu(self)
        self.listing = ListPanel(self)
        self.list = self.listing.list
        self.review = ReviewPanel(self)
        self._arrange()

    def _arrange(self) -> None:
        side = self.sidebar = QFrame(self)
        side.setObjectName("sidebar")
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        halves = QSplitter(Qt.Orientation.Vertical, side)
        halves.setHandleWidth(1)
        halves.addWidget(self.listing)
        lower = QFrame(halves)
        lower.setObjectName("inspector")
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 1, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.inspector, 1)
        below.addWidget(self.review)
        halves.addWidget(lower)
        for half in (0, 1):
            halves.setStretchFactor(half, 1)
        halves.setSizes([1000, 1000])  # half the height for either, however little there is
        column.addWidget(halves)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.views)
        self.splitter.addWidget(side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([940, 320])
        side.setMinimumWidth(220)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.bar, self._narrowing(), self.question, self.notices):
            rows.addWidget(widget)
        rows.addWidget(self.splitter, 1)

    def _narrowing(self) -> QFrame:
        """The chips, and beside them what is ignored."""
        bar = QFrame(self)
        bar.setObjectName("narrowing")
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 14, 0)
        row.addWidget(self.filters, 1)
        corner = QVBoxLayout()
        corner.setContentsMargins(0, 7, 0, 7)
        corner.addWidget(self.ignore)
        corner.addStretch(1)
        row.addLayout(corner)
        return bar
