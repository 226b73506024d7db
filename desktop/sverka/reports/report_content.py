"""What stands in a report, in order and in words, whatever format it is written in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sverka.language import Language
from sverka.language import language as language_of
from sverka.model import (
    Category,
    Change,
    ChangeKind,
    Comparison,
    Inspection,
)
from sverka.reports.change_rows import ChangeGroup, ChangeRow, grouped
from sverka.reports.chart import Chart, chart
from sverka.reports.finding_rows import FindingRow, found_rows
from sverka.reports.fulltext import Passage, passages
from sverka.reports.highlights import Highlight, highlights
from sverka.reports.report_options import ReportOptions, ReportRemarks, Section, is_listed
from sverka.wording import (
    category_name,
    change_name,
    notice_words,
    shortened,
    side_name,
    summary,
    title_of,
)
from sverka.wording.measures import (
    date_words,
    format_words,
    moment_words,
    number_words,
    options_words,
    size_words,
)

_WRITTEN_IN = {"en": "en-GB", "ru": "ru-RU", "ky": "ky-KG"}


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A line of the cover: a label and what stands for either version; `new` None for both."""

    label: str
    old: str
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure and what it counts."""

    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many changes of a category there are of each kind, as in the head, and in all."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Changes by category and kind; a change of several categories counts in each."""

    head: tuple[str, ...]
    rows: tuple[CountRow, ...]
    total: CountRow


@dataclass(frozen=True, slots=True)
class Report:
    """The content of a report. A section that was not asked for, or has nothing, is empty."""

    title: str
    subject: str
    language: Language
    date: datetime
    date_words: str
    old_name: str
    new_name: str
    cover: tuple[CoverRow, ...]
    highlights: tuple[Highlight, ...]
    sentences: tuple[str, ...]
    tiles: tuple[Tile, ...]
    counts: Counts | None
    chart: Chart | None
    groups: tuple[ChangeGroup, ...]
    left_out: str
    findings: tuple[FindingRow, ...]
    repeats: tuple[FindingRow, ...]
    notices: tuple[tuple[str, str], ...]
    redline: tuple[Passage, ...]
    columns: tuple[Passage, ...]

    @property
    def written_in(self) -> str:
        """The language as a tag of BCP 47: "en-GB"."""
        return _WRITTEN_IN[self.language.code]

    @property
    def date_in_utc(self) -> datetime:
        """The date without its zone, as file formats keep it; one without a zone as it is."""
        return self.date.astimezone(UTC).replace(tzinfo=None) if self.date.tzinfo else self.date

    @property
    def is_reviewed(self) -> bool:
        """Whether something was said of a change."""
        return any(entry.remark.state or entry.remark.note for entry in self.entries)

    @property
    def entries(self) -> tuple[ChangeRow, ...]:
        """All changes of the report, in order."""
        return tuple(entry for group in self.groups for entry in group.entries)


def build(comparison: Comparison, options: ReportOptions, remarks: ReportRemarks) -> Report:
    """The content of a report, in the language of its options."""
    language = language_of(options.language)
    date = options.date or datetime.now().astimezone()
    wanted = options.sections.__contains__
    chosen = _chosen(comparison, options, remarks)
    findings, repeats = found_rows(comparison, remarks, language)
    return Report(
        title=language.gettext("Comparison of two versions"),
        subject=shortened(title_of(comparison.new) or title_of(comparison.old), 160),
        language=language,
        date=date,
        date_words=date_words(date, language),
        old_name=comparison.old.document.name,
        new_name=comparison.new.document.name,
        cover=_cover(comparison, options, date, language),
        highlights=highlights(comparison, language) if wanted(Section.SUMMARY) else (),
        sentences=summary(comparison, language) if wanted(Section.SUMMARY) else (),
        tiles=_tiles(comparison, language) if wanted(Section.COUNTS) else (),
        counts=_counts(comparison, language)
        if wanted(Section.COUNTS) and comparison.changes
        else None,
        chart=chart(comparison, language) if wanted(Section.MAP) and comparison.changes else None,
        groups=grouped(comparison, chosen, remarks, language) if wanted(Section.CHANGES) else (),
        left_out=_left_out(len(chosen), len(comparison.changes), options, language)
        if wanted(Section.CHANGES)
        else "",
        findings=findings if wanted(Section.FINDINGS) else (),
        repeats=repeats if wanted(Section.REPEATS) else (),
        notices=_notices(comparison, language) if wanted(Section.NOTICES) else (),
        redline=passages(comparison, language) if wanted(Section.REDLINE) else (),
        columns=passages(comparison, language) if wanted(Section.COLUMNS) else (),
    )


def _chosen(
    comparison: Comparison, options: ReportOptions, remarks: ReportRemarks
) -> tuple[tuple[int, Change], ...]:
    """The changes to list, each with its number in the whole comparison."""
    return tuple(
        (number, change)
        for number, change in enumerate(comparison.changes, 1)
        if is_listed(number, change, options, remarks.changes)
    )


