"""Follows the groups and words of an RTF, and fills its stories with what they say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from sverka.model import (
    HeaderPages,
    ListItem,
    Object,
    ObjectKind,
    Part,
)
from sverka.readers.intake import too_deep
from sverka.readers.limits import MAX_RTF_GROUPS
from sverka.readers.list_numerals import numeral
from sverka.readers.office.counted_lists import Numbering
from sverka.readers.office.field_objects import field_object
from sverka.readers.office.gathered import Content
from sverka.readers.office.symbols import unprivate
from sverka.readers.office.text_looks import NOTHING, appearance, looks_of
from sverka.readers.rtf.rtf_charsets import code_page, decoded
from sverka.readers.rtf.rtf_definitions import NAMING, Definitions
from sverka.readers.rtf.rtf_formulas import PICTURED, RtfFormula
from sverka.readers.rtf.rtf_lists import old_item
from sverka.readers.rtf.rtf_pictures import RtfPicture
from sverka.readers.rtf.rtf_revisions import RtfRevisions
from sverka.readers.rtf.rtf_state import GroupState, ParagraphState, changed, resolved
from sverka.readers.rtf.rtf_stories import OpenField, RtfStory, block_of
from sverka.readers.rtf.rtf_tables import CellRow
from sverka.readers.rtf.rtf_tokens import Token
from sverka.readers.rtf.rtf_words import (
    COLLECTED,
    FIELDS,
    HEADERS,
    KNOWN,
    MACHINES,
    NOTES,
    NUMERALS,
    SIGNS,
    SKIPPED,
    SYMBOL_SIGNS,
    TABLES,
)

_TABLE_NAMES = frozenset(word.decode() for word in TABLES)
_OF_NO_WIDTH = frozenset({"", "shape"})


@dataclass(frozen=True, slots=True)
class RtfSection:
    """A section: which headers it has, and whether its first page has one of its own."""

    headers: dict[tuple[Part, HeaderPages], RtfStory]
    first: bool


@dataclass(slots=True)
class RtfWalk:
    """The way through an RTF. `stories` are those that are open, the body first."""

    shown: str
    revisions: RtfRevisions
    defined: Definitions
    state: GroupState = field(default_factory=GroupState)
    states: list[GroupState] = field(default_factory=list)
    stories: list[RtfStory] = field(default_factory=lambda: [RtfStory(Part.BODY)])
    numbering: Numbering | None = None
    boxes: list[RtfStory] = field(default_factory=list)
    notes: list[RtfStory] = field(default_factory=list)
    comments: list[RtfStory] = field(default_factory=list)
    headers: dict[tuple[Part, HeaderPages], RtfStory] = field(default_factory=dict)
    sections: list[RtfSection] = field(default_factory=list)
    buffers: dict[str, list[str]] = field(default_factory=dict)
    pictures: list[RtfPicture] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    numerals: dict[Part, str] = field(default_factory=dict)
    counts: dict[Part, int] = field(default_factory=dict)
    ranges: dict[str, tuple[object, int, int]] = field(default_factory=dict)
    language: int | None = None
    even: bool = False
    first: bool = False
    endnotes: bool = False
    marked: bool = False
    hidden: int = 0
    embedded: int = 0
    skipping: int = 0
    high: int = 0
    pending: bytearray = field(default_factory=bytearray)
    said: list[str] = field(default_factory=list)
    formula: RtfFormula = field(default_factory=RtfFormula)

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
            raise too_deep(self.shown)
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
        font = self.defined.font(self.state)
        if font in self.defined.looks.symbols and self.state.into not in NAMING:
            self.said.append("".join(chr(0xF000 + b) if b >= 0x20 else chr(b) for b in data))
        else:
            codec = self.defined.looks.codecs.get(font, self.defined.codec)
            self.said.append(decoded(data, codec))

    def _write(self, text: str) -> None:
        into = self.state.into
        if into == "text":
            self._put(text)
        elif into == "formula":
            self.formula.text(text)
        elif into in NAMING:
            self.defined.text(into, text, self.state)
        elif into not in _OF_NO_WIDTH:
            self.buffers.setdefault(into, []).append(text)

    def _put(self, text: str) -> None:
        """Write text into the story, unless a tracked change takes it away."""
        state = self.state
        revisions = self.revisions.of(state)
        self.revisions.tell(revisions, text, self._block())
        if self._hides():
            return
        default = self.defined.looks.fonts.get(self.defined.default_font)
        own = appearance(resolved(state.look, default, right_to_left=state.right_to_left))
        for piece, style in looks_of(unprivate(text, self.defined.font_name(state)), own):
            self.story.content.write(piece, style, revisions)
        self.hidden += own.hidden

    def _hides(self) -> bool:
        """Whether what stands here is taken away by a tracked change."""
        return self.revisions.hides(self.state)

    def _block(self) -> int | None:
        """The number of the block that is being read, if it is one of the body."""
        return self.story.ended if len(self.stories) == 1 else None

    def _symbol(self, sign: bytes) -> None:
        if sign == b"*":
            self.state.starred = True
        elif sign in (b"\r", b"\n"):
            self._text_word(b"par", None)
        elif sign in SYMBOL_SIGNS and self.state.into:
            self._write(SYMBOL_SIGNS[sign])

    # Words

    def _word(self, word: bytes, value: int | None) -> None:
        starred, self.state.starred = self.state.starred, False
        if not self.state.into:
            return
        self.skipping = 0
        if self.state.into == "formula":
            self._formula_word(word, value)
        elif starred and word not in KNOWN:
            self.state.into = ""
        elif word in KNOWN:
            self._destination(word)
        elif word == b"uc":
            self.state.skip = max(0, min(value or 0, 16))
        elif self.state.into in _TABLE_NAMES:
            self.defined.word(self.state.into, word, value, self.state)
        elif self.state.into == "pict" and self.pictures:
            self.pictures[-1].size[word] = value or 0
        elif word in SIGNS:
            self._write(SIGNS[word])
        else:
            self._text_word(word, value)

    def _formula_word(self, word: bytes, value: int | None) -> None:
        """Begin a part of a formula, or take in how it looks."""
        if word == PICTURED:
            self.state.into = ""
        elif self.formula.word(word, len(self.states)):
            self.state.ends.append(self.formula.end)
        elif word in SIGNS:
            self._write(SIGNS[word])
        else:
            changed(self.state, word, value, self.defined.looks)

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
        if changed(state, word, value, self.defined.looks):
            return
        if self.revisions.word(word, value, state):
            return
        if self._paragraph_word(word, value) or self._table_word(word, value):
            return
        self._document_word(word, value)

    def _paragraph_word(self, word: bytes, value: int | None) -> bool:
        own, count = self.state.paragraph, value or 0
        match word:
            case b"pard":
                own = ParagraphState()
            case b"s":
                own = replace(own, style=count)
                self.defined.style(count, self.state)
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
                self.defined.codec = code_page(value or 1252)
            case b"mac" | b"pc" | b"pca":
                self.defined.codec = MACHINES[word]
            case b"deff":
                self.defined.default_font = value or 0
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
            case _ if word in FIELDS:
                content = self.story.content
                content.objects.append(field_object(FIELDS[word], content.length, 0, ""))
            case _:
                for prefix, part in ((b"aftn", Part.ENDNOTE), (b"ftn", Part.FOOTNOTE)):
                    if word.startswith(prefix) and word[len(prefix) :] in NUMERALS:
                        self.numerals[part] = NUMERALS[word[len(prefix) :]]

    # Paragraphs and sections

    def _end_paragraph(self, depth: int, *, marked: bool = True) -> None:
        """End a paragraph, unless its mark is taken away by a tracked change."""
        if marked:
            self.revisions.tell_mark(self.revisions.of(self.state), self._block())
            if self._hides():
                return
        own = self.state.paragraph
        counted = self._counted(own)
        style = self.defined.standing(own.style)
        self.story.end_paragraph(block_of(self.story, own, style, counted), depth)

    def _counted(self, own: ParagraphState) -> tuple[str, ListItem | None]:
        if own.list:
            if self.numbering is None:
                self.numbering = self.defined.lists.numbering()
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
        if word in SKIPPED:
            state.into = ""
        elif word in TABLES:
            state.into = word.decode()
            if word == b"stylesheet":
                state.look, state.font = NOTHING, None
            elif word == b"fonttbl":
                state.ends.append(self.defined.end_fonts)
        elif word in COLLECTED:
            self._collect(word)
        elif state.into in ("text", "shape", "sv", "pict"):
            self._part(word)

    def _part(self, word: bytes) -> None:
        """Begin what is a part of the text, or stands beside it."""
        state = self.state
        if word in HEADERS:
            self._begin(RtfStory(HEADERS[word][0]), lambda story: self._header(word, story))
        elif word in NOTES:
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
        elif word == b"mmath" and state.into == "text":
            self._begin_formula()

    def _begin_formula(self) -> None:
        """Begin a formula, which is written on one line where it ends."""
        self.formula = RtfFormula()
        self.state.into = "formula"

        def ended() -> None:
            content, text = self.story.content, self.formula.linear()
            start = content.length
            self._put(text)
            if length := content.length - start:
                content.objects.append(Object(start, ObjectKind.FORMULA, text, text, length))

        self.state.ends.append(ended)

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
        self.headers[HEADERS[word]] = story

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
                story.label = unprivate(text, self.defined.font_name(self.state)).strip()
            case b"leveltext" if listed:
                self.defined.lists.text(unprivate(text, self.defined.font_name(self.state)))
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
        picture = RtfPicture()
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
