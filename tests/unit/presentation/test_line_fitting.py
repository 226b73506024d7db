"""A line of the list shows what changed, on both sides, however little room there is."""

from sverka.presentation.item_marks import Role
from sverka.presentation.line_fitting import fitted
from sverka.presentation.list_entries import RoleText

LINE = (
    RoleText("the steamer left the old pier on the ", None),
    RoleText("fourteenth", Role.DELETION),
    RoleText("fifteenth", Role.INSERTION),
    RoleText(" of March, and nobody saw it", None),
)


def shown(room: int) -> list[str]:
    found = fitted(LINE, room, len, lambda text, width: cut(text, int(width)))
    assert [s.role for s in found] == [s.role for s in LINE]
    assert sum(len(s.text) for s in found) <= room
    return [s.text for s in found]


def cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(0, width - 1)] + "…"[:width]


def test_a_line_with_room_is_left_as_it_is() -> None:
    assert shown(200) == [s.text for s in LINE]


def test_context_gives_way_by_whole_words_from_far_to_near() -> None:
    assert shown(48) == ["…pier on the ", "fourteenth", "fifteenth", " of March, and…"]


def test_what_changed_is_seen_on_both_sides_where_nothing_else_has_room() -> None:
    before, old, new, after = shown(12)
    assert before == after == ""
    assert (old, new) == ("fourt…", "fifte…")


def test_a_comma_that_touches_the_change_goes_on_touching_it() -> None:
    line = (
        RoleText("in 1850", Role.DELETION),
        RoleText(", when the river was still frozen over", None),
    )
    found = fitted(line, 20, len, lambda text, width: cut(text, int(width)))
    assert found[1].text == ", when the…"
