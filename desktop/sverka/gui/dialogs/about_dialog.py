"""What the program is, and the libraries in it with their versions and licences."""

import re
from importlib.metadata import PackageNotFoundError, distribution

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from sverka import __version__
from sverka.gui.plumbing.window_language import _


def libraries() -> tuple[tuple[str, str, str], ...]:
    """Name, version and licence of each library the program needs, as their packages say."""
    names = {re.split(r"[^\w.-]", need, maxsplit=1)[0] for need in _needs()}
    return tuple(_library(name) for name in sorted(names, key=str.lower))


def _needs() -> list[str]:
    try:
        needs = distribution("sverka").requires or []
    except PackageNotFoundError:  # run from a folder that was not installed
        return []
    return [need for need in needs if "extra ==" not in need]


def _library(name: str) -> tuple[str, str, str]:
    try:
        known = distribution(name).metadata
    except PackageNotFoundError:
        return name, "", _("not installed")
    said = [_field(known.get_all(field)) for field in ("License-Expression", "License")]
    classified = _classified(known.get_all("Classifier") or [])
    return name, known["Version"], said[0] or classified or _first_line(said[1])


def _field(values: list[str] | None) -> str:
    return values[0] if values else ""


def _classified(classifiers: list[str]) -> str:
    known = [c.rsplit(" :: ", 1)[-1] for c in classifiers if c.startswith("License :: OSI")]
    return ", ".join(known)


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:60] if text.strip() else ""


class AboutDialog(QDialog):
    """Name, version, licence, libraries."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About Sverka"))
        text = QTextBrowser(self)
        text.setMarkdown(_words())
        text.setAccessibleName(_("About Sverka"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(buttons)
        self.resize(560, 520)


def _words() -> str:
    head = [
        f"# Sverka {__version__}",
        _("Compares two versions of a text and says what really changed."),
        _("Free under the Apache License 2.0. Your documents never leave this computer."),
        "## " + _("Libraries"),
    ]
    headings = (_("Library"), _("Version"), _("Licence"))  # no f-string: catalogues.py reads none
    rows = [
        "| " + " | ".join(headings) + " |",
        "|---|---|---|",
        *(f"| {name} | {version} | {licence} |" for name, version, licence in libraries()),
    ]
    return "\n\n".join(head) + "\n\n" + "\n".join(rows) + "\n"
