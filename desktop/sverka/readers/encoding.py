"""Finds the encoding of a text file: its mark, strict UTF-8, else what the text looks like."""

import codecs
import re
from dataclasses import dataclass

from sverka.language import _
from sverka.model import ReadError
from sverka.readers.likelihood import bits

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CANDIDATES = (
    "cp1251",
    "cp1252",
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "koi8-r",
    "cp866",
    "cp1254",
    "cp1250",
    "mac-cyrillic",
    "iso8859-5",
    "koi8-u",
    "kz1048",
    "mac-roman",
    "cp850",
    "gb18030",
    "big5",
    "shift_jis",
    "euc-jp",
    "euc-kr",
    "cp1256",
    "cp1253",
    "cp1255",
)
"""Encodings that are tried, the more usual first: it wins where two read the same text."""

_NOT_FOR_FILES = {
    "idna",
    "punycode",
    "undefined",
    "unicode-escape",
    "raw-unicode-escape",
    "mbcs",
    "oem",
}
_SAMPLE = 8192
_CONTROLS = bytes(set(range(0x20)) - {*b"\t\n\v\f\r\x1a\x1b"}) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how it came about.

    `guessed` is true where neither the file nor the user named the encoding. `undecodable` counts
    the places that the encoding does not know, which stand as U+FFFD in the text.
    """

    text: str
    encoding: str
    guessed: bool = False
    undecodable: int = 0


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
    if 0 not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    return _decoded(data, guess(data), guessed=True)


def guess(data: bytes) -> str:
    """The candidate under which a sample of the text takes the fewest bits; always the same one."""
    sample = _sample(data)
    return min(CANDIDATES, key=lambda name: bits(sample.decode(name, "replace")))


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: too many control characters."""
    if data.startswith(tuple(mark for mark, _name in _MARKS)):
        return False
    head = data[: 8 * _SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls <= max(1, len(head) // 50):
        return False
    return guess(data) not in {"utf-16-le", "utf-16-be"}


def _sample(data: bytes) -> bytes:
    """The beginning of the data and what follows its first byte beyond ASCII, an even count."""
    found = re.search(rb"[\x80-\xff]", data)
    start = max(0, found.start() - 64) & ~1 if found else 0
    return data[:256] + data[start : start + _SAMPLE] if start > 256 else data[:_SAMPLE]


def _decoded(data: bytes, name: str, guessed: bool = False) -> Decoded:
    text = data.decode(name, "replace")
    undecodable = len(re.findall("\ufffd+", text)) if not _round_trips(text, name, data) else 0
    return Decoded(text, name, guessed, undecodable)


def _round_trips(text: str, name: str, data: bytes) -> bool:
    try:
        data.decode(name)
    except UnicodeError:
        return False
    return True


def _canonical(wanted: str, shown: str) -> str:
    try:
        name = codecs.lookup(wanted.strip()).name.replace("_", "-")
        b"".decode(name)
    except (LookupError, ValueError) as error:
        raise _unknown(wanted, shown) from error
    if name in _NOT_FOR_FILES:
        raise _unknown(wanted, shown)
    return "utf-8" if name == "utf-8-sig" else name


def _unknown(wanted: str, shown: str) -> ReadError:
    return ReadError(
        _(
            "“{file}” was not read, for there is no encoding called “{encoding}”;"
            " usual ones are utf-8, cp1251, koi8-r, cp866 and cp1252."
        ).format(file=shown, encoding=wanted)
    )
