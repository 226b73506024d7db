"""Follows the groups and words of an RTF, and fills its stories with what they say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from sverka.model import (
    HeaderPages,
    ListItem,
    Object,
    ObjectKind,
    Part,
    ReadError,
    Revision,
    RevisionKind,
    Tracked,
    TrackedChange,
)
from sverka.readers.docx.fields import field_object
from sverka.readers.docx.gathered import PAGE_BREAK, Content
from sverka.readers.docx.list_numerals import numeral
from sverka.readers.docx.numbering import Numbering
from sverka.readers.docx.run_looks import NOTHING, appearance, looks_of
from sverka.readers.docx.symbols import unprivate
from sverka.readers.limits import MAX_RTF_GROUPS
from sverka.readers.rtf.rtf_charsets import SYMBOLS, code_page, decoded, of_charset
from sverka.readers.rtf.rtf_lists import ListTables, old_item
from sverka.readers.rtf.rtf_state import (
    GroupState,
    LookTables,
    ParagraphState,
    changed,
    resolved,
)
from sverka.readers.rtf.rtf_stories import NamedStyle, OpenField, RtfStory, block_of, named_style
from sverka.readers.rtf.rtf_tables import CellRow
from sverka.readers.rtf.rtf_tokens import Token

_SIGNS = {
    b"tab": "\t", b"line": "\n", b"softline": "", b"page": PAGE_BREAK, b"column": PAGE_BREAK,
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002",
    b"qmspace": "\u2005", b"zwj": "\u200d", b"zwnj": "\u200c", b"zwbo": "\u200b",
    b"zwnbo": "\u2060", b"ltrmark": "\u200e", b"rtlmark": "\u200f",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}"}
_FIELDS = {b"chpgn": "PAGE", b"chdate": "DATE", b"chtime": "TIME", b"sectnum": "SECTION"}
_SKIPPED = frozenset(
    b"themedata colorschememapping datastore latentstyles rsidtbl generator xmlnstbl mmathPr "
    b"wgrffmtfilter pgptbl userprops filetbl nonshppict shprslt bkmkstart bkmkend tc tcn xe rxe "
    b"txe private ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn falt panose fontemb listpicture "
    b"template pnseclvl pn atntime atndate atnparent atnicn atnid oldcprops oldpprops docvar "
    b"protusertbl passwordhash keycode factoidname objdata objclass objname nonesttables ud "
    b"levelnumbers listname liststylename picprop0 blipuid blipupi keywords subject operator "
    b"category manager company doccomm hlinkbase creatim revtim printim buptim comment "
    b"datafield formfield do mhtmltag background stylerestrictions".split()
)
"""Groups that hold no text of the document."""

_TABLES = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"listtable", b"listoverridetable", b"revtbl", b"info"}
)
_COLLECTED = frozenset(
    {b"title", b"author", b"listtext", b"pntext", b"fldinst", b"atnauthor", b"atrfstart", b"sn"}
    | {b"atrfend", b"atnref", b"leveltext", b"sv", b"pict"}
)
_FRAMES = frozenset({b"shppict", b"fldrslt", b"field", b"nesttableprops", b"result", b"shpinst"})
_FRAMES |= {b"picprop", b"object", b"shptxt", b"dptxbxtext"}
_HEADERS = {
    kind + ending: (part, pages)
    for kind, part in ((b"header", Part.HEADER), (b"footer", Part.FOOTER))
    for ending, pages in (
        (b"", HeaderPages.OTHER),
        (b"r", HeaderPages.OTHER),
        (b"l", HeaderPages.EVEN),
        (b"f", HeaderPages.FIRST),
    )
}
_NOTES = frozenset({b"footnote", b"annotation"})
_KNOWN = _SKIPPED | _TABLES | _COLLECTED | _FRAMES | _NOTES | frozenset(_HEADERS)
_NUMERALS = {
    b"nrlc": "lowerRoman", b"nruc": "upperRoman", b"nalc": "lowerLetter", b"nauc": "upperLetter",
    b"nar": "decimal", b"nchi": "chicago",
}  # fmt: skip
_MACHINES = {b"mac": "mac-roman", b"pc": "cp437", b"pca": "cp850"}
_TWIPS = 20
_DEEPEST = 50
"""Styles based on each other; a longer chain is a circle."""

_OF_NO_WIDTH = frozenset({"", "shape"})


@dataclass(frozen=True, slots=True)
class RtfSection:
    """A section: which headers it has, and whether its first page has one of its own."""

    headers: dict[tuple[Part, HeaderPages], RtfStory]
    first: bool


@dataclass(slots=True)
class _Picture:
    """A picture being read: bytes as figures or as they are, and its size in twips."""

    written: list[bytes] = field(default_factory=list)
    size: dict[bytes, int] = field(default_factory=dict)

    def digest(self) -> str:
        """The SHA-256 of its bytes; "" where there are none."""
        data = b"".join(self.written)
        return sha256(data).hexdigest() if data else ""

    def points(self) -> tuple[float, float] | None:
        """Its width and height."""
        wide, high = (self.size.get(name, 0) for name in (b"picwgoal", b"pichgoal"))
        if wide <= 0 or high <= 0:
            return None
        across, down = (self.size.get(name, 100) for name in (b"picscalex", b"picscaley"))
        return wide / _TWIPS * across / 100, high / _TWIPS * down / 100


@dataclass(slots=True)
class RtfWalk:
    """The way through an RTF. `stories` are those that are open, the body first."""

    tracked: Tracked
    shown: str
    state: GroupState = field(default_factory=GroupState)
    states: list[GroupState] = field(default_factory=list)
    stories: list[RtfStory] = field(default_factory=lambda: [RtfStory(Part.BODY)])
    looks: LookTables = field(default_factory=LookTables)
    lists: ListTables = field(default_factory=ListTables)
    numbering: Numbering | None = None
    styles: dict[int, NamedStyle] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    boxes: list[RtfStory] = field(default_factory=list)
    notes: list[RtfStory] = field(default_factory=list)
    comments: list[RtfStory] = field(default_factory=list)
    headers: dict[tuple[Part, HeaderPages], RtfStory] = field(default_factory=dict)
    sections: list[RtfSection] = field(default_factory=list)
    buffers: dict[str, list[str]] = field(default_factory=dict)
    pictures: list[_Picture] = field(default_factory=list)
    told: list[TrackedChange] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    numerals: dict[Part, str] = field(default_factory=dict)
    counts: dict[Part, int] = field(default_factory=dict)
    ranges: dict[str, tuple[object, int, int]] = field(default_factory=dict)
    codec: str = "cp1252"
    default_font: int = 0
    language: int | None = None
    even: bool = False
    first: bool = False
    endnotes: bool = False
    marked: bool = False
    revised: bool = False
    hidden: int = 0
    embedded: int = 0
    skipping: int = 0
    high: int = 0
    pending: bytearray = field(default_factory=bytearray)
    said: list[str] = field(default_factory=list)
    entry: dict[str, int] = field(default_factory=dict)

    @property
    def story(self) -> RtfStory:
        """The story that text goes into."""
        return self.stories[-1]

    def follow(self, tokens: Iterable[Token], step: Callable[[int], None]) -> None:
        """Read all tokens; `step` is told of the place in the file at each group."""
        for token in tokens:
            if token.kind == "text":
                self._bytes(token)
                continue
            if token.kind == "word" and token.data == b"u":
                self._unicode(token.value or 0)
                continue
            self._flush()
            if token.kind == "group":
                step(token.end)
                self.skipping = 0
                if token.data == b"{":
                    self._open()
                elif self.states:
                    self._close()
                    if not self.states:
                        break
            elif token.kind == "bin":
                if self.state.into == "pict" and self.pictures:
                    self.pictures[-1].written.append(token.data)
            elif token.kind == "symbol":
                self._symbol(token.data)
            else:
                self._word(token.data, token.value)
        self._flush()
        while self.states:
            self._close()
        self._loose_end()
        self._end_section()

    def _open(self) -> None:
        if len(self.states) >= MAX_RTF_GROUPS:
            raise ReadError(
                "“{file}” has elements nested deeper than any text needs; save it again in the"
                " program it was written with.",
                file=self.shown,
            )
        self.states.append(self.state)
        self.state = self.state.inner()

    def _close(self) -> None:
        for end in reversed(self.state.ends):
            end()
        self.state = self.states.pop()

    # Text

    def _bytes(self, token: Token) -> None:
        data = token.data
        if self.skipping:
            gone = min(self.skipping, len(data))
            self.skipping -= gone
            data = data[gone:]
        if not data or not self.state.into:
            return
        if self.state.into == "pict" and not token.hexed and self.pictures:
            figures = bytes(c for c in data if c in b"0123456789abcdefABCDEF")
            self.pictures[-1].written.append(bytes.fromhex(figures[: len(figures) & ~1].decode()))
            return
        self.pending += data

    def _flush(self) -> None:
        """Write the text that was met since the last word."""
        self._settle()
        if self.said:
            text = "".join(self.said)
            self.said.clear()
            self._write(text)

    def _settle(self) -> None:
        """Take the bytes that were met for what the font they are set in says."""
        if not self.pending:
            return
        data, self.pending = bytes(self.pending), bytearray()
        font = self._font()
        if font in self.looks.symbols and self.state.into not in _TABLE_TEXT:
            self.said.append("".join(chr(0xF000 + b) if b >= 0x20 else chr(b) for b in data))
        else:
            self.said.append(decoded(data, self.looks.codecs.get(font, self.codec)))

    def _font(self) -> int:
        return self.default_font if self.state.font is None else self.state.font

    def _write(self, text: str) -> None:
        into = self.state.into
        if into == "text":
            self._put(text)
        elif into in _TABLE_TEXT:
            _TABLE_TEXT[into](self, text)
        elif into not in _OF_NO_WIDTH:
            self.buffers.setdefault(into, []).append(text)

    def _put(self, text: str) -> None:
        """Write text into the story, unless a tracked change takes it away."""
        state = self.state
        revisions = self._revisions()
        if revisions and self.tracked is Tracked.KEEP:
            for one in revisions:
                self._tell(one, text)
        if self._hides():
            return
        default = self.looks.fonts.get(self.default_font)
        own = appearance(resolved(state.look, default, right_to_left=state.right_to_left))
        name = self.looks.fonts.get(self._font())
        for piece, style in looks_of(unprivate(text, name), own):
            self.story.content.write(piece, style, revisions)
        self.hidden += own.hidden

    def _hides(self) -> bool:
        """Whether what stands here is not there, once tracked changes are accepted or rejected."""
        return self.state.revised if self.tracked is Tracked.REJECT else self.state.deleted

    def _revisions(self) -> tuple[Revision, ...]:
        state = self.state
        if not (state.revised or state.deleted):
            return ()
        self.revised = True
        found = []
        if state.revised:
            found.append(self._revision(RevisionKind.INSERTION, state.reviser))
        if state.deleted:
            found.append(self._revision(RevisionKind.DELETION, state.deleter))
        return tuple(found)

    def _revision(self, kind: RevisionKind, made: tuple[int, int]) -> Revision:
        author, time = made
        name = self.authors[author] if 0 <= author < len(self.authors) else ""
        return Revision(kind, name, _date(time))

    def _tell(self, revision: Revision, text: str) -> None:
        block = self.story.ended if len(self.stories) == 1 else None
        if self.told and self.told[-1].revision == revision:
            text, block = self.told[-1].words + text, self.told[-1].block
            self.told.pop()
        self.told.append(TrackedChange(revision, text, block))

    def _symbol(self, sign: bytes) -> None:
        if sign == b"*":
            self.state.starred = True
        elif sign in (b"\r", b"\n"):
            self._text_word(b"par", None)
        elif sign in _SYMBOLS and self.state.into:
            self._write(_SYMBOLS[sign])

    # Words

    def _word(self, word: bytes, value: int | None) -> None:
        starred, self.state.starred = self.state.starred, False
        if not self.state.into:
            return
        self.skipping = 0
        if starred and word not in _KNOWN:
            self.state.into = ""
        elif word in _KNOWN:
            self._destination(word)
        elif word == b"uc":
            self.state.skip = max(0, min(value or 0, 16))
        elif self.state.into in _TABLE_WORDS:
            _TABLE_WORDS[self.state.into](self, word, value)
        elif self.state.into == "pict" and self.pictures:
            self.pictures[-1].size[word] = value or 0
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        else:
            self._text_word(word, value)

    def _unicode(self, code: int) -> None:
        """A sign by its number; two halves of one are written as one."""
        if not self.state.into:
            return
        self._settle()
        code = (code + 0x10000 if code < 0 else code) & 0xFFFF
        self.skipping = self.state.skip
        if 0xD800 <= code < 0xDC00:
            self.high = code
            return
        if 0xDC00 <= code < 0xE000:
            high, self.high = self.high, 0
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        if code:
            self.said.append(chr(code))

    def _text_word(self, word: bytes, value: int | None) -> None:
        state = self.state
        if changed(state, word, value, self.looks) or self._revising(word, value):
            return
        if self._paragraph_word(word, value) or self._table_word(word, value):
            return
        self._document_word(word, value)

    def _revising(self, word: bytes, value: int | None) -> bool:
        state, count = self.state, value or 0
        match word:
            case b"revised":
                state.revised = value != 0
            case b"deleted":
                state.deleted = value != 0
            case b"revauth":
                state.reviser = (count, state.reviser[1])
            case b"revdttm":
                state.reviser = (state.reviser[0], count)
            case b"revauthdel":
                state.deleter = (count, state.deleter[1])
            case b"revdttmdel":
                state.deleter = (state.deleter[0], count)
            case _:
                return False
        return True

    def _paragraph_word(self, word: bytes, value: int | None) -> bool:
        own, count = self.state.paragraph, value or 0
        match word:
            case b"pard":
                own = ParagraphState()
            case b"s":
                own = replace(own, style=count)
                self._styled(count)
            case b"outlinelevel":
                own = replace(own, outline=count)
            case b"ls":
                own = replace(own, list=count)
            case b"ilvl":
                own = replace(own, level=min(max(count, 0), 8))
            case b"intbl":
                own = replace(own, in_table=value != 0)
            case b"itap":
                own = replace(own, nesting=max(0, count), in_table=own.in_table or count > 0)
            case b"par":
                if self.state.into == "text":
                    self._end_paragraph(own.depth)
            case b"sect":
                self._loose_end()
                self._end_section()
            case _:
                return False
        self.state.paragraph = own
        return True

    def _table_word(self, word: bytes, value: int | None) -> bool:
        story, nested = self.story, self.state.nested
        inner = max(2, self.state.paragraph.depth)
        match word:
            case b"cell" | b"nestcell":
                depth = 1 if word == b"cell" else inner
                self._end_paragraph(depth, marked=False)
                story.end_cell(depth)
            case b"row" | b"nestrow":
                story.end_row(1 if word == b"row" else inner, word == b"nestrow")
            case b"trowd":
                story.rows[nested] = CellRow()
            case b"cellx":
                story.end_cell_definition(value or 0, nested)
            case b"clvmrg":
                story.merging.add("below")
            case b"clmrg":
                story.merging.add("beside")
            case b"trhdr":
                story.row(nested).header = True
            case b"trleft":
                story.row(nested).left = value or 0
            case _:
                return False
        return True

    def _document_word(self, word: bytes, value: int | None) -> None:
        match word:
            case b"ansicpg":
                self.codec = code_page(value or 1252)
            case b"mac" | b"pc" | b"pca":
                self.codec = _MACHINES[word]
            case b"deff":
                self.default_font = value or 0
            case b"deflang":
                self.language = value
            case b"facingp":
                self.even = True
            case _:
                self._place_word(word)

    def _place_word(self, word: bytes) -> None:
        """Take in a word about a section, a note, or a field that is a word."""
        match word:
            case b"titlepg":
                self.first = True
            case b"sectd":
                self.first = False
            case b"ftnalt":
                self.endnotes = True
            case b"chftn":
                self.marked = True
            case _ if word in _FIELDS:
                content = self.story.content
                content.objects.append(field_object(_FIELDS[word], content.length, 0, ""))
            case _:
                for prefix, part in ((b"aftn", Part.ENDNOTE), (b"ftn", Part.FOOTNOTE)):
                    if word.startswith(prefix) and word[len(prefix) :] in _NUMERALS:
                        self.numerals[part] = _NUMERALS[word[len(prefix) :]]

    # Paragraphs and sections

    def _end_paragraph(self, depth: int, *, marked: bool = True) -> None:
        """End a paragraph, unless its mark is taken away by a tracked change."""
        if marked:
            for one in self._revisions():
                if self.tracked is Tracked.KEEP and not self._continues(one):
                    self._tell(one, "¶")
            if self._hides():
                return
        own = self.state.paragraph
        counted = self._counted(own)
        style = self.styles.get(own.style, NamedStyle())
        self.story.end_paragraph(block_of(self.story, own, style, counted), depth)

    def _continues(self, revision: Revision) -> bool:
        return bool(self.told) and self.told[-1].revision == revision

    def _counted(self, own: ParagraphState) -> tuple[str, ListItem | None]:
        if own.list:
            if self.numbering is None:
                self.numbering = self.lists.numbering()
            return self.numbering.count(own.list, own.level)
        if self.story.label:
            return self.story.label, old_item(self.story.label)
        return "", None

    def _loose_end(self) -> None:
        """End a paragraph that has no mark of its own."""
        content = self.story.content
        if content.pieces or content.objects:
            self._end_paragraph(self.state.paragraph.depth, marked=False)

    def _end_section(self) -> None:
        if len(self.stories) == 1:
            self.sections.append(RtfSection(dict(self.headers), self.first))

    # Groups that are something of their own

    def _destination(self, word: bytes) -> None:
        state = self.state
        if word in _SKIPPED:
            state.into = ""
        elif word in _TABLES:
            state.into = word.decode()
            if word == b"stylesheet":
                state.look, state.font = NOTHING, None
            elif word == b"fonttbl":
                state.ends.append(self._end_fonts)
        elif word in _COLLECTED:
            self._collect(word)
        elif state.into in ("text", "shape", "sv", "pict"):
            self._part(word)

    def _part(self, word: bytes) -> None:
        """Begin what is a part of the text, or stands beside it."""
        state = self.state
        if word in _HEADERS:
            self._begin(RtfStory(_HEADERS[word][0]), lambda story: self._header(word, story))
        elif word in _NOTES:
            self._note(word)
        elif word in (b"shptxt", b"dptxbxtext"):
            part = self.story.part if self.story.part is not Part.BODY else Part.TEXT_BOX
            self._begin(RtfStory(part), self.boxes.append)
        elif word in (b"shpinst", b"picprop"):
            state.into = "shape"
            if word == b"shpinst":
                self.buffers.pop("described", None)
        elif word == b"nesttableprops":
            state.nested = True
        elif word == b"field":
            one = OpenField()
            self.story.fields.append(one)
            state.ends.append(lambda story=self.story: self._end_field(story, one))  # type: ignore[misc]
        elif word == b"fldrslt":
            self._result()
        elif word == b"object":
            self.embedded += 1

    def _begin(self, story: RtfStory, end: Callable[[RtfStory], None]) -> None:
        """Begin a story that stands inside another."""
        own = self.state
        own.into = "text"
        own.paragraph = ParagraphState()
        own.revised = own.deleted = False
        self.stories.append(story)

        def ended() -> None:
            self._loose_end()
            if self.stories and self.stories[-1] is story:
                self.stories.pop()
            story.close()
            end(story)

        own.ends.append(ended)

    def _header(self, word: bytes, story: RtfStory) -> None:
        self.headers[_HEADERS[word]] = story

    def _note(self, word: bytes) -> None:
        """Begin a note or a comment, which stands where the text has come to."""
        if word == b"annotation":
            self._comment()
            return
        hidden, content, marked = self._hides(), self.story.content, self.marked
        self.marked = self.endnotes = False
        offset = content.length

        def end(story: RtfStory) -> None:
            self.marked = False
            if hidden:
                return
            part = Part.ENDNOTE if self.endnotes else Part.FOOTNOTE
            story.part = part
            story.note = f"{part.value}:{len(self.notes) + 1}"
            self.counts[part] = self.counts.get(part, 0) + marked
            if marked:
                story.mark = numeral(self.counts[part], self.numerals.get(part, "decimal"))
            content.objects.append(Object(offset, ObjectKind.NOTE_REFERENCE, story.note))
            self.notes.append(story)

        self._begin(RtfStory(Part.FOOTNOTE, note=""), end)

    def _comment(self) -> None:
        hidden, content = self._hides(), self.story.content
        offset = content.length
        author = "".join(self.buffers.pop("atnauthor", [])).strip()

        def end(story: RtfStory) -> None:
            if hidden:
                return
            story.note = f"comment:{len(self.comments)}"
            story.mark = author or None
            key = "".join(self.buffers.pop("atnref", [])).strip()
            around, start, stop = self.ranges.pop(key, (content, offset, offset))
            where = content if around is content else None
            begin, length = (start, max(0, stop - start)) if where is not None else (offset, 0)
            reference = Object(begin, ObjectKind.NOTE_REFERENCE, story.note, length=length)
            content.objects.append(reference)
            self.comments.append(story)

        self._begin(RtfStory(Part.COMMENT, note=""), end)

    def _collect(self, word: bytes) -> None:
        """Begin a group whose text is not of the story; its end says what becomes of it."""
        name = word.decode()
        state = self.state
        if word == b"pict":
            self._picture()
            return
        if word in (b"title", b"author") and state.into != "info":
            state.into = ""
            return
        listed = state.into == "listtable"
        state.into = name
        if word not in (b"fldinst", b"atnref", b"atnauthor"):
            self.buffers[name] = []
        content = self.story.content
        state.ends.append(lambda: self._collected(word, listed, content))

    def _collected(self, word: bytes, listed: bool, content: Content) -> None:
        """Do with the text of a group that ends what its first word says."""
        name, story = word.decode(), self.story
        text = "".join(self.buffers.get(name, ()))
        match word:
            case b"title" | b"author":
                self.properties[name] = text.strip()
            case b"listtext" | b"pntext" if not self._hides():
                story.label = unprivate(text, self.looks.fonts.get(self._font())).strip()
            case b"leveltext" if listed:
                self.lists.text(unprivate(text, self.looks.fonts.get(self._font())))
            case b"fldinst":
                if story.fields:
                    story.fields[-1].code.append(text)
                self.buffers.pop(name, None)
            case b"atrfstart":
                self.ranges[text.strip()] = (content, content.length, content.length)
            case b"atrfend" if found := self.ranges.get(text.strip()):
                self.ranges[text.strip()] = (found[0], found[1], content.length)
            case b"sv" if "".join(self.buffers.get("sn", ())).strip() == "wzDescription":
                self.buffers["described"] = [text]

    def _picture(self) -> None:
        if self.state.into == "fldinst" or self._hides():
            self.state.into = ""
            return
        of_shape = self.state.into == "sv"
        picture = _Picture()
        self.pictures.append(picture)
        self.state.into = "pict"
        content = self.story.content
        offset = content.length
        if not of_shape:
            self.buffers.pop("described", None)

        def end() -> None:
            if self.pictures and self.pictures[-1] is picture:
                self.pictures.pop()
            words = "".join(self.buffers.get("described", ()))
            if digest := picture.digest():
                size = picture.points()
                found = Object(offset, ObjectKind.PICTURE, digest, words, size=size)
                content.objects.append(found)

        self.state.ends.append(end)

    def _result(self) -> None:
        if self.state.into == "text" and self.story.fields:
            one, content = self.story.fields[-1], self.story.content
            one.content, one.start, one.piece = content, content.length, len(content.pieces)

    def _end_field(self, story: RtfStory, one: OpenField) -> None:
        if one in story.fields:
            story.fields.remove(one)
        if not self._hides():
            one.tell()

    # Tables of fonts, colours, styles

    def _font_word(self, word: bytes, value: int | None) -> None:
        if word == b"f":
            self.state.font = self.entry["f"] = value or 0
            self.buffers["fonttbl"] = []
        elif word in (b"fcharset", b"cpg") and "f" in self.entry:
            font = self.entry["f"]
            if word == b"cpg":
                self.looks.codecs[font] = code_page(value or 0)
            elif value == SYMBOLS:
                self.looks.symbols.add(font)
            elif value not in (None, 0):
                self.looks.codecs[font] = of_charset(value or 0, self.codec)
            else:
                self.entry[f"western {font}"] = font

    def _font_text(self, text: str) -> None:
        name, _end, _rest = text.partition(";")
        if "f" in self.entry:
            font = self.entry["f"]
            self.looks.fonts[font] = (self.looks.fonts.get(font, "") + name).strip()

    def _end_fonts(self) -> None:
        """Settle the fonts that are Western by their number: 0, which old writers gave to all.

        Where no font names another charset, the code page of the document holds for them.
        """
        western = [font for key, font in self.entry.items() if key.startswith("western ")]
        if self.looks.codecs:
            self.looks.codecs.update((font, "cp1252") for font in western)

    def _colour_word(self, word: bytes, value: int | None) -> None:
        if word in (b"red", b"green", b"blue"):
            self.entry[word.decode()] = min(255, max(0, value or 0))

    def _colour_text(self, text: str) -> None:
        for _end in range(text.count(";")):
            parts = [self.entry.pop(name, None) for name in ("red", "green", "blue")]
            known = any(part is not None for part in parts)
            written = "".join(f"{part or 0:02X}" for part in parts)
            self.looks.colours.append(written if known else None)

    def _style_word(self, word: bytes, value: int | None) -> None:
        if word in (b"s", b"outlinelevel", b"sbasedon"):
            self.entry[f"style {word.decode()}"] = value or 0
        elif word in (b"cs", b"ts", b"ds"):
            self.entry["style other"] = 1
        else:
            changed(self.state, word, value, self.looks)

    def _styled(self, number: int) -> None:
        """Take over the look of a style: Word says it once more, others leave out what is in it."""
        chain: list[NamedStyle] = []
        while number in self.styles and len(chain) < _DEEPEST:
            chain.append(self.styles[number])
            number = -1 if chain[-1].based is None else chain[-1].based
        state = self.state
        for style in reversed(chain):
            state.look = style.look.over(state.look)
            state.font = state.font if style.font is None else style.font

    def _style_text(self, text: str) -> None:
        written = self.buffers.setdefault("stylesheet", [])
        name, end, _rest = text.partition(";")
        written.append(name)
        if not end:
            return
        whole = "".join(written).strip()
        written.clear()
        number = self.entry.pop("style s", 0)
        level = self.entry.pop("style outlinelevel", None)
        if self.entry.pop("style other", 0) == 0:
            named = named_style(whole, level)
            based = self.entry.get("style sbasedon")
            own = self.state
            self.styles[number] = replace(named, look=own.look, font=own.font, based=based)
        self.entry.pop("style sbasedon", None)

    def _list_word(self, word: bytes, value: int | None) -> None:
        self.lists.word(word, value or 0, overriding=False)

    def _override_word(self, word: bytes, value: int | None) -> None:
        self.lists.word(word, value or 0, overriding=True)

    def _author_text(self, text: str) -> None:
        *names, _rest = text.split(";")
        self.authors += (name.strip() for name in names)

    def _nothing(self, _word: bytes, _value: int | None) -> None:
        """Words that say nothing here."""


_TABLE_WORDS: dict[str, Callable[[RtfWalk, bytes, int | None], None]] = {
    "fonttbl": RtfWalk._font_word,
    "colortbl": RtfWalk._colour_word,
    "stylesheet": RtfWalk._style_word,
    "listtable": RtfWalk._list_word,
    "listoverridetable": RtfWalk._override_word,
    "revtbl": RtfWalk._nothing,
    "info": RtfWalk._nothing,
}
_TABLE_TEXT: dict[str, Callable[[RtfWalk, str], None]] = {
    "fonttbl": RtfWalk._font_text,
    "colortbl": RtfWalk._colour_text,
    "stylesheet": RtfWalk._style_text,
    "revtbl": RtfWalk._author_text,
}


def _date(written: int) -> str | None:
    """The time of a tracked change (a DTTM: minute, hour, day, month, year from 1900)."""
    if written <= 0:
        return None
    minute, hour, day = written & 63, written >> 6 & 31, written >> 11 & 31
    month, year = written >> 16 & 15, (written >> 20 & 511) + 1900
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:00"
