"""How the printed lines of a PDF become paragraphs."""

from collections.abc import Callable

from sverka.model import BlockKind, Document
from sverka.screening import screen

Pdf = Callable[..., Document]

# Thirty letters a line; five points a letter.
FULL = [
    "Капитаны встретились утром у",
    "пристани и говорили о новой",
    "навигации, а потом ещё долго",
    "ждали парохода с верховьев,",
    "который опоздал на два часа.",
]


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in screen(document).paragraphs]


def column(lines: list[str], left: float = 80, top: float = 100, step: float = 14) -> list[tuple]:
    return [(line, left, top + step * k) for k, line in enumerate(lines)]


def test_lines_at_the_usual_distance_are_one_paragraph(pdf: Pdf) -> None:
    assert texts(pdf([column(FULL)])) == [" ".join(FULL)]


def test_a_larger_distance_ends_a_paragraph(pdf: Pdf) -> None:
    lines = column(FULL) + column(FULL, top=100 + 14 * 5 + 6)
    assert texts(pdf([lines])) == [" ".join(FULL)] * 2


def test_an_indent_begins_a_paragraph(pdf: Pdf) -> None:
    lines = []
    for k in range(4):
        block = column(FULL, top=100 + 14 * 5 * k)
        lines += [(block[0][0], 95, block[0][2]), *block[1:]]
    assert texts(pdf([lines])) == [" ".join(FULL)] * 4


def test_a_short_line_ends_a_paragraph(pdf: Pdf) -> None:
    lines = [*FULL[:4], "что сел.", *FULL]
    assert texts(pdf([column(lines)])) == [" ".join([*FULL[:4], "что сел."]), " ".join(FULL)]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(pdf: Pdf) -> None:
    page = column(FULL[:2] * 4) + column(FULL[:2] * 4, left=300)
    assert len(texts(pdf([page, page]))) == 1


def test_a_sentence_goes_over_the_page_from_a_short_line_where_no_other_line_is_cut(
    pdf: Pdf,
) -> None:
    clause = "Общее собрание,"
    first, second = column([*FULL * 4, clause]), column(["даёт им ныне новое правило и", *FULL[1:]])
    assert f"{clause} даёт" in texts(pdf([first, second]))[-1]
    # In a list of such lines one more on the next page is another item.
    items = ["тёплая вода", "новые бакены", "тихая гавань"]
    listed = column([*FULL * 4, *items])
    assert texts(pdf([listed, second]))[-1].startswith("даёт")


def test_items_of_a_list_are_apart_and_take_in_their_deeper_lines(pdf: Pdf) -> None:
    lines = [
        ("• Капитаны встретились утром", 80, 100),
        ("у пристани и говорили.", 90, 114),
        ("• Управление обещало помочь", 80, 128),
        ("капитанам до конца года.", 90, 142),
    ]
    paragraphs = screen(pdf([lines + column(FULL, top=200)])).paragraphs
    assert [p.text for p in paragraphs[:2]] == [
        "• Капитаны встретились утром у пристани и говорили.",
        "• Управление обещало помочь капитанам до конца года.",
    ]
    assert paragraphs[0].kind is BlockKind.LIST_ITEM


def test_a_larger_line_is_a_heading(pdf: Pdf) -> None:
    lines = [("Встреча капитанов", 80, 60), ("у пристани", 80, 80), *column(FULL, top=110)]
    sizes = {"Встреча капитанов": 15.0, "у пристани": 15.0}
    heading, text = screen(pdf([lines], sizes=sizes)).paragraphs
    assert (heading.text, heading.kind) == ("Встреча капитанов у пристани", BlockKind.HEADING)
    assert text.text == " ".join(FULL)


def test_a_paragraph_goes_on_past_footnotes_in_smaller_print(pdf: Pdf) -> None:
    note = "1 Пароход ходит летом."
    first = [*column(FULL[:4] * 3), (note, 80, 290)]
    second = column([FULL[4], *FULL])
    paragraphs = texts(pdf([first, second], sizes={note: 7.0}))
    assert paragraphs[0].startswith("Капитаны встретились")
    assert "парохода с верховьев, который опоздал на два часа." in paragraphs[0]
    assert paragraphs[1] == note


def test_a_broken_word_is_welded_where_the_text_breaks_words(pdf: Pdf) -> None:
    lines = [
        "Капитаны встретились ут-",
        "ром у пристани и говори-",
        "ли о навигации, а потом до-",
        "лго ждали.",
    ]
    assert texts(pdf([column(lines)])) == [
        "Капитаны встретились утром у пристани и говорили о навигации, а потом долго ждали."
    ]


def test_sources_know_page_and_box(pdf: Pdf) -> None:
    (paragraph,) = screen(pdf([column(FULL[:3]), column(FULL[3:])])).paragraphs
    assert [source.page for source in paragraph.sources] == [1, 2]
    assert paragraph.sources[0].box == (80, 800 - 100 - 28 - 10, 80 + 5 * 28, 700)
