"""Which lines come back as one."""

from collections.abc import Callable

from sverka.model import Document
from sverka.screening.furniture.line_runs import RepeatedUnit, keys_of, runs_of, units_of
from sverka.screening.lines.layout import Layout
from sverka.screening.lines.text_lines import lines_of

Text = Callable[[str], Document]


def units(document: Document) -> list[RepeatedUnit]:
    lines = lines_of(document)
    return units_of(lines, keys_of(lines), {}, Layout())


def test_a_sign_between_lines_that_come_back_does_not_part_them(text: Text) -> None:
    notice = "No reuse allowed\n;\nThe harbour press"
    (unit,) = units(text(f"{notice}\nThe first page.\n{notice}\nThe last page.\n{notice}"))
    assert (unit.size, unit.starts) == (3, (0, 4, 8))


def test_another_sign_or_a_word_parts_them(text: Text) -> None:
    first, second = "No reuse allowed\n;\nThe press", "No reuse allowed\n.\nThe press"
    assert [u.size for u in units(text(f"{first}\nOne.\n{second}\nTwo."))] == [1, 1]
    first, second = "No reuse allowed\nno\nThe press", "No reuse allowed\nbut\nThe press"
    assert [u.size for u in units(text(f"{first}\nOne.\n{second}\nTwo."))] == [1, 1]


def test_a_line_named_twice_stands_in_its_run_once() -> None:
    assert {(run.first, run.last) for run in runs_of([4, 5, 5, 6]).values()} == {(4, 6)}
