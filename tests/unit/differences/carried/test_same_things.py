"""Targets and codes that programs write otherwise are the same; others are not."""

import pytest

from sverka.differences.carried.same_things import known_otherwise, same_code, same_target


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://example.org", "http://Example.org/"),
        ("https://example.org/a%20b", "https://example.org/a b"),
        ("rules%20of%20May.docx", "rules of May.docx"),
        (" https://example.org/a ", "https://example.org/a"),
    ],
)
def test_a_target_written_otherwise_is_the_same(one: str, other: str) -> None:
    assert same_target(one) == same_target(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a", "http://example.org/a"),
        ("https://example.org/a?b=1", "https://example.org/a?b=2"),
        ("#rules", "#fines"),
        ("https://[broken", "https://[other"),
    ],
)
def test_a_target_that_leads_elsewhere_is_another(one: str, other: str) -> None:
    assert same_target(one) != same_target(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PAGE", r"page  \* MERGEFORMAT"),
        (r'TOC \o "1-2" \h \z \u', r'TOC \z \o "1-2" \u \h'),
        (r'DATE \@ "dddd, MMMM d, yyyy"', r"""DATE \@"dddd', 'MMMM\ d', 'yyyy" """),
        (r"SEQ Table \* ARABIC", "SEQ Table"),
    ],
)
def test_a_code_written_otherwise_is_the_same(one: str, other: str) -> None:
    assert same_code(one) == same_code(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PAGE", "NUMPAGES"),
        (r'DATE \@ "MM"', r'DATE \@ "mm"'),
        (r'TOC \o "1-2"', r'TOC \o "1-3"'),
        ("REF _Ref1", "REF _Ref2"),
        (r"PAGE \* roman", "PAGE"),
    ],
)
def test_a_code_that_asks_for_something_else_is_another(one: str, other: str) -> None:
    assert same_code(one) != same_code(other)


def test_a_picture_known_by_its_address_is_not_held_against_bytes() -> None:
    by_bytes, other = "0" * 64, "1" * 64
    assert known_otherwise("images/a.png", by_bytes)
    assert known_otherwise(by_bytes, "images/a.png")
    assert not known_otherwise(by_bytes, other)
    assert not known_otherwise("images/a.png", "images/b.png")
