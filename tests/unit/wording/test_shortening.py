from sverka.wording import shortened, shortened_name


def test_a_long_text_ends_in_an_ellipsis_after_a_word() -> None:
    assert shortened("One two three, four", 15) == "One two three…"
    assert shortened("One  two\nthree", 15) == "One two three"
    assert len(shortened("x" * 10_000, 20)) == 20


def test_a_long_name_keeps_its_ending() -> None:
    name = "a" * 300 + ".docx"
    assert shortened_name(name).endswith("aaa.docx")
    assert len(shortened_name(name)) == 44
