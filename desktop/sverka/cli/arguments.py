"""What can be said on the command line."""

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from sverka import __version__
from sverka.cli.decisions import decisions_of
from sverka.cli.speaking_parser import SpeakingParser
from sverka.cli.verify_arguments import add_verify
from sverka.language import LANGUAGES, Language
from sverka.model import (
    IGNORE_WORDS,
    Category,
    LeftAside,
    Options,
    SverkaError,
    Tracked,
    asked_by,
)
from sverka.reports.report_options import USUAL, Paper, ReportOptions, Section
from sverka.wording import error_words

Word = TypeVar("Word", bound=StrEnum)

INPUTS = ("old", "new", "file", "against", "session", "decisions", "verified")
"""The arguments that name a file the command reads; none of them is ever written to."""

VERSIONS = ("old", "new", "file", "against", "verified")
"""The arguments that name a version, which may be "-" for standard input."""

OUTPUTS = ("json", "report", "redline", "html", "xlsx", "pdf")
"""The options that name a file to write."""

_TESSERACT_LANGUAGE = re.compile("[A-Za-z][A-Za-z0-9_-]{1,40}")

REPORTS = {"report": "docx", "html": "html", "xlsx": "xlsx", "pdf": "pdf"}
"""The options that write a report, and the module of `reports` that does."""


def parsed(argv: Sequence[str], language: Language) -> argparse.Namespace:
    """What a command was given; ends the program with status 2 where that makes no sense."""
    given, unknown = parser(language).parse_known_args(argv)
    if unknown:
        given.parser.refuse_unknown(unknown)
    return given


