"""What a line is cut into, and what counts as the same thing."""

from lxml import etree
from small_paper import W, p, r

from sverka.redline.inline_tokens import Atom, Group, Word, inline_tokens

NS = f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def _line(markup: str):
    return inline_tokens(etree.fromstring(f"<w:x {NS}>{markup}</w:x>")[0], lambda kind, key: key)


def _words(markup: str) -> list[str]:
    return [token.key for token in _line(markup).tokens if isinstance(token, Word)]


def test_words_are_cut_over_the_borders_of_runs() -> None:
    (word,) = _line(p(r("in"), r("side", "<w:b/>"))).tokens
    assert isinstance(word, Word)
    assert [bit.text for bit in word.bits] == ["in", "side"]


def test_numbers_and_initials_are_cut_at_their_marks() -> None:
    assert _words(p("A.B. 2023-2025 1,5")) == [
        *("A", ".", "B", ".", " ", "2023", "-", "2025", " ", "1,5")
    ]


def test_a_bookmark_inside_a_word_keeps_its_place() -> None:
    (word,) = _line(p(r("V"), '<w:bookmarkStart w:id="1" w:name="A"/>', r("ideo"))).tokens
    assert isinstance(word, Word)
    assert [place for place, _element in word.inside] == [1]


def test_what_has_no_width_goes_with_what_follows_or_ends_the_line() -> None:
    line = _line(p('<w:bookmarkStart w:id="1" w:name="A"/>', "a", '<w:bookmarkEnd w:id="1"/>'))
    assert [len(token.leads) for token in line.tokens] == [1]
    assert len(line.ends) == 1


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_is_one_thing_that_its_code_tells() -> None:
    ours, theirs, other = (
        _line(p(_field(*one))).tokens[0]
        for one in ((" REF a ", "1"), ("REF  a", "2"), ("REF b", "1"))
    )
    assert isinstance(ours, Group)
    assert isinstance(theirs, Group)
    assert isinstance(other, Group)
    assert ours.loose == theirs.loose != other.loose
    assert ours.key != theirs.key


def test_a_field_that_ends_elsewhere_is_taken_apart() -> None:
    tokens = _line(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "a")).tokens
    assert [type(token) for token in tokens] == [Atom, Word]


def test_a_link_is_told_by_its_target_whatever_it_says() -> None:
    one, other = (
        _line(p(f'<w:hyperlink r:id="rId1">{r(text)}</w:hyperlink>')).tokens[0]
        for text in ("here", "there")
    )
    assert isinstance(one, Group)
    assert isinstance(other, Group)
    assert one.loose == other.loose
    assert one.key != other.key


def test_smart_tags_are_seen_through() -> None:
    tag = '<w:smartTag w:element="x"><w:smartTagPr><w:attr w:name="a" w:val="b"/></w:smartTagPr>'
    assert _words(p(f"{tag}{r('20 kg')}</w:smartTag>")) == ["20", " ", "kg"]


def test_names_that_drawings_are_given_when_saved_do_not_tell_them_apart() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="{0}" name="Picture {0}"/></wp:inline></w:drawing>'
        "</w:r>"
    )
    keys = {_line(p(drawing.format(number))).tokens[0].key for number in (1, 2)}
    assert len(keys) == 1
