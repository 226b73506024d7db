"""Cuts an RTF into its tokens: groups, control words, signs written as figures, and text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sverka.patterns import late_pattern

_TOKEN = late_pattern(
    rb"\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<word>[a-zA-Z]{1,40})(?P<value>-?[0-9]{1,10})?[ ]?"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<group>[{}])"
    rb"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an RTF: `kind` is "word", "symbol", "group", "text" or "bin".

    `data` is the name of a word, the sign of a symbol or a group, the bytes of a text. `value` is
    the figure of a word. `hexed`: a text of one byte that was written as figures.
    """

    kind: str
    data: bytes
    value: int | None = None
    hexed: bool = False
    end: int = 0


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of an RTF; what is none, such as line ends, is passed over."""
    position = 0
    while (found := _TOKEN.search(data, position)) is not None:
        position = found.end()
        kind = found.lastgroup or ""
        if kind == "hex":
            yield Token("text", bytes((int(found["hex"], 16),)), None, True, position)
        elif found["word"] is not None:
            value = None if found["value"] is None else int(found["value"])
            if found["word"] == b"bin":
                count = max(0, value or 0)
                yield Token("bin", data[position : position + count], end=position)
                position += count
                continue
            yield Token("word", found["word"], value, end=position)
        else:
            yield Token(kind, found[kind], end=position)
