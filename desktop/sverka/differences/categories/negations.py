"""Knows the words that turn a statement round or bound it: not, without, except, shall, may."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from sverka.differences.edit_thresholds import LEAST_NEGATED, MOST_NEGATED, MOST_OPPOSED
from sverka.patterns import late_pattern

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

_WORDS = late_pattern("|".join(words for code, words in NEGATIONS.items() if code != "zh"))
_IDIOMS = late_pattern(
    r"\b(?:тем не менее|не только|not only|nicht nur|nur noch|non seulement|no sólo)\b",
    re.IGNORECASE,
)
"""What has a negation in it and denies nothing."""
_HAN = late_pattern(NEGATIONS["zh"])
_FIRST_HAN = "\u2e80"
_PREFIXES = frozenset(prefix for prefixes in PREFIXES.values() for prefix in prefixes)
_SHORTEST, _LONGEST = min(map(len, _PREFIXES)), max(map(len, _PREFIXES))

_WORDS_REMEMBERED = 1 << 15


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


def is_turned(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether negations went or came among the words that have no counterpart on the other side.

    That is, a word that denies or bounds, or one that begins like the opposite of another: "legal"
    and "illegal". Of many words none is asked: they are another text.
    """
    if max(len(gone), len(come)) > MOST_NEGATED:
        return False
    if any(map(is_negation, gone)) or any(map(is_negation, come)):
        before = Counter(n for word in _without_idioms(gone) for n in _negations_in(word))
        after = Counter(n for word in _without_idioms(come) for n in _negations_in(word))
        if before != after:
            return True
    return _are_opposites(gone, come)


def _without_idioms(words: Sequence[str]) -> Sequence[str]:
    """The words but for those that deny nothing together."""
    text = " ".join(words)
    return _IDIOMS.sub("", text).split() if _IDIOMS.search(text) else words


def _are_opposites(gone: Sequence[str], come: Sequence[str]) -> bool:
    if max(len(gone), len(come)) > MOST_OPPOSED:
        return False
    return any(are_opposites(one, two) for one in gone for two in come)


def are_opposites(one: str, two: str) -> bool:
    """Whether one of two words is the other with a prefix that makes it the opposite."""
    ahead = len(two) - len(one)
    if ahead < 0:
        one, two, ahead = two, one, -ahead
    if not _SHORTEST <= ahead <= _LONGEST or len(one) < LEAST_NEGATED:
        return False
    one, two = one.lower(), two.lower()
    return two.endswith(one) and two[:ahead] in _PREFIXES
