"""The format ODT: how it is recognised; what reads it is imported when there is one to read.

open_document opens the file and makes the Document; odf_stories puts its stories in order and asks
odf_walk for each of them, and that asks odf_styles, odf_lists and odf_tables what they are.
"""

from sverka.model import Document, Phrase
from sverka.readers.archive import Damaged, is_zip, open_archive
from sverka.readers.intake import Intake
from sverka.readers.registry import Format, Match, Settings

_DECLARED = b"application/vnd.oasis.opendocument.text"
_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_HEAD = 16 * 1024
_FIRST_ENTRY = 128
"""The type of a package stands in its first entry, which is not packed."""


def match(intake: Intake) -> Match:
    """A package says what it is in its first bytes or an entry, a flat file in its root element."""
    if is_zip(intake.data):
        return _packed(intake)
    head = intake.data[:_HEAD].replace(b"\0", b"")
    flat = _FLAT in head and _DECLARED in head and b"<" in head[:64]
    return Match.CERTAIN if flat else Match.NO


def _packed(intake: Intake) -> Match:
    if _DECLARED in intake.data[:_FIRST_ENTRY]:
        return Match.CERTAIN
    try:
        declared = open_archive(intake.data, intake.path).declared()
    except Damaged:
        return Match.NO
    return Match.CERTAIN if declared.startswith(_DECLARED) else Match.NO


def read(intake: Intake, settings: Settings) -> Document:
    """Read a text of LibreOffice or of whatever writes OpenDocument."""
    from sverka.readers.odt.open_document import read_document

    return read_document(intake, settings)


FORMAT = Format("odt", Phrase("ODT"), (".odt", ".ott", ".fodt"), match, read)
