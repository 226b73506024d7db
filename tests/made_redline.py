"""Makes a right redline and both its versions out of one description, by construction."""

import random
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

OLD, NEW, RED = "old", "new", "redline"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
BOLD, ITALIC, RED_TEXT = "<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>'

Part = Callable[["Pen"], str]
"""Writes a piece of a paragraph in one of the three files."""


@dataclass
class Pen:
    """Which of the files is written, and the last id that was given to a revision."""

    mode: str
    author: str = "Sverka"
    last: int = 100
    notes: list[tuple[str, "Block"]] = field(default_factory=list)

    def signed(self) -> str:
        self.last += 1
        return f'w:id="{self.last}" w:author="{self.author}" w:date="2026-11-25T10:00:00Z"'

    def around(self, kind: str, runs: str) -> str:
        """What was inserted or deleted: gone, as it is, or marked."""
        gone = {OLD: ("ins", "moveTo"), NEW: ("del", "moveFrom"), RED: ()}[self.mode]
        if kind in gone:
            return ""
        return runs if self.mode != RED else f"<w:{kind} {self.signed()}>{runs}</w:{kind}>"


def text(said: str, look: str = "", tag: str = "t") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{said}</w:{tag}></w:r>'


def kept(said: str, look: str = "") -> Part:
    return lambda pen: text(said, look)


def inserted(said: str, look: str = "") -> Part:
    return lambda pen: pen.around("ins", text(said, look))


def deleted(said: str, look: str = "") -> Part:
    tag = {RED: "delText"}
    return lambda pen: pen.around("del", text(said, look, tag.get(pen.mode, "t")))


def restyled(said: str, old: str, new: str) -> Part:
    """Words that stayed and look otherwise."""

    def write(pen: Pen) -> str:
        if pen.mode != RED:
            return text(said, old if pen.mode == OLD else new)
        change = f"<w:rPrChange {pen.signed()}><w:rPr>{old}</w:rPr></w:rPrChange>"
        return text(said, new + change)

    return write


def moved(kind: str, said: str) -> Part:
    return lambda pen: pen.around(kind, text(said))


def edge(kind: str, which: str, name: str, number: int) -> Part:
    """The beginning or the end of a range of what moved."""

    def write(pen: Pen) -> str:
        if pen.mode != RED:
            return ""
        if which == "End":
            return f'<w:{kind}Range{which} w:id="{number}"/>'
        signed = pen.signed().split(" ", 1)[1]
        return f'<w:{kind}RangeStart w:id="{number}" {signed} w:name="{name}"/>'

    return write


def link(key: str, *parts: Part) -> Part:
    """Words that lead somewhere; the keys of relationships are the same in all three files."""

    def write(pen: Pen) -> str:
        inside = "".join(part(pen) for part in parts)
        return f'<w:hyperlink r:id="{key}">{inside}</w:hyperlink>' if inside else ""

    return write


def field_of(code: str, result: str, kind: str = "") -> Part:
    """A field; `kind` where it was inserted or deleted."""

    def write(pen: Pen) -> str:
        gone = pen.mode == RED and kind == "del"
        instruction, shown = ("delInstrText", "delText") if gone else ("instrText", "t")
        runs = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:{instruction}>{code}</w:{instruction}></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f"<w:r><w:{shown}>{result}</w:{shown}></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        return pen.around(kind, runs) if kind else runs

    return write


def picture(key: str, name: str = "A ship") -> Part:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="7" name="{name}"/><a:graphic><a:graphicData uri="x"><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return lambda pen: drawing


def swapped_picture(old: str, new: str) -> Part:
    return lambda pen: pen.around("del", picture(old)(pen)) + pen.around("ins", picture(new)(pen))


def control(tag: str, *parts: Part) -> Part:
    def write(pen: Pen) -> str:
        inside = "".join(part(pen) for part in parts)
        properties = f'<w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/></w:sdtPr>'
        return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    return write


def bookmark(name: str, number: int, *parts: Part) -> Part:
    def write(pen: Pen) -> str:
        inside = "".join(part(pen) for part in parts)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    return write


def commented(number: int, *parts: Part) -> Part:
    def write(pen: Pen) -> str:
        inside = "".join(part(pen) for part in parts)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    return write


def note(number: int, kind: str = "") -> Part:
    run = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
    return lambda pen: pen.around(kind, run) if kind else run


def formula(said: str) -> Part:
    return lambda pen: f"<m:oMath><m:r><m:t>{said}</m:t></m:r></m:oMath>"


