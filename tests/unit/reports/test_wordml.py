from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from sverka.reports import wordml
from sverka.reports.fit_text import shown

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)


@given(ANYTHING)
def test_any_text_makes_a_run_that_says_it(text: str) -> None:
    (paragraph,) = wordml.parsed(wordml.plain(text, "Normal"))
    said = ""
    for element in paragraph.iter():
        if element.tag == qn("w:t"):
            said += element.text or ""
        elif element.tag in (qn("w:br"), qn("w:tab")):
            said += "\n" if element.tag == qn("w:br") else "\t"
    assert said == shown(text)


@given(ANYTHING)
def test_any_description_makes_a_table(text: str) -> None:
    row = wordml.row([wordml.cell("", 100)])
    (table,) = wordml.parsed(wordml.table([row], [100], text))
    description = table.find(f".//{qn('w:tblDescription')}")
    assert description is not None


def test_direction_is_that_of_the_first_strong_character() -> None:
    assert wordml.is_rtl("«123 שלום» hello")
    assert not wordml.is_rtl("hello שלום")
    assert not wordml.is_rtl("123 …")
    assert wordml.is_rtl("\U0001e900\U0001e901")


def test_only_runs_with_right_to_left_letters_are_marked_so() -> None:
    assert "<w:rtl/>" in wordml.run("hello שלום")
    assert "<w:rtl/>" not in wordml.run("Ёлка 中文")
