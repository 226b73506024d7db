"""What a block of a DOCX knows beside its text: its place, list, style and objects."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.comparison import inspect
from sverka.model import Anchor, Block, ListItem, Object, ObjectKind, Part, Style, Tracked
from sverka.readers import read

Docx = Callable[..., Path]
MARK = 'w:id="1" w:author="A"'
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" descr="{words}"/><a:graphic><a:graphicData>'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
    '<a:blip r:embed="{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def mark(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def first(path: Path) -> Block:
    return read(path).blocks[0]


def test_each_block_says_which_paragraph_of_which_part_it_was_read_from(docx: Docx) -> None:
    table = f"<w:tbl><w:tr><w:tc>{p(r('cell'))}</w:tc></w:tr></w:tbl>"
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    joined = p(r("joined "), f"<w:rPr><w:del {MARK}/></w:rPr>") + p(r("on"))
    body = p(r("a") + reference) + table + "<w:p/>" + joined + p(r("last"))
    notes = (
        f'<w:footnote w:id="1">{p("")}</w:footnote><w:footnote w:id="2">{p(r("n"))}</w:footnote>'
    )
    path = docx(body, footnotes=notes)
    assert [(b.text, b.anchor) for b in read(path).blocks] == [
        ("a", Anchor("word/document.xml", (0,))),
        ("cell", Anchor("word/document.xml", (1,))),
        ("", Anchor("word/document.xml", (2,))),
        ("joined on", Anchor("word/document.xml", (3, 4))),
        ("last", Anchor("word/document.xml", (5,))),
        ("n", Anchor("word/footnotes.xml", (1,))),
        ("", Anchor("word/footnotes.xml", (0,))),
    ]
    rejected = read(path, tracked=Tracked.REJECT).blocks
    assert [b.anchor.ordinals for b in rejected[3:5] if b.anchor] == [(3,), (4,)]


def test_paragraphs_of_text_boxes_are_counted_where_they_stand(docx: Docx) -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(r('box'))}</w:txbxContent>"
    box += "</v:textbox></v:shape></w:pict></w:r>"
    found = read(docx(p(r("a") + box) + p(r("b")))).blocks
    assert [(b.text, b.anchor.ordinals) for b in found if b.anchor] == [
        ("a", (0,)),
        ("b", (2,)),
        ("box", (1,)),
    ]
    assert found[2].source.part is Part.TEXT_BOX


def test_a_list_item_says_its_list_level_format_and_number(docx: Docx) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{kind}"/><w:lvlText w:val="%{n + 1}."/></w:lvl>'
        for n, kind in enumerate(("decimal", "bullet"))
    )
    numbering = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="7"/></w:num>' for n in (3, 4)
    )

    def item(list_id: int, level: int) -> str:
        places = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
        return p(r("x"), f"<w:numPr>{places}</w:numPr>")

    body = item(3, 0) + item(3, 1) + item(4, 0) + p(r("x"))
    assert [b.item for b in read(docx(body, numbering=numbering)).blocks] == [
        ListItem("3", 1, "decimal", 1, "7"),
        ListItem("3", 2, "bullet", None, "7"),
        ListItem("4", 1, "decimal", 2, "7"),
        None,
    ]


def test_looks_are_resolved_through_styles(docx: Docx) -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Arial'/></w:rPr></w:rPrDefault>"
        "</w:docDefaults><w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Quote'/>"
        "<w:rPr><w:caps/><w:color w:val='FF0000'/><w:highlight w:val='yellow'/></w:rPr></w:style>"
    )
    plain = "<w:caps w:val='0'/><w:color w:val='auto'/><w:highlight w:val='none'/>"
    body = p(r("a") + r("b", plain), "<w:pStyle w:val='Q'/>")
    block = first(docx(body, styles=styles))
    assert block.style_name == "Quote"
    assert [run.style for run in block.runs] == [
        Style(size=10.0, caps=True, font="Arial", colour="FF0000", highlight="yellow"),
        Style(size=10.0, font="Arial"),
    ]


def test_links_say_where_they_lead(
    entries: Callable[..., dict[str, str | bytes]],
    links: Callable[..., str],
    archive: Callable[..., Path],
) -> None:
    field = mark("begin") + code('HYPERLINK "https://b.example/" \\l "part"') + mark("separate")
    body = p(
        r("see ")
        + f'<w:hyperlink r:id="out">{r("here")}</w:hyperlink>'
        + f'<w:hyperlink w:anchor="place">{r("!")}</w:hyperlink>'
        + field
        + r("there")
        + mark("end")
    )
    content = entries(body)
    content["word/_rels/document.xml.rels"] = links(
        ("out", "hyperlink", "https://a.example/x")
    ).replace("/>", ' TargetMode="External"/>')
    block = first(archive(content))
    assert block.text == "see here!there"
    assert block.objects == (
        Object(4, ObjectKind.LINK, "https://a.example/x", length=4),
        Object(8, ObjectKind.LINK, "#place", length=1),
        Object(9, ObjectKind.LINK, "https://b.example/#part", length=5),
    )


def test_fields_say_their_code_and_their_result(docx: Docx) -> None:
    simple = f'<w:fldSimple w:instr=" PAGE ">{r("4")}</w:fldSimple>'
    nested = mark("begin") + code("IF ") + mark("begin") + code("DATE") + mark("separate") + r("x")
    nested += mark("end") + code(" = 1") + mark("separate") + r("yes") + mark("end")
    block = first(docx(p(r("page ") + simple + nested + r("."))))
    assert block.text == "page 4yes."
    assert block.objects == (
        Object(5, ObjectKind.FIELD, "PAGE", "4", 1),
        Object(6, ObjectKind.FIELD, "IF {DATE} = 1", "yes", 3),
    )


def test_a_field_over_several_paragraphs_stands_where_its_result_begins(docx: Docx) -> None:
    body = (
        p(mark("begin") + code("TOC"))
        + p(r("1 ") + mark("separate") + r("one"))
        + p(r("two") + mark("end") + r("after"))
    )
    assert [b.objects for b in read(docx(body)).blocks] == [
        (),
        (Object(0, ObjectKind.FIELD, "TOC", "one", 3),),
        (),
    ]


def test_notes_are_anchored_where_they_are_referred_to(docx: Docx) -> None:
    body = p(r("a") + '<w:r><w:footnoteReference w:id="5"/></w:r>' + r("b"))
    notes = f'<w:footnote w:id="5">{p(r("note"))}{p(r("more"))}</w:footnote>'
    text, *note = read(docx(body, footnotes=notes)).blocks
    assert text.objects == (Object(1, ObjectKind.NOTE_REFERENCE, "footnote:5"),)
    assert [b.note for b in note] == ["footnote:5", "footnote:5"]
    assert text.note is None


def test_pictures_are_known_by_their_bytes(
    entries: Callable[..., dict[str, str | bytes]],
    links: Callable[..., str],
    archive: Callable[..., Path],
) -> None:
    content = entries(p(r("a") + PICTURE.format(words="A bridge", key="p1") + r("b")))
    content["word/media/one.png"] = b"the bytes"
    content["word/_rels/document.xml.rels"] = links(("p1", "image", "media/one.png"))
    digest = hashlib.sha256(b"the bytes").hexdigest()
    picture = Object(1, ObjectKind.PICTURE, digest, "A bridge", crop=(0.0, 0.0, 0.0, 0.0))
    assert first(archive(content)).objects == (picture,)


def test_pictures_that_are_only_linked_are_known_by_their_address(
    entries: Callable[..., dict[str, str | bytes]],
    links: Callable[..., str],
    archive: Callable[..., Path],
) -> None:
    content = entries(p(r("a") + PICTURE.format(words="", key="p1")))
    outside = links(("p1", "image", "https://a.example/one.png"))
    content["word/_rels/document.xml.rels"] = outside.replace("/>", ' TargetMode="External"/>')
    picture = Object(1, ObjectKind.PICTURE, "https://a.example/one.png", crop=(0.0, 0.0, 0.0, 0.0))
    assert first(archive(content)).objects == (picture,)


@pytest.mark.parametrize(("value", "state"), [("1", "checked"), ("0", "unchecked")])
def test_check_boxes_say_their_state(docx: Docx, value: str, state: str) -> None:
    box = (
        '<w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f'<w14:checked w14:val="{value}"/></w14:checkbox></w:sdtPr>'
    )
    inline = f"<w:sdt>{box}<w:sdtContent>{r('☒')}</w:sdtContent></w:sdt>"
    whole = f"<w:sdt>{box}<w:sdtContent>{p(r('☒'))}</w:sdtContent></w:sdt>"
    legacy = f'<w:ffData><w:checkBox><w:default w:val="0"/><w:checked w:val="{value}"/>'
    legacy += "</w:checkBox></w:ffData>"
    form = mark("begin", legacy) + code("FORMCHECKBOX") + mark("end")
    blocks = read(docx(p(r("a ") + inline + r(" b")) + whole + p(form + r(" c")))).blocks
    assert [b.objects for b in blocks] == [
        (Object(2, ObjectKind.CHECK_BOX, state, length=1),),
        (Object(0, ObjectKind.CHECK_BOX, state, length=1),),
        (Object(0, ObjectKind.CHECK_BOX, state),),
    ]


def test_controls_and_formulas_stand_at_their_place(docx: Docx) -> None:
    control = "<w:sdt><w:sdtPr><w:tag w:val='sum'/></w:sdtPr>"
    control += f"<w:sdtContent>{r('12')}</w:sdtContent></w:sdt>"
    formula = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    block = first(docx(p(r("a ") + control + formula)))
    assert block.text == "a 12x+1"
    assert block.objects == (
        Object(2, ObjectKind.CONTROL, "sum", length=2),
        Object(4, ObjectKind.FORMULA, "x+1", "x+1", 3),
    )


def test_objects_stand_at_offsets_of_the_text_as_it_is_given(docx: Docx) -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    link = f'<w:hyperlink w:anchor="x">{r("li")}{page}{r("nk")}</w:hyperlink>'
    block = first(docx(p(page + page + r("a ") + link + page)))
    assert block.text == "a li\nnk"
    assert block.objects == (Object(2, ObjectKind.LINK, "#x", length=5),)


def test_objects_move_with_a_paragraph_that_runs_on(docx: Docx) -> None:
    link = f'<w:hyperlink w:anchor="x">{r("link")}</w:hyperlink>'
    body = p(r("one "), f"<w:rPr><w:del {MARK}/></w:rPr>") + p(r("two ") + link)
    block = first(docx(body))
    assert block.text == "one two link"
    assert block.objects == (Object(8, ObjectKind.LINK, "#x", length=4),)


def test_a_document_knows_its_streams(docx: Docx) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    notes = f'<w:footnote w:id="2">{p(r("note"))}</w:footnote>'
    path = docx(p(r("a") + reference) + p(r("b"), section), footnotes=notes, header1=p(r("head")))
    document = read(path)
    assert document.parts == (Part.BODY, Part.FOOTNOTE, Part.HEADER)
    assert document.stream(Part.BODY) == (0, 1)
    assert document.stream(Part.HEADER) == (3,)
    version = inspect(document)
    assert [version.paragraphs[i].text for i in version.stream(Part.FOOTNOTE)] == ["note"]
    assert [version.paragraphs[i].note for i in version.stream(Part.FOOTNOTE)] == ["footnote:2"]
    assert version.stream(Part.HEADER) == ()
