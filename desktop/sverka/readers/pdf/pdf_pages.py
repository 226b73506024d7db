"""Reads PDF with PDFium: one block per printed line, with its page, box and size."""

import ctypes
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sverka.model import (
    Block,
    BlockKind,
    Document,
    Notice,
    NoticeCode,
    PasswordError,
    PictureError,
    Properties,
    ReadError,
    Source,
    Stage,
    Traits,
)
from sverka.readers.archive import locked
from sverka.readers.intake import Intake, not_whole, too_large, too_many_pages
from sverka.readers.limits import MAX_PAGE_CHARS, MAX_PAGES, MAX_TEXT_BYTES
from sverka.readers.pdf.laid_out_page import PagesSoFar, read_lines
from sverka.readers.pdf.printed_lines import PrintedLine
from sverka.readers.pdf.printed_page import PrintedPage, Unseen, read_page
from sverka.readers.pdf.rows import Row
from sverka.readers.registry import Settings

_TRAITS = Traits(paged=True, printed_lines=True, formatted=True)
_MANY_UNMAPPED = 0.005
"""A larger part of characters without a meaning is worth a notice; a few are rules and brackets."""

_BY_RUNS = (
    NoticeCode.PAGES_WITHOUT_TEXT,
    NoticeCode.PAGES_DAMAGED,
    NoticeCode.PAGES_CUT_SHORT,
)
"""What is said once for each run of pages."""

_ONE_PLACE = 10.0
"""What begins so many points apart stands at one place."""

_SOME_PAGES, _MOST_PAGES = 3, 0.67
"""What comes back on this part of at least so many pages is furniture."""

_LEFT_OUT = {
    Unseen.INVISIBLE: NoticeCode.INVISIBLE_TEXT,
    Unseen.OUTSIDE: NoticeCode.TEXT_OUTSIDE_PAGE,
    Unseen.SLANTED: NoticeCode.SLANTED_TEXT,
    Unseen.ACROSS: NoticeCode.WATERMARK,
}
"""What is said once for all pages where text is left out."""

_OF_LINES = (NoticeCode.LINE_NUMBERS_LEFT_OUT, NoticeCode.TABLES_AS_LINES)
"""So is what is told of how lines were read."""


@dataclass(slots=True)
class _Findings:
    """What is noticed page by page; page numbers from 1."""

    pages: dict[NoticeCode, list[int]] = field(default_factory=lambda: defaultdict(list))
    at_edges: list[tuple[int, Row]] = field(default_factory=list)
    so_far: PagesSoFar = field(default_factory=PagesSoFar)
    heights: Counter[float] = field(default_factory=Counter)
    characters: int = 0
    unmapped: int = 0


def read_pages(intake: Intake, settings: Settings) -> Document:
    """Read a PDF. ReadError where it is locked, broken, or without any text layer."""
    document = _open(intake, settings.password)
    try:
        found = _Findings()
        blocks = [*_blocks(document, found, intake, settings)]
        pages = len(document)
        blocks += _coming_back(found, pages)
        blocks.sort(key=lambda block: block.source.page or 0)
        recognising = settings.ocr and found.pages[NoticeCode.PAGES_WITHOUT_TEXT]
        if not blocks and not recognising:
            raise _no_text_layer(intake.path)
        properties = Properties(
            size=len(intake.data),
            modified=intake.modified,
            pages=pages,
            page_height=max(found.heights, key=lambda h: (found.heights[h], h), default=None),
            title=_stored(document, "Title"),
            author=_stored(document, "Author"),
            language=_language(document),
        )
    finally:
        document.close()
    notices = tuple(_notices(found, intake.path))
    return Document(intake.path, "pdf", intake.sha256, properties, tuple(blocks), notices, _TRAITS)


def _open(intake: Intake, password: str | None) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(intake.data, password)
        pages = len(document)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise _closed(intake.path, given=password is not None) from error
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise locked(intake.path) from error
        raise not_whole(intake.path) from error
    if pages == 0:
        raise not_whole(intake.path)
    if pages > MAX_PAGES:
        raise too_many_pages(intake.path, MAX_PAGES)
    return document


def _blocks(
    document: pdfium.PdfDocument, found: _Findings, intake: Intake, settings: Settings
) -> Iterator[Block]:
    """The lines of all pages; what is odd about a page goes into `found`."""
    for index in range(len(document)):
        settings.progress(Stage.READING, index / len(document))
        try:
            lines = _page_lines(document, index, found)
        except pdfium.PdfiumError:
            found.pages[NoticeCode.PAGES_DAMAGED].append(index + 1)
            continue
        if found.characters > MAX_TEXT_BYTES:
            raise too_large(intake.path, MAX_TEXT_BYTES)
        yield from (_block(line, index + 1) for line in lines)


