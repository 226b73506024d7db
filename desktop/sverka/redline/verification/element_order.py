"""Knows the order in which Word wants the properties of paragraphs, tables and sections."""

from collections.abc import Iterator

from lxml import etree

from sverka.redline.verification.markup_names import local, word

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
    "numPr": "ilvl numId",
}
"""The sequences of the schema (ISO/IEC 29500-1, A.1); of containers only what comes first."""

_PLACES = {name: {n: at for at, n in enumerate(order.split())} for name, order in _ORDERS.items()}
_PLACES["sectPr"]["footerReference"] = 0


def misordered(root: etree._Element) -> Iterator[str]:
    """The names of elements that stand behind one they belong before, with where they do."""
    for properties in root.iter(word("pPr")):
        parent = properties.getparent()
        if parent is not None and parent.tag == word("p") and parent[0] is not properties:
            yield "pPr in p"
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
