"""The panel below the list: the current change large, and why its paragraphs were linked."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _
from sverka.presentation.inspector import CloseUp
from sverka.presentation.item_marks import Role
from sverka.presentation.list_entries import RoleText


class InspectorPanel(QFrame):
    """Shows an Inspection; empty before anything was chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.viewport().setAutoFillBackground(False)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(_("The current change"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.addWidget(self.text, 1)

    def show_sentence(self, words: str, look: Theme) -> None:
        """Show a sentence in place of a change."""
        soft = look.colours.soft.name()
        self.text.setHtml(f'<p style="color:{soft}">{escape(words)}</p>')

    def show_inspection(self, shown: CloseUp | None, look: Theme) -> None:
        """Show a change or a finding, or the words that nothing is chosen."""
        if shown is None:
            self.show_sentence(_("Choose a change to see it here."), look)
            return
        colours, family = look.colours, escape(look.reading.family())
        body = "".join(
            f"<p style=\"font-family:'{family}';font-size:{look.reading.pixelSize() - 1}px;"
            f'margin:4px 0">{_html(side, look)}</p>'
            for side in (shown.before, shown.after)
            if side
        )
        facts = "".join(f"<p style='margin:3px 0'>{escape(fact)}</p>" for fact in shown.facts)
        reasons = "".join(
            f"<p style='margin:2px 0'>{escape(reason)}</p>" for reason in shown.reasons
        )
        self.text.setHtml(
            f'<p style="color:{colours.soft.name()};font-weight:600;margin:0 0 4px 0">'
            f"{escape(shown.heading)}</p>{facts}{body}"
            f'<div style="color:{colours.soft.name()};font-size:12px">{reasons}</div>'
        )


def _html(stretches: Sequence[RoleText], look: Theme) -> str:
    grounds = {
        Role.INSERTION: f"background:{look.colours.insertion.name()};text-decoration:underline",
        Role.DELETION: f"background:{look.colours.deletion.name()};text-decoration:line-through",
        Role.FORMATTING: f"background:{look.colours.formatting.name()}",
        Role.FURNITURE: f"background:{look.colours.furniture.name()}",
    }
    pieces = []
    for stretch in stretches:
        style = grounds.get(stretch.role, "") if stretch.role else ""
        text = escape(stretch.text).replace("\n", "<br>")
        pieces.append(f'<span style="{style}">{text}</span>' if style else text)
    return "".join(pieces)
