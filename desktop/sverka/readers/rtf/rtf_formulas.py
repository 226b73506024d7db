"""Builds the formula of an RTF from its groups, which are named as the elements of Office Math."""

from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.office.office_maths import linear, math_name

PICTURED = b"mmathPict"
"""The group that has the same formula as a picture, for programs that know no formulas."""


_DEEPEST = 60
"""Parts of a formula inside each other; what is deeper is taken for text of the last."""


def _root() -> etree._Element:
    return etree.Element(math_name("oMath"))


@dataclass(slots=True)
class RtfFormula:
    """A formula being read: its elements that are open, each with how deep in groups it began."""

    root: etree._Element = field(default_factory=_root)
    open: list[tuple[int, etree._Element]] = field(default_factory=list)

    def word(self, word: bytes, depth: int) -> bool:
        """Begin an element with the first word of a group; whether this is one."""
        begun = self.open[-1][0] if self.open else 0
        named = word.startswith(b"m") and len(word) > 1
        if begun >= depth or not named or len(self.open) >= _DEEPEST:
            return False
        parent = self.open[-1][1] if self.open else self.root
        self.open.append((depth, etree.SubElement(parent, math_name(word[1:].decode("ascii")))))
        return True

    def end(self) -> None:
        """End the element whose group ends."""
        if self.open:
            self.open.pop()

    def text(self, text: str) -> None:
        """Take in what a run says, or the sign that a property names."""
        if not self.open:
            return
        element = self.open[-1][1]
        parent = element.getparent()
        if parent is not None and str(parent.tag).endswith("Pr"):
            element.set(math_name("val"), element.get(math_name("val"), "") + text.strip())
        elif str(element.tag) == math_name("r"):
            etree.SubElement(element, math_name("t")).text = text

    def linear(self) -> str:
        """The formula on one line."""
        return linear(self.root)
