"""What stands in a report, in order and in words, whatever format it is written in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sverka.language import _, current, in_use, ngettext, pgettext
from sverka.model import (
    Category,
    Change,
    ChangeKind,
    Comparison,
    Inspection,
    Side,
)
from sverka.reports.change_rows import ChangeGroup, ChangeRow, grouped
from sverka.reports.chart import Chart, chart
from sverka.reports.finding_rows import FindingRow, found_rows
from sverka.reports.fulltext import Passage, passages
from sverka.reports.highlights import Highlight, highlights
from sverka.reports.report_options import ReportOptions, ReportRemarks, Section, is_listed
from sverka.wording import category_name, change_name, notice_words, shortened, summary, title_of
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
    language: str
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
    def date_in_utc(self) -> datetime:
        """The date without its zone, as file formats keep it; one without a zone as it is."""
        return self.date.astimezone(UTC).replace(tzinfo=None) if self.date.tzinfo else self.date

    @property
    def entries(self) -> tuple[ChangeRow, ...]:
        """All changes of the report, in order."""
        return tuple(entry for group in self.groups for entry in group.entries)


def build(comparison: Comparison, options: ReportOptions, remarks: ReportRemarks) -> Report:
    """The content of a report in the language in use."""
    date = options.date or datetime.now().astimezone()
    wanted = options.sections.__contains__
    chosen = _chosen(comparison, options, remarks)
    findings, repeats = found_rows(comparison, remarks)
    return Report(
        title=_("Comparison of two versions"),
        subject=shortened(title_of(comparison.new) or title_of(comparison.old), 160),
        language=_WRITTEN_IN[current()],
        date=date,
        date_words=date_words(date, in_use()),
        old_name=comparison.old.document.name,
        new_name=comparison.new.document.name,
        cover=_cover(comparison, options, date),
        highlights=highlights(comparison) if wanted(Section.SUMMARY) else (),
        sentences=summary(comparison, in_use()) if wanted(Section.SUMMARY) else (),
        tiles=_tiles(comparison) if wanted(Section.COUNTS) else (),
        counts=_counts(comparison) if wanted(Section.COUNTS) and comparison.changes else None,
        chart=chart(comparison) if wanted(Section.MAP) and comparison.changes else None,
        groups=grouped(comparison, chosen, remarks) if wanted(Section.CHANGES) else (),
        left_out=_left_out(len(chosen), len(comparison.changes), options)
        if wanted(Section.CHANGES)
        else "",
        findings=findings if wanted(Section.FINDINGS) else (),
        repeats=repeats if wanted(Section.REPEATS) else (),
        notices=_notices(comparison) if wanted(Section.NOTICES) else (),
        redline=passages(comparison) if wanted(Section.REDLINE) else (),
        columns=passages(comparison) if wanted(Section.COLUMNS) else (),
    )


def side_name(side: Side | None) -> str:
    """What a version is called; empty for neither."""
    return {Side.OLD: _("Original"), Side.NEW: _("Revised")}[side] if side else ""


def _chosen(
    comparison: Comparison, options: ReportOptions, remarks: ReportRemarks
) -> tuple[tuple[int, Change], ...]:
    """The changes to list, each with its number in the whole comparison."""
    return tuple(
        (number, change)
        for number, change in enumerate(comparison.changes, 1)
        if is_listed(number, change, options, remarks)
    )


def _left_out(listed: int, total: int, options: ReportOptions) -> str:
    if listed == total:
        return ""
    said = ngettext(
        "{listed} of {count} change is listed here",
        "{listed} of {count} changes are listed here",
        total,
    ).format(listed=number_words(listed, in_use()), count=number_words(total, in_use()))
    why = [category_name(c, in_use()).lower() for c in Category if c in options.only]
    if options.reviewed:
        why.append(pgettext("changes listed", "reviewed"))
    return _("{what}: {list} only.").format(what=said, list=", ".join(why))


def _cover(comparison: Comparison, options: ReportOptions, date: datetime) -> tuple[CoverRow, ...]:
    rows = [
        _both(comparison, _("File"), lambda version: version.document.name),
        _both(comparison, _("Format, size"), _format),
        CoverRow(
            _("Paragraphs, words"),
            _size(comparison.old, comparison.statistics.old_words),
            _size(comparison.new, comparison.statistics.new_words),
        ),
        _both(comparison, _("Modified"), _modified),
        _both(comparison, "SHA-256", lambda version: version.document.sha256),
        CoverRow(_("Options"), options_words(comparison.options, in_use())),
        CoverRow(_("Report made"), moment_words(date, in_use())),
    ]
    if options.reviewer:
        rows.append(CoverRow(_("Reviewed by"), options.reviewer))
    return tuple(rows)


def _both(comparison: Comparison, label: str, said: Callable[[Inspection], str]) -> CoverRow:
    return CoverRow(label, said(comparison.old), said(comparison.new))


def _size(version: Inspection, words: int) -> str:
    return f"{number_words(len(version.paragraphs), in_use())} · {number_words(words, in_use())}"


def _format(version: Inspection) -> str:
    properties = version.document.properties
    words = [format_words(version.document, in_use()), size_words(properties.size, in_use())]
    if properties.pages is not None:
        pages = ngettext("{count} page", "{count} pages", properties.pages)
        words.append(pages.format(count=number_words(properties.pages, in_use())))
    return " · ".join(words)


def _modified(version: Inspection) -> str:
    modified = version.document.properties.modified
    return moment_words(modified, in_use()) if modified else _("not known")


def _tiles(comparison: Comparison) -> tuple[Tile, ...]:
    """The six figures an editor asks for first."""
    statistics = comparison.statistics
    category, kind = statistics.by_category, statistics.by_kind
    share = _("{number} %").format(number=_unchanged_percent(comparison))
    return (
        Tile(number_words(statistics.changes, in_use()), _("changes in all")),
        Tile(number_words(category.get(Category.NUMBER, 0), in_use()), _("in numbers")),
        Tile(number_words(category.get(Category.QUOTATION, 0), in_use()), _("in quotations")),
        Tile(number_words(category.get(Category.WORDING, 0), in_use()), _("of wording")),
        Tile(
            number_words(kind.get(ChangeKind.MOVE, 0), in_use()),
            pgettext("number of paragraphs", "moved"),
        ),
        Tile(share, _("of words unchanged")),
    )


def _unchanged_percent(comparison: Comparison) -> int:
    """Rounded down, so that 100 is said only where nothing changed."""
    statistics = comparison.statistics
    if not statistics.old_words:
        return 0 if statistics.new_words else 100
    return statistics.unchanged_words * 100 // statistics.old_words


def _counts(comparison: Comparison) -> Counts:
    kinds = [kind for kind in ChangeKind if comparison.statistics.by_kind.get(kind)]
    rows = []
    for category in Category:
        of_it = [c for c in comparison.changes if category in c.categories]
        if of_it:
            rows.append(_count_row(category_name(category, in_use()), of_it, kinds))
    uncategorised = [c for c in comparison.changes if not c.categories]
    if uncategorised:
        rows.append(_count_row(_("No category"), uncategorised, kinds))
    return Counts(
        head=(*(change_name(kind, in_use()) for kind in kinds), _("In all")),
        rows=tuple(rows),
        total=_count_row(_("All changes"), comparison.changes, kinds),
    )


def _count_row(label: str, changes: Sequence[Change], kinds: Sequence[ChangeKind]) -> CountRow:
    by_kind = (sum(change.kind is kind for change in changes) for kind in kinds)
    return CountRow(label, (*by_kind, len(changes)))


def _notices(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """What was done less well than one may think: the version and place, and the sentence."""
    said = []
    for notice in comparison.notices:
        page = [_("page {number}").format(number=notice.page)] if notice.page is not None else []
        place = ", ".join([*([side_name(notice.side)] if notice.side else []), *page])
        said.append((place, notice_words(notice, in_use())))
    return tuple(said)
