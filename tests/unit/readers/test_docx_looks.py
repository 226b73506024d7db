"""How text of a DOCX looks once its styles, its theme and its tables have all had their say."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sverka.model import Style
from sverka.readers import read

Docx = Callable[..., Path]
WORD = Style(size=10.0, font="Times New Roman")
THEME = (
    "<a:themeElements><a:clrScheme>"
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:accent1><a:srgbClr val="4472C4"/></a:accent1>'
    "</a:clrScheme><a:fontScheme>"
    '<a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Arab" typeface="Arial"/><a:font script="Hans" typeface="SimSun"/>'
    "</a:majorFont>"
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="MS Mincho"/><a:cs typeface=""/>'
    "</a:minorFont></a:fontScheme></a:themeElements>"
)


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, style: str = "") -> str:
    named = style and f"<w:pStyle w:val='{style}'/>"
    return f"<w:p><w:pPr>{named}</w:pPr>{content}</w:p>"


def looks(path: Path) -> list[tuple[str, Style]]:
    return [(run.text, run.style) for block in read(path).blocks for run in block.runs]


def look(docx: Docx, properties: str, **parts: str) -> Style:
    ((_text, style),) = looks(docx(p(r("word", properties)), **parts))
    return style


def fonts(**names: str) -> str:
    return "<w:rFonts " + " ".join(f"w:{k}='{v}'" for k, v in names.items()) + "/>"


def test_what_a_document_does_not_say_is_what_word_takes(docx: Docx) -> None:
    said = f"{fonts(ascii='Times New Roman', hAnsi='Times New Roman')}<w:sz w:val='20'/>"
    assert look(docx, "") == look(docx, said) == WORD


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("<w:vanish/>", {"hidden": True}),
        ("<w:webHidden/>", {}),
        ("<w:b/><w:i/><w:u w:val='single'/>", {"bold": True, "italic": True, "underline": True}),
        ("<w:dstrike/>", {"strike": True, "striking": "double"}),
        ("<w:smallCaps/>", {"caps": True, "capitals": "small"}),
        ("<w:smallCaps/><w:caps/>", {"caps": True}),
        ("<w:u w:val='double'/>", {"underline": True, "underlining": "double"}),
        ("<w:u w:val='dotDash'/>", {"underline": True, "underlining": "dashed"}),
        ("<w:u w:val='words'/>", {"underline": True}),
        ("<w:vertAlign w:val='superscript'/>", {"raised": True}),
        ("<w:position w:val='-6'/>", {"lowered": True}),
        ("<w:highlight w:val='yellow'/>", {"highlight": "yellow"}),
        ("<w:shd w:val='clear' w:fill='FFFF00'/>", {"highlight": "yellow"}),
        ("<w:shd w:val='clear' w:fill='fffffe'/>", {"highlight": "FFFFFE"}),
        ("<w:shd w:val='clear' w:color='auto' w:fill='auto'/>", {}),
        ("<w:highlight w:val='green'/><w:shd w:fill='FF0000'/>", {"highlight": "green"}),
        ("<w:color w:val='ff0000'/>", {"colour": "FF0000"}),
        ("<w:color w:val='auto'/><w:lang w:val='ru-RU'/><w:noProof/>", {}),
        ("<w:sz w:val='24'/>", {"size": 12.0}),
        ("<w:sz w:val='12pt'/>", {"size": 12.0}),
        ("<w:sz w:val='-3'/>", {}),
        ("<w:bCs/><w:iCs/><w:szCs w:val='40'/>", {}),
    ],
)
def test_each_property_is_read(docx: Docx, properties: str, shown: dict[str, object]) -> None:
    assert look(docx, properties) == replace(WORD, **shown)


@pytest.mark.parametrize(
    ("properties", "colour"),
    [
        ("w:val='123456' w:themeColor='accent1'", "4472C4"),
        ("w:val='2F5497' w:themeColor='accent1' w:themeShade='BF'", "2F5497"),
        ("w:val='000000' w:themeColor='accent1' w:themeShade='BF'", "2F5496"),
        ("w:val='000000' w:themeColor='accent1' w:themeTint='99'", "8FAADC"),
        ("w:val='123456' w:themeColor='accent9'", "123456"),
        ("w:themeColor='text1'", "000000"),
        ("w:themeColor='text2'", "FFFFFF"),
    ],
)
def test_colours_are_those_of_the_theme(docx: Docx, properties: str, colour: str) -> None:
    mapping = "<w:clrSchemeMapping w:t1='dark1' w:t2='light1'/>"
    assert look(docx, f"<w:color {properties}/>", theme=THEME, settings=mapping).colour == colour


def test_a_shade_may_be_of_the_theme(docx: Docx) -> None:
    shade = "<w:shd w:val='clear' w:fill='auto' w:themeFill='accent1'/>"
    assert look(docx, shade, theme=THEME).highlight == "4472C4"


def test_typefaces_are_those_of_the_theme(docx: Docx) -> None:
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"{fonts(asciiTheme='minorHAnsi', hAnsiTheme='minorHAnsi', ascii='Old')}"
        "<w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    body = p(r("plain") + r("major", fonts(asciiTheme="majorHAnsi")) + r("own", fonts(ascii="X")))
    found = [style.font for _text, style in looks(docx(body, styles=defaults, theme=THEME))]
    assert found == ["Calibri", "Calibri Light", "X"]
    without = [style.font for _text, style in looks(docx(body, styles=defaults))]
    assert without == ["Old", "X"], "a theme that is not there has no font: what stands beside it"


def test_each_character_takes_the_typeface_of_its_script(docx: Docx) -> None:
    named = fonts(ascii="A", hAnsi="H", eastAsia="E", cs="C")
    size = "<w:b/><w:sz w:val='24'/><w:szCs w:val='28'/>"
    body = p(r("ab, где 漢字 x עברית", named + size))
    assert [(text, s.font, s.size, s.bold) for text, s in looks(docx(body))] == [
        ("ab, ", "A", 12.0, True),
        ("где ", "H", 12.0, True),
        ("漢字", "E", 12.0, True),
        (" x ", "A", 12.0, True),
        ("עברית", "C", 14.0, False),
    ]


def test_a_run_of_a_right_to_left_script_takes_the_properties_for_it(docx: Docx) -> None:
    told = f"<w:rtl/><w:bCs/><w:iCs/><w:szCs w:val='30'/>{fonts(cs='David', ascii='Arial')}"
    assert look(docx, told) == Style(bold=True, italic=True, size=15.0, font="David")


def test_typefaces_left_open_by_a_theme_are_those_of_its_language(docx: Docx) -> None:
    language = "<w:themeFontLang w:val='en-US' w:eastAsia='zh-CN' w:bidi='ar-SA'/>"
    themed = fonts(asciiTheme="majorHAnsi", eastAsiaTheme="majorEastAsia", cstheme="majorBidi")
    body = p(r("a漢ع", themed))
    found = [style.font for _t, style in looks(docx(body, theme=THEME, settings=language))]
    assert found == ["Calibri Light", "SimSun", "Arial"]


STYLES = (
    "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/>"
    "<w:rPr><w:sz w:val='22'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='B'><w:name w:val='Bold'/><w:basedOn w:val='N'/>"
    "<w:rPr><w:b/><w:color w:val='00FF00'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='C'><w:name w:val='C'/><w:basedOn w:val='B'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='R'><w:name w:val='R'/><w:basedOn w:val='Q'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Q'/><w:basedOn w:val='R'/>"
    "<w:rPr><w:i/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Strong'><w:name w:val='Strong'/>"
    "<w:rPr><w:b/></w:rPr></w:style>"
)


def test_styles_are_based_on_each_other_and_toggles_cancel_out(docx: Docx) -> None:
    strong = "<w:rStyle w:val='Strong'/>"
    body = (
        p(r("n")) + p(r("c"), "C") + p(r("s", strong), "C") + p(r("b", f"{strong}<w:b/>"), "C")
    ) + p(r("round"), "R")
    plain = replace(WORD, size=11.0)
    green = replace(plain, colour="00FF00")
    assert looks(docx(body, styles=STYLES)) == [
        ("n", plain),
        ("c", replace(green, bold=True)),
        ("s", green),
        ("b", replace(green, bold=True)),
        ("round", replace(WORD, italic=True)),
    ]


TABLE_STYLE = (
    "<w:style w:type='table' w:styleId='T'><w:name w:val='T'/><w:rPr><w:sz w:val='18'/></w:rPr>"
    "<w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr></w:tblStylePr>"
    "<w:tblStylePr w:type='lastRow'><w:rPr><w:i/></w:rPr></w:tblStylePr>"
    "<w:tblStylePr w:type='firstCol'><w:rPr><w:u w:val='single'/></w:rPr></w:tblStylePr>"
    "<w:tblStylePr w:type='band2Horz'><w:rPr><w:strike/></w:rPr></w:tblStylePr></w:style>"
)


def table(look: str) -> str:
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(r(row + column))}</w:tc>" for column in "ab") + "</w:tr>"
        for row in "1234"
    )
    properties = f"<w:tblPr><w:tblStyle w:val='T'/><w:tblLook {look}/></w:tblPr>"
    return f"<w:tbl>{properties}{rows}</w:tbl>"


@pytest.mark.parametrize(
    "taken",
    ["w:val='04E0'", "w:firstRow='1' w:lastRow='1' w:firstColumn='1' w:noVBand='1'"],
)
def test_text_in_a_table_looks_as_the_style_of_the_table_says(docx: Docx, taken: str) -> None:
    found = dict(looks(docx(table(taken), styles=TABLE_STYLE)))
    small = replace(WORD, size=9.0)
    assert found["1b"] == replace(small, bold=True)
    assert found["1a"] == replace(small, bold=True, underline=True)
    assert found["2b"] == small
    assert found["3b"] == replace(small, strike=True)
    assert found["4b"] == replace(small, italic=True)


def test_the_first_cell_of_a_row_that_begins_late_is_of_the_first_column(docx: Docx) -> None:
    late = table("w:firstColumn='1' w:noHBand='1'").replace(
        "<w:tr>", "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>", 1
    )
    found = dict(looks(docx(late, styles=TABLE_STYLE)))
    assert [found[name].underline for name in ("1a", "1b", "2a", "2b")] == [True, False] * 2


def test_a_table_that_takes_nothing_of_its_style_looks_plain(docx: Docx) -> None:
    found = dict(looks(docx(table("w:val='0600'"), styles=TABLE_STYLE)))
    assert set(found.values()) == {replace(WORD, size=9.0)}


def test_header_rows_are_known_by_what_the_table_or_its_style_says(docx: Docx) -> None:
    def headers(body: str) -> list[str]:
        blocks = read(docx(body, styles=TABLE_STYLE)).blocks
        return [b.text for b in blocks if b.cell is not None and b.cell.header]

    assert headers(table("w:firstRow='1'")) == ["1a", "1b"]
    assert headers(table("w:firstRow='0'")) == []
    repeated = table("w:firstRow='0'").replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 2)
    assert headers(repeated) == ["1a", "1b", "2a", "2b"]
