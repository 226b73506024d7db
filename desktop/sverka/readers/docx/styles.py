"""Resolves the styles of a DOCX: what a paragraph is, and how its text looks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from sverka.model import Tracked
from sverka.patterns import late_pattern
from sverka.readers.docx.document_theme import UNTHEMED, DocumentTheme
from sverka.readers.docx.run_looks import SAID, TOGGLES, WORD_DEFAULTS, look
from sverka.readers.docx.table_styles import UNSTYLED, TableStyle, table_style
from sverka.readers.docx.wordprocessing import number, value, w
from sverka.readers.office.paragraph_blocks import TITLES
from sverka.readers.office.text_looks import NOTHING, Appearance, Look, appearance

_HEADING = late_pattern(
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
_MAX_DEPTH = 32
"""Styles based on styles; beyond that the chain is a circle or a joke."""

_MOST_KNOWN = 4096
"""So many looks are remembered; a document of more than a few dozen is made to do harm."""


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


@dataclass(slots=True)
class RunLooks:
    """How runs look in paragraphs of one style, in cells of one look.

    `known` are those that were asked for, by all their properties say: there are few, and each is
    resolved once.
    """

    styles: "Styles"
    paragraph: Look
    table: Look
    known: dict[tuple[object, ...], Appearance] = field(default_factory=dict)

    def of(self, properties: etree._Element | None) -> Appearance:
        """How a run with these properties (w:rPr) looks."""
        if properties is None:
            key: tuple[object, ...] = ()
        else:
            key = tuple([(e.tag, *e.items()) for e in properties if e.tag in _ASKED])
        if (found := self.known.get(key)) is None:
            found = self._resolved(properties)
            if len(self.known) < _MOST_KNOWN:
                self.known[key] = found
        return found

    def _resolved(self, properties: etree._Element | None) -> Appearance:
        """A run's own properties over its character style, the paragraph's and the table's.

        Toggles set by an even number of these styles are off (ISO 29500-1, 17.7.3).
        """
        default = self.styles.default
        character = self.styles.characters.get(value(properties, "rStyle") or "", NOTHING)
        styled = character.over(self.paragraph.over(self.table))
        for name in TOGGLES:
            count = sum(bool(getattr(one, name)) for one in (character, self.paragraph, self.table))
            if count > 1:
                on: Any = bool(count % 2) or bool(getattr(default, name))
                styled = replace(styled, **{name: on})
        own = look(properties, self.styles.theme)
        return appearance(own.over(styled.over(default)))


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document by their id, already resolved along what they are based on."""

    default: Look = WORD_DEFAULTS
    paragraphs: Mapping[str, ParagraphStyle] = field(default_factory=dict)
    characters: Mapping[str, Look] = field(default_factory=dict)
    tables: Mapping[str, TableStyle] = field(default_factory=dict)
    default_paragraph: str = ""
    default_table: str = ""
    theme: DocumentTheme = UNTHEMED
    known: dict[tuple[str | None, Look], RunLooks] = field(default_factory=dict)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The style of this id, the default style where there is none of it."""
        wanted = self.default_paragraph if style_id is None else style_id
        return self.paragraphs.get(wanted, _PLAIN)

    def table(self, style_id: str | None) -> TableStyle:
        """The table style of this id, the default one where there is none of it."""
        wanted = self.default_table if style_id is None else style_id
        return self.tables.get(wanted, UNSTYLED)

    def looks(self, style_id: str | None, table: Look = NOTHING) -> RunLooks:
        """How runs look in paragraphs of the style of this id, in a cell of this look."""
        key = style_id, table
        if key not in self.known:
            self.known[key] = RunLooks(self, self.paragraph(style_id).look, table)
        return self.known[key]


_ASKED = SAID | {w("rStyle")}
_PLAIN = ParagraphStyle()


def read_styles(root: etree._Element | None, theme: DocumentTheme) -> Styles:
    """The styles of a styles part; none of them where there is no such part."""
    if root is None:
        return Styles(theme=theme)
    elements = {e.get(w("styleId"), ""): e for e in root.iter(w("style"))}
    chains = {key: _chain(key, elements) for key in elements}
    types = {key: e.get(w("type"), "paragraph") for key, e in elements.items()}
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    return Styles(
        default=look(defaults, theme).over(WORD_DEFAULTS),
        paragraphs={
            key: _paragraph_style(chain, theme)
            for key, chain in chains.items()
            if types[key] == "paragraph"
        },
        characters={
            key: _chain_look(chain, theme)
            for key, chain in chains.items()
            if types[key] == "character"
        },
        tables={
            key: table_style(chain, theme) for key, chain in chains.items() if types[key] == "table"
        },
        default_paragraph=_default(elements, "paragraph"),
        default_table=_default(elements, "table"),
        theme=theme,
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


def _default(elements: Mapping[str, etree._Element], sort: str) -> str:
    """The id of the style that holds where none is named."""
    named = (
        key
        for key, e in elements.items()
        if e.get(w("type")) == sort and e.get(w("default")) in {"1", "true", "on"}
    )
    return next(named, "")


def _chain(key: str, elements: Mapping[str, etree._Element]) -> list[etree._Element]:
    """A style and those it is based on, itself first."""
    found: list[etree._Element] = []
    while key in elements and len(found) < _MAX_DEPTH:
        found.append(elements[key])
        key = value(found[-1], "basedOn") or ""
    return found


def _chain_look(chain: list[etree._Element], theme: DocumentTheme) -> Look:
    result = NOTHING
    for element in reversed(chain):
        result = look(element.find(w("rPr")), theme).over(result)
    return result


def _paragraph_style(chain: list[etree._Element], theme: DocumentTheme) -> ParagraphStyle:
    names = [(value(element, "name") or "").strip().lower() for element in chain]
    properties = [p for e in chain if (p := e.find(w("pPr"))) is not None]
    lists = [n for p in properties if (n := p.find(w("numPr"))) is not None]
    return ParagraphStyle(
        level=_outline(chain, names),
        caption=any(name in _CAPTIONS for name in names),
        list_id=next((i for n in lists if (i := number(n, "numId")) is not None), None),
        list_level=next((i for n in lists if (i := number(n, "ilvl")) is not None), None),
        look=_chain_look(chain, theme),
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
        if name in TITLES:
            return 1
    return None


def in_force(properties: etree._Element | None, tracked: Tracked) -> etree._Element | None:
    """The properties that hold: when changes are rejected, those a tracked change replaced.

    `properties` is a w:pPr or w:rPr; the old ones are in its w:pPrChange or w:rPrChange.
    """
    if properties is None or tracked is not Tracked.REJECT:
        return properties
    local = etree.QName(properties).localname
    change = properties.find(w(f"{local}Change"))
    if change is None:
        return properties
    return change.find(w(local))
