"""What users of other programs reported beside the words, in words of our own and two languages."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx_paper import (
    Paper,
    coded,
    item,
    link,
    mark,
    note,
    par,
    picture,
    run,
    styled,
)
from one_thing_changed import said

from sverka import compare


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a notice in one language: three sentences, and what is changed in them."""

    title: str
    first: str
    phrase: str
    rest: str
    second: str
    third: str
    reference: str


KYRGYZ = Words(
    title="Паром жөнүндө билдирүү",
    first="Паромго чыгуу ",
    phrase="жүргүнчүлөр үчүн акысыз",
    rest=" жана күн сайын иштейт.",
    second="Кышында көл тоңгондо каттам токтотулат.",
    third="Жаңы кеме жазга чейин даяр болот.",
    reference="Айып тууралуу 2-пункт эмес, пункт 2 деп окуңуз.",
)
GERMAN = Words(
    title="Bekanntmachung zur Fähre",
    first="Die Überfahrt ist ",
    phrase="für Fahrgäste kostenlos",
    rest=" und findet täglich statt.",
    second="Im Winter ruht der Verkehr, sobald der See zufriert.",
    third="Das neue Schiff wird bis zum Frühjahr fertig.",
    reference="Das Bußgeld nach Ziffer 2 wird sofort fällig.",
)
LANGUAGES = {"ky": KYRGYZ, "de": GERMAN}


def paper(words: Words, first: str, *more: str, notes: dict[str, str] | None = None) -> Paper:
    body = (styled("Heading1", words.title), first, *(more or (par(words.second),)))
    return Paper("".join((*body, par(words.third))), notes=notes or {})


def phrase(look: str) -> Callable[[Words], Paper]:
    return lambda words: paper(words, par(words.first, run(words.phrase, look), words.rest))


def standing(style: str) -> Callable[[Words], Paper]:
    return lambda words: paper(words, styled(style, words.second))


def linked(key: str) -> Callable[[Words], Paper]:
    return lambda words: paper(words, par(words.first, link(words.phrase, key), words.rest))


def pictured(alt: str) -> Callable[[Words], Paper]:
    return lambda words: paper(words, par(words.first, picture(alt=alt), words.rest))


def ticked(checked: int) -> Callable[[Words], Paper]:
    box = f'<w:ffData><w:checkBox><w:checked w:val="{checked}"/></w:checkBox></w:ffData>'
    return lambda words: paper(words, par(coded("FORMCHECKBOX", "", box), f" {words.second}"))


def listed(numbers: int) -> Callable[[Words], Paper]:
    return lambda words: paper(
        words,
        item(words.second, numbers),
        item(words.first + words.phrase + words.rest, numbers),
        par(words.reference),
    )


def noted(kind: str, at: int) -> Callable[[Words], Paper]:
    def made(words: Words) -> Paper:
        marks = ["", ""]
        marks[at] = mark(kind, 2)
        first, second = (
            par(text, own) if own else par(text)
            for text, own in zip((words.first + words.phrase, words.second), marks, strict=True)
        )
        return paper(words, first, second, notes={f"{kind}s": note(kind, 2, words.rest.strip())})

    return made


def dated(day: str) -> Callable[[Words], Paper]:
    return lambda words: paper(words, par(words.first, coded(r'DATE \@ "dd.MM.yyyy"', day)))


def broken(mark_of_break: str) -> Callable[[Words], Paper]:
    return lambda words: paper(words, par(words.second + " ", mark_of_break, words.third))


RAISED = '<w:vertAlign w:val="superscript"/>'
PAGE = '<w:r><w:br w:type="page"/></w:r>'


def powers(look: str) -> Callable[[Words], Paper]:
    return lambda words: paper(words, par(words.first, "10", run("6", look), words.rest))


_LINK = "object link [link] “{phrase}” target: https://example.org/a → https://example.org/b"
_STATE = "object check-box [control] “” state: unchecked → checked"
_PLACE = "object note-reference [note] “” place: None → None"
REPORTED: dict[str, tuple[Callable[[Words], Paper], Callable[[Words], Paper], tuple[str, ...]]] = {
    "bold taken off": (
        phrase("<w:b/>"),
        phrase(""),
        ("formatting [formatting] “{phrase}” bold: yes → no",),
    ),
    "words struck out by hand": (
        phrase(""),
        phrase("<w:strike/>"),
        ("formatting [formatting] “{phrase}” strike: no → yes",),
    ),
    "a power that lost its height": (
        powers(RAISED),
        powers(""),
        ("formatting [number, formatting] “6” raised: yes → no",),
    ),
    "another level of heading": (
        standing("Heading1"),
        standing("Heading2"),
        ("formatting [structure] “{second}” level: 1 → 2",),
    ),
    "a heading made text": (
        standing("Heading2"),
        standing("BodyText"),
        ("formatting [structure] “{second}” kind: heading → paragraph; level: 2 → None",),
    ),
    "a link elsewhere": (linked("site"), linked("other"), (_LINK,)),
    "another description of a picture": (
        pictured("A"),
        pictured("B"),
        ("object picture [picture] “” alternative-text: A → B",),
    ),
    "a box ticked": (ticked(0), ticked(1), (_STATE,)),
    "a list that starts later": (
        listed(1),
        listed(4),
        ("formatting [structure] “{second}” number: 1. → 2. and 1 more, named 1 times",),
    ),
    "a footnote at another sentence": (noted("footnote", 0), noted("footnote", 1), (_PLACE,)),
    "a comment on another sentence": (noted("comment", 0), noted("comment", 1), (_PLACE,)),
    "a date of today": (
        dated("24.05.2024"),
        dated("03.06.2024"),
        ("replacement [field] “24.05.2024” → “03.06.2024”",),
    ),
    "a page broken between sentences": (broken(run("")), broken(PAGE), ()),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", REPORTED)
def test_what_others_missed_is_told(case: str, language: str, tmp_path: Path) -> None:
    old, new, told = REPORTED[case]
    words = LANGUAGES[language]
    result = compare(
        old(words).write(tmp_path / "old.docx"), new(words).write(tmp_path / "new.docx")
    )
    expected = [line.format(phrase=words.phrase, second=words.second) for line in told]
    assert [said(change, result) for change in result.changes] == expected
