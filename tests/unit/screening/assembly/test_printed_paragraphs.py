"""Whether a paragraph of a PDF goes on, past what stands in its way."""

from collections.abc import Callable

from sverka.model import Document
from sverka.screening import screen

Pdf = Callable[..., Document]
Text = Callable[[str], Document]

FIRST = (
    "The council met at noon and heard the report of the",
    "engineer on the state of the old bridge, of which the",
    "eastern pier was found to be sinking every spring, so",
)
REST = (
    "that it was resolved to ask for stone from the quarry",
    "before the frost, and to keep the ferry until then and",
    "to pay the keeper of the inn for the beds of the masons.",
)
CAPTION = "Plate 4. The bridge as seen from the mill"


def texts(document: Document, other: Document | None = None) -> list[str]:
    return [paragraph.text for paragraph in screen(document, other).paragraphs]


def down(
    lines: tuple[str, ...], left: float = 50, top: float = 100
) -> list[tuple[str, float, float]]:
    return [(text, left, top + 12 * n) for n, text in enumerate(lines)]


def test_a_caption_does_not_divide_the_sentence_around_it(pdf: Pdf) -> None:
    page = [*down(FIRST), (CAPTION, 90, 300), *down(REST, top=330)]
    whole = " ".join([*FIRST, *REST])
    assert texts(pdf([page], sizes={CAPTION: 8.0})) == [whole, CAPTION]


def test_the_lines_behind_it_follow_each_other_though_one_begins_with_a_capital(pdf: Pdf) -> None:
    rest = (REST[0], "Before the frost, and to keep the ferry until then and", REST[2])
    page = [*down(FIRST), (CAPTION, 90, 300), *down(rest, top=330)]
    assert texts(pdf([page], sizes={CAPTION: 8.0}))[0] == " ".join([*FIRST, *rest])


def test_an_abstract_set_narrower_than_the_lines_over_it_stays_whole(pdf: Pdf) -> None:
    title = [("A very long line with the names of the authors and of their houses", 30, 60)]
    page = [*title, *down(FIRST, top=90), *down(REST, top=126)]
    assert texts(pdf([page]))[-1] == " ".join([*FIRST, *REST])


def test_where_a_sentence_ends_with_a_full_line_the_other_version_tells(
    pdf: Pdf, text: Text
) -> None:
    first = (*FIRST[:2], "eastern pier was found to be sinking in every spring.")
    second = ("That it was resolved to ask for stone from the quarry", *REST[1:])
    page = [*down(first), *down(second, top=136)]
    parted = " ".join(first) + "\n\n" + " ".join(second)
    assert texts(pdf([page])) == [" ".join([*first, *second])]
    assert texts(pdf([page]), text(parted)) == [" ".join(first), " ".join(second)]
    assert texts(pdf([page]), text(parted.replace("\n\n", " "))) == [" ".join([*first, *second])]


def test_where_a_line_had_room_within_a_sentence_the_other_version_tells(
    pdf: Pdf, text: Text
) -> None:
    ragged = (
        FIRST[0],
        "engineer of the",
        "Eastern pier which was found to be sinking, and",
        REST[2],
    )
    page = down(ragged)
    assert texts(pdf([page]), text(" ".join(ragged))) == [" ".join(ragged)]
    assert len(texts(pdf([page]))) == 2


def test_the_lines_of_a_table_of_contents_are_paragraphs_of_their_own(pdf: Pdf) -> None:
    entries = tuple(f"The bridge and its keepers{'. ' * 10}{n}" for n in (7, 12, 31, 40))
    assert texts(pdf([down(entries)])) == list(entries)


def test_lines_beside_a_large_first_letter_and_below_it_are_one_paragraph(pdf: Pdf) -> None:
    page = [
        (FIRST[0], 50, 100),
        (FIRST[1][:50], 70, 112),
        (FIRST[2], 50, 124),
        *down(REST, top=136),
    ]
    assert len(texts(pdf([page]))) == 1


def test_what_explains_a_term_goes_on_below_it_deeper(pdf: Pdf) -> None:
    page = [(FIRST[0], 50, 100), (FIRST[1][:48], 74, 112), ("pier was sinking.", 74, 124)]
    assert len(texts(pdf([[*page, *down(REST, top=160)]]))) == 2


def test_a_quotation_set_deeper_that_begins_anew_is_a_paragraph(pdf: Pdf) -> None:
    page = [
        *down(FIRST),
        *down(("That it was resolved to ask for stone", REST[1]), left=74, top=136),
    ]
    assert texts(pdf([page]))[0] == " ".join(FIRST)
