"""What is selected is copied whole, as text and as HTML with its marks."""

from sverka.model import Side
from sverka.presentation.scene import Scene
from sverka.presentation.selection import Place, Selection, plain, rich, word_at


def test_text_goes_from_the_upper_to_the_lower_end_however_it_was_selected(release: Scene) -> None:
    selection = Selection(Place(1, 9), Place(0, 8))
    assert plain(release.text(Side.OLD), selection) == "капитанов\nНавигация"


def test_html_marks_what_changed(release: Scene) -> None:
    text = release.comparison.new.paragraphs[2].text
    selection = Selection(Place(2, 0), Place(2, len(text)))
    made = rich(release.text(Side.NEW), selection)
    assert made == (
        '<p>Навигация откроется <ins style="background:#BBDDFF">15</ins> марта, '
        "сказал начальник.</p>"
    )


def test_html_is_escaped_and_cut_at_the_selection(release: Scene) -> None:
    made = rich(release.text(Side.OLD), Selection(Place(1, 21), Place(1, 23)))
    assert made == '<p><del style="background:#FFD0A6">4</del> </p>'


def test_the_word_under_the_pointer_is_found() -> None:
    assert word_at("one два three", 5) == (4, 7)
    assert word_at("one, two", 3) == (0, 3)
    assert word_at(" - ", 1) == (1, 2)
    assert word_at("", 0) == (0, 0)
