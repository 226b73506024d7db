"""What the styles of an OpenDocument say of a paragraph and of the look of its text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from sverka.patterns import late_pattern
from sverka.readers.odt.odf_names import number, o, points
from sverka.readers.office.paragraph_blocks import TITLES
from sverka.readers.office.text_looks import NOTHING, Look

_PROPERTIES, _GRAPHIC = o("style:text-properties"), o("style:graphic-properties")
_ESCAPED = late_pattern(r"_([0-9a-fA-F]{1,4})_")
_RGB = late_pattern(r"#([0-9a-fA-F]{6})")
_PERCENT = late_pattern(r"(\d{1,3}(?:\.\d+)?)%")
_LINES = {
    "dotted": "dotted",
    "dash": "dashed",
    "long-dash": "dashed",
    "dot-dash": "dashed",
    "dot-dot-dash": "dashed",
    "wave": "wavy",
}
_THICK = frozenset({"bold", "thick"})
_NO_LINE = frozenset({"none", ""})
_CAPTIONED = "Caption"
_DEEPEST = 50
"""OdfStyles based on each other; a longer chain is a circle."""

DEFAULTS = Look(size=12.0, complex_size=12.0)
"""What is taken where no style says a size (OpenDocument 1.3, part 3, 20.190)."""


@dataclass(frozen=True, slots=True)
class OdfStyle:
    """A style by itself. `scale` is a size that is a part of the one around it, of 1."""

    name: str
    parent: str | None
    shown: str | None
    look: Look
    scale: float | None = None
    list_style: str | None = None
    master: str | None = None
    outline: int | None = None
    clip: str | None = None


@dataclass(slots=True)
class OdfStyles:
    """The styles that one part of a document sees, by family and name."""

    known: dict[tuple[str, str], OdfStyle] = field(default_factory=dict)
    defaults: dict[str, Look] = field(default_factory=dict)
    lists: dict[str, etree._Element] = field(default_factory=dict)
    outline: etree._Element | None = None
    fonts: dict[str, str] = field(default_factory=dict)
    language: str | None = None
    found: dict[tuple[str, str], tuple[OdfStyle, ...]] = field(default_factory=dict)

    def chain(self, family: str, name: str | None) -> tuple[OdfStyle, ...]:
        """A style and those it is based on, the outermost first."""
        key = (family, name or "")
        if key not in self.found:
            chain: list[OdfStyle] = []
            while name and len(chain) < _DEEPEST:
                style = self.known.get((family, name))
                if style is None:
                    break
                chain.append(style)
                name = style.parent
            self.found[key] = tuple(reversed(chain))
        return self.found[key]

    def look(self, family: str, name: str | None, around: Look) -> Look:
        """The look of text in this style where what is around it looks like `around`."""
        for style in self.chain(family, name):
            around = scaled(style.look.over(around), style.scale, around)
        return around

    def paragraph_look(self, name: str | None, around: Look = NOTHING) -> Look:
        """The look of the text of a paragraph; `around` is said by what the paragraph stands in."""
        base = self.defaults.get("paragraph", NOTHING).over(DEFAULTS)
        return around.over(self.look("paragraph", name, base))

    def shown_name(self, name: str | None) -> str | None:
        """What people call the style of a paragraph: automatic styles have no name of their own."""
        named = (style.shown for style in reversed(self.chain("paragraph", name)) if style.shown)
        return next(named, None)

    def is_caption(self, name: str | None) -> bool:
        """Whether a paragraph is the caption of a picture or a table."""
        return any(style.name == _CAPTIONED for style in self.chain("paragraph", name))

    def is_title(self, name: str | None) -> bool:
        """Whether a paragraph is the title of the document."""
        return any(
            one.lower() in TITLES
            for style in self.chain("paragraph", name)
            for one in (style.name, style.shown or "")
        )

    def list_style(self, name: str | None) -> str | None:
        """The list that a paragraph's style names; "" where it says that there is none."""
        chain = reversed(self.chain("paragraph", name))
        return next((s.list_style for s in chain if s.list_style is not None), None)

    def clip(self, name: str | None) -> str:
        """What a style of drawings says is not shown of a picture; "" where it says nothing."""
        chain = reversed(self.chain("graphic", name))
        return next((style.clip for style in chain if style.clip is not None), "")

    def master(self, family: str, name: str | None) -> str | None:
        """The page style that begins with a paragraph or table of this style, if one does."""
        return next((s.master for s in reversed(self.chain(family, name)) if s.master), None)


def read_styles(named: Iterable[etree._Element], automatic: Iterable[etree._Element]) -> OdfStyles:
    """The styles below these elements; `automatic` ones have no names for people."""
    styles = OdfStyles()
    groups = [(group, True) for group in named] + [(group, False) for group in automatic]
    for group, _shown in groups:
        root = group.getparent()
        for face in () if root is None else root.iter(o("style:font-face")):
            name = face.get(o("style:name"), "")
            family = face.get(o("svg:font-family"), name)
            styles.fonts[name] = family.partition(",")[0].strip("'\" ")
    for group, shown in groups:
        for element in group.iterchildren(etree.Element):
            _take(styles, element, shown)
    return styles


def _take(styles: OdfStyles, element: etree._Element, shown: bool) -> None:
    name, family = element.get(o("style:name"), ""), element.get(o("style:family"), "")
    if element.tag == o("style:style"):
        styles.known[family, name] = _style(element, name, shown, styles.fonts)
    elif element.tag == o("style:default-style"):
        look, _scale = _look(element.find(_PROPERTIES), styles.fonts)
        styles.defaults[family] = look
        if family == "paragraph":
            styles.language = _language(element.find(_PROPERTIES))
    elif element.tag == o("text:list-style"):
        styles.lists[name] = element
    elif element.tag == o("text:outline-style"):
        styles.outline = element


