"""What of a DOCX becomes a block, in which order, part and kind."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sverka.language import ENGLISH
from sverka.model import Block, BlockKind, Cancelled, Cell, Document, Part, ReadError, Stage
from sverka.readers import read
from sverka.wording import notice_words

Docx = Callable[..., Path]


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(document: Document, part: Part = Part.BODY) -> list[str]:
    return [block.text for block in document.blocks if block.source.part is part]


def only(document: Document) -> Block:
    (block,) = document.blocks
    return block


def test_paragraphs_come_in_order_and_empty_ones_are_kept_without_runs(docx: Docx) -> None:
    document = read(docx(p("one") + "<w:p/>" + p("  ") + p("two")))
    assert texts(document) == ["one", "", "  ", "two"]
    assert document.blocks[1].runs == ()
    assert document.format == "docx"
    assert document.notices == ()


def test_characters_that_are_elements_become_characters(docx: Docx) -> None:
    inside = (
        "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/>"
        "<w:cr/><w:ptab/><w:t>d</w:t>"
    )
    document = read(docx(f"<w:p><w:r>{inside}</w:r></w:p>"))
    assert texts(document) == ["a\tb\nc\u2011\u00ad\n\td"]


def test_a_page_break_parts_words_and_nothing_else(docx: Docx) -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = f"<w:p>{page}{r('one')}{page}{r('two')}{page}</w:p>"
    assert texts(read(docx(body))) == ["one\ntwo"]


def test_printed_line_ends_inside_the_xml_are_no_text(docx: Docx) -> None:
    body = "<w:p><w:r><w:t>\n  one\n  two\n</w:t></w:r></w:p>"
    assert texts(read(docx(body))) == ["one two"]


def test_spaces_are_kept_even_where_the_file_does_not_ask_for_it(docx: Docx) -> None:
    body = "<w:p><w:r><w:t>one </w:t></w:r><w:r><w:t>two</w:t></w:r></w:p>"
    assert texts(read(docx(body))) == ["one two"]


def test_text_is_found_through_links_controls_and_tags(docx: Docx) -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('one')}</w:sdtContent></w:sdt>"
        f"<w:customXml><w:p><w:hyperlink>{r('two')}</w:hyperlink>"
        f"<w:smartTag>{r(' three')}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{r(' four')}</w:sdtContent></w:sdt></w:p></w:customXml>"
    )
    assert texts(read(docx(body))) == ["one", "two three four"]


def test_of_ruby_the_base_is_read(docx: Docx) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('とう')}</w:rt>"
        f"<w:rubyBase>{r('東')}</w:rubyBase></w:ruby></w:r>"
    )
    assert texts(read(docx(f"<w:p>{ruby}{r('京')}</w:p>"))) == ["東京"]


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def test_of_a_field_the_result_is_read(docx: Docx) -> None:
    inner = mark("begin") + code("REF x") + mark("separate") + r("hidden") + mark("end")
    body = (
        f"<w:p>{r('see ')}{mark('begin')}{code('IF ')}{inner}{mark('separate')}{r('page 2')}"
        f"{mark('end')}<w:fldSimple w:instr='PAGE'>{r(' of 3')}</w:fldSimple></w:p>"
    )
    assert texts(read(docx(body))) == ["see page 2 of 3"]


def test_a_field_may_span_paragraphs(docx: Docx) -> None:
    body = (
        f"<w:p>{mark('begin')}{code('TOC')}</w:p><w:p>{r('code')}{mark('separate')}{r('one')}</w:p>"
        f"<w:p>{r('two')}{mark('end')}</w:p>"
    )
    assert texts(read(docx(body))) == ["", "one", "two"]


def test_a_field_that_never_ends_hides_nothing(docx: Docx) -> None:
    body = f"<w:p>{mark('begin')}{code('PAGE')}{r('one')}</w:p>{p('two')}"
    assert texts(read(docx(body))) == ["one", "two"]


def test_a_symbol_is_its_unicode_character(docx: Docx) -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:r>'
        '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf061</w:t></w:r></w:p>'
    )
    document = read(docx(body))
    assert texts(document) == ["≥✓α"]
    assert document.notices == ()


def test_an_unknown_symbol_is_told(docx: Docx) -> None:
    body = '<w:p><w:r><w:sym w:font="Nobody" w:char="F041"/><w:sym w:char="?"/></w:r></w:p>'
    document = read(docx(body))
    assert texts(document) == ["��"]
    assert "2 characters of symbol fonts" in notice_words(document.notices[0], ENGLISH)


def test_private_characters_of_ordinary_fonts_stay(docx: Docx) -> None:
    assert texts(read(docx(p("\uf061")))) == ["\uf061"]


def test_hidden_text_is_read_and_told(docx: Docx) -> None:
    document = read(docx(f"<w:p>{r('seen ')}{r('unseen', '<w:vanish/>')}</w:p>"))
    assert texts(document) == ["seen unseen"]
    assert "hidden text" in notice_words(document.notices[0], ENGLISH)


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    "<w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/><w:sz w:val='32'/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Chapter"/><w:basedOn w:val="1"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="de"><w:name w:val="Überschrift 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="flat"><w:name w:val="Run-in"/><w:basedOn w:val="1"/>'
    "<w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="X"/><w:basedOn w:val="y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="Y"/><w:basedOn w:val="x"/></w:style>'
    '<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        ("<w:pStyle w:val='1'/>", BlockKind.HEADING, 1),
        ("<w:pStyle w:val='own'/>", BlockKind.HEADING, 1),
        ("<w:pStyle w:val='de'/>", BlockKind.HEADING, 2),
        ("<w:pStyle w:val='t'/>", BlockKind.HEADING, 1),
        ("<w:pStyle w:val='a'/><w:outlineLvl w:val='2'/>", BlockKind.HEADING, 3),
        ("<w:pStyle w:val='1'/><w:outlineLvl w:val='9'/>", BlockKind.PARAGRAPH, None),
        ("<w:pStyle w:val='flat'/>", BlockKind.PARAGRAPH, None),
        ("<w:pStyle w:val='cap'/>", BlockKind.CAPTION, None),
        ("<w:pStyle w:val='x'/>", BlockKind.PARAGRAPH, None),
        ("<w:pStyle w:val='missing'/>", BlockKind.PARAGRAPH, None),
        ("", BlockKind.PARAGRAPH, None),
    ],
)
def test_the_style_says_what_a_paragraph_is(
    docx: Docx, properties: str, kind: BlockKind, level: int | None
) -> None:
    block = only(read(docx(p("text", properties), styles=STYLES)))
    assert (block.kind, block.level) == (kind, level)


def val(name: str, value: str) -> str:
    """A property with its value."""
    return f'<w:{name} w:val="{value}"/>'


def test_runs_look_as_their_styles_and_they_themselves_say(docx: Docx) -> None:
    own = "<w:i/>" + val("u", "single") + val("sz", "20")
    inside = r("a") + r("b", val("b", "0")) + r("c", val("rStyle", "strong")) + r("d", own)
    body = f"<w:p><w:pPr>{val('pStyle', '1')}</w:pPr>{inside}</w:p>"
    runs = only(read(docx(body, styles=STYLES))).runs
    assert [run.text for run in runs] == ["a", "bc", "d"]
    assert [run.style.bold for run in runs] == [True, False, True]
    assert [run.style.size for run in runs] == [16, 16, 10]
    assert [(run.style.italic, run.style.underline) for run in runs][2] == (True, True)


def test_neighbours_of_one_look_are_one_run(docx: Docx) -> None:
    index = r("2", val("vertAlign", "superscript"))
    body = f"<w:p>{r('a')}<w:proofErr/>{r('b')}{index}</w:p>"
    runs = only(read(docx(body))).runs
    assert [(run.text, run.style.raised) for run in runs] == [("ab", False), ("2", True)]


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def test_table_cells_have_their_row_and_grid_column(docx: Docx) -> None:
    nested = "<w:tbl>" + row(cell(p("n1")), cell(p("n2"))) + "</w:tbl><w:p/>"
    table = (
        "<w:tbl>"
        + row(cell(p("a") + p("b")), cell(p("wide"), '<w:gridSpan w:val="2"/>'), cell(p("c")))
        + row(cell(p("tall"), '<w:vMerge w:val="restart"/>'), cell(nested), cell("<w:p/>"))
        + row(cell("<w:p/>", "<w:vMerge/>"), cell(p("d")))
        + f"<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>{cell(p('late'))}</w:tr>"
        + "</w:tbl>"
    )
    document = read(docx(p("before") + table + p("after")))
    around = Cell(1, 2, 2)
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("before", None),
        ("a", Cell(1, 1, 1)),
        ("b", Cell(1, 1, 1)),
        ("wide", Cell(1, 1, 2, columns=2)),
        ("c", Cell(1, 1, 4)),
        ("tall", Cell(1, 2, 1, rows=2)),
        ("n1", Cell(2, 1, 1, within=around)),
        ("n2", Cell(2, 1, 2, within=around)),
        ("", around),
        ("", Cell(1, 2, 3)),
        ("", Cell(1, 2, 1, rows=2)),
        ("d", Cell(1, 3, 2)),
        ("late", Cell(1, 4, 3)),
        ("after", None),
    ]
    assert {b.kind for b in document.blocks[1:-1]} == {BlockKind.TABLE_CELL}


def test_tables_are_told_apart_over_the_whole_document(docx: Docx) -> None:
    table = "<w:tbl>" + row(cell(p("a"))) + "</w:tbl>"
    document = read(docx(table + p("between") + table, header1=table))
    assert [b.cell and b.cell.table for b in document.blocks] == [1, None, 2]
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    headed = docx(table + p("", section), header1=table + p("head"))
    tables = {b.source.part: b.cell.table for b in read(headed).blocks if b.cell is not None}
    assert tables == {Part.BODY: 1, Part.HEADER: 2}


NOTE = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>'
RESERVED = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
)


def reference(note: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{note}"/></w:r>'


def test_notes_come_after_the_body_in_the_order_of_their_marks(docx: Docx) -> None:
    body = f"<w:p>{r('a')}{reference(7)}{r('b')}{reference(3)}{reference(1, 'endnote')}</w:p>"
    footnotes = RESERVED + NOTE.format(3, r(" second")) + NOTE.format(7, r(" first"))
    endnotes = f'<w:endnote w:id="1">{p("at the end")}{p("and more")}</w:endnote>'
    document = read(docx(body, footnotes=footnotes, endnotes=endnotes))
    assert [(b.text, b.source.part, b.kind, b.label) for b in document.blocks] == [
        ("ab", Part.BODY, BlockKind.PARAGRAPH, None),
        (" first", Part.FOOTNOTE, BlockKind.NOTE, "1"),
        (" second", Part.FOOTNOTE, BlockKind.NOTE, "2"),
        ("at the end", Part.ENDNOTE, BlockKind.NOTE, "i"),
        ("and more", Part.ENDNOTE, BlockKind.NOTE, None),
    ]


def test_notes_are_numbered_as_the_document_says(docx: Docx) -> None:
    section = (
        "<w:sectPr><w:footnotePr><w:numFmt w:val='russianLower'/><w:numStart w:val='2'/>"
        "</w:footnotePr></w:sectPr>"
    )
    own = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>*</w:t></w:r>"
    body = f"<w:p>{r('a')}{reference(1)}{own}{reference(3)}</w:p>{section}"
    footnotes = "".join(NOTE.format(n, r(f"note {n}")) for n in (1, 2, 3))
    document = read(docx(body, footnotes=footnotes))
    assert texts(document) == ["a*"]
    assert [b.label for b in document.blocks[1:]] == ["б", None, "в"]


def test_a_note_without_a_mark_is_not_lost(docx: Docx) -> None:
    document = read(docx(p("a"), footnotes=NOTE.format(5, r("lonely"))))
    assert texts(document, Part.FOOTNOTE) == ["lonely"]


def test_comments_are_notes_with_their_authors(docx: Docx) -> None:
    body = f"<w:p>{r('a')}{reference(2, 'comment')}{reference(1, 'comment')}</w:p>"
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="{who}">{p(text)}</w:comment>'
        for n, who, text in ((1, "Айгүл", "later"), (2, "Ivan", "sooner"))
    )
    document = read(docx(body, comments=comments))
    assert [(b.text, b.label, b.source.part, b.kind) for b in document.blocks[1:]] == [
        ("sooner", "Ivan", Part.COMMENT, BlockKind.NOTE),
        ("later", "Айгүл", Part.COMMENT, BlockKind.NOTE),
    ]


def box(content: str) -> str:
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_text_boxes_are_read_once_and_after_the_notes(docx: Docx) -> None:
    inner = f"<w:p>{r('boxed')}{box(p('within'))}</w:p>"
    body = f"<w:p>{r('a')}{box(inner)}{reference(1)}</w:p>{p('b')}"
    document = read(docx(body, footnotes=NOTE.format(1, r("note"))))
    assert [(b.text, b.source.part) for b in document.blocks] == [
        ("a", Part.BODY),
        ("b", Part.BODY),
        ("note", Part.FOOTNOTE),
        ("boxed", Part.TEXT_BOX),
        ("within", Part.TEXT_BOX),
    ]


def test_a_fallback_is_read_where_the_choice_has_no_text(docx: Docx) -> None:
    body = (
        "<w:p><mc:AlternateContent><mc:Choice Requires='new'><w:r/></mc:Choice>"
        f"<mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert texts(read(docx(body))) == ["old"]


def headers(*names: str, more: str = "") -> str:
    """A section with references such as "header-default-header1": what, when, relationship."""
    inside = ""
    for name in names:
        what, when, target = name.split("-")
        inside += f'<w:{what}Reference w:type="{when}" r:id="{target}"/>'
    return f"<w:sectPr>{inside}{more}</w:sectPr>"


def test_headers_then_footers_each_once(docx: Docx) -> None:
    first = headers("header-default-header1", "footer-default-footer1")
    second = headers("header-default-header2")
    third = headers("header-default-header3")
    body = f"<w:p><w:pPr>{first}</w:pPr>{r('a')}</w:p><w:p><w:pPr>{second}</w:pPr></w:p>{third}"
    document = read(
        docx(body, header1=p("Top"), header2=p("Top"), header3=p("Other"), footer1=p("Bottom"))
    )
    assert texts(document, Part.HEADER) == ["Top", "Other"]
    assert texts(document, Part.FOOTER) == ["Bottom"]
    assert document.notices == ()


def test_headers_that_are_switched_off_are_left_out_and_told(docx: Docx) -> None:
    body = p("a") + headers("header-default-header1", "header-first-header2", "header-even-header3")
    parts = {"header1": p("every"), "header2": p("first"), "header3": p("even")}
    document = read(docx(body, **parts))
    assert texts(document, Part.HEADER) == ["every"]
    assert "switched off" in notice_words(document.notices[0], ENGLISH)


def test_headers_of_first_and_even_pages_are_read_where_they_are_printed(docx: Docx) -> None:
    body = p("a") + headers(
        "header-default-header1", "header-first-header2", "header-even-header3", more="<w:titlePg/>"
    )
    parts = {"header1": p("every"), "header2": p("first"), "header3": p("even")}
    document = read(docx(body, settings="<w:evenAndOddHeaders/>", **parts))
    assert texts(document, Part.HEADER) == ["first", "every", "even"]
    assert document.notices == ()


def test_text_boxes_of_a_header_belong_to_the_header(docx: Docx) -> None:
    body = p("a") + headers("header-default-header1")
    document = read(docx(body, header1=f"<w:p>{r('Top')}{box(p('5'))}</w:p>"))
    assert texts(document, Part.HEADER) == ["Top", "5"]


def test_formulas_are_written_on_one_line(docx: Docx) -> None:
    def t(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:num>{t('a+b')}</m:num><m:den>{t('c')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{t('x')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>"
    root = f"<m:rad><m:deg/><m:e>{t('y')}</m:e></m:rad>"
    total = (
        f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{t('i=1')}</m:sub>"
        f"<m:sup>{t('n')}</m:sup><m:e>{t('k')}</m:e></m:nary>"
    )
    group = (
        f"<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>{t('z')}</m:e></m:d>"
    )
    body = f"<w:p>{r('Let ')}<m:oMath>{fraction}{t('=')}{power}{root}{total}{group}</m:oMath></w:p>"
    assert texts(read(docx(body))) == ["Let (a+b)/c=x^2√(y)∑_(i=1)^n k[z]"]


def test_charts_and_embedded_documents_are_told(docx: Docx) -> None:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    chart = f"<w:r><w:drawing><a:graphicData uri='{uri}'/></w:drawing></w:r>"
    document = read(docx(f"<w:p>{r('a')}{chart}</w:p><w:altChunk r:id='rId9'/>"))
    assert [notice_words(notice, ENGLISH).split(" “")[0] for notice in document.notices] == [
        "The text of charts and diagrams in",
        "Other documents embedded in",
    ]


def test_a_document_without_text_is_refused(docx: Docx) -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read(docx("<w:p/>"))


def test_a_package_whose_main_part_is_something_else_is_refused(
    archive: Callable[..., Path], entries: Callable[..., dict[str, str]]
) -> None:
    with pytest.raises(ReadError, match="holds no Word document"):
        read(archive(entries("") | {"word/document.xml": "<html/>"}))


def test_progress_is_told_and_reading_can_be_stopped(docx: Docx) -> None:
    path = docx(p("text") * 2000)
    told: list[float] = []

    def listen(stage: Stage, fraction: float) -> None:
        assert stage is Stage.READING
        told.append(fraction)

    read(path, progress=listen)
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] == 1
    assert len(told) > 5

    def stop(_stage: Stage, fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(path, progress=stop)


@pytest.mark.parametrize("wrapper", ["w:sdt", "w:hyperlink", "m:oMath", "table"])
def test_deep_nesting_is_read_or_refused(docx: Docx, wrapper: str) -> None:
    opened, closed = f"<{wrapper}>", f"</{wrapper}>"
    depth = 230
    if wrapper == "table":
        opened, closed, depth = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 78
        body = opened * depth + p("deep") + closed * depth
    elif wrapper == "m:oMath":
        body = f"<w:p>{opened * depth}<m:r><m:t>deep</m:t></m:r>{closed * depth}</w:p>"
    else:
        body = f"<w:p>{opened * depth}{r('deep')}{closed * depth}</w:p>"
    assert texts(read(docx(body))) == ["deep"]


def test_a_paragraph_of_very_many_runs_takes_time_in_proportion(docx: Docx) -> None:
    document = read(docx("<w:p>" + "<w:r><w:t>word </w:t></w:r>" * 100_000 + "</w:p>"))
    assert len(only(document).runs) == 1
    assert len(only(document).text) == 500_000


def test_very_much_white_space_takes_time_in_proportion(docx: Docx) -> None:
    wide = " " * 1_000_000
    assert texts(read(docx(f"<w:p><w:r><w:t>a{wide}\n{wide}b</w:t></w:r></w:p>"))) == ["a b"]


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Отчёт </dc:title>'
    "<dc:creator>Айгүл</dc:creator><dc:language>ky-KG</dc:language></cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Pages>4</Pages><Characters>{}</Characters></Properties>"
)


@pytest.mark.parametrize(("characters", "pages"), [(41, 4), (0, None), (4000, None)])
def test_properties_are_those_the_file_stores(
    archive: Callable[..., Path],
    entries: Callable[..., dict[str, str]],
    links: Callable[..., str],
    characters: int,
    pages: int | None,
) -> None:
    made = entries(p("word " * 10)) | {
        "_rels/.rels": links(
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", "metadata/core-properties", "docProps/core.xml"),
            ("rId3", "extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP.format(characters),
    }
    path = archive(made)
    os.utime(path, (0, 0))
    found = read(path).properties
    assert (found.title, found.author, found.language) == ("Отчёт", "Айгүл", "ky-KG")
    assert found.pages == pages
    assert found.size == path.stat().st_size
    assert found.modified == datetime(1970, 1, 1, tzinfo=UTC)


def test_the_language_may_stand_in_the_styles(docx: Docx) -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='ru-RU'/></w:rPr></w:rPrDefault>"
        "</w:docDefaults>"
    )
    assert read(docx(p("a"), styles=styles)).properties.language == "ru-RU"
