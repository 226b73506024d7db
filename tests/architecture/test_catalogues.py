"""The translations are complete and what is compiled is what is written."""

import ast
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", TOP / "packaging" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogues"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_every_string_for_people_is_translated(catalogues: ModuleType, language: str) -> None:
    catalog = catalogues.catalogue(language, catalogues.template())
    assert catalogues.missing(catalog) == []


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_the_catalogue_holds_just_what_the_sources_say(
    catalogues: ModuleType, language: str
) -> None:
    fresh = catalogues.po_bytes(language, catalogues.catalogue(language, catalogues.template()))
    assert catalogues.po_path(language).read_bytes() == fresh, "run packaging/catalogues.py"


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_the_compiled_catalogue_is_the_written_one(catalogues: ModuleType, language: str) -> None:
    po = catalogues.po_path(language)
    assert po.with_suffix(".mo").read_bytes() == catalogues.mo_bytes(po.read_bytes())


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_translations_keep_the_fields_of_the_original(
    catalogues: ModuleType, language: str
) -> None:
    import string

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for message in catalogues.catalogue(language, catalogues.template()):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        wanted = set().union(*(fields(one) for one in ids))
        for form in forms:
            assert fields(form) <= wanted, message.id
            assert len(ids) > 1 or fields(form) == wanted, message.id


def test_no_string_for_people_stands_in_an_f_string(catalogues: ModuleType) -> None:
    found = [
        f"{path.name}:{call.lineno}"
        for path in catalogues.SOURCES.rglob("*.py")
        for written in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(written, ast.JoinedStr)
        for call in ast.walk(written)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in catalogues.KEYWORDS
    ]
    assert found == [], "not every release of Python lets catalogues.py read these"


def test_in_russian_five_of_a_thing_are_counted_as_one_amount(catalogues: ModuleType) -> None:
    counted = [
        message.string[2]
        for message in catalogues.catalogue("ru", catalogues.template())
        if isinstance(message.id, tuple) and message.string[2].startswith("{count} ")
    ]
    assert len(counted) > 20
    # "5 абзацев удалено", and "удалены" only of 2, 3 and 4
    assert [form for form in counted if re.search(r"\w[нт]ы\b", form)] == []
