"""What the sides, kinds and states of things in a comparison are called for people."""

from typing import TYPE_CHECKING

from sverka.language import Language
from sverka.model import (
    Category,
    Change,
    ChangeKind,
    Decision,
    Finding,
    FindingKind,
    Ignore,
    IgnoreGroup,
    Part,
    Side,
    Stage,
    TablePart,
    Tier,
    Verdict,
)

if TYPE_CHECKING:
    from sverka.review import State

_SIGNS = {
    ChangeKind.INSERTION: "+",
    ChangeKind.DELETION: "−",
    ChangeKind.REPLACEMENT: "~",
    ChangeKind.MOVE: "↗",
    ChangeKind.SPLIT: "⑂",
    ChangeKind.MERGE: "⑃",
    ChangeKind.FORMATTING: "¶",
    ChangeKind.OBJECT: "◈",
}


def sign(kind: ChangeKind) -> str:
    """The one-character sign of a kind of change, readable without colour."""
    return _SIGNS[kind]


def side_name(side: Side, language: Language) -> str:
    """The version as a heading: "Original"."""
    return {
        Side.OLD: language.gettext("Original"),
        Side.NEW: language.gettext("Revised"),
    }[side]


def change_name(kind: ChangeKind, language: Language) -> str:
    """The kind of change as a noun: "Insertion"."""
    return {
        ChangeKind.INSERTION: language.gettext("Insertion"),
        ChangeKind.DELETION: language.gettext("Deletion"),
        ChangeKind.REPLACEMENT: language.gettext("Replacement"),
        ChangeKind.MOVE: language.gettext("Move"),
        ChangeKind.SPLIT: language.gettext("Split"),
        ChangeKind.MERGE: language.gettext("Merge"),
        ChangeKind.FORMATTING: language.gettext("Formatting"),
        ChangeKind.OBJECT: language.gettext("Object"),
    }[kind]


def change_title(change: Change, language: Language) -> str:
    """What was done, as a noun; of a part of a table which part it was done to."""
    if change.table_part is None:
        return change_name(change.kind, language)
    return {
        (TablePart.ROW, ChangeKind.INSERTION): language.gettext("Row added"),
        (TablePart.ROW, ChangeKind.DELETION): language.gettext("Row deleted"),
        (TablePart.ROW, ChangeKind.MOVE): language.gettext("Row moved"),
        (TablePart.COLUMN, ChangeKind.INSERTION): language.gettext("Column added"),
        (TablePart.COLUMN, ChangeKind.DELETION): language.gettext("Column deleted"),
        (TablePart.COLUMN, ChangeKind.MOVE): language.gettext("Column moved"),
        (TablePart.TABLE, ChangeKind.INSERTION): language.gettext("Table added"),
        (TablePart.TABLE, ChangeKind.DELETION): language.gettext("Table deleted"),
        (TablePart.TABLE, ChangeKind.MOVE): language.gettext("Table moved"),
    }[change.table_part, change.kind]


def part_count(part: TablePart, kind: ChangeKind, count: int, language: Language) -> str:
    """How many parts of tables came, went or moved: "2 rows added"."""
    words = {
        (TablePart.ROW, ChangeKind.MOVE): language.ngettext(
            "{count} row moved", "{count} rows moved", count
        ),
        (TablePart.ROW, ChangeKind.INSERTION): language.ngettext(
            "{count} row added", "{count} rows added", count
        ),
        (TablePart.ROW, ChangeKind.DELETION): language.ngettext(
            "{count} row deleted", "{count} rows deleted", count
        ),
        (TablePart.COLUMN, ChangeKind.MOVE): language.ngettext(
            "{count} column moved", "{count} columns moved", count
        ),
        (TablePart.COLUMN, ChangeKind.INSERTION): language.ngettext(
            "{count} column added", "{count} columns added", count
        ),
        (TablePart.COLUMN, ChangeKind.DELETION): language.ngettext(
            "{count} column deleted", "{count} columns deleted", count
        ),
        (TablePart.TABLE, ChangeKind.MOVE): language.ngettext(
            "{count} table moved", "{count} tables moved", count
        ),
        (TablePart.TABLE, ChangeKind.INSERTION): language.ngettext(
            "{count} table added", "{count} tables added", count
        ),
        (TablePart.TABLE, ChangeKind.DELETION): language.ngettext(
            "{count} table deleted", "{count} tables deleted", count
        ),
    }
    return words[part, kind].format(count=count)


