"""What can be left out of a comparison together, by the words one asks for it with."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sverka.model.change import Category
from sverka.model.document import Part


class IgnoreGroup(StrEnum):
    """Something a document carries, for all of which one word stands on the command line."""

    FORMATTING = "formatting"
    STRUCTURE = "structure"
    LINKS = "links"
    PICTURES = "pictures"
    FIELDS = "fields"
    HEADERS = "headers"
    NOTES = "notes"

    @property
    def categories(self) -> frozenset[Category]:
        """The categories of changes that are left out with it."""
        return _CATEGORIES.get(self, frozenset())

    @property
    def parts(self) -> frozenset[Part]:
        """The streams, the changes of which are left out with it."""
        return _PARTS.get(self, frozenset())


_CATEGORIES = {
    IgnoreGroup.FORMATTING: frozenset({Category.FORMATTING}),
    IgnoreGroup.STRUCTURE: frozenset({Category.STRUCTURE}),
    IgnoreGroup.LINKS: frozenset({Category.LINK}),
    IgnoreGroup.PICTURES: frozenset({Category.PICTURE}),
    IgnoreGroup.FIELDS: frozenset({Category.FIELD, Category.CONTROL}),
    IgnoreGroup.NOTES: frozenset({Category.NOTE}),
}
_PARTS = {
    IgnoreGroup.HEADERS: frozenset({Part.HEADER, Part.FOOTER}),
    IgnoreGroup.NOTES: frozenset({Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT}),
}

_GROUPS = {str(group): group for group in IgnoreGroup}
_GROUPED = frozenset(one for group in IgnoreGroup for one in group.categories)
IGNORE_WORDS: tuple[str, ...] = (*_GROUPS, *(str(one) for one in Category if one not in _GROUPED))
"""The words one may ask with: the groups, then the categories that are in none."""


@dataclass(frozen=True, slots=True)
class LeftAside:
    """What is to be left out: changes about nothing but these, and all in these streams."""

    categories: frozenset[Category] = frozenset()
    parts: frozenset[Part] = frozenset()


def asked_by(words: Iterable[str]) -> LeftAside:
    """What these words stand for: IGNORE_WORDS or any category; ValueError for another."""
    categories: set[Category] = set()
    parts: set[Part] = set()
    for word in words:
        if word in _GROUPS:
            categories |= _GROUPS[word].categories
            parts |= _GROUPS[word].parts
        else:
            categories.add(Category(word))
    return LeftAside(frozenset(categories), frozenset(parts))
