"""The paragraphs of a woven redline, and what becomes of the last, whose mark has to stay."""

from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import w
from sverka.redline.reading.clean_paragraphs import Dress
from sverka.redline.revision_elements import Fate, Stamp


@dataclass(slots=True)
class WovenParagraph:
    """A paragraph being written: what is in it, the fate of its mark, what it stands as.

    `after` are elements that stand behind it, between paragraphs.
    """

    elements: list[etree._Element] = field(default_factory=list)
    fate: Fate = Fate.STAYED
    old: Dress | None = None
    new: Dress | None = None
    after: list[etree._Element] = field(default_factory=list)

    def written(self, stamp: Stamp) -> etree._Element:
        """The paragraph as an element."""
        shown = self.old if self.fate.is_old or self.new is None else self.new
        properties = (shown or Dress()).properties()
        if self.fate is not Fate.STAYED:
            look = etree.SubElement(properties, w("rPr"))
            look.append(stamp.element(self.fate.value))
        elif self.old is not None and self.new is not None and self.old != self.new:
            properties.append(stamp.record("pPrChange", self.old.properties()))
        element = etree.Element(w("p"))
        if len(properties):
            element.append(properties)
        element.extend(self.elements)
        return element


def settle_end(paragraphs: list[WovenParagraph]) -> None:
    """Let the last paragraph stay, as Word lets no last mark go.

    What came or went behind the last one that stayed moves its mark forward: that one's end is the
    one that came or went, and the last stands as it did on the other side.
    """
    stayed = [n for n, one in enumerate(paragraphs) if one.fate is Fate.STAYED]
    first = stayed[-1] + 1 if stayed else 0
    tail = paragraphs[first:]
    if not tail:
        return
    last = tail[-1]
    others = [one for one in tail if one.fate.is_old != last.fate.is_old]
    if others:
        _run_on(paragraphs, others[-1])
        _stay(last, others[-1])
    elif stayed:
        before = paragraphs[stayed[-1]]
        before.fate = Fate.DELETED if last.fate.is_old else Fate.INSERTED
        _stay(last, before)


def _stay(last: WovenParagraph, other: WovenParagraph) -> None:
    """Let a paragraph stay that stands as another did on the side it was not on."""
    if last.fate.is_old:
        last.new = other.new
    else:
        last.old = other.old
    last.fate = Fate.STAYED


def _run_on(paragraphs: list[WovenParagraph], one: WovenParagraph) -> None:
    """Put what is in a paragraph in front of what is in the next."""
    at = paragraphs.index(one)
    following = paragraphs[at + 1]
    following.elements[:0] = [*one.elements, *one.after]
    del paragraphs[at]
