"""Puts a clean DOCX together: its styles, its lists, its comments, and a body given as XML."""

import zipfile
from collections.abc import Sequence
from functools import cache
from io import BytesIO

import docx
from lxml import etree

from sverka.readers.docx.wordprocessing import R_URI, W_URI, w
from sverka.redline.reading.clean_comments import CleanComment, comments_part
from sverka.redline.reading.clean_lists import ListMark, numbering_part

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the earliest that a ZIP archive knows, the same every time."""

HEADINGS = 6
_SIZES = (32, 28, 26, 24, 22, 22)
"""The size of headings by their level, in half points."""

_OWN = ("styles", "numbering", "comments", "settings", "fontTable")
_FONT = "Calibri"
_PAGE = {"w": "11906", "h": "16838"}
_MARGINS = {"top": "1134", "right": "1134", "bottom": "1134", "left": "1134"}


def clean_package(
    blocks: Sequence[etree._Element],
    lists: Sequence[ListMark],
    comments: Sequence[CleanComment],
) -> bytes:
    """The bytes of a DOCX with these blocks as its body; the same ones for the same blocks."""
    document = etree.Element(w("document"), nsmap={"w": W_URI, "r": R_URI})
    body = etree.SubElement(document, w("body"))
    body.extend(blocks)
    body.append(_section())
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _pointers(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _pointers(
            *((kind, f"{kind}.xml") for kind in _OWN),
            ("theme", "theme/theme1.xml"),
        ),
        "word/document.xml": document,
        "word/styles.xml": _styles(),
        "word/numbering.xml": numbering_part(lists),
        "word/comments.xml": comments_part(comments),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/theme/theme1.xml": etree.fromstring(_theme()),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, root in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(
                entry, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            )
    return stream.getvalue()


def made(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element of WordprocessingML with these attributes of it."""
    element = etree.Element(w(name))
    for key, said in attributes.items():
        element.set(w(key), said)
    element.extend(children)
    return element


def _section() -> etree._Element:
    return made("sectPr", made("pgSz", **_PAGE), made("pgMar", **_MARGINS, **_EDGES))


_EDGES = {"header": "709", "footer": "709", "gutter": "0"}


def _settings() -> etree._Element:
    root = etree.Element(w("settings"), nsmap={"w": W_URI})
    root.append(made("defaultTabStop", val="708"))
    return root


def _fonts() -> etree._Element:
    root = etree.Element(w("fonts"), nsmap={"w": W_URI})
    font = made("font", made("charset", val="00"))
    font.set(w("name"), _FONT)
    root.append(font)
    return root


@cache
def _theme() -> bytes:
    """The theme of a new document, as python-docx has it."""
    parts = docx.Document().part.package.iter_parts()
    return bytes(next(part.blob for part in parts if part.partname.endswith("theme1.xml")))


def _types() -> etree._Element:
    space = f"{_PACKAGE}/content-types"
    root = etree.fromstring(f'<Types xmlns="{space}"/>')
    for suffix, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{space}}}Default", Extension=suffix, ContentType=kind)
    kinds = {"document": "document.main"} | {name: name for name in _OWN}
    types = {name: f"{_TYPE}.{kind}+xml" for name, kind in kinds.items()}
    types["theme/theme1"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    for name, kind in types.items():
        part = {"PartName": f"/word/{name}.xml", "ContentType": kind}
        etree.SubElement(root, f"{{{space}}}Override", part)
    return root


def _pointers(*targets: tuple[str, str]) -> etree._Element:
    space = f"{_PACKAGE}/relationships"
    root = etree.fromstring(f'<Relationships xmlns="{space}"/>')
    for number, (kind, target) in enumerate(targets, 1):
        told = {"Id": f"rId{number}", "Type": f"{R_URI}/{kind}", "Target": target}
        etree.SubElement(root, f"{{{space}}}Relationship", told)
    return root


def _styles() -> etree._Element:
    root = etree.Element(w("styles"), nsmap={"w": W_URI})
    fonts = made("rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT)
    usual = made("rPr", fonts, made("sz", val="22"), made("szCs", val="22"))
    spacing = made("pPr", made("spacing", after="120", line="276", lineRule="auto"))
    root.append(
        made("docDefaults", made("rPrDefault", usual), made("pPrDefault", spacing)),
    )
    normal = made("style", made("name", val="Normal"), made("qFormat"), styleId="Normal")
    normal.set(w("type"), "paragraph")
    normal.set(w("default"), "1")
    root.append(normal)
    for level in range(1, HEADINGS + 1):
        size = str(_SIZES[level - 1])
        root.append(
            _style(
                f"Heading{level}",
                f"heading {level}",
                made(
                    "pPr",
                    made("keepNext"),
                    made("spacing", before="240", after="80"),
                    made("outlineLvl", val=str(level - 1)),
                ),
                made("rPr", made("b"), made("sz", val=size), made("szCs", val=size)),
            )
        )
    root.append(_style("Caption", "caption", made("rPr", made("i"))))
    small = made("rPr", made("sz", val="18"), made("szCs", val="18"))
    root.append(_style("NoteText", "Note Text", small))
    root.append(_table_style())
    return root


def _style(key: str, name: str, *said: etree._Element) -> etree._Element:
    style = made("style", made("name", val=name), made("basedOn", val="Normal"), styleId=key)
    style.set(w("type"), "paragraph")
    style.append(made("qFormat"))
    style.extend(said)
    return style


def _table_style() -> etree._Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [made(side, val="single", sz="4", space="0", color="auto") for side in sides]
    style = made("style", made("name", val="Table Grid"), styleId="TableGrid")
    style.set(w("type"), "table")
    style.append(made("tblPr", made("tblBorders", *lines)))
    return style
