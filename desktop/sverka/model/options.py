"""What the user may ask of a comparison."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sverka.model.screening import Decision


class Ignore(StrEnum):
    """Differences that count as equal. What is shown stays as it is in the files."""

    CASE = "case"
    SPACING = "spacing"
    PUNCTUATION = "punctuation"
    TYPOGRAPHY = "typography"


class Tracked(StrEnum):
    """How tracked changes already inside an input are read."""

    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Options:
    """Options of one comparison. `decisions` are the user's, by the key of the finding."""

    ignore: frozenset[Ignore] = frozenset()
    keep_furniture: bool = False
    tracked: Tracked = Tracked.ACCEPT
    encoding_old: str | None = None
    encoding_new: str | None = None
    decisions: Mapping[str, Decision] = field(default_factory=dict)
