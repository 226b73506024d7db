"""Recognises kinds of files that are not read, so that the refusal can name them."""

from sverka.language import _
from sverka.readers.intake import Intake

_RIFF_KINDS = {b"WAVE", b"AVI ", b"WEBP"}


def recognise(intake: Intake) -> str | None:
    """What the file is, as a phrase with its article ("a JPEG picture"), or None.

    Knows only kinds that this program does not read, by the first bytes and, for the formats that
    are text themselves, by the name beside them.
    """
    return _by_signature(intake.data) or _by_markup(intake)


def _by_signature(data: bytes) -> str | None:
    signatures = (
        (b"\xff\xd8\xff", _("a JPEG picture")),
        (b"\x89PNG\r\n\x1a\n", _("a PNG picture")),
        (b"GIF8", _("a GIF picture")),
        (b"II*\x00", _("a TIFF picture")),
        (b"MM\x00*", _("a TIFF picture")),
        (b"8BPS", _("a Photoshop picture")),
        (b"AT&TFORM", _("a DjVu file")),
        (b"%!PS", _("a PostScript file")),
        (b"Rar!\x1a\x07", _("a RAR archive")),
        (b"7z\xbc\xaf\x27\x1c", _("a 7-Zip archive")),
        (b"\x1f\x8b\x08", _("a gzip archive")),
        (b"BZh", _("a bzip2 archive")),
        (b"\xfd7zXZ\x00", _("an xz archive")),
        (b"\x7fELF", _("a program")),
        (b"MZ\x90\x00", _("a program")),
        (b"SQLite format 3\x00", _("a database")),
        (b"ID3", _("a sound file")),
        (b"OggS", _("a sound file")),
        (b"fLaC", _("a sound file")),
    )
    for signature, kind in signatures:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] in _RIFF_KINDS:
        return _("a picture, sound or film")
    if data[4:8] == b"ftyp":
        return _("a picture, sound or film")
    return None


def _by_markup(intake: Intake) -> str | None:
    """Formats written as text: their first characters decide, or their name where text is usual."""
    head = intake.data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{\\rtf"):
        return _("an RTF document")
    if intake.suffix in {".htm", ".html", ".xhtml", ".mht", ".mhtml"}:
        return _("a web page (HTML)")
    if head[:14].lower() == b"<!doctype html" or head[:5].lower() == b"<html":
        return _("a web page (HTML)")
    return None
