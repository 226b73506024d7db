"""The same text written in many formats, by hand: what readers are tested and fuzzed with."""

import html
import zipfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from odf_paper import ODF_MORE, ODF_STYLES, packed
from rtf_paper import RTF_MORE, escaped, rtf


class Piece(NamedTuple):
    """A paragraph: its text, and the level of a heading, 0 for running text."""

    text: str
    level: int = 0


def _as_elements(pieces: Sequence[Piece]) -> Iterator[str]:
    """Each paragraph as an element of HTML."""
    for piece in pieces:
        name = f"h{piece.level}" if piece.level else "p"
        yield f"<{name}>{html.escape(piece.text)}</{name}>"


def as_html(pieces: Sequence[Piece]) -> bytes:
    """A page as sites have it: the text in an article, with menus and a footer around it."""
    body = "\n".join(_as_elements(pieces))
    return (
        "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>Site</title></head><body>"
        "<nav><ul><li><a href=/>Home</a></li><li>News</li></ul></nav>"
        f"<main><article>\n{body}\n</article></main>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def as_markdown(pieces: Sequence[Piece]) -> bytes:
    """Paragraphs between blank lines, what would be a mark escaped, lines of 72 characters."""
    import textwrap

    def escaped(text: str) -> str:
        text = "".join("\\" + sign if sign in "\\`*_[]<>#|~" else sign for sign in text)
        # A line that begins with a number or a dash would be an item.
        return "\n".join(_guarded(line) for line in textwrap.wrap(text, 72, break_long_words=False))

    return "\n\n".join("#" * p.level + " " * bool(p.level) + (
        escaped(p.text).replace("\n", " ") if p.level else escaped(p.text)
    ) for p in pieces).encode()  # fmt: skip


def _guarded(line: str) -> str:
    if line[:1] in "-+=>":
        return "\\" + line
    head, dot, rest = line.partition(".")
    return f"{head}\\.{rest}" if dot and head.isascii() and head.isdigit() else line


def as_epub(pieces: Sequence[Piece]) -> bytes:
    """A book of two parts."""
    half = len(pieces) // 2
    parts = [pieces[:half], pieces[half:]]
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/container.xml",
            '<?xml version="1.0"?>'
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        items = "".join(
            f'<item id="c{n}" href="c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
            for n in (2, 1)
        )
        archive.writestr(
            "OEBPS/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Book</dc:title>'
            f"<dc:creator>Ann</dc:creator></metadata><manifest>{items}</manifest>"
            '<spine><itemref idref="c1"/><itemref idref="c2"/></spine></package>',
        )
        for number, part in enumerate(parts, start=1):
            body = "".join(_as_elements(part))
            archive.writestr(
                f"OEBPS/c {number}.xhtml",
                '<?xml version="1.0" encoding="utf-8"?>\n'
                '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"'
                ' "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
                '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
                f"<body><a id='top'/>{body}</body></html>",
            )
    return stream.getvalue()


def as_fb2(pieces: Sequence[Piece]) -> bytes:
    """A book with a note."""
    body = "".join(
        f"<title><p>{html.escape(p.text)}</p></title>"
        if p.level
        else f"<p>{html.escape(p.text)}</p>"
        for p in pieces
    )
    return (
        '<?xml version="1.0" encoding="windows-1251"?><FictionBook'
        ' xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"'
        ' xmlns:l="http://www.w3.org/1999/xlink"><description><title-info>'
        "<author><first-name>Ann</first-name></author><book-title>Book</book-title></title-info>"
        f"</description><body>{body}</body></FictionBook>"
    ).encode("cp1251", "xmlcharrefreplace")


def as_mail(pieces: Sequence[Piece]) -> bytes:
    """A message with the text twice and a picture attached."""
    plain = b64encode("\n\n".join(p.text for p in pieces).encode()).decode()
    page = b64encode("".join(f"<p>{html.escape(p.text)}</p>" for p in pieces).encode()).decode()
    return (
        "From: =?utf-8?b?0JDQvdC90LA=?= <a@example.org>\nTo: b@example.org\nSubject: Release\n"
        "Message-ID: <1@example.org>\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=AA\n\n"
        "--AA\nContent-Type: multipart/alternative; boundary=BB\n\n"
        "--BB\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        f"{plain}\n--BB\nContent-Type: text/html; charset=utf-8\n"
        f"Content-Transfer-Encoding: base64\n\n{page}\n--BB--\n"
        "--AA\nContent-Type: image/png; name=a.png\n"
        "Content-Disposition: attachment; filename=a.png\n"
        "Content-Transfer-Encoding: base64\n\nAAAA\n--AA--\n"
    ).encode()


def as_saved_page(pieces: Sequence[Piece]) -> bytes:
    """A page as browsers save it, with a style sheet and a picture."""
    page = as_html(pieces).decode().replace(
        "</head>", '<link rel="stylesheet" href="a.css"></head>'
    ).replace("</article>", '<img src="cid:p@x" alt="P"></article>')  # fmt: skip
    return (
        "From: <Saved by Browser>\nSnapshot-Content-Location: https://example.org/a\n"
        "Subject: Site\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        '\ttype="text/html";\n\tboundary="CC"\n\n'
        "--CC\nContent-Type: text/html\nContent-Location: https://example.org/a\n"
        f"Content-Transfer-Encoding: base64\n\n{b64encode(page.encode()).decode()}\n"
        "--CC\nContent-Type: text/css\nContent-Location: https://example.org/a.css\n\n"
        "p { font-style: italic }\n"
        "--CC\nContent-Type: image/png\nContent-ID: <p@x>\nContent-Transfer-Encoding: base64\n\n"
        "AAAA\n--CC--\n"
    ).encode()


def as_srt(pieces: Sequence[Piece]) -> bytes:
    """A cue for each paragraph."""
    return "\n".join(
        f"{n}\n00:{n:02d}:00,000 --> 00:{n:02d}:59,500\n{p.text}\n" for n, p in enumerate(pieces, 1)
    ).encode()


def as_vtt(pieces: Sequence[Piece]) -> bytes:
    """The same as WebVTT, with a comment and marks."""
    cues = "\n".join(
        f"{n:02d}:00.000 --> {n:02d}:59.500 align:start\n<b>{html.escape(p.text)}</b>\n"
        for n, p in enumerate(pieces, 1)
    )
    return f"WEBVTT\n\nNOTE not shown\n\n{cues}".encode()


def as_csv(pieces: Sequence[Piece]) -> bytes:
    """A table of numbers and texts."""
    return "".join(
        '{};"{}"\r\n'.format(n, p.text.replace('"', '""')) for n, p in enumerate(pieces, 1)
    ).encode()


def as_odt(pieces: Sequence[Piece]) -> bytes:
    """An OpenDocument text."""
    return packed("".join(_odf(piece) for piece in pieces))


def as_rich_odt(pieces: Sequence[Piece]) -> bytes:
    """The same, and behind it a list, a table, a note, a box and tracked changes."""
    return packed("".join(_odf(piece) for piece in pieces) + ODF_MORE, automatic=ODF_STYLES)


def as_rtf(pieces: Sequence[Piece]) -> bytes:
    """The same as RTF."""
    return rtf("".join(_rtf(piece) for piece in pieces))


def as_rich_rtf(pieces: Sequence[Piece]) -> bytes:
    """The same, and behind it a list, a table, a note, a box and tracked changes."""
    return rtf("".join(_rtf(piece) for piece in pieces) + RTF_MORE)


def _rtf(piece: Piece) -> str:
    level = rf"\outlinelevel{piece.level - 1}" if piece.level else ""
    return rf"\pard\plain{level} {escaped(piece.text)}\par" + "\n"


def _odf(piece: Piece) -> str:
    text = html.escape(piece.text)
    if piece.level:
        return f'<text:h text:outline-level="{piece.level}">{text}</text:h>'
    return f"<text:p>{text}</text:p>"


WRITERS = {
    "html": (as_html, ".html"),
    "markdown": (as_markdown, ".md"),
    "epub": (as_epub, ".epub"),
    "fb2": (as_fb2, ".fb2"),
    "eml": (as_mail, ".eml"),
    "mht": (as_saved_page, ".mht"),
    "subtitles": (as_srt, ".srt"),
    "vtt": (as_vtt, ".vtt"),
    "csv": (as_csv, ".csv"),
    "odt": (as_odt, ".odt"),
    "rtf": (as_rtf, ".rtf"),
}
"""Each format by name: how a text is written in it, and the suffix of such files."""
