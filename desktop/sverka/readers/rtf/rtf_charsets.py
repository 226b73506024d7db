"""Which code page the bytes of an RTF are in, by the font they are set in."""

import codecs
from functools import cache

_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 78: "shift-jis", 128: "cp932", 129: "cp949", 130: "johab",
    134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
    255: "cp850",
}  # fmt: skip
"""Code pages by the number that \\fcharset gives (RTF 1.9.1, font table)."""

SYMBOLS = 2
"""The charset of fonts whose signs are not letters."""

_PAGES = {
    708: "iso8859-6", 709: "iso8859-6", 710: "iso8859-6", 932: "cp932", 936: "gbk", 949: "cp949",
    950: "cp950", 1361: "johab", 10000: "mac-roman", 10001: "shift-jis", 10007: "mac-cyrillic",
    10006: "mac-greek", 10029: "mac-latin2", 10081: "mac-turkish", 20866: "koi8-r",
    21866: "koi8-u", 54936: "gb18030", 65001: "utf-8",
}  # fmt: skip
_DOUBLE = frozenset({"cp932", "cp949", "gbk", "cp950", "johab", "shift-jis", "gb18030", "utf-8"})


@cache
def code_page(number: int) -> str:
    """The codec of a Windows code page; cp1252 where there is none."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def of_charset(charset: int, own: str) -> str:
    """The codec of a font's charset; `own` is that of the document, which charset 1 means."""
    return _CHARSETS.get(charset, own)


@cache
def _single(name: str) -> tuple[str, ...]:
    """The characters of a code page of one byte; what it leaves out is as in Latin-1."""
    codec = codecs.lookup(name)
    found = []
    for byte in range(256):
        try:
            found.append(codec.decode(bytes((byte,)))[0])
        except UnicodeDecodeError:
            found.append(chr(byte))
    return tuple(found)


def decoded(data: bytes, name: str) -> str:
    """The text that bytes in a code page say; what is wrong in it is U+FFFD."""
    if data.isascii():
        return data.decode("ascii")
    if name in _DOUBLE:
        return data.decode(name, "replace")
    table = _single(name)
    return "".join([table[byte] for byte in data])
