"""Reads subtitles (SRT, WebVTT): a block a cue, the times in which it is shown as its label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from sverka.model import (
    PLAIN,
    Aspect,
    Block,
    BlockKind,
    Document,
    ListItem,
    Phrase,
    Run,
    Source,
    Stage,
    Traits,
)
from sverka.patterns import late_pattern
from sverka.readers.encoding import as_ascii
from sverka.readers.intake import Intake, without_text
from sverka.readers.plain_text import text_file
from sverka.readers.registry import Format, Match, Settings

_HEAD = 4096
_TIMES = late_pattern(
    r"\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(.*)"
)
_FIRST = late_pattern(r"\s*(?:\d+[ \t]*\r?\n)?[ \t]*\d{1,4}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->")
_MARK = late_pattern(r"</?([a-zA-Z]*)(?:[.\s][^<>]*)?>|<[\d:.]+>|\{\\[^{}]*\}")
_VOICE = late_pattern(r"<v(?:\.[^\s<>]*)?\s([^<>]+)>")
_LOOKS = {"b": "bold", "i": "italic", "u": "underline"}
_ASIDE = ("NOTE", "STYLE", "REGION", "WEBVTT")
_LIST = "cues"
_TRAITS = Traits(
    soft_breaks=True,
    formatted=True,
    structured=True,
    tells=frozenset({Aspect.FORMATTING, Aspect.LIST_NUMBERS}),
    shows=frozenset(_LOOKS.values()),
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown in a time; `first` is the number of its first line of text, from 1."""

    label: str
    lines: Sequence[str]
    first: int


def match(intake: Intake) -> Match:
    """WebVTT says so; SRT begins with a number and a time."""
    head = as_ascii(intake.data[:_HEAD]).lstrip("\ufffd\r\n ")
    return Match.CERTAIN if head.startswith("WEBVTT") or _FIRST.match(head) else Match.NO


def read(intake: Intake, settings: Settings) -> Document:
    """Read all cues in the order of the file."""
    file = text_file(intake, settings)
    lines = re.split("\r\n|\n|\r", file.text)
    blocks = []
    for cue in _cues(lines):
        settings.progress(Stage.READING, cue.first / len(lines))
        blocks.append(_block(cue))
    if not any(block.text.strip() for block in blocks):
        raise without_text(intake.path)
    return Document(
        intake.path,
        FORMAT.name,
        intake.sha256,
        file.properties,
        tuple(blocks),
        file.notices,
        _TRAITS,
    )


def _cues(lines: Sequence[str]) -> Iterator[_Cue]:
    """The cues; text without a time, which only broken files have, is one without a label."""
    label, held, first, aside = "", list[str](), 1, False
    for number, line in enumerate([*lines, ""], start=1):
        found = _TIMES.match(line)
        if found is None and line.strip():
            aside = aside or (not held and not label and line.strip().split(" ")[0] in _ASIDE)
            first = first if held else number
            held.append(line.strip())
            continue
        if found is not None and held and (held[-1].isdecimal() or (not label and len(held) == 1)):
            # The number or the name of the cue, which nobody is shown.
            held.pop()
        if not aside and (held or (label and found is None)):
            yield _Cue(label, held, first)
        label = f"{found[1]} → {found[2]}" if found else ""
        held, aside = [], False


def _block(cue: _Cue) -> Block:
    text = "\n".join(cue.lines)
    voices = [" ".join(voice.split()) for voice in _VOICE.findall(text)]
    label = " ".join([cue.label, *voices]).strip()
    item = ListItem(_LIST, 1, "time") if cue.label else None
    source = Source(lines=(cue.first, cue.first + max(0, len(cue.lines) - 1)))
    runs = tuple(_runs(text))
    return Block(BlockKind.PARAGRAPH, runs, label=label or None, source=source, item=item)


def _runs(text: str) -> Iterator[Run]:
    """The text without its marks, in the looks that they say."""
    style, at = PLAIN, 0
    for found in _MARK.finditer(text):
        if piece := unescape(text[at : found.start()]):
            yield Run(piece, style)
        at = found.end()
        attribute = _LOOKS.get((found[1] or "").lower())
        if attribute is not None:
            begins: Any = not found[0].startswith("</")
            style = replace(style, **{attribute: begins})
    if piece := unescape(text[at:]):
        yield Run(piece, style)


FORMAT = Format("subtitles", Phrase("subtitles (SRT, VTT)"), (".srt", ".vtt"), match, read)
