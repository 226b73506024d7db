"""Says what the changes do not speak of, though the versions carry it."""

from collections.abc import Iterator, Sequence

from sverka.language import Language
from sverka.model import Aspect, Comparison, NotCompared, Side
from sverka.wording.shortening import shortened_name


def uncompared_words(comparison: Comparison, language: Language) -> tuple[str, ...]:
    """What was not compared, in sentences: first what differs, last what one version lacks."""
    return tuple(_sentences(comparison, language))


def _sentences(comparison: Comparison, language: Language) -> Iterator[str]:
    told = comparison.not_compared
    differing = [one for one in told if one.differing]
    if differing:
        named = ", ".join(_counted(one, language) for one in differing)
        yield language.gettext("Not the same, though not among the changes: {list}.").format(
            list=named
        )
    both = [one for one in told if not one.differing and len(one.held) == 2]
    if both:
        yield language.gettext("Not compared: {list}.").format(list=_listed(both, language))
    for side in Side:
        lacking = [one for one in told if not one.differing and one.held == (side.other,)]
        if lacking:
            yield language.gettext(
                "Not compared, since “{file}” has none or does not tell: {list}."
            ).format(
                file=shortened_name(comparison.version(side).document.name),
                list=_listed(lacking, language),
            )


def _listed(told: Sequence[NotCompared], language: Language) -> str:
    return ", ".join(aspect_name(one.aspect, language) for one in told)


def _counted(one: NotCompared, language: Language) -> str:
    return language.ngettext(
        "{what} ({count} paragraph)", "{what} ({count} paragraphs)", one.differing
    ).format(what=aspect_name(one.aspect, language), count=one.differing)


def aspect_name(aspect: Aspect, language: Language) -> str:
    """What a version carries beside its words, in the middle of a sentence."""
    names = {
        Aspect.FORMATTING: language.gettext("formatting"),
        Aspect.HEADING_LEVELS: language.gettext("heading levels"),
        Aspect.LIST_NUMBERS: language.gettext("list numbers"),
        Aspect.TABLES: language.gettext("cells of tables"),
        Aspect.LINKS: language.gettext("links"),
        Aspect.PICTURES: language.gettext("pictures"),
        Aspect.NOTE_MARKS: language.gettext("marks of notes and comments"),
        Aspect.FIELDS: language.gettext("fields"),
        Aspect.CHECK_BOXES: language.gettext("check boxes"),
        Aspect.FORMULAS: language.gettext("formulas"),
        Aspect.CONTROLS: language.gettext("content controls"),
        Aspect.HEADERS: language.gettext("page headers and footers"),
    }
    return names[aspect]
