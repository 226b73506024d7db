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

from sverka.files import not_written, written_whole
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _, current
from sverka.model import BlockKind, ChangeKind, Phrase
from sverka.presentation.direction import is_right_to_left
from sverka.presentation.item_marks import tag_words
from sverka.presentation.redline import RedlineText
from sverka.presentation.scene import Scene
from sverka.presentation.selection import Place, Selection, rich
from sverka.wording import sign

_POINTS = 10.5
_SIGN = sign(ChangeKind.FORMATTING)
_FAINT = "color:#777777;font-size:8pt"
_TAG = "color:#5B3FA8;font-size:8pt"


def redline_html(scene: Scene) -> str:
    """The whole redline as HTML: what went struck through, what came underlined, moves numbered."""
    text = RedlineText(scene.index)
    names = (scene.comparison.old.document.name, scene.comparison.new.document.name)
    body = "".join(_paragraph_html(text, number) for number in range(len(text)))
    about = _("Original struck out, revised underlined")
    return f"<h3>{escape(' → '.join(names))}</h3><p>{escape(about)}</p>{body}"


def _paragraph_html(text: RedlineText, number: int) -> str:
    """One paragraph with its number and sign; a moved one with the place of its other end."""
    paragraph, signed = text.paragraph(number), text.signature(number)
    words = rich(text, Selection(Place(number, 0), Place(number, len(paragraph.text))))
    # Qt underlines by the style, not by the tag.
    words = (
        words.removeprefix("<p>")
        .removesuffix("</p>")
        .replace('<ins style="', '<ins style="text-decoration:underline;')
        # Qt draws no dots below words: on paper a sign says that they look otherwise.
        .replace("<mark ", "<span ")
        .replace("</mark>", f"</span><sup>{_SIGN}</sup>")
    )
    if paragraph.kind is BlockKind.HEADING:
        words = f"<b>{words}</b>"
    moved = tag_words(signed, current())
    tag = f'<span style="{_TAG}">{escape(moved)}</span><br>' if moved else ""
    margin = escape(f"{text.number(number)} {signed.sign}".strip())
    direction = "rtl" if is_right_to_left(paragraph.text) else "ltr"
    return f'<p dir="{direction}">{tag}<span style="{_FAINT}">{margin}</span>  {words}</p>'


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
                raise not_written(path, Phrase("nothing could be printed"))
    except OSError as error:
        raise not_written(path, error) from error
