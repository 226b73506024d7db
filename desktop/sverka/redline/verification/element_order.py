"""Knows the order in which Word wants the properties of paragraphs, tables and sections."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from sverka.redline.verification.markup_names import MARKS, R_, W, local, word, words

_ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
        " tblDescription tblPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
        " vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings sectPrChange"
    ),
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "r": "rPr t",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "numPr": "ilvl numId numberingChange ins",
}
"""The sequences of the schema (ISO/IEC 29500-1, A.1); of containers only what comes first."""

_PLACES = {name: {n: at for at, n in enumerate(order.split())} for name, order in _ORDERS.items()}
_PLACES["sectPr"]["footerReference"] = 0


def misordered(root: etree._Element) -> Iterator[str]:
    """The names of elements that stand behind one they belong before, with where they do."""
    for section in root.iter(word("sectPr")):
        parent = section.getparent()
        if parent is not None and parent.tag == word("body") and parent[-1] is not section:
            yield "sectPr in body"
    for name, places in _PLACES.items():
        for element in root.iter(word(name)):
            last = -1
            for child in element:
                if not isinstance(child.tag, str):
                    continue
                at = places.get(local(child.tag), last)
                if at < last:
                    yield f"{local(child.tag)} in {name}"
                last = max(last, at)
    yield from _not_first(root)
    yield from _out_of_place(root)
    yield from _outside(root)


def _not_first(root: etree._Element) -> Iterator[str]:
    """Properties that stand behind what they are of, or twice."""
    for name, parents in _BEGIN.items():
        for properties in root.iter(word(name)):
            parent = properties.getparent()
            before = properties.getprevious()
            while before is not None and before.tag in MARKS:
                before = before.getprevious()
            if parent is not None and parent.tag in parents and before is not None:
                yield f"{name} in {local(str(parent.tag))}"


def _out_of_place(root: etree._Element) -> Iterator[str]:
    """What stands among properties and is none, or twice where it may stand once."""
    for name in _ONLY:
        places = _PLACES[name]
        for element in root.iter(word(name)):
            own = [c.tag for c in element if str(c.tag).startswith(f"{{{W}}}")]
            for tag, count in Counter(own).items():
                may_repeat = tag in _REPEATED
                if local(tag) not in places or (count > 1 and not may_repeat):
                    yield f"{local(tag)} in {name}"
    for element in root.iter(word("rPr")):
        for tag, count in Counter(c.tag for c in element).items():
            if count > 1:
                yield f"{local(str(tag))} in rPr"


def _outside(root: etree._Element) -> Iterator[str]:
    """Runs that stand between paragraphs, and tables with two sets of properties."""
    for element in root.iter(R_):
        parent = element.getparent()
        if parent is not None and parent.tag in _HOLD_BLOCKS:
            yield f"r in {local(str(parent.tag))}"
    for element in root.iter(word("tbl")):
        for name in ("tblPr", "tblGrid"):
            if sum(child.tag == word(name) for child in element) > 1:
                yield f"{name} in tbl"


_BEGIN = {
    "pPr": words("p"),
    "rPr": words("r"),
    "tcPr": words("tc"),
}
"""Properties that come first in what they are of."""

_ONLY = ("pPr", "tblPr", "tcPr", "sectPr", "numPr")
_REPEATED = words("headerReference footerReference")
_HOLD_BLOCKS = words("body tc hdr ftr footnote endnote comment txbxContent")
