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


def test_a_language_says_words_in_the_form_of_their_number() -> None:
    russian = language.language("ru")
    assert russian.gettext("Number") == "Число"
    many = russian.ngettext("{count} change", "{count} changes", 5)
    assert many.format(count=5) == "5 изменений"
    assert language.ENGLISH.gettext("Number") == "Number"


def test_two_of_one_code_are_equal() -> None:
    assert language.language("en") == language.ENGLISH
    assert language.language("ru") != language.language("ky")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        language.language("xx")
