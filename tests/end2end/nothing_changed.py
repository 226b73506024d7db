"""The table of pairs that say the same in other markup: nothing is to be told of any of them."""

from collections.abc import Mapping

import docx_paper
from docx_paper import (
    NUMBERING,
    STYLES,
    Paper,
    abstract,
    coded,
    concrete,
    control,
    graphic,
    item,
    link,
    mark,
    note,
    par,
    picture,
    run,
    simple,
    styled,
    vml,
)
from one_thing_changed import paper

_LINE = "The toll is due every single month from now on."


def _runs(old: str, new: str) -> tuple[Paper, Paper]:
    """Words of a sentence with these properties."""
    first, second = (
        paper(par("The toll is due ", run("every single month", own), " from now on."))
        for own in (old, new)
    )
    return first, second


def _same(old: Paper | str, new: Paper | str) -> tuple[Paper, Paper]:
    first, second = (one if isinstance(one, Paper) else paper(one) for one in (old, new))
    return first, second


def _named(kind: str, number: int) -> Paper:
    text = par("Ships pass", mark(kind, number), " at night.")
    return paper(text, notes={f"{kind}s": note(kind, number, "Since the flood of that year.")})


_ITEMS = ("Pay the toll at the gate.", "Keep the ticket for a week.")
_FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'