def box(*parts: Part) -> Part:
    """A text box, with its copy for older programs."""

    def write(pen: Pen) -> str:
        inside = [f"<w:p>{''.join(part(pen) for part in parts)}</w:p>" for _ in "12"]
        return (
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
            "<wp:docPr id='9' name='Box'/><a:graphic><a:graphicData uri='x'><wps:wsp><wps:txbx>"
            f"<w:txbxContent>{inside[0]}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
            "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
            f"<v:textbox><w:txbxContent>{inside[1]}</w:txbxContent></v:textbox></v:shape></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )

    return write


@dataclass(frozen=True)
class Block:
    """A paragraph. `mark`: whether its end was inserted, deleted or moved."""

    parts: Sequence[Part]
    old: str = ""
    new: str | None = None
    mark: str = ""
    mark_look: tuple[str, str] = ("", "")
    section: str = ""

    def properties(self, pen: Pen) -> str:
        new = self.old if self.new is None else self.new
        said = self.old if pen.mode == OLD else new
        mark = f"<w:{self.mark} {pen.signed()}/>" if self.mark and pen.mode == RED else ""
        look = self.mark_look[0 if pen.mode == OLD else 1]
        if pen.mode == RED and self.mark_look[0] != self.mark_look[1]:
            look += f"<w:rPrChange {pen.signed()}><w:rPr>{self.mark_look[0]}</w:rPr></w:rPrChange>"
        said += f"<w:rPr>{mark}{look}</w:rPr>" if mark or look else ""
        said += self.section
        if pen.mode == RED and new != self.old:
            said += f"<w:pPrChange {pen.signed()}><w:pPr>{self.old}</w:pPr></w:pPrChange>"
        return f"<w:pPr>{said}</w:pPr>" if said else ""

    def content(self, pen: Pen) -> str:
        return "".join(part(pen) for part in self.parts)


@dataclass(frozen=True)
class Row:
    """A row; `kind` where it was inserted or deleted, and its cells with it."""

    cells: Sequence[Sequence[Block]]
    kind: str = ""

    def write(self, pen: Pen) -> str:
        if (pen.mode, self.kind) in ((OLD, "ins"), (NEW, "del")):
            return ""
        marked = f"<w:trPr><w:{self.kind} {pen.signed()}/></w:trPr>"
        properties = marked if self.kind and pen.mode == RED else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{written(cell, pen)}</w:tc>'
            for cell in self.cells
        )
        return f"<w:tr>{properties}{cells}</w:tr>"


@dataclass(frozen=True)
class Table:
    rows: Sequence[Row]

    def write(self, pen: Pen) -> str:
        grid = "<w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>"
        rows = "".join(row.write(pen) for row in self.rows)
        properties = '<w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr>'
        return f"<w:tbl>{properties}{grid}{rows}</w:tbl>"


def written(blocks: Iterable[Block | Table], pen: Pen) -> str:
    """Blocks as one of the three files has them: paragraphs without a mark run into the next."""
    done, open_ = [], ""
    for block in blocks:
        if isinstance(block, Table):
            done.append(block.write(pen))
            continue
        gone = {OLD: ("ins", "moveTo"), NEW: ("del", "moveFrom"), RED: ()}[pen.mode]
        properties = block.properties(pen)
        if block.mark in gone:
            open_ += block.content(pen)
        else:
            done.append(f"<w:p>{properties}{open_}{block.content(pen)}</w:p>")
            open_ = ""
    assert not open_, "the last paragraph of a story keeps its mark"
    return "".join(done)


@dataclass(frozen=True)
class Made:
    """A description: the body, the notes, the headers, and the comments."""

    body: Sequence[Block | Table]
    notes: Sequence[Sequence[Block]] = ()
    header: Sequence[Block] = ()
    comments: Sequence[str] = ()

    def save(self, folder: Path) -> tuple[Path, Path, Path]:
        """Write the redline, the original and the revised version."""
        paths = [folder / f"{mode}.docx" for mode in (RED, OLD, NEW)]
        for mode, path in zip((RED, OLD, NEW), paths, strict=True):
            write_package(path, self.parts(mode))
        return paths[0], paths[1], paths[2]

    def parts(self, mode: str) -> dict[str, bytes]:
        pen = Pen(mode)
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>'
            '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        )
        notes = "".join(
            f'<w:footnote w:id="{n}">{written(blocks, pen)}</w:footnote>'
            for n, blocks in enumerate(self.notes, 2)
        )
        comments = "".join(
            f'<w:comment w:id="{n}" w:author="Aida" w:date="2026-01-01T00:00:00Z">'
            f"<w:p>{text(said)}</w:p></w:comment>"
            for n, said in enumerate(self.comments)
        )
        header = written(self.header or [Block([])], pen)
        return {
            **PLAIN_PARTS,
            "word/document.xml": root(
                "document", f"<w:body>{written(self.body, pen)}{section}</w:body>"
            ),
            "word/footnotes.xml": root("footnotes", notes),
            "word/comments.xml": root("comments", comments),
            "word/header1.xml": root("hdr", header),
        }


