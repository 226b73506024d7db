"""The format RTF: how it is recognised; what reads it is imported when there is one to read.

rtf_tokens cuts the file into words, rtf_walk follows the groups and what they say (rtf_state,
rtf_tables, rtf_lists), and rtf_document makes the Document.
"""

from sverka.model import Document, Phrase
from sverka.readers.intake import Intake
from sverka.readers.registry import Format, Match, Settings

_SIGNATURE = b"{\\rtf"
_BEFORE = b"\xef\xbb\xbf \t\r\n\0"


def match(intake: Intake) -> Match:
    """An RTF begins with its own word."""
    head = intake.data[:64].lstrip(_BEFORE)
    return Match.CERTAIN if head.startswith(_SIGNATURE) else Match.NO


def read(intake: Intake, settings: Settings) -> Document:
    """Read a text of Word, WordPad or of whatever writes RTF."""
    from sverka.readers.rtf.rtf_document import read_document

    return read_document(intake, settings)


FORMAT = Format("rtf", Phrase("RTF"), (".rtf",), match, read)
