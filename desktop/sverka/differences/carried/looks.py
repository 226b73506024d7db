"""Finds where the same characters look otherwise: bold, in another size, struck out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from sverka.differences.carried.common_stretches import Stretch
from sverka.model import (
    PLAIN,
    Alteration,
    Attribute,
    AttributeValue,
    Category,
    Change,
    ChangeKind,
    Paragraph,
    Part,
    Span,
    Style,
    StyleSpan,
)
from sverka.patterns import late_pattern

_KINDS = {
    Attribute.UNDERLINE: ("underlining", "single"),
    Attribute.STRIKE: ("striking", "single"),
    Attribute.CAPS: ("capitals", "all"),
}
"""The attributes that have kinds: the field of a style that says which, and the ordinary one."""
_ATTRIBUTES = {
    field.name: Attribute(field.name)
    for field in fields(Style)
    if field.name not in {name for name, _ordinary in _KINDS.values()}
}
_ON_PAPER = {"000000": None, "FFFFFF": "FFFFFF", "AUTO": None}
"""Colours of text: black is what there is without one."""
_BLANK = {"FFFFFF": None, "WHITE": None, "AUTO": None, "NONE": None, "CLEAR": None}
"""Highlights that show nothing."""
_KNOWN_OF_BOTH = frozenset({"size", "font"})
"""What every text has, so that None means that the file does not say."""
_OF_THE_PROGRAM = frozenset({Attribute.FONT, Attribute.SIZE, Attribute.COLOUR})
"""How comments look is up to the program that shows them, but for what is marked in them."""
_DIGIT = late_pattern(r"\d")
_INK = late_pattern(r"\S")


@dataclass(frozen=True, slots=True)
class LookChange:
    """The same characters of linked paragraphs look otherwise in the same way."""

    link: int
    old: Span
    new: Span
    alterations: tuple[Alteration, ...]

    def change(self, old_text: str) -> Change:
        """The change; a figure that is no longer raised or lowered is another number."""
        categories: tuple[Category, ...] = (Category.FORMATTING,)
        places = {Attribute.RAISED, Attribute.LOWERED}
        if any(one.attribute in places for one in self.alterations) and _DIGIT.search(
            old_text[self.old.start : self.old.end]
        ):
            categories = (Category.NUMBER, Category.FORMATTING)
        return Change(
            ChangeKind.FORMATTING,
            categories,
            self.old,
            self.new,
            self.link,
            alterations=self.alterations,
        )


def look_changes(
    link: int,
    stretches: Sequence[Stretch],
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    unsaid: frozenset[str] = frozenset(),
) -> list[LookChange]:
    """Where the characters of these stretches look otherwise, one for what goes on alike.

    Of the fields of a style in `unsaid` the format of one of the versions says nothing.

    White space shows no look of its own and takes part where it stands between what altered.
    """
    found: list[LookChange] = []
    for one in stretches:
        before, after = old[one.old], new[one.new]
        if before.styles == after.styles and one.old_start == one.new_start:
            continue
        aside = Part.COMMENT in (before.part, after.part)
        for start, end, was, now in _segments(one, before.styles, after.styles):
            altered = alterations(was, now, unsaid)
            if aside:
                altered = tuple(a for a in altered if a.attribute not in _OF_THE_PROGRAM)
            text = before.text[one.old_start + start : one.old_start + end]
            if not altered or not _INK.search(text):
                continue
            here = Span(one.old, one.old_start + start, one.old_start + end)
            there = Span(one.new, one.new_start + start, one.new_start + end)
            here, there = _inked(here, there, text)
            if found and _goes_on(found[-1], here, there, altered, before.text, after.text):
                last = found[-1]
                here, there = replace(last.old, end=here.end), replace(last.new, end=there.end)
                found[-1] = LookChange(link, here, there, altered)
            else:
                found.append(LookChange(link, here, there, altered))
    return found


def _inked(here: Span, there: Span, text: str) -> tuple[Span, Span]:
    """The spans without the white space around them."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return (
        Span(here.paragraph, here.start + first, here.start + last),
        Span(there.paragraph, there.start + first, there.start + last),
    )


