"""Lets paragraphs of a DOCX say other words, and be more or fewer, with the looks they have."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree
from rapidfuzz.distance import Levenshtein

from sverka.readers.docx.wordprocessing import XML_SPACE, w

END = "\x1e"
"""What stands for the end of a paragraph between two of them."""

_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}
_SIGNS |= {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_MOST = 25_000_000
"""Characters of one times characters of the other that are compared one by one."""


class CannotRetype(Exception):  # noqa: N818 - no trouble of the user's: another way is taken
    """The paragraphs hold what cannot be taken apart where they would have to be."""


def said_in(paragraph: etree._Element) -> str:
    """The characters of a paragraph that can be typed anew: those of its runs."""
    return "".join(char for _run, _child, char in _characters(paragraph))


def _characters(
    paragraph: etree._Element,
) -> Iterator[tuple[etree._Element, etree._Element, str]]:
    """Each character with its run and the element in it."""
    for run in paragraph.iter(w("r")):
        for child in run:
            if child.tag == w("t"):
                for char in child.text or "":
                    yield run, child, char
            elif child.tag in _SIGNS:
                yield run, child, _SIGNS[str(child.tag)]


def retyped(paragraphs: Sequence[etree._Element], texts: Sequence[str]) -> list[etree._Element]:
    """New paragraphs that say `texts`, made of these; CannotRetype where that cannot be."""
    was = END.join(said_in(one) for one in paragraphs)
    now = END.join(texts)
    if len(was) * len(now) > _MOST:
        raise CannotRetype
    return _Retyping(list(paragraphs), _edits(was, now)).made()


def _edits(was: str, now: str) -> list[tuple[str, bool]]:
    """For each character that was: what comes before it, and whether it stays; last the rest."""
    edits: list[tuple[str, bool]] = []
    before = ""
    for step in Levenshtein.opcodes(was, now):
        if step.tag == "equal":
            for at in range(step.src_start, step.src_end):
                edits.append((before if at == step.src_start else "", True))
                before = ""
            continue
        before += now[step.dest_start : step.dest_end]
        for _at in range(step.src_start, step.src_end):
            edits.append((before, False))
            before = ""
    return [*edits, (before, False)]


@dataclass(slots=True)
class _Retyping:
    sources: list[etree._Element]
    edits: list[tuple[str, bool]]
    at: int = 0
    done: list[etree._Element] = field(default_factory=list)
    current: etree._Element = field(init=False)
    section: etree._Element | None = None

    def made(self) -> list[etree._Element]:
        """The paragraphs, those that hold a section's end last."""
        self.current = self._begun(self.sources[0])
        for number, source in enumerate(self.sources):
            for child in source:
                if child.tag == w("pPr"):
                    continue
                if child.tag == w("r"):
                    self._run(child)
                else:
                    self.current.append(self._inside(child))
            before, stays = self.edits[self.at]
            self.at += 1
            self._type(before, None)
            if number + 1 < len(self.sources) and stays:
                self._next(self.sources[number + 1])
        self.done.append(self.current)
        if self.section is not None:
            properties = self.done[-1].find(w("pPr"))
            if properties is None:
                properties = etree.Element(w("pPr"))
                self.done[-1].insert(0, properties)
            properties.append(self.section)
        return self.done

    def _begun(self, source: etree._Element) -> etree._Element:
        """A paragraph with the properties of another, which end a section only once."""
        element = etree.Element(w("p"))
        properties = source.find(w("pPr"))
        if properties is not None:
            own = deepcopy(properties)
            for section in own.findall(w("sectPr")):
                self.section = section
                own.remove(section)
            element.append(own)
        return element

    def _next(self, source: etree._Element) -> None:
        self.done.append(self.current)
        self.current = self._begun(source)

    def _run(self, run: etree._Element) -> None:
        """Write a run with what is typed in it, cut where a paragraph ends in it now."""
        piece = _shell(run)
        for child in run:
            if child.tag == w("rPr"):
                continue
            if child.tag != w("t") and child.tag not in _SIGNS:
                piece.append(deepcopy(child))
                continue
            for char in _said(child):
                before, stays = self.edits[self.at]
                self.at += 1
                piece = self._typed(piece, run, before)
                if stays:
                    _type_into(piece, char)
        if any(child.tag != w("rPr") for child in piece):
            self.current.append(piece)

    def _typed(self, piece: etree._Element, run: etree._Element, text: str) -> etree._Element:
        first, *others = text.split(END)
        _type_into(piece, first)
        for other in others:
            self.current.append(piece)
            self._next(self.sources[min(len(self.done) + 1, len(self.sources) - 1)])
            piece = _shell(run)
            _type_into(piece, other)
        return piece

    def _inside(self, element: etree._Element) -> etree._Element:
        """A copy of what is around runs, with what is typed in them; nothing is cut there."""
        copy = deepcopy(element)
        for run in copy.iter(w("r")):
            for child in list(run):
                if child.tag != w("t") and child.tag not in _SIGNS:
                    continue
                typed = ""
                for char in _said(child):
                    before, stays = self.edits[self.at]
                    self.at += 1
                    typed += before + (char if stays else "")
                if END in typed:
                    raise CannotRetype
                if child.tag != w("t") and typed != _SIGNS[str(child.tag)]:
                    raise CannotRetype
                if child.tag == w("t"):
                    child.text = typed
                    child.set(XML_SPACE, "preserve")
        return copy

    def _type(self, text: str, model: etree._Element | None) -> None:
        """Type at the end of a paragraph, in the looks of its last run."""
        if not text:
            return
        runs = self.current.findall(w("r"))
        last = runs[-1] if runs else etree.Element(w("r"))
        piece = self._typed(_shell(last), last, text)
        if len(piece):
            self.current.append(piece)


def _said(child: etree._Element) -> str:
    return child.text or "" if child.tag == w("t") else _SIGNS[str(child.tag)]


def _shell(run: etree._Element) -> etree._Element:
    """A run that looks as another, with nothing in it."""
    element = etree.Element(w("r"))
    properties = run.find(w("rPr"))
    if properties is not None:
        element.append(deepcopy(properties))
    return element


def _type_into(run: etree._Element, text: str) -> None:
    for char in text:
        if char in "\t\n":
            etree.SubElement(run, w("tab" if char == "\t" else "br"))
            continue
        last = run[-1] if len(run) else None
        if last is None or last.tag != w("t"):
            last = etree.SubElement(run, w("t"))
            last.set(XML_SPACE, "preserve")
        last.text = (last.text or "") + char
