"""Ribbons, the strip, chips and heads."""

import sample

from sverka.language import ENGLISH
from sverka.model import Side
from sverka.presentation.chips import chip_text
from sverka.presentation.identity import identity
from sverka.presentation.item_marks import Role
from sverka.presentation.lane import Lane, Metrics
from sverka.presentation.overview import ticks
from sverka.presentation.ribbons import LaneView, ribbons
from sverka.presentation.scene import Scene, scene

METRICS = Metrics(400, 8.0, 24, 10, 40)


def views(shown: Scene, top: int = 0, height: int = 2000) -> tuple[LaneView, LaneView]:
    return (
        LaneView(Lane(shown.column(Side.OLD), METRICS), top, height),
        LaneView(Lane(shown.column(Side.NEW), METRICS), top, height),
    )


def test_ribbons_join_the_changed_links_in_view(release: Scene) -> None:
    found = ribbons(release.index, release.knots, *views(release))
    assert [(r.link, r.role, r.moved) for r in found] == [
        (1, Role.MOVE, True),
        (2, None, False),
        (3, None, False),
        (4, None, False),
        (5, Role.DELETION, False),
        (7, Role.INSERTION, False),
    ]
    deleted, inserted = found[4], found[5]
    assert deleted.new[0] == deleted.new[1]
    assert inserted.old[0] == inserted.old[1]


def test_ribbons_out_of_view_are_left_out() -> None:
    shown = scene(sample.long_pair(1000))
    found = ribbons(shown.index, shown.knots, *views(shown, 0, 400))
    assert [r.link for r in found] == [0]


def test_the_strip_has_one_tick_per_role_and_place() -> None:
    shown = scene(sample.long_pair(5000))
    found = ticks(shown.entries, 300, 3)
    rows = [tick.row for tick in found]
    assert len(rows) == len(set(rows)) == 100
    assert max(rows) < 300


def test_the_strip_shows_all_roles(release: Scene) -> None:
    roles = {tick.role for tick in ticks(release.entries, 600)}
    assert roles == {Role.INSERTION, Role.DELETION, Role.MOVE, Role.FURNITURE, Role.ARTIFACT}


def test_a_chip_says_what_was_set_aside_and_opens_to_the_evidence(release: Scene) -> None:
    finding = release.comparison.findings[0]
    closed, opened = (chip_text([finding], ENGLISH, opened=is_open) for is_open in (False, True))
    assert closed.text == "Repeated header, lines 21–23, set aside · «Встреча капитанов»"
    assert not closed.more
    assert opened.more[:2] == (
        "«Встреча капитанов»",
        "• The first time, line 1, it is the title, and it stays.",
    )
    assert "fixed in the revised version" in opened.text


def test_a_chip_of_several_counts_them(release: Scene) -> None:
    finding = release.comparison.findings[0]
    said = chip_text([finding, finding], ENGLISH, opened=True)
    assert said.title == "2 set aside"
    assert said.text.count("«Встреча капитанов»") == 2


def test_the_head_names_the_file(release: Scene) -> None:
    known = identity(release.comparison, Side.OLD, ENGLISH)
    assert known.title == "Original · published.txt"
    assert known.about == "text, UTF-8 · 7 paragraphs · 100 words"
