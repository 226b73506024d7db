"""Cuts a paragraph into words, and what else stands in a line: each compared by a key."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple, TypeAlias

from lxml import etree

from sverka.readers.docx.wordprocessing import ALTERNATE, R_ID, w
from sverka.redline.canonical_markup import frame_digest, markup_digest, shape_digest
from sverka.text.word_boundaries import segmented

WITHOUT_WIDTH = frozenset(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
        *("permStart", "permEnd"),
    )
)
"""What stands between characters and takes no room."""

NOTE_REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_UNSEEN = frozenset(
    w(name)
    for name in (
        *("proofErr", "lastRenderedPageBreak", "pPr", "rPr"),
        *("smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr"),
    )
)
_TRANSPARENT = frozenset(w(name) for name in ("smartTag", "customXml", "ins", "moveTo"))
_SHAPES = frozenset({ALTERNATE, *(w(name) for name in ("drawing", "pict", "object"))})
_FIELD_CHARACTER, _FIELD_CODE, _FIELD_TYPE = w("fldChar"), w("instrText"), w("fldCharType")
_FULL_STOP = re.compile(r"(\.)")
_TEXT_BOX = w("txbxContent")


class Bit(NamedTuple):
    """Characters of one look."""

    text: str
    look: etree._Element | None


@dataclass(slots=True)
class Word:
    """A word, a space or a mark of punctuation; `leads` are what stands before without width.

    `inside` is what has none and stands in the middle, with the characters of the word before it.
    """

    key: str
    bits: tuple[Bit, ...]
    leads: tuple[etree._Element, ...] = ()
    inside: tuple[tuple[int, etree._Element], ...] = ()


@dataclass(slots=True)
class Atom:
    """What stands in a run as one thing: a tab, a break, a picture, a reference to a note.

    Atoms of one `loose` key may be the same one with other contents; "" for those that cannot.
    """

    key: str
    element: etree._Element
    look: etree._Element | None
    loose: str = ""
    leads: tuple[etree._Element, ...] = ()


@dataclass(slots=True)
class Solid:
    """What stands beside runs as one thing: a formula."""

    key: str
    element: etree._Element
    loose: str = ""
    leads: tuple[etree._Element, ...] = ()


@dataclass(slots=True)
class Group:
    """What holds words of its own: a link, a field, a content control.

    `shell` is the element around them; a field has none, but begins with `head` and ends with
    `tail`. Groups of one `loose` key are the same one, with other words inside.
    """

    key: str
    loose: str
    shell: etree._Element | None
    inner: "Line"
    head: "list[Atom]" = field(default_factory=list)
    tail: "list[Atom]" = field(default_factory=list)
    leads: tuple[etree._Element, ...] = ()


Inline: TypeAlias = Word | Atom | Solid | Group
_Raw: TypeAlias = "Bit | Atom | Solid | Group | etree._Element"
NoteText: TypeAlias = Callable[[str, str], str]
"""What the note says to which a reference of a kind and number leads."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a paragraph, a link or a control says, and what has no width behind its last word."""

    tokens: list[Inline]
    ends: tuple[etree._Element, ...] = ()


def inline_tokens(container: etree._Element, note_text: NoteText) -> Line:
    """The words of a paragraph, a link or a control, and what stands between them, in order."""
    return _cut(_with_fields(list(_raw(container, note_text))))


def _raw(container: etree._Element, note_text: NoteText) -> Iterator[_Raw]:
    for child in container:
        tag = child.tag
        if tag == w("r"):
            yield from _of_run(child, note_text)
        elif tag in WITHOUT_WIDTH:
            yield child
        elif tag in _TRANSPARENT:
            yield from _raw(child, note_text)
        elif tag in _UNSEEN or not isinstance(tag, str):
            continue
        elif tag in _SHELLS:
            yield _shelled(child, note_text)
        else:
            yield Solid(f"\0{_hashed(markup_digest(child))}", child)


def _of_run(run: etree._Element, note_text: NoteText) -> Iterator[_Raw]:
    look = run.find(w("rPr"))
    for child in run:
        tag = child.tag
        if tag in (w("t"), w("delText")):
            if child.text:
                yield Bit(child.text, look)
        elif tag not in _UNSEEN:
            yield _atom(child, look, note_text)


def _atom(element: etree._Element, look: etree._Element | None, note_text: NoteText) -> Atom:
    kind = NOTE_REFERENCES.get(str(element.tag))
    if kind is not None:
        said = note_text(kind, element.get(w("id"), ""))
        return Atom(f"\0{kind}:{said}", element, look, f"\0{kind}")
    if element.tag in _SHAPES:
        has_text = next(element.iter(_TEXT_BOX), None) is not None
        loose = f"\0{_hashed(frame_digest(element))}" if has_text else ""
        return Atom(f"\0{_hashed(shape_digest(element))}", element, look, loose)
    return Atom(f"\0{_hashed(markup_digest(element))}", element, look)


def _hashed(data: bytes) -> str:
    return blake2b(data, digest_size=12).hexdigest()


def _of_link(link: etree._Element) -> str:
    names = (R_ID, w("anchor"), w("tooltip"), w("docLocation"), w("tgtFrame"))
    return "|".join(link.get(name, "") for name in names)


