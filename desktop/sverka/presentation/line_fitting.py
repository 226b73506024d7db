"""Fits before and after into one line of the list: what changed stays, context gives way."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sverka.presentation.list_entries import RoleText

Advance = Callable[[str], float]
"""How wide a text is, in any unit."""
Elided = Callable[[str, float], str]
"""A text cut to a width, with "…" at its end where it was cut."""

_WORTH = 6
"""Letters of a word that are worth showing without its end."""


def fitted(
    stretches: Sequence[RoleText], room: float, advance: Advance, elided: Elided
) -> list[RoleText]:
    """The stretches of a line; context and long texts give way so that both sides are seen."""
    marked = [s for s in stretches if s.role is not None]
    total = sum(advance(s.text) for s in stretches)
    if total <= room:
        return list(stretches)
    if not marked:
        return _cut(stretches, room, advance, elided)
    share = room / len(marked)
    changed = [replace(s, text=elided(s.text, share)) for s in marked]
    left = room - sum(advance(s.text) for s in changed)
    found: list[RoleText] = []
    for stretch in stretches:
        if stretch.role is not None:
            found.append(changed.pop(0))
            continue
        leading = not found
        room_left = left / 2 if leading else left
        text = _shortened(stretch.text, room_left, advance, elided, leading=leading)
        left -= advance(text)
        found.append(replace(stretch, text=text))
    return found


def _cut(
    stretches: Sequence[RoleText], room: float, advance: Advance, elided: Elided
) -> list[RoleText]:
    """A line in which nothing is marked, cut at its end."""
    found: list[RoleText] = []
    for stretch in stretches:
        text = elided(stretch.text, room)
        found.append(replace(stretch, text=text))
        room -= advance(text)
        if text != stretch.text:
            break
    return found


def _shortened(text: str, room: float, advance: Advance, elided: Elided, *, leading: bool) -> str:
    """Whole words of `text` that fit, those next to the change; `leading` stands before it."""
    if advance(text) <= room:
        return text
    words = text.strip("… ").split()
    while words:
        words = words[1:] if leading else words[:-1]
        shown = " ".join(words)
        # The change touches a comma as it does in the text, and a word across a space.
        touches = not (text[-1:] if leading else text[:1]).isspace()
        space = "" if touches else " "
        shown = f"…{shown}{space}" if leading else f"{space}{shown}…"
        if advance(shown) <= room:
            return shown
    # Not one word fits, as of an address: its beginning, if it says more than a word or two.
    return "" if leading or room < advance("m") * _WORTH else elided(text, room)
