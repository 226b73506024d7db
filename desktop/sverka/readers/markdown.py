"""Reads Markdown: headings, lists, tables, links and emphasis as such, front matter as labels."""

import re
from dataclasses import replace

from sverka.model import (
    Aspect,
    Block,
    BlockKind,
    Document,
    Notice,
    NoticeCode,
    NoticeValue,
    Phrase,
    Run,
    Source,
    Traits,
)
from sverka.patterns import late_pattern
from sverka.readers import plain_text
from sverka.readers.intake import Intake
from sverka.readers.limits import (
    MAX_MARKDOWN_ADDRESSES,
    MAX_MARKDOWN_BRACKETS,
    MAX_MARKDOWN_BYTES,
)
from sverka.readers.registry import Format, Match, Settings

_FRONT = late_pattern(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LABELLED = late_pattern(r"(\w[\w .-]{0,40}):[ \t]+(\S.*)")
_ADDRESS = late_pattern(rb"<[A-Za-z][A-Za-z0-9+.-]{1,31}:")
_TRAITS = Traits(
    soft_breaks=True,
    formatted=True,
    structured=True,
    tells=frozenset(
        {
            Aspect.FORMATTING,
            Aspect.HEADING_LEVELS,
            Aspect.LIST_NUMBERS,
            Aspect.TABLES,
            Aspect.LINKS,
            Aspect.PICTURES,
        }
    ),
    shows=frozenset({"bold", "italic", "strike"}),
    plain=True,
)


def match(intake: Intake) -> Match:
    """Markdown is text; only its name says that its marks mean something."""
    return plain_text.match(intake)


def read(intake: Intake, settings: Settings) -> Document:
    """Read a file by CommonMark, with the tables and the strikethrough of GitHub."""
    from markdown_it import MarkdownIt

    from sverka.readers.encoding import decode
    from sverka.readers.html.web_page import Markup, ReadPage, parsed
    from sverka.readers.plain_text import encoding_notices

    if _takes_too_long(intake.data):
        return _as_text(intake, settings)
    decoded = decode(intake.data, settings.encoding, intake.path)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    page = ReadPage()
    if (front := _FRONT.match(text)) is not None:
        page.blocks += _labels(front[1])
        text = text[front.end() :]
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    markup = markdown.render(text)
    if markup.strip():
        page.add(parsed(markup, intake.path), Markup(), settings, markup.count("<"))
    properties = page.properties(intake, decoded.encoding)
    notices = encoding_notices(decoded, intake.path)
    return page.document(intake, FORMAT.name, settings, notices, properties, _TRAITS)


def _takes_too_long(data: bytes) -> bool:
    """Whether the library would take too long over it."""
    if len(data) > MAX_MARKDOWN_BYTES or data.count(b"[") > MAX_MARKDOWN_BRACKETS:
        return True
    return data.count(b"<") > MAX_MARKDOWN_ADDRESSES and (
        sum(1 for _ in _ADDRESS.finditer(data)) > MAX_MARKDOWN_ADDRESSES
    )


def _as_text(intake: Intake, settings: Settings) -> Document:
    """What would take minutes is read as it is written, and said to be."""
    values: dict[str, NoticeValue] = {"file": intake.path, "notation": FORMAT.label.english}
    document = plain_text.read(intake, settings)
    notice = Notice(NoticeCode.READ_AS_TEXT, values)
    return replace(document, notices=(*document.notices, notice))


def _labels(front: str) -> list[Block]:
    """What stands before the text about it, a line each: its name is a label."""
    blocks = []
    for number, line in enumerate(front.split("\n"), start=2):
        if not line.strip():
            continue
        found = _LABELLED.fullmatch(line.strip())
        label, text = (f"{found[1]}:", found[2]) if found else (None, line.strip())
        source = Source(lines=(number, number))
        blocks.append(Block(BlockKind.PARAGRAPH, (Run(text),), label=label, source=source))
    return blocks


FORMAT = Format("markdown", Phrase("Markdown"), (".md", ".markdown", ".mkd"), match, read)
