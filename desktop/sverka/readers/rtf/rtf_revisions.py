"""Follows the tracked changes of an RTF: what text is of which, what is not there, what is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sverka.model import Revision, RevisionKind, Tracked, TrackedChange
from sverka.readers.rtf.rtf_state import GroupState

_MARK = "¶"


@dataclass(slots=True)
class RtfRevisions:
    """The changes of a document. `authors` are found by their numbers, `told` those that are kept.

    `met` says that there was one.
    """

    tracked: Tracked
    authors: Sequence[str]
    told: list[TrackedChange] = field(default_factory=list)
    met: bool = False

    def word(self, word: bytes, value: int | None, state: GroupState) -> bool:
        """Take in a control word about tracked changes; whether it is one."""
        count = value or 0
        match word:
            case b"revised":
                state.revised = value != 0
            case b"deleted":
                state.deleted = value != 0
            case b"revauth":
                state.reviser = (count, state.reviser[1])
            case b"revdttm":
                state.reviser = (state.reviser[0], count)
            case b"revauthdel":
                state.deleter = (count, state.deleter[1])
            case b"revdttmdel":
                state.deleter = (state.deleter[0], count)
            case _:
                return False
        return True

    def hides(self, state: GroupState) -> bool:
        """Whether what stands here is not there, once tracked changes are accepted or rejected."""
        return state.revised if self.tracked is Tracked.REJECT else state.deleted

    def of(self, state: GroupState) -> tuple[Revision, ...]:
        """The changes that what stands here is in."""
        if not (state.revised or state.deleted):
            return ()
        self.met = True
        found = []
        if state.revised:
            found.append(self._revision(RevisionKind.INSERTION, state.reviser))
        if state.deleted:
            found.append(self._revision(RevisionKind.DELETION, state.deleter))
        return tuple(found)

    def _revision(self, kind: RevisionKind, made: tuple[int, int]) -> Revision:
        author, time = made
        name = self.authors[author] if 0 <= author < len(self.authors) else ""
        return Revision(kind, name, _date(time))

    def tell(self, found: Sequence[Revision], text: str, block: int | None) -> None:
        """Keep that these changes are of this text in that block, where changes are kept."""
        for one in found if self.tracked is Tracked.KEEP else ():
            words, place = text, block
            if self._goes_on(one):
                last = self.told.pop()
                words, place = last.words + text, last.block
            self.told.append(TrackedChange(one, words, place))

    def tell_mark(self, found: Sequence[Revision], block: int | None) -> None:
        """Keep that these changes are of the mark of a paragraph, unless text before it is."""
        self.tell([one for one in found if not self._goes_on(one)], _MARK, block)

    def _goes_on(self, revision: Revision) -> bool:
        return bool(self.told) and self.told[-1].revision == revision


def _date(written: int) -> str | None:
    """The time of a tracked change (a DTTM: minute, hour, day, month, year from 1900)."""
    if written <= 0:
        return None
    minute, hour, day = written & 63, written >> 6 & 31, written >> 11 & 31
    month, year = written >> 16 & 15, (written >> 20 & 511) + 1900
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:00"