def _goes_on(
    last: LookChange,
    here: Span,
    there: Span,
    altered: tuple[Alteration, ...],
    before: str,
    after: str,
) -> bool:
    """Whether what altered alike follows, with nothing but white space between."""
    return (
        altered == last.alterations
        and here.paragraph == last.old.paragraph
        and there.paragraph == last.new.paragraph
        and not before[last.old.end : here.start].strip()
        and not after[last.new.end : there.start].strip()
    )


def _segments(
    stretch: Stretch, old: Sequence[StyleSpan], new: Sequence[StyleSpan]
) -> Iterator[tuple[int, int, Style, Style]]:
    """The stretch cut where a look begins or ends on either side: start, end, both looks."""
    before = list(_cut(old, stretch.old_start, stretch.length))
    after = list(_cut(new, stretch.new_start, stretch.length))
    i = j = at = 0
    while at < stretch.length:
        end = min(before[i][0], after[j][0])
        yield at, end, before[i][1], after[j][1]
        i, j, at = i + (before[i][0] == end), j + (after[j][0] == end), end


def _cut(styles: Sequence[StyleSpan], start: int, length: int) -> Iterator[tuple[int, Style]]:
    """Each look of [start, start + length) with the end of where it is, from `start` on."""
    at = start
    stop = start + length
    for span in styles:
        if span.end <= at or span.start >= stop:
            continue
        if span.start > at:
            yield span.start - start, PLAIN
        at = min(span.end, stop)
        yield at - start, span.style
    if at < stop:
        yield length, PLAIN


@lru_cache(maxsize=4096)
def alterations(
    old: Style, new: Style, unsaid: frozenset[str] = frozenset()
) -> tuple[Alteration, ...]:
    """What is otherwise between two looks, as far as both say it.

    `unsaid` are the fields of a style of which the format of a version says nothing.
    """
    if old == new:
        return ()
    found = []
    for name, attribute in _ATTRIBUTES.items():
        if name in unsaid:
            continue
        was, now = shown_value(old, name), shown_value(new, name)
        if was is True and now is True:
            was, now = _kinds(old, new, attribute, unsaid)
        if was != now and not (name in _KNOWN_OF_BOTH and None in (was, now)):
            found.append(Alteration(attribute, was, now))
    return tuple(found)


def _kinds(
    old: Style, new: Style, attribute: Attribute, unsaid: frozenset[str]
) -> tuple[AttributeValue, AttributeValue]:
    """Of which kind the lines or capitals are that both looks have."""
    name, ordinary = _KINDS.get(attribute, ("", ""))
    if not name or name in unsaid:
        return True, True
    return getattr(old, name) or ordinary, getattr(new, name) or ordinary


def has_value(style: Style, attribute: Attribute, value: AttributeValue) -> bool:
    """Whether a look is so, by an attribute and a value as alterations say them."""
    name, ordinary = _KINDS.get(attribute, ("", ""))
    if name and isinstance(value, str):
        return bool(shown_value(style, attribute.value)) and (
            (getattr(style, name) or ordinary) == value
        )
    return shown_value(style, attribute.value) == value


def shown_value(style: Style, name: str) -> AttributeValue:
    """What a reader sees of an attribute: black is no colour, white no highlight."""
    value: bool | float | str | None = getattr(style, name)
    if name == "colour" and isinstance(value, str):
        return _ON_PAPER.get(value.upper(), value)
    if name == "highlight" and isinstance(value, str):
        return _BLANK.get(value.upper(), value)
    return value


def inked(text: str, start: int, end: int) -> int:
    """How many of the characters of text[start:end] show a look: all but white space."""
    return len("".join(text[start:end].split()))


def without_all_through(
    looks: Sequence[LookChange], stretches: Sequence[Stretch], old: Sequence[Paragraph]
) -> list[LookChange]:
    """The changes of looks in a link but for what altered alike in all that stayed of it."""
    inked = {
        (one.old, one.old_start + match.start())
        for one in stretches
        for match in _INK.finditer(old[one.old].text[one.old_start : one.old_start + one.length])
    }
    every = {one for look in looks for one in look.alterations}
    through = {
        one
        for one in every
        if inked
        <= {
            (look.old.paragraph, offset)
            for look in looks
            if one in look.alterations
            for offset in range(look.old.start, look.old.end)
        }
    }
    rest = (
        replace(look, alterations=tuple(one for one in look.alterations if one not in through))
        for look in looks
    )
    return [look for look in rest if look.alterations]
