"""Lines that mail quotes: wrapped anew they read the same, and what is no wrapping stays."""

from textwrap import wrap

import pytest

from sverka import compare
from sverka.comparison import inspect
from sverka.model import Decision, FindingKind
from sverka.readers import read_text
from sverka.screening import screen

PASSAGES = {
    "en": "The harbour master has asked whether the eastern pier could be closed to visitors "
    "during the repair, and the engineer has answered that this would be wise, because the "
    "planks are loose.",
    "ru": "Начальник порта спросил, нельзя ли закрыть восточный причал для посетителей на время "
    "ремонта, и инженер ответил, что это было бы разумно, потому что доски расшатаны и перил нет.",
    "ky": "Порттун башчысы чыгыш причалды оңдоо учурунда келгендер үчүн жабууга болобу деп сурады, "
    "ал эми инженер бул туура болорун айтты, анткени тактайлар бошоп калган жана тосмо жок экен.",
    "de": "der Hafenmeister hat gefragt, ob die östliche Brücke während der Arbeiten für Besucher "
    "geschlossen werden kann, und der Ingenieur hat darauf gesagt, dass es klug wäre, weil sonst "
    "niemand weiß, ob die alten Bretter noch halten, und weil auch das Geländer seit dem letzten "
    "Winter nicht mehr fest ist.",
    "fr": "le maître du port a demandé si la jetée de l'est pouvait être fermée aux visiteurs "
    "pendant les travaux, et l'ingénieur a répondu que ce serait sage, parce que les planches sont "
    "usées.",
    "el": "ο λιμενάρχης ρώτησε αν η ανατολική προβλήτα μπορεί να κλείσει για τους επισκέπτες όσο "
    "κρατούν οι εργασίες, και ο μηχανικός απάντησε ότι αυτό θα ήταν σωστό, γιατί λείπουν σανίδες.",
}
ANSWER = "I agree with him."


def quoted(passage: str, signs: str, width: int) -> str:
    lines = wrap(passage, width - len(signs))
    return "\n".join(f"{signs}{line}" for line in lines) + f"\n\n{ANSWER}\n"


def texts(text: str) -> list[str]:
    return [p.text for p in inspect(read_text(text, "a.txt")).paragraphs]


@pytest.mark.parametrize("language", PASSAGES)
@pytest.mark.parametrize("signs", ["> ", ">> ", "> > "])
def test_quoted_lines_wrapped_anew_read_the_same(language: str, signs: str) -> None:
    passage = PASSAGES[language]
    old, new = (read_text(quoted(passage, signs, width), f"{width}.txt") for width in (66, 58))
    result = compare(old, new)
    assert [p.text for p in result.old.paragraphs] == [f"{signs}{passage}", ANSWER]
    assert result.changes == ()


def test_lines_of_other_depth_are_not_joined() -> None:
    first, second = wrap(PASSAGES["en"], 60)[:2], wrap(PASSAGES["en"], 60)[2:]
    lines = [*(f">> {line}" for line in first), *(f"> {line}" for line in second)]
    assert [text.count(">") for text in texts("\n".join(lines) + "\n")] == [2, 1]


@pytest.mark.parametrize(
    "lines",
    [
        ["> make all", "> cd build and", "> install the rest"],
        ["> the wind that came", "> in from the sea", "> and blew so long"],
        ["> - the pier, as it is", "> - the rail, if found", "> - the lamps"],
        ["> x = 1", "> y = 2", "> z = x + y"],
    ],
)
def test_quoted_lines_that_are_not_full_stay_lines(lines: list[str]) -> None:
    assert (
        texts("\n".join([*lines, "", PASSAGES["en"], "", *wrap(PASSAGES["en"], 66)]))[:3] == lines
    )


def test_a_finding_in_a_quoted_line_stands_at_its_characters() -> None:
    passage = PASSAGES["en"].replace("planks are", "plаnks are")
    found = compare(
        read_text(quoted(passage, "> ", 66), "a.txt"), read_text(quoted(passage, "> ", 58), "b.txt")
    ).findings
    (finding,) = (f for f in found if f.side.value == "old" and "plаnks" in f.text)
    assert finding.place is not None
    text = f"> {passage}"
    assert "plаnks" in text[finding.place.start : finding.place.end]


def test_signs_that_fall_are_told_of_and_stay_where_the_user_keeps_them() -> None:
    document = read_text(quoted(PASSAGES["en"], "> ", 66), "a.txt")
    screening = screen(document)
    (told,) = (f for f in screening.findings if f.kind is FindingKind.QUOTE_SIGNS)
    block = document.blocks[0].text
    assert [block[spot.start : spot.end] for spot in told.spots] == ["> "] * (block.count(">") - 1)
    assert told.decision is Decision.REMOVED
    kept = screen(document, decisions={told.key: Decision.KEPT})
    assert kept.paragraphs[0].text == " ".join(block.split())
    assert [f.decision for f in kept.findings if f.key == told.key] == [Decision.KEPT]


def test_signs_of_many_paragraphs_are_told_of_once() -> None:
    mail = "\n\n".join(quoted(passage, "> ", 60) for passage in [*PASSAGES.values()] * 3)
    screening = screen(read_text(mail, "a.txt"))
    assert sum(f.kind is FindingKind.QUOTE_SIGNS for f in screening.findings) == 1
