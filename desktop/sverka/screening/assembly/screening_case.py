"""A document under screening, and what the user decided about what was found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sverka.model import Decision, Document, FindingKind, Side, Spot
from sverka.screening.finding_keys import FindingKeys, FormerPlace


@dataclass(frozen=True, slots=True)
class ScreeningCase:
    """A document under screening, with what the user wants of it.

    `decisions` are by the keys of findings, `former` those of older files by position. `keys` gives
    each finding its key; it counts along.
    """

    document: Document
    side: Side
    decisions: Mapping[str, Decision]
    keep_furniture: bool = False
    former: Mapping[FormerPlace, Decision] = field(default_factory=dict)
    keys: FindingKeys = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", FindingKeys(self.side))

    def decided(self, key: str, kind: FindingKind, first: Spot, default: Decision) -> Decision:
        """The user's decision about the finding of this key, which begins at `first`; else the
        program's own.
        """
        former = self.former.get((kind, first.block, first.start), default)
        return self.decisions.get(key, former)
