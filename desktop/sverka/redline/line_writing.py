"""Writes the words of a paragraph as runs, those that changed inside of their revision."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import ALTERNATE, CHOICE, FALLBACK, XML_SPACE, w
from sverka.redline.canonical_markup import look_key
from sverka.redline.inline_tokens import (
    NOTE_REFERENCES,
    Atom,
    Group,
    Inline,
    Line,
    Solid,
    Word,
    inside,
)
from sverka.redline.redlining import Redlining
from sverka.redline.revision_elements import Fate, copied
from sverka.redline.token_matching import pair_tokens, same_words

_TEXT, _DELETED_TEXT = w("t"), w("delText")
_CODE, _DELETED_CODE = w("instrText"), w("delInstrText")
_TEXT_BOX = w("txbxContent")
_AMONG_TEXT = frozenset(w(name) for name in ("tab", "br", "cr", "noBreakHyphen", "softHyphen"))
_Look = etree._Element | None


def look_of(redlining: Redlining, fate: Fate, old: _Look, new: _Look) -> _Look:
    """The properties of a run, with a record of those it had where it stayed and they changed."""
    if fate.is_old or (fate is Fate.STAYED and look_key(old) == look_key(new)):
        return copied(old, "rPr") if old is not None and len(old) else None
    look = copied(new, "rPr")
    if fate is Fate.STAYED:
        look.append(redlining.stamp.record("rPrChange", copied(old, "rPr")))
    return look if len(look) else None


@dataclass(slots=True)
class LineWriter:
    """Takes the words of a line one after the other; `finished` gives the elements.

    `nodes` are what was written, each with what became of it: None for what stands outside of
    revisions, or has its own inside.
    """

    redlining: Redlining
    nodes: list[tuple[Fate | None, etree._Element]] = field(default_factory=list)
    last: tuple[object, ...] = ()

    def finished(self) -> list[etree._Element]:
        """The elements, neighbours of one fate in one revision."""
        elements: list[etree._Element] = []
        around: etree._Element | None = None
        before: Fate | None = None
        for fate, element in self.nodes:
            if fate is None or fate is Fate.STAYED:
                elements.append(element)
            else:
                if around is None or before is not fate:
                    around = self.redlining.stamp.element(fate.value)
                    elements.append(around)
                around.append(element)
            before = fate
        return elements

    def bare(self, elements: Iterable[etree._Element], *, old: bool) -> None:
        """Write what has no width, of the original only what the revised version has not."""
        for element in elements:
            if not (old and self.redlining.is_shared(element)):
                self.nodes.append((None, element))
                self.last = ()

    def token(self, fate: Fate, old: Inline | None, new: Inline | None) -> None:
        """Write a word or another thing; what stayed is given from both sides."""
        self.bare(() if old is None else old.leads, old=True)
        self.bare(() if new is None else new.leads, old=False)
        one = new if old is None else old
        if isinstance(one, Word):
            self._word(fate, old, new)
        elif isinstance(one, Atom):
            self._atom(fate, old, new)
        elif isinstance(one, Group):
            self._group(fate, old, new)
        elif isinstance(one, Solid):
            if fate is Fate.DELETED:
                _make_deleted(self.redlining, one.element)
            self.nodes.append((fate, one.element))
            self.last = ()

    def line(self, fate: Fate, line: Line) -> None:
        """Write a whole line of one side."""
        for token in line.tokens:
            self.token(fate, token if fate.is_old else None, token if fate.is_new else None)
        self.bare(line.ends, old=fate.is_old)

    def both(self, old: Line, new: Line) -> None:
        """Write what became of a line."""
        for one, other in pair_tokens(old.tokens, new.tokens):
            fate = _fate(one, other)
            self.token(fate, one, other)  # type: ignore[arg-type]
        self.bare(old.ends, old=True)
        self.bare(new.ends, old=False)

    def _word(self, fate: Fate, old: Inline | None, new: Inline | None) -> None:
        ours = old if isinstance(old, Word) else None
        theirs = new if isinstance(new, Word) else None
        waiting = [] if ours is None else [(at, one, True) for at, one in ours.inside]
        waiting += [] if theirs is None else [(at, one, False) for at, one in theirs.inside]
        waiting.sort(key=lambda one: one[0])
        at = 0
        for text, before, after in _looks(ours, theirs):
            start = at
            while waiting and waiting[0][0] < start + len(text):
                place, element, is_old = waiting.pop(0)
                self._text(fate, text[at - start : place - start], before, after)
                self.bare((element,), old=is_old)
                at = place
            self._text(fate, text[at - start :], before, after)
            at = start + len(text)

    def _text(self, fate: Fate, text: str, old: _Look, new: _Look) -> None:
        if not text:
            return
        run = self._run(fate, old, new)
        tag = _DELETED_TEXT if fate is Fate.DELETED else _TEXT
        if not len(run) or run[-1].tag != tag:
            etree.SubElement(run, tag)
        run[-1].text = (run[-1].text or "") + text
        run[-1].set(XML_SPACE, "preserve")

    def _run(self, fate: Fate, old: _Look, new: _Look) -> etree._Element:
        """The run that goes on in this look, or a new one."""
        key = (fate, look_key(old), look_key(new))
        if self.last != key or not self.nodes:
            run = etree.Element(w("r"))
            look = look_of(self.redlining, fate, old, new)
            if look is not None:
                run.append(look)
            self.nodes.append((fate, run))
            self.last = key
        return self.nodes[-1][1]

    def _atom(self, fate: Fate, old: Inline | None, new: Inline | None) -> None:
        one = new if old is None else old
        if not isinstance(one, Atom):
            return
        other = new if isinstance(new, Atom) else one
        kind = NOTE_REFERENCES.get(str(one.element.tag))
        if kind is not None:
            self._note(fate, kind, one.element, other.element)
        elif fate is Fate.STAYED and one.key != other.key:
            self._merge_text_boxes(one.element, other.element)
        if fate is Fate.DELETED:
            _make_deleted(self.redlining, one.element)
        look = other.look if fate.is_new else one.look
        element = _deleted_code(one.element) if fate is Fate.DELETED else one.element
        # A run of its own, for what Word notes of a drawing's run is not meant for text.
        if element.tag not in _AMONG_TEXT:
            self.last = ()
        self._run(fate, look, other.look).append(element)
        if element.tag not in _AMONG_TEXT:
            self.last = ()

    def _note(self, fate: Fate, kind: str, old: etree._Element, new: etree._Element) -> None:
        if fate is Fate.STAYED:
            self.redlining.pair_notes(kind, old.get(w("id"), ""), new.get(w("id"), ""))
        elif fate.is_new:
            new.set(w("id"), self.redlining.bring_note(kind, new.get(w("id"), "")))

    def _merge_text_boxes(self, old: etree._Element, new: etree._Element) -> None:
        """Let each text box of a drawing have its changes.

        What stands in for programs before 2010 would have to have them again, and goes: Word writes
        it anew.
        """
        fallback = old.find(FALLBACK)
        if fallback is not None and old.find(CHOICE) is not None:
            old.remove(fallback)
        elif old.tag == ALTERNATE and fallback is not None:
            old, new = fallback, _or_itself(new.find(FALLBACK), new)
        if new.tag == ALTERNATE:
            new = _or_itself(new.find(CHOICE), new)
        ours, theirs = (list(one.iter(_TEXT_BOX)) for one in (old, new))
        for one, other in zip(ours, theirs, strict=False):
            self.redlining.merge(one, other, "text box")

    def _group(self, fate: Fate, old: Inline | None, new: Inline | None) -> None:
        self.last = ()
        if isinstance(old, Group) and isinstance(new, Group):
            self._kept_group(old, new)
            self.last = ()
            return
        one = new if old is None else old
        if not isinstance(one, Group):
            return
        if one.shell is None:
            self._atoms(fate, one.head)
            self.line(fate, one.inner)
            self._atoms(fate, one.tail)
        elif one.shell.tag == w("fldSimple"):
            self._simple_field(fate, one)
        else:
            self._shelled(fate, one, one.shell)
        self.last = ()

    def _atoms(self, fate: Fate, atoms: Iterable[Atom]) -> None:
        for atom in atoms:
            self.token(fate, None if fate.is_new else atom, None if fate.is_old else atom)

    def _kept_group(self, old: Group, new: Group) -> None:
        if old.shell is None:
            for one, other in zip(old.head, new.head, strict=False):
                self.token(Fate.STAYED, one, one)
                self.bare(other.leads, old=False)
            self.both(Line(old.inner.tokens), Line(new.inner.tokens))
            for one, other in zip(old.tail, new.tail, strict=True):
                self.token(Fate.STAYED, Atom("", one.element, one.look, "", one.leads), other)
            return
        within = LineWriter(self.redlining)
        within.both(old.inner, new.inner)
        _fill(old.shell, within.finished())
        self.nodes.append((None, old.shell))

    def _shelled(self, fate: Fate, group: Group, shell: etree._Element) -> None:
        within = LineWriter(self.redlining)
        within.line(fate, group.inner)
        _fill(shell, within.finished())
        around = [shell]
        if shell.tag == w("sdt"):
            around = bordered(self.redlining, shell, inside(shell), fate)
        self.nodes += [(None, element) for element in around]

    def _simple_field(self, fate: Fate, group: Group) -> None:
        """Write a field of one element as one of runs: only those can come and go."""
        look = next(
            (bit.look for t in group.inner.tokens if isinstance(t, Word) for bit in t.bits), None
        )
        code = etree.Element(_CODE)
        code.text = "" if group.shell is None else group.shell.get(w("instr"), "")
        code.set(XML_SPACE, "preserve")
        self._atoms(fate, [_field_character("begin", look), Atom("", code, look)])
        self._atoms(fate, [_field_character("separate", look)])
        self.line(fate, group.inner)
        self._atoms(fate, [_field_character("end", look)])


def bordered(
    redlining: Redlining, control: etree._Element, content: etree._Element, fate: Fate
) -> list[etree._Element]:
    """A content control that came or went, between the marks that say so of its two borders."""
    name = f"customXml{'Del' if fate.is_old else 'Ins'}Range"
    starts = [redlining.stamp.element(f"{name}Start") for _border in range(2)]
    ends = [etree.Element(w(f"{name}End")) for _border in range(2)]
    for start, end in zip(starts, ends, strict=True):
        end.set(w("id"), start.get(w("id"), ""))
    content.insert(0, ends[0])
    content.append(starts[1])
    return [starts[0], control, ends[1]]


def _looks(old: Word | None, new: Word | None) -> Iterable[tuple[str, _Look, _Look]]:
    """The characters of a word with the looks they had and have, where these change."""
    if old is not None and new is not None:
        return same_words(old, new)
    one = new if old is None else old
    return [] if one is None else [(bit.text, bit.look, bit.look) for bit in one.bits]


def _fate(old: object | None, new: object | None) -> Fate:
    if old is None:
        return Fate.INSERTED
    return Fate.DELETED if new is None else Fate.STAYED


def _field_character(kind: str, look: _Look) -> Atom:
    element = etree.Element(w("fldChar"))
    element.set(w("fldCharType"), kind)
    return Atom("", element, look)


def _fill(shell: etree._Element, elements: list[etree._Element]) -> None:
    content = inside(shell)
    for child in list(content):
        content.remove(child)
    content.extend(elements)


def _or_itself(found: etree._Element | None, element: etree._Element) -> etree._Element:
    return element if found is None else found


def _deleted_code(element: etree._Element) -> etree._Element:
    if element.tag == _CODE:
        element.tag = _DELETED_CODE
    return element


def _make_deleted(redlining: Redlining, element: etree._Element) -> None:
    """Let the words inside of a deleted drawing say that they are deleted, too."""
    for text in list(element.iter(_TEXT)):
        text.tag = _DELETED_TEXT
        run = text.getparent()
        box = next(text.iterancestors(_TEXT_BOX), None)
        if run is None or box is None or run.tag != w("r"):
            continue
        outer = run.getparent()
        if outer is not None and outer.tag != w("del"):
            around = redlining.stamp.element("del")
            outer.replace(run, around)
            around.append(run)
