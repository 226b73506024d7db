"""The format HTML: how a web page is recognised; what reads it is imported when there is one.

web_page makes a document of markup; page_walk goes through its elements, and asks page_looks,
page_lists, page_tables, page_notes and page_landmarks what they are.
"""

import re

from sverka.model import Document, Phrase
from sverka.patterns import late_pattern
from sverka.readers.encoding import as_ascii, is_binary
from sverka.readers.intake import Intake, pasted, too_large
from sverka.readers.limits import MAX_MARKUP_BYTES
from sverka.readers.registry import Format, Match, Settings

_HEAD = 4096
_BEFORE = late_pattern(r"(?:\s|<\?xml\b[^>]*>|<!--.*?-->)+", re.DOTALL)
_PAGE = late_pattern(r"<!doctype\s+html\b|<html\b|<head\b|<body\b", re.IGNORECASE)
_TAGS = (
    "p|div|span|h[1-6]|ul|ol|li|dl|table|tbody|tr|td|section|article|main|header|footer|nav|aside"
    "|blockquote|pre|figure|strong|em|b|i|u|a|img|br|hr|meta|title|style|script|font|center|form"
)
_FRAGMENT = late_pattern(rf"<(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_END = late_pattern(rf"</(?:{_TAGS})\s*>\s*$", re.IGNORECASE)


def match(intake: Intake) -> Match:
    """A page says what it is at its beginning; a fragment begins and ends with known elements."""
    head = as_ascii(intake.data[:_HEAD])
    before = _BEFORE.match(head)
    head = head[before.end() :] if before is not None else head
    if _PAGE.match(head):
        return Match.CERTAIN
    if not head.startswith("<"):
        return _possible(intake, head)
    end = as_ascii(intake.data[-_HEAD:]).rstrip("\0\r\n\t ")
    is_xml = before is not None and "<?xml" in before[0]
    if not is_xml and _FRAGMENT.match(head) and _END.search(end):
        return Match.CERTAIN
    return _possible(intake, head)


def _possible(intake: Intake, head: str) -> Match:
    if intake.data.startswith((b"PK", b"%PDF", b"{\\rtf")) or is_binary(intake.data):
        return Match.NO
    return Match.POSSIBLE if "<" in head else Match.NO


def read(intake: Intake, settings: Settings) -> Document:
    """Read a web page, or a part of one."""
    from sverka.readers.html.page_encoding import decode_page
    from sverka.readers.html.page_files import files_beside
    from sverka.readers.html.web_page import Markup, ReadPage, parsed
    from sverka.readers.plain_text import encoding_notices

    if len(intake.data) > MAX_MARKUP_BYTES:
        raise too_large(intake.path, MAX_MARKUP_BYTES)
    decoded = decode_page(intake.data, settings.encoding, None, intake.path)
    page = ReadPage()
    markup = Markup(picture=files_beside(intake.path))
    page.add(parsed(decoded.text, intake.path), markup, settings, decoded.text.count("<"))
    properties = page.properties(intake, decoded.encoding)
    notices = encoding_notices(decoded, intake.path)
    return page.document(intake, FORMAT.name, settings, notices, properties)


def read_html(markup: str, name: str, settings: Settings) -> Document:
    """Make a document of markup that came from no file, such as what the clipboard keeps as HTML.

    Its `path` is `name`, its `sha256` and size are those of the markup in UTF-8.
    """
    from sverka.readers.html.web_page import Markup, ReadPage, parsed

    intake = pasted(markup, name, MAX_MARKUP_BYTES)
    page = ReadPage()
    page.add(parsed(intake.data.decode("utf-8"), intake.path), Markup(), settings)
    return page.document(intake, FORMAT.name, settings)


FORMAT = Format("html", Phrase("HTML"), (".html", ".htm", ".xhtml", ".shtml"), match, read)
