"""One change large: before, after, and why these paragraphs were put beside each other."""

from dataclasses import dataclass

from sverka.language import Language
from sverka.model import Attribute, Change, ChangeKind, Comparison, Link, LinkKind, Side, Span
from sverka.presentation.item_marks import Role
from sverka.presentation.list_entries import RoleText, facet_name
from sverka.wording import (
    Fragment,
    alteration_sides,
    change_place,
    change_title,
    excerpt,
    finding_reasons,
    finding_text,
    paragraph_numbers,
    side_name,
    with_object_sign,
)

_CONTEXT = 70
_MOST = 900
_MOST_REFERENCES = 12
_SPELT_OUT = frozenset(
    {Attribute.TARGET, Attribute.CODE, Attribute.ALTERNATIVE_TEXT, Attribute.FORMULA}
)
"""What is shown to its last letter here, and shortened where there is one line for it."""
_ONE_LINE = 60


@dataclass(frozen=True, slots=True)
class CloseUp:
    """What the inspector shows: a heading, both sides with their marks, and reasons.

    Of a change beside the words `facts` say what is so in either version, in lines.
    """

    heading: str
    before: tuple[RoleText, ...]
    after: tuple[RoleText, ...]
    reasons: tuple[str, ...]
    facts: tuple[str, ...] = ()


def inspect_change(comparison: Comparison, number: int, language: Language) -> CloseUp:
    """Change `number`, from 0, large."""
    change = comparison.changes[number]
    link = comparison.alignment.links[change.link]
    shown = excerpt(comparison, change, _CONTEXT, _MOST)
    kind = _kind(change, language)
    heading = language.gettext("Change {number} · {kind}").format(number=number + 1, kind=kind)
    place = change_place(comparison, change, language)
    place = f"{place[:1].upper()}{place[1:]}."
    if change.alterations:
        old, new = (
            _around(change, side, fragments)
            for side, fragments in ((Side.OLD, shown.old), (Side.NEW, shown.new))
        )
        told = (place, *_also(comparison, change, language))
        return CloseUp(
            heading, () if old == new else old, new, told, _facts(comparison, change, language)
        )
    return CloseUp(
        heading,
        tuple(RoleText(f.text, Role.DELETION if f.marked else None) for f in shown.old),
        tuple(RoleText(f.text, Role.INSERTION if f.marked else None) for f in shown.new),
        (place, *_reasons(comparison, change, link, language)),
    )


def _around(change: Change, side: Side, fragments: tuple[Fragment, ...]) -> tuple[RoleText, ...]:
    """The words that a change beside them is on; none in a paragraph without words."""
    shown = with_object_sign(fragments, change, side) if fragments else ()
    return tuple(RoleText(f.text, Role.FORMATTING if f.marked else None) for f in shown)


def _kind(change: Change, language: Language) -> str:
    """What was done and what it is about; beside the words only the latter says something."""
    facets = [facet_name(c, language) for c in change.categories]
    if not change.kind.is_beside_words or not facets:
        facets = [change_title(change, language), *facets]
    first, *others = dict.fromkeys(facets)
    return ", ".join([first, *(facet.lower() for facet in others)])


def _facts(comparison: Comparison, change: Change, language: Language) -> tuple[str, ...]:
    """What is so in either version, a line for each, with all of what a line shortens."""
    lines = []
    for side, said in zip(Side, alteration_sides(change, language, comparison), strict=True):
        lines.append(f"{side_name(side, language)}: {said}")
        for one in change.alterations:
            value = one.of(side)
            if one.attribute in _SPELT_OUT and len(str(value or "")) > _ONE_LINE:
                lines.append(str(value))
    return tuple(lines)


def _also(comparison: Comparison, change: Change, language: Language) -> list[str]:
    """Where else it was done, what still names the old number, and how one gets there."""
    said = []
    if change.alike:
        links = comparison.alignment.links
        places = [p for number in change.alike for p in links[number].new or links[number].old]
        said.append(
            language.ngettext(
                "It was done in {count} more paragraph: {numbers}.",
                "It was done in {count} more paragraphs: {numbers}.",
                len(change.alike),
            ).format(count=len(change.alike), numbers=paragraph_numbers(places))
        )
    said += [
        _reference_words(comparison, span, language)
        for span in change.references[:_MOST_REFERENCES]
    ]
    if said:
        said.append(language.gettext("F4 leads through these places, Shift+F4 back."))
    return said


def _reference_words(comparison: Comparison, span: Span, language: Language) -> str:
    text = comparison.new.paragraphs[span.paragraph].text
    return language.gettext("Paragraph {number} still says “{text}”, the number as it was.").format(
        number=span.paragraph + 1, text=text[span.start : span.end]
    )


def inspect_finding(comparison: Comparison, number: int, language: Language) -> CloseUp:
    """Finding `number`, from 0, with its evidence."""
    finding = comparison.findings[number]
    role = Role.FURNITURE if finding.kind.is_furniture else Role.ARTIFACT
    words = (RoleText(" ".join(finding_text(finding).split()), role),)
    reasons = list(finding_reasons(finding, language))
    if finding.suggestion is not None:
        reasons.append(language.gettext("Proposed instead: {text}").format(text=finding.suggestion))
    return CloseUp(facet_name(finding.kind, language), words, (), tuple(reasons))


def _reasons(comparison: Comparison, change: Change, link: Link, language: Language) -> list[str]:
    if link.kind is LinkKind.INSERTED:
        return [language.gettext("No paragraph of the original is like it.")]
    if link.kind is LinkKind.DELETED:
        return [language.gettext("No paragraph of the revised version is like it.")]
    said = []
    if not _are_cells(comparison, link):
        said.append(
            language.gettext(
                "Paragraph {old} was linked to {new}: {percent} % of their words agree."
            ).format(
                old=paragraph_numbers(link.old),
                new=paragraph_numbers(link.new),
                percent=round(link.similarity * 100),
            )
        )
    if link.moved:
        said.append(
            language.gettext("It stands at another place between its neighbours, so it was moved.")
        )
    joint = change.kind in (ChangeKind.SPLIT, ChangeKind.MERGE)
    if joint and link.kind is LinkKind.REWRITTEN:
        said.append(language.gettext("The borders between the paragraphs moved."))
    elif change.kind is ChangeKind.SPLIT:
        said.append(language.gettext("One paragraph of the original became several."))
    elif change.kind is ChangeKind.MERGE:
        said.append(language.gettext("Several paragraphs of the original became one."))
    return said


def _are_cells(comparison: Comparison, link: Link) -> bool:
    """Whether its paragraphs stand in tables, where the row and the column link them."""
    first = comparison.old.paragraphs[link.old[0]], comparison.new.paragraphs[link.new[0]]
    return all(one.cell is not None for one in first)
