"""Figures inside words and letters inside numbers that only look right: "3аседание", "2O24"."""

import re
from collections.abc import Iterator, Sequence

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.lines.hyphens import Words

_MIXED = late_pattern(r"[0-9](?:(?=[^\W\d_])|(?<=[^\W\d_].))")
_TOKEN = late_pattern(r"(?<![\w@/\\#&:=.,-])\w+(?:[–—-]\w+)?(?![\w@/\\=-]|[.,:]\w)")
_ALIKE_IN_NUMBER = str.maketrans("OoОоЗl", "000031")
_NUMBER = r"(?:\d+[OoОоЗl]+)+\d+|[OОoо]{1,2}\d?0|[OОoо]00"
_NUMBERS = late_pattern(rf"(?:{_NUMBER}|\d+)(?:[–—-](?:{_NUMBER}|\d+))?")
_OCTAL = late_pattern(r"0[oO]\d")
_AFTER_THOUSANDS = late_pattern(r"\d[ \u00a0\u202f]$")
_CYRILLIC_WORD = late_pattern(r"[03]?[\u0400-\u052f]+(?:[03][\u0400-\u052f]+)*")
_LATIN_WORD = late_pattern(r"[A-Za-z\u00c0-\u024f]+(?:[01]{1,2}[a-z\u00c0-\u024fA-Z]+)+")
_FIGURES = late_pattern(r"\d+")


def figures_for_letters(
    index: int, text: str, words: Words, code: Sequence[tuple[int, int]] = ()
) -> Iterator[Observation]:
    """Words of a paragraph with a figure for a letter, numbers with a letter; not inside `code`.

    A figure is for a letter where either version has the word it would make, or in Cyrillic, where
    no codes are made of small letters and a nought, where the word is long.
    """
    if not _MIXED.search(text):
        return
    for match in _TOKEN.finditer(text):
        token = match[0]
        if not _MIXED.search(token) or any(a <= match.start() < b for a, b in code):
            continue
        number = _as_number(match, text)
        meant, tier = (number, Tier.CERTAIN) if number else _as_word(token, words)
        if meant is None:
            continue
        odd = sorted(set(filter(str.isalpha if number else str.isdigit, token)))
        why = ReasonCode.LETTERS_IN_NUMBER if number else ReasonCode.FIGURES_IN_WORD
        yield Observation(
            kind=FindingKind.MIXED_SCRIPT,
            paragraph=index,
            start=match.start(),
            end=match.end(),
            reasons=(Reason(why, {"letters": "".join(odd)}),),
            group=f"figures:{token.casefold()}",
            tier=tier,
            suggestion=meant,
        )


def _as_number(match: re.Match[str], text: str) -> str | None:
    """The number that was meant: letters between figures, or a group of thousands with some."""
    token = match[0]
    if not _NUMBERS.fullmatch(token) or _OCTAL.match(token):
        return None
    behind = _AFTER_THOUSANDS.search(text, 0, match.start()) is not None
    if not token[0].isdigit() and not (behind and len(token) == 3):
        return None
    return token.translate(_ALIKE_IN_NUMBER)


def _as_word(token: str, words: Words) -> tuple[str | None, Tier]:
    """The word that was meant, and how sure that is."""
    letters = sum(map(str.isalpha, token))
    if _CYRILLIC_WORD.fullmatch(token):
        meant = _cased(token, {"0": "о", "3": "з"})
        if words.count(meant):
            return meant, Tier.CERTAIN
        inside = token[0].isalpha() and len(_FIGURES.findall(token)) == 1
        long = letters >= weights.FIGURE_LETTERS and (token.isupper() or token[1:].islower())
        return (meant, Tier.SUSPECTED) if inside and long else (None, Tier.SUSPECTED)
    if _LATIN_WORD.fullmatch(token):
        found = (_cased(token, {"0": "o", "1": one}) for one in "li")
        return next((word for word in found if words.count(word)), None), Tier.CERTAIN
    return None, Tier.SUSPECTED


def _cased(token: str, instead: dict[str, str]) -> str:
    """The token with letters for its figures, capitals where its letters are."""
    letters = [char for char in token if char.isalpha()]
    capitals = all(map(str.isupper, letters))
    meant = "".join(instead.get(char, char) for char in token)
    if capitals:
        return meant.upper()
    return meant[0].upper() + meant[1:] if token[0].isdigit() else meant
