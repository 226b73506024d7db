"""The sentences that say why something was found, with the facts a person can check."""

from collections.abc import Sequence

from sverka.language import _, ngettext
from sverka.screening.lines.text_lines import TextLine

_EXCERPT = 42
_SHOWN = 6


def before_and_after(before: str, after: str) -> str:
    """The two halves of a broken sentence as «…end of one | start of the other…»."""
    tail, head = before.rstrip(), after.lstrip()
    if len(tail) > _EXCERPT:
        tail = "…" + tail[-_EXCERPT:].split(" ", 1)[-1]
    if len(head) > _EXCERPT:
        head = head[:_EXCERPT].rsplit(" ", 1)[0] + "…"
    return _("«{before} | {after}»").format(before=tail, after=head)


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def place_of(lines: Sequence[TextLine]) -> str:
    """Where lines stand: "lines 21–23", "page 2", or "paragraph 5" where a file knows neither."""
    first, last = lines[0], lines[-1]
    if first.number is not None and last.number is not None:
        if first.number == last.number:
            return _("line {number}").format(number=first.number)
        return _("lines {first}–{last}").format(first=first.number, last=last.number)
    if first.page is not None:
        return _("page {number}").format(number=first.page)
    return _("paragraph {number}").format(number=first.block + 1)


def listed(items: Sequence[str]) -> str:
    """The items with commas, the middle of a long list left out and counted."""
    if len(items) <= _SHOWN:
        return ", ".join(items)
    more = len(items) - _SHOWN
    shown = ", ".join(items[:_SHOWN])
    return ngettext("{shown} and {count} more", "{shown} and {count} more", more).format(
        shown=shown, count=more
    )


def interrupts(before: str, after: str) -> str:
    """It stands in the middle of a sentence."""
    return _("It interrupts a sentence: {sentence}.").format(
        sentence=before_and_after(before, after)
    )


def repeats(lines: int, places: Sequence[str]) -> str:
    """The same lines stand elsewhere too."""
    count = len(places)
    if lines == 1:
        return ngettext(
            "The same line stands {count} time in this file: {places}.",
            "The same line stands {count} times in this file: {places}.",
            count,
        ).format(count=count, places=listed(places))
    return ngettext(
        "The same {lines} lines stand {count} time in this file: {places}.",
        "The same {lines} lines stand {count} times in this file: {places}.",
        count,
    ).format(lines=lines, count=count, places=listed(places))


def is_title(place: str) -> str:
    """The first occurrence is the title and stays."""
    return _("The first time, {place}, it is the title, and it stays.").format(place=place)


def reads_on(before: str, after: str) -> str:
    """The other version has no such line here."""
    return _("The other version reads on without it: {sentence}.").format(
        sentence=before_and_after(before, after)
    )


def counts_up(values: Sequence[int]) -> str:
    """Page numbers beside it go up."""
    return _("A page number beside it counts up: {numbers}.").format(
        numbers=listed([str(v) for v in values])
    )


def counter_inside(values: Sequence[int]) -> str:
    """A number inside it goes up."""
    return _("A number inside it goes up from one time to the next: {numbers}.").format(
        numbers=listed([str(v) for v in values])
    )


def together(count: int) -> str:
    """Other lines repeat with it."""
    return ngettext(
        "{count} more line repeats together with it.",
        "{count} more lines repeat together with it.",
        count,
    ).format(count=count)


def at_page_edges(times: int, count: int) -> str:
    """It stands where pages begin or end."""
    return ngettext(
        "{times} of {count} time it stands where a page begins or ends.",
        "{times} of {count} times it stands where a page begins or ends.",
        count,
    ).format(times=times, count=count)


def page_apart(characters: int) -> str:
    """It comes back at the distance of a page."""
    return _("It comes back at even distances, about every {count} characters.").format(
        count=characters
    )


def number_chain(values: Sequence[int], page: int) -> str:
    """Numbers count up with the pages."""
    return _(
        "Numbers count up at even distances, one about every {count} characters: {numbers}."
    ).format(count=page, numbers=listed([str(v) for v in values]))


def named_number() -> str:
    """The line says itself that it is a page number."""
    return _("The line is a page number by its own words.")


def bare_number() -> str:
    """There is only a number on the line."""
    return _("There is only a number on the line.")


def once_only() -> str:
    """It occurs once, so it can be no more than suspected."""
    return _("It stands only once in this file, so it is no more than suspected.")


def touches() -> str:
    """It stands together with lines that are furniture for certain."""
    return _("It stands right beside page furniture.")


def same_height(pages: Sequence[int], top: bool) -> str:
    """It comes back at the same height of other pages."""
    count = len(pages)
    if top:
        return ngettext(
            "It stands at the same height at the top of {count} page: {pages}.",
            "It stands at the same height at the top of {count} pages: {pages}.",
            count,
        ).format(count=count, pages=listed([str(page) for page in pages]))
    return ngettext(
        "It stands at the same height at the bottom of {count} page: {pages}.",
        "It stands at the same height at the bottom of {count} pages: {pages}.",
        count,
    ).format(count=count, pages=listed([str(page) for page in pages]))


def counts_with_pages() -> str:
    """Its number goes up by one a page."""
    return _("The number in it goes up by one from page to page.")


def page_part(header: bool) -> str:
    """The file itself keeps it as a header or footer."""
    if header:
        return _("The document itself keeps this text as its page header.")
    return _("The document itself keeps this text as its page footer.")


def seeded() -> str:
    """The other version has it as a page header."""
    return _("The other version keeps the same line as its page header or footer.")


def in_margin(pages: Sequence[int]) -> str:
    """It stands beside the text on many pages."""
    count = len(pages)
    return ngettext(
        "It stands in the margin, at the same place of {count} page: {pages}.",
        "It stands in the margin, at the same place of {count} pages: {pages}.",
        count,
    ).format(count=count, pages=listed([str(page) for page in pages]))


def tagged() -> str:
    """The PDF marks it as part of the page."""
    return _("The PDF itself marks this line as part of the page, not of the text.")
