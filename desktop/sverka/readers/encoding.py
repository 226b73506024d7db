"""Finds the encoding of a text file: its mark, strict UTF-8, else what the text looks like."""

import codecs
import re
from dataclasses import dataclass
from unicodedata import category

from sverka.model import ReadError
from sverka.readers.intake import printable
from sverka.readers.likelihood import bits

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SURE, _USUAL, _RARE, _VERY_RARE = 0.0, 3.0, 8.0, 14.0

CANDIDATES = {
    "cp1251": _SURE,
    "cp1252": _SURE,
    "utf-8": _SURE,
    "koi8-r": _USUAL,
    "cp866": _USUAL,
    "cp1254": _USUAL,
    "cp1250": _USUAL,
    "gb18030": _USUAL,
    "big5": _USUAL,
    "shift_jis": _USUAL,
    "euc-jp": _USUAL,
    "euc-kr": _USUAL,
    "cp1256": _USUAL,
    "cp1253": _USUAL,
    "cp1255": _USUAL,
    "mac-cyrillic": _RARE,
    "iso8859-5": _RARE,
    "koi8-u": _RARE,
    "kz1048": _VERY_RARE,
    "ptcp154": _VERY_RARE,
    "cp1257": _RARE,
    "iso8859-2": _RARE,
    "iso8859-7": _RARE,
    "mac-roman": _RARE,
    "cp850": _RARE,
    "cp852": _RARE,
    "cp857": _RARE,
}
"""Encodings of eight and more bits that are tried, with the bits it costs to believe in each."""

_WIDE = ("utf-16-le", "utf-16-be")
_NOT_FOR_FILES = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"}
)
_HEAD = 65536
_SAMPLE = 6000
"""Bytes that are looked at; a page of text decides as well as a book."""

_CONTROLS = bytes(set(range(0x20)) - {*b"\t\n\v\f\r\x1a\x1b"}) + b"\x7f"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_AROUND = 40
"""Bytes on both sides of what is beyond ASCII: the rest of the word and its neighbours."""


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
    if _is_utf_8(data) and (0 not in data or guess(data) not in _WIDE):
        return Decoded(data.decode("utf-8"), "utf-8")
    return _decoded(data, guess(data), guessed=True)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def guess(data: bytes) -> str:
    """The encoding under which the text takes the fewest bits; always the same for the same data.

    Encodings of two bytes a character are told by the beginning; among the others only words with
    something beyond ASCII tell, wherever they stand.
    """
    head = data[:_SAMPLE]
    wide = min(_WIDE, key=lambda name: bits(head.decode(name, "replace")))
    if bits(head.decode(wide, "replace")) < bits(head.decode(_guess_narrow(head), "replace")):
        return wide
    return _guess_narrow(data)


def _guess_narrow(data: bytes) -> str:
    sample = _sample(data)
    costs = {
        name: prior + bits(sample.decode(name, "replace")) for name, prior in CANDIDATES.items()
    }
    return min(costs, key=lambda name: costs[name])


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: too many control characters."""
    if data.startswith(tuple(mark for mark, _name in _MARKS)):
        return False
    head = data[:_HEAD]
    if _controls(head) <= max(1, len(head) // 50):
        return False
    name = guess(head)
    if name not in _WIDE:
        return True
    text = head.decode(name, "replace")
    odd = sum(category(char) in {"Cc", "Cn", "Co", "Cs"} and not char.isspace() for char in text)
    return odd + text.count("\ufffd") > len(text) // 50


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


def _sample(data: bytes) -> bytes:
    """What is beyond ASCII with the words around it; the beginning where there is nothing."""
    pieces: list[bytes] = []
    length, start, end = 0, 0, 0
    for found in _BEYOND_ASCII.finditer(data):
        if found.start() - _AROUND > end:
            pieces.append(_whole_words(data, start, end))
            length += end - start
            start = found.start() - _AROUND
        end = found.end() + _AROUND
        if length + end - start > _SAMPLE:
            break
    pieces.append(_whole_words(data, start, min(end, start + _SAMPLE)))
    return b" ".join(filter(None, pieces)) or data[:_SAMPLE]


def _whole_words(data: bytes, start: int, end: int) -> bytes:
    """The bytes from `start` to `end` without the halves of words at both sides."""
    piece = data[start:end]
    if start > 0 and not data[start - 1 : start].isspace():
        piece = piece[len(piece[:_AROUND].partition(b" ")[0]) :]
    if end < len(data) and not data[end : end + 1].isspace() and b" " in piece[-_AROUND:]:
        piece = piece.rpartition(b" ")[0]
    return piece


def _decoded(data: bytes, name: str, guessed: bool = False) -> Decoded:
    try:
        return Decoded(data.decode(name), name, guessed)
    except UnicodeError:
        text = data.decode(name, "replace")
        return Decoded(text, name, guessed, len(re.findall("\ufffd+", text)))


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
