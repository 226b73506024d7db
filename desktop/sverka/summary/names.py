"""What the kinds of things in a comparison are called for people."""

from sverka.language import _
from sverka.model import (
    Category,
    ChangeKind,
    Decision,
    FindingKind,
    Ignore,
    Part,
    Stage,
    Tier,
    Verdict,
)

_SIGNS = {
    ChangeKind.INSERTION: "+",
    ChangeKind.DELETION: "−",
    ChangeKind.REPLACEMENT: "~",
    ChangeKind.MOVE: "↗",
    ChangeKind.SPLIT: "⑂",
    ChangeKind.MERGE: "⑃",
}


def sign(kind: ChangeKind) -> str:
    """The one-character sign of a kind of change, readable without colour."""
    return _SIGNS[kind]


def change_name(kind: ChangeKind) -> str:
    """The kind of change as a noun: "Insertion"."""
    return {
        ChangeKind.INSERTION: _("Insertion"),
        ChangeKind.DELETION: _("Deletion"),
        ChangeKind.REPLACEMENT: _("Replacement"),
        ChangeKind.MOVE: _("Move"),
        ChangeKind.SPLIT: _("Split"),
        ChangeKind.MERGE: _("Merge"),
    }[kind]


def category_name(category: Category) -> str:
    """The category as a heading: "Number"."""
    return {
        Category.WORDING: _("Wording"),
        Category.NUMBER: _("Number"),
        Category.DATE: _("Date"),
        Category.NAME: _("Name"),
        Category.QUOTATION: _("Quotation"),
        Category.PUNCTUATION: _("Punctuation"),
        Category.TYPOGRAPHY: _("Typography"),
        Category.SPACING: _("Spacing"),
        Category.CASE: _("Letter case"),
        Category.SPELLING_SCRIPT: _("Mixed alphabets"),
    }[category]


def finding_name(kind: FindingKind) -> str:
    """The kind of finding: "Repeated header"."""
    return {
        FindingKind.RUNNING_HEADER: _("Repeated header"),
        FindingKind.RUNNING_FOOTER: _("Repeated footer"),
        FindingKind.PAGE_NUMBER: _("Page number"),
        FindingKind.DUPLICATE_PARAGRAPH: _("Duplicate paragraph"),
        FindingKind.REPEATED_BLOCK: _("Repeated block"),
        FindingKind.MIXED_SCRIPT: _("Mixed alphabets"),
        FindingKind.HYPHENATION: _("Hyphenation"),
        FindingKind.HARD_WRAP: _("Hard-wrapped lines"),
        FindingKind.ODD_SPACE: _("Odd space"),
        FindingKind.DOUBLED_WORD: _("Doubled word"),
        FindingKind.REPLACEMENT_CHARACTER: _("Replacement character"),
        FindingKind.BROKEN_ENCODING: _("Broken encoding"),
    }[kind]


def verdict_name(verdict: Verdict) -> str:
    """What became of a finding: "fixed in the revised version"."""
    return {
        Verdict.FIXED: _("fixed in the revised version"),
        Verdict.INTRODUCED: _("new in the revised version"),
        Verdict.STILL_THERE: _("still there"),
        Verdict.CHANGED: _("reads differently in the revised version"),
    }[verdict]


def tier_name(tier: Tier) -> str:
    """How far the evidence carries."""
    return {Tier.CERTAIN: _("certain"), Tier.SUSPECTED: _("suspected")}[tier]


def decision_name(decision: Decision) -> str:
    """Whether the text of a finding stays."""
    return {Decision.REMOVED: _("set aside"), Decision.KEPT: _("kept in the text")}[decision]


def part_name(part: Part) -> str:
    """The stream of a document."""
    return {
        Part.BODY: _("body"),
        Part.HEADER: _("page header"),
        Part.FOOTER: _("page footer"),
        Part.FOOTNOTE: _("footnote"),
        Part.ENDNOTE: _("endnote"),
        Part.TEXT_BOX: _("text box"),
        Part.COMMENT: _("comment"),
    }[part]


def ignore_name(ignore: Ignore) -> str:
    """What is ignored, in the accusative of "ignored: …"."""
    return {
        Ignore.CASE: _("letter case"),
        Ignore.SPACING: _("spacing"),
        Ignore.PUNCTUATION: _("punctuation"),
        Ignore.TYPOGRAPHY: _("typography"),
    }[ignore]


def stage_name(stage: Stage) -> str:
    """What a stage of the work is called while it runs."""
    return {
        Stage.READING: _("Reading"),
        Stage.SCREENING: _("Looking for headers and repeats"),
        Stage.ALIGNMENT: _("Pairing paragraphs"),
        Stage.DIFFERENCES: _("Finding the changed words"),
        Stage.WRITING: _("Writing"),
    }[stage]
