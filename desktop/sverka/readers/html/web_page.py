"""Makes a document of the markup of a web page, and of what other formats keep as such markup."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import unquote_to_bytes

from lxml import etree

from sverka.model import (
    Aspect,
    Block,
    BlockKind,
    Document,
    Notice,
    NoticeCode,
    Part,
    Properties,
    ReadError,
    Tracked,
    TrackedChange,
    Traits,
)
from sverka.patterns import late_pattern
from sverka.readers.html.page_landmarks import has_own_place, kept_text
from sverka.readers.html.page_looks import MARKED, Sheets
from sverka.readers.html.page_walk import PageWalk, text_of
from sverka.readers.inline_pictures import inline_digest
from sverka.readers.intake import Intake, too_deep, without_text
from sverka.readers.limits import MAX_TAGS
from sverka.readers.reading_steps import stepper
from sverka.readers.registry import Settings
from sverka.readers.tracked_notices import tracked_notices

_TELLS = frozenset(
    {
        Aspect.LIST_NUMBERS,
        Aspect.TABLES,
        Aspect.LINKS,
        Aspect.PICTURES,
        Aspect.NOTE_MARKS,
        Aspect.READINGS,
    }
)
_OWN_TERMS = frozenset({Aspect.CHECK_BOXES, Aspect.FORMULAS})
"""Programs that write a page of another format make signs of boxes, and pictures of formulas."""
_STEP = 512
_HEAD = 4096
"""Characters in which a page says what program wrote it."""
_WRITER = "libreoffice"
_WRITERS = (_WRITER, "openoffice", "microsoft word")
_ENDS_OF_FIELDS = dict.fromkeys(range(1, 9))
"""Signs that LibreOffice marks the ends of fields with, and leaves in the pages it writes."""
_DATA = late_pattern(r"data:[^,]*?(;base64)?,", re.IGNORECASE)


@dataclass(slots=True)
class Markup:
    """Where markup comes from: `picture` and `sheet` give what an address stands for.

    `picture` gives a digest, `sheet` the text of a style sheet; None where it is not at hand.
    """

    picture: Callable[[str], str | None] = lambda _address: None
    sheet: Callable[[str], str | None] = lambda _address: None


@dataclass(slots=True)
class ReadPage:
    """What was read of a page, or of several pages one after another."""

    blocks: list[Block] = field(default_factory=list)
    changes: list[TrackedChange] = field(default_factory=list)
    sheets: Sheets = field(default_factory=Sheets)
    hidden: int = 0
    revised: int = 0
    title: str | None = None
    author: str | None = None
    language: str | None = None

    def add(self, root: etree._Element, markup: Markup, settings: Settings, total: int = 0) -> None:
        """Read one page. `total` is how many elements it has, for the progress; 0 tells none."""
        self._note(root)
        whole, self.sheets.rules = self.sheets.whole, {}
        _read_sheets(root, markup, self.sheets)
        self.sheets.whole = self.sheets.whole and whole
        walk = PageWalk(
            self.sheets,
            settings.tracked,
            lambda address: _picture(address, markup),
            has_own_place(root),
            _writer(root) != "",
            stepper(settings, total, _STEP),
        )
        walk.parts.update(_headers_of_writer(root))
        walk.walk(root)
        first = len(self.blocks)
        self.blocks += walk.blocks
        self.changes += (
            TrackedChange(c.revision, c.words, min(first + (c.block or 0), len(self.blocks) - 1))
            for c in walk.changes
            if self.blocks
        )
        self.hidden += walk.hidden
        self.revised += walk.revised

    def _note(self, root: etree._Element) -> None:
        """Keep what the first page says of itself."""
        title = next(root.iter("title"), None)
        if self.title is None and title is not None:
            self.title = " ".join(text_of(title).split()) or None
        self.language = self.language or root.get("lang") or None
        for meta in root.iter("meta"):
            if self.author is None and meta.get("name", "").lower() == "author":
                self.author = meta.get("content", "").strip() or None

    def notices(self, shown: str, tracked: Tracked) -> Iterator[Notice]:
        """What the user should know of the pages."""
        yield from tracked_notices(shown, tracked, self.changes, revised=bool(self.revised))
        if self.hidden:
            yield Notice(NoticeCode.PARTS_HIDDEN, {"file": shown, "count": self.hidden})

    def traits(self) -> Traits:
        """What the pages tell for certain: their looks only where all their style sheets do."""
        told = {Aspect.FORMATTING} if self.sheets.whole else set()
        if any(block.kind is BlockKind.HEADING for block in self.blocks):
            # Programs write pages in which headings are only set larger.
            told.add(Aspect.HEADING_LEVELS)
        if any(block.source.part in (Part.HEADER, Part.FOOTER) for block in self.blocks):
            told.add(Aspect.HEADERS)
        shows = MARKED | {"colour"} if self.sheets.coloured else MARKED
        return Traits(
            soft_breaks=True,
            formatted=True,
            structured=True,
            tells=_TELLS | _OWN_TERMS | told,
            shows=shows | {"size", "caps", "capitals"},
            plain=True,
            own_terms=_OWN_TERMS,
        )

    def document(
        self,
        intake: Intake,
        name: str,
        settings: Settings,
        notices: Iterable[Notice] = (),
        properties: Properties | None = None,
        traits: Traits | None = None,
    ) -> Document:
        """The document of the format `name`; ReadError where the pages hold no text."""
        if not any(block.text.strip() for block in self.blocks):
            raise without_text(intake.path)
        return Document(
            intake.path,
            name,
            intake.sha256,
            properties or self.properties(intake),
            tuple(in_streams(kept_text(self.blocks))),
            (*notices, *self.notices(intake.path, settings.tracked)),
            traits or self.traits(),
            tuple(self.changes),
        )

    def properties(self, intake: Intake, encoding: str | None = None) -> Properties:
        """What the pages say of themselves."""
        return Properties(
            size=len(intake.data),
            modified=intake.modified,
            encoding=encoding,
            title=self.title,
            author=self.author,
            language=self.language,
        )


def in_streams(blocks: list[Block]) -> list[Block]:
    """The blocks with the notes behind the body, each part in its order."""
    return sorted(blocks, key=lambda block: block.source.part is not Part.BODY)


def parsed(markup: str, shown: str) -> etree._Element:
    """The elements of HTML; ReadError where there are none, or too deep inside each other."""
    root = elements_of(markup, shown)
    if root is None:
        raise without_text(shown)
    return root


def elements_of(markup: str, shown: str) -> etree._Element | None:
    """The elements of HTML, None where there are none."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    if markup.count("<") > MAX_TAGS:
        raise ReadError(
            "“{file}” has far more elements than a page of text; divide it.", file=shown
        )
    text = markup.replace("\0", "\u2400")
    if _WRITER in text[:_HEAD].lower():
        text = text.translate(_ENDS_OF_FIELDS)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if any("RESOURCE" in entry.type_name for entry in parser.error_log):
        raise too_deep(shown)
    return root


