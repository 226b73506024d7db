"""Gold of pages set in columns with figures, notes and tables: paragraphs whole and in order."""

from pathlib import Path

import pytest
from made_layouts import FORMS, Agreement, agreement, as_pdf, laid_out

from sverka.model import Part
from sverka.readers import read
from sverka.screening import screen

FLOOR = 0.97
"""The share of paragraphs that stand whole, and of neighbours in their order, at least."""

FLOORS = {"indented": 0.93}
"""Where paragraphs are told by their indent alone, a column may end with a full sentence."""


def scored(form: str, seed: int, folder: Path) -> Agreement:
    """How a text in a form is read, its body and its notes."""
    layout = laid_out(form, seed)
    path = folder / f"{seed}.pdf"
    path.write_bytes(as_pdf(layout, seed))
    paragraphs = screen(read(path)).paragraphs
    body = [one.text for one in paragraphs if one.part is Part.BODY]
    notes = [one.text for one in paragraphs if one.part is Part.FOOTNOTE]
    return agreement(layout.text, body) + agreement(layout.notes, notes)


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_are_whole_and_in_order_however_the_page_is_drawn(
    form: str, tmp_path: Path
) -> None:
    found = scored(form, 1, tmp_path) + scored(form, 2, tmp_path)
    floor = FLOORS.get(form, FLOOR)
    assert found.whole >= floor * found.paragraphs, found
    assert found.in_order >= floor * found.neighbours, found