def _of_control(control: etree._Element) -> str:
    properties = control.find(w("sdtPr"))
    said = [] if properties is None else list(properties)
    unsaid = (w("id"), w("rPr"))
    return _hashed(b"".join(markup_digest(one) for one in said if one.tag not in unsaid))


def _of_simple_field(simple: etree._Element) -> str:
    return _code(simple.get(w("instr"), ""))


def _of_direction(element: etree._Element) -> str:
    return element.get(w("val"), "")


_SHELLS: dict[str, Callable[[etree._Element], str]] = {
    w("hyperlink"): _of_link,
    w("sdt"): _of_control,
    w("fldSimple"): _of_simple_field,
    w("bdo"): _of_direction,
    w("dir"): _of_direction,
}


def inside(shell: etree._Element) -> etree._Element:
    """Where the words of a link, field or control stand."""
    content = shell.find(w("sdtContent")) if shell.tag == w("sdt") else shell
    return shell if content is None else content


def _shelled(shell: etree._Element, note_text: NoteText) -> Group:
    inner = inline_tokens(inside(shell), note_text)
    loose = f"\0{etree.QName(shell).localname}:{_SHELLS[str(shell.tag)](shell)}"
    return Group(_full_key(loose, inner), loose, shell, inner)


def _full_key(loose: str, inner: Line) -> str:
    return f"{loose}\1{_hashed(''.join(token.key for token in inner.tokens).encode())}"


def _code(text: str) -> str:
    return " ".join(text.split())


def _with_fields(raw: list[_Raw]) -> list[_Raw]:
    """The same with each field that begins and ends here as one group."""
    found: list[_Raw] = []
    open_: list[int] = []
    for one in raw:
        kind = _field_type(one)
        if kind == "begin":
            open_.append(len(found))
        found.append(one)
        if kind == "end" and open_:
            start = open_.pop()
            group = _field(found[start:])
            if group is not None:
                found[start:] = group
    return found


def _field_type(one: _Raw) -> str:
    if isinstance(one, Atom) and one.element.tag == _FIELD_CHARACTER:
        return one.element.get(_FIELD_TYPE, "")
    return ""


def _field(raw: list[_Raw]) -> list[_Raw] | None:
    """The pieces from a field's beginning to its end as a group, with what has no width before."""
    places = [k for k, one in enumerate(raw) if _field_type(one) == "separate"]
    cut = places[0] + 1 if places else len(raw) - 1
    head = [one for one in raw[:cut] if isinstance(one, Atom)]
    leads: list[_Raw] = [one for one in raw[:cut] if isinstance(one, etree._Element)]
    if len(head) + len(leads) != cut:
        return None
    code = "".join(one.element.text or "" for one in head if one.element.tag == _FIELD_CODE)
    inner = _cut(raw[cut:-1])
    tail = [one for one in raw[-1:] if isinstance(one, Atom)]
    for one in tail:
        one.leads = inner.ends
    loose = f"\0field:{_code(code)}"
    return [*leads, Group(_full_key(loose, inner), loose, None, inner, head, tail)]


def _cut(raw: Sequence[_Raw]) -> Line:
    """Pieces with their text in words; what has no width goes with what follows it."""
    tokens: list[Inline] = []
    bits: list[Bit] = []
    leads: list[tuple[int, etree._Element]] = []
    length = 0
    for one in raw:
        if isinstance(one, Bit):
            bits.append(one)
            length += len(one.text)
        elif isinstance(one, etree._Element):
            leads.append((length, one))
        else:
            tokens += _words(bits, leads)
            one.leads = tuple(element for _place, element in leads)
            tokens.append(one)
            bits, leads, length = [], [], 0
    tokens += _words(bits, leads)
    return Line(tokens, tuple(element for _place, element in leads))


def _words(bits: list[Bit], leads: list[tuple[int, etree._Element]]) -> list[Word]:
    """The words of a stretch of text; takes from `leads` what stands before one of them."""
    words: list[Word] = []
    start, at, used = 0, 0, 0
    text = "".join(bit.text for bit in bits)
    for written in _segments(text):
        parts: list[Bit] = []
        left = len(written)
        while left:
            bit = bits[at]
            taken = bit.text[used : used + left]
            parts.append(Bit(taken, bit.look))
            left -= len(taken)
            used += len(taken)
            if used == len(bit.text):
                at, used = at + 1, 0
        own: list[etree._Element] = []
        while leads and leads[0][0] <= start:
            own.append(leads.pop(0)[1])
        within: list[tuple[int, etree._Element]] = []
        while leads and leads[0][0] < start + len(written):
            place, element = leads.pop(0)
            within.append((place - start, element))
        words.append(Word(written, tuple(parts), tuple(own), tuple(within)))
        start += len(written)
    return words


def _segments(text: str) -> list[str]:
    """The words, spaces and marks of a text; initials and numbers are cut at their marks.

    A redline marks as little as it can: of "2023-2025" that became "2023–2025" the dash.
    """
    found: list[str] = []
    for segment in segmented([text])[0][0] if text else ():
        if "." in segment and not segment[0].isdigit():
            found += [piece for piece in _FULL_STOP.split(segment) if piece]
        else:
            found.append(segment)
    return found
