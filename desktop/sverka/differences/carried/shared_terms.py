"""The terms in which two versions can be held against each other beside their words."""

from dataclasses import dataclass

from sverka.model import Aspect, Traits


@dataclass(frozen=True, slots=True)
class SharedTerms:
    """What the formats of both versions tell, and what one of them leaves to other programs.

    `plain` says that one of them, and not the other, leaves to them how list numbers are marked and
    titles are set.
    """

    told: frozenset[Aspect]
    plain: bool = False

    @classmethod
    def of(cls, old: Traits, new: Traits) -> "SharedTerms":
        """The terms that formats of these traits share."""
        return cls(old.tells_with(new), old.plain != new.plain)
