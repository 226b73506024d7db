from collections.abc import Callable

from sverka.model import Document, Span, Spot
from sverka.screening import screen
from sverka.screening.assembly import offsets

TEXT = "  Встреча с  \nруководи-\nтелями пристаней  \nи водников\n\nДругой руководителями абзац."


def test_every_character_but_the_space_of_a_join_is_one_of_the_file(
    text: Callable[[str], Document],
) -> None:
    document = text(TEXT)
    (first, second) = screen(document).paragraphs
    assert first.text == "Встреча с руководителями пристаней и водников"
    for paragraph in (first, second):
        for offset, char in enumerate(paragraph.text):
            place = offsets.to_block(paragraph, offset)
            if place is None:
                assert char == " "
            else:
                assert document.blocks[place[0]].text[place[1]] == char
                assert offsets.to_paragraph(paragraph, *place) == offset


def test_what_fell_away_has_no_place_in_the_paragraph(text: Callable[[str], Document]) -> None:
    document = text(TEXT)
    (first, _second) = screen(document).paragraphs
    hyphen = document.blocks[0].text.index("-")
    assert offsets.to_paragraph(first, 0, hyphen) is None
    assert offsets.to_paragraph(first, 7, 0) is None


def test_the_end_of_a_paragraph_is_the_end_of_its_last_piece(
    text: Callable[[str], Document],
) -> None:
    paragraph = screen(text("слово")).paragraphs[0]
    assert offsets.to_block(paragraph, 5) == (0, 5)
    assert offsets.to_block(paragraph, 6) is None


def test_a_stretch_is_one_spot_for_each_piece_it_touches(text: Callable[[str], Document]) -> None:
    paragraph = screen(text("Встреча с\nруководителями\n\nконец")).paragraphs[0]
    assert offsets.spots_of(paragraph, 8, 12) == (Spot(0, 8, 9), Spot(0, 10, 12))
    assert offsets.spots_of(paragraph, 9, 10) == ()
    assert offsets.spots_of(paragraph, 0, 7) == (Spot(0, 0, 7),)


def test_a_character_of_the_file_is_found_in_the_reading_text(
    text: Callable[[str], Document],
) -> None:
    paragraphs = screen(text("один\n\nдва")).paragraphs
    assert offsets.find(paragraphs, 1, 2) == Span(1, 2, 3)
    assert offsets.find(paragraphs, 2, 0) is None
