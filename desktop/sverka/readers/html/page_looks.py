"""Says how text of a web page looks: by its elements, their attributes, and its style sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from sverka.model import Style
from sverka.patterns import late_pattern
from sverka.readers.limits import MAX_SHEET_CHARS, MAX_SHEET_RULES

_BOLD, _ITALIC, _STRUCK = {"bold": True}, {"italic": True}, {"strike": True}
_EVEN = {"font": "monospace"}
_ELEMENTS: Mapping[str, Mapping[str, object]] = {
    **dict.fromkeys(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"), _BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var", "address"), _ITALIC),
    **dict.fromkeys(("s", "strike"), _STRUCK),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), _EVEN),
    "u": {"underline": True},
    "sup": {"raised": True},
    "sub": {"lowered": True},
    "mark": {"highlight": "yellow"},
}
"""What elements look like where nothing else is said (HTML standard, section 15.3)."""

MARKED = frozenset(
    {"bold", "italic", "underline", "strike", "raised", "lowered", "highlight", "font", "hidden"}
)
"""Looks that markup says without a style sheet."""

_COLOURS = {
    "black": "000000", "silver": "C0C0C0", "gray": "808080", "white": "FFFFFF",
    "maroon": "800000", "red": "FF0000", "purple": "800080", "fuchsia": "FF00FF",
    "green": "008000", "lime": "00FF00", "olive": "808000", "yellow": "FFFF00",
    "navy": "000080", "blue": "0000FF", "teal": "008080", "aqua": "00FFFF",
    "orange": "FFA500",
}  # fmt: skip
_HEX = late_pattern(r"#([0-9a-f]{3}|[0-9a-f]{6})")
_RGB = late_pattern(
    r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)"
)
_AS_AROUND = frozenset({"inherit", "initial", "unset", "revert"})
_SIZE = late_pattern(r"(\d+(?:\.\d+)?|\.\d+)(pt|px)")
_POINTS = {"pt": 1.0, "px": 0.75}
_SIGNS = late_pattern("([{};])")
_EVERYWHERE = frozenset({"@media all", "@media screen"})
_SELECTOR = late_pattern(r"([a-z][a-z0-9]*|\*)?(?:\.(-?[_a-zA-Z\u0080-\uffff][-\w]*))?")
_UNREAD_LOOKS = late_pattern(
    r"\b(?:font(?:-weight|-style|-size|-family)?|text-decoration|color|text-transform)\s*:"
)
_INLINE = frozenset({"span", "font", "b", "strong", "i", "em", "u", "a", "mark", "code", "small"})
"""Elements whose background is behind the words and not behind a whole box."""


@dataclass(slots=True)
class Sheets:
    """The rules of a page's style sheets that are known by an element's name and one class.

    `whole` is False where a sheet was not at hand, or has rules about looks that are not read, so
    that nobody knows how the page looks. `coloured` says that colours are named anywhere.
    """

    rules: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    whole: bool = True
    coloured: bool = False

    def add(self, text: str) -> None:
        """Read a style sheet; later rules count before earlier ones."""
        if len(text) > MAX_SHEET_CHARS:
            self.whole = False
            return
        if "@import" in text:
            self.whole = False
        for around, selectors, body in _rules_of(_without_comments(text)):
            if selectors.startswith(("@page", "@font-face")):
                continue
            if not _EVERYWHERE.issuperset(around):
                # It holds for some windows or papers only.
                self.whole = self.whole and not _UNREAD_LOOKS.search(body)
                continue
            said = declarations(body)
            for selector in selectors.split(","):
                self._rule(selector.strip(), said, body)

    def _rule(self, selector: str, said: Mapping[str, str], body: str) -> None:
        found = _SELECTOR.fullmatch(selector)
        if found is None or not selector or len(self.rules) >= MAX_SHEET_RULES:
            # How links look when they are pointed at is no look of the text.
            if _UNREAD_LOOKS.search(body) and not selector.startswith(("a:", "@")):
                self.whole = False
            return
        self.coloured |= "color" in said
        key = (found[1] or "*", found[2] or "")
        self.rules[key] = {**self.rules.get(key, {}), **said}

    def of(self, tag: str, classes: list[str]) -> dict[str, str]:
        """What the sheets say of an element: what is more exact counts before what is less."""
        if not self.rules:
            return {}
        keys = [("*", ""), (tag, "")]
        keys += [("*", name) for name in classes]
        keys += [(tag, name) for name in classes]
        said: dict[str, str] = {}
        for key in keys:
            said.update(self.rules.get(key, {}))
        return said


def _without_comments(text: str) -> str:
    """A style sheet without its comments, and without the marks of old pages around it."""
    kept, at = [], 0
    while (begins := text.find("/*", at)) >= 0:
        kept.append(text[at:begins])
        ends = text.find("*/", begins + 2)
        at = len(text) if ends < 0 else ends + 2
    kept.append(text[at:])
    return "".join(kept).replace("<!--", "").replace("-->", "")


def _rules_of(text: str) -> Iterator[tuple[list[str], str, str]]:
    """Each rule that holds no other: what stands around it, its selectors, its declarations."""
    around: list[str] = []
    words, body = "", ""
    for part in _SIGNS.split(text):
        if part == "{":
            around.append(" ".join(words.split()).lower() if "@" in words else words.strip())
            words = body = ""
        elif part == ";":
            body, words = f"{body}{words};", ""
        elif part == "}":
            if around and (body or words):
                yield around[:-1], around[-1], body + words
            around, words, body = around[:-1], "", ""
        else:
            words = part


@lru_cache(maxsize=4096)
def declarations(text: str) -> dict[str, str]:
    """The properties of a style attribute, names and values in lower case."""
    found = {}
    for one in text.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


def said_of(element: etree._Element, tag: str, sheets: Sheets) -> dict[str, str]:
    """What style sheets and its own attribute say of an element."""
    classes = element.get("class", "")
    said = sheets.of(tag, classes.split()) if sheets.rules else {}
    own = element.get("style")
    return {**said, **declarations(own)} if own else said


def is_unseen(element: etree._Element, said: Mapping[str, str]) -> bool:
    """Whether an element is said not to be shown."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or said.get("display", "").lower() == "none"
        or said.get("visibility", "").lower() in {"hidden", "collapse"}
        or said.get("mso-hide", "").lower() == "all"
    )


