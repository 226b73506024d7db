"""Opens an OpenDocument text, packed or flat, and makes the Document of it."""

from dataclasses import dataclass

from lxml import etree

from sverka.model import (
    Aspect,
    Block,
    Document,
    Notice,
    NoticeCode,
    Part,
    Properties,
    Stage,
    Traits,
)
from sverka.readers.archive import Archive, Damaged, is_zip, locked, open_archive
from sverka.readers.intake import Intake, damaged, without_text
from sverka.readers.markup import BadMarkup, parse
from sverka.readers.odt.odf_drawings import Drawings
from sverka.readers.odt.odf_lists import ListCounter
from sverka.readers.odt.odf_names import number, o
from sverka.readers.odt.odf_revisions import read_revisions
from sverka.readers.odt.odf_stories import read_stories
from sverka.readers.odt.odf_styles import OdfStyles, read_styles
from sverka.readers.odt.odf_walk import OdfState
from sverka.readers.reading_steps import stepper
from sverka.readers.registry import Settings

_TRAITS = Traits(
    soft_breaks=True,
    formatted=True,
    structured=True,
    tells=frozenset(
        {
            Aspect.FORMATTING,
            Aspect.HEADING_LEVELS,
            Aspect.LIST_NUMBERS,
            Aspect.TABLES,
            Aspect.LINKS,
            Aspect.PICTURES,
            Aspect.NOTE_MARKS,
            Aspect.READINGS,
            Aspect.FIELDS,
            Aspect.CHECK_BOXES,
            Aspect.FORMULAS,
            Aspect.HEADERS,
        }
    ),
    own_terms=frozenset({Aspect.FIELDS}),
)
"""The codes of fields are called otherwise in other formats."""

_OPENED = 0.2
"""How far the reading is when the file is open and its stories begin, of 1."""
_STEP = 256
_COUNTING_MAY_DIFFER = 0.2
"""Programs differ in whether spaces, notes and list numbers count as characters."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The roots of a document's parts; of a flat file all are the same. `whole` is False where one
    beside the text could not be read."""

    content: etree._Element
    styles: etree._Element | None
    meta: etree._Element | None
    archive: Archive | None = None
    whole: bool = True


def read_document(intake: Intake, settings: Settings) -> Document:
    """Read a text of LibreOffice or of whatever writes OpenDocument."""
    parts = _packed(intake) if is_zip(intake.data) else _flat(intake)
    body = parts.content.find(f"{o('office:body')}/{o('office:text')}")
    if body is None:
        raise damaged(intake.path)
    settings.progress(Stage.READING, _OPENED)
    own, of_pages = _styles(parts)
    paragraphs = sum(1 for _paragraph in body.iter(o("text:p"), o("text:h")))
    shared = OdfState(
        intake.path,
        ListCounter(),
        read_revisions(body, settings.tracked),
        Drawings(parts.archive),
        stepper(settings, paragraphs, _STEP, _OPENED),
    )
    read = read_stories(body, parts.styles, shared, (own, of_pages))
    if not any(block.text.strip() for block in read.blocks):
        raise without_text(intake.path)
    damage = () if parts.whole else (_part_damaged(intake.path),)
    return Document(
        path=intake.path,
        format="odt",
        sha256=intake.sha256,
        properties=_properties(parts.meta, intake, read.blocks, own.language),
        blocks=read.blocks,
        notices=(*read.notices, *damage),
        traits=_TRAITS,
        tracked=read.tracked,
    )


def _part_damaged(shown: str) -> Notice:
    return Notice(NoticeCode.PART_DAMAGED, {"file": shown, "part": "styles.xml"})


def _packed(intake: Intake) -> _Parts:
    try:
        archive = open_archive(intake.data, intake.path)
        if _is_encrypted(archive):
            raise locked(intake.path)
        content = parse(archive.read("content.xml"))
    except (Damaged, BadMarkup, KeyError) as error:
        raise damaged(intake.path) from error
    styles, meta = _optional(archive, "styles.xml"), _optional(archive, "meta.xml")
    whole = styles is not None or not archive.has("styles.xml")
    return _Parts(content, styles, meta, archive, whole)


def _flat(intake: Intake) -> _Parts:
    try:
        root = parse(intake.data)
    except BadMarkup as error:
        raise damaged(intake.path) from error
    return _Parts(root, root, root)


def _is_encrypted(archive: Archive) -> bool:
    """Whether a package is locked: as a whole, or each of its parts."""
    if archive.has("encrypted-package"):
        return True
    if not archive.has("META-INF/manifest.xml"):
        return False
    try:
        manifest = archive.read("META-INF/manifest.xml")
    except Damaged:
        return False
    return b"encryption-data" in manifest and b"content.xml" in manifest


def _optional(archive: Archive, name: str) -> etree._Element | None:
    """A part that the text can be read without; None where it is missing or broken."""
    try:
        return parse(archive.read(name))
    except (Damaged, BadMarkup, KeyError):
        return None


def _styles(parts: _Parts) -> tuple[OdfStyles, OdfStyles]:
    """The styles that the text sees, and those that the headers of the page styles see."""
    named = [] if parts.styles is None else parts.styles.findall(o("office:styles"))
    automatic = o("office:automatic-styles")
    of_pages = [] if parts.styles is None else parts.styles.findall(automatic)
    return (
        read_styles(named, parts.content.findall(automatic)),
        read_styles(named, of_pages),
    )


def _properties(
    root: etree._Element | None,
    intake: Intake,
    blocks: tuple[Block, ...],
    language: str | None,
) -> Properties:
    """What the file says of itself."""
    meta = None if root is None else root.find(o("office:meta"))

    def stored(name: str) -> str | None:
        text = None if meta is None else meta.findtext(o(name))
        return (text or "").strip() or None

    return Properties(
        size=len(intake.data),
        modified=intake.modified,
        pages=None if meta is None else _pages(meta, blocks),
        title=stored("dc:title"),
        author=stored("meta:initial-creator") or stored("dc:creator"),
        language=stored("dc:language") or language,
    )


def _pages(meta: etree._Element, blocks: tuple[Block, ...]) -> int | None:
    """The number of pages that the last program counted, if what it counted is this text."""
    counted = meta.find(o("meta:document-statistic"))
    if counted is None:
        return None
    stored = number(counted, "meta:character-count") or 0
    printed = sum(len(block.text) for block in blocks if block.source.part is Part.BODY)
    if abs(printed - stored) > _COUNTING_MAY_DIFFER * max(printed, stored):
        return None
    return number(counted, "meta:page-count", 1)
