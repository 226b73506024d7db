"""The format DOCX: how it is recognised; what reads it is imported when there is one to read.

word_document reads a file; it asks stories, which puts the stories of the file in order; that asks
story for each one, and that asks paragraph_content for each paragraph.
What the file leaves to be worked out is in styles (looks) and numbering (lists).
"""

from sverka.model import Document, Phrase
from sverka.readers.archive import Damaged, is_zip, open_archive
from sverka.readers.intake import Intake
from sverka.readers.registry import Format, Match, Settings

_OTHER_APPLICATIONS = ("xl/", "ppt/", "visio/")


def match(intake: Intake) -> Match:
    """A ZIP whose main part is a text document is certain; a broken ZIP may have been one."""
    if not is_zip(intake.data):
        return Match.NO
    from sverka.readers.docx.package import Package, main_part

    try:
        part = main_part(Package(open_archive(intake.data, intake.path)))
    except Damaged:
        return Match.POSSIBLE
    if part is None or part.startswith(_OTHER_APPLICATIONS):
        return Match.NO
    return Match.CERTAIN


def read(intake: Intake, settings: Settings) -> Document:
    """Read a document of Word or of whatever writes DOCX."""
    from sverka.readers.docx.word_document import read_document

    return read_document(intake, settings)


FORMAT = Format("docx", Phrase("DOCX"), (".docx", ".docm", ".dotx", ".dotm"), match, read)
