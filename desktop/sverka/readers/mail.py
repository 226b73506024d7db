"""Reads messages (EML) and web pages saved as one message (MHT): the text, decoded."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sverka.model import (
    Block,
    BlockKind,
    Document,
    Landmark,
    Notice,
    NoticeCode,
    NoticeValue,
    Phrase,
    Properties,
    ReadError,
    Run,
    Traits,
)
from sverka.patterns import late_pattern
from sverka.readers.encoding import as_ascii, is_binary
from sverka.readers.intake import Intake, printable, too_large, without_text
from sverka.readers.limits import MAX_MAIL_NESTING, MAX_MAIL_PARTS, MAX_MARKUP_BYTES
from sverka.readers.registry import Format, Match, Settings

if TYPE_CHECKING:
    from sverka.readers.html.web_page import Markup

_HEAD = 16384
_HEADER = late_pattern(r"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_TRANSPORT = frozenset({"mime-version", "message-id", "received", "return-path", "content-type"})
"""Headers that only a program writes, never somebody who begins a memo."""
_TOLD = frozenset({"from", "to", "subject", "date"})
_SHOWN = ("Subject", "From", "To", "Cc", "Date")
_SAVED = late_pattern(
    r"^(?:content-type:\s*multipart/related|snapshot-content-location:)", re.I | re.M
)
_NESTED = late_pattern(rb"boundary\s*=|message/rfc822", re.IGNORECASE)
_NAMES_SHOWN = 5


def _headers(intake: Intake) -> str:
    """The headers that a file begins with, if it begins so; "" where it does not."""
    head = as_ascii(intake.data[:_HEAD]).lstrip("\ufffd").replace("\r\n", "\n").lstrip("\n")
    head = re.sub(r"\AFrom .*\n", "", head).partition("\n\n")[0]
    return head if _HEADER.match(head) and not is_binary(intake.data[:_HEAD]) else ""


def match_mail(intake: Intake) -> Match:
    """A message begins with headers that only programs write."""
    head = _headers(intake)
    names = {name.lower() for name in _HEADER.findall(head)}
    if names & _TRANSPORT and names & _TOLD and len(names) > 2:
        return Match.CERTAIN
    return Match.POSSIBLE if names & _TOLD else Match.NO


def match_saved(intake: Intake) -> Match:
    """A saved page is a message of parts that belong together, the first of which is HTML."""
    head = _headers(intake)
    if head and _SAVED.search(head) and "text/html" in as_ascii(intake.data[:_HEAD]).lower():
        return Match.CERTAIN if "received:" not in head.lower() else Match.NO
    return Match.NO


def read_mail(intake: Intake, settings: Settings) -> Document:
    """Read the text of a message, as HTML where it has it so; its headers stand around it."""
    return _read(intake, settings, "eml", with_headers=True)


def read_saved(intake: Intake, settings: Settings) -> Document:
    """Read the page of a saved message."""
    return _read(intake, settings, "mht", with_headers=False)


def _read(intake: Intake, settings: Settings, name: str, *, with_headers: bool) -> Document:
    from sverka.readers.html.web_page import Markup, ReadPage, elements_of

    message, parts = _parts(intake)
    page = ReadPage()
    if with_headers:
        page.blocks += _header_blocks(message)
    first = len(page.blocks)
    notices: list[Notice] = []
    texts = list(_texts(message)) if with_headers else _page(parts)
    for body in texts:
        text = _decoded(body, settings, intake.path)
        if body.get_content_type() != "text/html":
            page.blocks += _plain_blocks(text)
        elif (root := elements_of(text, intake.path)) is not None:
            markup = Markup() if with_headers else _Beside(parts, body).markup()
            page.add(root, markup, settings, text.count("<"))
    if not any(block.text.strip() for block in page.blocks[first:]):
        raise without_text(intake.path)
    has_page = any(body.get_content_type() == "text/html" for body in texts)
    traits = None if has_page else Traits(hard_wrapped=True)
    if with_headers and (attached := _attached(parts)):
        notices.append(_attachments(attached, intake.path))
    properties = Properties(
        size=len(intake.data),
        modified=intake.modified,
        title=_header(message, "Subject") or page.title,
        author=_header(message, "From") or None if with_headers else page.author,
    )
    return page.document(intake, name, settings, notices, properties, traits)


def _parts(intake: Intake) -> tuple[Message, list[Message]]:
    """The message and the parts that hold something; ReadError where they are out of all bounds."""
    if len(intake.data) > MAX_MARKUP_BYTES * 2:
        raise too_large(intake.path, MAX_MARKUP_BYTES * 2)
    if len(_NESTED.findall(intake.data)) > MAX_MAIL_NESTING:
        raise _beyond(intake.path)
    try:
        message = message_from_bytes(intake.data, policy=policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except (MessageError, ValueError, LookupError, RecursionError, TypeError) as error:
        raise ReadError(
            "“{file}” is damaged and no whole message; save it once more.", file=intake.path
        ) from error
    if len(parts) > MAX_MAIL_PARTS:
        raise _beyond(intake.path)
    return message, parts


def _beyond(shown: str) -> ReadError:
    return ReadError(
        "“{file}” holds far more parts than a message has; save its text to a file.", file=shown
    )


def _texts(part: Message) -> Iterator[Message]:
    """The texts of a message in their order; of the same text in several forms HTML, if it is one.

    What comes with a part of several kinds counts as well: a list adds its own words at the end.
    """
    kind = part.get_content_type()
    if part.is_multipart():
        inner = part.get_payload()
        groups = [list(_texts(one)) for one in inner if isinstance(one, Message)]
        if kind == "multipart/alternative":
            told = [group for group in groups if group]
            pages = [g for g in told if any(one.get_content_type() == "text/html" for one in g)]
            groups = (pages or told)[:1]
        for group in groups:
            yield from group
    elif kind in ("text/html", "text/plain") and not _is_attachment(part) and _bytes(part).strip():
        yield part


def _page(parts: list[Message]) -> list[Message]:
    """The page among the parts that were saved together: the first."""
    pages = (part for part in parts if part.get_content_type() == "text/html")
    return [part for part in pages if _bytes(part).strip()][:1]


def _is_attachment(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _attached(parts: list[Message]) -> list[str]:
    """The names of what is attached."""
    return [
        printable(_words(part.get_filename() or part.get_content_type()))
        for part in parts
        if _is_attachment(part) or (part.get_filename() and not part.get("Content-ID"))
    ]


def _attachments(names: list[str], shown: str) -> Notice:
    """Says what was not read; of very many the first."""
    first = ", ".join(names[:_NAMES_SHOWN]) + (", …" if len(names) > _NAMES_SHOWN else "")
    values: dict[str, NoticeValue] = {"file": shown, "count": len(names), "names": first}
    return Notice(NoticeCode.ATTACHMENTS_NOT_READ, values)


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _decoded(part: Message, settings: Settings, shown: str) -> str:
    from sverka.readers.html.page_encoding import decode_page

    try:
        said = part.get_content_charset()
    except (LookupError, ValueError):
        said = None
    return decode_page(_bytes(part), settings.encoding, said, shown).text


def _plain_blocks(text: str) -> list[Block]:
    """What stands between blank lines, as in a text file."""
    from sverka.readers.plain_text import show_controls

    text = show_controls(text.replace("\r\n", "\n").replace("\r", "\n"))[0].replace("\f", "\n\n")
    pieces = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text)
    return [
        Block(BlockKind.PARAGRAPH, (Run(piece.strip("\n")),)) for piece in pieces if piece.strip()
    ]


def _header_blocks(message: Message) -> list[Block]:
    """The headers that a reader is shown, around the text."""
    said = ((name, _header(message, name)) for name in _SHOWN)
    return [
        Block(
            BlockKind.PARAGRAPH,
            (Run(f"{name}: {value}"),),
            artifact=True,
            landmark=Landmark.MAIL_HEADER,
        )
        for name, value in said
        if value
    ]


def _header(message: Message, name: str) -> str:
    return printable(_words(str(message.get(name, ""))))


def _words(value: str) -> str:
    """A header with its encoded words decoded; as it stands where they are broken."""
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except (MessageError, LookupError, ValueError, TypeError, AssertionError):
        return " ".join(value.split())


class _Beside:
    """The parts that were saved beside a page, by the addresses it has for them."""

    def __init__(self, parts: list[Message], page: Message) -> None:
        self._base = str(page.get("Content-Location", ""))
        self._parts: dict[str, Message] = {}
        for part in parts:
            if location := str(part.get("Content-Location", "")).strip():
                self._parts[self._address(location)] = part
            if name := str(part.get("Content-ID", "")).strip().strip("<>"):
                self._parts[f"cid:{name}"] = part

    def markup(self) -> "Markup":
        """What the addresses of the page stand for."""
        from sverka.readers.html.web_page import Markup

        return Markup(self._picture, self._sheet)

    def _address(self, written: str) -> str:
        """An address in full; as it is written where it is no address."""
        try:
            return urljoin(self._base, written)
        except ValueError:
            return written

    def _found(self, address: str) -> Message | None:
        return self._parts.get(self._address(address))

    def _picture(self, address: str) -> str | None:
        part = self._found(address)
        return None if part is None else sha256(_bytes(part)).hexdigest()

    def _sheet(self, address: str) -> str | None:
        part = self._found(address)
        return None if part is None else _bytes(part).decode("utf-8", "replace")


FORMAT = Format("eml", Phrase("EML"), (".eml",), match_mail, read_mail)
SAVED = Format("mht", Phrase("MHT"), (".mht", ".mhtml"), match_saved, read_saved)
