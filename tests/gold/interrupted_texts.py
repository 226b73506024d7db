"""Texts whose sentences a header interrupts before a capital, a name, a figure or a caseless word.

The sentences stand in interrupted/, one file a language, with "|" where the page turns. They are
set to a measure so that the lines break there; the same sentences also make texts in which a line
only stands between paragraphs, list items or verses.
"""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, permutations
from pathlib import Path

FOLDER = Path(__file__).parent / "interrupted"
LANGUAGES = ("en", "ru", "ky", "de", "fr", "ka", "th", "zh", "he", "ja", "ar")
UNSPACED = frozenset({"th", "zh", "ja"})
CASELESS = frozenset({"ka", "th", "zh", "he", "ja", "ar"})
MEASURES = {"th": range(44, 66), "zh": range(28, 40), "ja": range(28, 40)}
"""How wide lines are set, in characters; 58 to 90 in other languages."""
FIRST_PAGE = 11


@dataclass(frozen=True, slots=True)
class Bank:
    """The headers, whole sentences and interrupted sentences (kind, before, after) of a language"""

    headers: tuple[str, ...]
    leads: tuple[str, ...]
    breaks: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A text with headers: which of its lines (from 1) they are, and what belongs together.

    `plain` is the text without them.
    """

    name: str
    text: str
    plain: str
    furniture: frozenset[int]
    sentences: tuple[tuple[str, str], ...]


@cache
def bank(language: str) -> Bank:
    """The sentences of a language."""
    parts: dict[str, list[str]] = {}
    for line in (FOLDER / f"{language}.txt").read_text("utf8").splitlines():
        if line.startswith("# "):
            here = parts.setdefault(line[2:], [])
        elif line:
            here.append(line)
    breaks = []
    for line in parts["breaks"]:
        kind, sentence = line.split(": ", 1)
        before, after = sentence.split(" | ")
        breaks.append((kind, before, after))
    return Bank(tuple(parts["headers"]), tuple(parts["leads"]), tuple(breaks))


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


Turn = Callable[[str, int], Sequence[str]]
"""What stands at the turn of a page, from the words of the header and the number of the page."""

TURNS: dict[str, Turn] = {
    "title": lambda words, page: (words,),
    "title over number": lambda words, page: (words, str(page)),
    "number over title": lambda words, page: (str(page), words),
    "title and number": lambda words, page: (f"{words}    {page}",),
    "two lines": lambda words, page: (words, "— " + words.split()[-1] + " —"),
    "printed": lambda words, page: (
        "https://example.org/minutes/harbour",
        f"{page - FIRST_PAGE + 1}/9",
        "12.05.2021, 18:40",
        words,
    ),
    "roman": lambda words, page: (_roman(page),),
    "footnote": lambda words, page: (f"{page - FIRST_PAGE + 1} {words}, 1921.", str(page), words),
}

NOTED = "footnote"
"""The form whose first line is a footnote, and stays."""


def interrupted(
    language: str, kind: str, turn: str, times: int, wrapped: bool, half: int
) -> Interrupted | None:
    """A text with so many interrupted sentences; None where the bank has none of the kind.

    `half` is 0 or 1: which half of the headers and sentences it is made of, 2 for all.
    """
    own = bank(language)
    found = [(a, b) for k, a, b in own.breaks if k == kind]
    found = _half(found, half)
    if not found:
        return None
    others = _half([(a, b) for k, a, b in own.breaks if k not in (kind, "lower")], half)
    chosen = (found + others)[:times] if kind != "lower" else found[:times]
    chosen = (chosen * times)[:times] if len(chosen) < times else chosen
    if len(set(chosen)) < times:
        return None
    header = own.headers[half % len(own.headers)]
    return _made(f"{language} {kind} {turn} ×{times}", language, chosen, header, turn, wrapped)


def _half(all_of: list[tuple[str, str]], half: int) -> list[tuple[str, str]]:
    return all_of if half == 2 else all_of[half::2]


def _made(
    name: str,
    language: str,
    chosen: Sequence[tuple[str, str]],
    header: str,
    turn: str,
    wrapped: bool,
) -> Interrupted:
    paragraphs = _set(language, chosen) if wrapped else _whole(language, chosen)
    lines: list[str] = []
    plain: list[str] = []
    furniture: set[int] = set()
    for page, (above, below) in zip(count(FIRST_PAGE), paragraphs, strict=False):
        lines += above
        stands = TURNS[turn](header, page)
        first = len(lines) + (2 if turn == NOTED else 1)
        furniture.update(range(first, len(lines) + len(stands) + 1))
        lines += [*stands, *below]
        plain += [*above, *below] if wrapped else [_joined(language, above[-1], below[0])]
    return Interrupted(
        name, "\n".join(lines) + "\n", "\n".join(plain) + "\n", frozenset(furniture), tuple(chosen)
    )


def _whole(
    language: str, chosen: Sequence[tuple[str, str]]
) -> Iterator[tuple[list[str], list[str]]]:
    """The paragraphs in two halves, each a line."""
    leads = bank(language).leads
    for number, (before, after) in enumerate(chosen):
        first, second = leads[number % len(leads)], leads[(number + 2) % len(leads)]
        yield [_joined(language, first, before)], [_joined(language, after, second)]


def _set(language: str, chosen: Sequence[tuple[str, str]]) -> list[tuple[list[str], list[str]]]:
    """The paragraphs as lines of the measure at which most of them break where they shall."""
    best: list[tuple[list[str], list[str]]] = []
    most = -1
    for measure in MEASURES.get(language, range(58, 90)):
        made = [_wrapped(language, pair, measure, k) for k, pair in enumerate(chosen)]
        if sum(full for full, _lines in made) > most:
            most, best = sum(full for full, _lines in made), [lines for _full, lines in made]
    return best


def _wrapped(
    language: str, pair: tuple[str, str], measure: int, turn: int
) -> tuple[bool, tuple[list[str], list[str]]]:
    """A paragraph in lines: whether the one before the turn is full, and both halves."""
    leads = bank(language).leads
    leads = leads[turn % len(leads) :] + leads[: turn % len(leads)]
    before, after = pair
    word = after[:1] if language in UNSPACED else after.split()[0]
    fallback = None
    for number in (1, 2, 3):
        for chosen in permutations(leads[:5], number):
            lead = ("" if language in UNSPACED else " ").join(chosen)
            above = _fill(language, _joined(language, lead, before), measure)
            end = len(_joined(language, above[-1], word))
            halves = above, _fill(language, _joined(language, after, leads[5]), measure)
            fallback = fallback or halves
            if end > measure:
                return True, halves
    assert fallback is not None
    return False, fallback


def _joined(language: str, one: str, two: str) -> str:
    figure = not (one[-1:].isascii() and two[:1].isascii()) and language in {"zh", "ja"}
    gap = "" if figure or (language == "th" and not two[:1].isdigit()) else " "
    return f"{one}{gap}{two}"


def _fill(language: str, text: str, measure: int) -> list[str]:
    if language in {"zh", "ja"}:
        return [text[i : i + measure] for i in range(0, len(text), measure)]
    if language == "th":
        return [line.strip() for line in _broken(text, measure)]
    return textwrap.wrap(text, measure, break_long_words=False, break_on_hyphens=False)


def _broken(text: str, measure: int) -> Iterator[str]:
    """Lines of Thai: a mark never begins one."""
    while len(text) > measure:
        end = measure
        while "\u0e30" <= text[end] <= "\u0e3a" or "\u0e45" <= text[end] <= "\u0e4e":
            end -= 1
        yield text[:end]
        text = text[end:]
    yield text


def between(language: str, shape: str, half: int) -> str:
    """A text in which a line comes back and is of the text, in one of these SHAPES."""
    own = bank(language)
    sentences = [_joined(language, a, b) for _k, a, b in own.breaks][half::2]
    header = own.headers[half]
    return "\n".join(SHAPES[shape](language, header, sentences, own.leads)) + "\n"


def _headings(
    language: str, header: str, sentences: Sequence[str], leads: Sequence[str]
) -> list[str]:
    lines = []
    for k, sentence in enumerate(sentences[:4]):
        lines += _fill(language, _joined(language, sentence, leads[k]), 66)
        lines += [header]
    return [*lines, *_fill(language, sentences[0], 66)]


def _numbered(
    language: str, header: str, sentences: Sequence[str], leads: Sequence[str]
) -> list[str]:
    lines = []
    for k, sentence in enumerate(sentences[:5]):
        lines += [f"{header} {k + 1}", *_fill(language, _joined(language, sentence, leads[k]), 66)]
    return lines


def _items(language: str, header: str, sentences: Sequence[str], leads: Sequence[str]) -> list[str]:
    lines = []
    for k in range(4):
        lines += [header, *(s.rstrip(".。") for s in (*leads[k : k + 2], sentences[k % 3]))]
    return lines


def _cells(language: str, header: str, sentences: Sequence[str], leads: Sequence[str]) -> list[str]:
    lines = []
    words = [lead.rstrip(".。")[:14].strip() for lead in (*leads, *sentences)]
    for k in range(4):
        lines += [words[k], words[(k + 1) % len(words)], str(100 + 7 * k), header]
    return [*lines, words[0], words[1]]


def _verse(language: str, header: str, sentences: Sequence[str], leads: Sequence[str]) -> list[str]:
    lines = []
    for k in range(4):
        for sentence in (leads[k], sentences[k % len(sentences)]):
            verse = sentence.rstrip(".。")
            half = len(verse) // 2
            cut = half if language in UNSPACED else verse.find(" ", half) % len(verse)
            first, second = verse[:cut].strip(), verse[cut:].strip()
            lines += [first[:42].strip() + ",", second[:1].upper() + second[1:42].strip()]
        lines.append(header)
    return lines


def _answers(
    language: str, header: str, sentences: Sequence[str], leads: Sequence[str]
) -> list[str]:
    """Paragraphs of a line each, under a heading that comes back."""
    lines = []
    for k, sentence in enumerate(sentences[:4]):
        lines += [leads[k], header, sentence]
    return lines


SHAPES = {
    "headings": _headings,
    "numbered headings": _numbered,
    "items": _items,
    "cells": _cells,
    "verse": _verse,
    "answers": _answers,
}