def category_name(category: Category, language: Language) -> str:
    """The category as a heading: "Number"."""
    return {
        Category.NUMBER: language.gettext("Number"),
        Category.DATE: language.gettext("Date"),
        Category.QUOTATION: language.gettext("Quotation"),
        Category.NEGATION: language.gettext("Negation"),
        Category.NAME: language.gettext("Name"),
        Category.WORDING: language.gettext("Wording"),
        Category.FORM: language.gettext("Written otherwise"),
        Category.PUNCTUATION: language.gettext("Punctuation"),
        Category.TYPOGRAPHY: language.gettext("Typography"),
        Category.SPACING: language.gettext("Spacing"),
        Category.CASE: language.gettext("Letter case"),
        Category.SPELLING: language.gettext("Spelling"),
        Category.SPELLING_SCRIPT: language.gettext("Look-alike letters"),
        Category.STRUCTURE: language.gettext("Structure"),
        Category.LINK: language.gettext("Link"),
        Category.PICTURE: language.gettext("Picture"),
        Category.NOTE: language.gettext("Note mark"),
        Category.CONTROL: language.gettext("Form field"),
        Category.FORMATTING: language.gettext("Formatting"),
        Category.FIELD: language.gettext("Automatic field"),
        Category.DOUBTFUL: language.gettext("Doubtful reading"),
    }[category]


def finding_name(kind: FindingKind, language: Language) -> str:
    """The kind of finding: "Repeated header"."""
    return {
        FindingKind.RUNNING_HEADER: language.gettext("Repeated header"),
        FindingKind.RUNNING_FOOTER: language.gettext("Repeated footer"),
        FindingKind.PAGE_NUMBER: language.gettext("Page number"),
        FindingKind.SURROUNDINGS: language.gettext("Around the text"),
        FindingKind.DUPLICATE_PARAGRAPH: language.gettext("Duplicate paragraph"),
        FindingKind.REPEATED_BLOCK: language.gettext("Repeated block"),
        FindingKind.MIXED_SCRIPT: language.gettext("Mixed alphabets"),
        FindingKind.HYPHENATION: language.gettext("Hyphenation"),
        FindingKind.HARD_WRAP: language.gettext("Hard-wrapped lines"),
        FindingKind.QUOTE_SIGNS: language.gettext("Signs of quoted mail"),
        FindingKind.ODD_SPACE: language.gettext("Odd space"),
        FindingKind.DOUBLED_WORD: language.gettext("Doubled word"),
        FindingKind.UNCERTAIN_WORD: language.gettext("Uncertain word (OCR)"),
        FindingKind.REPLACEMENT_CHARACTER: language.gettext("Replacement character"),
        FindingKind.BROKEN_ENCODING: language.gettext("Broken encoding"),
    }[kind]


def verdict_name(finding: Finding, language: Language) -> str:
    """What became of a finding: "fixed in the revised version"; "" where nothing was compared.

    What the file itself has around its text is no fault, so nothing was fixed where it is gone.
    """
    if finding.verdict is None:
        return ""
    if finding.verdict is Verdict.FIXED and _is_by_the_file(finding):
        return language.gettext("not in the revised version")
    return {
        Verdict.FIXED: language.gettext("fixed in the revised version"),
        Verdict.INTRODUCED: language.gettext("new in the revised version"),
        Verdict.STILL_THERE: language.gettext("still there"),
        Verdict.CHANGED: language.gettext("reads differently in the revised version"),
    }[finding.verdict]


