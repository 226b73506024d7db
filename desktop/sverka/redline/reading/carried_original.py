"""Makes the original of a revised DOCX out of its own package: its words, in the revised looks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import Comparison, Link, Paragraph, Part, Side
from sverka.readers.docx.wordprocessing import w
from sverka.readers.intake import Intake
from sverka.redline.package_parts import PackageParts
from sverka.redline.reading.clean_comments import CleanComment, comments_part
from sverka.redline.reading.clean_lists import without_label
from sverka.redline.reading.clean_paragraphs import clean
from sverka.redline.reading.retyped_paragraphs import CannotRetype, retyped, said_in
from sverka.redline.word_files import WordFile, open_word, serialised

_BESIDE = frozenset({Part.HEADER, Part.FOOTER, Part.COMMENT})
"""Streams that stand on pages or beside the text, and stay as the revised version has them."""


class CannotCarry(Exception):  # noqa: N818 - no trouble of the user's: another way is taken
    """The package of the revised version cannot hold the original's text."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Both versions in the package of the revised one."""

    old: bytes
    new: bytes


def carried(comparison: Comparison, new: Intake, comments: Sequence[CleanComment]) -> Carried:
    """Both versions in the package of the revised one, with comments in both.

    CannotCarry where a table, a note or a text box of the original has no place there.
    """
    carrying = _Carrying(comparison, open_word(new))
    carrying.comment(comments)
    revised = carrying.zipped()
    try:
        carrying.go_back()
    except CannotRetype as error:
        raise CannotCarry from error
    return Carried(carrying.zipped(), revised)


