"""The languages a page is recognised in, and which of them comes first."""

from collections.abc import Sequence

import pytest

from sverka.model import ReadError
from sverka.readers.recognition import ocr_languages
from sverka.readers.recognition.ocr_languages import LanguageOrder, languages_for
from sverka.readers.recognition.ocr_lines import OcrLine, OcrPage, OcrWord


def page(certainty: int) -> OcrPage:
    return OcrPage((OcrLine((OcrWord("word", 0, 1, certainty),), 0, 0, 1, 1, 1),), 10)


class Pages:
    """Recognises a page of one language, and keeps what it was asked for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.asked: list[str] = []

    def __call__(self, languages: Sequence[str]) -> OcrPage:
        self.asked.append("+".join(languages))
        return page(95 if languages[0] == self.language else 50)


def test_all_installed_languages_are_taken_or_those_asked_for() -> None:
    assert languages_for(("eng", "kir", "rus"), (), None, "a") == ("eng", "kir", "rus")
    assert languages_for(("eng", "kir", "rus"), ("rus", "eng", "rus"), None, "a") == ("rus", "eng")


def test_of_many_those_of_the_document_the_system_and_english_are_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ocr_languages, "_of_the_system", lambda: "ru_RU")
    many = tuple(f"x{number}" for number in range(20))
    assert languages_for((*many, "deu", "eng", "rus"), (), "de-AT", "a") == ("deu", "rus", "eng")
    assert languages_for(many, (), "de-AT", "a") == ("x0",)


def test_a_language_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ReadError, match="no language “deu” here; it has eng, rus"):
        languages_for(("eng", "rus"), ("eng", "deu"), None, "a")
    with pytest.raises(ReadError, match="without any language"):
        languages_for((), (), None, "a")


def test_the_language_of_the_first_page_comes_first_on_the_next_ones() -> None:
    order, pages = LanguageOrder(("eng", "kir", "rus")), Pages("kir")
    assert order.read(pages) == page(95)
    assert pages.asked == ["eng", "kir", "rus", "kir+eng+rus"]
    order.read(pages)
    assert pages.asked[4:] == ["kir+eng+rus"]


def test_a_page_in_another_language_is_found_out() -> None:
    order = LanguageOrder(("eng", "rus"))
    order.read(Pages("eng"))
    pages = Pages("rus")
    assert order.read(pages) == page(95)
    assert pages.asked == ["eng+rus", "eng", "rus", "rus+eng"]


def test_one_language_is_tried_once_and_a_page_that_fails_is_none() -> None:
    pages = Pages("eng")
    assert LanguageOrder(("eng",)).read(pages) == page(95)
    assert pages.asked == ["eng"]
    assert LanguageOrder(("eng", "rus")).read(lambda _languages: None) is None
