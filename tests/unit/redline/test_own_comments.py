"""Comments of our own at paragraphs of either file, which come and go with them."""

from small_paper import W, docx, line, p, part, redline, root_of

from sverka.model import Side
from sverka.redline import RedlineRemark

W_ = f"{{{W}}}"
MAIN = "word/document.xml"
OLD = p("A sentence that goes on behind") + p("A HEADER") + p("the header and ends here.")
NEW = p("A sentence that goes on behind the header and ends here.")


def _said(made) -> list[tuple[str | None, str]]:
    comments = root_of(made, "word/comments.xml")
    return [(one.get(f"{W_}author"), "".join(one.itertext())) for one in comments]


def test_a_remark_stands_at_its_paragraph_by_our_author() -> None:
    made = redline(OLD, NEW, author="Ann", remarks=(RedlineRemark(Side.OLD, MAIN, 1, "Furniture"),))
    assert _said(made) == [("Ann", "Furniture")]
    body = root_of(made)
    (reference,) = body.iter(f"{W_}commentReference")
    around = [one.tag.rpartition("}")[2] for one in reference.iterancestors()]
    assert around[:3] == ["r", "del", "p"]
    assert line(made) == (
        "A sentence that goes on behind[-¶-][-A HEADER-][--][-¶-][+ +]the header and ends here.¶"
    )


def test_a_remark_at_a_paragraph_that_stayed_stays() -> None:
    made = redline(OLD, OLD, remarks=(RedlineRemark(Side.NEW, MAIN, 0, "Look"),))
    assert _said(made) == [("Sverka", "Look")]
    assert made.counts == {}


def test_remarks_stand_beside_the_comments_of_the_file() -> None:
    known = part("w:comments", f'<w:comment w:id="4" w:author="Bob">{p("Why?")}</w:comment>')
    old = docx(p("a", '<w:r><w:commentReference w:id="4"/></w:r>'), {"comments": known})
    made = redline(old, old, remarks=(RedlineRemark(Side.OLD, MAIN, 0, "Because"),))
    assert _said(made) == [("Bob", "Why?"), ("Sverka", "Because")]


def test_a_remark_about_no_paragraph_is_left_out() -> None:
    made = redline(OLD, NEW, remarks=(RedlineRemark(Side.OLD, MAIN, 99, "Nothing"),))
    assert not any(root_of(made).iter(f"{W_}commentReference"))
