"""The rows of the tables of the DOCX report, and its sentences with marks in them."""

from collections.abc import Sequence

from sverka.language import Language
from sverka.model import Side
from sverka.reports import wordml
from sverka.reports.change_rows import ChangeRow
from sverka.reports.finding_rows import FindingRow
from sverka.reports.fulltext import Passage
from sverka.reports.fulltext_tables import CellOfText
from sverka.reports.highlights import Highlight, Mention
from sverka.reports.marked_text import MarkedPiece, PieceMark, Pieces, plain_text
from sverka.reports.report_content import CountRow, Counts, CoverRow
from sverka.wording import side_name
from sverka.wording.measures import number_words

_STYLES = {
    (PieceMark.NONE, False): "",
    (PieceMark.OLD, False): "OriginalText",
    (PieceMark.OLD, True): "OriginalExact",
    (PieceMark.NEW, False): "RevisedText",
    (PieceMark.NEW, True): "RevisedExact",
    (PieceMark.SUBJECT, False): "Concerned",
    (PieceMark.SAID, False): "Said",
}

FRAME = "<w:tcBorders>{}</w:tcBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="CFCDC6"/>'
        for side in ("top", "left", "bottom", "right")
    )
)
"""The borders of a framed cell."""


def head(words: Sequence[str], widths: Sequence[int]) -> str:
    """The header row of a table, repeated on every page."""
    cells = (
        wordml.cell(wordml.plain(word, "TableHead"), width)
        for word, width in zip(words, widths, strict=True)
    )
    return wordml.row(cells, header=True)


def marked(pieces: Pieces) -> str:
    """Runs of text with the changed stretches in their styles."""
    return "".join(wordml.run(p.text, _STYLES[p.mark, p.exact], _look(p)) for p in pieces)


def _look(piece: MarkedPiece) -> str:
    """How a piece looks in its file, such that it is not taken for a mark of the comparison."""
    look = piece.look
    said = ""
    if look.bold:
        said += "<w:b/><w:bCs/>"
    if look.italic:
        said += "<w:i/><w:iCs/>"
    if look.strike:
        said += "<w:dstrike/>"
    if look.underline or piece.is_link:
        said += '<w:u w:val="dotted"/>'
    if look.raised or look.lowered:
        place = "superscript" if look.raised else "subscript"
        said += f'<w:vertAlign w:val="{place}"/>'
    return said


def cover_row(row: CoverRow, widths: Sequence[int]) -> str:
    """A line of the cover; long hexadecimal digits in a narrow fixed-width face."""
    style = "Fingerprint" if row.label == "SHA-256" else ""
    cells = [wordml.cell(wordml.plain(row.label, "TableLabel"), widths[0])]
    if row.new is None:
        text = wordml.plain(row.old, "TableText")
        cells.append(wordml.cell(text, widths[1] + widths[2], span=2))
    else:
        for text, width in ((row.old, widths[1]), (row.new, widths[2])):
            runs = wordml.run(text, style)
            cells.append(wordml.cell(wordml.paragraph(runs, "TableText", sample=text), width))
    return wordml.row(cells)


def highlight(value: Highlight) -> str:
    """A sentence: its lead bold, then what was changed, marked, each with its place."""
    runs = wordml.run(f"{value.lead}: ", "Strong")
    for n, mention in enumerate(value.mentions):
        runs += wordml.run("; " if n else "") + _mention(mention)
    return wordml.paragraph(runs + wordml.run(f" {value.more}." if value.more else "."), "Lead")


def _mention(mention: Mention) -> str:
    place = f"({mention.place})" if mention.pieces else mention.place
    between = " " if mention.pieces else ""
    return marked(mention.pieces) + wordml.run(between) + wordml.run(place, "Muted")


def entry_row(entry: ChangeRow, widths: Sequence[int], *, reviewed: bool) -> str:
    """One change; a paragraph moved without a change stands once across both columns."""
    cells = [
        wordml.cell(wordml.plain(str(entry.number), "TableLabel"), widths[0]),
        wordml.cell(_kind(entry), widths[1]),
    ]
    ends = "".join(wordml.plain(end, "TableLabel") for end in entry.ends)
    if entry.same:
        cells.append(wordml.cell(_excerpt(entry.new) + ends, widths[2] + widths[3], span=2))
    else:
        cells.append(wordml.cell(_excerpt(entry.old), widths[2]))
        cells.append(wordml.cell(_excerpt(entry.new) + ends, widths[3]))
    if reviewed:
        said = [entry.remark.state, entry.remark.note]
        text = "".join(wordml.plain(words, "TableLabel") for words in said if words)
        cells.append(wordml.cell(text, widths[4]))
    return wordml.row(cells)


