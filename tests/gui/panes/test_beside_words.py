"""The panes show tables as tables, pictures in frames, and the looks of words where one asks."""

import pytest
import sample
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPainter,
    QTextFormat,
    QTextLayout,
)
from pytestqt.qtbot import QtBot

from sverka.comparison import compare
from sverka.gui.panes.beside_painting import draw_picture
from sverka.gui.panes.caret import Motion, column_of
from sverka.gui.panes.look_formats import formats, in_capitals, readable, small_capitals
from sverka.gui.panes.pane import TextPane
from sverka.gui.panes.typesetter import INDENT, LEFT, Set
from sverka.gui.plumbing.redline_printing import redline_html
from sverka.gui.window import MainWindow
from sverka.language import ENGLISH
from sverka.model import (
    Block,
    BlockKind,
    Document,
    Object,
    ObjectKind,
    Part,
    Run,
    Source,
    Style,
)
from sverka.presentation.scene import scene
from sverka.presentation.selection import Place, Selection
from sverka.presentation.shown_looks import ShownLook
from sverka.presentation.spoken import spoken

FIRST_CELL = 8
"""The paragraph of the revised version with which its table begins."""


@pytest.fixture
def pane(window: MainWindow) -> TextPane:
    window.show_comparison(sample.beside_words())
    found = window.comparison.pair.new
    found.scroll_to(10_000)
    return found


def set_of(pane: TextPane, paragraph: int) -> tuple[int, Set]:
    assert pane.setter is not None
    number = pane.setter.column.item_of(paragraph)
    return number, pane.setter.set(number)


def format_at(made: Set, unit: int) -> list[QTextLayout.FormatRange]:
    return [f for f in made.layout.formats() if f.start <= unit < f.start + f.length]


def bold_at(made: Set, unit: int) -> list[QTextLayout.FormatRange]:
    bold = QFont.Weight.Bold
    return [f for f in format_at(made, unit) if f.format.fontWeight() == bold]


def test_cells_of_a_row_stand_beside_each_other_and_rows_below(pane: TextPane) -> None:
    boxes = [pane.item_box(set_of(pane, FIRST_CELL + k)[0]) for k in range(6)]
    assert boxes[0].top() == boxes[1].top() == boxes[2].top()
    assert boxes[0].right() < boxes[1].right() < boxes[2].right()
    assert boxes[3].top() >= boxes[0].bottom()
    assert boxes[4].left() == boxes[1].left()


def test_a_point_in_a_cell_is_its_item(pane: TextPane) -> None:
    for paragraph in range(FIRST_CELL, FIRST_CELL + 6):
        number, _made = set_of(pane, paragraph)
        assert pane.item_at(pane.item_box(number).center()) == number


def test_everything_has_one_height_and_the_end_is_reached(pane: TextPane) -> None:
    assert pane.lane is not None
    heights = [pane.lane.heights.of(n) for n in range(len(pane.lane.column))]
    assert pane.lane.total == sum(heights)
    for number in pane.lane.column.rows:
        assert (heights[number] > 0) is (pane.lane.column.band(number).start == number)


def test_the_caret_goes_down_its_column_and_along_the_row(pane: TextPane) -> None:
    pane.put_caret(Place(FIRST_CELL + 1, 0))
    pane.move_caret(Motion.DOWN)
    assert pane.caret is not None
    assert pane.place_of(pane.caret).paragraph == FIRST_CELL + 4
    pane.move_caret(Motion.UP)
    assert pane.place_of(pane.caret).paragraph == FIRST_CELL + 1
    for _step in range(5):
        pane.move_caret(Motion.RIGHT)
    assert pane.place_of(pane.caret).paragraph == FIRST_CELL + 2


def test_a_selection_over_cells_is_copied_row_by_row(pane: TextPane) -> None:
    pane.select(Selection(Place(FIRST_CELL, 0), Place(FIRST_CELL + 5, 5)))
    assert pane.copy()
    assert QGuiApplication.clipboard().text() == "Pier\t2024\t2025\nBishkek\t1204\t1477"


