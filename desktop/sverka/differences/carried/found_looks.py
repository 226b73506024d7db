"""Tells where words look otherwise, but for what came with a role, with a link or by a format."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from sverka.differences.carried.alike import gathered
from sverka.differences.carried.common_stretches import LinkedStretches
from sverka.differences.carried.looks import LookChange, look_changes, without_all_through
from sverka.model import Attribute, Change, Link, Object, ObjectKind, Paragraph, Span, Style, Traits

_LINK_LOOKS = frozenset({Attribute.UNDERLINE, Attribute.COLOUR})
"""How a link looks, which comes and goes with it."""
_CONTENTS = frozenset({"TOC", "INDEX", "PAGEREF"})
"""The fields that make lists of what stands in a document, and say on which page."""
_ROLES = frozenset({Attribute.KIND, Attribute.LEVEL})


def found_looks(
    linked: LinkedStretches,
    roles: Iterable[Change],
    objects: Iterable[Change],
    traits: tuple[Traits, Traits],
) -> list[Change]:
    """Where the same characters look otherwise; `roles` and `objects` changed beside them."""
    altered = {
        change.link
        for change in roles
        if _ROLES.intersection(one.attribute for one in change.alterations)
    }
    links: dict[int, list[Change]] = {}
    for change in objects:
        if change.object is ObjectKind.LINK:
            links.setdefault(change.link, []).append(change)
    unsaid = _unsaid(*traits)
    plain, rounded = any(each.plain for each in traits), traits[0].plain != traits[1].plain
    found: list[LookChange] = []
    for number, link in enumerate(linked.links):
        if not _may_look_otherwise(link, linked):
            continue
        stretches = linked.of_link(number)
        own = look_changes(number, stretches, linked.old, linked.new, unsaid)
        if number in altered:
            own = without_all_through(own, stretches, linked.old)
        for look in own:
            seen = _without_halves(look) if rounded else look
            rest = _without_link_looks(seen, linked, plain=plain)
            if rest.alterations:
                found += _without_links(rest, links.get(number, ()))
    return gathered(found, linked)


def _may_look_otherwise(link: Link, linked: LinkedStretches) -> bool:
    """Whether any of its paragraphs has a look, and not the same words as the other with the same.

    Of most links this is all that is asked.
    """
    before, after = [linked.old[k] for k in link.old], [linked.new[k] for k in link.new]
    if len(before) == len(after) == 1 and before[0].styles == after[0].styles:
        return bool(before[0].styles) and before[0].text != after[0].text
    return any(one.styles for one in (*before, *after))


def _without_halves(look: LookChange) -> LookChange:
    """A look but for sizes that are the same in whole points, which pages are set in."""
    rest = tuple(
        one
        for one in look.alterations
        if one.attribute is not Attribute.SIZE
        or not isinstance(one.old, float)
        or not isinstance(one.new, float)
        or abs(one.old - one.new) >= 1
    )
    return look if len(rest) == len(look.alterations) else replace(look, alterations=rest)


def _without_link_looks(look: LookChange, linked: LinkedStretches, *, plain: bool) -> LookChange:
    """A look of characters that are a link in both, but for how a program shows links.

    It does so `plain` in a format that leaves that to it, and in what it fills in by itself: a
    table of contents.
    """
    if _LINK_LOOKS.isdisjoint(one.attribute for one in look.alterations):
        return look
    sides = ((look.old, linked.old), (look.new, linked.new))
    links = [_link_over(span, side[span.paragraph]) for span, side in sides]
    if not all(links):
        return look
    if not plain and not any(
        link is not None and _is_of_contents(link, side[span.paragraph])
        for link, (span, side) in zip(links, sides, strict=True)
    ):
        return look
    rest = tuple(one for one in look.alterations if one.attribute not in _LINK_LOOKS)
    return replace(look, alterations=rest)


def _link_over(span: Span, paragraph: Paragraph) -> Object | None:
    """The link that covers all these characters."""
    links = (one for one in paragraph.objects if one.kind is ObjectKind.LINK)
    return next(
        (one for one in links if one.offset <= span.start and span.end <= one.offset + one.length),
        None,
    )


def _is_of_contents(link: Object, paragraph: Paragraph) -> bool:
    """Whether a link is a line of a list of contents, which ends with the number of a page."""
    end = link.offset + link.length
    return any(
        one.is_field(_CONTENTS) and one.offset < end and link.offset < one.offset + one.length
        for one in paragraph.objects
    )


def _unsaid(old: Traits, new: Traits) -> frozenset[str]:
    """The fields of a style that the format of one of the versions does not say."""
    said = [each.shows for each in (old, new) if each.shows is not None]
    if not said:
        return frozenset()
    looks = (field.name for field in fields(Style))
    return frozenset(one for one in looks if not all(one in each for each in said))


def _without_links(look: LookChange, links: Sequence[Change]) -> list[LookChange]:
    """The look but for what came or went with a link over the same characters."""
    for change in links:
        span, there = change.old, change.new
        inside = (
            span is not None
            and (span.start <= look.old.start and look.old.end <= span.end)
            and span.paragraph == look.old.paragraph
        ) or (
            there is not None
            and (there.start <= look.new.start and look.new.end <= there.end)
            and there.paragraph == look.new.paragraph
        )
        if inside:
            rest = tuple(one for one in look.alterations if one.attribute not in _LINK_LOOKS)
            return [replace(look, alterations=rest)] if rest else []
    return [look]
