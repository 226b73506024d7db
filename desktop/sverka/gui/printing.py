"""The redline on paper and as PDF, through Qt."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

from sverka.files import written_whole
from sverka.gui.theme import Theme
from sverka.language import _
from sverka.model import WriteError
from sverka.presentation.redline import RedlineText
from sverka.presentation.scene import Scene
from sverka.presentation.selection import Place, Selection, rich

_POINTS = 10.5


def redline_html(scene: Scene) -> str:
    """The whole redline as HTML: what went struck through, what came underlined."""
    text = RedlineText(scene.index)
    last = len(text) - 1
    if last < 0:
        return ""
    whole = Selection(Place(0, 0), Place(last, len(text.known.paragraphs[last].text)))
    names = (scene.comparison.old.document.name, scene.comparison.new.document.name)
    about = _("Original struck out, revised underlined")
    return f"<h3>{escape(' → '.join(names))}</h3><p>{escape(about)}</p>{rich(text, whole)}"


def print_redline(scene: Scene, look: Theme, device: QPagedPaintDevice) -> None:
    """Print the redline on `device`."""
    document = QTextDocument()
    font = QFont(look.reading)
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setPageSize(QSizeF(device.pageLayout().paintRectPoints().size()))
    document.setHtml(redline_html(scene))
    document.print_(device)


def write_redline_pdf(scene: Scene, look: Theme, path: Path, *, letter: bool = False) -> None:
    """Write the redline as PDF, whole or not at all; WriteError with a sentence."""
    try:
        with written_whole(path) as part:
            writer = QPdfWriter(str(part))
            writer.setTitle(_("Redline"))
            writer.setCreator("Sverka")
            size = QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4
            writer.setPageSize(QPageSize(size))
            writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
            print_redline(scene, look, writer)
            if not part.stat().st_size:
                raise WriteError(_not_written(path, _("nothing could be printed")))
    except OSError as error:
        raise WriteError(_not_written(path, str(error.strerror or error))) from error


def _not_written(path: Path, reason: str) -> str:
    return _("{file} could not be written: {reason}. What stood there is as it was.").format(
        file=path, reason=reason
    )
