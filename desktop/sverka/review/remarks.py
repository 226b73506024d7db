"""The remarks of a reviewer, with undo and redo."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sverka.language import _


class State(StrEnum):
    """How far a change is dealt with."""

    TO_DO = "to-do"
    REVIEWED = "reviewed"
    QUERY = "query"


def state_name(state: State) -> str:
    """What a state is called."""
    return {
        State.TO_DO: _("to do"),
        State.REVIEWED: _("reviewed"),
        State.QUERY: _("query"),
    }[state]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one change: its state and a note, which may be empty."""

    state: State = State.TO_DO
    note: str = ""


NOTHING = Remark()


class Remarks:
    """All remarks of a session, by the keys of the changes."""

    def __init__(self, known: Mapping[str, Remark] | None = None) -> None:
        self._remarks = dict(known or {})
        self._done: list[tuple[str, Remark, Remark]] = []
        self._undone: list[tuple[str, Remark, Remark]] = []

    def of(self, key: str) -> Remark:
        """What is said of a change; an empty remark where nothing is."""
        return self._remarks.get(key, NOTHING)

    def put(self, key: str, remark: Remark) -> None:
        """Say something of a change; can be undone."""
        before = self.of(key)
        if before != remark:
            self._done.append((key, before, remark))
            self._undone.clear()
            self._set(key, remark)

    def undo(self) -> str | None:
        """Take the last remark back; the key of its change, None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._set(step[0], step[1])
        return step[0]

    def redo(self) -> str | None:
        """Say again what was taken back last; the key of its change."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._set(step[0], step[2])
        return step[0]

    def __bool__(self) -> bool:
        return bool(self._remarks)

    def all(self) -> dict[str, Remark]:
        """All remarks that say something, by key, in a stable order."""
        return dict(sorted(self._remarks.items()))

    def _set(self, key: str, remark: Remark) -> None:
        if remark == NOTHING:
            self._remarks.pop(key, None)
        else:
            self._remarks[key] = remark
