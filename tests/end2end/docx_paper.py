"""Writes small DOCX files from pieces of WordprocessingML, for tests that change one thing."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>
<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="Font"><w:name w:val="Default Paragraph Font"/>
</w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>
<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/>
<w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/>
<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/>
</w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>
</w:style>
<w:style w:type="character" w:styleId="Term"><w:name w:val="Term"/></w:style>
"""
"""Word's own styles, as far as the table needs them; fonts come from the theme."""


def abstract(number: int, style: str, text: str, start: int = 1, more: str = "") -> str:
    """A list, as it is defined: two levels, the second counted in small letters."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    )


def concrete(number: int, of: int, start: int | None = None) -> str:
    """A list, as paragraphs refer to it; `start` restarts it."""
    override = (
        ""
        if start is None
        else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


NUMBERING = (
    abstract(1, "decimal", "%1.")
    + abstract(2, "lowerLetter", "%1.")
    + abstract(3, "bullet", "•")
    + abstract(4, "decimal", "%1.", start=2)
    + abstract(5, "decimal", "%1)")
    + abstract(6, "bullet", "–")
    + abstract(7, "upperRoman", "%1.")
    + "".join(concrete(n, n) for n in range(1, 8))
    + concrete(11, 1, start=1)
)
"""Lists: 1 decimal, 2 letters, 3 bullets, 4 from 2 on, 5 "1)", 6 dashes, 7 Roman; 11 is 1 anew."""


def theme(minor: str = "Calibri", accent: str = "4472C4") -> str:
    """A theme part with this typeface for text and this first accent colour."""
    return (
        f'{_HEAD}<a:theme {_NAMESPACES} name="Office"><a:themeElements><a:clrScheme name="Office">'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
        '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>'
        f'<a:accent1><a:srgbClr val="{accent}"/></a:accent1>'
        '<a:accent2><a:srgbClr val="ED7D31"/></a:accent2></a:clrScheme>'
        '<a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea'
        ' typeface=""/><a:cs typeface=""/></a:majorFont>'
        f'<a:minorFont><a:latin typeface="{minor}"/><a:ea typeface=""/><a:cs typeface=""/>'
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )


def png(shade: int) -> bytes:
    """A picture of one pixel in this shade of grey."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checked = name + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes([0, shade]))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


PICTURES = {"map": png(10), "plan": png(200)}
"""The pictures of the papers by the id of their relationship."""
LINKS = {"site": "https://example.org/a", "other": "https://example.org/b"}
"""The addresses of the papers by the id of their relationship."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One version of a paper: its body and what differs from the usual in its other parts.

    `notes` maps "footnotes", "endnotes" and "comments" to the elements in them, `edges` the ids of
    headers and footers ("header-default", "footer-first") to their paragraphs, `section` is what
    else the section says. `extra` are further parts by name.
    """

    body: str
    styles: str = STYLES
    numbering: str = NUMBERING
    theme: str = field(default_factory=theme)
    settings: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    edges: Mapping[str, str] = field(default_factory=dict)
    section: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=lambda: PICTURES)
    links: Mapping[str, str] = field(default_factory=lambda: LINKS)
    extra: Mapping[str, str] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        """Write it and say where."""
        path.write_bytes(self.bytes())
        return path

    def bytes(self) -> bytes:
        """The whole package."""
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": _relationships([("rId1", "officeDocument", "word/document.xml", False)]),
            "word/document.xml": _part(
                "document", f"<w:body>{self.body}{self._section()}</w:body>"
            ),
            "word/styles.xml": _part("styles", self.styles),
            "word/numbering.xml": _part("numbering", self.numbering),
            "word/settings.xml": _part("settings", self.settings),
            "word/theme/theme1.xml": self.theme,
        }
        for kind, inside in self.notes.items():
            parts[f"word/{kind}.xml"] = _part(kind, inside)
        for name, inside in self.edges.items():
            parts[f"word/{name}.xml"] = _part("hdr" if name[0] == "h" else "ftr", inside)
        for name, data in self.pictures.items():
            parts[f"word/media/{name}.png"] = data
        parts |= self.extra
        shown = self._pointers_to_what_is_shown()
        for name in [*(f"{kind}.xml" for kind in self.notes), *(f"{n}.xml" for n in self.edges)]:
            parts[f"word/_rels/{name}.rels"] = _relationships(shown)
        parts["word/_rels/document.xml.rels"] = _relationships([*self._pointers(), *shown])
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(zipfile.ZipInfo(name), content)
        return stream.getvalue()

    def _pointers(self) -> list[tuple[str, str, str, bool]]:
        """The relationships of the body to other parts: id, kind, target, whether outside."""
        kinds = ("styles", "numbering", "settings", *self.notes)
        return [
            *((f"{kind}-part", kind, f"{kind}.xml", False) for kind in kinds),
            ("theme-part", "theme", "theme/theme1.xml", False),
            *((name, name[:6], f"{name}.xml", False) for name in self.edges),
        ]

    def _pointers_to_what_is_shown(self) -> list[tuple[str, str, str, bool]]:
        """The relationships to pictures and addresses, the same for all parts."""
        return [
            *((name, "image", f"media/{name}.png", False) for name in self.pictures),
            *((name, "hyperlink", target, True) for name, target in self.links.items()),
        ]

    def _section(self) -> str:
        edges = "".join(
            f'<w:{name[:6]}Reference w:type="{name[7:]}" r:id="{name}"/>' for name in self.edges
        )
        return f"<w:sectPr>{edges}{self.section}</w:sectPr>"

    def _types(self) -> str:
        overrides = {"document": "document.main", "settings": "settings", "styles": "styles"}
        overrides |= {"numbering": "numbering", **{kind: kind for kind in self.notes}}
        overrides |= {name: name[:6] for name in self.edges}
        listed = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
            for name, kind in overrides.items()
        )
        return (
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{listed}</Types>'
        )


