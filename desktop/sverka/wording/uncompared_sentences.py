"""Says what was compared beside the words, and what was not, though a version carries it."""

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter

from sverka.language import Language
from sverka.model import (
    Aspect,
    Category,
    Comparison,
    IgnoreGroup,
    NotCompared,
)
from sverka.wording.shortening import shortened_name

_CATEGORIES: Mapping[Aspect, Category] = {
    Aspect.FORMATTING: Category.FORMATTING,
    Aspect.HEADING_LEVELS: Category.STRUCTURE,
    Aspect.LIST_NUMBERS: Category.STRUCTURE,
    Aspect.LINKS: Category.LINK,
    Aspect.PICTURES: Category.PICTURE,
    Aspect.NOTE_MARKS: Category.NOTE,
    Aspect.FIELDS: Category.FIELD,
    Aspect.CHECK_BOXES: Category.CONTROL,
    Aspect.CONTROLS: Category.CONTROL,
}
"""The category with which an aspect is left out."""


def uncompared_words(comparison: Comparison, language: Language) -> tuple[str, ...]:
    """What was not compared, in sentences: what plainly differs, then what was compared and not.

    Empty where all that the versions carry was compared.
    """
    said = _differing(comparison, language)
    return (*said, _extent(comparison, language)) if _rest(comparison, language) else said


def compared_words(comparison: Comparison, language: Language) -> tuple[str, ...]:
    """The same, and what was compared beside the text also where all was."""
    said = _differing(comparison, language)
    if len(_compared(comparison, language)) > 1 or _rest(comparison, language):
        return (*said, _extent(comparison, language))
    return said


def _differing(comparison: Comparison, language: Language) -> tuple[str, ...]:
    differing = [one for one in comparison.not_compared if one.differing]
    if not differing:
        return ()
    named = ", ".join(_counted(one, comparison, language) for one in differing)
    said = language.gettext("Not the same, though not among the changes: {list}.")
    return (said.format(list=named),)


def _extent(comparison: Comparison, language: Language) -> str:
    """What was compared, and what was not and why, in one sentence."""
    compared = ", ".join(_compared(comparison, language))
    rest = ", ".join(_rest(comparison, language))
    if not rest:
        return language.gettext("Compared: {list}.").format(list=compared)
    said = language.gettext("Compared: {list}; not compared: {rest}.")
    return said.format(list=compared, rest=rest)


def _compared(comparison: Comparison, language: Language) -> list[str]:
    """The text, and what else was held against each other and not left out."""
    names = [language.gettext("text")]
    for aspect in comparison.compared:
        if not _is_ignored(aspect, comparison):
            names.append(aspect_name(aspect, language))
    if not _are_notes_ignored(comparison) and _have_notes(comparison):
        names.insert(1, language.gettext("notes"))
    return names


def _rest(comparison: Comparison, language: Language) -> list[str]:
    """What was not compared, with why, but for what is told to differ."""
    told = [one for one in comparison.not_compared if not one.differing]
    found = []
    for why, same in groupby(told, lambda one: _why(comparison, one, language)):
        names = ", ".join(_name(one, comparison, language) for one in same)
        found.append(f"{names} ({why})" if why else names)
    ignored = [
        aspect_name(one, language) for one in comparison.compared if _is_ignored(one, comparison)
    ]
    if _are_notes_ignored(comparison) and _have_notes(comparison):
        ignored.append(language.gettext("notes"))
    if ignored:
        found.append(language.gettext("{list} (left out)").format(list=", ".join(ignored)))
    return found


def _why(comparison: Comparison, one: NotCompared, language: Language) -> str:
    """Why it was not compared: a version has none, or it is not read from its format."""
    if len(one.held) != 1:
        return ""
    document = comparison.version(one.held[0].other).document
    traits = document.traits
    is_text_only = not (traits.formatted or traits.structured or traits.printed_lines)
    said = (
        language.gettext("{file} has none")
        if is_text_only or one.aspect in traits.tells
        else language.gettext("not read from {file}")
    )
    return said.format(file=shortened_name(document.name, 30))


def _is_ignored(aspect: Aspect, comparison: Comparison) -> bool:
    options = comparison.options
    if aspect is Aspect.HEADERS:
        return IgnoreGroup.HEADERS.parts <= options.ignore_parts
    category = _CATEGORIES.get(aspect)
    return category is not None and category in options.ignore


def _have_notes(comparison: Comparison) -> bool:
    """Whether a version has foot- or endnotes or comments, the words of which are compared."""
    notes = IgnoreGroup.NOTES.parts
    versions = (comparison.old, comparison.new)
    return any(not notes.isdisjoint(map(attrgetter("part"), v.paragraphs)) for v in versions)


def _are_notes_ignored(comparison: Comparison) -> bool:
    return IgnoreGroup.NOTES.parts <= comparison.options.ignore_parts


def _counted(one: NotCompared, comparison: Comparison, language: Language) -> str:
    return language.ngettext(
        "{what} ({count} paragraph)", "{what} ({count} paragraphs)", one.differing
    ).format(what=_name(one, comparison, language), count=one.differing)


def _name(one: NotCompared, comparison: Comparison, language: Language) -> str:
    """What was not compared; of tables that were, it is only how many places a cell covers."""
    if one.aspect is Aspect.TABLES and Aspect.TABLES in comparison.compared:
        return language.gettext("merged cells of tables")
    return aspect_name(one.aspect, language)


def aspect_name(aspect: Aspect, language: Language) -> str:
    """What a version carries beside its words, in the middle of a sentence."""
    names = {
        Aspect.FORMATTING: language.gettext("formatting"),
        Aspect.HEADING_LEVELS: language.gettext("heading levels"),
        Aspect.LIST_NUMBERS: language.gettext("list numbers"),
        Aspect.TABLES: language.gettext("tables"),
        Aspect.LINKS: language.gettext("links"),
        Aspect.PICTURES: language.gettext("pictures"),
        Aspect.NOTE_MARKS: language.gettext("marks of notes and comments"),
        Aspect.FIELDS: language.gettext("fields"),
        Aspect.CHECK_BOXES: language.gettext("check boxes"),
        Aspect.FORMULAS: language.gettext("formulas"),
        Aspect.READINGS: language.gettext("ruby texts"),
        Aspect.CONTROLS: language.gettext("content controls"),
        Aspect.HEADERS: language.gettext("page headers and footers"),
    }
    return names[aspect]