def look_of(element: etree._Element, tag: str, said: Mapping[str, str], around: Style) -> Style:
    """The look of an element inside text that looks like `around`."""
    changes: dict[str, object] = dict(_ELEMENTS.get(tag, {}))
    if tag == "font":
        changes.update(_of_font(element))
    for name, value in said.items():
        changes.update(_of_property(name, value, tag))
    if not changes:
        return around
    if changes.get("raised") is True:
        changes.setdefault("lowered", False)
    return replace(around, **changes)  # type: ignore[arg-type]


def _of_font(element: etree._Element) -> Iterator[tuple[str, object]]:
    if (colour := colour_of(element.get("color", ""))) is not None:
        yield "colour", colour
    if face := _family(element.get("face", "")):
        yield "font", face


def _of_property(name: str, value: str, tag: str) -> Iterator[tuple[str, object]]:
    """The attributes of a look that one property of CSS sets."""
    low = value.lower()
    match name:
        case "font-weight" if low not in _AS_AROUND:
            yield "bold", low in {"bold", "bolder"} or (low.isdecimal() and int(low[:4]) >= 600)
        case "font-style" if low not in _AS_AROUND:
            yield "italic", low != "normal"
        case "text-decoration" | "text-decoration-line":
            yield from _of_decoration(low.split())
        case "vertical-align":
            yield from (("raised", low == "super"), ("lowered", low == "sub"))
        case "text-transform":
            yield from (("caps", low == "uppercase"), ("capitals", None))
        case "font-variant" | "font-variant-caps" if low not in _AS_AROUND:
            small = "small-caps" in low.split()
            yield from (("caps", small), ("capitals", "small" if small else None))
        case "font-family" if face := _family(value):
            yield "font", face
        case "font-size" if found := _SIZE.fullmatch(low):
            yield "size", float(found[1]) * _POINTS[found[2]]
        case "color" | "background" | "background-color":
            yield from _of_colour(name, low, tag)


def _of_decoration(words: list[str]) -> Iterator[tuple[str, object]]:
    for word, attribute in (("underline", "underline"), ("line-through", "strike")):
        if word in words or "none" in words:
            yield attribute, word in words


def _of_colour(name: str, value: str, tag: str) -> Iterator[tuple[str, object]]:
    colour = colour_of(value)
    if colour is not None and (name == "color" or tag in _INLINE):
        yield "colour" if name == "color" else "highlight", colour


def _family(value: str) -> str:
    return value.partition(",")[0].strip(" \"'")


@lru_cache(maxsize=1024)
def colour_of(value: str) -> str | None:
    """A colour of CSS as "RRGGBB"; None where it is none, see-through, or not known."""
    value = value.strip().lower()
    if found := _HEX.fullmatch(value):
        digits = found[1]
        return (digits if len(digits) == 6 else "".join(2 * d for d in digits)).upper()
    if found := _RGB.fullmatch(value):
        if found[4] is not None and not float(found[4].rstrip("%") or 0):
            return None
        return "".join(f"{min(255, int(part)):02X}" for part in found.groups()[:3])
    return _COLOURS.get(value)
