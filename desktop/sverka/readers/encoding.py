"""Finds the encoding of a text file: its mark, strict UTF-8, else what the text looks like."""

import codecs
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import category

from sverka.model import ReadError
from sverka.readers.code_pages import ESCAPED, WIDE
from sverka.readers.encoding_guess import Guess, escaped_encoding, guess
from sverka.readers.intake import printable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NOT_FOR_FILES = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"}
)
_HEAD = 65536

_REMEMBERED = 8
"""Guesses that are kept. Each format that is asked whether a file is its own asks anew whether it
is text at all, and then it is decoded."""

_CONTROLS_SHARE = 50
"""A text has no more control characters than one in so many."""

_CONTROLS = bytes(set(range(0x20)) - {*b"\t\n\v\f\r\x1a\x1b"}) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how it came about.

    `guessed` is true where neither the file nor the user named the encoding; then `alternatives`
    are those it may be in as well, the likeliest first, and `unknown` says that the text looks like
    none. `undecodable` counts the places that the encoding does not know, which stand as U+FFFD in
    the text.
    """

    text: str
    encoding: str
    guessed: bool = False
    undecodable: int = 0
    alternatives: tuple[str, ...] = ()
    unknown: bool = False


def decode(data: bytes, wanted: str | None, shown: str) -> Decoded:
    """Turn the bytes of a file into text.

    `wanted` is the user's encoding, by any name Python knows; ReadError where there is none of that
    name. Without it: byte order mark, then strict UTF-8, then the candidate under which the text
    is most likely.
    """
    for mark, name in _MARKS:
        if data.startswith(mark) and (wanted is None or _canonical(wanted, shown) in name):
            return _decoded(data[len(mark) :], name)
    if wanted is not None:
        return _decoded(data, _canonical(wanted, shown))
    found = _otherwise(data) if _is_utf_8(data) else _guessed(data)
    if found is None:
        return Decoded(data.decode("utf-8"), "utf-8")
    decoded = _decoded(data, found.encoding)
    return replace(decoded, guessed=True, alternatives=found.alternatives, unknown=found.unknown)


def _otherwise(data: bytes) -> Guess | None:
    """What a text is in that only passes for UTF-8, for it needs no more than seven bits a byte."""
    escaped = escaped_encoding(data)
    if escaped is not None:
        return Guess(escaped)
    head = data[:_HEAD]
    if _controls(head) <= len(head) // _CONTROLS_SHARE and 0 not in data:
        return None
    found = _guessed(data)
    return found if found.encoding in WIDE else None


def _guessed(data: bytes) -> Guess:
    """What bytes look like; no more than the heads of files are kept to be known again."""
    return _remembered(data) if len(data) <= _HEAD else guess(data)


_remembered = lru_cache(maxsize=_REMEMBERED)(guess)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: too many control characters."""
    if data.startswith(tuple(mark for mark, _name in _MARKS)):
        return False
    head = data[:_HEAD]
    if _controls(head) <= max(1, len(head) // _CONTROLS_SHARE):
        return False
    name = _guessed(head).encoding
    if name in ESCAPED:
        return False
    if name not in WIDE:
        return True
    text = head.decode(name, "replace")
    odd = sum(category(char) in {"Cc", "Cn", "Co", "Cs"} and not char.isspace() for char in text)
    return odd + text.count("\ufffd") > len(text) // _CONTROLS_SHARE


def as_ascii(data: bytes) -> str:
    """The ASCII characters of the beginning or end of a file in any encoding, others as U+FFFD."""
    data = data.removeprefix(codecs.BOM_UTF8)
    wide = len(data) // 3
    if data[1::2].count(0) > wide or data[::2].count(0) > wide:
        data = data.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE)
        data = data.replace(b"\0", b"")
    return data.decode("ascii", "replace")


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _decoded(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeError:
        text = data.decode(name, "replace")
        return Decoded(text, name, undecodable=len(re.findall("\ufffd+", text)))


def _canonical(wanted: str, shown: str) -> str:
    try:
        name = codecs.lookup(wanted.strip()).name.replace("_", "-")
        b"text".decode(name, "replace")
    except (LookupError, ValueError) as error:
        raise _unknown(wanted, shown) from error
    if name in _NOT_FOR_FILES:
        raise _unknown(wanted, shown)
    return "utf-8" if name == "utf-8-sig" else name


def _unknown(wanted: str, shown: str) -> ReadError:
    return ReadError(
        "“{file}” was not read, for there is no encoding called “{encoding}”;"
        " usual ones are utf-8, cp1251, koi8-r, cp866 and cp1252.",
        file=shown,
        encoding=printable(wanted),
    )
