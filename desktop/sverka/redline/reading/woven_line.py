"""Writes what is in the paragraphs of a woven redline: words that stayed, came, went or moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from rapidfuzz.distance import Levenshtein

from sverka.model import Style
from sverka.readers.docx.wordprocessing import w
from sverka.redline.reading.clean_comments import CleanComment
from sverka.redline.reading.clean_paragraphs import (
    CleanStretch,
    CleanText,
    comment_elements,
    look_properties,
    run,
)
from sverka.redline.revision_elements import Fate, Stamp

_SEARCHED = 25_000_000
"""Characters of one times characters of the other that are searched for differences."""


@dataclass(slots=True)
class WovenLine:
    """Writes stretches of both texts, each comment once."""

    stamp: Stamp
    said: set[int] = field(default_factory=set)

    def kept(
        self, old: Sequence[CleanStretch], new: Sequence[CleanStretch]
    ) -> Iterator[etree._Element]:
        """Characters that both have, in the looks of the revised version, the old ones tracked."""
        left = list(old)
        for stretch in new:
            yield from self._comments(stretch.comments)
            text = stretch.text
            while text:
                yield from self._comments(_comments_before(left))
                before = left.pop(0)
                both = min(len(text), len(before.text))
                yield self._restyled(text[:both], before.look, stretch.look)
                if both < len(before.text):
                    left.insert(0, before._replace(text=before.text[both:]))
                text = text[both:]
        yield from self._comments(_comments_before(left))

    def changed(self, stretches: Sequence[CleanStretch], fate: Fate) -> Iterator[etree._Element]:
        """Characters that only one has; comments among them are no part of the change."""
        tag = "delText" if fate is Fate.DELETED else "t"
        held: etree._Element | None = None
        for stretch in stretches:
            if stretch.comments:
                held = None
                yield from self._comments(stretch.comments)
            if stretch.text:
                if held is None:
                    held = self.stamp.element(fate.value)
                    yield held
                held.append(run(stretch.text, stretch.look, tag))

    def replaced(
        self, old: Sequence[CleanStretch], new: Sequence[CleanStretch]
    ) -> Iterator[etree._Element]:
        """Characters that stand in the place of others."""
        yield from self.changed(old, Fate.DELETED)
        yield from self.changed(new, Fate.INSERTED)

    def alike(
        self, old: Sequence[CleanStretch], new: Sequence[CleanStretch]
    ) -> Iterator[etree._Element]:
        """Characters that count as the same though they are not: each difference is tracked."""
        texts = ["".join(one.text for one in stretches) for stretches in (old, new)]
        if len(texts[0]) * len(texts[1]) > _SEARCHED:
            yield from self.replaced(old, new)
            return
        left, right = list(old), list(new)
        for step in Levenshtein.opcodes(*texts):
            was, left = divided(left, step.src_end - step.src_start)
            now, right = divided(right, step.dest_end - step.dest_start)
            yield from (self.kept if step.tag == "equal" else self.replaced)(was, now)
        yield from self.kept(left, right)

    def deleted_where_it_went(self, stretches: Sequence[CleanStretch]) -> Iterator[etree._Element]:
        """Characters that what moved lost on its way: they came with it, and went there."""
        moved = self.stamp.element(Fate.MOVED_HERE.value)
        moved.extend(self.changed([one for one in stretches if one.text], Fate.DELETED))
        if len(moved):
            yield moved

    def comments_of(self, text: CleanText, paragraph: int) -> Iterator[etree._Element]:
        """The comments of a paragraph that were not written yet."""
        yield from self._comments(text.comments.get(paragraph, ()))

    def _comments(self, comments: Sequence[CleanComment]) -> Iterator[etree._Element]:
        for one in comments:
            if one.number not in self.said:
                self.said.add(one.number)
                yield from comment_elements(one)

    def _restyled(self, text: str, old: Style, new: Style) -> etree._Element:
        element = run(text, new)
        if old == new:
            return element
        properties = element.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            element.insert(0, properties)
        properties.append(self.stamp.record("rPrChange", look_properties(old)))
        return element


def divided(
    stretches: Sequence[CleanStretch], count: int
) -> tuple[list[CleanStretch], list[CleanStretch]]:
    """The stretches with the first `count` characters, and those with the others."""
    first: list[CleanStretch] = []
    rest = list(stretches)
    while rest and count > 0:
        one = rest.pop(0)
        first.append(one._replace(text=one.text[:count]))
        if len(one.text) > count:
            rest.insert(0, one._replace(text=one.text[count:]))
        count -= len(first[-1].text)
    return first, rest


def _comments_before(left: list[CleanStretch]) -> list[CleanComment]:
    """The comments that stand before the next characters, which are taken out."""
    found: list[CleanComment] = []
    while left and not left[0].text:
        found += left.pop(0).comments
    return found