@dataclass(slots=True)
class _Carrying:
    comparison: Comparison
    file: WordFile
    parts: PackageParts = field(init=False)
    elements: list[etree._Element] = field(init=False)
    standing: dict[int, list[etree._Element]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.file.had_revisions:
            raise CannotCarry  # the reader's count of paragraphs is of those before
        self.parts = PackageParts(self.file, self.file)
        self.elements = list(self.file.root(self.file.main).iter(w("p")))

    def zipped(self) -> bytes:
        """The package as it is now."""
        self.parts.parts[self.file.main] = serialised(self.file.root(self.file.main))
        return self.parts.zipped()

    def comment(self, comments: Sequence[CleanComment]) -> None:
        """Put comments at the end of the paragraphs that they are about."""
        placed = [(one, where) for one in comments if (where := self._place(one)) is not None]
        if not placed:
            return
        root = self.file.related_root("comments")
        first = 0 if root is None else _next_number(root)
        made = comments_part([one for one, _where in placed])
        for number, (element, (_one, where)) in enumerate(
            zip(list(made), placed, strict=True), first
        ):
            element.set(w("id"), str(number))
            for edge in ("commentRangeStart", "commentRangeEnd"):
                etree.SubElement(where, w(edge)).set(w("id"), str(number))
            run = etree.SubElement(where, w("r"))
            etree.SubElement(run, w("commentReference")).set(w("id"), str(number))
            if root is not None:
                root.append(element)
        name = self.file.related("comments")
        if root is None or name is None:
            self.parts.add_word_part("comments", made)
        else:
            self.parts.parts[name] = serialised(root)

    def _place(self, comment: CleanComment) -> etree._Element | None:
        """The paragraph of the revised version that a comment stands in, the nearest before."""
        index: int | None = comment.paragraph
        if comment.side is Side.OLD:
            stayed = [one for one in self.comparison.alignment.links if one.old and one.new]
            before = [one for one in stayed if one.old[0] <= comment.paragraph]
            index = max(before, key=lambda one: one.old[0]).new[0] if before else None
        found = [] if index is None else self._of(index)
        return found[-1] if found else None

    def _of(self, index: int) -> list[etree._Element]:
        """The elements of a paragraph of the revised reading text."""
        version = self.comparison.new
        found: list[etree._Element] = []
        for piece in version.paragraphs[index].pieces:
            anchor = version.document.blocks[piece.block].anchor
            if anchor is None or anchor.part != self.file.main:
                raise CannotCarry
            found += [self.elements[n] for n in anchor.ordinals if self.elements[n] not in found]
        return found

    def go_back(self) -> None:
        """Let the document say what the original says, in its order."""
        old = self.comparison.old.paragraphs
        moved: list[Link] = []
        for link in self.comparison.alignment.links:
            parts = {
                self.comparison.version(side).paragraphs[n].part
                for side in Side
                for n in link.of(side)
            }
            if parts <= _BESIDE:
                continue
            if parts != {Part.BODY}:
                self._refuse_changed(link)
                continue
            self._go_back(link)
            if link.old and (link.moved or not link.new):
                moved.append(link)
        for link in sorted(moved, key=lambda one: one.old[0]):
            self._put(link, old)
        self._refuse_disorder()

    def _refuse_changed(self, link: Link) -> None:
        texts = [
            [self.comparison.version(side).paragraphs[n].text for n in link.of(side)]
            for side in Side
        ]
        if texts[0] != texts[1]:
            raise CannotCarry

    def _go_back(self, link: Link) -> None:
        """Let the paragraphs of a link say what they said; those that came are taken away."""
        sources = [element for index in link.new for element in self._of(index)]
        texts = self._texts(link)
        if not link.old:
            self._take_away(sources)
            return
        if not link.new:
            self.standing[link.old[0]] = self._typed(link)
            return
        if texts == [self.comparison.new.paragraphs[n].text for n in link.new]:
            made = sources
        else:
            said = "".join(map(said_in, sources)).strip()
            if said != "".join(self.comparison.new.paragraphs[n].text for n in link.new).strip():
                raise CannotCarry
            if len(texts) != len(sources) and not all(map(_is_in_body, sources)):
                raise CannotCarry
            made = retyped(sources, [clean(text) for text in texts])
            _replace(sources, made)
        for n, index in enumerate(link.old):
            self.standing[index] = made[n : n + 1] if len(made) == len(link.old) else made
        if link.moved:
            self._take_away(made)

    def _texts(self, link: Link) -> list[str]:
        """What the original says, without a label that the revised version has beside its text."""
        paragraphs: list[Paragraph] = [self.comparison.old.paragraphs[n] for n in link.old]
        label = self.comparison.new.paragraphs[link.new[0]].label if link.new else None
        if label and paragraphs:
            paragraphs[0] = without_label(paragraphs[0], label)
        return [one.text for one in paragraphs]

    def _typed(self, link: Link) -> list[etree._Element]:
        """Paragraphs that only the original has, looking as those beside them."""
        wanted = self.comparison.old.paragraphs[link.old[0]]
        if wanted.cell is not None:
            raise CannotCarry
        model = self._model(wanted)
        return [one for text in self._texts(link) for one in retyped([model], [clean(text)])]

    def _model(self, wanted: Paragraph) -> etree._Element:
        """A paragraph of the revised version that is of the same kind, without what is in it."""
        structured = self.comparison.old.document.traits.structured
        for index, one in enumerate(self.comparison.new.paragraphs):
            alike = one.kind is wanted.kind if structured else one.level is None
            if alike and one.part is Part.BODY and one.cell is None and one.item is None:
                source = self._of(index)[0]
                model = etree.Element(w("p"))
                properties = source.find(w("pPr"))
                if properties is not None:
                    model.append(_without_section(properties))
                run = source.find(w("r"))
                if run is not None:
                    piece = etree.SubElement(model, w("r"))
                    looks = run.find(w("rPr"))
                    if looks is not None:
                        piece.append(etree.fromstring(etree.tostring(looks)))
                return model
        return etree.Element(w("p"))

    def _take_away(self, elements: Iterable[etree._Element]) -> None:
        for element in elements:
            parent = element.getparent()
            if parent is None or not _is_in_body(element):
                raise CannotCarry
            if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                raise CannotCarry
            parent.remove(element)

    def _put(self, link: Link, old: Sequence[Paragraph]) -> None:
        """Put paragraphs where the original has them: behind the one before."""
        body = self.file.root(self.file.main).find(w("body"))
        if body is None:
            raise CannotCarry
        made = [one for n in link.old for one in self.standing.get(n, [])]
        made = list(dict.fromkeys(made))
        before = next((n for n in range(link.old[0] - 1, -1, -1) if self.standing.get(n)), None)
        at = 0
        if before is not None:
            outer = self.standing[before][-1]
            while (parent := outer.getparent()) is not None and parent is not body:
                outer = parent
            at = body.index(outer) + 1
        body[at:at] = made

    def _refuse_disorder(self) -> None:
        """CannotCarry where the paragraphs do not stand in the order of the original."""
        order = {e: n for n, e in enumerate(self.file.root(self.file.main).iter(w("p")))}
        body = [n for n, one in enumerate(self.comparison.old.paragraphs) if one.part is Part.BODY]
        if any(index not in self.standing for index in body):
            raise CannotCarry
        places = [order.get(element, -1) for n in body for element in self.standing[n]]
        if -1 in places or places != sorted(places):
            raise CannotCarry


def _is_in_body(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == w("body")


def _replace(sources: Sequence[etree._Element], made: Sequence[etree._Element]) -> None:
    parent = sources[0].getparent()
    if parent is None or any(one.getparent() is not parent for one in sources):
        raise CannotCarry
    at = parent.index(sources[0])
    for one in sources:
        parent.remove(one)
    parent[at:at] = list(made)


def _without_section(properties: etree._Element) -> etree._Element:
    own = etree.fromstring(etree.tostring(properties))
    for name in ("sectPr", "numPr"):
        for child in own.findall(w(name)):
            own.remove(child)
    return own


def _next_number(root: etree._Element) -> int:
    numbers = [one.get(w("id"), "") for one in root.iter(w("comment"))]
    return max((int(number) for number in numbers if number.isdigit()), default=-1) + 1