def _left_out(listed: int, total: int, options: ReportOptions, language: Language) -> str:
    if listed == total:
        return ""
    said = language.ngettext(
        "{listed} of {count} change is listed here",
        "{listed} of {count} changes are listed here",
        total,
    ).format(listed=number_words(listed, language), count=number_words(total, language))
    why = [category_name(c, language).lower() for c in Category if c in options.only]
    if options.reviewed:
        why.append(language.pgettext("changes listed", "reviewed"))
    return language.gettext("{what}: {list} only.").format(what=said, list=", ".join(why))


def _cover(
    comparison: Comparison, options: ReportOptions, date: datetime, language: Language
) -> tuple[CoverRow, ...]:
    rows = [
        _both(comparison, language.gettext("File"), lambda version: version.document.name),
        _both(comparison, language.gettext("Format, size"), lambda v: _format(v, language)),
        CoverRow(
            language.gettext("Paragraphs, words"),
            _size(comparison.old, comparison.statistics.old_words, language),
            _size(comparison.new, comparison.statistics.new_words, language),
        ),
        _both(comparison, language.gettext("Modified"), lambda v: _modified(v, language)),
        _both(comparison, "SHA-256", lambda version: version.document.sha256),
        CoverRow(language.gettext("Options"), options_words(comparison.options, language)),
        CoverRow(language.gettext("Report made"), moment_words(date, language)),
    ]
    if options.reviewer:
        rows.append(CoverRow(language.gettext("Reviewed by"), options.reviewer))
    return tuple(rows)


def _both(comparison: Comparison, label: str, said: Callable[[Inspection], str]) -> CoverRow:
    return CoverRow(label, said(comparison.old), said(comparison.new))


def _size(version: Inspection, words: int, language: Language) -> str:
    return f"{number_words(len(version.paragraphs), language)} · {number_words(words, language)}"


def _format(version: Inspection, language: Language) -> str:
    properties = version.document.properties
    words = [format_words(version.document, language), size_words(properties.size, language)]
    if properties.pages is not None:
        pages = language.ngettext("{count} page", "{count} pages", properties.pages)
        words.append(pages.format(count=number_words(properties.pages, language)))
    return " · ".join(words)


def _modified(version: Inspection, language: Language) -> str:
    modified = version.document.properties.modified
    return moment_words(modified, language) if modified else language.gettext("not known")


def _tiles(comparison: Comparison, language: Language) -> tuple[Tile, ...]:
    """The figures an editor asks for first."""
    statistics = comparison.statistics
    category, kind = statistics.by_category, statistics.by_kind
    share = language.gettext("{number} %").format(number=_unchanged_percent(comparison))
    beside = sum(change.kind.is_beside_words for change in comparison.changes)
    return (
        Tile(number_words(statistics.changes, language), language.gettext("changes in all")),
        Tile(
            number_words(category.get(Category.NUMBER, 0), language), language.gettext("in numbers")
        ),
        Tile(
            number_words(category.get(Category.QUOTATION, 0), language),
            language.gettext("in quotations"),
        ),
        Tile(
            number_words(category.get(Category.WORDING, 0), language),
            language.gettext("of wording"),
        ),
        Tile(
            number_words(kind.get(ChangeKind.MOVE, 0), language),
            language.pgettext("number of paragraphs", "moved"),
        ),
        *(
            [Tile(number_words(beside, language), language.gettext("beside the words"))]
            if beside
            else []
        ),
        Tile(share, language.gettext("of words unchanged")),
    )


def _unchanged_percent(comparison: Comparison) -> int:
    """Rounded down, so that 100 is said only where nothing changed."""
    statistics = comparison.statistics
    if not statistics.old_words:
        return 0 if statistics.new_words else 100
    return statistics.unchanged_words * 100 // statistics.old_words


def _counts(comparison: Comparison, language: Language) -> Counts:
    kinds = [kind for kind in ChangeKind if comparison.statistics.by_kind.get(kind)]
    rows = []
    for category in Category:
        of_it = [c for c in comparison.changes if category in c.categories]
        if of_it:
            rows.append(_count_row(category_name(category, language), of_it, kinds))
    uncategorised = [c for c in comparison.changes if not c.categories]
    if uncategorised:
        rows.append(_count_row(language.gettext("No category"), uncategorised, kinds))
    return Counts(
        head=(*(change_name(kind, language) for kind in kinds), language.gettext("In all")),
        rows=tuple(rows),
        total=_count_row(language.gettext("All changes"), comparison.changes, kinds),
    )


def _count_row(label: str, changes: Sequence[Change], kinds: Sequence[ChangeKind]) -> CountRow:
    by_kind = (sum(change.kind is kind for change in changes) for kind in kinds)
    return CountRow(label, (*by_kind, len(changes)))


def _notices(comparison: Comparison, language: Language) -> tuple[tuple[str, str], ...]:
    """What was done less well than one may think: the version and place, and the sentence."""
    said = []
    for notice in comparison.notices:
        page = (
            [language.gettext("page {number}").format(number=notice.page)]
            if notice.page is not None
            else []
        )
        place = ", ".join([*([side_name(notice.side, language)] if notice.side else []), *page])
        said.append((place, notice_words(notice, language)))
    return tuple(said)
