"""Resolves the styles of a DOCX: what a paragraph is, and how its text looks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from sverka.model import Style, Tracked
from sverka.readers.docx.wordprocessing import is_on, number, to_int, value, w

_HEADING = re.compile(
    r"(?:heading|заголовок|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko"
    r"|nagłówek|nadpis|címsor|titlu|başlık|επικεφαλίδα|башаты|标题|標題|見出し|제목|عنوان|כותרת)"
    r"\s*([1-9])",
    re.IGNORECASE,
)
"""Names of heading styles; Word stores the English one, other programs that of their language."""

_CAPTIONS = frozenset(
    {"caption", "название объекта", "название", "beschriftung", "légende", "leyenda", "epígrafe"}
    | {"didascalia", "bijschrift", "podpis", "titulek", "resim yazısı", "题注", "図表番号", "캡션"}
)
_TITLES = frozenset({"title", "название документа", "титул"})
_SWITCHES = {
    w(name): name for name in ("b", "i", "strike", "dstrike", "vanish", "caps", "smallCaps")
}
_VALUES = {w(name): name for name in ("u", "vertAlign", "sz", "color", "highlight")}
_NO_COLOUR = frozenset({"auto", "none", ""})
_MAX_DEPTH = 32
"""Styles based on styles; beyond that the chain is a circle or a joke."""

_MOST_KNOWN = 4096
"""So many looks are remembered; a document of more than a few dozen is made to do harm."""


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run at one level of the style hierarchy; None where it does not say."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None
    underline: bool | None = None
    raised: bool | None = None
    lowered: bool | None = None
    size: float | None = None
    font: str | None = None
    caps: bool | None = None
    colour: str | None = None
    highlight: str | None = None

    def over(self, base: "Look") -> "Look":
        """These properties where they are given, else those of `base`."""
        if self == NOTHING:
            return base
        given = {name: own for name in _FIELDS if (own := getattr(self, name)) is not None}
        return replace(base, **given)


NOTHING = Look()
_FIELDS = tuple(Look.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says: heading level from 1, whether a caption, its list and look.

    `name` is what the file calls it.
    """

    level: int | None = None
    caption: bool = False
    list_id: int | None = None
    list_level: int | None = None
    look: Look = NOTHING
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document by their id, already resolved along what they are based on.

    `known` are the looks that runs had so far: there are few, and each is resolved once.
    """

    default: Look = NOTHING
    paragraphs: Mapping[str, ParagraphStyle] = field(default_factory=dict)
    characters: Mapping[str, Look] = field(default_factory=dict)
    default_paragraph: str = ""
    known: dict[tuple[Look, str | None, Look], Look] = field(default_factory=dict)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The style of this id, the default style where there is none of it."""
        wanted = self.default_paragraph if style_id is None else style_id
        return self.paragraphs.get(wanted, _PLAIN)

    def run(self, paragraph: ParagraphStyle, style_id: str | None, own: Look) -> Look:
        """How a run looks: its own properties over its character style over the paragraph's.

        Toggles set by both styles cancel each other (ISO 29500-1, 17.7.3).
        """
        key = paragraph.look, style_id, own
        if (found := self.known.get(key)) is None:
            character = self.characters.get(style_id or "", NOTHING)
            styled = character.over(paragraph.look)
            if character != NOTHING:
                styled = _toggled(styled, character, paragraph.look)
            found = own.over(styled.over(self.default))
            if len(self.known) < _MOST_KNOWN:
                self.known[key] = found
        return found


_PLAIN = ParagraphStyle()


def _toggled(styled: Look, character: Look, paragraph: Look) -> Look:
    return replace(
        styled,
        bold=False if character.bold and paragraph.bold else styled.bold,
        italic=False if character.italic and paragraph.italic else styled.italic,
        strike=False if character.strike and paragraph.strike else styled.strike,
        hidden=False if character.hidden and paragraph.hidden else styled.hidden,
        caps=False if character.caps and paragraph.caps else styled.caps,
    )


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a styles part; none of them where there is no such part."""
    if root is None:
        return Styles()
    elements = {e.get(w("styleId"), ""): e for e in root.iter(w("style"))}
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    return Styles(
        default=look(defaults),
        paragraphs={
            key: _paragraph_style(_chain(key, elements))
            for key, e in elements.items()
            if e.get(w("type")) in {"paragraph", None}
        },
        characters={
            key: _chain_look(_chain(key, elements))
            for key, e in elements.items()
            if e.get(w("type")) == "character"
        },
        default_paragraph=next((k for k, e in elements.items() if _is_default(e)), ""),
    )


def read_list_styles(root: etree._Element | None) -> dict[str, int]:
    """The list id of each list style (w:type "numbering") by the style's id."""
    if root is None:
        return {}
    found = {}
    for element in root.iter(w("style")):
        list_id = number(element.find(f"{w('pPr')}/{w('numPr')}"), "numId")
        if element.get(w("type")) == "numbering" and list_id is not None:
            found[element.get(w("styleId"), "")] = list_id
    return found


