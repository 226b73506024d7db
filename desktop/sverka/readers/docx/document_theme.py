"""Reads the theme of a DOCX: the fonts and colours that runs name by their part in it."""

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import A_URI, w

_SLOTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}
"""The elements of a theme's font, and how runs name what they ask it for."""

_LANGUAGES = {"ja": "Jpan", "ko": "Hang", "zh": "Hans", "ar": "Arab", "he": "Hebr", "fa": "Arab"}
_TRADITIONAL = ("zh-tw", "zh-hk", "zh-mo")
_COLOURS = {
    "dk1": "dark1", "lt1": "light1", "dk2": "dark2", "lt2": "light2", "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}  # fmt: skip
_MAPPED = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}
_USUALLY = {"t1": "dark1", "t2": "dark2", "bg1": "light1", "bg2": "light2"}


@dataclass(frozen=True, slots=True)
class DocumentTheme:
    """Fonts as runs name them ("minorHAnsi"), colours as runs name them ("accent1"), as RRGGBB."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def colour(self, name: str | None, tint: str | None, shade: str | None) -> str | None:
        """A colour made lighter (`tint`) or darker (`shade`), each two hexadecimal figures."""
        found = self.colours.get(name or "")
        if found is None:
            return None
        lighter, darker = _share(tint), _share(shade)
        if lighter is None and darker is None:
            return found
        red, green, blue = (int(found[k : k + 2], 16) / 255 for k in (0, 2, 4))
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        if darker is not None:
            light *= darker
        if lighter is not None:
            light = light * lighter + 1 - lighter
        parts = colorsys.hls_to_rgb(hue, light, saturation)
        return "".join(f"{round(255 * part):02X}" for part in parts)


UNTHEMED = DocumentTheme()


def _share(figures: str | None) -> float | None:
    try:
        return None if figures is None else min(255, max(0, int(figures, 16))) / 255
    except ValueError:
        return None


def read_theme(root: etree._Element | None, preferences: etree._Element | None) -> DocumentTheme:
    """The theme of a theme part; `preferences` is the settings part, which says what is text."""
    if root is None:
        return DocumentTheme()
    return DocumentTheme(_fonts(root, preferences), _colours(root, preferences))


def _a(name: str) -> str:
    return f"{{{A_URI}}}{name}"


def _fonts(root: etree._Element, preferences: etree._Element | None) -> dict[str, str]:
    """A font that the theme leaves open is that of the language which the document is set in."""
    languages = None if preferences is None else preferences.find(w("themeFontLang"))
    scripts = {
        "ea": _script(None if languages is None else languages.get(w("eastAsia"))),
        "cs": _script(None if languages is None else languages.get(w("bidi"))),
    }
    found = {}
    for size in ("major", "minor"):
        fonts = next(root.iter(_a(f"{size}Font")), None)
        if fonts is None:
            continue
        by_script = {e.get("script", ""): e.get("typeface", "") for e in fonts.findall(_a("font"))}
        for element, slots in _SLOTS.items():
            own = fonts.find(_a(element))
            name = (None if own is None else own.get("typeface")) or by_script.get(
                scripts.get(element, ""), ""
            )
            if name:
                found.update({size + slot: name for slot in slots})
    return found


def _script(language: str | None) -> str:
    code = (language or "").lower()
    return "Hant" if code.startswith(_TRADITIONAL) else _LANGUAGES.get(code[:2], "-")


def _colours(root: etree._Element, preferences: etree._Element | None) -> dict[str, str]:
    scheme = next(root.iter(_a("clrScheme")), None)
    found: dict[str, str] = {}
    for element in () if scheme is None else scheme.iterchildren(etree.Element):
        colour = next(element.iterchildren(etree.Element), None)
        value = "" if colour is None else colour.get("lastClr", colour.get("val", ""))
        name = etree.QName(element).localname
        if is_rgb(value):
            found[_COLOURS.get(name, name)] = value.upper()
    mapping = None if preferences is None else preferences.find(w("clrSchemeMapping"))
    for name, key in _MAPPED.items():
        own = None if mapping is None else mapping.get(w(key))
        if (colour_there := found.get(own or _USUALLY[key])) is not None:
            found[name] = colour_there
    return found


def is_rgb(value: str) -> bool:
    """Whether it is a colour as six hexadecimal figures."""
    return len(value) == 6 and all(char in "0123456789abcdefABCDEF" for char in value)
