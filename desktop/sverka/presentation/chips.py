"""What a chip says: the page furniture that was set aside in its place, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.language import Language
from sverka.model import Decision, Finding
from sverka.wording import (
    decision_name,
    finding_name,
    finding_place,
    finding_reasons,
    finding_text,
    shortened,
    tier_name,
    verdict_name,
)

_SHORT = 70


@dataclass(frozen=True, slots=True)
class ChipText:
    """The lines of a chip: `title` in bold and the rest of its line, more lines when open."""

    title: str
    rest: str
    more: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Everything, one line per part."""
        return "\n".join([self.title + self.rest, *self.more])


def chip_text(findings: Sequence[Finding], language: Language, *, opened: bool) -> ChipText:
    """The text of a chip that stands for `findings`, at least one, all in one place."""
    first = findings[0]
    if len(findings) == 1:
        title = finding_name(first.kind, language)
        said = [finding_place(first, language), decision_name(Decision.REMOVED, language)]
        rest = "".join(f", {words}" for words in said if words)
        if not opened:
            rest += f" · «{shortened(first.text, _SHORT)}»"
    else:
        title = language.ngettext("{count} set aside", "{count} set aside", len(findings)).format(
            count=len(findings)
        )
        rest = ": " + ", ".join(dict.fromkeys(finding_name(f.kind, language) for f in findings))
    if not opened:
        return ChipText(title, rest)
    more = [
        text for finding in findings for text in _explained(finding, len(findings) > 1, language)
    ]
    return ChipText(title, rest, tuple(more))


def _explained(finding: Finding, named: bool, language: Language) -> list[str]:
    head = f"«{' '.join(finding_text(finding).split())}»"
    if named:
        place = finding_place(finding, language)
        head = f"{finding_name(finding.kind, language)}{', ' + place if place else ''} · {head}"
    said = [language.gettext("How sure: {tier}.").format(tier=tier_name(finding.tier, language))]
    if finding.verdict is not None:
        said.append(
            language.gettext("Across the versions: {verdict}.").format(
                verdict=verdict_name(finding, language)
            )
        )
    return [
        head,
        *(f"• {sentence}" for sentence in finding_reasons(finding, language)),
        " ".join(said),
    ]