def _part(name: str, inside: str) -> str:
    return f"{_HEAD}<w:{name} {_NAMESPACES}>{inside}</w:{name}>"


def _relationships(pointers: list[tuple[str, str, str, bool]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if outside else "/>")
        for key, kind, target, outside in pointers
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{listed}</Relationships>'


def run(text: str, properties: str = "") -> str:
    """A run of text with these properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*content: str, properties: str = "") -> str:
    """A paragraph; what is no element is text."""
    inside = "".join(one if one.startswith("<") else run(one) for one in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def styled(style: str, *content: str) -> str:
    """A paragraph in a style."""
    return par(*content, properties=f'<w:pStyle w:val="{style}"/>')


def item(text: str, numbers: int = 1, level: int = 0) -> str:
    """An item of a list."""
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>'
    return par(text, properties=own)


def link(text: str, key: str = "", place: str = "") -> str:
    """A link to the address of this relationship, or to a place in the document."""
    target = f'r:id="{key}"' if key else f'w:anchor="{place}"'
    return f"<w:hyperlink {target}>{run(text)}</w:hyperlink>"


def coded(code: str, result: str, marks: str = "") -> str:
    """A field of runs: beginning, code, separator, result, end. `marks` stands in its beginning."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{marks}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result) if result else ""}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple(code: str, result: str) -> str:
    """A field in one element."""
    return f'<w:fldSimple w:instr=" {code} ">{run(result)}</w:fldSimple>'


def graphic(key: str, alt: str, width: int, height: int) -> str:
    """What is inside a drawing: a picture by the id of its relationship, sizes in points."""
    return (
        f'<wp:extent cx="{width * 12700}" cy="{height * 12700}"/>'
        f'<wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="picture.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width * 12700}" cy="{height * 12700}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic>"
    )


def picture(key: str = "map", alt: str = "A map", width: int = 100, height: int = 50) -> str:
    """A picture that stands in the line."""
    inside = graphic(key, alt, width, height)
    return f"<w:r><w:drawing><wp:inline>{inside}</wp:inline></w:drawing></w:r>"


def vml(key: str = "map", alt: str = "A map") -> str:
    """A picture as old files have it."""
    return (
        f'<w:r><w:pict><v:shape style="width:100pt;height:50pt" alt="{alt}">'
        f'<v:imagedata r:id="{key}"/></v:shape></w:pict></w:r>'
    )


def box(*paragraphs: str) -> str:
    """A text box, once for today's programs and once for old ones."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="1270000" cy="635000"/><wp:docPr id="2" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def mark(kind: str, number: int) -> str:
    """The mark of a footnote, an endnote or a comment."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(kind: str, number: int, text: str) -> str:
    """A footnote, an endnote or a comment."""
    author = ' w:author="Ada"' if kind == "comment" else ""
    return f'<w:{kind} w:id="{number}"{author}>{par(text)}</w:{kind}>'


def tick(checked: bool) -> str:
    """A check box as content control, the sign that shows it included."""
    sign = "☒" if checked else "☐"
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="agreed"/><w14:checkbox><w14:checked w14:val="{checked:d}"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent>{run(sign)}</w:sdtContent></w:sdt>"
    )


def control(name: str, text: str, kind: str = "<w:text/>") -> str:
    """A field to fill in, or another content control of this name."""
    properties = f'<w:sdtPr><w:tag w:val="{name}"/>{kind}</w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def formula(base: str, above: str) -> str:
    """A formula: something with an exponent."""
    inside = (
        f"<m:sSup><m:e><m:r><m:t>{base}</m:t></m:r></m:e>"
        f"<m:sup><m:r><m:t>{above}</m:t></m:r></m:sup></m:sSup>"
    )
    return f"<m:oMath>{inside}</m:oMath>"


def cell(*content: str, properties: str = "") -> str:
    """A cell of a table with one paragraph, or with the paragraphs and tables given."""
    inside = "".join(one if one.startswith(("<w:p>", "<w:tbl>")) else par(one) for one in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; what is no cell is the text of one."""
    inside = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
