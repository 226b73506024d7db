"""Reads plain text: blocks are what stands between blank lines, with the numbers of their lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sverka.model import (
    Block,
    BlockKind,
    Document,
    Notice,
    NoticeCode,
    NoticeValue,
    Phrase,
    Properties,
    Run,
    Source,
    Stage,
    Traits,
)
from sverka.patterns import late_pattern
from sverka.readers.archive import is_zip
from sverka.readers.encoding import Decoded, decode, is_binary
from sverka.readers.intake import Intake, pasted, too_large, without_text
from sverka.readers.limits import MAX_TEXT_BYTES
from sverka.readers.registry import Format, Match, Settings

_LINE_END = late_pattern("\r\n|[\n\r\v\x85\u2028\u2029]")
"""The line ends of Unicode's newline guidelines (section 5.8); form feeds are looked at apart."""

_CONTROL = late_pattern("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_STEP = 4096
_NOTATION_HEAD = 4096
_TEX = frozenset({".tex", ".latex", ".ltx"})
_JSON = frozenset({".json", ".jsonl", ".geojson"})


@dataclass(frozen=True, slots=True)
class TextFile:
    """What stands in a file that is text, control characters as signs, and what is known of it."""

    text: str
    properties: Properties
    notices: tuple[Notice, ...]


def match(intake: Intake) -> Match:
    """Text has no signature: anything without the marks of a binary file may be text."""
    if is_zip(intake.data) or is_binary(intake.data):
        return Match.NO
    return Match.POSSIBLE


def read(intake: Intake, settings: Settings) -> Document:
    """Read a text file in the encoding of the settings, or in the one it seems to have."""
    decoded = _decoded(intake, settings)
    notices = encoding_notices(decoded, intake.path)
    if (notation := _notation(intake, decoded.text)) is not None and not settings.as_source:
        values: dict[str, NoticeValue] = {"file": intake.path, "notation": notation}
        notices += (Notice(NoticeCode.READ_AS_TEXT, values),)
    return _document(intake, decoded.text, decoded.encoding, notices, settings)


def text_file(intake: Intake, settings: Settings) -> TextFile:
    """The text of a file in which signs mean something, for the reader that knows what."""
    decoded = _decoded(intake, settings)
    text, controls = _with_controls(decoded.text, intake.path)
    notices = (*encoding_notices(decoded, intake.path), *controls)
    return TextFile(text, _properties(intake, decoded.encoding), notices)


def _decoded(intake: Intake, settings: Settings) -> Decoded:
    if len(intake.data) > MAX_TEXT_BYTES:
        raise too_large(intake.path, MAX_TEXT_BYTES)
    return decode(intake.data, settings.encoding, intake.path)


def _notation(intake: Intake, text: str) -> str | None:
    """The notation of a file whose marks are compared as text; None where it is but text."""
    head = text[:_NOTATION_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("<?xml"):
        return "XML"
    if intake.suffix in _TEX or "\\documentclass" in head or "\\begin{document}" in head:
        return "TeX"
    if intake.suffix in _JSON and head[:1] in ("{", "["):
        return "JSON"
    return "XML" if intake.suffix == ".xml" and head.startswith("<") else None


def read_text(text: str, name: str, settings: Settings) -> Document:
    """Make a document of text that came from no file, such as the clipboard.

    Its `path` is `name`, its `sha256` and size are those of the text in UTF-8. ReadError where it
    holds nothing but white space, or too much.
    """
    intake = pasted(text, name, MAX_TEXT_BYTES)
    return _document(intake, intake.data.decode("utf-8"), None, (), settings)


def _document(
    intake: Intake,
    text: str,
    encoding: str | None,
    notices: tuple[Notice, ...],
    settings: Settings,
) -> Document:
    text, controls = _with_controls(text, intake.path)
    pages = text.rstrip("\f \t\r\n").count("\f") + 1 if "\f" in text else None
    blocks = tuple(_blocks(text, pages is not None, settings))
    if not blocks:
        raise without_text(intake.path)
    properties = _properties(intake, encoding, pages)
    traits = Traits(paged=pages is not None, hard_wrapped=True)
    notices += controls
    return Document(intake.path, "text", intake.sha256, properties, blocks, notices, traits)


def _properties(intake: Intake, encoding: str | None, pages: int | None = None) -> Properties:
    return Properties(
        size=len(intake.data), modified=intake.modified, pages=pages, encoding=encoding
    )


def _blocks(text: str, paged: bool, settings: Settings) -> Iterator[Block]:
    """The blocks of the text in order; white space on blank lines belongs to none of them."""
    held: list[str] = []
    first = 1
    page = 1

    def block() -> Block:
        source = Source(page=page if paged else None, lines=(first, first + len(held) - 1))
        return Block(BlockKind.PARAGRAPH, (Run("\n".join(held)),), source=source)

    lines = _LINE_END.split(text)
    for number, line in enumerate(lines, start=1):
        if number % _STEP == 0:
            settings.progress(Stage.READING, number / len(lines))
        for index, piece in enumerate(line.split("\f")):
            if held and (index or not piece.strip()):
                yield block()
                held = []
            page += 1 if index else 0
            if piece.strip():
                first = first if held else number
                held.append(piece)
    if held:
        yield block()


def show_controls(text: str) -> tuple[str, int]:
    """Write control characters as their Unicode pictures, so that they are seen and not lost.

    U+0000 becomes U+2400 and so on; what has no picture becomes U+FFFD. The end-of-file mark of
    old systems (U+001A) is left out at the very end. Gives the number of characters replaced.
    """
    return _CONTROL.subn(control_sign, text.rstrip("\x1a"))


def control_sign(found: re.Match[str]) -> str:
    """What is shown for a control character that was found."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _with_controls(text: str, shown: str) -> tuple[str, tuple[Notice, ...]]:
    """The text with its control characters as signs, and what the user should know of that."""
    text, count = show_controls(text)
    values: dict[str, NoticeValue] = {"count": count, "file": shown}
    return text, (Notice(NoticeCode.CONTROL_CHARACTERS, values),) if count else ()


def encoding_notices(decoded: Decoded, shown: str) -> tuple[Notice, ...]:
    """What the user should know of how a text was decoded."""
    values: dict[str, NoticeValue] = {"file": shown, "encoding": decoded.encoding}
    notices = []
    if decoded.unknown:
        notices.append(Notice(NoticeCode.ENCODING_UNKNOWN, values))
    elif decoded.alternatives:
        doubt = {**values, "alternative": decoded.alternatives[0]}
        notices.append(Notice(NoticeCode.ENCODING_DOUBTFUL, doubt))
    elif decoded.guessed:
        notices.append(Notice(NoticeCode.ENCODING_GUESSED, values))
    if decoded.undecodable:
        values = {**values, "count": decoded.undecodable}
        notices.append(Notice(NoticeCode.UNDECODABLE, values))
    return tuple(notices)


FORMAT = Format("text", Phrase("plain text"), (".txt", ".text", ".log"), match, read)
