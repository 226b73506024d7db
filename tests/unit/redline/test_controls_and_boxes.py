"""Content controls, text boxes, fields and formulas: what holds words of its own."""

import pytest
from lxml import etree
from small_paper import W, docx, line, p, r, redline, root_of, shown, texts

W_ = f"{{{W}}}"
END = p("The end of it.")


def _control(inner: str, tag: str = "a") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent>'
        "</w:sdt>"
    )


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (p(_control(r("one"))), p(_control(r("two"))), "[-one-][+two+]¶"),
        (p(_control(r("one"))) + END, END, "[-one-][-¶-]The end of it.¶"),
        (
            p("see ", _field("REF a", "1")),
            p("see ", _field("REF a", "2")),
            "see ƒREF aƒ[-1-][+2+]ƒ¶",
        ),
        (
            p("see ", _field("REF a", "1")),
            p("see ", _field("REF b", "1")),
            "see [-ƒREF aƒ1ƒ-][+ƒREF bƒ1ƒ+]¶",
        ),
        (
            p("at ", '<w:fldSimple w:instr="PAGE">' + r("1") + "</w:fldSimple>"),
            p("at "),
            "at [-ƒPAGEƒ1ƒ-]¶",
        ),
    ],
)
def test_words_inside_are_marked_inside(old: str, new: str, expected: str) -> None:
    assert line(redline(old, new)) == expected


def test_deleted_codes_are_told_from_deleted_words() -> None:
    made = root_of(redline(p("a ", _field("REF a", "1")), p("a ")))
    deleted = [one for one in made.iter() if one.tag.startswith(f"{W_}del") and one.text]
    assert [one.tag.removeprefix(W_) for one in deleted] == ["delInstrText", "delText"]


@pytest.mark.parametrize(("came", "name"), [(True, "customXmlIns"), (False, "customXmlDel")])
def test_a_control_that_came_or_went_stands_between_its_borders(came: bool, name: str) -> None:
    papers = [END, _control(p("Inside of it.")) + END]
    made = root_of(redline(*(papers if came else papers[::-1])))
    starts = [one.get(f"{W_}id") for one in made.iter(f"{W_}{name}RangeStart")]
    ends = [one.get(f"{W_}id") for one in made.iter(f"{W_}{name}RangeEnd")]
    assert len(starts) == 2
    assert starts == ends
    assert texts(made, accepted=not came) == ["The end of it."]


_BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
    '2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_words_of_a_text_box_are_marked_once() -> None:
    made = redline(p("a", _BOX.format(p("in May"))), p("a", _BOX.format(p("in June"))))
    boxes = list(root_of(made).iter(f"{W_}txbxContent"))
    assert [shown(box) for box in boxes] == ["in [-May-][+June+]¶"]
    assert made.counts == {"del": 1, "ins": 1}


def test_words_of_a_deleted_text_box_are_deleted_words() -> None:
    made = root_of(redline(p("a", _BOX.format(p("in May"))), p("a")))
    assert not [one for one in made.iter(f"{W_}t") if one.text != "a"]


def test_a_formula_is_one_thing() -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = '<m:oMath xmlns:m="{1}"><m:r><m:t>{0}</m:t></m:r></m:oMath>'
    old, new = (p("a ", formula.format(one, math)) for one in ("x=1", "x=2"))
    body = root_of(redline(old, new))
    kinds = [etree.QName(one.getparent()).localname for one in body.iter(f"{{{math}}}oMath")]
    assert kinds == ["del", "ins"]


def test_a_row_that_came_in_a_control_keeps_it() -> None:
    def row(text: str) -> str:
        return f"<w:tr><w:tc><w:tcPr/>{p(text)}</w:tc></w:tr>"

    def table(rows: str) -> str:
        return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>" + END

    old = table(row("first row") + row("last row"))
    new = table(row("first row") + _control(row("middle")) + row("last row"))
    made = root_of(redline(docx(old), docx(new)))
    (control,) = made.iter(f"{W_}sdt")
    assert shown(control) == "[+middle+][+¶+]|[+/+]"
    assert control.getprevious() is not None
    assert shown(control.getprevious()) == "first row|/"
