"""Draws the looks that a file gives its words, softly: the marks of changes stay the stronger."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextFormat, QTextLayout

from sverka.gui.plumbing.theme import Colours
from sverka.model import Style
from sverka.patterns import late_wide_pattern
from sverka.presentation.shown_looks import ShownLook, Thing
from sverka.presentation.units import to_points, to_units

_HIGHLIGHT = 0.38
"""The share of a highlight's colour over the ground. [hand, by eye in both themes]"""
_LEAST_CONTRAST = 4.5
"""Between a colour of words and the ground: WCAG 2.2, success criterion 1.4.3."""
_OF_CAPITALS = 0.8
"""How high small capitals are, of capitals. [hand]"""
_SMALL = late_wide_pattern(r"\p{Ll}+")
_OF_WORD = {
    "darkyellow": "#808000",
    "green": "#00ff00",
    "darkgreen": "#008000",
}
"""Word's names of colours that mean another colour elsewhere, or none."""


def formats(looks: Sequence[ShownLook], colours: Colours) -> Iterator[QTextLayout.FormatRange]:
    """The looks of an item; fonts and sizes are left alone, and so is what is struck out."""
    for look in looks:
        made = QTextLayout.FormatRange()
        made.start, made.length = look.start, look.end - look.start
        made.format = _format(look.style, colours)
        yield made


def link_formats(things: Sequence[Thing], colours: Colours) -> Iterator[QTextLayout.FormatRange]:
    """The words that lead somewhere are underlined."""
    for thing in things:
        if thing.is_link and thing.end > thing.start:
            made = QTextLayout.FormatRange()
            made.start, made.length = thing.start, thing.end - thing.start
            look = QTextCharFormat()
            look.setFontUnderline(True)
            look.setUnderlineColor(colours.accent)
            look.setForeground(colours.accent)
            made.format = look
            yield made


def struck(looks: Sequence[ShownLook]) -> tuple[tuple[int, int], ...]:
    """What the author struck out: a double line, so that it is not taken for a deletion."""
    return tuple((look.start, look.end) for look in looks if look.style.strike)


def in_capitals(text: str, looks: Sequence[ShownLook]) -> str:
    """The text as it is shown where the file has it in capitals, all or small; it is as long."""
    wanted = [look for look in looks if look.style.caps]
    if not wanted:
        return text
    shown = list(text)
    edges = to_points(text, [edge for look in wanted for edge in (look.start, look.end)])
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for at in range(start, end):
            large = shown[at].upper()
            shown[at] = large if len(large) == 1 else shown[at]
    return "".join(shown)


def small_capitals(
    text: str, looks: Sequence[ShownLook], font: QFont
) -> Iterator[QTextLayout.FormatRange]:
    """The letters of small capitals are smaller where they are no capitals in the file."""
    for look in looks:
        if look.style.capitals is None:
            continue
        start, end = to_points(text, (look.start, look.end))
        for match in _SMALL.finditer(text, start, end):
            made = QTextLayout.FormatRange()
            first, last = to_units(text, match.span())
            made.start, made.length = first, last - first
            smaller = QTextCharFormat()
            pixels = max(8, round(font.pixelSize() * _OF_CAPITALS))
            smaller.setProperty(QTextFormat.Property.FontPixelSize, pixels)
            made.format = smaller
            yield made


def _format(style: Style, colours: Colours) -> QTextCharFormat:
    made = QTextCharFormat()
    if style.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if style.italic:
        made.setFontItalic(True)
    if style.underline:
        made.setFontUnderline(True)
        made.setUnderlineColor(colours.soft)
    if style.raised:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif style.lowered:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    if style.hidden:
        made.setForeground(colours.faint)
    ink = _colour(style.colour)
    if ink is not None:
        made.setForeground(readable(ink, colours.panel))
    ground = _colour(style.highlight)
    if ground is not None:
        made.setBackground(mixed(ground, colours.panel, _HIGHLIGHT))
    return made


def _colour(name: str | None) -> QColor | None:
    """A colour by six figures or by a name; None where there is none, or none that is known."""
    if not name:
        return None
    known = _OF_WORD.get(name.lower())
    for wanted in (known, f"#{name}", name):
        if wanted and QColor.isValidColorName(wanted):
            return QColor(wanted)
    return None


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """`share` of a colour over a ground, opaque."""
    parts = (
        round(a * share + b * (1 - share))
        for a, b in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*parts)


def readable(colour: QColor, ground: QColor) -> QColor:
    """The colour, lighter or darker as far as it takes to be read on a ground."""
    target = QColor("white") if _luminance(ground) < 0.18 else QColor("black")
    for tenth in range(10):
        made = mixed(target, colour, tenth / 10)
        if _contrast(made, ground) >= _LEAST_CONTRAST:
            return made
    return target


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    channels = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