def test_a_picture_stands_in_a_frame_as_wide_as_on_paper(pane: TextPane) -> None:
    _number, made = set_of(pane, 2)
    (picture,) = made.pictures
    assert picture.box.width() == pytest.approx(160)
    assert made.height > picture.box.height()


def test_looks_are_shown_only_where_asked_for(window: MainWindow, pane: TextPane) -> None:
    assert not any(
        f.format.fontWeight() == QFont.Weight.Bold for f in set_of(pane, 1)[1].layout.formats()
    )
    window.deeds["formatting"].trigger()
    assert window.deeds["formatting"].isChecked()
    (bold,) = [
        f for f in format_at(set_of(pane, 1)[1], 16) if f.format.fontWeight() == QFont.Weight.Bold
    ]
    assert (bold.start, bold.length) == (15, 9)
    assert window.remembered.settings.formatting_in_panes
    window.deeds["redline"].trigger()
    assert window.deeds["formatting"].isChecked()
    window.deeds["formatting"].trigger()
    assert not window.remembered.settings.formatting_in_redline
    window.deeds["side-by-side"].trigger()
    assert window.deeds["formatting"].isChecked()


def test_links_are_underlined_while_looks_are_shown(window: MainWindow, pane: TextPane) -> None:
    window.deeds["formatting"].trigger()
    assert any(f.format.fontUnderline() for f in format_at(set_of(pane, 1)[1], 34))


def test_every_view_of_them_can_be_painted(
    window: MainWindow, pane: TextPane, qtbot: QtBot
) -> None:
    window.deeds["formatting"].trigger()
    plain = pane.grab().toImage()
    for number in range(1, window.comparison.count + 1):
        window.comparison.go_to_number(number)
        assert pane.grab().toImage() != QImage()
    window.deeds["redline"].trigger()
    assert window.comparison.redline.pane.grab().toImage() != plain


def test_what_the_author_struck_out_is_not_struck_as_deleted(window: MainWindow) -> None:
    colours = window.dressing.look.colours
    (made,) = formats([ShownLook(0, 4, Style(strike=True))], colours)
    assert not made.format.fontStrikeOut()


def test_a_colour_of_the_author_can_be_read_on_every_ground(window: MainWindow) -> None:
    for ground in ("#ffffff", "#252528"):
        for colour in ("#ffff00", "#000080", "#808080"):
            made = readable(QColor(colour), QColor(ground))
            assert abs(made.lightness() - QColor(ground).lightness()) > 60


def test_wide_tables_wrap_inside_the_pane(window: MainWindow, pane: TextPane) -> None:
    window.resize(700, 640)
    for k in range(6):
        number, _made = set_of(pane, FIRST_CELL + k)
        assert pane.item_box(number).right() <= pane.viewport().width()


def test_a_click_in_a_cell_puts_the_caret_there(pane: TextPane, qtbot: QtBot) -> None:
    number, _made = set_of(pane, FIRST_CELL + 4)
    box = pane.item_box(number)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert pane.caret is not None
    assert pane.caret.item == number
    assert pane.unit_at(number, QPointF(box.right() - 1, box.center().y())) == 4


def test_a_cell_is_read_aloud_with_its_place_and_a_link_with_its_target(pane: TextPane) -> None:
    assert pane.setter is not None
    said = [
        spoken(pane.setter.text, pane.setter.column.item(set_of(pane, paragraph)[0]), ENGLISH)
        for paragraph in (1, 2, FIRST_CELL + 4)
    ]
    assert said[0].endswith("Link to https://example.org/times/2021/a")
    assert "Picture: A pier" in said[1]
    assert said[2] == "Table 1, row 2, column 2: 1204"


