"""Says markup in one way however it is written, so that what means the same compares equal."""

from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from sverka.redline.verification.markup_names import (
    BOX,
    FALLBACK,
    MARKS,
    MATH_RUN,
    MATH_TEXT,
    NEVER_A_CHANGE,
    VALUE,
    M,
    R,
    T,
    W,
    local,
    word,
    words,
)

Form: TypeAlias = tuple[object, ...]
"""A name, its attributes in order, its text, and the forms of what is in it."""

BARE = 3
"""What the form of an element without children has: name, attributes, text."""

Resolved: TypeAlias = Callable[[str, str], str]
"""What an id leads to: asked with the kind of id ("rel", "pStyle") and the id."""

_SWITCHES = words(
    "b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint vanish"
    " specVanish rtl cs snapToGrid oMath keepNext keepLines pageBreakBefore widowControl"
    " suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct"
    " autoSpaceDE autoSpaceDN bidi adjustRightInd contextualSpacing mirrorIndents"
    " suppressOverlap cantSplit tblHeader noWrap tcFitText hideMark titlePg bidiVisual"
    " formProt noEndnote rtlGutter evenAndOddHeaders trackRevisions locked isLgl hidden"
)
_OFF = frozenset({"0", "false", "off", "none"})
_OWN = (f"{{{W}}}", f"{{{R}}}", f"{{{M}}}", "{http://www.w3.org/XML/1998/namespace}")
_STYLE_IDS = {word("pStyle"): "paragraph", word("rStyle"): "character", word("tblStyle"): "table"}
_UNORDERED = words("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblPrEx", "numPr")
_WORKING_IDS = frozenset(
    {"docPr", "cNvPr", "cNvSpPr", "cNvGrpSpPr", "anchor", "inline", "shape", "shapetype", "group"}
    | {"rect", "line", "roundrect", "oval", "OLEObject", "cNvPicPr", "sdtPr", "polyline", "arc"}
)
"""Elements whose own ids only have to be unique, and are given anew where they are not."""

_WORKING = frozenset({"id", "spid", "anchorId", "editId", "ShapeID", "ObjectID", "gfxdata"})
_LEFT_OUT = frozenset({FALLBACK, word("sectPr")}) | NEVER_A_CHANGE | MARKS
_EMPTY_MEANS_NOTHING = words(
    "rPr", "pPr", "numPr", "tblPr", "trPr", "tcPr", "tblPrEx", "ind", "spacing", "pBdr", "tabs"
)


def form(element: etree._Element, resolved: Resolved) -> Form:
    """The canonical form of an element and all in it, except what is never a change."""
    tag = str(element.tag)
    children = [
        told
        for child in element
        if isinstance(child.tag, str)
        and child.tag not in _LEFT_OUT
        and not (tag.endswith("}sdtPr") and local(child.tag) in _CONTROL_NOISE)
        and (told := _child(child, resolved)) is not None
    ]
    if tag in _UNORDERED:
        children.sort(key=repr)
    text = element.text or ""
    if tag not in (T, MATH_TEXT):
        text = text.strip()
    return (tag, _attributes(element, tag, resolved), text, *children)


_CONTROL_NOISE = frozenset({"id", "rPr", "rsid"})


def _child(child: etree._Element, resolved: Resolved) -> Form | None:
    if child.tag == BOX:
        return (BOX,)
    if child.tag in _STYLE_IDS:
        name = resolved(_STYLE_IDS[str(child.tag)], child.get(VALUE, ""))
        return (child.tag, name) if name else None
    told = form(child, resolved)
    if child.tag in _EMPTY_MEANS_NOTHING and len(told) == BARE and not told[1]:
        return None
    return told


def _attributes(element: etree._Element, tag: str, resolved: Resolved) -> tuple[object, ...]:
    if not element.attrib:
        return ()
    if tag in _SWITCHES:
        return ("off",) if element.get(VALUE, "1").lower() in _OFF else ()
    found = []
    of_word = tag.startswith(f"{{{W}}}")
    for key, value in element.items():
        name = local(str(key))
        if of_word and str(key).startswith("{") and not str(key).startswith(_OWN):
            continue  # what another program notes on Word's elements says nothing to Word
        if name.startswith("rsid") or (name in _WORKING and local(tag) in _WORKING_IDS):
            continue
        if str(key).startswith(f"{{{R}}}") or name == "relid":
            value = resolved("rel", str(value)) if value else ""
        found.append((key, value))
    return tuple(sorted(found))


def formula_form(element: etree._Element, resolved: Resolved) -> Form:
    """The form of a formula, neighbouring runs that look alike as one."""
    return _merged(form(element, resolved))


def _merged(told: Form) -> Form:
    head, children = told[:BARE], [_merged(c) if isinstance(c, tuple) else c for c in told[BARE:]]
    children = [c for c in children if not (isinstance(c, tuple) and c[0] in _SHELLS and _bare(c))]
    merged: list[object] = []
    for child in children:
        if merged and _is_run(child) and _is_run(merged[-1]):
            last, now = merged[-1], child
            assert isinstance(last, tuple) and isinstance(now, tuple)  # noqa: PT018
            if last[:-1] == now[:-1] and _text_of(last[-1]) is not None:
                one, other = _text_of(last[-1]) or "", _text_of(now[-1])
                if other is not None:
                    merged[-1] = (*last[:-1], (MATH_TEXT, (), one + other))
                    continue
        merged.append(child)
    return (*head, *merged)


_SHELLS = frozenset({f"{{{M}}}ctrlPr", f"{{{M}}}rPr", word("rPr")})


def _bare(told: Form) -> bool:
    return len(told) == BARE and not told[1] and not told[2]


def _is_run(told: object) -> bool:
    return isinstance(told, tuple) and told[0] == MATH_RUN and len(told) > BARE


def _text_of(told: object) -> str | None:
    """The text that a form is, None where it is something else; spaces kept is no difference."""
    if isinstance(told, tuple) and told[0] == MATH_TEXT:
        return str(told[2])
    return None


def spoken(element: etree._Element) -> str:
    """The letters in an element, for excerpts: of a formula, of a link."""
    wanted = (MATH_TEXT, T)
    return "".join(e.text or "" for e in element.iter(*wanted))
