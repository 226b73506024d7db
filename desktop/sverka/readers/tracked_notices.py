"""Says how the changes tracked in a file were read, whatever its format."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sverka.model import Notice, NoticeCode, Tracked, TrackedChange

_READ_AS = {
    Tracked.ACCEPT: NoticeCode.TRACKED_ACCEPTED,
    Tracked.REJECT: NoticeCode.TRACKED_REJECTED,
}


def tracked_notices(
    shown: str, tracked: Tracked, kept: Sequence[TrackedChange], *, revised: bool
) -> Iterator[Notice]:
    """Whose the changes are that were kept; else, where the file is `revised`, how it was read."""
    if kept:
        yield Notice(NoticeCode.TRACKED_KEPT, {"file": shown, "authors": _authors_of(kept)})
    elif revised and tracked in _READ_AS:
        yield Notice(_READ_AS[tracked], {"file": shown})


def _authors_of(changes: Sequence[TrackedChange]) -> str:
    """How many changes are whose: "Ann 3, Bob 1"."""
    counts = Counter(one.revision.author or "?" for one in changes)
    return ", ".join(f"{author} {count}" for author, count in counts.items())