def test_the_pointer_on_a_link_or_a_picture_says_what_it_is(pane: TextPane) -> None:
    pane.scroll_to(0)
    number, made = set_of(pane, 1)
    line = made.layout.lineForTextPosition(36)
    x = made.origin.x() + column_of(line, 36)
    at = QPointF(x, pane.corner(number) + made.line_top(36) + 8)
    assert pane.words_at(at) == "Link to https://example.org/times/2021/a"
    number, made = set_of(pane, 2)
    inside = made.pictures[0].box.center() + QPointF(0, pane.corner(number))
    assert pane.words_at(inside) == "A pier"


def test_f4_leads_to_what_was_done_alike_and_to_what_names_the_old_number(
    window: MainWindow, pane: TextPane
) -> None:
    changes = window.comparison.scene.comparison.changes if window.comparison.scene else ()
    number = next(n for n, change in enumerate(changes) if change.references)
    window.comparison.go_to_number(number + 1)
    selected = []
    for _step in range(3):
        window.deeds["inner-next"].trigger()
        assert pane.selection is not None
        selected.append(pane.selection.start.paragraph)
    named = changes[number].references[0].paragraph
    assert selected[1:] == [selected[0] + 1, named]
    assert window.said.text() == "Place 3 of 3 of this change"
    window.deeds["inner-next"].trigger()
    assert window.said.text() == "There is no further place of this change."


def test_the_redline_on_paper_has_a_sign_where_words_look_otherwise(window: MainWindow) -> None:
    printed = redline_html(scene(sample.beside_words()))
    assert ">every day</span><sup>¶</sup>" in printed
    assert "<mark" not in printed
    assert '<td colspan="1"><p dir="ltr">' in printed
    assert printed.count("<table") == printed.count("</table>") == 1
    assert "<s>[Picture: A pier]</s> [Picture: A pier]" in printed


def test_the_number_of_a_note_stands_clear_of_the_sign_in_the_gutter(window: MainWindow) -> None:
    old, new = (
        Document(
            "a.docx",
            "docx",
            "",
            blocks=(
                Block(BlockKind.PARAGRAPH, (Run("It was built in a year of drought."),)),
                Block(BlockKind.NOTE, (Run(words),), label="2", source=Source(Part.FOOTNOTE)),
            ),
        )
        for words in ("Said by the elders of 1931.", "Said by the elders of 1932.")
    )
    window.show_comparison(compare(old, new))
    _number, made = set_of(window.comparison.pair.new, 1)
    assert (made.label, made.signature.sign) == ("2", "~")
    assert made.origin.x() >= LEFT + INDENT


def test_capitals_are_shown_as_such_and_small_ones_smaller(window: MainWindow) -> None:
    text = "all 𝒮mall ß Ab"
    looks = [
        ShownLook(0, 3, Style(caps=True)),
        ShownLook(4, 15, Style(caps=True, capitals="small")),
    ]
    assert in_capitals(text, looks) == "ALL 𝒮MALL ß AB"
    assert in_capitals(text, []) is text
    font = QFont()
    font.setPixelSize(20)
    made = list(small_capitals(text, looks, font))
    assert [(one.start, one.length) for one in made] == [(6, 4), (11, 1), (14, 1)]
    sizes = {one.format.property(QTextFormat.Property.FontPixelSize) for one in made}
    assert sizes == {16}


@pytest.mark.parametrize(
    ("crop", "shown"), [((0.5, 0.0, 0.0, 0.0), "#00ff00"), ((0.0, 0.0, 0.5, 0.0), "#ff0000")]
)
def test_a_picture_is_drawn_without_what_is_cut_off_of_it(
    crop: tuple[float, float, float, float], shown: str
) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    for x in range(20, 40):
        for y in range(20):
            image.setPixelColor(x, y, QColor("#00ff00"))
    drawn = QImage(60, 60, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    thing = Object(0, ObjectKind.PICTURE, "a", size=(60.0, 60.0), crop=crop)
    draw_picture(painter, image, thing, QRectF(0, 0, 60, 60))
    painter.end()
    assert {drawn.pixelColor(x, 30).name() for x in (5, 30, 55)} == {shown}
