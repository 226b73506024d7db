"""Puts the changes of quotation marks around unchanged text together: a pair is one change."""

from collections.abc import Iterator, Sequence

from sverka.differences.pair import Edit
from sverka.text.signs import CLOSERS, OPENERS, QUOTES

_OPENING_SHAPES = frozenset("«‹„“‟‘‚‛「『")


def with_pairs(edits: Sequence[Edit], old: str, new: str) -> Iterator[Sequence[Edit]]:
    """The edits between two texts, those together that put, take away or change a pair of marks.

    Marks inside the pair that change as well belong to it. Where anything else changed between
    an opening mark and its closing one, each stands for itself.
    """
    if not _may_have_pairs(edits, old, new):  # which saves further questions
        yield from ([edit] for edit in edits)
        return
    at = 0
    while at < len(edits):
        end = _closing(edits, at, old, new)
        yield edits[at : end + 1]
        at = end + 1


def _may_have_pairs(edits: Sequence[Edit], old: str, new: str) -> bool:
    """Whether more than one edit is of marks or spaces only."""
    found = 0
    for edit in edits:
        if edit.new_end > edit.new_start:
            found += not new[edit.new_end - 1].isalnum()
        else:
            found += not old[edit.old_end - 1].isalnum()
    return found > 1 and not (QUOTES.isdisjoint(old) and QUOTES.isdisjoint(new))


def _closing(edits: Sequence[Edit], first: int, old: str, new: str) -> int:
    """The edit that closes what the first opens; the first itself where there is none."""
    depth = 0
    for at in range(first, len(edits)):
        edit = edits[at]
        if at > first and not _goes_on(edits[at - 1], edit, edits[first], old, new):
            break
        marks = _marks(edit, old, new)
        if marks is None:
            break
        depth += marks
        if depth <= 0:
            return at if depth == 0 else first
    return first


def _goes_on(before: Edit, edit: Edit, first: Edit, old: str, new: str) -> bool:
    """Whether the text between two edits is the same, and both do the same as the first."""
    if old[before.old_end : edit.old_start] != new[before.new_end : edit.new_start]:
        return False
    return _does(edit) == _does(first)


def _does(edit: Edit) -> tuple[bool, bool]:
    return edit.old_start < edit.old_end, edit.new_start < edit.new_end


def _marks(edit: Edit, old: str, new: str) -> int | None:
    """How many more marks an edit opens than it closes; None where it is of anything else."""
    sides = ((old, edit.old_start, edit.old_end), (new, edit.new_start, edit.new_end))
    counts = [_count(text, start, end) for text, start, end in sides if start < end]
    return counts[0] if counts[0] == counts[-1] else None


def _count(text: str, start: int, end: int) -> int | None:
    marks = [at for at in range(start, end) if not text[at].isspace()]  # « French »
    if not marks or not all(text[at] in QUOTES for at in marks):
        return None
    return sum(1 if _opens(text, at) else -1 for at in marks)


def _opens(text: str, at: int) -> bool:
    """Whether a mark opens: by the words around it, marks and brackets aside, or its shape."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if text[at] == "«" and after.isspace() and not before.isalnum():  # spaces inside, in French
        return True
    if text[at] == "»" and before.isspace() and not after.isalnum():
        return False
    first, last = at - 1, at + 1
    while first >= 0 and text[first] in QUOTES | OPENERS:
        first -= 1
    while last < len(text) and text[last] in QUOTES | CLOSERS:
        last += 1
    is_behind = first >= 0 and not text[first].isspace()
    is_in_front = last < len(text) and text[last].isalnum()
    if is_behind == is_in_front:
        return text[at] in _OPENING_SHAPES
    return is_in_front
