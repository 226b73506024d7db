"""Knows the words that turn a statement round or bound it: not, without, except, shall, may."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from sverka.differences.edit_thresholds import LEAST_NEGATED, MOST_NEGATED, MOST_PAIRS

NEGATIONS = {
    # Of each language: what denies, what excepts, what obliges or allows
    "en": r"not|no|never|none|nor|neither|cannot|nobody|nothing|nowhere|without|except|excepting"
    r"|excluding|unless|only|shall|must|may|should|\w+n't",
    "ru": r"не|ни|нет|нельзя|никогда|никто|никого|никому|ничто|ничего|ничему|нигде|никак\w{0,4}"
    r"|без|кроме|исключая|лишь|только|долж(?:ен|на|но|ны)|обязан[аоы]?|вправе|мо(?:жет|гут)"
    r"|запрещ(?:ен[аоы]?|ён|ается|аются)|разреш(?:ен[аоы]?|ён|ается|аются)",
    "ky": r"эмес\w{0,5}|жок\w{0,4}|эч|башка|болбо\w{1,6}|тийиш\w{0,4}|керек|милдеттүү|укуктуу"
    r"|мүмкүн",
    "de": r"nicht|kein(?:e[nmrs]?)?|nie|niemals|niemand(?:e[nm])?|nichts|nirgends|weder|ohne|außer"
    r"|ausgenommen|nur|muss|müssen|darf|dürfen|soll|sollen|kann|können",
    "fr": r"ne|n'\w+|pas|non|jamais|aucune?s?|rien|nul(?:le)?|ni|sans|sauf|hormis|excepté|seulement"
    r"|doi(?:t|vent)|peu(?:t|vent)",
    "es": r"no|nunca|jamás|ning(?:ún|un[oa]s?)|nada|nadie|tampoco|ni|sin|salvo|excepto|sólo"
    r"|solamente"
    r"|debe(?:n|rán?)?|puede[n]?|podrán?",
    "zh": r"不|没|沒|未|无|無|非(?![常洲])|勿|莫|(?<![特区分级类个性])别(?![的墅])|除(?:了|外|非)"
    r"|必?[须須]|应[当该]|應[當該]|可以|^[应應可]$",
    "ar": r"لا|لم|لن|ليس(?:ت|وا)?|غير|بدون|دون|إلا|سوى|عدا|يجب|يجوز|ينبغي|[وف]لا|[وف]لم",
}
"""Words by the code of their language, in small letters; Chinese is looked for inside words."""

PREFIXES = {
    "en": ("un", "in", "im", "ir", "il", "non", "dis"),
    "ru": ("не", "без", "бес"),
    "de": ("un", "nicht"),
    "fr": ("in", "im", "ir", "il", "non"),
    "es": ("in", "im", "ir", "des"),
}
"""What turns a word into its opposite in front of it."""

_WORDS = re.compile("|".join(words for code, words in NEGATIONS.items() if code != "zh"))
_HAN = re.compile(NEGATIONS["zh"])
_FIRST_HAN = "\u2e80"
_PREFIXES = tuple(sorted({prefix for prefixes in PREFIXES.values() for prefix in prefixes}))

_WORDS_REMEMBERED = 1 << 15


@lru_cache(_WORDS_REMEMBERED)
def is_negation(word: str) -> bool:
    """Whether a word denies, excepts, obliges or allows."""
    return bool(_negations_in(word))


@lru_cache(_WORDS_REMEMBERED)
def _negations_in(word: str) -> tuple[str, ...]:
    """The negations that a word is or, in Chinese, has."""
    if word[0] >= _FIRST_HAN:
        return tuple(_HAN.findall(word))
    if word == "May":  # the month
        return ()
    small = word.lower().replace("’", "'")
    return (small,) if _WORDS.fullmatch(small) else ()


def is_turned(gone: Iterable[str], come: Iterable[str]) -> bool:
    """Whether negations went or came among the words that have no counterpart on the other side.

    That is, a word that denies or bounds, or one that begins like the opposite of another: "legal"
    and "illegal". Of many words none is asked: they are another text.
    """
    gone, come = list(gone), list(come)
    if max(len(gone), len(come)) > MOST_NEGATED:
        return False
    before = Counter(n for word in gone for n in _negations_in(word))
    after = Counter(n for word in come for n in _negations_in(word))
    return before != after or _are_opposites(gone, come)


def _are_opposites(gone: list[str], come: list[str]) -> bool:
    if not 0 < len(gone) * len(come) <= MOST_PAIRS:
        return False
    return any(_is_opposite(*sorted(pair, key=len)) for pair in product(gone, come))


def _is_opposite(word: str, longer: str) -> bool:
    ahead = len(longer) - len(word)
    if ahead < 2 or len(word) < LEAST_NEGATED:  # no prefix is shorter than two letters
        return False
    word, longer = word.lower(), longer.lower()
    return longer.endswith(word) and longer[:ahead] in _PREFIXES
