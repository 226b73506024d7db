"""How text looks: what is said of it at one level of styles, and what that means for characters.

Text has up to four typefaces at once, and two sizes: what a character is decides which it takes
(ISO 29500-1, 17.3.2.26).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sverka.model import Style
from sverka.patterns import late_pattern
from sverka.readers.office.symbols import is_symbol_font

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


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run at one level of the style hierarchy; None where it does not say.

    `ascii`, `other`, `east_asian` and `complex` are typefaces. `right_to_left` is set where all
    characters are taken for those of a complex script. `underlining`, `striking` and `capitals`
    say of which kind a line or capitals are, "" of the ordinary one.
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
    underlining: str | None = None
    striking: str | None = None
    capitals: str | None = None

    def over(self, base: "Look") -> "Look":
        """These properties where they are given, else those of `base`."""
        if self == NOTHING:
            return base
        given = {name: own for name in _FIELDS if (own := getattr(self, name)) is not None}
        return replace(base, **given)


NOTHING = Look()
_FIELDS = tuple(Look.__dataclass_fields__)


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
        underlining=(resolved.underlining or None) if resolved.underline else None,
        striking=(resolved.striking or None) if resolved.strike else None,
        capitals=(resolved.capitals or None) if resolved.caps else None,
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
_ANY_SPECIAL = late_pattern(f"[{_COMPLEX}{_EAST_ASIAN}]")
_SORTS = late_pattern(
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