def _read_sheets(root: etree._Element, markup: Markup, sheets: Sheets) -> None:
    for element in root.iter("style", "link", "font", "body"):
        if element.tag == "style":
            sheets.add(element.text or "")
        elif element.tag == "link" and "stylesheet" in element.get("rel", "").lower().split():
            if element.get("media", "").strip().lower() == "print":
                continue
            text = markup.sheet(element.get("href", ""))
            if text is None:
                sheets.whole = False
            else:
                sheets.add(text)
        elif element.get("color") or element.get("text"):
            sheets.coloured = True
    if not sheets.coloured:
        sheets.coloured = bool(root.xpath("boolean(//@style[contains(., 'color')])"))


def _writer(root: etree._Element) -> str:
    """The office program that wrote a page; "" where none did."""
    made_by = [
        meta.get("content", "").lower()
        for meta in root.iter("meta")
        if meta.get("name", "").lower() == "generator"
    ]
    return next((name for name in _WRITERS if any(name in one for one in made_by)), "")


def _headers_of_writer(root: etree._Element) -> Iterator[tuple[etree._Element, Part]]:
    """The page headers and footers that LibreOffice writes into a page."""
    if _writer(root) != _WRITER:
        return
    parts = {"header": Part.HEADER, "footer": Part.FOOTER}
    for element in root.iter("div"):
        if (part := parts.get(element.get("title", ""))) is not None:
            yield element, part


def _picture(address: str, markup: Markup) -> str:
    """The digest of a picture: of its bytes where they are at hand, else its address."""
    found = _DATA.match(address)
    if found is None:
        return markup.picture(address) or address
    data = unquote_to_bytes(address[found.end() :])
    return inline_digest(data) if found[1] else sha256(data).hexdigest()
