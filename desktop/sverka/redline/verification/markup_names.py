"""Names of the markup that a redline is verified in, and what of it is never a change."""

from functools import cache

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
V = "urn:schemas-microsoft-com:vml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def word(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def several(names: str) -> frozenset[str]:
    """The names in a text, spaces between."""
    return frozenset(names.split())


def words(*names: str) -> frozenset[str]:
    """Several such names, each argument of one or more with spaces between."""
    return frozenset(word(name) for several in names for name in several.split())


@cache
def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]


ID, VALUE, AUTHOR, DATE, NAME = map(word, ("id", "val", "author", "date", "name"))
P, R_, T, TBL, TR, TC = map(word, ("p", "r", "t", "tbl", "tr", "tc"))
PPR, RPR, SECTION, BOX = map(word, ("pPr", "rPr", "sectPr", "txbxContent"))
SDT, SDT_CONTENT = word("sdt"), word("sdtContent")
HYPERLINK, SIMPLE_FIELD = word("hyperlink"), word("fldSimple")
ALTERNATE, CHOICE, FALLBACK = (f"{{{MC}}}{n}" for n in ("AlternateContent", "Choice", "Fallback"))
FORMULA, FORMULAS, MATH_RUN, MATH_TEXT = (f"{{{M}}}{n}" for n in ("oMath", "oMathPara", "r", "t"))

INSERTED = words("ins", "moveTo")
DELETED = words("del", "moveFrom")
TRACKED = INSERTED | DELETED
PROPERTY_CHANGES = words(
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "trPrChange",
    "tcPrChange",
    "tblGridChange",
    "numberingChange",
)
CELL_CHANGES = words("cellIns", "cellDel", "cellMerge")
MOVE_STARTS = words("moveFromRangeStart", "moveToRangeStart")
MOVE_ENDS = words("moveFromRangeEnd", "moveToRangeEnd")
CONTROL_STARTS = words(
    "customXmlInsRangeStart",
    "customXmlDelRangeStart",
    "customXmlMoveFromRangeStart",
    "customXmlMoveToRangeStart",
)
CONTROL_ENDS = words(
    "customXmlInsRangeEnd",
    "customXmlDelRangeEnd",
    "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeEnd",
)
REVISIONS = TRACKED | PROPERTY_CHANGES | CELL_CHANGES | MOVE_STARTS | CONTROL_STARTS
"""All elements that belong to a revision and carry its id."""

MARKS = (
    words(
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "proofErr",
        "permStart",
        "permEnd",
    )
    | MOVE_STARTS
    | MOVE_ENDS
    | CONTROL_STARTS
    | CONTROL_ENDS
)
"""What may stand anywhere between paragraphs and runs and holds nothing."""

TRANSPARENT = words("smartTag", "customXml", "ruby", "rubyBase", "rt") | {
    f"{{{MC}}}AlternateContent",
    f"{{{MC}}}Choice",
}
"""What is around text and says nothing that a reader sees."""

NEVER_A_CHANGE = (
    words(
        "lang",
        "noProof",
        "rsid",
        "rsids",
        "webHidden",
        "proofErr",
        "lastRenderedPageBreak",
        "printerSettings",
        "smartTagPr",
        "customXmlPr",
    )
    | PROPERTY_CHANGES
)
"""What the program that saved the file last wrote of its own; nobody changed it."""

VOLATILE_FIELDS = several(
    "PAGE NUMPAGES SECTIONPAGES SECTION PAGEREF DATE TIME SAVEDATE PRINTDATE CREATEDATE"
    " EDITTIME FILENAME FILESIZE NUMWORDS NUMCHARS REVNUM LASTSAVEDBY USERNAME"
)
"""Fields whose result is made anew wherever the file is opened."""
