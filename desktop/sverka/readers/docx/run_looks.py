"""How a run of a DOCX looks: what its properties say."""

from collections.abc import Mapping

from lxml import etree

from sverka.readers.docx.document_theme import DocumentTheme, is_rgb
from sverka.readers.docx.wordprocessing import is_on, to_int, w
from sverka.readers.office.text_looks import NOTHING, Look

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

_LINES = {
    "double": "double", "thick": "thick", "dotted": "dotted", "dottedHeavy": "dotted",
    "dash": "dashed", "dashedHeavy": "dashed", "dashLong": "dashed", "dashLongHeavy": "dashed",
    "dotDash": "dashed", "dashDotHeavy": "dashed", "dotDotDash": "dashed",
    "dashDotDotHeavy": "dashed", "wave": "wavy", "wavyHeavy": "wavy", "wavyDouble": "wavy",
}  # fmt: skip
"""The lines below words that are no single one, by the names of ST_Underline."""

_TONES = {
    "themeColor": ("themeTint", "themeShade"),
    "themeFill": ("themeFillTint", "themeFillShade"),
}
_ROUNDED = 3
"""Colours of a theme are stored beside the name as well, rounded by whoever wrote them: of 255."""


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
        underlining=None if underline is None else _LINES.get(underline, ""),
        striking=_second("double", on.get("strike"), on.get("dstrike")),
        capitals="" if on.get("caps") else _second("small", on.get("caps"), on.get("smallCaps")),
    )


def _second(kind: str, first: bool | None, second: bool | None) -> str | None:
    """`kind` where the second of two properties is on, "" where the first is; None of neither."""
    if first is None and second is None:
        return None
    return kind if second else ""


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
