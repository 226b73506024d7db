"""The program speaks the language it was asked for."""

import pytest

from sverka import language


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ky_KG.UTF-8"}, "ky"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "ru:en"}, "ru"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_system_says_which_language(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], code: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language.system_language() == code


def test_speaking_a_language_ends_with_its_block() -> None:
    with language.speaking("en"):
        with language.speaking("ru"):
            assert language._("Number") == "Число"
            many = language.ngettext("{count} change", "{count} changes", 5)
            assert many.format(count=5) == "5 изменений"
        assert language._("Number") == "Number"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        language.use("xx")