def _is_by_the_file(finding: Finding) -> bool:
    """Whether the file itself says that the finding is no part of its text."""
    if finding.kind is FindingKind.SURROUNDINGS:
        return True
    parts = {source.part for source in finding.sources}
    return finding.kind.is_furniture and bool(parts & {Part.HEADER, Part.FOOTER})


def tier_name(tier: Tier, language: Language) -> str:
    """How far the evidence carries."""
    return {
        Tier.CERTAIN: language.gettext("certain"),
        Tier.SUSPECTED: language.gettext("suspected"),
    }[tier]


def decision_name(decision: Decision, language: Language) -> str:
    """Whether the text of a finding stays."""
    return {
        Decision.REMOVED: language.gettext("set aside"),
        Decision.KEPT: language.gettext("kept in the text"),
    }[decision]


def part_name(part: Part, language: Language) -> str:
    """The stream of a document."""
    return {
        Part.BODY: language.gettext("body"),
        Part.HEADER: language.gettext("page header"),
        Part.FOOTER: language.gettext("page footer"),
        Part.FOOTNOTE: language.gettext("footnote"),
        Part.ENDNOTE: language.gettext("endnote"),
        Part.TEXT_BOX: language.gettext("text box"),
        Part.COMMENT: language.gettext("comment"),
    }[part]


def ignore_name(ignore: Ignore, language: Language) -> str:
    """What is ignored, in the accusative of "ignored: …"."""
    return {
        Ignore.NUMBER: language.gettext("numbers"),
        Ignore.DATE: language.gettext("dates"),
        Ignore.QUOTATION: language.gettext("what is quoted"),
        Ignore.NEGATION: language.gettext("negations"),
        Ignore.NAME: language.gettext("names"),
        Ignore.WORDING: language.gettext("wording"),
        Ignore.FORM: language.gettext("how numbers and dates are written"),
        Ignore.SPELLING: language.gettext("spelling"),
        Ignore.SPELLING_SCRIPT: language.gettext("mixed alphabets"),
        Ignore.FIELD: language.gettext("automatic fields"),
        Ignore.STRUCTURE: language.gettext("headings, list numbers and merged cells"),
        Ignore.LINK: language.gettext("links"),
        Ignore.PICTURE: language.gettext("pictures"),
        Ignore.NOTE: language.gettext("note marks"),
        Ignore.CONTROL: language.gettext("check boxes and form fields"),
        Ignore.FORMATTING: language.gettext("formatting"),
        Ignore.DOUBTFUL: language.gettext("doubtful readings"),
        Ignore.CASE: language.gettext("letter case"),
        Ignore.SPACING: language.gettext("spacing"),
        Ignore.PUNCTUATION: language.gettext("punctuation"),
        Ignore.TYPOGRAPHY: language.gettext("typography"),
    }[ignore]


def group_name(group: IgnoreGroup, language: Language) -> str:
    """A stream that is ignored, in the accusative of "ignored: …"."""
    return {
        IgnoreGroup.HEADERS: language.gettext("page headers and footers"),
        IgnoreGroup.NOTES: language.gettext("notes and comments"),
    }[group]


def stage_name(stage: Stage, language: Language) -> str:
    """What a stage of the work is called while it runs."""
    return {
        Stage.READING: language.gettext("Reading"),
        Stage.SCREENING: language.gettext("Looking for headers and repeats"),
        Stage.ALIGNMENT: language.gettext("Pairing paragraphs"),
        Stage.DIFFERENCES: language.gettext("Finding the changed words"),
        Stage.WRITING: language.gettext("Writing"),
    }[stage]


def state_name(state: "State", language: Language) -> str:
    """How far a change or a finding is dealt with."""
    # Imported here: sessions are read by much that a comparison does not need
    from sverka.review import State

    return {
        State.TO_DO: language.gettext("to do"),
        State.REVIEWED: language.gettext("reviewed"),
        State.QUERY: language.gettext("query"),
    }[state]
