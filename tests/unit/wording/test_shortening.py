from sverka.language import ENGLISH
from sverka.wording import first_listed, shortened, shortened_name


def test_a_long_text_ends_in_an_ellipsis_after_a_word() -> None:
    assert shortened("One two three, four", 15) == "One two three…"
    assert shortened("One  two\nthree", 15) == "One two three"
    assert len(shortened("x" * 10_000, 20)) == 20


def test_a_long_name_keeps_its_ending() -> None:
    name = "a" * 300 + ".docx"
    assert shortened_name(name).endswith("aaa.docx")
    assert len(shortened_name(name)) == 44


def test_of_a_long_list_the_first_are_named_and_the_others_counted() -> None:
    assert first_listed(["a", "b"], 2, ENGLISH) == "a, b"
    assert first_listed(["a", "b", "c", "d"], 2, ENGLISH) == "a, b and 2 more"
    assert first_listed(["a", "b"], 2, ENGLISH, 9) == "a, b and 7 more"
    assert first_listed([], 2, ENGLISH) == ""
