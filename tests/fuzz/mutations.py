"""Damages files as chance and malice do; the same seed gives the same damage."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from made_formats import Piece

_TOKENS = (
    b"<", b">", b"</p>", b"<table>", b"<td rowspan=99999 colspan=99999>", b"<ol start=-9999999999>",
    b"<!--", b"]]>", b"<![CDATA[", b"&#x110000;", b"&#0;", b"&lt", b"&nosuch;", b"\0", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\xc3", b"\x1a", b"\r", b"\x0c", b'"', b"'", b"--AA", b"--BB--", b"boundary=",
    b"Content-Type: multipart/mixed; boundary=AA\n\n", b"Content-Transfer-Encoding: base64\n\n",
    b"charset=utf-16", b"charset=hz", b"charset=idna", b"=?utf-8?b?!!?=", b"00:00:00,000 --> ",
    b"99999999999", b"-1", b"style='color:rgb(999,1,2);font-size:9999999pt'", b"<b><i>",
    b"<div role=heading aria-level=999>", b"<svg><math>", b"<a href='http://[x'>",
    b"data:;base64,x", b"\\u-70000?", b"\\bin99999999 ", b"{\\*\\", b"}}}}", b"\\ansicpg99999",
    b"<w:p>", b"<w:tbl><w:tr><w:tc>", b"w:val='-99999999999'", b"<text:p>",
    b"<text:s text:c='9999999'/>", b"endobj", b"1 0 R", b"/Kids [2 0 R]", b"/Count 999999",
    b"/Rotate 45", b"<FFFF> Tj", b"[[[[", b"/Length 0", b"BDC", b"1e38 0 0 1e38 0 0 cm",
    b"\x1b$B", b"~{", b"\xe2\x80\xae",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<style>@import 'x';.a{color:}</style>", b"`" * 40,
    b"[" * 40, b"> " * 40, b"* " * 20, b"|" * 20, b"\n---\n", b"../../x", b"#" * 9, b"<p>" * 300,
)  # fmt: skip

TEXT = (
    Piece("A release of the harbour board", 1),
    Piece("The captains met on 3 May & agreed: the light burns <again> at 20:00."),
    Piece("Второй абзац, в нём «кавычки», число 1 200 и слово «нет»."),
    Piece("Plan", 2),
    Piece("1. What is “done” first; 2. what comes after, 50 % of it."),
)
"""What the files say that are damaged."""


def mutated(data: bytes, random: Random) -> bytes:
    """The file with one to eight damages; of an archive a part of it is damaged in one of two."""
    if data.startswith(b"PK") and random.random() < 0.5:
        return _inside(data, random)
    for _ in range(random.randint(1, 8)):
        data = random.choice(_DAMAGES)(data, random)
    return data[:1_000_000]


def _inside(data: bytes, random: Random) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        chosen = random.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mutated(part, random) if name == chosen else part)
    return stream.getvalue()


def _flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 4)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(data: bytes, random: Random) -> bytes:
    start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[end:] if random.random() < 0.7 else data[:end]


def _repeated(data: bytes, random: Random) -> bytes:
    start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    end = min(end, start + 2000)
    times = random.choice((1, 2, 5, 300))
    return data[:end] + data[start:end] * times + data[end:]


def _with_token(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    times = random.choice((1, 1, 1, 2, 50, 2000))
    return data[:at] + random.choice(_TOKENS) * times + data[at:]


def _swapped(data: bytes, random: Random) -> bytes:
    a, b, c = sorted(random.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


_DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flipped,
    _cut,
    _repeated,
    _with_token,
    _with_token,
    _swapped,
)
