"""Builders of small DOCX and PDF files, so that each test shows the markup it is about."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import cos, radians, sin
from pathlib import Path

import pytest

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' xmlns:a="{_A}"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
}
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def relationships(*targets: tuple[str, str, str]) -> str:
    """A relationships part of (id, kind, target)."""
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>'
        for key, kind, target in targets
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{inside}</Relationships>'


def part(root: str, content: str) -> str:
    """An XML part with all the namespaces that tests use."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'


def zipped(entries: Mapping[str, str | bytes] | Sequence[tuple[str, str | bytes]]) -> bytes:
    """A ZIP archive of these entries, in this order."""
    stream = BytesIO()
    pairs = entries.items() if isinstance(entries, Mapping) else entries
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in pairs:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def docx_entries(body: str, **parts: str) -> dict[str, str | bytes]:
    """The entries of a DOCX. `parts` are the contents of styles, footnotes, header1 and so on."""
    targets = []
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        targets.append((name, kind, f"{name}.xml"))
        if kind == "theme":
            entries[f"word/{name}.xml"] = f'<a:theme xmlns:a="{_A}">{content}</a:theme>'
            continue
        root = {"header": "hdr", "footer": "ftr"}.get(kind) or _ROOTS[kind]
        entries[f"word/{name}.xml"] = part(root, content)
    entries["word/_rels/document.xml.rels"] = relationships(*targets)
    return entries


@pytest.fixture
def entries() -> Callable[..., dict[str, str | bytes]]:
    """Give the entries of a DOCX with this body and these parts, to be changed by the test."""
    return docx_entries


@pytest.fixture
def links() -> Callable[..., str]:
    """Give a relationships part of (id, kind, target)."""
    return relationships


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """Write a ZIP archive of these entries under this name, and give its path."""

    def write(
        content: Mapping[str, str | bytes] | Sequence[tuple[str, str | bytes]],
        name: str = "document.docx",
    ) -> Path:
        path = tmp_path / name
        path.write_bytes(zipped(content))
        return path

    return write


@pytest.fixture
def docx(tmp_path: Path) -> Callable[..., Path]:
    """Write a DOCX with this body and these parts, and give its path."""

    def write(body: str, **parts: str) -> Path:
        path = tmp_path / "document.docx"
        path.write_bytes(zipped(docx_entries(body, **parts)))
        return path

    return write


@dataclass(frozen=True)
class Words:
    """Text on a PDF page, where it begins and how it looks."""

    text: str
    x: float = 72
    y: float = 720
    size: float = 12
    bold: bool = False
    artifact: bool = False
    angle: int = 0
    """Degrees to the left by which it is turned about its beginning."""
    drawn: str = ""
    """What is said to the page before it is drawn: "3 Tr", "1 1 1 rg"."""


def pdf_bytes(
    pages: Sequence[Sequence[Words | str]],
    *,
    page_entries: str = "",
    catalog: str = "",
    info: str = "",
) -> bytes:
    """A PDF in which each character is half an em wide and its code is its Unicode number.

    What is on a page is text, or what is drawn beside it.
    """
    texts = [one.text for page in pages for one in page if isinstance(one, Words)]
    letters = sorted({char for text in texts for char in text})
    mapping = "\n".join(f"<{ord(c):04X}> <{ord(c):04X}>" for c in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{mapping}\nendbfchar endcmap end end"
    )
    objects: list[str] = ["", ""]

    def add(text: str) -> int:
        objects.append(text)
        return len(objects)

    def stream(text: str) -> str:
        return f"<< /Length {len(text.encode())} >>\nstream\n{text}\nendstream"

    unicode_map = add(stream(cmap))
    fonts = []
    for name in ("Plain", "Plain-Bold"):
        descriptor = add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 800]"
            " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
        )
        inner = add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor {descriptor} 0 R >>"
        )
        fonts.append(
            add(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
                f" /DescendantFonts [{inner} 0 R] /ToUnicode {unicode_map} 0 R >>"
            )
        )
    kids = []
    for page in pages:
        content = add(stream("\n".join(map(_drawn, page)) or "0 0 10 10 re f"))
        kids.append(
            add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
                f" /Resources << /Font << /F0 {fonts[0]} 0 R /F1 {fonts[1]} 0 R >> >>"
                f" /Contents {content} 0 R {page_entries} >>"
            )
        )
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>"
    inside = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{inside}] /Count {len(kids)} >>"
    information = add(f"<< {info} >>")
    return _pdf_file(objects, information)


def _drawn(words: Words | str) -> str:
    if isinstance(words, str):
        return words
    codes = "".join(f"{ord(char):04X}" for char in words.text)
    along, up = cos(radians(words.angle)), sin(radians(words.angle))
    matrix = f"{along:.4f} {up:.4f} {-up:.4f} {along:.4f} {words.x} {words.y} Tm"
    font = f"/F{int(words.bold)} {words.size} Tf"
    text = f"q BT {words.drawn} {font} {matrix} <{codes}> Tj ET Q"
    if words.artifact:
        return f"/Artifact << /Type /Pagination >> BDC {text} EMC"
    return text


def _pdf_file(objects: Sequence[str], information: int) -> bytes:
    data, offsets = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode()
    start = len(data)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {information} 0 R >>\n".encode()
    return data + f"startxref\n{start}\n%%EOF\n".encode()


@pytest.fixture
def words() -> type[Words]:
    """Text on a PDF page, for the `pdf` fixture."""
    return Words


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[..., Path]:
    """Write a PDF of these pages, each a list of Words, and give its path."""

    def write(*pages: Sequence[Words | str], **entries: str) -> Path:
        path = tmp_path / "document.pdf"
        path.write_bytes(pdf_bytes(pages, **entries))
        return path

    return write
