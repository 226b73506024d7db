"""Counts what changed beside the words, by what it is about: "3 changes of formatting, 1 link"."""

from collections import Counter

from sverka.language import Language
from sverka.model import Category, Change, Comparison, ObjectKind

_COUNTED = (
    Category.STRUCTURE,
    Category.LINK,
    Category.PICTURE,
    Category.NOTE,
    Category.CONTROL,
    Category.FIELD,
    Category.WORDING,
    Category.FORMATTING,
)
"""What a change beside the words is counted under, the first that it has."""


def beside_counts(comparison: Comparison, language: Language) -> list[str]:
    """The changes beside the words, each counted once, formatting first.

    One that stays only for what it does to a number, while what it is beside that is left out, is
    none of them.
    """
    ignored = comparison.options.ignore
    counts = Counter(
        _counted_as(change)
        for change in comparison.changes
        if change.kind.is_beside_words and not ignored.intersection(change.categories)
    )
    order = (Category.FORMATTING, *_COUNTED[:-2], ObjectKind.FORMULA, ObjectKind.READING)
    return [_counted(one, counts[one], language) for one in order if counts[one]]


def _counted_as(change: Change) -> Category | ObjectKind:
    """What a change is counted under; those of words are formulas and ruby texts."""
    found = next((one for one in _COUNTED if one in change.categories), Category.FORMATTING)
    if found is not Category.WORDING:
        return found
    return ObjectKind.READING if change.object is ObjectKind.READING else ObjectKind.FORMULA


def _counted(category: Category | ObjectKind, count: int, language: Language) -> str:
    if category is Category.FORMATTING:
        said = language.ngettext(
            "{count} change of formatting", "{count} changes of formatting", count
        )
    elif category is Category.STRUCTURE:
        said = language.ngettext(
            "{count} change of headings, lists, tables or notes",
            "{count} changes of headings, lists, tables or notes",
            count,
        )
    elif category is Category.LINK:
        said = language.ngettext("{count} link", "{count} links", count)
    elif category is Category.PICTURE:
        said = language.ngettext("{count} picture", "{count} pictures", count)
    elif category is Category.NOTE:
        said = language.ngettext("{count} note mark", "{count} note marks", count)
    elif category is Category.CONTROL:
        said = language.ngettext("{count} form field", "{count} form fields", count)
    elif category is Category.FIELD:
        said = language.ngettext("{count} automatic field", "{count} automatic fields", count)
    elif category is ObjectKind.READING:
        said = language.ngettext("{count} ruby text", "{count} ruby texts", count)
    else:
        said = language.ngettext("{count} formula", "{count} formulas", count)
    return said.format(count=count)
