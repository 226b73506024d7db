"""What a reviewer said and decided in one sitting, with undo and redo of both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sverka.model import Decision
from sverka.review.remarks import NOTHING, Remark


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be undone: a remark on `key`, or decisions about findings by their keys.

    `key` is empty for decisions. None among `decisions` stands for: as the program decided.
    """

    key: str = ""
    before: Remark = NOTHING
    after: Remark = NOTHING
    decisions: tuple[tuple[str, Decision | None, Decision | None], ...] = ()

    @property
    def turned(self) -> "Step":
        """The step that leads back."""
        decisions = tuple((finding, after, before) for finding, before, after in self.decisions)
        return Step(self.key, self.after, self.before, decisions)


class Record:
    """Remarks and decisions by the keys of changes and findings."""

    def __init__(
        self,
        remarks: Mapping[str, Remark] | None = None,
        decisions: Mapping[str, Decision] | None = None,
    ) -> None:
        self._remarks = dict(remarks or {})
        self._decisions = dict(decisions or {})
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._remarks)

    def of(self, key: str) -> Remark:
        """What is said of a change or a finding; an empty remark where nothing is."""
        return self._remarks.get(key, NOTHING)

    def all(self) -> dict[str, Remark]:
        """All remarks that say something, by key, in a stable order."""
        return dict(sorted(self._remarks.items()))

    @property
    def decisions(self) -> dict[str, Decision]:
        """What the user decided about findings, by their keys, in a stable order."""
        return dict(sorted(self._decisions.items()))

    def put(self, key: str, remark: Remark) -> None:
        """Say something of a change or a finding; a note typed in one go is undone in one."""
        step = Step(key, self.of(key), remark)
        if step.before == step.after:
            return
        last = self._done[-1] if self._done else None
        if last is not None and _is_typing_on(last, step):
            self._done[-1] = replace(last, after=remark)
            self._undone.clear()
            self._apply(step)
            return
        self._do(step)

    def decide(self, findings: Iterable[str], decision: Decision) -> None:
        """Decide about findings in one step."""
        changed = tuple(
            (finding, self._decisions.get(finding), decision)
            for finding in findings
            if self._decisions.get(finding) is not decision
        )
        if changed:
            self._do(Step(decisions=changed))

    def restore(self, decisions: Mapping[str, Decision]) -> None:
        """Go back to former decisions for good: what led away from them cannot be redone."""
        self._decisions = dict(decisions)
        self._done = [step for step in self._done if step.key]
        self._undone = [step for step in self._undone if step.key]

    def undo(self) -> Step | None:
        """Take the last step back and return it; None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._apply(step.turned)
        return step

    def redo(self) -> Step | None:
        """Do again what was taken back last and return it; None where nothing was."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._apply(step)
        return step

    def _do(self, step: Step) -> None:
        self._done.append(step)
        self._undone.clear()
        self._apply(step)

    def _apply(self, step: Step) -> None:
        for finding, _before, decision in step.decisions:
            if decision is None:
                self._decisions.pop(finding, None)
            else:
                self._decisions[finding] = decision
        if not step.key:
            return
        if step.after == NOTHING:
            self._remarks.pop(step.key, None)
        else:
            self._remarks[step.key] = step.after


def _is_typing_on(last: Step, step: Step) -> bool:
    """Whether both steps only write on in the note of the same change."""
    states = {last.before.state, last.after.state, step.after.state}
    return bool(step.key) and last.key == step.key and len(states) == 1
