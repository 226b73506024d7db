"""What holds in a group of an RTF: where its text goes, and how it and its paragraph look."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sverka.readers.office.text_looks import Look

PLAIN_LOOK = Look(size=12.0, complex_size=12.0)
"""How text looks behind \\plain: in 12 points, in the ordinary font."""

_SWITCHES = {
    b"b": "bold", b"i": "italic", b"strike": "strike", b"striked": "strike", b"caps": "caps",
    b"scaps": "caps", b"v": "hidden", b"ab": "complex_bold", b"ai": "complex_italic",
}  # fmt: skip
_UNDERLINES = {
    b"ul": "", b"ulw": "", b"ulhair": "", b"uldb": "double", b"ulth": "thick", b"uld": "dotted",
    b"ulthd": "dotted", b"uldash": "dashed", b"uldashd": "dashed", b"uldashdd": "dashed",
    b"ulldash": "dashed", b"ulthdash": "dashed", b"ulthdashd": "dashed", b"ulthdashdd": "dashed",
    b"ulthldash": "dashed", b"ulwave": "wavy", b"ulhwave": "wavy", b"ululdbwave": "wavy",
}  # fmt: skip
"""The words for lines below, and which of them are no single ones."""
_KINDS = {
    b"strike": ("striking", ""), b"striked": ("striking", "double"), b"caps": ("capitals", ""),
    b"scaps": ("capitals", "small"),
}  # fmt: skip
_ASSOCIATED = {b"afs": b"fs", b"ab": b"b", b"ai": b"i"}
_OFF_THE_LINE = {
    b"super": (True, False),
    b"sub": (False, True),
    b"nosupersub": (False, False),
}
_CLASSES = {
    b"loch": "ascii", b"hich": "other", b"dbch": "east_asian", b"rtlch": "complex",
    b"ltrch": "complex",
}  # fmt: skip
_LARGEST = 4000


@dataclass(frozen=True, slots=True)
class ParagraphState:
    """What \\pard resets: the style, the place in an outline, a list and a table."""

    style: int = 0
    outline: int | None = None
    list: int = 0
    level: int = 0
    in_table: bool = False
    nesting: int | None = None

    @property
    def depth(self) -> int:
        """How many tables are around the paragraph."""
        return (self.nesting if self.nesting is not None else 1) if self.in_table else 0


@dataclass(slots=True)
class GroupState:
    """What holds in a group; groups inside begin with a copy of it.

    `into` is where its text goes: "text" into the story, else the name of what collects it, or ""
    for nowhere. `skip` is how many characters stand for one behind \\u. `revised` and `deleted`
    are the author and the time of tracked changes. `nested` says that rows are of a table inside a
    cell, `starred` that the group is to be passed over if its first word is not known. `ends` are
    called at the end of the group.
    """

    into: str = "text"
    look: Look = PLAIN_LOOK
    font: int | None = None
    paragraph: ParagraphState = ParagraphState()
    skip: int = 1
    script: str = "complex"
    right_to_left: bool = False
    revised: bool = False
    deleted: bool = False
    reviser: tuple[int, int] = (0, 0)
    deleter: tuple[int, int] = (0, 0)
    starred: bool = False
    nested: bool = False
    ends: list[Callable[[], None]] = field(default_factory=list)

    def inner(self) -> "GroupState":
        """The state of a group that begins here."""
        return replace(self, ends=[], starred=False)


@dataclass(slots=True)
class LookTables:
    """The fonts and colours of a document by their numbers."""

    fonts: dict[int, str] = field(default_factory=dict)
    codecs: dict[int, str] = field(default_factory=dict)
    symbols: set[int] = field(default_factory=set)
    colours: list[str | None] = field(default_factory=list)

    def colour(self, number: int) -> str:
        """A colour as "RRGGBB", "auto" where the program that shows it is to choose."""
        found = self.colours[number] if 0 <= number < len(self.colours) else None
        return found or "auto"


def changed(state: GroupState, word: bytes, value: int | None, tables: LookTables) -> bool:
    """Take in a control word about looks; whether it is one."""
    said = _said(state, word, value, tables)
    if said is None:
        return False
    if said:
        state.look = replace(state.look, **said)  # type: ignore[arg-type]
    return True


def _said(
    state: GroupState, word: bytes, value: int | None, tables: LookTables
) -> dict[str, object] | None:
    on = value != 0
    count = value or 0
    if word in _ASSOCIATED and state.script == "east_asian":
        # Behind \\dbch they are said of the letters of East Asia, which have no size apart.
        return _said(state, _ASSOCIATED[word], value, tables)
    if word in _SWITCHES:
        return {_SWITCHES[word]: on, **dict([_KINDS[word]] if word in _KINDS else ())}
    if word in _UNDERLINES or word == b"ulnone":
        return {
            "underline": on and word != b"ulnone",
            "underlining": _UNDERLINES.get(word, ""),
        }
    if word in _OFF_THE_LINE:
        return dict(zip(("raised", "lowered"), _OFF_THE_LINE[word], strict=True))
    if word in (b"fs", b"afs") and 0 < count < _LARGEST:
        return {"size" if word == b"fs" else "complex_size": count / 2}
    if word in _CLASSES:
        state.script = _CLASSES[word]
        if word in (b"rtlch", b"ltrch"):
            state.right_to_left = word == b"rtlch"
        return {}
    return _valued(state, word, value, tables)


def _valued(
    state: GroupState, word: bytes, value: int | None, tables: LookTables
) -> dict[str, object] | None:
    """What a word about looks that has a figure says."""
    count = value or 0
    match word:
        case b"f":
            state.font = count
            return _typefaces(state, tables.fonts.get(count))
        case b"af":
            return {state.script: tables.fonts.get(count)}
        case b"cf":
            return {"colour": tables.colour(count)}
        case b"highlight" | b"cb" | b"chcbpat":
            return {"shade": tables.colour(count)}
        case b"up" | b"dn":
            off = (value is None or value > 0, word == b"up")
            return {"raised": off == (True, True), "lowered": off == (True, False)}
        case b"plain":
            state.look, state.script, state.right_to_left = PLAIN_LOOK, "complex", False
            state.revised = state.deleted = False
            return {}
    return None


def _typefaces(state: GroupState, name: str | None) -> dict[str, object]:
    if state.script == "east_asian":
        return {"east_asian": name}
    return {"ascii": name, "other": name}


@lru_cache(maxsize=1024)
def resolved(look: Look, default: str | None, *, right_to_left: bool) -> Look:
    """The whole look of text; `default` is the document's own typeface."""
    look = replace(look, ascii=look.ascii or default, other=look.other or default)
    if not right_to_left:
        return look
    return replace(
        look,
        right_to_left=True,
        complex=look.ascii,
        complex_size=look.size,
        complex_bold=look.bold,
        complex_italic=look.italic,
    )