def root(tag: str, inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {SPACES}>{inside}</w:{tag}>'.encode()


def write_package(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def read_package(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = ("styles", "numbering", "footnotes", "comments", "settings")
_OVERRIDES = "".join(
    f'<Override PartName="/word/{n}.xml" ContentType="{_TYPE}.{n}+xml"/>' for n in _KINDS
)
_RELATIONSHIPS = "".join(
    f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>'
    for n, kind in enumerate(_KINDS)
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>'
)
_LISTS = "".join(
    f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/></w:lvl></w:abstractNum>'
    for n, kind, shown in ((0, "decimal", "%1."), (1, "lowerLetter", "%1)"))
) + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))

PLAIN_PARTS: dict[str, bytes] = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
        f"{_OVERRIDES}</Types>"
    ).encode(),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
    ).encode(),
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{_RELATIONSHIPS}'
        f'<Relationship Id="rIdH" Type="{RELATIONS}/header" Target="header1.xml"/>'
        f'<Relationship Id="rIdP" Type="{RELATIONS}/image" Target="media/p.png"/>'
        f'<Relationship Id="rIdQ" Type="{RELATIONS}/image" Target="media/q.png"/>'
        f'<Relationship Id="rIdA" Type="{RELATIONS}/hyperlink" Target="https://a.example/"'
        ' TargetMode="External"/>'
        f'<Relationship Id="rIdB" Type="{RELATIONS}/hyperlink" Target="https://b.example/"'
        ' TargetMode="External"/></Relationships>'
    ).encode(),
    "word/media/p.png": b"\x89PNG\r\n\x1a\n one picture",
    "word/media/q.png": b"\x89PNG\r\n\x1a\n another picture",
    "word/styles.xml": root("styles", _STYLES),
    "word/numbering.xml": root("numbering", _LISTS),
    "word/settings.xml": root("settings", '<w:defaultTabStop w:val="708"/>'),
}


