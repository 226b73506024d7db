"""The gravest changes in sentences: how many numbers, dates, negations and so on, and which."""

from dataclasses import dataclass

from sverka.language import Language
from sverka.model import Category, Change, Comparison
from sverka.reports.marked_text import Pieces, inline_pieces
from sverka.wording import change_place, change_title

GRAVE = (
    Category.NUMBER,
    Category.DATE,
    Category.NEGATION,
    Category.NAME,
    Category.QUOTATION,
)
"""The categories that are told of, in the order of `Category`, in which an editor asks; quotations
come last, for they are told of only by the changes that no other sentence has counted."""
_CARRIED = (Category.LINK, Category.PICTURE, Category.STRUCTURE)
"""What is told of after them: where a link leads, which picture, what a paragraph stands as."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """One change in a sentence; no pieces where it is too long or was shown before."""

    number: int
    pieces: Pieces
    place: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """A sentence: how many changes of a category there are, the first of them, how many more."""

    category: Category
    lead: str
    mentions: tuple[Mention, ...]
    more: str = ""


def highlights(comparison: Comparison, language: Language) -> tuple[Highlight, ...]:
    """What an editor must see first, the gravest category first; the counts are those of the JSON.

    A change of several categories counts in each of them and is quoted only the first time.
    Quotations are told of only by the changes that no other sentence has counted.
    """
    told: set[int] = set()
    found = []
    for category in (*GRAVE, *_CARRIED):
        concerned = [
            (number, change)
            for number, change in enumerate(comparison.changes, 1)
            if category in change.categories
            and not (category is Category.QUOTATION and number in told)
        ]
        if concerned:
            found.append(_highlight(comparison, category, concerned, told, language))
            told.update(number for number, _change in concerned)
    return tuple(found)


def _highlight(
    comparison: Comparison,
    category: Category,
    concerned: list[tuple[int, Change]],
    told: set[int],
    language: Language,
) -> Highlight:
    quoted = sum(Category.QUOTATION in change.categories for _number, change in concerned)
    best_first = sorted(concerned, key=lambda pair: (_is_whole(pair[1]), pair[0] in told))
    mentions = tuple(
        _mention(comparison, number, change, told, language)
        for number, change in sorted(best_first[:_SHOWN], key=lambda pair: pair[0])
    )
    rest = len(concerned) - len(mentions)
    more = (
        language.ngettext("and {count} more", "and {count} more", rest).format(count=rest)
        if rest
        else ""
    )
    lead = _lead(category, len(concerned), quoted, language, other=bool(told))
    return Highlight(category, lead, mentions, more)


def _mention(
    comparison: Comparison, number: int, change: Change, told: set[int], language: Language
) -> Mention:
    place = change_place(comparison, change, language)
    if _is_whole(change):
        return Mention(number, (), f"{place} ({change_title(change, language).lower()})")
    return Mention(
        number, () if number in told else inline_pieces(comparison, change, language), place
    )


def _is_whole(change: Change) -> bool:
    """Whether it is a whole paragraph, added or deleted: too long to be quoted in a sentence."""
    return change.kind.is_of_words and (change.old is None or change.new is None)


def _lead(category: Category, count: int, quoted: int, language: Language, *, other: bool) -> str:
    if category is Category.NUMBER:
        what = language.ngettext("{count} change in numbers", "{count} changes in numbers", count)
    elif category is Category.DATE:
        what = language.ngettext("{count} change in dates", "{count} changes in dates", count)
    elif category is Category.NEGATION:
        what = language.ngettext(
            "{count} change in what is denied, excepted, ordered or allowed",
            "{count} changes in what is denied, excepted, ordered or allowed",
            count,
        )
    elif category is Category.NAME:
        what = language.ngettext("{count} change in names", "{count} changes in names", count)
    elif category is Category.LINK:
        what = language.ngettext("{count} change of links", "{count} changes of links", count)
    elif category is Category.PICTURE:
        what = language.ngettext("{count} change of pictures", "{count} changes of pictures", count)
    elif category is Category.STRUCTURE:
        what = language.ngettext(
            "{count} change of headings, lists, tables or notes",
            "{count} changes of headings, lists, tables or notes",
            count,
        )
    elif category is not Category.QUOTATION:
        raise ValueError(category)
    elif other:
        what = language.ngettext(
            "{count} other change inside a quotation",
            "{count} other changes inside quotations",
            count,
        )
    else:
        what = language.ngettext(
            "{count} change inside a quotation", "{count} changes inside quotations", count
        )
    said = what.format(count=count)
    if not quoted or category is Category.QUOTATION:
        return said
    if count == 1:
        return language.gettext("{what}, inside a quotation").format(what=said)
    inside = language.ngettext(
        "{what}, {count} of them inside a quotation",
        "{what}, {count} of them inside quotations",
        quoted,
    )
    return inside.format(what=said, count=quoted)
