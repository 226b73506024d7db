"""Every reason has its sentence, and long texts and lists are cut in it."""

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from sverka.comparison import compare
from sverka.language import ENGLISH, language
from sverka.model import Reason, ReasonCode, ReasonPlace
from sverka.wording import finding_reasons, reason_words

GOLDEN = Path(__file__).parents[2] / "golden" / "reasons"

VALUES = {
    "before": "на одном берегу",
    "after": "на другом",
    "count": 2,
    "times": 1,
    "lines": 3,
    "characters": 1800,
    "paragraphs": 4,
    "places": (ReasonPlace(0, (4, 4)), ReasonPlace(3, (8, 9))),
    "place": ReasonPlace(6, page=2),
    "numbers": (7, 8),
    "pages": (1, 2),
    "name": "О нас",
    "word": "что",
    "letters": "eap",
    "text": "Привет",
    "codes": ("&nbsp;", "&laquo;"),
    "percent": 64,
}
PAIRS = {"count": 1, "before": ("капитан",), "after": ("адмирал",)}


def words(code: ReasonCode) -> dict[str, str]:
    values = PAIRS if code is ReasonCode.DIFFERS_IN_WORDS else VALUES
    if code is ReasonCode.HEADER_CHANGED:
        values = {name: VALUES[name] for name in ("before", "after")}
    reason = Reason(code, values)
    return {name: reason_words(reason, language(name)) for name in ("en", "ru", "ky")}


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_is_a_whole_sentence_in_every_language(code: ReasonCode) -> None:
    said = words(code)
    assert all(sentence.endswith(".") for sentence in said.values())
    assert not any("{" in sentence for sentence in said.values())
    assert len(set(said.values())) == 3


def test_no_two_reasons_are_said_alike() -> None:
    sentences = [words(code)["en"] for code in ReasonCode]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (ReasonPlace(4, (21, 23), 2), "lines 21–23"),
        (ReasonPlace(4, (21, 21)), "line 21"),
        (ReasonPlace(4, None, 2), "page 2"),
        (ReasonPlace(4), "paragraph 5"),
    ],
)
def test_a_place_is_said_as_closely_as_the_file_knows_it(place: ReasonPlace, words: str) -> None:
    said = reason_words(Reason(ReasonCode.PARAGRAPH_BEFORE, {"place": place}), ENGLISH)
    assert said == f"The same paragraph stands already before: {words}."


def test_a_broken_sentence_is_cut_at_words_on_either_side() -> None:
    before = "Вот очень длинное начало предложения, которое оборвалось на полуслове, где "
    after = "лёд сходит только к середине мая, а навигация длится не больше пяти месяцев."
    said = reason_words(
        Reason(ReasonCode.INTERRUPTS_SENTENCE, {"before": before, "after": after}), ENGLISH
    )
    assert said == (
        "It interrupts a sentence: «…которое оборвалось на полуслове, где"
        " | лёд сходит только к середине мая, а…»."
    )


def test_of_a_long_list_the_rest_is_counted() -> None:
    reason = Reason(ReasonCode.AT_PAGE_TOPS, {"count": 40, "pages": tuple(range(1, 13))})
    assert reason_words(reason, ENGLISH) == (
        "It stands at the same height at the top of 40 pages: 1, 2, 3, 4, 5, 6 and 34 more."
    )


def test_only_the_first_differences_are_shown() -> None:
    olds, news = tuple("abcdef"), tuple("uvwxyz")
    reason = Reason(ReasonCode.DIFFERS_IN_WORDS, {"count": 6, "before": olds, "after": news})
    assert reason_words(reason, ENGLISH) == (
        "It differs in these words: «a» → «u»; «b» → «v»; «c» → «w»; «d» → «x»."
    )


@pytest.mark.parametrize("name", ["release-en", "release-ru"])
def test_the_findings_of_the_sample_releases_are_explained_as_written_down(name: str) -> None:
    with as_file(files("sverka.resources") / "samples") as samples:
        result = compare(samples / f"{name}-published.txt", samples / f"{name}-corrected.docx")
    said = []
    for finding in result.findings:
        said.append(f"{finding.side} {finding.kind}: {finding.text.splitlines()[0]}")
        said += [f"    {sentence}" for sentence in finding_reasons(finding, ENGLISH)]
    assert said == (GOLDEN / f"{name}.txt").read_text("utf8").splitlines()
