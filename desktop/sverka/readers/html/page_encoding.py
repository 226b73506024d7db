"""Finds the encoding of a web page: its mark, what it says in its head, else what it looks like."""

import codecs
import re

from sverka.patterns import late_pattern
from sverka.readers.encoding import Decoded, decode

_HEAD = 4096
"""Bytes in which a page has to say its encoding; the standard asks for 1,024."""
_DECLARED = late_pattern(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]+)"
    rb"|<\?xml\b[^>]*?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]+)",
    re.IGNORECASE,
)
_COMMENT = late_pattern(rb"<!--.*?-->", re.DOTALL)
_AS_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874"}
"""Names that browsers take for the code page of Windows (Encoding standard, section 4.2)."""
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_WIDE = ("utf-16", "utf-32")


def decode_page(data: bytes, wanted: str | None, said: str | None, shown: str) -> Decoded:
    """The text of a page.

    `wanted` is the user's encoding; `said` is one told beside the page, by the header of a message.
    A page that says one that its bytes are not in is read as what it looks like.
    """
    if wanted is None and not _has_mark(data):
        for name in (said, _declared(data)):
            decoded = _as(data, name)
            if decoded is not None:
                return decoded
    return decode(data, wanted, shown)


def _has_mark(data: bytes) -> bool:
    return data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(_COMMENT.sub(b"", data[:_HEAD]))
    return None if found is None else (found[1] or found[2]).decode("ascii")


def _as(data: bytes, name: str | None) -> Decoded | None:
    """The text in an encoding that was named; None where it is unknown or not that of the text."""
    if not name:
        return None
    try:
        known = codecs.lookup(name).name.replace("_", "-")
        if known.startswith(_WIDE):
            # It could be read as ASCII so far, so that is not what it is in.
            known = "utf-8"
        known = _AS_WINDOWS.get(known, known)
        text = data.decode(known)
    except (LookupError, UnicodeError, ValueError):
        return _nearly(data, name)
    return Decoded(text, known) if isinstance(text, str) else None


def _nearly(data: bytes, name: str) -> Decoded | None:
    """The text in UTF-8 that is damaged in few places; another encoding is guessed."""
    if name.lower().replace("_", "-") not in ("utf-8", "utf8"):
        return None
    text = data.decode("utf-8", "replace")
    lost = len(re.findall("\ufffd+", text))
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    return Decoded(text, "utf-8", undecodable=lost) if lost * 50 < beyond else None