SAME: Mapping[str, tuple[Paper, Paper]] = {
    "runs cut otherwise": _same(
        par(run("The toll is due", "<w:b/>"), " now."),
        par(run("The to", "<w:b/>"), run("ll is due", "<w:b/>"), " no", "w."),
    ),
    "marks of who saved it when": _same(
        par("The toll is due now."),
        par("The toll is due now.").replace(
            "<w:p>", '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E" w14:paraId="12345678">'
        ),
    ),
    "marks of proofing": _same(
        par("The tol is due now."),
        par(
            "The ",
            '<w:proofErr w:type="spellStart"/>',
            "tol",
            '<w:proofErr w:type="spellEnd"/>',
            " is due now.",
        ),
    ),
    "language": _runs("", '<w:lang w:val="de-DE"/><w:noProof/>'),
    "bookmarks": _same(
        par("The toll is due now."),
        par(
            '<w:bookmarkStart w:id="0" w:name="_GoBack"/>',
            "The toll",
            '<w:bookmarkEnd w:id="0"/>',
            " is due now.",
        ),
    ),
    "not bold said and not": _runs("", '<w:b w:val="0"/><w:i w:val="false"/>'),
    "size of the style said again": _runs("", '<w:sz w:val="22"/><w:szCs w:val="22"/>'),
    "automatic colour": _runs("", '<w:color w:val="auto"/>'),
    "black": _runs("", '<w:color w:val="000000"/>'),
    "black of the theme": _runs("", '<w:color w:val="000000" w:themeColor="text1"/>'),
    "no underline": _runs("", '<w:u w:val="none"/>'),
    "on the line": _runs("", '<w:vertAlign w:val="baseline"/>'),
    "no shading": _runs("", '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'),
    "no highlight": _runs("", '<w:highlight w:val="none"/>'),
    "typeface of the theme by name": _runs("", _FONT.format("Calibri")),
    "typeface of the theme said again": _runs(
        "", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cs="Arial"/>'
    ),
    "typeface of other alphabets": _runs("", '<w:rFonts w:eastAsia="SimSun" w:cs="Arial"/>'),
    "colour of the theme by value": _runs(
        '<w:color w:val="4472C4" w:themeColor="accent1"/>', '<w:color w:val="4472C4"/>'
    ),
    "bold as 1": _runs("<w:b/>", '<w:b w:val="1"/>'),
    "bold as true": _runs("<w:b/>", '<w:b w:val="true"/>'),
    "bold as on": _runs("<w:b/>", '<w:b w:val="on"/><w:bCs/>'),
    "bold by a style and by hand": _runs('<w:rStyle w:val="Strong"/>', "<w:b/>"),
    "character style without a look": _runs("", '<w:rStyle w:val="Term"/>'),
    "properties without any": _same(
        par("The toll is due now."), "<w:p><w:r><w:t>The toll is due now.</w:t></w:r></w:p>"
    ),
    "spacing between letters and lines": _runs("", '<w:spacing w:val="10"/><w:kern w:val="28"/>'),
    "style with the same look": _same(_LINE, styled("BodyText", _LINE)),
    "style renamed": _same(
        paper(styled("Quote", _LINE)),
        paper(styled("Quote", _LINE), styles=STYLES.replace('"Quote"/>', '"Blockquote"/>')),
    ),
    "id of a style": _same(
        paper(styled("Quote", _LINE)),
        paper(styled("Q1", _LINE), styles=STYLES.replace('styleId="Quote"', 'styleId="Q1"')),
    ),
    "look of a style given by hand": _same(styled("Quote", _LINE), par(run(_LINE, "<w:i/>"))),
    "where the pages ended": _same(
        par("The toll is due now."),
        par("The toll ", "<w:r><w:lastRenderedPageBreak/></w:r>", "is due now."),
    ),
    "own XML": _same(
        paper(_LINE),
        paper(_LINE, extra={"customXml/item1.xml": "<a>1</a>"}),
    ),
    "properties of the file": _same(
        paper(_LINE),
        paper(_LINE, extra={"docProps/app.xml": "<Properties><Pages>7</Pages></Properties>"}),
    ),
    "zoom and what is shown": _same(
        paper(_LINE),
        paper(_LINE, settings='<w:zoom w:percent="150"/><w:proofState w:spelling="clean"/>'),
    ),
    "smart tag": _same(
        par("The toll of Osh."),
        par("The toll of ", '<w:smartTag w:element="place">', "Osh", "</w:smartTag>", "."),
    ),
    "alignment and indents": _same(
        par(_LINE), par(_LINE, properties='<w:jc w:val="both"/><w:ind w:left="720"/>')
    ),
    "ids of lists": _same(
        paper("".join(map(item, _ITEMS))),
        paper(
            "".join(item(text, 21) for text in _ITEMS),
            numbering=NUMBERING.replace("<w:num ", abstract(20, "decimal", "%1.") + "<w:num ", 1)
            + concrete(21, 20),
        ),
    ),
    "another list that counts on": _same(
        "".join(map(item, _ITEMS)),
        paper(item(_ITEMS[0]) + item(_ITEMS[1], 31), numbering=NUMBERING + concrete(31, 1)),
    ),
    "sign of a bullet": _same(item(_ITEMS[0], 3), item(_ITEMS[0], 6)),
    "number of a footnote in the file": _same(_named("footnote", 2), _named("footnote", 7)),
    "number of an endnote in the file": _same(_named("endnote", 2), _named("endnote", 7)),
    "number of a comment in the file": _same(_named("comment", 2), _named("comment", 0)),
    "control without a name": _same(
        par("Name: ", control("", "A. Bek"), " of Osh"),
        par("Name: ", control("owner", "A. Bek"), " of Osh"),
    ),
    "tag of a control with a title": _same(
        par("Name: ", control("a1", "A. Bek", '<w:alias w:val="Owner"/>'), " of Osh"),
        par("Name: ", control("b2", "A. Bek", '<w:alias w:val="Owner"/>'), " of Osh"),
    ),
    "simple and coded field": _same(
        par("Leaf ", simple("PAGE", "4"), " of it."), par("Leaf ", coded("PAGE", "4"), " of it.")
    ),
    "field that keeps its look": _same(
        par("Leaf ", simple("PAGE", "4"), " of it."),
        par("Leaf ", simple(r"PAGE  \* MERGEFORMAT", "4"), " of it."),
    ),
    "code in small letters": _same(
        par("Leaf ", simple("PAGE", "4"), " of it."), par("Leaf ", simple("page", "4"), " of it.")
    ),
    "link by code": _same(
        par("See ", link("the gate", "site"), "."),
        par("See ", coded('HYPERLINK "https://example.org/a"', "the gate"), "."),
    ),
    "place in the document by code": _same(
        par("See ", link("the gate", place="rules"), "."),
        par("See ", coded(r'HYPERLINK \l "rules"', "the gate"), "."),
    ),
    "link in two runs": _same(
        par("See ", link("the gate", "site"), "."),
        par(
            "See ",
            '<w:hyperlink r:id="site" w:history="1" w:tooltip="Rules">',
            "the ",
            "gate",
            "</w:hyperlink>",
            ".",
        ),
    ),
    "name of the file of a picture": _same(
        paper(par("Here is ", picture(), " the river.")),
        paper(
            par("Here is ", picture("image7"), " the river."),
            pictures={"image7": docx_paper.PICTURES["map"]},
        ),
    ),
    "picture that stands apart": _same(
        par("Here is ", picture(), " the river."),
        par(
            "Here is ",
            f"<w:r><w:drawing><wp:anchor>{graphic('map', 'A map', 100, 50)}</wp:anchor>"
            "</w:drawing></w:r>",
            " the river.",
        ),
    ),
    "picture in the old way": _same(
        par("Here is ", picture(), " the river."), par("Here is ", vml(), " the river.")
    ),
    "picture once for each kind of program": _same(
        par("Here is ", picture(), " the river."),
        par(
            "Here is ",
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
            f"{picture()[5:-6]}</mc:Choice><mc:Fallback>{vml()[5:-6]}</mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            " the river.",
        ),
    ),
    "tracked insertion and its words": _same(
        par("Pay ", '<w:ins w:id="1" w:author="Ada">', run("five "), "</w:ins>", "coins"),
        par("Pay five coins"),
    ),
    "page break between sentences": _same(
        par("The first half. ", '<w:r><w:br w:type="page"/></w:r>', "The second half."),
        par("The first half. ", "The second half."),
    ),
    "section break": _same(
        par(_LINE), par(_LINE, properties='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
    ),
    "sign written in another way": _same(
        par("Marked ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " by us"),
        par(
            "Marked ",
            run("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
            " by us",
        ),
    ),
    "page break before a paragraph": _same(
        par(_LINE), par(_LINE, properties="<w:pageBreakBefore/><w:keepNext/>")
    ),
    "empty paragraph": _same(par(_LINE), par("") + par(_LINE)),
}
"""Every pair in which nothing changed that a reader would see or follow."""
