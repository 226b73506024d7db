"""The redline on paper and as PDF, through Qt."""

from collections.abc import Iterator
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
from sverka.model import BlockKind, ChangeKind, ObjectKind, Phrase
from sverka.presentation.direction import is_right_to_left
from sverka.presentation.item_marks import tag_words
from sverka.presentation.pane_items import PaneColumn
from sverka.presentation.redline import RedlineText
from sverka.presentation.scene import Scene
from sverka.presentation.selection import Place, Selection, rich
from sverka.presentation.table_grid import TableRow
from sverka.wording import picture_words, sign

_POINTS = 10.5
_TABLE = '<table border="1" cellspacing="0" cellpadding="4" width="100%">'
_SIGN = sign(ChangeKind.FORMATTING)
_FAINT = "color:#777777;font-size:8pt"
_TAG = "color:#5B3FA8;font-size:8pt"


def redline_html(scene: Scene) -> str:
    """The whole redline as HTML: what went struck through, what came underlined, moves numbered."""
    text = RedlineText(scene.index)
    names = (scene.comparison.old.document.name, scene.comparison.new.document.name)
    body = "".join(_body(text))
    about = _("Original struck out, revised underlined")
    return f"<h3>{escape(' → '.join(names))}</h3><p>{escape(about)}</p>{body}"


def _body(text: RedlineText) -> Iterator[str]:
    """The paragraphs one below the other, and rows of tables as such."""
    column = text.column()
    table: int | None = None
    number = 0
    while number < len(column):
        row, item = column.rows.get(number), column.item(number)
        here = text.known.cells[item.paragraph].table if row is not None else None
        if here != table:
            yield "</table>" if table is not None else ""
            yield _TABLE if here is not None else ""
            table = here
        if row is not None:
            yield _row_html(text, column, row)
        elif item.is_first:
            yield _paragraph_html(text, item.paragraph)
        number = column.band(number).stop
    yield "</table>" if table is not None else ""


def _row_html(text: RedlineText, column: PaneColumn, row: TableRow) -> str:
    cells = []
    for slot in row.slots:
        inner = "".join(_part_html(text, column, part) for part in slot.parts())
        cells.append(f'<td colspan="{slot.last - slot.first}">{inner}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _part_html(text: RedlineText, column: PaneColumn, part: int | TableRow) -> str:
    """What stands in a cell: a paragraph, or a row of a table inside it."""
    if isinstance(part, TableRow):
        return f"{_TABLE}{_row_html(text, column, part)}</table>"
    item = column.item(part)
    return _paragraph_html(text, item.paragraph) if item.is_first else ""


def _pictures_html(text: RedlineText, number: int) -> str:
    """The pictures of a paragraph by their alternative texts, those that went struck out."""
    gone, said = text.gone_pictures(number), []
    for one in text.paragraph(number).objects:
        if one.kind is ObjectKind.PICTURE:
            words = escape(f"[{picture_words(one, current())}]")
            said.append(f"<s>{words}</s>" if one.digest in gone else words)
    return f' <i style="{_FAINT}">{" ".join(said)}</i>' if said else ""


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
    pictures = _pictures_html(text, number)
    direction = "rtl" if is_right_to_left(paragraph.text) else "ltr"
    return (
        f'<p dir="{direction}">{tag}<span style="{_FAINT}">{margin}</span>  {words}{pictures}</p>'
    )


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
