"""The tables of signs hold what every script ends a sentence with, and part what is not one."""

import unicodedata

import pytest

from sverka.text import signs


@pytest.mark.parametrize("mark", list(".!?…。！？؟۔।॥։።။។"))
def test_full_stops_of_all_scripts_end_a_sentence(mark: str) -> None:
    assert mark in signs.SENTENCE_ENDS


@pytest.mark.parametrize("mark", list(",،、၊:;"))
def test_commas_and_colons_end_none(mark: str) -> None:
    assert mark not in signs.SENTENCE_ENDS


def test_no_mark_is_in_two_tables_that_exclude_each_other() -> None:
    tables = (signs.SENTENCE_ENDS, signs.HALTS, signs.COMMAS, signs.DASHES, signs.SPACES)
    marks = [mark for table in tables for mark in table]
    assert len(marks) == len(set(marks))


def test_dashes_are_the_dashes_of_unicode_and_the_minus_sign() -> None:
    assert all(unicodedata.category(dash) == "Pd" for dash in signs.DASHES - {"\u2212"})
    assert set("-‐‑‒–—―−﹘﹣－") <= signs.DASHES


def test_spaces_are_all_that_unicode_knows_but_the_plain_one_and_oghams() -> None:
    known = {c for c in map(chr, range(0x10000)) if unicodedata.category(c) == "Zs"}
    assert known - {" ", "\u1680"} == signs.SPACES
    assert set(signs.GROUPING_SPACES) <= signs.SPACES | {" "}


def test_what_is_not_seen_has_no_width_and_is_no_space() -> None:
    assert all(unicodedata.category(c) == "Cf" for c in signs.INVISIBLE)


def test_most_quotation_marks_may_open_or_close() -> None:
    assert set("″‛′`´\uff02\uff07") == signs.QUOTES - signs.OPENERS - signs.CLOSERS
