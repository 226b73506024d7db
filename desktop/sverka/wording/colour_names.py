"""Says a colour of text or of its background: by its common name, else as #RRGGBB."""

from sverka.language import Language
from sverka.patterns import late_pattern

_RGB = late_pattern(r"#?([0-9A-Fa-f]{6})")


def colour_name(colour: str, language: Language) -> str:
    """The name of "RRGGBB" or of a colour that a format names itself ("darkBlue")."""
    rgb = _RGB.fullmatch(colour)
    key = rgb[1].upper() if rgb else colour.replace(" ", "").replace("_", "").lower()
    named = _names(language).get(_SAME.get(key, key))
    if named is not None:
        return named
    return f"#{key}" if rgb else colour


def _names(language: Language) -> dict[str, str]:
    """The colours that have a name, by the name that Word gives them as highlights."""
    return {
        "black": language.pgettext("colour", "black"),
        "white": language.pgettext("colour", "white"),
        "red": language.pgettext("colour", "red"),
        "green": language.pgettext("colour", "green"),
        "blue": language.pgettext("colour", "blue"),
        "yellow": language.pgettext("colour", "yellow"),
        "cyan": language.pgettext("colour", "light blue"),
        "magenta": language.pgettext("colour", "pink"),
        "orange": language.pgettext("colour", "orange"),
        "purple": language.pgettext("colour", "purple"),
        "brown": language.pgettext("colour", "brown"),
        "darkred": language.pgettext("colour", "dark red"),
        "darkgreen": language.pgettext("colour", "dark green"),
        "darkblue": language.pgettext("colour", "dark blue"),
        "darkcyan": language.pgettext("colour", "dark turquoise"),
        "darkmagenta": language.pgettext("colour", "violet"),
        "darkyellow": language.pgettext("colour", "dark yellow"),
        "darkgray": language.pgettext("colour", "dark grey"),
        "lightgray": language.pgettext("colour", "light grey"),
        "gray": language.pgettext("colour", "grey"),
    }


_SAME = {
    "000000": "black",
    "FFFFFF": "white",
    "FF0000": "red",
    "EE0000": "red",
    "00FF00": "green",
    "00B050": "green",
    "008000": "green",
    "0000FF": "blue",
    "0070C0": "blue",
    "FFFF00": "yellow",
    "00FFFF": "cyan",
    "00B0F0": "cyan",
    "FF00FF": "magenta",
    "FFA500": "orange",
    "FFC000": "orange",
    "ED7D31": "orange",
    "7030A0": "purple",
    "800080": "darkmagenta",
    "A52A2A": "brown",
    "C00000": "darkred",
    "800000": "darkred",
    "8B0000": "darkred",
    "006400": "darkgreen",
    "002060": "darkblue",
    "000080": "darkblue",
    "00008B": "darkblue",
    "008080": "darkcyan",
    "808000": "darkyellow",
    "808080": "gray",
    "7F7F7F": "gray",
    "C0C0C0": "lightgray",
    "BFBFBF": "lightgray",
    "D9D9D9": "lightgray",
    "404040": "darkgray",
    "grey": "gray",
    "darkgrey": "darkgray",
    "lightgrey": "lightgray",
}
"""What colours are called alike: those of Word's menus, of its older palette and of the web."""
