"""Files of the formats that made_formats.py does not write, and richer ones: what is damaged."""

from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO

import docx

from made_formats import WRITERS, Piece, as_rich_odt, as_rich_rtf

Writer = Callable[[Sequence[Piece]], bytes]


def as_docx(pieces: Sequence[Piece]) -> bytes:
    """Headings, lists, a table, a header, a comment, as python-docx writes them."""
    document = docx.Document()
    for piece in pieces:
        if piece.level:
            document.add_heading(piece.text, piece.level)
        else:
            document.add_paragraph("Read: ").add_run(piece.text).bold = True
    document.add_paragraph("An item", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "cell"
    document.sections[0].header.paragraphs[0].text = "Header"
    document.add_comment(document.paragraphs[1].runs, text="Note", author="A")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_text(pieces: Sequence[Piece]) -> bytes:
    """Plain text in an old code page."""
    return "\r\n\r\n".join(piece.text for piece in pieces).encode("cp1251", "replace")


def as_rich_page(pieces: Sequence[Piece]) -> bytes:
    """A page with a sheet, hidden parts, nested lists and tables, links, pictures, notes."""
    text = "".join(f"<p class=a>{escape(piece.text)}</p>" for piece in pieces)
    return (
        "<!DOCTYPE html><html lang=ru><head><meta charset=windows-1251><title>Site</title><style>"
        ".a{color:#123;font:italic bold 12px/30px Georgia}.b{display:none}@media print{p{color:red}"
        "}</style><script>document.write('<p>no</p>')</script></head><body><nav><a href=/>Home</a>"
        f"</nav><main><h1>Title</h1>{text}<ol start=3><li>One<ul><li>two<li>three</ul><li>Four</ol>"
        "<table><thead><tr><th colspan=2>Head</thead><tr><td rowspan=2>a<td><table><tr><td>inner"
        "</table><tr><td>b</table><div class=b>hidden</div><p>A <a href='http://example.org'>link"
        "</a><sup><a href=#n1>1</a></sup> <img src=a.png alt=Alt> <del>gone</del><ins>come</ins>"
        "<pre>x\n  y</pre><blockquote>said</blockquote><p id=n1>1. A note<dl><dt>t<dd>d</dl></main>"
        "<footer>© 2026</footer></body></html>"
    ).encode("cp1251", "xmlcharrefreplace")


def as_pdf(pieces: Sequence[Piece]) -> bytes:
    """Two pages with a font of their own, a picture, a note on the page, tags and a turned page."""
    letters = sorted({char for piece in pieces for char in piece.text})
    cmap = "\n".join(f"<{ord(c):04X}> <{ord(c):04X}>" for c in letters)
    lines = "\n".join(
        f"/P <</MCID {n}>> BDC BT /F0 12 Tf 1 0 0 1 72 {700 - 20 * n} Tm"
        f" <{''.join(f'{ord(c):04X}' for c in piece.text)}> Tj ET EMC"
        for n, piece in enumerate(pieces)
    )
    page = (
        "/Type /Page /Parent 2 0 R /Resources << /Font << /F0 5 0 R >> /XObject << /I 9 0 R >> >>"
    )
    return _numbered(
        "<< /Type /Catalog /Pages 2 0 R /Lang (ru) /MarkInfo << /Marked true >>"
        " /StructTreeRoot << /Type /StructTreeRoot /K [<< /S /P /Pg 3 0 R /K [0 1 2 3 4] >>] >> >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        f"<< {page} /MediaBox [0 0 612 792] /Contents 8 0 R /Annots [10 0 R] >>",
        f"<< {page} /MediaBox [0 0 612 792] /Rotate 90 /Contents [8 0 R 11 0 R] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H"
        " /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500 /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type"
        " /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0"
        " /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>",
        _stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{len(letters)} beginbfchar\n{cmap}\nendbfchar endcmap end end"
        ),
        _stream(f"q 90 0 0 40 72 100 cm /I Do Q\n{lines}"),
        _stream("ABC", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
                " /ColorSpace /DeviceRGB"),
        "<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (A note) >>",
        _stream("3 Tr BT /F0 8 Tf 1 0 0 1 72 40 Tm <00410062> Tj ET"),
    )  # fmt: skip


def _stream(text: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(text)} >>\nstream\n{text}\nendstream"


def _numbered(*objects: str) -> bytes:
    """A PDF of these objects, numbered from 1, with its table of where they begin."""
    data, places = "%PDF-1.7\n", ""
    for number, text in enumerate(objects, start=1):
        places += f"{len(data):010d} 00000 n \n"
        data += f"{number} 0 obj\n{text}\nendobj\n"
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{places}"
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return f"{data}{table}{end}".encode()


_MORE: dict[str, tuple[Writer, str]] = {
    "docx": (as_docx, ".docx"),
    "text": (as_text, ".txt"),
    "pdf": (as_pdf, ".pdf"),
}
_RICHER: dict[str, Writer] = {"html": as_rich_page, "odt": as_rich_odt, "rtf": as_rich_rtf}
"""Writers of formats that hold more than paragraphs."""

SUFFIXES = {kind: suffix for kind, (_writer, suffix) in (WRITERS | _MORE).items()}
"""The formats that are damaged, each with the suffix of its files."""


def samples(kind: str, pieces: Sequence[Piece]) -> tuple[bytes, ...]:
    """The files of a format that are damaged."""
    writers = [(WRITERS | _MORE)[kind][0]]
    if kind in _RICHER:
        writers.append(_RICHER[kind])
    return tuple(writer(pieces) for writer in writers)
