"""Where a change or a finding stands, in words an editor can follow in the file."""

from collections.abc import Sequence

from sverka.language import Language
from sverka.model import (
    BlockKind,
    Change,
    ChangeKind,
    Comparison,
    Finding,
    HeaderPages,
    Paragraph,
    Part,
    Side,
)
from sverka.wording.cell_places import cell_words
from sverka.wording.kind_names import part_name
from sverka.wording.measures import number_runs


def change_place(comparison: Comparison, change: Change, language: Language) -> str:
    """The paragraphs of a change, counted from 1, or its cell, and the page where known.

    Headers and footers are not counted as paragraphs: they stand on many pages.
    """
    side, index = (
        (comparison.new, change.new.paragraph)
        if change.new
        else (comparison.old, change.old.paragraph if change.old else 0)
    )
    surroundings = _surroundings(side.paragraphs[index], language)
    if side.paragraphs[index].part in (Part.HEADER, Part.FOOTER):
        return ", ".join(surroundings)
    if side.paragraphs[index].cell is not None:
        at = Side.NEW if change.new else Side.OLD
        return ", ".join([*cell_words(comparison, change, at, language), *surroundings])
    link = comparison.alignment.links[change.link]
    whole = change.kind in (ChangeKind.SPLIT, ChangeKind.MERGE)
    old = paragraph_numbers(change.paragraphs(Side.OLD) if change.old and not whole else link.old)
    new = paragraph_numbers(change.paragraphs(Side.NEW) if change.new and not whole else link.new)
    if old and new:
        words = (
            language.gettext("paragraph {number}").format(number=old)
            if old == new
            else language.gettext("paragraph {old} → {new}").format(old=old, new=new)
        )
    else:
        words = language.gettext("paragraph {number}").format(number=old or new)
    return ", ".join([words, *surroundings])


def finding_place(finding: Finding, language: Language) -> str:
    """The lines or the page of a finding in its own file; empty where the format knows neither."""
    words = []
    if finding.sources and finding.sources[0].part is not Part.BODY:
        words.append(part_name(finding.sources[0].part, language))
    lines = finding.lines
    if lines:
        words.append(line_numbers(lines[0], lines[-1], language))
    if finding.page is not None:
        words.append(language.gettext("page {number}").format(number=finding.page))
    if not words and finding.place is not None:
        words.append(
            language.gettext("paragraph {number}").format(number=finding.place.paragraph + 1)
        )
    return ", ".join(words)


def _surroundings(paragraph: Paragraph, language: Language) -> list[str]:
    words = []
    if paragraph.part is not Part.BODY:
        words.append(part_name(paragraph.part, language))
        words += _pages_and_sections(paragraph, language)
    elif paragraph.kind is BlockKind.HEADING:
        words.append(language.gettext("heading"))
    if paragraph.page is not None:
        words.append(language.gettext("page {number}").format(number=paragraph.page))
    return words


def _pages_and_sections(paragraph: Paragraph, language: Language) -> list[str]:
    """Where a header is printed, if not throughout: "first pages", "section 2"."""
    places = [place for source in paragraph.sources for place in source.printed_on]
    words = []
    pages = {place.pages for place in places}
    if pages and HeaderPages.OTHER not in pages:
        names = {
            HeaderPages.FIRST: language.gettext("first pages"),
            HeaderPages.EVEN: language.gettext("even pages"),
        }
        words += [name for one, name in names.items() if one in pages]
    sections = sorted({section for place in places for section in place.sections})
    if sections and not any(place.throughout for place in places):
        said = (
            language.gettext("section {number}")
            if len(sections) == 1
            else language.gettext("sections {numbers}")
        )
        numbers = number_runs(sections)
        words.append(said.format(number=numbers, numbers=numbers))
    return words


def line_numbers(first: int, last: int, language: Language) -> str:
    """The lines from the first to the last, from 1: "line 21" or "lines 21–23"."""
    if first == last:
        return language.gettext("line {number}").format(number=first)
    return language.gettext("lines {first}–{last}").format(first=first, last=last)


def paragraph_numbers(indexes: Sequence[int]) -> str:
    """The numbers of paragraphs, which count from 1, for people: "2–7"."""
    return number_runs(index + 1 for index in indexes)
