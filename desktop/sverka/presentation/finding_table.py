"""The table of findings as plain data: its headings, the words of a row, and what is alike."""

from collections.abc import Collection, Iterable

import numpy as np

from sverka.language import Language
from sverka.model import Finding
from sverka.presentation.comparison_index import Ints
from sverka.presentation.list_entries import Entries, Facet, narrowed
from sverka.review import Remark, State
from sverka.wording import (
    decision_name,
    finding_name,
    finding_place,
    finding_text,
    side_name,
    state_name,
    tier_name,
    verdict_name,
)

TEXT_COLUMN = 3
"""The column of what the finding is about: it takes the room that is left."""
NOTE_COLUMN = 7
MAY_BE_EMPTY = (5, 6)
"""The columns of the decision and of what was seen across the versions."""


def finding_headings(language: Language) -> tuple[str, ...]:
    """What the columns are called."""
    _ = language.gettext
    return (
        _("Version"),
        _("Kind"),
        _("Where"),
        _("Text"),
        _("How sure"),
        _("Decision"),
        _("Across the versions"),
        _("State and note"),
    )


def finding_cells(finding: Finding, remark: Remark, language: Language) -> tuple[str, ...]:
    """What the columns say of one finding."""
    _ = language.gettext
    return (
        side_name(finding.side, language),
        finding_name(finding.kind, language),
        finding_place(finding, language),
        " ".join(finding_text(finding).split()),
        tier_name(finding.tier, language),
        decision_name(finding.decision, language) if finding.kind.is_decidable else "",
        verdict_name(finding, language),
        remark_words(remark, language),
    )


def remark_words(remark: Remark, language: Language) -> str:
    """The state and the note in one line; empty where nothing was said."""
    state = "" if remark.state is State.TO_DO else state_name(remark.state, language)
    return " · ".join(filter(None, (state, " ".join(remark.note.split()))))


def alike(finding: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that a decision about all alike is about: the same thing on the same side."""
    if not finding.group:
        return (finding,)
    return tuple(
        other
        for other in findings
        if (other.group, other.side, other.kind) == (finding.group, finding.side, finding.kind)
    )


def entries_by_row(entries: Entries, kinds: Collection[Facet]) -> Ints:
    """The entries that are findings, of these kinds or of any, in the order of the table."""
    findings = narrowed(entries, kinds) if kinds else np.flatnonzero(~entries.are_changes)
    by_row: Ints = findings[np.argsort(entries.indexes[findings])]
    return by_row
