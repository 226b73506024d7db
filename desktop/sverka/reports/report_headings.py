"""What the sections of a report and the columns of its tables are called."""

from sverka.language import Language
from sverka.model import Side
from sverka.reports.report_options import Section
from sverka.wording import side_name


def section_heading(section: Section, language: Language) -> str:
    """The heading of a section; of the picture its name."""
    return {
        Section.SUMMARY: language.gettext("What changed"),
        Section.COUNTS: language.gettext("Changes by kind and category"),
        Section.MAP: language.gettext("Where the changes lie"),
        Section.CHANGES: language.gettext("Changes"),
        Section.FINDINGS: language.gettext("Findings"),
        Section.REPEATS: language.gettext("Repeats"),
        Section.NOTICES: language.gettext("What was not compared, or with reserve"),
        Section.REDLINE: language.gettext("The whole text with its changes"),
        Section.COLUMNS: language.gettext("Both versions side by side"),
    }[section]


def version_heads(language: Language) -> tuple[str, str]:
    """The columns of what stands in either version."""
    return side_name(Side.OLD, language), side_name(Side.NEW, language)


def change_heads(language: Language, *, reviewed: bool) -> tuple[str, ...]:
    """The columns of the changes; where some were `reviewed`, one more for what was said."""
    heads = (
        language.gettext("No."),
        language.gettext("Place and kind"),
        *version_heads(language),
    )
    return (*heads, language.gettext("State")) if reviewed else heads


def finding_heads(language: Language) -> tuple[str, ...]:
    """The columns of the findings and of the repeats."""
    return (
        language.gettext("Kind and place"),
        language.gettext("Text"),
        language.gettext("Evidence"),
        language.gettext("Verdict"),
    )


def notice_heads(language: Language) -> tuple[str, str]:
    """The columns of the notices."""
    return language.gettext("Place"), language.gettext("Notice")
