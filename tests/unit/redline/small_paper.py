"""Small DOCX made in memory, and redlines read both ways or shown in a line of text."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from sverka.readers.intake import Intake
from sverka.redline import Redlined, RedlineOptions, redline_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def p(*runs: str, props: str = "") -> str:
    """A paragraph; what is no markup becomes a run."""
    inner = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inner}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run."""
    props = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with a paragraph each."""
    grid = "<w:gridCol/>" * max(len(row) for row in rows)
    lines = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def part(root: str, content: str) -> str:
    """A part of the package with this root ("w:hdr")."""
    return f'<{root} xmlns:w="{W}" xmlns:r="{R}">{content}</{root}>'


def docx(
    body: str,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, tuple[str, str]] | None = None,
) -> Intake:
    """A DOCX with this body, more parts by name ("footnotes"), and relationships by id.

    A relationship is its kind and target; one to an address leads outside.
    """
    parts = dict(parts or {})
    pointers = dict(links or {})
    for name in parts:
        kind = name.rstrip("0123456789")
        if kind not in ("header", "footer"):
            pointers.setdefault(f"rId{name}", (kind, f"{name}.xml"))
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.'
        f'{name.rstrip("0123456789")}+xml"/>'
        for name in parts
    )
    sink = BytesIO()
    with ZipFile(sink, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
            f"{overrides}</Types>",
        )
        file.writestr(
            "_rels/.rels", _relationships({"rId1": ("officeDocument", "word/document.xml")})
        )
        file.writestr("word/document.xml", part("w:document", f"<w:body>{body}</w:body>"))
        file.writestr("word/_rels/document.xml.rels", _relationships(pointers))
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", content)
    data = sink.getvalue()
    return Intake("made.docx", data, hashlib.sha256(data).hexdigest(), MOMENT)


def _relationships(pointers: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if '//' in target else ''}/>"
        for key, (kind, target) in pointers.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def redline(old: Intake | str, new: Intake | str, **choices: object) -> Redlined:
    """The redline of two papers, or of two bodies."""
    files = [docx(one) if isinstance(one, str) else one for one in (old, new)]
    return redline_of(*files, RedlineOptions(**choices))  # type: ignore[arg-type]


def root_of(made: Redlined | bytes, name: str = "word/document.xml") -> etree._Element:
    """The root of a part of a redline."""
    data = made if isinstance(made, bytes) else made.data
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


_OPEN = {"ins": "[+", "del": "[-", "moveFrom": "{-", "moveTo": "{+"}
_SHUT = {"ins": "+]", "del": "-]", "moveFrom": "-}", "moveTo": "+}"}
_SIGNS = {"tab": "→", "br": "↵", "drawing": "▣", "footnoteReference": "†", "fldChar": "ƒ"}


def shown(element: etree._Element) -> str:
    """A redline in a line of text: [+came+] [-went-] {+moved here+} {-moved away-}, ¶ the marks.

    A change of looks stands behind what it is about as ~; a row or a cell is told as a mark is.
    """
    name = etree.QName(element).localname
    if name in ("t", "delText", "instrText", "delInstrText"):
        return element.text or ""
    if name in _SIGNS:
        return _SIGNS[name]
    inner = "".join(shown(child) for child in element if isinstance(child.tag, str))
    if name in ("pPr", "rPr", "trPr", "tcPr", "sectPr", "tblPr", "tblGrid"):
        return ""
    if name == "r":
        changed = element.find(f"{{{W}}}rPr/{{{W}}}rPrChange") is not None
        return inner + ("~" if changed else "")
    if name in _OPEN:
        return f"{_OPEN[name]}{inner}{_SHUT[name]}"
    if name == "p":
        changed = element.find(f"{{{W}}}pPr/{{{W}}}pPrChange") is not None
        return inner + _fated(element, "pPr/rPr", "¶") + ("~" if changed else "")
    if name == "tr":
        return inner + _fated(element, "trPr", "/")
    if name == "tc":
        came, gone = (element.find(f"{{{W}}}tcPr/{{{W}}}{kind}") for kind in ("cellIns", "cellDel"))
        mark = "[+|+]" if came is not None else "[-|-]" if gone is not None else "|"
        return inner.removesuffix("¶") + mark
    return inner


def _fated(element: etree._Element, path: str, sign: str) -> str:
    properties = element.find("/".join(f"{{{W}}}{step}" for step in path.split("/")))
    for kind in _OPEN:
        if properties is not None and properties.find(f"{{{W}}}{kind}") is not None:
            return f"{_OPEN[kind]}{sign}{_SHUT[kind]}"
    return sign


def line(made: Redlined) -> str:
    """The body of a redline in a line of text."""
    return shown(root_of(made))


def texts(root: etree._Element, *, accepted: bool) -> list[str]:
    """The paragraphs that are left when all is accepted or rejected, by the rules of Word."""
    gone = ("del", "moveFrom") if accepted else ("ins", "moveTo")
    found: list[str] = [""]
    for paragraph in root.iter(f"{{{W}}}p"):
        for text in paragraph.iter(f"{{{W}}}t", f"{{{W}}}delText"):
            around = {etree.QName(one).localname for one in text.iterancestors()}
            if around.isdisjoint(gone):
                found[-1] += text.text or ""
        mark = paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr")
        kept = mark is None or all(mark.find(f"{{{W}}}{kind}") is None for kind in gone)
        if kept:
            found.append("")
    return found[:-1] if not found[-1] else found
