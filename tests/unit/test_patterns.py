"""Patterns are compiled when they are first asked, and every one there is can be."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import sverka
from sverka import patterns
from sverka.patterns import late_pattern, late_wide_pattern


def test_a_pattern_is_compiled_when_it_is_first_asked() -> None:
    wrong = late_pattern("(")
    with pytest.raises(re.error):
        wrong.search("a")


def test_it_answers_as_the_compiled_one_each_time() -> None:
    kept = late_pattern(r"a(b)", re.IGNORECASE)
    for _time in range(2):
        assert kept.findall("ABab") == ["B", "b"]
        assert kept.sub("-", "xabx") == "x-x"
    assert kept.pattern == r"a(b)"
    assert kept.groups == 1


def test_bytes_and_wide_patterns_are_kept_as_well() -> None:
    assert late_pattern(rb"\d").search(b"a1")
    assert late_wide_pattern(r"\p{Lu}").findall("aБc") == ["Б"]


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    found = 0
    for module in walk_packages(sverka.__path__, "sverka."):
        if module.name.startswith("sverka.gui") or module.name.endswith("__main__"):
            continue
        for kept in vars(import_module(module.name)).values():
            if isinstance(kept, patterns._WhenAsked):
                assert kept.groups >= 0
                found += 1
    assert found > 200
