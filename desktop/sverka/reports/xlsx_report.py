"""The report as a workbook: summary, changes, findings and notices, each a sheet with filters."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sverka.files import written_whole
from sverka.language import Language
from sverka.model import Comparison, Side
from sverka.patterns import late_pattern
from sverka.reports.finding_rows import FindingRow, each_finding
from sverka.reports.fit_text import shown
from sverka.reports.highlights import Highlight
from sverka.reports.marked_text import PieceMark, Pieces, plain_text
from sverka.reports.report_content import Counts, Report, build
from sverka.reports.report_options import (
    DEFAULT,
    NO_REMARKS,
    Paper,
    ReportOptions,
    ReportRemarks,
    Section,
)
from sverka.wording import shortened, shortened_name, side_name

MOST = 32767
"""UTF-16 units that a cell can hold."""

_ESCAPE = late_pattern("_x[0-9A-Fa-f]{4}_")
_LINE, _HIGHEST_ROW = 15, 405
_PAPERS = {Paper.A4: 9, Paper.LETTER: 1}
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(
    comparison: Comparison,
    path: Path | str,
    options: ReportOptions = DEFAULT,
    remarks: ReportRemarks = NO_REMARKS,
) -> None:
    """Write the report on `comparison` to `path`, whole or not at all; OSError passes.

    `remarks` are what a reviewer said. The picture and the full texts are for pages and are not
    in a workbook.
    """
    buffer = BytesIO()
    report = build(comparison, options, remarks)
    findings = tuple(
        row
        for row in each_finding(comparison, remarks, report.language)
        if (Section.REPEATS if row.is_repeat else Section.FINDINGS) in options.sections
    )
    with Workbook(buffer, {"in_memory": True, **_AS_TEXT}) as workbook:
        _Sheets(workbook, report, options.paper).fill(findings)
    with written_whole(path) as part:
        part.write_bytes(buffer.getvalue())


class _Formats:
    """The looks of cells and of stretches inside them."""

    def __init__(self, workbook: Workbook) -> None:
        top: dict[str, object] = {"valign": "top", "align": "left", "text_wrap": True}
        top |= {"bottom": 1, "bottom_color": "#D6D4CE"}
        old: dict[str, object] = {"font_strikeout": True, "font_color": "#9A4A00"}
        new: dict[str, object] = {"underline": 1, "font_color": "#1D5FA8"}
        self.cell: Format = workbook.add_format(top)
        self.bold: Format = workbook.add_format({**top, "bold": True})
        self.head: Format = workbook.add_format(
            {**top, "bold": True, "bottom": 2, "bottom_color": "#1A1A1A"}
        )
        self.title: Format = workbook.add_format({"bold": True, "font_size": 16})
        self.stretch: dict[PieceMark, Format] = {
            PieceMark.NONE: workbook.add_format({"font_color": "#1A1A1A"}),
            PieceMark.OLD: workbook.add_format(old),
            PieceMark.NEW: workbook.add_format(new),
            PieceMark.SUBJECT: workbook.add_format({"underline": 2}),
            PieceMark.SAID: workbook.add_format({"italic": True}),
        }
        self.whole: dict[PieceMark, Format] = {
            PieceMark.NONE: self.cell,
            PieceMark.OLD: workbook.add_format({**top, **old}),
            PieceMark.NEW: workbook.add_format({**top, **new}),
            PieceMark.SUBJECT: workbook.add_format({**top, "underline": 2}),
            PieceMark.SAID: workbook.add_format({**top, "italic": True}),
        }


class _Sheets:
    """A workbook being filled."""

    def __init__(self, workbook: Workbook, report: Report, paper: Paper) -> None:
        self._workbook, self._report, self._paper = workbook, report, paper
        self._formats = _Formats(workbook)

    def fill(self, findings: Sequence[FindingRow]) -> None:
        """All sheets, and the properties of the file."""
        language = self._report.language
        report = self._report
        self._workbook.set_properties(
            {
                "title": limited(report.title, language, 255),
                "subject": limited(report.subject, language, 255),
                "author": "Sverka",
                "created": report.date_in_utc,
            }
        )
        self._summary()
        if report.counts:
            self._counts(report.counts)
        if report.groups:
            self._changes()
        if findings:
            self._findings(findings)
        if report.notices:
            self._notices()

    def _summary(self) -> None:
        """What the first page of the other formats says, a line a row."""
        language = self._report.language
        report, sheet = self._report, self._sheet(language.gettext("Summary"), (24, 70, 70))
        self._text(sheet, 0, 0, report.title, self._formats.title)
        lines: list[tuple[str, ...]] = [
            ("", side_name(Side.OLD, language), side_name(Side.NEW, language))
        ]
        lines += [(r.label, r.old, r.new or "") for r in report.cover]
        row = self._lines(sheet, 2, lines) + 1
        left_out = (report.left_out,) if report.left_out else ()
        for sentence in (*map(_plainly, report.highlights), *report.sentences, *left_out):
            sheet.merge_range(row, 0, row, 2, "", self._formats.cell)
            self._text(sheet, row, 0, sentence)
            self._fit(sheet, row, [(sentence, 164)])
            row += 1

    def _lines(self, sheet: Worksheet, row: int, lines: Sequence[tuple[str, ...]]) -> int:
        for line in lines:
            for column, text in enumerate(line):
                self._text(sheet, row, column, text, None if column else self._formats.bold)
            row += 1
        return row

    def _counts(self, counts: Counts) -> None:
        """Changes by category and kind, as numbers."""
        language = self._report.language
        head = (language.gettext("Category"), *counts.head)
        lines = (*counts.rows, counts.total)
        sheet = self._table(
            language.gettext("Counts"), head, (24, *[16] * len(counts.head)), len(counts.rows)
        )
        for row, line in enumerate(lines, 1):
            self._text(sheet, row, 0, line.label)
            for column, count in enumerate(line.counts, 1):
                sheet.write_number(row, column, count, self._formats.cell)

    def _changes(self) -> None:
        language = self._report.language
        entries = self._report.entries
        reviewed = self._report.is_reviewed
        head = [
            language.gettext("No."),
            language.gettext("Kind"),
            language.gettext("Categories"),
            language.gettext("Heading"),
            language.gettext("Place"),
        ]
        head += [side_name(Side.OLD, language), side_name(Side.NEW, language)]
        widths = [5, 15, 18, 20, 20, 50, 50]
        if reviewed:
            head, widths = (
                [*head, language.gettext("State"), language.gettext("Note")],
                [*widths, 12, 28],
            )
        sheet = self._table(language.gettext("Changes"), head, widths, len(entries))
        headings = [group.heading for group in self._report.groups for _entry in group.entries]
        for row, (entry, heading) in enumerate(zip(entries, headings, strict=True), 1):
            sheet.write_number(row, 0, entry.number, self._formats.cell)
            labels = ", ".join(label.name.lower() for label in entry.labels)
            place = "\n".join((entry.place, *entry.ends))
            for column, text in enumerate((entry.kind_name, labels, heading, place), 1):
                self._text(sheet, row, column, text)
            self._rich(sheet, row, 5, entry.old)
            self._rich(sheet, row, 6, entry.new)
            if reviewed:
                self._text(sheet, row, 7, entry.remark.state)
                self._text(sheet, row, 8, entry.remark.note)
            texts = (
                labels,
                heading,
                place,
                plain_text(entry.old),
                plain_text(entry.new),
                "",
                entry.remark.note,
            )
            self._fit(sheet, row, list(zip(texts, widths[2:], strict=False)))

    def _findings(self, findings: Sequence[FindingRow]) -> None:
        language = self._report.language
        head = [
            language.gettext("Kind"),
            language.gettext("Version"),
            language.gettext("Place"),
            language.gettext("Text"),
            language.gettext("Proposed"),
            language.gettext("Evidence"),
        ]
        head += [
            language.gettext("Verdict"),
            language.gettext("Certainty"),
            language.gettext("Decision"),
        ]
        widths = (22, 11, 20, 48, 18, 48, 20, 12, 16)
        sheet = self._table(language.gettext("Findings"), head, widths, len(findings))
        for row, found in enumerate(findings, 1):
            said = (found.kind_name, side_name(found.side, language), found.place, found.text)
            judged = (found.verdict, found.tier, found.decision)
            words = (*said, found.suggestion, "\n".join(found.evidence), *judged)
            for column, text in enumerate(words):
                self._text(sheet, row, column, text)
            self._fit(sheet, row, list(zip(words, widths, strict=True)))

    def _notices(self) -> None:
        language = self._report.language
        notices = self._report.notices
        sheet = self._table(
            language.gettext("Notices"),
            [language.gettext("Place"), language.gettext("Notice")],
            (30, 110),
            len(notices),
        )
        for row, (place, text) in enumerate(notices, 1):
            self._text(sheet, row, 0, place)
            self._text(sheet, row, 1, text)
            self._fit(sheet, row, [(place, 30), (text, 110)])

    def _sheet(self, name: str, widths: Sequence[int]) -> Worksheet:
        """A sheet laid out for paper, with the names of the files above every page."""
        language = self._report.language
        sheet: Worksheet = self._workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_paper(_PAPERS[self._paper])
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        names = (self._report.old_name, self._report.new_name)
        said = " → ".join(shortened(shown(shortened_name(name)), 60) for name in names)
        title = language.gettext("Sverka comparison report")
        sheet.set_header(f"&L&9 {_as_header(said)}&R&9 {_as_header(title)}")
        sheet.set_footer(f"&L&9 {_as_header(self._report.date_words)}&R&9 &P / &N")
        return sheet

    def _table(self, name: str, head: Sequence[str], widths: Sequence[int], rows: int) -> Worksheet:
        """A sheet that is one table: filters, a head that stays in sight and on every page."""
        sheet = self._sheet(name, widths)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, rows, len(head) - 1)
        for column, word in enumerate(head):
            self._text(sheet, 0, column, word, self._formats.head)
        return sheet

    def _fit(self, sheet: Worksheet, row: int, texts: Sequence[tuple[str, int]]) -> None:
        """Make a row high enough for texts in columns of these widths, in characters.

        Excel would do so when it opens the file, LibreOffice does not.
        """
        lines = max(
            sum(1 + len(line) * 11 // (10 * width) for line in text.split("\n"))
            for text, width in texts
        )
        sheet.set_row(row, min(_HIGHEST_ROW, _LINE * lines))

    def _text(
        self, sheet: Worksheet, row: int, column: int, text: str, style: Format | None = None
    ) -> None:
        """A text as it is, never a formula, a link, a number or markup."""
        said, style = limited(text, self._report.language), style or self._formats.cell
        if said.startswith("<r>"):
            # xlsxwriter takes a string that looks like its own rich text for markup.
            plain = self._formats.stretch[PieceMark.NONE]
            sheet.write_rich_string(row, column, plain, said[:1], plain, said[1:], style)
        else:
            sheet.write_string(row, column, said, style)

    def _rich(self, sheet: Worksheet, row: int, column: int, pieces: Pieces) -> None:
        """A text with its changed stretches struck out or underlined inside the cell.

        Without them where it is too long, or has what Excel would read as an escaped character:
        xlsxwriter escapes that twice in rich text.
        """
        said = [(shown(piece.text), piece.mark) for piece in pieces if piece.text]
        whole = "".join(text for text, _mark in said)
        if len(said) == 1:
            self._text(sheet, row, column, whole, self._formats.whole[said[0][1]])
        elif not said or _units(whole) > MOST or _ESCAPE.search(whole):
            self._text(sheet, row, column, whole)
        else:
            parts = [part for text, mark in said for part in (self._formats.stretch[mark], text)]
            sheet.write_rich_string(row, column, *parts, self._formats.cell)


def limited(text: str, language: Language, most: int = MOST) -> str:
    """`text` made fit for a cell; where it is too long, its end says how much was left out."""
    said = shown(text)
    if _units(said) <= most:
        return said
    room = most - 80
    kept = said.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    rest = len(said) - len(kept)
    return kept + language.ngettext(
        " … and {count} character more", " … and {count} characters more", rest
    ).format(count=rest)


def _units(text: str) -> int:
    """The length of a text as Excel counts it, in UTF-16 units; `text` has no lone surrogates."""
    return len(text) + sum(character > "\uffff" for character in text)


def _as_header(text: str) -> str:
    """Text for a page header, in which & begins a code and a digit after a size would join it."""
    return text.replace("&", "&&").replace("\n", " ")


def _plainly(value: Highlight) -> str:
    """A highlight without marks: what was left out in brackets, what came in after it."""
    mentions = [
        f"{_inline(mention.pieces)} ({mention.place})" if mention.pieces else mention.place
        for mention in value.mentions
    ]
    more = f" {value.more}" if value.more else ""
    return f"{value.lead}: {'; '.join(mentions)}{more}."


def _inline(pieces: Pieces) -> str:
    return "".join(f"[{p.text}]" if p.mark is PieceMark.OLD else p.text for p in pieces)
