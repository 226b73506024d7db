"""Names of WordprocessingML: namespaces, and short ways to look into elements."""

from functools import cache

from lxml import etree

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_URI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M_URI = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A_URI = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WP_URI = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPG_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
C_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DGM_URI = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
W14_URI = "http://schemas.microsoft.com/office/word/2010/wordml"
V_URI = "urn:schemas-microsoft-com:vml"
MC_URI = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def w(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W_URI}}}{name}"


@cache
def m(name: str) -> str:
    """The qualified name of an element or attribute of Office Math."""
    return f"{{{M_URI}}}{name}"


R_ID = f"{{{R_URI}}}id"
ALTERNATE = f"{{{MC_URI}}}AlternateContent"
CHOICE = f"{{{MC_URI}}}Choice"
FALLBACK = f"{{{MC_URI}}}Fallback"


def value(parent: etree._Element | None, name: str) -> str | None:
    """The w:val of the child w:`name`, None where there is no such child or attribute."""
    if parent is None:
        return None
    child = parent.find(w(name))
    return None if child is None else child.get(w("val"))


def number(parent: etree._Element | None, name: str) -> int | None:
    """The w:val of the child w:`name` as a number, None where it is none."""
    return to_int(value(parent, name))


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """Whether the on-off property w:`name` is on; None where it is not given."""
    if parent is None:
        return None
    child = parent.find(w(name))
    return None if child is None else is_on(child)


def is_on(element: etree._Element, attribute: str = w("val")) -> bool:
    """Whether an on-off property that is given is on; without a value it is."""
    return element.get(attribute, "true").lower() not in {"0", "false", "off", "none"}


def to_int(text: str | None) -> int | None:
    """A number as XML writes it, within what any property may hold; else None."""
    try:
        found = int(text or "")
    except ValueError:
        return None
    return found if -(2**31) <= found < 2**31 else None
