"""A row and the line it is written in elsewhere are the same; a line made a row is not."""

from pathlib import Path

import pytest
from docx import Document as Docx

from sverka.comparison import compare
from sverka.model import Category, ChangeKind

ROWS = [["Place", "2024", "2025"], ["Quay", "12", "14"], ["North tower", "3", "4"]]
JOINTS = {ChangeKind.SPLIT, ChangeKind.MERGE}


def markdown(folder: Path, rows: list[list[str]]) -> Path:
    head, *rest = [f"| {' | '.join(row)} |" for row in rows]
    path = folder / "table.md"
    path.write_text("\n".join([head, "|---|---|---|", *rest]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("gap", [" ", "\t"])
def test_a_table_and_the_same_lines_of_a_text_read_the_same(gap: str, tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("".join(f"{gap.join(row)}\n" for row in ROWS), encoding="utf-8")
    table = markdown(tmp_path, ROWS)
    assert compare(lines, table).changes == ()
    assert compare(table, lines).changes == ()


def test_what_changed_in_a_cell_is_told_all_the_same(tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("".join(f"{' '.join(row)}\n" for row in ROWS), encoding="utf-8")
    changes = compare(lines, markdown(tmp_path, [*ROWS[:2], ["North tower", "3", "5"]])).changes
    assert {Category.NUMBER} == {category for change in changes for category in change.categories}


def test_a_line_that_became_a_row_is_a_change_where_both_formats_know_tables(
    tmp_path: Path,
) -> None:
    document = Docx()
    for row in ROWS:
        document.add_paragraph(" ".join(row))
    document.save(str(tmp_path / "lines.docx"))
    changes = compare(tmp_path / "lines.docx", markdown(tmp_path, ROWS)).changes
    assert JOINTS & {change.kind for change in changes}