def _is_default(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}


def _chain(key: str, elements: Mapping[str, etree._Element]) -> list[etree._Element]:
    """A style and those it is based on, itself first."""
    found: list[etree._Element] = []
    while key in elements and len(found) < _MAX_DEPTH:
        found.append(elements[key])
        key = value(found[-1], "basedOn") or ""
    return found


def _chain_look(chain: list[etree._Element]) -> Look:
    result = NOTHING
    for element in reversed(chain):
        result = look(element.find(w("rPr"))).over(result)
    return result


def _paragraph_style(chain: list[etree._Element]) -> ParagraphStyle:
    names = [(value(element, "name") or "").strip().lower() for element in chain]
    properties = [p for e in chain if (p := e.find(w("pPr"))) is not None]
    lists = [n for p in properties if (n := p.find(w("numPr"))) is not None]
    return ParagraphStyle(
        level=_outline(chain, names),
        caption=any(name in _CAPTIONS for name in names),
        list_id=next((i for n in lists if (i := number(n, "numId")) is not None), None),
        list_level=next((i for n in lists if (i := number(n, "ilvl")) is not None), None),
        look=_chain_look(chain),
        name=value(chain[0], "name"),
    )


def _outline(chain: list[etree._Element], names: list[str]) -> int | None:
    """The heading level: what the nearest style of the chain says by outline level or by name."""
    for element, name in zip(chain, names, strict=True):
        level = number(element.find(w("pPr")), "outlineLvl")
        if level is not None:
            return level + 1 if 0 <= level <= 8 else None
        if found := _HEADING.fullmatch(name):
            return int(found[1])
        if name in _TITLES:
            return 1
    return None


def look(properties: etree._Element | None) -> Look:
    """The look that a w:rPr describes."""
    if properties is None or not len(properties):
        return NOTHING
    given = {child.tag: child for child in properties.iterchildren(etree.Element)}
    on = {name: is_on(given[tag]) for tag, name in _SWITCHES.items() if tag in given}
    values = {name: given[tag].get(w("val")) for tag, name in _VALUES.items() if tag in given}
    underline, place = values.get("u"), values.get("vertAlign")
    half_points = to_int(values.get("sz"))
    fonts = given.get(w("rFonts"))
    return Look(
        bold=on.get("b"),
        italic=on.get("i"),
        strike=_either(on.get("strike"), on.get("dstrike")),
        hidden=on.get("vanish"),
        underline=None if underline is None else underline != "none",
        raised=None if place is None else place == "superscript",
        lowered=None if place is None else place == "subscript",
        size=half_points / 2 if half_points is not None and 0 < half_points < 4000 else None,
        font=None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")),
        caps=_either(on.get("caps"), on.get("smallCaps")),
        colour=values.get("color"),
        highlight=values.get("highlight"),
    )


def _either(one: bool | None, other: bool | None) -> bool | None:
    """Whether one of two properties that mean the same is on; None where neither is given."""
    return other if one is None else one or bool(other)


@lru_cache(maxsize=1024)
def as_style(resolved: Look) -> Style:
    """The look as the model knows it."""
    return Style(
        bold=bool(resolved.bold),
        italic=bool(resolved.italic),
        underline=bool(resolved.underline),
        strike=bool(resolved.strike),
        raised=bool(resolved.raised),
        lowered=bool(resolved.lowered),
        size=resolved.size,
        caps=bool(resolved.caps),
        font=resolved.font,
        colour=None if resolved.colour in _NO_COLOUR else resolved.colour,
        highlight=None if resolved.highlight in _NO_COLOUR else resolved.highlight,
    )


def in_force(properties: etree._Element | None, tracked: Tracked) -> etree._Element | None:
    """The properties that hold: when changes are rejected, those a tracked change replaced.

    `properties` is a w:pPr or w:rPr; the old ones are in its w:pPrChange or w:rPrChange.
    """
    if properties is None or tracked is Tracked.ACCEPT:
        return properties
    local = etree.QName(properties).localname
    change = properties.find(w(f"{local}Change"))
    if change is None:
        return properties
    return change.find(w(local))
