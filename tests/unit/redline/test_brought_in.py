"""What the revised file has and the original lacks comes along, under ids that are free."""

import pytest
from small_paper import W, docx, line, p, part, r, redline, root_of, shown

from sverka.model import Side
from sverka.redline import Redlined

W_ = f"{{{W}}}"
END = p("The end of it.")


def _style(key: str, name: str, inner: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{inner}</w:style>'


def _styled(*styles: str) -> dict[str, str]:
    return {"styles": part("w:styles", "".join(styles))}


def _in_style(key: str, text: str) -> str:
    return p(text, props=f'<w:pStyle w:val="{key}"/>')


def test_a_style_that_is_missing_comes_with_what_it_is_based_on() -> None:
    old = docx(p("a") + END, _styled(_style("Normal", "Normal")))
    new = docx(
        _in_style("Loud", "a") + END,
        _styled(
            _style("Normal", "Normal"),
            _style("Base", "Base"),
            _style("Loud", "Loud", '<w:basedOn w:val="Base"/>'),
            _style("Unused", "Unused"),
        ),
    )
    made = redline(old, new)
    styles = [one.get(f"{W_}styleId") for one in root_of(made, "word/styles.xml")]
    assert styles == ["Normal", "Base", "Loud"]
    assert line(made) == "a¶~The end of it.¶"


def test_a_style_of_one_name_is_one_whatever_its_id() -> None:
    old = docx(_in_style("Heading1", "a") + END, _styled(_style("Heading1", "heading 1")))
    new = docx(_in_style("1", "a") + END, _styled(_style("1", "heading 1")))
    assert redline(old, new).counts == {}


def test_a_style_that_both_define_differently_is_named_and_stays() -> None:
    old = docx(_in_style("A", "a"), _styled(_style("A", "Loud", "<w:rPr><w:b/></w:rPr>")))
    new = docx(_in_style("A", "a"), _styled(_style("A", "Loud", "<w:rPr><w:i/></w:rPr>")))
    made = redline(old, new)
    assert made.kept == ("loud",)
    assert made.counts == {}


def _list(key: str, text: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:nsid w:val="0{key}"/><w:lvl w:ilvl="0">'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    )


def _num(key: str, abstract: str) -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/></w:num>'


def _item(number: str, text: str) -> str:
    return p(text, props=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def _numbered(*inner: str) -> dict[str, str]:
    return {"numbering": part("w:numbering", "".join(inner))}


def test_a_list_is_told_by_its_definition_and_not_by_its_number() -> None:
    old = docx(_item("1", "a"), _numbered(_list("0", "%1."), _num("1", "0")))
    new = docx(_item("7", "a"), _numbered(_list("3", "%1."), _num("7", "3")))
    assert redline(old, new).counts == {}


def test_a_list_that_is_missing_comes_with_its_definition() -> None:
    old = docx(_item("1", "a"), _numbered(_list("0", "%1."), _num("1", "0")))
    new = docx(_item("1", "a"), _numbered(_list("0", "%1)"), _num("1", "0")))
    made = redline(old, new)
    numbering = root_of(made, "word/numbering.xml")
    assert [one.tag.rpartition("}")[2] for one in numbering] == [
        *("abstractNum", "abstractNum", "num", "num")
    ]
    (number,) = root_of(made).findall(f".//{W_}p/{W_}pPr/{W_}numPr/{W_}numId")
    assert number.get(f"{W_}val") == "2"


def _linked(text: str, target: str) -> tuple[str, dict[str, tuple[str, str]]]:
    return p(f'<w:hyperlink r:id="rId9">{r(text)}</w:hyperlink>'), {"rId9": ("hyperlink", target)}


def test_a_link_that_leads_elsewhere_is_deleted_and_inserted() -> None:
    (old, to_a), (new, to_b) = _linked("here", "http://a.org/"), _linked("here", "http://b.org/")
    assert line(redline(docx(old, links=to_a), docx(new, links=to_b))) == "[-here-][+here+]¶"


def test_a_link_with_other_words_is_the_same_link() -> None:
    (old, to), (new, _same) = _linked("look here", "http://a.org/"), _linked("look there", "")
    assert line(redline(docx(old, links=to), docx(new, links=to))) == "look [-here-][+there+]¶"


def _noted(*notes: str) -> dict[str, str]:
    inner = "".join(
        f'<w:footnote w:id="{number}">{p(text)}</w:footnote>'
        for number, text in enumerate(notes, 1)
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{p("")}</w:footnote>'
    return {"footnotes": part("w:footnotes", separator + inner)}


def _reference(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def _notes_of(made: Redlined) -> list[str]:
    root = root_of(made, "word/footnotes.xml")
    return ["".join(t.text or "" for t in note.iter(f"{W_}t", f"{W_}delText")) for note in root[1:]]


def test_a_note_that_came_stands_in_the_order_of_the_references() -> None:
    old = docx(p("a", _reference(1)), _noted("The first."))
    new = docx(p("b", _reference(1), " a", _reference(2)), _noted("Before.", "The first."))
    made = redline(old, new)
    assert line(made) == "[+b† +]a†¶"
    assert _notes_of(made) == ["Before.", "The first."]


def test_words_of_a_note_are_marked_in_the_note() -> None:
    old = docx(p("a", _reference(1)), _noted("The first note."))
    new = docx(p("a", _reference(1)), _noted("The second note."))
    made = redline(old, new)
    assert line(made) == "a†¶"
    assert made.counts == {"del": 1, "ins": 1}


def test_a_file_without_notes_gets_them() -> None:
    new = docx(p("a", _reference(1)), _noted("The first note."))
    made = redline(docx(p("a")), new)
    assert line(made) == "a[+†+]¶"
    assert _notes_of(made) == ["The first note."]


def _commented(*comments: str) -> dict[str, str]:
    inner = "".join(
        f'<w:comment w:id="{number}" w:author="Ann">{p(text)}</w:comment>'
        for number, text in enumerate(comments)
    )
    return {"comments": part("w:comments", inner)}


def _comment(number: int, inner: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{r(inner)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def test_a_comment_of_both_is_one_and_a_new_one_comes_along() -> None:
    old = docx(p(_comment(0, "a"), " b"), _commented("Why?"))
    new = docx(p(_comment(1, "a"), " ", _comment(0, "b")), _commented("So what?", "Why?"))
    made = redline(old, new)
    said = ["".join(one.itertext()) for one in root_of(made, "word/comments.xml")]
    assert said == ["Why?", "So what?"]
    starts = [one.get(f"{W_}id") for one in root_of(made).iter(f"{W_}commentRangeStart")]
    assert starts == ["0", "1"]


@pytest.mark.parametrize("name", ["header1", "footer1"])
def test_words_of_a_header_are_marked_in_it(name: str) -> None:
    kind, root = name[:-1], "w:hdr" if name.startswith("h") else "w:ftr"
    section = f'<w:sectPr><w:{kind}Reference w:type="default" r:id="rId7"/></w:sectPr>'
    papers = [
        docx(p("a") + section, {name: part(root, p(text))}, {"rId7": (kind, f"{name}.xml")})
        for text in ("Draft of May", "Draft of June")
    ]
    made = redline(*papers)
    assert shown(root_of(made, f"word/{name}.xml")) == "Draft of [-May-][+June+]¶"
    assert made.counts == {"del": 1, "ins": 1}


def test_a_header_that_came_is_brought_in_as_inserted() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId7"/></w:sectPr>'
    new = docx(
        p("a") + section,
        {"header1": part("w:hdr", p("Draft"))},
        {"rId7": ("header", "header1.xml")},
    )
    made = redline(docx(p("a") + "<w:sectPr/>"), new)
    assert shown(root_of(made, "word/header1.xml")) == "[+Draft+][+¶+]"


def test_bookmarks_of_one_name_live_once_where_the_revised_file_has_them() -> None:
    def mark(inner: str) -> str:
        return f'<w:bookmarkStart w:id="3" w:name="A"/>{inner}<w:bookmarkEnd w:id="3"/>'

    made = redline(p(mark(r("one")), " two"), p("one ", mark(r("two"))))
    body = root_of(made)
    assert [one.get(f"{W_}name") for one in body.iter(f"{W_}bookmarkStart")] == ["A"]
    assert len(list(body.iter(f"{W_}bookmarkEnd"))) == 1


def test_tracked_changes_that_came_along_are_accepted_first() -> None:
    old = p("a ", '<w:del w:id="1" w:author="B"><w:r><w:delText>b </w:delText></w:r></w:del>', "c")
    made = redline(old, p("a c"))
    assert made.counts == {}
    assert made.settled == (Side.OLD,)
