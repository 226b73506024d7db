"""How a run of a DOCX looks: what its properties say, and which of them hold for which characters.

A run has up to four typefaces at once, and two sizes: what a character is decides which it takes
(ISO 29500-1, 17.3.2.26).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from sverka.model import Style
from sverka.readers.docx.document_theme import DocumentTheme, is_rgb
from sverka.readers.docx.symbols import is_symbol_font
from sverka.readers.docx.wordprocessing import is_on, to_int, w

_SWITCHES = {
    w(name): name
    for name in (
        *("b", "bCs", "i", "iCs", "strike", "dstrike", "vanish", "caps", "smallCaps"),
        *("rtl", "cs"),
    )
}
_VALUES = {w(name): name for name in ("u", "vertAlign", "position", "sz", "szCs", "highlight")}
_FONTS, _COLOUR, _SHADE = w("rFonts"), w("color"), w("shd")
SAID = frozenset({*_SWITCHES, *_VALUES, _FONTS, _COLOUR, _SHADE})
"""The properties that say how a run looks; the others (its language, its marks) do not."""

_NO_COLOUR = frozenset({"auto", "none", "nil", ""})
_HIGHLIGHTS = {
    "000000": "black", "0000FF": "blue", "00FFFF": "cyan", "00FF00": "green", "FF00FF": "magenta",
    "FF0000": "red", "FFFF00": "yellow", "FFFFFF": "white", "00008B": "darkBlue",
    "008B8B": "darkCyan", "006400": "darkGreen", "8B008B": "darkMagenta", "8B0000": "darkRed",
    "808000": "darkYellow", "A9A9A9": "darkGray", "D3D3D3": "lightGray", "000080": "darkBlue",
    "008080": "darkCyan", "008000": "darkGreen", "800080": "darkMagenta", "800000": "darkRed",
    "808080": "darkGray", "C0C0C0": "lightGray",
}  # fmt: skip
"""Shades that are what the marker pen of Word paints, by the names it has for them."""

_TONES = {
    "themeColor": ("themeTint", "themeShade"),
    "themeFill": ("themeFillTint", "themeFillShade"),
}
_ROUNDED = 3
"""Colours of a theme are stored beside the name as well, rounded by whoever wrote them: of 255."""


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run at one level of the style hierarchy; None where it does not say.

    `ascii`, `other`, `east_asian` and `complex` are typefaces. `right_to_left` is set where all
    characters are taken for those of a complex script.
    """

    bold: bool | None = None
    italic: bool | None = None
    complex_bold: bool | None = None
    complex_italic: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None
    underline: bool | None = None
    raised: bool | None = None
    lowered: bool | None = None
    size: float | None = None
    complex_size: float | None = None
    ascii: str | None = None
    other: str | None = None
    east_asian: str | None = None
    complex: str | None = None
    caps: bool | None = None
    colour: str | None = None
    highlight: str | None = None
    shade: str | None = None
    right_to_left: bool | None = None

    def over(self, base: "Look") -> "Look":
        """These properties where they are given, else those of `base`."""
        if self == NOTHING:
            return base
        given = {name: own for name in _FIELDS if (own := getattr(self, name)) is not None}
        return replace(base, **given)


NOTHING = Look()
_FIELDS = tuple(Look.__dataclass_fields__)
TOGGLES = ("bold", "italic", "complex_bold", "complex_italic", "strike", "hidden", "caps")
"""What cancels out where styles of two sorts both set it (ISO 29500-1, 17.7.3)."""

WORD_DEFAULTS = Look(
    size=10.0,
    complex_size=10.0,
    ascii="Times New Roman",
    other="Times New Roman",
    east_asian="Times New Roman",
    complex="Times New Roman",
)
"""What Word takes where a document says nothing (ISO 29500-1, 17.3.2.26 and 17.3.2.38)."""


def look(properties: etree._Element | None, theme: DocumentTheme) -> Look:
    """The look that a w:rPr describes."""
    if properties is None or not len(properties):
        return NOTHING
    given = {child.tag: child for child in properties.iterchildren(etree.Element)}
    on = {name: is_on(given[tag]) for tag, name in _SWITCHES.items() if tag in given}
    values = {name: given[tag].get(w("val")) for tag, name in _VALUES.items() if tag in given}
    fonts = given.get(_FONTS)
    named = {} if fonts is None else _named(fonts, theme)
    raised, lowered = _off_the_line(values)
    underline = values.get("u")
    return Look(
        bold=on.get("b"),
        italic=on.get("i"),
        complex_bold=on.get("bCs"),
        complex_italic=on.get("iCs"),
        strike=_either(on.get("strike"), on.get("dstrike")),
        hidden=on.get("vanish"),
        underline=None if underline is None else underline != "none",
        raised=raised,
        lowered=lowered,
        size=_points(values.get("sz")),
        complex_size=_points(values.get("szCs")),
        ascii=named.get("ascii"),
        other=named.get("hAnsi"),
        east_asian=named.get("eastAsia"),
        complex=named.get("cs"),
        caps=_either(on.get("caps"), on.get("smallCaps")),
        colour=_colour(given.get(_COLOUR), theme, "val", "themeColor"),
        highlight=values.get("highlight"),
        shade=_shade(given.get(_SHADE), theme),
        right_to_left=_either(on.get("rtl"), on.get("cs")),
    )


def _either(one: bool | None, other: bool | None) -> bool | None:
    """Whether one of two properties that mean the same is on; None where neither is given."""
    return other if one is None else one or bool(other)


