"""Reads the text of an element of a DOCX that holds nothing else."""

from lxml import etree

from sverka.patterns import late_pattern
from sverka.readers.docx.wordprocessing import XML_SPACE

_LINE_ENDS = late_pattern(r"[\r\n]+")


def text_of(element: etree._Element) -> str:
    """The text of a w:t. Line ends are how the XML was printed, unless space is preserved.

    Spaces at its edges are kept even where Word would trim them: better two words than one.
    """
    text = element.text or ""
    if "\n" not in text and "\r" not in text:
        return text
    first, *between = _LINE_ENDS.split(text)
    lines = [first.rstrip(" \t"), *(line.strip(" \t") for line in between[:-1])]
    lines.append(between[-1].lstrip(" \t"))
    if element.get(XML_SPACE) != "preserve":
        lines = [line for line in lines if line]
    return " ".join(lines)
