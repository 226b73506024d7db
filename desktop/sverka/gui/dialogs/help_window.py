"""The help: the pages of resources/help in a window of their own, in the language in use."""

from importlib.resources import files

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from sverka.gui.plumbing.window_language import _, current

FIRST = "index.md"

_ALSO_READ = {"ky": ("ru",)}
"""Where pages are missing in a language, these are read before the English ones."""


def help_text(page: str) -> str:
    """The Markdown of a page, in the language in use, or the next one its readers know."""
    folder = files("sverka.resources") / "help"
    code = current().code
    spoken = (code, *_ALSO_READ.get(code, ()))
    pages = (folder / code / page for code in spoken)
    return next((p for p in pages if p.is_file()), folder / page).read_text("utf-8")


class HelpWindow(QDialog):
    """Shows one page; links lead to the others, and those to the web into the browser."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help"))
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.text.setAccessibleName(_("Help"))
        self._path: list[str] = []
        self.back, contents = QPushButton(_("Back"), self), QPushButton(_("Contents"), self)
        self.back.setShortcut("Alt+Left")
        self.back.clicked.connect(self._go_back)
        contents.clicked.connect(lambda: self.show_page(FIRST))
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(contents)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        self.resize(760, 640)
        self.show_page(FIRST)
        self.text.setFocus()

    @property
    def page(self) -> str:
        """The name of the page shown."""
        return self._path[-1]

    def show_page(self, page: str) -> None:
        """Show a page by its name."""
        if not self._path or self._path[-1] != page:
            self._path.append(page)
        self.text.setMarkdown(help_text(page))
        self.back.setEnabled(len(self._path) > 1)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
        elif link.path():
            self.show_page(link.path().rsplit("/", 1)[-1])

    def _go_back(self) -> None:
        self._path.pop()
        self.show_page(self._path[-1])