def _style(element: etree._Element, name: str, shown: bool, fonts: Mapping[str, str]) -> OdfStyle:
    look, scale = _look(element.find(_PROPERTIES), fonts)
    graphic = element.find(_GRAPHIC)
    return OdfStyle(
        name,
        element.get(o("style:parent-style-name")),
        (element.get(o("style:display-name")) or _unescaped(name)) if shown else None,
        look,
        scale,
        element.get(o("style:list-style-name")),
        element.get(o("style:master-page-name")),
        number(element, "style:default-outline-level", 1),
        None if graphic is None else graphic.get(o("fo:clip")),
    )


def _language(properties: etree._Element | None) -> str | None:
    if properties is None:
        return None
    language, country = (properties.get(o(f"fo:{name}"), "") for name in ("language", "country"))
    if language in {"", "none", "zxx"}:
        return None
    return language if country in {"", "none"} else f"{language}-{country}"


def _unescaped(name: str) -> str:
    """“Heading_20_1” → “Heading 1”."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)


def scaled(look: Look, scale: float | None, around: Look) -> Look:
    """The look with its size taken as a part of the size around it, where it is said so."""
    if scale is None or around.size is None:
        return look
    return replace(look, size=round(around.size * scale, 1))


def _look(properties: etree._Element | None, fonts: Mapping[str, str]) -> tuple[Look, float | None]:
    """The look that text properties describe, and the size where it is a part of another."""
    if properties is None:
        return NOTHING, None

    def said(name: str) -> str | None:
        return properties.get(o(name))

    raised, lowered = _off_the_line(said("style:text-position"))
    size = said("fo:font-size")
    percent = _PERCENT.fullmatch(size or "")
    background = said("fo:background-color")
    shade = None if background is None else (_colour(background) or "auto")
    return Look(
        bold=_is_bold(said("fo:font-weight")),
        italic=_is_italic(said("fo:font-style")),
        complex_bold=_is_bold(said("style:font-weight-complex")),
        complex_italic=_is_italic(said("style:font-style-complex")),
        strike=_line(said("style:text-line-through-style"), said("style:text-line-through-type")),
        hidden=None if said("text:display") is None else said("text:display") == "none",
        underline=_line(said("style:text-underline-style"), said("style:text-underline-type")),
        raised=raised,
        lowered=lowered,
        size=points(size),
        complex_size=points(said("style:font-size-complex")),
        ascii=_typeface(properties, "", fonts),
        other=_typeface(properties, "", fonts),
        east_asian=_typeface(properties, "-asian", fonts),
        complex=_typeface(properties, "-complex", fonts),
        caps=_caps(said("fo:text-transform"), said("fo:font-variant")),
        colour=_text_colour(said("fo:color"), said("style:use-window-font-color")),
        shade=shade,
        underlining=_kind_of_line("underline", said),
        striking=_kind_of_line("line-through", said),
        capitals=_kind_of_capitals(said("fo:text-transform"), said("fo:font-variant")),
    ), (float(percent[1]) / 100 if percent else None)


def _typeface(properties: etree._Element, ending: str, fonts: Mapping[str, str]) -> str | None:
    named = properties.get(o(f"style:font-name{ending}"))
    if named is not None:
        return fonts.get(named, named)
    prefix = "style" if ending else "fo"
    family = properties.get(o(f"{prefix}:font-family{ending}"))
    return None if family is None else family.partition(",")[0].strip("'\" ")


def _is_bold(weight: str | None) -> bool | None:
    if weight is None:
        return None
    return weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= 600)


def _is_italic(style: str | None) -> bool | None:
    return None if style is None else style != "normal"


def _line(style: str | None, kind: str | None) -> bool | None:
    said = [one for one in (style, kind) if one is not None]
    return all(one not in _NO_LINE for one in said) if said else None


def _kind_of_line(line: str, said: Callable[[str], str | None]) -> str | None:
    """What a line is that is no single one, "" of a single one, None where nothing is said."""
    style, kind = said(f"style:text-{line}-style"), said(f"style:text-{line}-type")
    if style is None and kind is None:
        return None
    if kind == "double":
        return "double"
    if line == "line-through":
        return ""
    if style in _LINES:
        return _LINES[style]
    return "thick" if said(f"style:text-{line}-width") in _THICK else ""


def _off_the_line(position: str | None) -> tuple[bool | None, bool | None]:
    """Whether text is raised and whether lowered: “super 58%”, “-33% 58%”."""
    if not position or not position.split():
        return None, None
    place = position.split()[0]
    moved = place.rstrip("%").lstrip("-").strip("0.") != "" and place.endswith("%")
    lowered = place == "sub" or (moved and place.startswith("-"))
    return place == "super" or (moved and not lowered), lowered


def _caps(transform: str | None, variant: str | None) -> bool | None:
    if transform is None and variant is None:
        return None
    return transform == "uppercase" or variant == "small-caps"


def _kind_of_capitals(transform: str | None, variant: str | None) -> str | None:
    if transform is None and variant is None:
        return None
    return "small" if variant == "small-caps" and transform != "uppercase" else ""


def _colour(written: str) -> str | None:
    found = _RGB.fullmatch(written)
    return found[1].upper() if found else None


def _text_colour(written: str | None, by_window: str | None) -> str | None:
    """The colour of text, "auto" where the program that shows it is to choose."""
    return "auto" if by_window == "true" else _colour(written or "")
