"""The table of findings says of each what it is, where, and what was decided and remarked."""

from dataclasses import replace

from sverka.language import ENGLISH, language
from sverka.model import Decision
from sverka.presentation.finding_table import (
    MAY_BE_EMPTY,
    NOTE_COLUMN,
    TEXT_COLUMN,
    alike,
    entries_by_row,
    finding_cells,
    finding_headings,
)
from sverka.presentation.scene import Scene
from sverka.review import Remark, State


def test_every_finding_has_a_cell_under_every_heading(release: Scene) -> None:
    for code in ("en", "ru", "ky"):
        headings = finding_headings(language(code))
        for finding in release.comparison.findings:
            cells = finding_cells(finding, Remark(State.QUERY, "Why?"), language(code))
            assert len(cells) == len(headings)
            empty = {number for number, cell in enumerate(cells) if not cell}
            assert empty <= {*MAY_BE_EMPTY, 2}, "only the place and these need not be known"
            assert cells[TEXT_COLUMN] == " ".join(finding.text.split())
            assert cells[NOTE_COLUMN].endswith("Why?")


def test_only_of_page_furniture_a_decision_is_told(release: Scene) -> None:
    furniture = next(f for f in release.comparison.findings if f.kind.is_furniture)
    other = next(f for f in release.comparison.findings if not f.kind.is_furniture)
    decided = MAY_BE_EMPTY[0]
    kept = finding_cells(replace(furniture, decision=Decision.KEPT), Remark(), ENGLISH)[decided]
    removed = finding_cells(replace(furniture, decision=Decision.REMOVED), Remark(), ENGLISH)
    assert kept
    assert kept != removed[decided]
    assert not finding_cells(other, Remark(), ENGLISH)[decided]
    assert not finding_cells(other, Remark(), ENGLISH)[NOTE_COLUMN]


def test_alike_are_those_of_one_group_kind_and_side(release: Scene) -> None:
    first = release.comparison.findings[0]
    one, two = replace(first, group="header"), replace(first, group="header", text="Page 2")
    others = (replace(first, group="footer"), replace(first, group=""))
    assert alike(one, (one, *others, two)) == (one, two)
    assert alike(others[1], (one, *others, two)) == (others[1],)


def test_the_rows_are_walked_as_the_table_stands_and_only_those_of_the_kinds(
    release: Scene,
) -> None:
    entries, findings = release.entries, release.comparison.findings
    walked = [entries.finding(entry) for entry in entries_by_row(entries, ()).tolist()]
    assert walked == list(range(len(findings)))
    kind = findings[1].kind
    walked = [entries.finding(entry) for entry in entries_by_row(entries, (kind,)).tolist()]
    assert walked == [number for number, finding in enumerate(findings) if finding.kind is kind]
