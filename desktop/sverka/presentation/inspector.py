"""One change large: before, after, and why these paragraphs were put beside each other."""

from dataclasses import dataclass

from sverka.language import Language
from sverka.model import Change, ChangeKind, Comparison, Link, LinkKind
from sverka.presentation.item_marks import Role
from sverka.presentation.list_entries import RoleText, facet_name
from sverka.wording import change_name, change_place, excerpt, finding_reasons, paragraph_numbers

_CONTEXT = 70
_MOST = 900


@dataclass(frozen=True, slots=True)
class CloseUp:
    """What the inspector shows: a heading, both sides with their marks, and reasons."""

    heading: str
    before: tuple[RoleText, ...]
    after: tuple[RoleText, ...]
    reasons: tuple[str, ...]


def inspect_change(comparison: Comparison, number: int, language: Language) -> CloseUp:
    """Change `number`, from 0, large."""
    change = comparison.changes[number]
    link = comparison.alignment.links[change.link]
    shown = excerpt(comparison, change, _CONTEXT, _MOST)
    kind = ", ".join(
        [
            change_name(change.kind, language),
            *(facet_name(c, language).lower() for c in change.categories),
        ]
    )
    heading = language.gettext("Change {number} · {kind}").format(number=number + 1, kind=kind)
    return CloseUp(
        heading,
        tuple(RoleText(f.text, Role.DELETION if f.marked else None) for f in shown.old),
        tuple(RoleText(f.text, Role.INSERTION if f.marked else None) for f in shown.new),
        (
            change_place(comparison, change, language).capitalize() + ".",
            *_reasons(change, link, language),
        ),
    )


def inspect_finding(comparison: Comparison, number: int, language: Language) -> CloseUp:
    """Finding `number`, from 0, with its evidence."""
    finding = comparison.findings[number]
    role = Role.FURNITURE if finding.kind.is_furniture else Role.ARTIFACT
    words = (RoleText(" ".join(finding.text.split()), role),)
    reasons = list(finding_reasons(finding, language))
    if finding.suggestion is not None:
        reasons.append(language.gettext("Proposed instead: {text}").format(text=finding.suggestion))
    return CloseUp(facet_name(finding.kind, language), words, (), tuple(reasons))


def _reasons(change: Change, link: Link, language: Language) -> list[str]:
    if link.kind is LinkKind.INSERTED:
        return [language.gettext("No paragraph of the original is like it.")]
    if link.kind is LinkKind.DELETED:
        return [language.gettext("No paragraph of the revised version is like it.")]
    old, new = paragraph_numbers(link.old), paragraph_numbers(link.new)
    percent = round(link.similarity * 100)
    said = [
        language.gettext(
            "Paragraph {old} was linked to {new}: {percent} % of their words agree."
        ).format(old=old, new=new, percent=percent)
    ]
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