def parser(language: Language) -> argparse.ArgumentParser:
    """The parser of `compare …`, `inspect …` and `verify …`; `--help` on each, in `language`."""
    _ = language.gettext
    top = SpeakingParser(
        language=language,
        prog="sverka",
        description=_("Compare two versions of a text and say what really changed."),
        closing=lambda: _closing(language),
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"sverka {__version__}",
        help=_("show program's version number and exit"),
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_compare(commands, language)
    _add_inspect(commands, language)
    add_verify(commands, language)
    return top


def _closing(language: Language) -> str:
    """What a run does and ends with, and which formats can be read, those of other readers too."""
    # Imported here: most runs show no help, and need the readers of one format
    from sverka.readers import Format, formats

    _ = language.gettext
    known = (one for one in formats() if isinstance(one, Format))
    return " ".join(
        (
            _(
                "Without a command: sverka [OLD NEW] opens the window. "
                "Exit status: 0 no changes, 1 changes, 2 trouble."
            ),
            _("Formats that can be read: {formats}.").format(
                formats=", ".join(_(one.label.english) for one in known)
            ),
        )
    )


def options_of(arguments: argparse.Namespace) -> Options:
    """The options of a comparison that the arguments of `compare` ask for."""
    return Options(
        ignore=arguments.ignore.categories,
        ignore_parts=arguments.ignore.parts,
        ocr=arguments.ocr,
        ocr_languages=arguments.ocr_languages,
        ignore_patterns=tuple(arguments.ignore_pattern),
        keep_furniture=arguments.keep_furniture,
        tracked=Tracked(arguments.tracked),
        as_source=arguments.read_as == "source",
        encoding_old=arguments.encoding_old,
        encoding_new=arguments.encoding_new,
        decisions=decisions_of(arguments.decisions),
    )


def _add_compare(
    commands: "argparse._SubParsersAction[SpeakingParser]", language: Language
) -> None:
    _ = language.gettext
    compare = commands.add_parser(
        "compare",
        language=language,
        help=_("compare two versions"),
        description=_("Compare two versions and print what changed."),
    )
    compare.set_defaults(parser=compare)
    compare.add_argument("old", metavar="OLD", help=_("the original; - for standard input"))
    compare.add_argument("new", metavar="NEW", help=_("the revised version; - for standard input"))
    _add_reports(compare, language)
    compare.add_argument(
        "--json",
        metavar="F",
        help=_("write the comparison as JSON; - for standard output"),
    )
    compare.add_argument(
        "--ignore",
        type=_left_aside(language),
        default=LeftAside(),
        metavar="WHAT",
        help=_("leave out changes about nothing but: {list}").format(list=", ".join(IGNORE_WORDS)),
    )
    compare.add_argument(
        "--ignore-pattern",
        type=_patterns(language),
        action="append",
        default=[],
        metavar="REGEX",
        help=_("leave out changes inside what this pattern finds; may be given several times"),
    )
    compare.add_argument(
        "--keep-furniture",
        action="store_true",
        help=_("leave repeated headers, footers and page numbers in the text"),
    )
    _add_decisions(compare, language)
    compare.add_argument(
        "--tracked",
        choices=[choice.value for choice in Tracked],
        default=Tracked.ACCEPT.value,
        help=_(
            "how tracked changes already in a file are read; keep reads them as accepted and says"
            " whose they are"
        ),
    )
    _add_as(compare, language)
    _add_ocr(compare, language)
    compare.add_argument("--encoding-old", metavar="E", help=_("the encoding of a text OLD"))
    compare.add_argument("--encoding-new", metavar="E", help=_("the encoding of a text NEW"))
    compare.add_argument(
        "--password-old", metavar="P", help=_("the password of a protected PDF OLD")
    )
    compare.add_argument(
        "--password-new", metavar="P", help=_("the password of a protected PDF NEW")
    )
    compare.add_argument("--quiet", action="store_true", help=_("print nothing but errors"))


def report_options_of(arguments: argparse.Namespace, language: Language) -> ReportOptions:
    """What goes into the reports that the arguments of `compare` ask for, in `language`."""
    return ReportOptions(
        sections=USUAL if arguments.sections is None else arguments.sections,
        only=arguments.only,
        reviewed=arguments.reviewed,
        language=language.code,
        paper=Paper(arguments.paper),
        date=arguments.date,
        reviewer=arguments.author or "",
    )


def _add_reports(compare: argparse.ArgumentParser, language: Language) -> None:
    """Which reports are written."""
    _ = language.gettext
    compare.add_argument("--report", metavar="F.docx", help=_("write a report for people, as DOCX"))
    compare.add_argument(
        "--redline",
        metavar="F.docx",
        help=_("write the original with the changes as tracked changes of Word, verified"),
    )
    compare.add_argument(
        "--without-moves",
        action="store_true",
        help=_("let the redline delete what moved here and insert it there"),
    )
    compare.add_argument("--html", metavar="F", help=_("write the report as one HTML page"))
    compare.add_argument("--xlsx", metavar="F", help=_("write the changes as a spreadsheet"))
    compare.add_argument(
        "--pdf", metavar="F", help=_("write the report as PDF, through LibreOffice")
    )
    _add_contents(compare, language)
    _add_dress(compare, language)


def _add_contents(compare: argparse.ArgumentParser, language: Language) -> None:
    """What goes into the reports."""
    _ = language.gettext
    compare.add_argument(
        "--sections",
        type=_choices(Section, language),
        metavar="LIST",
        help=_("what goes into the reports, of: {list}").format(list=", ".join(Section)),
    )
    compare.add_argument(
        "--only",
        type=_choices(Category, language),
        default=frozenset(),
        metavar="LIST",
        help=_("report only changes of these categories: {list}").format(list=", ".join(Category)),
    )
    compare.add_argument(
        "--session",
        metavar="F.sverka",
        help=_("put the states and notes of this saved session into the reports"),
    )
    compare.add_argument(
        "--reviewed",
        action="store_true",
        help=_("report only changes that have a state or a note in the session"),
    )


def _add_dress(compare: argparse.ArgumentParser, language: Language) -> None:
    """In which language, on what paper, by whom and of when the reports are."""
    _ = language.gettext
    compare.add_argument(
        "--language",
        choices=list(LANGUAGES),
        help=_("the language of the reports and the summary"),
    )
    compare.add_argument(
        "--paper",
        choices=[paper.value for paper in Paper],
        default=Paper.A4.value,
        help=_("the paper the reports are laid out for"),
    )
    compare.add_argument(
        "--author",
        metavar="NAME",
        help=_("who reviewed, for the report, and whose the tracked changes of the redline are"),
    )
    compare.add_argument(
        "--date",
        type=_moments(language),
        metavar="ISO",
        help=_("the date of the outputs; given, the same comparison makes the same file"),
    )


def _add_inspect(
    commands: "argparse._SubParsersAction[SpeakingParser]", language: Language
) -> None:
    _ = language.gettext
    inspect = commands.add_parser(
        "inspect",
        language=language,
        help=_("show the reading text and the findings of one file"),
        description=_("Show the findings in one file: headers, repeats, artifacts."),
    )
    inspect.set_defaults(parser=inspect)
    inspect.add_argument("file", metavar="FILE", help=_("the file; - for standard input"))
    inspect.add_argument(
        "--against", metavar="OTHER", help=_("the other version, taken as a witness")
    )
    inspect.add_argument(
        "--json",
        metavar="F",
        help=_("write the inspection as JSON; - for standard output"),
    )
    _add_as(inspect, language)
    _add_ocr(inspect, language)
    inspect.add_argument("--encoding", metavar="E", help=_("the encoding of a text FILE"))
    inspect.add_argument("--password", metavar="P", help=_("the password of a protected PDF FILE"))
    _add_decisions(inspect, language)
    inspect.add_argument("--quiet", action="store_true", help=_("print nothing but errors"))


def _add_as(command: argparse.ArgumentParser, language: Language) -> None:
    _ = language.gettext
    command.add_argument(
        "--as",
        dest="read_as",
        choices=["source"],
        help=_("read HTML, Markdown and the like as they are written, with all their marks"),
    )


def _add_ocr(command: argparse.ArgumentParser, language: Language) -> None:
    _ = language.gettext
    command.add_argument(
        "--ocr",
        action="store_true",
        help=_("recognise the text of pages that are pictures, with Tesseract"),
    )
    command.add_argument(
        "--ocr-languages",
        type=_tesseract_languages(language),
        default=(),
        metavar="L",
        help=_("the languages of that text, as Tesseract calls them, such as eng+rus+kir"),
    )


def _add_decisions(command: argparse.ArgumentParser, language: Language) -> None:
    _ = language.gettext
    command.add_argument(
        "--decisions",
        metavar="F.json",
        help=_("what to remove from the text and what to keep in it, by the id of the finding"),
    )


def _choices(kind: type[Word], language: Language) -> Callable[[str], frozenset[Word]]:
    """A parser of "one,two" into members of an enum of words."""
    _ = language.gettext

    def parse(value: str) -> frozenset[Word]:
        asked = [word.strip() for word in value.split(",") if word.strip()]
        unknown = [word for word in asked if word not in list(kind)]
        if unknown:
            raise argparse.ArgumentTypeError(
                _("“{word}” is not one of {list}").format(word=unknown[0], list=", ".join(kind))
            )
        return frozenset(kind(word) for word in asked)

    return parse


def _tesseract_languages(language: Language) -> Callable[[str], tuple[str, ...]]:
    """A parser of "eng+rus"."""

    def parse(value: str) -> tuple[str, ...]:
        names = tuple(name.strip() for name in value.replace(",", "+").split("+") if name.strip())
        if not names or not all(_TESSERACT_LANGUAGE.fullmatch(name) for name in names):
            raise argparse.ArgumentTypeError(
                language.gettext("“{value}” is no list of languages like eng+rus").format(
                    value=value
                )
            )
        return names

    return parse


def _left_aside(language: Language) -> Callable[[str], LeftAside]:
    """A parser of "formatting,case" into what is ignored."""

    def parse(value: str) -> LeftAside:
        asked = [word.strip() for word in value.split(",") if word.strip()]
        try:
            return asked_by(asked)
        except ValueError:
            unknown = next(word for word in asked if word not in (*IGNORE_WORDS, *Category))
            raise argparse.ArgumentTypeError(
                language.gettext("“{word}” is not one of {list}").format(
                    word=unknown, list=", ".join(IGNORE_WORDS)
                )
            ) from None

    return parse


def _patterns(language: Language) -> Callable[[str], str]:
    """A parser of a regular expression, which is kept as it is written."""

    def parse(value: str) -> str:
        # Imported here: what compares is not needed to read the other options.
        from sverka.differences import pattern_of

        try:
            pattern_of(value)
        except SverkaError as error:
            raise argparse.ArgumentTypeError(
                error_words(error, language).removesuffix(".")
            ) from error
        return value

    return parse


def _moments(language: Language) -> Callable[[str], datetime]:
    """A parser of the date of a report."""
    _ = language.gettext

    def parse(value: str) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError as error:
            raise argparse.ArgumentTypeError(
                _("“{value}” is not a date like 2026-11-22 or 2026-11-22T10:30").format(value=value)
            ) from error
        if not 1980 < moment.year < 2107:  # what a ZIP archive can be dated with, in any time zone
            raise argparse.ArgumentTypeError(
                _(
                    "“{value}” is no date a report can have: its year is not from 1981 to 2106"
                ).format(value=value)
            )
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    return parse
