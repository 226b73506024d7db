"""The format DOC, of Word 97 to 2003: LibreOffice turns it into an ODT, which is read."""

from dataclasses import replace

from sverka.model import Document, Notice, NoticeCode, Phrase, ReadError, Stage
from sverka.readers.archive import locked
from sverka.readers.foreign import has_stream
from sverka.readers.intake import Intake, damaged
from sverka.readers.registry import Format, Match, Settings

_SECTOR = 512
_WORD = (b"\xec\xa5", b"\xdc\xa5")
"""The first bytes of the text of Word 97 and of Word 95 (MS-DOC, 2.5.2)."""

_FLAGS, _ENCRYPTED = 0x0B, 0x01
"""Where the head of the text says that it is encrypted (MS-DOC, 2.5.2)."""


def match(intake: Intake) -> Match:
    """A compound file with the stream that holds the text of Word."""
    data = intake.data
    is_word = has_stream(data, "WordDocument") and not has_stream(data, "EncryptedPackage")
    return Match.CERTAIN if is_word else Match.NO


def read(intake: Intake, settings: Settings) -> Document:
    """Read a DOC by way of LibreOffice, where it is installed."""
    from sverka.readers import odt
    from sverka.readers.office_program import converted, not_converted, office

    head = _head(intake.data)
    if head is None:
        raise damaged(intake.path)
    if intake.data[head + _FLAGS] & _ENCRYPTED:
        raise locked(intake.path)
    program = office()
    if program is None:
        raise ReadError(
            "“{file}” is a Word 97–2003 document (DOC), which is read with the help of LibreOffice,"
            " and that was not found; install it, or save the file as DOCX.",
            file=intake.path,
        )

    def look() -> None:
        settings.progress(Stage.READING, 0.1)

    data = converted(program, intake.data, ".doc", "odt", intake.path, look)
    taken = replace(intake, data=data)
    if odt.match(taken) is not Match.CERTAIN:
        raise not_converted(intake.path)
    document = odt.read(taken, settings)
    notice = Notice(NoticeCode.CONVERTED, {"file": intake.path})
    return replace(
        document,
        format=FORMAT.name,
        properties=replace(document.properties, size=len(intake.data)),
        notices=(notice, *document.notices),
    )


def _head(data: bytes) -> int | None:
    """Where the text of Word begins, at a sector; None where it is nowhere."""
    starts = range(_SECTOR, len(data) - _FLAGS, _SECTOR)
    return next((start for start in starts if data.startswith(_WORD, start)), None)


FORMAT = Format("doc", Phrase("DOC"), (".doc", ".dot"), match, read)
