"""The findings are looked at without losing the place in the changes."""

import sample
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from sverka.gui.window import MainWindow


def test_who_only_looks_at_the_findings_goes_on_where_they_were(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_comparison(sample.release())
    page = window.comparison
    page.go_to_number(3)
    page.show_view(2)
    assert page.where.text() == "Finding 1 of 2"
    page.show_view(0)
    assert page.where.text() == "Change 3 of 6"
    page.show_view(2)
    box = page.findings.table.visualRect(page.findings.model.index(1, 0))
    viewport = page.findings.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(20, box.center().y()))
    page.show_view(0)
    assert page.where.text().startswith("Finding ")
    assert page.reviewing.remarked.key_of(page.current) == page.reviewing.remarked.finding_keys[1]
