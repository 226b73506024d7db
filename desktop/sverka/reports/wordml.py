"""Pieces of WordprocessingML as text, every character in them made fit by `shown` and escaped.

Rows of a table are built as text and parsed once: for two thousand changes that takes a twentieth
of the time that python-docx takes for the cells alone.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from sverka.patterns import late_pattern
from sverka.reports.fit_text import shown

_RTL = frozenset({"R", "AL"})
_STRONG = _RTL | {"L"}
_MAY_BE_RTL = late_pattern(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where Unicode puts the letters of right-to-left scripts: a quick look before a slow one."""


def run(text: str, style: str = "", look: str = "") -> str:
    """A run in a character style; line feeds become breaks; right-to-left text is marked so.

    `look` is what it has beside its style, as elements in the order of their schema.
    """
    if not text:
        return ""
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties += look
    if _has_rtl(text):
        properties += "<w:rtl/>"
    body = _text(shown(text))
    return f"<w:r><w:rPr>{properties}</w:rPr>{body}</w:r>" if properties else f"<w:r>{body}</w:r>"


def paragraph(
    runs: str,
    style: str,
    *,
    sample: str = "",
    keep_next: bool = False,
    right_tab: int | None = None,
    bookmark: int | None = None,
) -> str:
    """A paragraph of `runs` in a paragraph style.

    `sample` is its text, whose first strong character gives the direction. `right_tab` is where
    text after a tab ends, in twentieths of a point. `bookmark` numbers the target of a link,
    which `bookmark_name` names.
    """
    properties = f'<w:pStyle w:val="{style}"/>'
    if keep_next:
        properties += "<w:keepNext/>"
    if right_tab is not None:
        properties += f'<w:tabs><w:tab w:val="right" w:pos="{right_tab}"/></w:tabs>'
    if is_rtl(sample):
        properties += "<w:bidi/>"
    if bookmark is not None:
        name = bookmark_name(bookmark)
        runs = (
            f'<w:bookmarkStart w:id="{bookmark}" w:name="{name}"/>{runs}'
            f'<w:bookmarkEnd w:id="{bookmark}"/>'
        )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def plain(text: str, style: str, *, keep_next: bool = False, bookmark: int | None = None) -> str:
    """A paragraph of one run."""
    return paragraph(run(text), style, sample=text, keep_next=keep_next, bookmark=bookmark)


def bookmark_name(number: int) -> str:
    """The name of a bookmark, as Word writes those of a table of contents."""
    return f"_Toc{90000000 + number}"


def cell(paragraphs: str, width: int, *, span: int = 1, borders: str = "") -> str:
    """A cell of `width` twentieths of a point across `span` columns; never without a paragraph."""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{borders}</w:tcPr>'
        f"{paragraphs or '<w:p/>'}</w:tc>"
    )


def row(cells: Iterable[str], *, header: bool = False, may_break: bool = False) -> str:
    """A row that does not break across pages unless it may; a header row is repeated on each."""
    properties = "" if may_break else "<w:cantSplit/>"
    properties += "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    rows: Iterable[str], widths: Sequence[int], description: str, *, style: str = "SverkaTable"
) -> str:
    """A table of fixed columns; `description` is said to who cannot see it."""
    first_row = int(style == "SverkaTable")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="06{2 * first_row}0" w:firstRow="{first_row}" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblDescription w:val={quoteattr(shown(description))}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def field(code: str, result: str) -> str:
    """A field with a first result, in the runs Word itself writes."""
    return field_begin(code) + f"<w:r><w:t>{escape(result)}</w:t></w:r>" + field_end()


def field_begin(code: str) -> str:
    """The runs of a field before its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    """The run that ends a field."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def link(target: int, text: str) -> str:
    """A link to a bookmark of this document."""
    name = bookmark_name(target)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{run(text)}</w:hyperlink>'


def parsed(xml: str) -> list[etree._Element]:
    """The elements of a piece of WordprocessingML."""
    body = parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")
    return list(body.iterchildren())


def is_rtl(text: str) -> bool:
    """Whether text runs from right to left: by its first strong character (UAX #9, rule P2)."""
    if not _MAY_BE_RTL.search(text):
        return False
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _STRONG:
            return kind in _RTL
    return False


def _has_rtl(text: str) -> bool:
    match = _MAY_BE_RTL.search(text)
    return match is not None and any(
        unicodedata.bidirectional(character) in _RTL for character in text[match.start() :]
    )


def _text(text: str) -> str:
    lines = (_tabbed(line) for line in text.split("\n"))
    return "<w:br/>".join(lines)


def _tabbed(line: str) -> str:
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""
        for part in line.split("\t")
    )
