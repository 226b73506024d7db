"""Puts comments of our own into a redline: what a header was, what somebody noted at a change."""

from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from sverka.readers.docx.wordprocessing import W_URI, XML_SPACE, w
from sverka.redline.redline_values import RedlineRemark
from sverka.redline.revision_elements import Fate, Stamp

_FATES = {w(fate.value): fate for fate in Fate if fate is not Fate.STAYED}
_WRAPPED = {Fate.MOVED_AWAY: Fate.DELETED, Fate.MOVED_HERE: Fate.INSERTED}
_NAMES = {"w": W_URI}


def put_comments(
    root: etree._Element | None,
    remarks: Sequence[tuple[RedlineRemark, etree._Element]],
    stamp: Stamp,
) -> etree._Element | None:
    """Put each remark at its paragraph of the redline; the comments with them, if there are any.

    `root` are the comments there are. What is said of a paragraph that came or went comes or goes
    with it.
    """
    if not remarks:
        return root
    if root is None:
        root = etree.fromstring(f'<w:comments xmlns:w="{W_URI}"/>')
    known = [int(one.get(w("id"), "0")) for one in root.iter(w("comment"))]
    number = max([-1, *known])
    for remark, paragraph in remarks:
        number += 1
        root.append(_comment(str(number), remark.text, stamp))
        _anchor(paragraph, str(number), stamp)
    return root


def _comment(number: str, text: str, stamp: Stamp) -> etree._Element:
    made = etree.Element(w("comment"), nsmap=_NAMES)
    made.set(w("id"), number)
    made.set(w("author"), stamp.author)
    made.set(w("date"), stamp.date)
    for line in text.split("\n"):
        said = etree.SubElement(etree.SubElement(etree.SubElement(made, w("p")), w("r")), w("t"))
        said.text = line
        said.set(XML_SPACE, "preserve")
    return made


def _anchor(paragraph: etree._Element, number: str, stamp: Stamp) -> None:
    start, end = (etree.Element(w(f"commentRange{which}")) for which in ("Start", "End"))
    run = etree.Element(w("r"))
    reference = etree.SubElement(run, w("commentReference"))
    for element in (start, end, reference):
        element.set(w("id"), number)
    has_properties = len(paragraph) > 0 and paragraph[0].tag == w("pPr")
    paragraph.insert(1 if has_properties else 0, start)
    paragraph.append(end)
    paragraph.append(_with_its_paragraph(run, paragraph, stamp))


def _with_its_paragraph(
    run: etree._Element, paragraph: etree._Element, stamp: Stamp
) -> etree._Element:
    """The run, in a revision of its own where the paragraph is one."""
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    marked = () if mark is None else tuple(mark)
    fate = next((_FATES[str(one.tag)] for one in marked if one.tag in _FATES), None)
    if fate is None:
        return run
    around = stamp.element(_WRAPPED.get(fate, fate).value)
    around.append(run)
    return around


def placed(
    remarks: Sequence[RedlineRemark],
    paragraphs: Mapping[tuple[str, str, int], etree._Element],
    made: Mapping[etree._Element, etree._Element],
    roots: Collection[etree._Element],
) -> list[tuple[RedlineRemark, etree._Element]]:
    """The paragraph of the redline that each remark is about; those about none are left out."""
    found = []
    for remark in remarks:
        paragraph = paragraphs.get((remark.side.value, remark.part, remark.ordinal))
        if paragraph is None:
            continue
        paragraph = made.get(paragraph, paragraph)
        if paragraph.getroottree().getroot() in roots:
            found.append((remark, paragraph))
    return found
