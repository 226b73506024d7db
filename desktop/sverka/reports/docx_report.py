"""The report as a DOCX: the sections of a Report laid out with real Word styles."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from docx.document import Document as DocumentObject
from docx.shape import InlineShape
from docx.shared import Twips

from sverka.files import written_whole
from sverka.model import Comparison
from sverka.reports import chart as charts
from sverka.reports import wordml
from sverka.reports.change_rows import ChangeGroup
from sverka.reports.docx_base import new_document, packed, text_width
from sverka.reports.docx_rows import (
    FRAME,
    columns_row,
    count_rows,
    cover_row,
    entry_row,
    found_row,
    grid_row,
    head,
    highlight,
    notice_row,
    woven_text,
)
from sverka.reports.finding_rows import FindingRow
from sverka.reports.fulltext_tables import GridOfText, with_grids
from sverka.reports.report_content import Report, Tile, build
from sverka.reports.report_headings import (
    change_heads,
    finding_heads,
    notice_heads,
    section_heading,
    version_heads,
)
from sverka.reports.report_options import (
    DEFAULT,
    NO_REMARKS,
    Paper,
    ReportOptions,
    ReportRemarks,
    Section,
)

_GROUPS_IN_CONTENTS = 40
_LONG = 30


def write(
    comparison: Comparison,
    path: Path | str,
    options: ReportOptions = DEFAULT,
    remarks: ReportRemarks = NO_REMARKS,
) -> None:
    """Write the report on `comparison` to `path`, whole or not at all; OSError passes.

    `remarks` are what a reviewer said.
    """
    report = build(comparison, options, remarks)
    content = packed(_Layout(report, options.paper).document(), report.date)
    with written_whole(path) as part:
        part.write_bytes(content)


class _Layout:
    """One report being laid out: the document so far, the width to fill, the next bookmark."""

    def __init__(self, report: Report, paper: Paper) -> None:
        self._report, self._language = report, report.language
        self._width = text_width(paper)
        self._document = new_document(report, paper)
        self._end = self._document.element.body[-1]
        self._headings: list[tuple[int, str]] = []

    def document(self) -> DocumentObject:
        """The whole document."""
        self._cover()
        self._what_changed()
        self._chart()
        contents_at = len(self._document.element.body) - 1
        self._changes()
        self._counts()
        self._found(Section.FINDINGS, self._report.findings)
        self._found(Section.REPEATS, self._report.repeats)
        self._notices()
        self._redline()
        self._columns()
        self._contents(contents_at)
        return self._document

    def _add(self, *xml: str) -> None:
        for element in wordml.parsed("".join(xml)):
            self._end.addprevious(element)

    def _heading(self, text: str, level: int = 1) -> None:
        number = len(self._headings) + 1
        self._headings.append((level, text))
        self._add(wordml.plain(text, f"Heading{level}", bookmark=number))

    def _section(self, section: Section) -> str:
        """Begin a section; its heading."""
        heading = section_heading(section, self._language)
        self._heading(heading)
        return heading

    def _table(
        self, heads: Sequence[str], widths: Sequence[int], rows: Iterable[str], said: str
    ) -> None:
        """A table under its heads; `said` is its name for those who hear it."""
        self._add(wordml.table([head(heads, widths), *rows], widths, said))

    def _shares(self, *shares: float) -> list[int]:
        """Widths of columns, of which the last takes what rounding leaves."""
        whole = sum(shares)
        widths = [int(self._width * share / whole) for share in shares[:-1]]
        return [*widths, self._width - sum(widths)]

    def _cover(self) -> None:
        report = self._report
        self._add(
            wordml.plain(report.title, "Title"),
            wordml.plain(f"«{report.subject}»" if report.subject else "", "Subtitle"),
        )
        widths = self._shares(19, 37, 44)
        rows = [cover_row(row, widths) for row in report.cover]
        said = self._language.gettext("Identity of both files")
        self._table(("", *version_heads(self._language)), widths, rows, said)

    def _what_changed(self) -> None:
        report = self._report
        if not (report.highlights or report.sentences or report.tiles):
            return
        self._section(Section.SUMMARY)
        self._add(
            *(highlight(each) for each in report.highlights),
            *(wordml.plain(sentence, "Lead") for sentence in report.sentences),
        )
        if report.tiles:
            self._add(wordml.plain("", "Gap", keep_next=True), self._tiles(report.tiles))

    def _tiles(self, tiles: Sequence[Tile]) -> str:
        """A row of framed figures with empty columns between them."""
        gap = 120
        width = (self._width - gap * (len(tiles) - 1)) // len(tiles)
        widths: list[int] = []
        cells: list[str] = []
        for tile in tiles:
            if cells:
                widths.append(gap)
                cells.append(wordml.cell(wordml.plain("", "Gap"), gap))
            widths.append(width)
            text = wordml.plain(tile.figure, "Figure") + wordml.plain(tile.label, "FigureLabel")
            cells.append(wordml.cell(text, width, borders=FRAME))
        said = ", ".join(f"{tile.figure} {tile.label}" for tile in tiles)
        return wordml.table([wordml.row(cells)], widths, said, style="SverkaTiles")

    def _chart(self) -> None:
        chart = self._report.chart
        if chart is None:
            return
        paragraph = self._document.add_paragraph(style="Picture")
        shape = paragraph.add_run().add_picture(BytesIO(charts.png(chart)), Twips(self._width))
        _describe(shape, section_heading(Section.MAP, self._language), chart.words)
        ends = wordml.run(
            self._language.gettext("beginning") + "\t" + self._language.gettext("end")
        )
        self._add(
            wordml.paragraph(ends, "Caption", keep_next=True, right_tab=self._width),
            wordml.plain(charts.legend(self._language), "Caption"),
        )

    def _changes(self) -> None:
        report = self._report
        if not (report.groups or report.left_out):
            return
        heading = self._section(Section.CHANGES)
        if report.left_out:
            self._add(wordml.plain(report.left_out, "TableLabel", keep_next=True))
        for group in report.groups:
            if len(report.groups) > 1 and group.heading:
                self._heading(group.heading, level=2)
            elif len(report.groups) > 1:
                self._add(wordml.plain("", "Gap"))
            self._group(group, heading)

    def _group(self, group: ChangeGroup, said: str) -> None:
        reviewed = self._report.is_reviewed
        widths = self._shares(7, 20, 31, 31, 17) if reviewed else self._shares(7, 21, 36, 36)
        rows = [entry_row(entry, widths, reviewed=reviewed) for entry in group.entries]
        self._table(change_heads(self._language, reviewed=reviewed), widths, rows, said)

    def _counts(self) -> None:
        counts = self._report.counts
        if counts is None:
            return
        heading = self._section(Section.COUNTS)
        widths = self._shares(20, *([80 / len(counts.head)] * len(counts.head)))
        self._add(wordml.table(count_rows(counts, widths, self._language), widths, heading))
        self._add(
            wordml.plain(
                self._language.gettext("A change of several categories counts in each of them."),
                "Caption",
            )
        )

    def _found(self, section: Section, found: Sequence[FindingRow]) -> None:
        if not found:
            return
        heading = self._section(section)
        widths = self._shares(22, 34, 32, 18)
        rows = (found_row(row, widths, self._language) for row in found)
        self._table(finding_heads(self._language), widths, rows, heading)

    def _notices(self) -> None:
        if not self._report.notices:
            return
        self._section(Section.NOTICES)
        widths = self._shares(22, 78)
        rows = [notice_row(place, text, widths) for place, text in self._report.notices]
        said = self._language.gettext("Notices")
        self._table(notice_heads(self._language), widths, rows, said)

    def _redline(self) -> None:
        if not self._report.redline:
            return
        self._section(Section.REDLINE)
        parts = []
        for part in with_grids(self._report.redline):
            if isinstance(part, GridOfText):
                widths = self._shares(*[1] * part.columns)
                said = self._language.gettext("Table of the text")
                rows = (grid_row(row, widths) for row in part.rows)
                parts.append(wordml.table(rows, widths, said, style="SverkaTiles"))
            else:
                parts.append(woven_text(part))
        self._add(*parts)

    def _columns(self) -> None:
        if not self._report.columns:
            return
        heading = self._section(Section.COLUMNS)
        widths = self._shares(50, 50)
        rows = [columns_row(passage, widths) for passage in self._report.columns]
        self._table(version_heads(self._language), widths, rows, heading)

    def _contents(self, at: int) -> None:
        """A table of contents before the changes, where there are enough of them to get lost in.

        Its field asks for no page numbers, which only Word could fill in: links hold without them.
        """
        if len(self._report.entries) < _LONG:
            return
        deep = sum(level == 2 for level, _text in self._headings) <= _GROUPS_IN_CONTENTS
        listed = [
            (number, level, text)
            for number, (level, text) in enumerate(self._headings, 1)
            if level == 1 or deep
        ]
        code = f'TOC \\o "1-{2 if deep else 1}" \\n \\h \\z'
        lines = []
        for place, (number, level, text) in enumerate(listed):
            runs = wordml.link(number, text)
            if place == 0:
                runs = wordml.field_begin(code) + runs
            if place == len(listed) - 1:
                runs += wordml.field_end()
            lines.append(wordml.paragraph(runs, f"TOC{level}", sample=text))
        heading = wordml.plain(self._language.gettext("Contents"), "TOCHeading")
        for element in reversed(wordml.parsed(heading + "".join(lines))):
            self._document.element.body.insert(at, element)


def _describe(shape: InlineShape, name: str, words: str) -> None:
    """Give a picture its name and alternative text, and no margins; python-docx does neither."""
    inline = shape._inline
    inline.docPr.set("name", name)
    inline.docPr.set("descr", words)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
