"""Recognises kinds of files that are not read, so that the refusal can name them."""

from sverka.model import Listed, Phrase, ReadError
from sverka.readers.archive import Damaged, is_zip, locked, open_archive
from sverka.readers.intake import Intake

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RIFF_KINDS = {b"WAVE", b"AVI ", b"WEBP"}
_SIGNATURES = (
    (b"GIF87a", Phrase("a GIF picture")),
    (b"GIF89a", Phrase("a GIF picture")),
    (b"8BPS\x00", Phrase("a Photoshop picture")),
    (b"AT&TFORM", Phrase("a DjVu file")),
    (b"%!PS-Adobe", Phrase("a PostScript file")),
    (b"Rar!\x1a\x07", Phrase("an archive (RAR)")),
    (b"7z\xbc\xaf\x27\x1c", Phrase("an archive (7-Zip)")),
    (b"\x1f\x8b\x08", Phrase("an archive (gzip)")),
    (b"BZh91AY&SY", Phrase("an archive (bzip2)")),
    (b"\xfd7zXZ\x00", Phrase("an archive (xz)")),
    (b"\x7fELF", Phrase("a program")),
    (b"MZ\x90\x00", Phrase("a program")),
    (b"SQLite format 3\x00", Phrase("a database")),
    (b"ID3\x03", Phrase("a sound recording")),
    (b"ID3\x04", Phrase("a sound recording")),
    (b"OggS\x00", Phrase("a sound recording")),
    (b"fLaC\x00", Phrase("a sound recording")),
)


def refusal(intake: Intake, readable: Listed) -> ReadError | None:
    """The error for a file of a kind known not to be readable; None where the kind is not known.

    `readable` lists the formats that can be read. Goes by the first bytes, then the names inside
    an archive, and for formats that are text themselves by the name of the file as well.
    """
    if has_stream(intake.data, "EncryptedPackage"):
        return locked(intake.path)
    kind = _by_signature(intake.data) or _by_entries(intake) or _by_markup(intake)
    if kind is None:
        return None
    return ReadError(
        "“{file}” is {kind}, which cannot be read; save it as one of these: {formats}.",
        file=intake.path,
        kind=kind,
        formats=readable,
    )


def has_stream(data: bytes, name: str) -> bool:
    """Whether a compound file (OLE2) has a stream of this name; the names stand in it as UTF-16."""
    return data.startswith(_COMPOUND) and name.encode("utf-16-le") in data


def _by_signature(data: bytes) -> Phrase | None:
    if data.startswith(_COMPOUND):
        return _by_stream(data)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] in _RIFF_KINDS):
        return Phrase("a picture, a sound recording or a film")
    return None


def _by_stream(data: bytes) -> Phrase:
    if has_stream(data, "Workbook"):
        return Phrase("an Excel workbook")
    if has_stream(data, "PowerPoint Document"):
        return Phrase("a PowerPoint presentation")
    return Phrase("a file of an old Office program")


def _by_entries(intake: Intake) -> Phrase | None:
    """What an archive without a Word document in it is."""
    if not is_zip(intake.data):
        return None
    try:
        archive = open_archive(intake.data, intake.path)
        declared = archive.declared()
    except Damaged:
        return None
    if declared.startswith(b"application/vnd.oasis.opendocument"):
        return Phrase("an OpenDocument file that is no text")
    names = archive.names()
    if any(name.startswith("xl/") for name in names):
        return Phrase("an Excel workbook")
    if any(name.startswith("ppt/") for name in names):
        return Phrase("a PowerPoint presentation")
    if "index/document.iwa" in names:
        return Phrase("a Pages document")
    return Phrase("an archive (ZIP)")


def _by_markup(intake: Intake) -> Phrase | None:
    """Formats written as text: their first characters decide, or their name where text is usual."""
    head = intake.data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b'progid="Word.Document"' in head:
        return Phrase("a Word document saved as XML")
    return None
