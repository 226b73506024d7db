from collections.abc import Callable

from places_in_file import to_block, to_paragraph
from sverka.model import Document, Spot
from sverka.screening import screen
from sverka.screening.assembly.offsets import spots_of

TEXT = "  Встреча с  \nруководи-\nтелями пристаней  \nи водников\n\nДругой руководителями абзац."


def test_every_character_but_the_space_of_a_join_is_one_of_the_file(
    text: Callable[[str], Document],
) -> None:
    document = text(TEXT)
    (first, second) = screen(document).paragraphs
    assert first.text == "Встреча с руководителями пристаней и водников"
    for paragraph in (first, second):
        for offset, char in enumerate(paragraph.text):
            place = to_block(paragraph, offset)
            if place is None:
                assert char == " "
            else:
                assert document.blocks[place[0]].text[place[1]] == char
                assert to_paragraph(paragraph, *place) == offset


def test_what_fell_away_has_no_place_in_the_paragraph(text: Callable[[str], Document]) -> None:
    document = text(TEXT)
    (first, _second) = screen(document).paragraphs
    hyphen = document.blocks[0].text.index("-")
    assert to_paragraph(first, 0, hyphen) is None
    assert to_paragraph(first, 7, 0) is None


def test_a_stretch_is_one_spot_for_each_piece_it_touches(text: Callable[[str], Document]) -> None:
    paragraph = screen(text("Встреча с\nруководителями\n\nконец")).paragraphs[0]
    assert spots_of(paragraph, 8, 12) == (Spot(0, 8, 9), Spot(0, 10, 12))
    assert spots_of(paragraph, 9, 10) == ()
    assert spots_of(paragraph, 0, 7) == (Spot(0, 0, 7),)