def _page_lines(
    document: pdfium.PdfDocument, index: int, found: _Findings
) -> Sequence[PrintedLine]:
    page = document[index]
    number = index + 1
    try:
        printed = read_page(page, MAX_PAGE_CHARS)
        found.heights[round(printed.height, 2)] += 1
        found.characters += printed.characters
        found.unmapped += printed.unmapped
        lines, noticed = read_lines(printed, found.so_far)
        found.at_edges += [(number, row) for row in printed.at_edges]
        for code in (*_noticed(page, printed, bool(lines)), *sorted(noticed)):
            found.pages[code].append(number)
        return lines
    finally:
        page.close()


def _coming_back(found: _Findings, pages: int) -> list[Block]:
    """What cannot be seen but stands at one place in the margin of most pages, as furniture.

    Printing offices write there what only they need; it is found and told like a running footer.
    """
    places: dict[tuple[int, int], list[tuple[int, Row]]] = defaultdict(list)
    for number, row in found.at_edges:
        places[round(row.left / _ONE_PLACE), round(row.bottom / _ONE_PLACE)].append((number, row))
    return [
        Block(
            BlockKind.PARAGRAPH,
            row.runs,
            source=Source(page=number, box=(row.left, row.bottom, row.right, row.top)),
            artifact=True,
        )
        for rows in places.values()
        if pages >= _SOME_PAGES and len(rows) >= _MOST_PAGES * pages
        for number, row in rows
    ]


def _noticed(page: pdfium.PdfPage, printed: PrintedPage, has_lines: bool) -> Iterator[NoticeCode]:
    """What is to be said of a page."""
    is_empty = not has_lines and raw.FPDFPage_CountObjects(page) > 0
    if is_empty and (not printed.left_out or printed.shapes.pictures):
        yield NoticeCode.PAGES_WITHOUT_TEXT
    if printed.cut_short:
        yield NoticeCode.PAGES_CUT_SHORT
    if printed.recognised:
        yield NoticeCode.RECOGNISED_TEXT
    yield from (_LEFT_OUT[why] for why in printed.left_out)
    if _has_annotations(page):
        yield NoticeCode.ANNOTATIONS_NOT_READ


def _block(line: PrintedLine, page: int) -> Block:
    return Block(
        line.kind,
        line.runs,
        label=line.label,
        source=Source(line.part, page, box=(line.left, line.bottom, line.right, line.top)),
        artifact=line.artifact,
        objects=line.objects,
        cell=line.cell,
        note=line.note,
    )


_ANNOTATION_TEXTS = {
    raw.FPDF_ANNOT_TEXT: b"Contents",
    raw.FPDF_ANNOT_FREETEXT: b"Contents",
    raw.FPDF_ANNOT_STAMP: b"Contents",
    raw.FPDF_ANNOT_WIDGET: b"V",
}
"""Where notes, text boxes, stamps and form fields that lie on a page keep their text."""


def _has_annotations(page: pdfium.PdfPage) -> bool:
    """Whether notes, stamps or filled form fields lie on the page; their text is no part of it."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            key = _ANNOTATION_TEXTS.get(raw.FPDFAnnot_GetSubtype(annotation))
            # An empty string is a terminating zero of two bytes.
            if key and raw.FPDFAnnot_GetStringValue(annotation, key, None, 0) > 2:
                return True
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return False


def _stored(document: pdfium.PdfDocument, key: str) -> str | None:
    return document.get_metadata_value(key).strip("\x00 \t\r\n") or None


def _language(document: pdfium.PdfDocument) -> str | None:
    """The language the catalog names, such as "ru-RU"."""
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size <= 256:
        return None
    buffer = (ctypes.c_uint16 * size)()
    pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFCatalog_GetLanguage(document, pointer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").strip("\x00 ") or None


def _notices(found: _Findings, shown: str) -> Iterator[Notice]:
    for code in _BY_RUNS:
        for pages in _runs(found.pages[code]):
            yield Notice(code, {"pages": tuple(pages), "file": shown}, page=pages[0])
    if found.unmapped > _MANY_UNMAPPED * found.characters:
        yield Notice(NoticeCode.UNMAPPED_CHARACTERS, {"count": found.unmapped, "file": shown})
    for code in (NoticeCode.RECOGNISED_TEXT, *_LEFT_OUT.values(), *_OF_LINES):
        if whole := found.pages[code]:
            yield Notice(code, {"pages": tuple(whole), "file": shown}, page=whole[0])
    if annotated := found.pages[NoticeCode.ANNOTATIONS_NOT_READ]:
        yield Notice(NoticeCode.ANNOTATIONS_NOT_READ, {"file": shown}, page=annotated[0])


def _runs(pages: Sequence[int]) -> list[list[int]]:
    """Page numbers in runs of consecutive ones."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return runs


def _closed(shown: str, *, given: bool) -> PasswordError:
    if given:
        return PasswordError("The password given for “{file}” is not the right one.", file=shown)
    return PasswordError("“{file}” is protected with a password, and none was given.", file=shown)


def _no_text_layer(shown: str) -> ReadError:
    return PictureError(
        "“{file}” has no text layer, only pictures of pages;"
        " have their text recognised (OCR) with --ocr.",
        file=shown,
    )
