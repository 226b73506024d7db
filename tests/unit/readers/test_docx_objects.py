"""What stands in a DOCX beside its characters: each thing at its place, once, as what it is."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.model import NoticeCode, Object, ObjectKind, Part
from sverka.readers import read

Docx = Callable[..., Path]
Entries = Callable[..., dict[str, str | bytes]]
Links = Callable[..., str]
Archive = Callable[..., Path]
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
WPG = 'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def mark(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def pic(key: str, wide: int = 0, high: int = 0, link: str = "embed") -> str:
    return (
        f'<pic:pic {PIC}><pic:nvPicPr><pic:cNvPr id="1"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:{link}="{key}"/></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:ext cx="{wide}" cy="{high}"/></a:xfrm></pic:spPr></pic:pic>'
    )


def inline(inside: str, words: str = "", wide: int = 914400, high: int = 457200) -> str:
    return (
        f'<w:drawing><wp:inline {WP}><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="1" {words}/><a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


@pytest.fixture
def pictured(entries: Entries, links: Links, archive: Archive) -> Callable[[str], list[Object]]:
    """Give the objects of the first paragraph of this content, which may show p1 and p2."""

    def objects(content: str) -> list[Object]:
        found = entries(p(content))
        found["word/_rels/document.xml.rels"] = links(
            ("p1", "image", "media/1.png"), ("p2", "image", "media/2.png")
        )
        found["word/media/1.png"], found["word/media/2.png"] = b"1", b"2"
        return list(read(archive(found)).blocks[0].objects)

    return objects


ONE, TWO = (hashlib.sha256(data).hexdigest() for data in (b"1", b"2"))
Pictured = Callable[[str], list[Object]]
WHOLE = (0.0, 0.0, 0.0, 0.0)
"""Nothing of a picture is cut off."""


def picture(digest: str, words: str, size: tuple[float, float] | None, offset: int = 1) -> Object:
    return Object(offset, ObjectKind.PICTURE, digest, words, size=size, crop=WHOLE)


def test_a_picture_has_its_size_in_points_and_the_words_of_its_author(pictured: Pictured) -> None:
    drawn = inline(pic("p1"), 'descr="" title="A bridge"')
    assert pictured(r("a") + f"<w:r>{drawn}</w:r>") == [picture(ONE, "A bridge", (72.0, 36.0))]


def test_pictures_of_a_group_have_each_their_own_size(pictured: Pictured) -> None:
    place = "<a:ext cx='914400' cy='914400'/><a:chOff/><a:chExt cx='1828800' cy='914400'/>"
    group = (
        f"<wpg:wgp {WPG}><wpg:grpSpPr><a:xfrm>{place}</a:xfrm></wpg:grpSpPr>"
        f"{pic('p1', 914400, 914400)}{pic('p2', 1828800, 457200)}</wpg:wgp>"
    )
    assert pictured(r("a") + f"<w:r>{inline(group)}</w:r>") == [
        picture(ONE, "", (36.0, 72.0)),
        picture(TWO, "", (72.0, 36.0)),
    ]


def test_a_picture_in_an_older_and_a_newer_form_is_there_once(pictured: Pictured) -> None:
    older = '<w:pict><v:shape style="width:1in"><v:imagedata r:id="p1"/></v:shape></w:pict>'
    both = (
        f"<mc:AlternateContent><mc:Choice>{inline(pic('p1'))}</mc:Choice>"
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )
    assert pictured(r("a") + f"<w:r>{both}</w:r>") == [picture(ONE, "", (72.0, 36.0))]


@pytest.mark.parametrize(
    ("style", "size"),
    [
        ("width:100pt;height:50pt", (100.0, 50.0)),
        ("position:absolute; width:1in; height:2.54cm", (72.0, 72.0)),
        ("margin-width:9pt;width:100;height:40px", (75.0, 30.0)),
        ("width:100pt", None),
        ("width:1.2.3pt;height:1pt", None),
    ],
)
@pytest.mark.parametrize("around", ["pict", "object"])
def test_pictures_of_vml_and_of_embedded_objects(
    pictured: Pictured, style: str, size: tuple[float, float] | None, around: str
) -> None:
    shape = f'<v:shape style="{style}" alt="Old"><v:imagedata r:id="p2"/></v:shape>'
    found = pictured(r("a") + f"<w:r><w:{around}>{shape}</w:{around}></w:r>")
    assert found == [picture(TWO, "Old", size)]


def charted(entries: Entries, links: Links, archive: Archive, kind: str, part: str) -> Path:
    uri, pointer = {
        "chart": (CHART, f'<c:chart xmlns:c="{CHART}" r:id="c1"/>'),
        "diagram": (DIAGRAM, f'<dgm:relIds xmlns:dgm="{DIAGRAM}" r:dm="c1"/>'),
    }[kind]
    drawn = f'<w:drawing><a:graphicData uri="{uri}">{pointer}</a:graphicData></w:drawing>'
    found = entries(p(r("a") + f"<w:r>{drawn}</w:r>"))
    found["word/_rels/document.xml.rels"] = links(("c1", kind, "part.xml"))
    if part:
        found["word/part.xml"] = part
    return archive(found)


A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def paragraph(text: str) -> str:
    half = len(text) // 2
    return f"<a:p><a:r><a:t>{text[:half]}</a:t></a:r><a:r><a:t>{text[half:]}</a:t></a:r></a:p>"


def points(*values: str) -> str:
    return "".join(f'<c:pt idx="{k}"><c:v>{v}</c:v></c:pt>' for k, v in enumerate(values))


def test_a_chart_says_its_titles_its_names_and_its_figures(
    entries: Entries, links: Links, archive: Archive
) -> None:
    chart = (
        f'<c:chartSpace xmlns:c="{CHART}" {A}><c:title>{paragraph("Trade")}</c:title><c:ser>'
        f"<c:tx><c:strCache>{points('Export')}</c:strCache></c:tx>"
        f"<c:cat><c:strCache>{points('2023', '2024')}</c:strCache></c:cat>"
        f"<c:val><c:numCache>{points('4.5', '5')}</c:numCache></c:val></c:ser></c:chartSpace>"
    )
    document = read(charted(entries, links, archive, "chart", chart))
    boxed = [block.text for block in document.blocks if block.source.part is Part.TEXT_BOX]
    assert boxed == ["Trade", "Export: 2023 4.5; 2024 5"]
    assert document.notices == ()


def test_a_diagram_says_what_stands_in_its_shapes(
    entries: Entries, links: Links, archive: Archive
) -> None:
    shapes = "".join(f"<dgm:t>{paragraph(text)}</dgm:t>" for text in ("Plan", "Act"))
    diagram = f'<dgm:dataModel xmlns:dgm="{DIAGRAM}" {A}>{shapes}</dgm:dataModel>'
    document = read(charted(entries, links, archive, "diagram", diagram))
    boxed = [block.text for block in document.blocks if block.source.part is Part.TEXT_BOX]
    assert boxed == ["Plan", "Act"]


@pytest.mark.parametrize("part", ["", f'<c:chartSpace xmlns:c="{CHART}"/>'])
def test_a_chart_that_says_nothing_is_told(
    entries: Entries, links: Links, archive: Archive, part: str
) -> None:
    document = read(charted(entries, links, archive, "chart", part))
    assert [notice.code for notice in document.notices] == [NoticeCode.CHARTS_NOT_READ]


def test_words_drawn_as_a_watermark_are_read(docx: Docx) -> None:
    drawn = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    body = p(r("a") + drawn) + f"<w:p><w:pPr>{section}</w:pPr></w:p>"
    blocks = read(docx(body, header1=p(drawn))).blocks
    assert [(b.text, b.source.part) for b in blocks if b.text] == [
        ("a", Part.BODY),
        ("DRAFT", Part.TEXT_BOX),
        ("DRAFT", Part.HEADER),
    ]


def objects(docx: Docx, content: str, **parts: str) -> list[tuple[str, tuple[Object, ...]]]:
    return [(b.text, b.objects) for b in read(docx(content, **parts)).blocks]


def test_the_choice_of_an_old_form_is_text_and_a_control(docx: Docx) -> None:
    entries = "".join(f'<w:listEntry w:val="{word}"/>' for word in ("red", "green"))

    def form(chosen: str) -> str:
        told = f'<w:ffData><w:name w:val="tone"/><w:ddList>{chosen}{entries}</w:ddList></w:ffData>'
        return mark("begin", told) + code("FORMDROPDOWN") + mark("separate") + mark("end")

    body = p(r("a ") + form('<w:result w:val="1"/>') + r(" b")) + p(form(""))
    assert objects(docx, body) == [
        ("a green b", (Object(2, ObjectKind.CONTROL, "tone", length=5),)),
        ("red", (Object(0, ObjectKind.CONTROL, "tone", length=3),)),
    ]


def test_the_words_filled_into_an_old_form_are_text_and_a_control(docx: Docx) -> None:
    told = '<w:ffData><w:name w:val="name"/><w:textInput/></w:ffData>'
    form = mark("begin", told) + code("FORMTEXT") + mark("separate") + r("Ann") + mark("end")
    assert objects(docx, p(form)) == [("Ann", (Object(0, ObjectKind.CONTROL, "name", length=3),))]


def test_links_of_fields_lead_where_their_code_says(docx: Docx) -> None:
    nested = (
        mark("begin")
        + code(' HYPERLINK "https://a.example/" ')
        + code('\\l "place" ')
        + mark("separate")
        + r("see ")
        + mark("begin")
        + code(" PAGEREF x ")
        + mark("separate")
        + r("7")
        + mark("end")
        + mark("end")
    )
    assert objects(docx, p(nested)) == [
        (
            "see 7",
            (
                Object(0, ObjectKind.LINK, "https://a.example/#place", length=5),
                Object(4, ObjectKind.FIELD, "PAGEREF x", "7", 1),
            ),
        )
    ]


def test_places_that_a_table_of_contents_makes_anew_are_all_one(docx: Docx) -> None:
    def entry(number: int) -> str:
        field = mark("begin") + code(f" PAGEREF _Toc{number} \\h ") + mark("separate")
        field += r("3") + mark("end")
        return p(f'<w:hyperlink w:anchor="_Toc{number}">{r("One ")}{field}</w:hyperlink>')

    assert objects(docx, entry(123)) == objects(docx, entry(45678))
    assert objects(docx, entry(1))[0][1][0].digest == "#_Toc"


def control(inside: str, properties: str = "<w:tag w:val='t'/>") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


T = Object(0, ObjectKind.CONTROL, "t", length=3)


def test_controls_around_paragraphs_rows_cells_and_tables_are_told_of_what_begins_them(
    docx: Docx,
) -> None:
    def cell(text: str) -> str:
        return f"<w:tc><w:tcPr/>{p(r(text))}</w:tc>"

    def row(inside: str) -> str:
        return f"<w:tr>{inside}</w:tr>"

    def table(inside: str) -> str:
        return f"<w:tbl><w:tblPr/>{inside}</w:tbl>"

    body = (
        control(p(r("one")) + p(r("two")))
        + table(row(control(cell("3rd")) + cell("4th")) + control(row(cell("5th") + cell("6th"))))
        + control(table(row(cell("7th") + cell("8th"))))
        + table(row(f"<w:tc>{p(r('9th'))}{control(p(r('10.')))}</w:tc>"))
    )
    told = {text: list(found) for text, found in objects(docx, body)}
    assert [text for text, found in told.items() if found == [T]] == [
        *("one", "3rd", "5th", "7th", "10.")
    ]
    assert not any(found for found in told.values() if found != [T])


def test_a_choice_and_a_date_are_text_in_a_control(docx: Docx) -> None:
    choice = control(r("red"), "<w:alias w:val='Tone'/><w:dropDownList/>")
    date = control(r("1 May"), "<w:date w:fullDate='2026-05-01T00:00:00Z'/>")
    assert objects(docx, p(choice + date)) == [
        (
            "red1 May",
            (
                Object(0, ObjectKind.CONTROL, "Tone", length=3),
                Object(3, ObjectKind.CONTROL, "", length=5),
            ),
        )
    ]


@pytest.mark.parametrize("frame", ["docPartObj", "citation", "bibliography", "group"])
def test_frames_that_a_program_puts_around_text_are_no_controls(docx: Docx, frame: str) -> None:
    inside = f"<w:{frame}/>"
    assert objects(docx, p(control(r("a"), inside)) + control(p(r("b")), inside)) == [
        ("a", ()),
        ("b", ()),
    ]


def commented(number: int, kind: str) -> str:
    mark = f'<w:comment{kind} w:id="{number}"/>'
    return f"<w:r>{mark}</w:r>" if kind == "Reference" else mark


def comment(offset: int, length: int, number: int = 1) -> Object:
    return Object(offset, ObjectKind.NOTE_REFERENCE, f"comment:{number}", length=length)


def test_a_comment_is_anchored_to_the_words_it_is_about(docx: Docx) -> None:
    def told(*content: str) -> list[tuple[Object, ...]]:
        return [found for _text, found in objects(docx, "".join(map(p, content)))]

    start, end = commented(1, "RangeStart"), commented(1, "RangeEnd")
    refer = commented(1, "Reference")
    assert told(r("a ") + start + r("word") + end + refer + r(" b")) == [(comment(2, 4),)]
    assert told(r("a ") + start + r("word"), r("two") + end + refer) == [(comment(2, 4),), ()]
    assert told(r("a ") + refer) == [(comment(2, 0),)]
    assert told(r("a ") + start + r("never ends") + refer) == [(comment(2, 10),)]
    assert told(r("a ") + start + r("no mark") + end) == [()]


def test_comments_say_whose_they_are_and_what_they_belong_to(docx: Docx) -> None:
    body = p(
        commented(1, "RangeStart") + r("a") + commented(1, "RangeEnd") + commented(1, "Reference")
    )
    told = f'<w:comment w:id="1" w:author="Ann">{p(r("Why?"))}</w:comment>'
    _text, note = read(docx(body, comments=told)).blocks
    assert (note.label, note.text, note.note) == ("Ann", "Why?", "comment:1")