def listed(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


CENTRED, HEADING, QUOTED = (
    '<w:jc w:val="center"/>',
    '<w:pStyle w:val="H1"/>',
    '<w:pStyle w:val="Q"/>',
)


def everything() -> Made:
    """A release in which something of each kind changed."""
    cells = [
        [Block([kept("Vessel")])],
        [Block([kept("Nine "), deleted("knots"), inserted("hours")])],
    ]
    gone = [[Block([deleted("A row that goes")])], [Block([deleted("with both cells")])]]
    come = [[Block([inserted("A row that comes")])], [Block([inserted("also with both")])]]
    rows = [Row(cells), Row(gone, "del"), Row(come, "ins"), Row([[Block([kept("Last")])]] * 2)]
    moved_text = "The whole of this paragraph moves on, as it is."
    return Made(
        body=[
            Block([kept("The ferry leaves at "), deleted("eight"), inserted("nine")], HEADING),
            Block(
                [kept("Tickets are "), restyled("cheap and sold", BOLD, ITALIC), kept(" on board.")]
            ),
            Block([kept("This stands in the middle now.")], "", CENTRED),
            Block([kept("Formerly a quotation, "), inserted("so they say.")], QUOTED, ""),
            Block(
                [
                    edge("moveFrom", "Start", "move1", 900),
                    moved("moveFrom", moved_text),
                ],
                mark="moveFrom",
            ),
            Block(
                [edge("moveFrom", "End", "move1", 900), kept("One sentence stays. ")], mark="ins"
            ),
            Block([kept("And it was split here, with all its words.")]),
            Block(
                [
                    kept("These two were "),
                ],
                mark="del",
            ),
            Block([kept("joined by nothing but a mark.")]),
            Block([link("rIdA", kept("Read on here")), kept(" for more of it.")]),
            Block(
                [
                    link("rIdA", deleted("Another address")),
                    link("rIdB", inserted("Another address")),
                    kept(" leads elsewhere now."),
                ]
            ),
            Block(
                [
                    kept("See "),
                    field_of(" REF harbour \\h ", "the harbour"),
                    kept(" or "),
                    field_of(" REF pier \\h ", "the pier", "del"),
                    field_of(" REF quay \\h ", "the quay", "ins"),
                    kept("."),
                ]
            ),
            Block(
                [kept("A ship: "), picture("rIdP"), kept(" and "), swapped_picture("rIdP", "rIdQ")]
            ),
            Block(
                [control("captain", kept("Captain "), deleted("Ahab"), inserted("Nemo")), kept(".")]
            ),
            Block(
                [
                    bookmark("harbour", 1, kept("The harbour")),
                    kept(" is old; "),
                    bookmark("quay", 2, kept("the quay")),
                    kept(" is not."),
                ]
            ),
            Block(
                [
                    commented(0, kept("Somebody")),
                    kept(" remarked on this "),
                    deleted("once."),
                    inserted("twice."),
                ]
            ),
            Block(
                [
                    kept("A note"),
                    note(2),
                    kept(" and one more"),
                    note(3, "ins"),
                    kept(" beside it."),
                ]
            ),
            Block([kept("A formula "), formula("a+b=c"), kept(" is one thing.")]),
            Block([kept("First of a list")], listed(1)),
            Block([kept("Second of a list")], listed(1), listed(2)),
            Block([inserted("A third, which is new")], listed(1), mark="ins"),
            Block([kept("The end of the list")], listed(1), mark_look=(BOLD, ITALIC)),
            Table(rows),
            Block(
                [edge("moveTo", "Start", "move1", 901), moved("moveTo", moved_text)], mark="moveTo"
            ),
            Block(
                [
                    edge("moveTo", "End", "move1", 901),
                    box(kept("In a "), deleted("box"), inserted("frame")),
                ]
            ),
            Block(
                [
                    kept("A line ends here"),
                    lambda pen: "<w:r><w:tab/><w:br/></w:r>",
                    kept("for good."),
                ]
            ),
            Block([deleted("A paragraph that is gone.")], mark="del"),
            Block([kept("The last one stays as it is.")]),
        ],
        notes=[
            [Block([kept("The note "), deleted("says this"), inserted("tells that")])],
            [Block([kept("A note of its own.")])],
        ],
        header=[Block([kept("Harbour news, "), deleted("May"), inserted("June")])],
        comments=["Is that so?"],
    )


WORDS = (
    "ferry harbour ticket captain morning anchor deck cargo lantern gull tide rope signal pilot"
    " island engine cabin whistle chart compass"
).split()


def at_random(seed: random.Random) -> Made:
    """A release with changes drawn by lot: right by construction, whatever comes together."""
    body: list[Block | Table] = []
    for _ in range(seed.randint(3, 12)):
        if seed.random() < 0.15:
            # a paragraph that loses its mark cannot join a table
            body.append(Block([kept(_said(seed))]))
            body.append(
                Table([_drawn_row(seed) for _ in range(seed.randint(1, 4))] + [_kept_row(seed)])
            )
        body.append(_drawn_block(seed))
    body.append(Block([kept(_said(seed))]))
    return Made(body, header=[Block([*_drawn_parts(seed)])])


def _said(seed: random.Random, most: int = 8) -> str:
    return " ".join(seed.choice(WORDS) for _ in range(seed.randint(1, most))) + " "


def _drawn_parts(seed: random.Random) -> list[Part]:
    parts: list[Part] = [kept(_said(seed))]
    for number in range(seed.randint(0, 4)):
        parts.append(
            seed.choice(
                (
                    deleted(f"gone{number} ", seed.choice(("", BOLD))),
                    inserted(f"come{number} ", seed.choice(("", ITALIC))),
                    restyled(_said(seed), seed.choice((BOLD, "")), seed.choice((ITALIC, RED_TEXT))),
                    link("rIdA", kept(_said(seed)), inserted(f"linked{number} ")),
                    field_of(f" REF r{number} ", "a result", seed.choice(("ins", "del"))),
                    control("named", kept(_said(seed)), deleted(f"held{number} ")),
                    picture(seed.choice(("rIdP", "rIdQ"))),
                )
            )
        )
        parts.append(kept(_said(seed)))
    return parts


def _drawn_block(seed: random.Random) -> Block:
    old = seed.choice(("", HEADING, CENTRED, listed(1)))
    lot = seed.random()
    if lot < 0.1:
        return Block([inserted(f"A new one of {_said(seed)}")], old, mark="ins")
    if lot < 0.2:
        return Block([deleted(f"An old one of {_said(seed)}")], old, mark="del")
    mark = seed.choice(("", "", "", "ins", "del"))
    new = seed.choice((old, old, CENTRED, QUOTED)) if not mark else old
    looks = seed.choice((("", ""), ("", ""), (BOLD, "")))
    return Block(_drawn_parts(seed), old, new, mark, looks if not mark else ("", ""))


def _drawn_row(seed: random.Random) -> Row:
    lot = seed.choice(("", "", "ins", "del"))
    write = {"": kept, "ins": inserted, "del": deleted}[lot]
    return Row([[Block([write(_said(seed, 3))])] for _ in range(2)], lot)


def _kept_row(seed: random.Random) -> Row:
    return Row([[Block(_drawn_parts(seed))], [Block([kept("same")])]])
