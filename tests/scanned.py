"""Pages as scanners give them: pictures of printed text, in a PDF without a text layer, as PNG."""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw


class Picture(NamedTuple):
    """A grey picture: rows of bytes."""

    width: int
    height: int
    grey: bytes


def printed(lines: Sequence[str], size: float = 14) -> bytes:
    """A PDF with a text layer: one page with these lines, in Helvetica (Latin letters only)."""
    document = pdfium.PdfDocument.new()
    page = document.new_page(595, 842)
    font = raw.FPDFText_LoadStandardFont(document, b"Helvetica")
    for number, line in enumerate(lines):
        text = raw.FPDFPageObj_CreateTextObj(document, font, size)
        words = line.encode("utf-16-le") + b"\0\0"
        raw.FPDFText_SetText(text, (raw.FPDF_WCHAR * (len(words) // 2)).from_buffer_copy(words))
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 72, 760 - 1.4 * size * number)
        raw.FPDFPage_InsertObject(page, text)
    page.gen_content()
    stream = BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


def scanned(data: bytes, resolution: int = 200, turned: int = 0) -> Picture:
    """The first page of a PDF as a scanner sees it, put in turned by so many degrees."""
    with pdfium.PdfDocument(data) as document:
        bitmap = document[0].render(scale=resolution / 72, rotation=turned, grayscale=True)
        rows = bytes(bitmap.buffer)
        grey = b"".join(
            rows[start : start + bitmap.width]
            for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)
        )
        return Picture(bitmap.width, bitmap.height, grey)


def as_png(picture: Picture) -> bytes:
    """The picture as a PNG."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    width, height, grey = picture
    rows = b"".join(b"\0" + grey[row * width : (row + 1) * width] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def as_pdf_of_pictures(pictures: Sequence[Picture], resolution: int = 200) -> bytes:
    """A PDF with nothing but a picture on each page."""
    kids = " ".join(f"{3 + 3 * number} 0 R" for number in range(len(pictures)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pictures)} >>".encode(),
    ]
    for number, picture in enumerate(pictures):
        first = 3 + 3 * number
        wide, high = picture.width * 72 / resolution, picture.height * 72 / resolution
        packed = zlib.compress(picture.grey)
        drawn = f"q {wide} 0 0 {high} 0 0 cm /I Do Q".encode()
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {first + 1} 0 R"
            f" /Resources << /XObject << /I {first + 2} 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn),
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8"
            b" /ColorSpace /DeviceGray /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream"
            % (picture.width, picture.height, len(packed), packed),
        ]
    data, places = b"%PDF-1.7\n", b""
    for number, text in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    size, start = len(objects) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, places)
    return data + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