def _kind(entry: ChangeRow) -> str:
    """The place, the kind and the categories, the grave ones bold."""
    names = ""
    for name, grave in entry.about:
        names += (wordml.run(", ") if names else "") + wordml.run(name, "Grave" if grave else "")
    return wordml.plain(entry.place, "TableLabel") + wordml.paragraph(names, "TableLabel")


def _excerpt(pieces: Pieces) -> str:
    sample = plain_text(pieces)
    return wordml.paragraph(marked(pieces), "Excerpt", sample=sample)


def found_row(row: FindingRow, widths: Sequence[int], language: Language) -> str:
    """Findings that are alike, with how many they are."""
    times = language.ngettext("{count} time", "{count} times", row.count).format(count=row.count)
    kind = [row.kind_name, ", ".join(filter(None, (side_name(row.side, language), row.place)))]
    if row.count > 1:
        kind.append(times)
    text = wordml.plain(row.text, "Excerpt")
    if row.suggestion:
        proposed = language.gettext("proposed: {text}").format(text=row.suggestion)
        text += wordml.plain(proposed, "TableLabel")
    verdict = [row.verdict, row.tier, row.decision]
    return wordml.row(
        (
            wordml.cell(_lines(kind, first="Grave"), widths[0]),
            wordml.cell(text, widths[1]),
            wordml.cell("".join(wordml.plain(e, "TableText") for e in row.evidence), widths[2]),
            wordml.cell(_lines([v for v in verdict if v], first="Grave"), widths[3]),
        )
    )


def _lines(lines: Sequence[str], *, first: str) -> str:
    return "".join(
        wordml.paragraph(wordml.run(line, "" if n else first), "TableLabel", sample=line)
        for n, line in enumerate(lines)
    )


def whole_text(pieces: Pieces, *, is_heading: bool) -> str:
    """A paragraph of the full text."""
    sample = plain_text(pieces)
    return wordml.paragraph(marked(pieces), "TextHeading" if is_heading else "Text", sample=sample)


def woven_text(passage: Passage) -> str:
    """A passage of the woven text under its label."""
    label = wordml.plain(passage.label, "TableLabel") if passage.label else ""
    pieces = passage.printed()
    return label + (whole_text(pieces, is_heading=passage.is_heading) if pieces else "")


def grid_row(cells: Sequence[CellOfText], widths: Sequence[int]) -> str:
    """A row of a table of the text, framed; a long one may run on to the next page."""
    framed, at = [], 0
    for one in cells:
        width = sum(widths[at : at + one.columns])
        text = "".join(map(woven_text, one.passages))
        framed.append(wordml.cell(text, width, span=one.columns, borders=FRAME))
        at += one.columns
    return wordml.row(framed, may_break=True)


def columns_row(passage: Passage, widths: Sequence[int]) -> str:
    """What belongs together side by side; a long paragraph may run on to the next page."""
    label = wordml.plain(passage.label, "TableLabel") if passage.label else ""
    sides = [
        whole_text(pieces, is_heading=passage.is_heading) if pieces else ""
        for pieces in map(passage.printed, Side)
    ]
    cells = (
        wordml.cell(sides[0] if passage.new else label + sides[0], widths[0]),
        wordml.cell(label + sides[1] if passage.new else sides[1], widths[1]),
    )
    return wordml.row(cells, may_break=True)


def notice_row(place: str, text: str, widths: Sequence[int]) -> str:
    """A notice and what it is about."""
    return wordml.row(
        (
            wordml.cell(wordml.plain(place, "TableLabel"), widths[0]),
            wordml.cell(wordml.plain(text, "TableText"), widths[1]),
        )
    )


def count_rows(counts: Counts, widths: Sequence[int], language: Language) -> list[str]:
    """The table of counts with its head; the last row is the sum."""
    first = wordml.row(
        (
            wordml.cell(wordml.plain(language.gettext("Category"), "TableHead"), widths[0]),
            *(
                wordml.cell(wordml.plain(word, "TableFigureHead"), width)
                for word, width in zip(counts.head, widths[1:], strict=True)
            ),
        ),
        header=True,
    )
    rows = [_count_row(row, widths, "", language) for row in counts.rows]
    return [first, *rows, _count_row(counts.total, widths, "Strong", language)]


def _count_row(row: CountRow, widths: Sequence[int], style: str, language: Language) -> str:
    """A row that stays on the page of the next: the table is short, and its sum is its last row."""
    figures = [number_words(n, language) if n else "–" for n in row.counts]
    styles = ["TableText", *["TableFigure"] * len(figures)]
    return wordml.row(
        wordml.cell(wordml.paragraph(wordml.run(text, style), of, keep_next=True), width)
        for text, of, width in zip((row.label, *figures), styles, widths, strict=True)
    )
