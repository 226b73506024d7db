"""The signs that mail puts before every line of what it quotes: "> " once for each answer."""

from typing import Final

from sverka.patterns import late_pattern
from sverka.screening.lines.text_lines import TextLine

_SIGNS: Final = late_pattern(r">(?: ?>)*(?: |$)")


def depth_of(text: str) -> int:
    """How many answers deep a line is quoted; 0 where it is not."""
    if not text.startswith(">"):
        return 0
    signs = _SIGNS.match(text)
    return signs[0].count(">") if signs else 0


def unquoted(line: TextLine) -> TextLine:
    """The line without the signs before it, as if they were white space."""
    signs = _SIGNS.match(line.text) if line.text.startswith(">") else None
    if signs is None:
        return line
    text = line.text[signs.end() :].lstrip()
    width = len(line.text) - len(text)
    return line._replace(text=text, start=line.start + width, indent=line.indent + width)