def _points(written: str | None) -> float | None:
    """A size in half points, or in points where it says so."""
    count = to_int((written or "").removesuffix("pt"))
    if count is None or not 0 < count < 4000:
        return None
    return float(count) if written and written.endswith("pt") else count / 2


def _off_the_line(values: Mapping[str, str | None]) -> tuple[bool | None, bool | None]:
    """Whether a run is raised and whether lowered, small or as it is."""
    place, moved = values.get("vertAlign"), to_int(values.get("position"))
    if place is None and moved is None:
        return None, None
    return place == "superscript" or (moved or 0) > 0, place == "subscript" or (moved or 0) < 0


def _named(fonts: etree._Element, theme: DocumentTheme) -> dict[str, str]:
    """The typefaces that a w:rFonts names, those of the theme before its own."""
    found = {}
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        by_theme = fonts.get(w("cstheme" if slot == "cs" else f"{slot}Theme"))
        name = theme.fonts.get(by_theme or "") or fonts.get(w(slot))
        if name:
            found[slot] = name
    return found


def _colour(
    element: etree._Element | None, theme: DocumentTheme, own: str, by_theme: str
) -> str | None:
    """A colour by its place in the theme, else as it is written; None where it is not given."""
    if element is None:
        return None
    written = element.get(w(own))
    tint, shade = _TONES[by_theme]
    found = theme.colour(element.get(w(by_theme)), element.get(w(tint)), element.get(w(shade)))
    if written is not None and is_rgb(written):
        written = written.upper()
        return written if found is None or _nearly(found, written) else found
    return found or written


def _nearly(found: str, written: str) -> bool:
    pairs = ((int(found[k : k + 2], 16), int(written[k : k + 2], 16)) for k in (0, 2, 4))
    return all(abs(a - b) <= _ROUNDED for a, b in pairs)


def _shade(element: etree._Element | None, theme: DocumentTheme) -> str | None:
    """The colour behind a run: what fills it, or the pattern's own where that covers all."""
    if element is None:
        return None
    if element.get(w("val")) == "solid":
        return _colour(element, theme, "color", "themeColor")
    return _colour(element, theme, "fill", "themeFill")


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the characters of a run look, by what they are; `symbols` is the typeface of signs."""

    ascii: Style
    other: Style
    east_asian: Style
    complex: Style
    symbols: str | None = None
    hidden: bool = False
    all_complex: bool = False


@lru_cache(maxsize=1024)
def appearance(resolved: Look) -> Appearance:
    """What a look that is resolved through all styles means for the characters of a run."""
    highlight = resolved.highlight
    if highlight is None or highlight in _NO_COLOUR:
        shade = resolved.shade or ""
        highlight = None if shade in _NO_COLOUR else _HIGHLIGHTS.get(shade, shade)
    plain = Style(
        bold=bool(resolved.bold),
        italic=bool(resolved.italic),
        underline=bool(resolved.underline),
        strike=bool(resolved.strike),
        raised=bool(resolved.raised),
        lowered=bool(resolved.lowered),
        size=resolved.size,
        caps=bool(resolved.caps),
        font=_typeface(resolved.ascii),
        colour=None if resolved.colour in _NO_COLOUR else resolved.colour,
        highlight=highlight,
        hidden=bool(resolved.hidden),
    )
    right_to_left = replace(
        plain,
        bold=bool(resolved.complex_bold),
        italic=bool(resolved.complex_italic),
        size=resolved.complex_size,
        font=_typeface(resolved.complex),
    )
    return Appearance(
        plain,
        replace(plain, font=_typeface(resolved.other)),
        replace(plain, font=_typeface(resolved.east_asian)),
        right_to_left,
        resolved.ascii or resolved.other,
        plain.hidden,
        bool(resolved.right_to_left),
    )


def _typeface(name: str | None) -> str | None:
    """The name of a typeface; None of one for signs, which is but a way to write the sign."""
    return None if is_symbol_font(name) else name


@lru_cache(maxsize=1024)
def of_a_sign(own: Appearance) -> Appearance:
    """How a sign looks in a run: which typeface it is taken from is but a way to write it."""
    looks = (own.ascii, own.other, own.east_asian, own.complex)
    ascii_, other, east_asian, complex_ = (replace(one, font=None) for one in looks)
    return replace(own, ascii=ascii_, other=other, east_asian=east_asian, complex=complex_)


_COMPLEX = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_EAST_ASIAN = "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f"
_EAST_ASIAN += "\uff00-\uffef\U00020000-\U0003ffff"
_ANY_SPECIAL = re.compile(f"[{_COMPLEX}{_EAST_ASIAN}]")
_SORTS = re.compile(
    f"(?P<ascii>[\\x00-\\x7f]+)|(?P<complex>[{_COMPLEX}]+)|(?P<east_asian>[{_EAST_ASIAN}]+)"
    f"|(?P<other>[^\\x00-\\x7f{_COMPLEX}{_EAST_ASIAN}]+)"
)


def looks_of(text: str, own: Appearance) -> Iterator[tuple[str, Style]]:
    """The text of a run cut where another of its looks holds.

    Blanks show no typeface: they go with what stands before them.
    """
    if own.all_complex:
        yield text, own.complex
    elif text.isascii():
        yield text, own.ascii
    elif own.ascii == own.other and _ANY_SPECIAL.search(text) is None:
        yield text, own.other
    else:
        start, style = 0, None
        for match in _SORTS.finditer(text):
            found: Style = getattr(own, match.lastgroup or "other")
            if style is not None and not match[0].strip():
                found = style
            if style is not None and found != style:
                yield text[start : match.start()], style
                start = match.start()
            style = found
        if style is not None:
            yield text[start:], style
