"""Recognises kinds of files that are not read, so that the refusal can name them."""

from sverka.language import _
from sverka.model import ReadError
from sverka.readers.archive import Damaged, is_zip, locked, open_archive
from sverka.readers.intake import Intake

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RIFF_KINDS = {b"WAVE", b"AVI ", b"WEBP"}


def refusal(intake: Intake, readable: str) -> ReadError | None:
    """The error for a file of a kind known not to be readable; None where the kind is not known.

    `readable` lists the formats that can be read. Goes by the first bytes, then the names inside
    an archive, and for formats that are text themselves by the name of the file as well.
    """
    if _has_stream(intake.data, "EncryptedPackage"):
        return locked(intake.path)
    kind = _by_signature(intake.data) or _by_entries(intake) or _by_markup(intake)
    if kind is None:
        return None
    return ReadError(
        _("“{file}” is {kind}, which cannot be read; save it as one of these: {formats}.").format(
            file=intake.path, kind=kind, formats=readable
        )
    )


def _has_stream(data: bytes, name: str) -> bool:
    """Whether a compound file (OLE2) has a stream of this name; the names stand in it as UTF-16."""
    return data.startswith(_COMPOUND) and name.encode("utf-16-le") in data


def _by_signature(data: bytes) -> str | None:
    if data.startswith(_COMPOUND):
        return _by_stream(data)
    signatures = (
        (b"\xff\xd8\xff", _("a JPEG picture")),
        (b"\x89PNG\r\n\x1a\n", _("a PNG picture")),
        (b"GIF87a", _("a GIF picture")),
        (b"GIF89a", _("a GIF picture")),
        (b"II*\x00", _("a TIFF picture")),
        (b"MM\x00*", _("a TIFF picture")),
        (b"8BPS\x00", _("a Photoshop picture")),
        (b"AT&TFORM", _("a DjVu file")),
        (b"%!PS-Adobe", _("a PostScript file")),
        (b"Rar!\x1a\x07", _("an archive (RAR)")),
        (b"7z\xbc\xaf\x27\x1c", _("an archive (7-Zip)")),
        (b"\x1f\x8b\x08", _("an archive (gzip)")),
        (b"BZh91AY&SY", _("an archive (bzip2)")),
        (b"\xfd7zXZ\x00", _("an archive (xz)")),
        (b"\x7fELF", _("a program")),
        (b"MZ\x90\x00", _("a program")),
        (b"SQLite format 3\x00", _("a database")),
        (b"ID3\x03", _("a sound recording")),
        (b"ID3\x04", _("a sound recording")),
        (b"OggS\x00", _("a sound recording")),
        (b"fLaC\x00", _("a sound recording")),
    )
    for signature, kind in signatures:
        if data.startswith(signature):
            return kind
    if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] in _RIFF_KINDS):
        return _("a picture, a sound recording or a film")
    return None


def _by_stream(data: bytes) -> str:
    if _has_stream(data, "WordDocument"):
        return _("a Word 97–2003 document (DOC)")
    if _has_stream(data, "Workbook"):
        return _("an Excel workbook")
    if _has_stream(data, "PowerPoint Document"):
        return _("a PowerPoint presentation")
    return _("a file of an old Office program")


def _by_entries(intake: Intake) -> str | None:
    """What an archive without a Word document in it is."""
    if not is_zip(intake.data):
        return None
    try:
        archive = open_archive(intake.data, intake.path)
        declared = archive.read("mimetype") if archive.has("mimetype") else b""
    except Damaged:
        return None
    if declared.startswith(b"application/vnd.oasis.opendocument.text"):
        return _("an OpenDocument text (ODT)")
    if declared.startswith(b"application/vnd.oasis.opendocument"):
        return _("an OpenDocument file that is no text")
    if declared.startswith(b"application/epub+zip"):
        return _("an electronic book (EPUB)")
    names = archive.names()
    if any(name.startswith("xl/") for name in names):
        return _("an Excel workbook")
    if any(name.startswith("ppt/") for name in names):
        return _("a PowerPoint presentation")
    if "index/document.iwa" in names:
        return _("a Pages document")
    return _("an archive (ZIP)")


def _by_markup(intake: Intake) -> str | None:
    """Formats written as text: their first characters decide, or their name where text is usual."""
    head = intake.data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{\\rtf"):
        return _("an RTF document")
    if b'progid="Word.Document"' in head:
        return _("a Word document saved as XML")
    if intake.suffix in {".htm", ".html", ".xhtml", ".mht", ".mhtml"}:
        return _("a web page (HTML)")
    if head[:14].lower() == b"<!doctype html" or head[:5].lower() == b"<html":
        return _("a web page (HTML)")
    return None
