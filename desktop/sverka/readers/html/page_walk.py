"""Walks through the elements of a web page and makes the blocks of its text, in order."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from lxml import etree

from sverka.model import (
    PLAIN,
    Block,
    BlockKind,
    Cell,
    Landmark,
    ListItem,
    Object,
    ObjectKind,
    Part,
    Revision,
    RevisionKind,
    Source,
    Style,
    Tracked,
    TrackedChange,
)
from sverka.readers.html.page_content import PageContent, shown
from sverka.readers.html.page_landmarks import SECTIONS, landmark_of
from sverka.readers.html.page_lists import PageList, begun_list
from sverka.readers.html.page_looks import Sheets, is_unseen, look_of, said_of
from sverka.readers.html.page_notes import is_back_link, note_mark, note_of
from sverka.readers.html.page_tables import cells_of, is_layout
from sverka.readers.office.field_objects import without_generated


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = _named(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
    " listing main menu nav ol optgroup option p plaintext pre search section summary table"
    " caption tbody td tfoot th thead tr ul xmp"
)
"""Elements that text does not flow through (HTML standard, section 15.3)."""

_UNSEEN = _named(
    "head script style template noscript title meta link base audio video iframe object embed"
    " applet canvas datalist map rt rp colgroup noembed noframes param source track"
)
"""Elements whose content is no text of the page. What a ruby says is told of its characters."""

_WHOLE = frozenset({"html", "body", "main", "article"})
"""Elements that pages hide until a script has run, and then show."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_PRE = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
_CAPTIONS = frozenset({"figcaption", "caption"})
_REVISED = {"ins": RevisionKind.INSERTION, "del": RevisionKind.DELETION}
HIDDEN_REVISION = {Tracked.ACCEPT: "del", Tracked.REJECT: "ins", Tracked.KEEP: "del"}
_SEEN_INPUTS = frozenset({"", "text", "button", "submit", "reset", "search", "email", "url", "tel"})
_QUOTES = {"ru": "«»", "ky": "«»", "uk": "«»", "fr": "«»", "de": "„“"}
_SHADED_FIELD = "background: #c0c0c0"
"""What LibreOffice says of the result of a field, which it shades on the screen only."""
_TRACKING = 1
"""A picture of one pixel is there to count readers."""


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for the content of an element: what it inherits from those around it."""

    style: Style = PLAIN
    pre: bool = False
    revisions: tuple[Revision, ...] = ()
    part: Part = Part.BODY
    note: str | None = None
    landmark: Landmark | None = None
    inside: frozenset[str] = frozenset()
    cell: Cell | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    kind_of_list: str | None = None
    quotes: str = "“”"


@dataclass(slots=True)
class PageWalk:
    """The way through a page. `blocks` grow, and so does what is counted.

    `picture` gives the digest of a picture by its address, `parts` are elements that are known to
    be of another part than the body, `hidden` counts parts with text that are
    not shown, `has_place` says whether the page marks where its text is, `by_office` whether an
    office program wrote it.
    """

    sheets: Sheets
    tracked: Tracked
    picture: Callable[[str], str]
    has_place: bool = False
    by_office: bool = False
    step: Callable[[], None] = lambda: None
    parts: dict[etree._Element, Part] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    changes: list[TrackedChange] = field(default_factory=list)
    hidden: int = 0
    revised: int = 0
    content: PageContent = field(default_factory=PageContent)
    _open: Around = Around()
    _stack: list[tuple[etree._Element, Around, bool]] = field(default_factory=list)
    _links: list[tuple[etree._Element, str, int]] = field(default_factory=list)
    _lists: list[PageList] = field(default_factory=list)
    _cells: dict[etree._Element, Cell] = field(default_factory=dict)
    _item: tuple[str, ListItem] | None = None
    _tables: int = 0
    _all_lists: int = 0
    _ruby: int = 0

    def walk(self, root: etree._Element) -> None:
        """Read all of a page; a step at a time, so that no nesting is too deep."""
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "end":
                self._leave(element)
            elif not self._enter(element):
                events.skip_subtree()
        self._flush()

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element; False where what stands in it is not to be read."""
        tag = element.tag
        around = self._open
        said = said_of(element, tag, self.sheets)
        if self.by_office and element.get("style") == _SHADED_FIELD:
            said = {}
        if not self._is_read(element, tag, said):
            self._stack.append((element, around, False))
            return False
        block = tag in BLOCKS
        if block:
            self._flush()
            self.step()
        self._open = self._inner(element, tag, said, around)
        self._stack.append((element, around, block))
        self._begin(element, tag, said)
        if element.text:
            text = element.text
            if self._open.pre and not self.content.length:
                text = text.removeprefix("\r").removeprefix("\n")
            self._write(text)
        return True

    def _leave(self, element: etree._Element) -> None:
        _element, around, block = self._stack.pop()
        tag = element.tag
        if self._links and self._links[-1][0] is element:
            _a, target, start = self._links.pop()
            self.content.cover(start, ObjectKind.LINK, target)
        if tag == "q":
            self._write(self._open.quotes[-1])
        if block:
            self._flush()
            if tag in _LISTS and self._lists:
                self._lists.pop()
            elif self._is_empty(element, tag):
                self._block((), ())
        self._open = around
        if element.tail and self._stack:
            self._write(element.tail)

    def _is_read(self, element: etree._Element, tag: str, said: dict[str, str]) -> bool:
        """Whether an element's content is text; what is in place of it is written here."""
        if tag == "rt":
            self._reading(element)
        if tag in _UNSEEN:
            return False
        if (said or element.keys()) and tag not in _WHOLE and is_unseen(element, said):
            self.hidden += any(text.strip() for text in element.itertext())
            return False
        if (digest := note_mark(element, tag)) is not None:
            mark = Object(self.content.length, ObjectKind.NOTE_REFERENCE, digest)
            self.content.objects.append(mark)
            return False
        if is_back_link(element, tag):
            return False
        if tag in ("img", "image", "svg"):
            self._picture(element, tag)
            return False
        if tag == "math":
            self._formula(element)
            return False
        if tag in _REVISED:
            self.revised += 1
            return not self._is_revised_away(element, tag)
        return True

    def _inner(
        self, element: etree._Element, tag: str, said: dict[str, str], around: Around
    ) -> Around:
        """What holds inside an element."""
        style = look_of(element, tag, said, around.style)
        changes: dict[str, object] = {}
        if style is not around.style:
            changes["style"] = style
        if tag in _PRE or "white-space" in said:
            changes["pre"] = tag in _PRE or said["white-space"].lower().startswith("pre")
        if tag in _REVISED:
            changes["revisions"] = (*around.revisions, _revision(element, tag))
        if "list-style-type" in said or "list-style" in said:
            words = said.get("list-style-type") or said["list-style"]
            changes["kind_of_list"] = words.lower().split(" ")[0]
        language = element.get("lang", "")[:2].lower()
        if language:
            changes["quotes"] = _QUOTES.get(language, "“”")
        changes.update(self._place_of(element, tag, around))
        return replace(around, **changes) if changes else around  # type: ignore[arg-type]

    def _place_of(self, element: etree._Element, tag: str, around: Around) -> dict[str, object]:
        """What kind of block stands in an element, and in which part of the page."""
        changes: dict[str, object] = {}
        if tag in _HEADINGS or element.get("role") == "heading":
            level = _HEADINGS.get(tag) or _level(element)
            changes.update(kind=BlockKind.HEADING, level=level)
        elif tag in _CAPTIONS:
            changes.update(kind=BlockKind.CAPTION, level=None)
        elif tag in ("td", "th") and element in self._cells:
            changes.update(cell=self._cells[element], kind=BlockKind.PARAGRAPH, level=None)
        if around.landmark is None and (tag in BLOCKS or tag == "search"):
            found = landmark_of(element, tag, around.inside, self.has_place)
            if found is not None:
                changes["landmark"] = found
        if tag in SECTIONS:
            changes["inside"] = around.inside | {tag}
        if element in self.parts:
            changes["part"] = self.parts[element]
        elif around.part is Part.BODY and (placed := note_of(element, tag)) is not None:
            changes["part"], changes["note"] = placed
        return changes

    def _begin(self, element: etree._Element, tag: str, said: dict[str, str]) -> None:
        """What an element does beside holding text."""
        if tag == "br":
            self._break()
        elif tag == "a" and (target := _target(element)):
            self._end_links()
            self._links = [(element, target, self.content.length)]
        elif tag in _LISTS:
            self._all_lists += 1
            kind = element.get("type") or self._open.kind_of_list
            level = len(self._lists) + 1
            self._lists.append(begun_list(element, self._all_lists, level, kind))
        elif tag == "li":
            self._begin_item(element, said)
        elif tag == "table" and not is_layout(element, by_office=self.by_office):
            self._tables += 1
            self._cells.update(cells_of(element, self._tables, self._open.cell))
        elif tag == "q":
            self._write(self._open.quotes[0])
        elif tag == "ruby":
            self._ruby = self.content.length
        elif tag == "input":
            self._input(element)

    def _begin_item(self, element: etree._Element, said: dict[str, str]) -> None:
        if not self._lists:
            self._all_lists += 1
            loose = PageList(f"list {self._all_lists}", 1, "bullet", 1, 1)
            self._item = loose.item(element, None)
            return
        own = element.get("type") or said.get("list-style-type")
        self._item = self._lists[-1].item(element, own or self._open.kind_of_list)

    def _write(self, text: str) -> None:
        here = self._open
        self.content.write(text, here.style, here.revisions, here.pre)

    def _break(self) -> None:
        if not self.content.break_line(self._open.style, self._open.revisions):
            self._flush()

    def _input(self, element: etree._Element) -> None:
        kind = element.get("type", "").lower()
        if kind in ("checkbox", "radio"):
            state = "unchecked" if element.get("checked") is None else "checked"
            self.content.objects.append(Object(self.content.length, ObjectKind.CHECK_BOX, state))
        elif kind in _SEEN_INPUTS:
            self._write(element.get("value", ""))

    def _picture(self, element: etree._Element, tag: str) -> None:
        if tag == "svg":
            names = (one.text or "" for one in element.iter("title", "desc"))
            digest = sha256(etree.tostring(element, with_tail=False)).hexdigest()
            words, size = " ".join(" ".join(names).split()), None
        else:
            size = _size(element)
            if size is not None and max(size) <= _TRACKING:
                return
            digest = self.picture(element.get("src", "").strip())
            words = " ".join(shown(element.get("alt", "")).split())
        self.content.picture(
            Object(self.content.length, ObjectKind.PICTURE, digest, words, size=size)
        )

    def _reading(self, element: etree._Element) -> None:
        """Note what stands above the characters since the ruby began, or since the last of it."""
        said = " ".join(shown(text_of(element)).split())
        if said and self._ruby < self.content.length:
            self.content.cover(self._ruby, ObjectKind.READING, said, said)
        self._ruby = self.content.length

    def _formula(self, element: etree._Element) -> None:
        for note in list(element.iter("annotation", "annotation-xml")):
            if (parent := note.getparent()) is not None:
                parent.remove(note)
        text = " ".join(text_of(element).split()) or element.get("alttext", "")
        start = self.content.length
        self._write(text)
        self.content.cover(start, ObjectKind.FORMULA, text, text)

    def _is_revised_away(self, element: etree._Element, tag: str) -> bool:
        """Whether the text of a tracked change is not read; kept ones are told."""
        if self.tracked is Tracked.KEEP:
            words = shown(" ".join(text_of(element).split()))
            place = len(self.blocks) if self.content.length else max(0, len(self.blocks) - 1)
            self.changes.append(TrackedChange(_revision(element, tag), words, place))
        return tag == HIDDEN_REVISION[self.tracked]

    def _is_empty(self, element: etree._Element, tag: str) -> bool:
        """Whether an item or a cell ends of which nothing was read; it has its place."""
        if tag == "li":
            return self._item is not None
        cell = self._cells.get(element)
        last = self.blocks[-1].cell if self.blocks else None
        return cell is not None and not _is_within(last, cell)

    def _flush(self) -> None:
        """End the block that is being gathered; links go on in the next one."""
        if not self.content.pieces and not self.content.objects:
            return
        self._end_links()
        self._links = [(element, target, 0) for element, target, _start in self._links]
        runs, objects = self.content.written()
        if runs or objects:
            self._block(runs, objects)
        self.content = PageContent()

    def _end_links(self) -> None:
        """Let the link end here that is open: there is none in another."""
        for _element, target, start in self._links:
            self.content.cover(start, ObjectKind.LINK, target)

    def _block(self, runs: tuple, objects: tuple[Object, ...]) -> None:  # type: ignore[type-arg]
        here = self._open
        label, item = self._item or ("", None)
        self._item = None
        kind, level = here.kind, here.level
        if here.note is not None:
            kind, level = BlockKind.NOTE, None
        elif here.cell is not None:
            kind = BlockKind.TABLE_CELL
        elif item is not None and kind is BlockKind.PARAGRAPH and label:
            kind, level = BlockKind.LIST_ITEM, item.level
        self.blocks.append(
            Block(
                kind,
                runs,
                level,
                label or None,
                Source(here.part),
                artifact=here.landmark is not None,
                objects=objects,
                cell=here.cell,
                item=item,
                note=here.note,
                landmark=here.landmark,
            )
        )


def text_of(element: etree._Element) -> str:
    """All text in an element as it stands in the file."""
    return "".join(str(text) for text in element.itertext())


def _is_within(found: Cell | None, cell: Cell) -> bool:
    """Whether what was found stands in the cell, or in a table inside it."""
    return found is not None and cell in found.outward()


def _revision(element: etree._Element, tag: str) -> Revision:
    return Revision(_REVISED[tag], "", element.get("datetime"))


def _target(element: etree._Element) -> str:
    """Where a link leads; "" where it leads nowhere but into a script."""
    target = without_generated(shown(element.get("href", "").strip()))
    return "" if target.lower().startswith("javascript:") or target == "#" else target


def _level(element: etree._Element) -> int:
    value = element.get("aria-level", "")
    return min(9, int(value)) if value.isascii() and value.isdigit() and 0 < len(value) < 3 else 2


def _size(element: etree._Element) -> tuple[float, float] | None:
    """Width and height of a picture in points, where both are said in pixels."""
    sides = [element.get(name, "").strip().removesuffix("px") for name in ("width", "height")]
    if not all(side.isascii() and side.isdigit() and len(side) < 6 for side in sides):
        return None
    return 0.75 * int(sides[0]), 0.75 * int(sides[1])
