"""Words in which letters of two alphabets are mixed, and what was probably meant."""

import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts.observation import Observation
from sverka.screening.artifacts.text_habits import TextHabits
from sverka.screening.lines.hyphens import Words
from sverka.text.alphabets import CYRILLIC_LIKE_LATIN, GREEK_LIKE_LATIN

_LATIN, _CYRILLIC, _GREEK = "LATIN", "CYRILLIC", "GREEK"

_WORD = late_pattern(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])+")
_TOUCHING = late_pattern(
    r"[A-Za-z\u00c0-\u02af][\u0300-\u036f]*[\u0370-\u052f]|[\u0370-\u052f][\u0300-\u036f]*[A-Za-z\u00c0-\u02af]"
)
"""Two letters of different alphabets side by side: without that no word is mixed."""

_LOOKS_LATIN = {cyrillic: latin for latin, cyrillic in CYRILLIC_LIKE_LATIN.items()}
_GREEK_LOOKS_LATIN = {greek: latin for latin, greek in GREEK_LIKE_LATIN.items()}
_CYRILLIC_LOOKS_GREEK = {
    CYRILLIC_LIKE_LATIN[latin]: greek
    for latin, greek in GREEK_LIKE_LATIN.items()
    if latin in CYRILLIC_LIKE_LATIN
}
_GREEKCYRILLIC_LIKE_LATIN = {greek: cyrillic for cyrillic, greek in _CYRILLIC_LOOKS_GREEK.items()}

_LOOKS: Mapping[tuple[str, str], Mapping[str, str]] = {
    (_CYRILLIC, _LATIN): CYRILLIC_LIKE_LATIN,
    (_LATIN, _CYRILLIC): _LOOKS_LATIN,
    (_LATIN, _GREEK): _GREEK_LOOKS_LATIN,
    (_GREEK, _LATIN): GREEK_LIKE_LATIN,
    (_CYRILLIC, _GREEK): _GREEKCYRILLIC_LIKE_LATIN,
    (_GREEK, _CYRILLIC): _CYRILLIC_LOOKS_GREEK,
}
"""For a home alphabet and a foreign one: the home letter that looks like a foreign letter."""

_SOUNDS = dict(zip("abcdefghijklmnoprstuvwyz", "абцдефгхийклмнопрстуввыз", strict=True))
"""The Cyrillic letter a Latin one is pronounced as: what a switched keyboard layout leaves."""
_ROMAN = late_pattern(r"[IVXLCDM]+")


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """The alphabet of a letter as its name in Unicode begins: LATIN, CYRILLIC, GREEK; else ""."""
    return unicodedata.name(char, "").split(" ", 1)[0] if char.isalpha() else ""


def mixed_scripts(index: int, text: str, traits: TextHabits, words: Words) -> Iterator[Observation]:
    """The mixed words of a paragraph, in order.

    Judged inside one run of letters, so that a hyphen or a digit between alphabets is no mixture.
    The suggestion is a word that either version has, else the word in the letters of the alphabet
    that its unmistakable letters belong to; None where a letter has no counterpart there.
    """
    if text.isascii() or not _TOUCHING.search(text):
        return
    for match in _WORD.finditer(text):
        scripts = [script_of(char) for char in match[0]]
        kinds = {script for script in scripts if script}
        if len(kinds) != 2 or not kinds <= {_LATIN, _CYRILLIC, _GREEK}:
            continue
        if _is_intended(match[0], scripts):
            continue
        home = _home(match[0], scripts, traits)
        foreign = "".join(
            dict.fromkeys(c for c, s in zip(match[0], scripts, strict=True) if s and s != home)
        )
        suggestion = _suggestion(match[0], scripts, home, words)
        yield Observation(
            kind=FindingKind.MIXED_SCRIPT,
            paragraph=index,
            start=match.start(),
            end=match.end(),
            reasons=(Reason(ReasonCode.TWO_ALPHABETS, {"letters": foreign}),),
            group=f"mixed:{match[0].casefold()}",
            tier=Tier.CERTAIN if suggestion else Tier.SUSPECTED,
            suggestion=suggestion,
        )


def _is_intended(word: str, scripts: Sequence[str]) -> bool:
    """Whether the mixture is meant: a sign before a unit (Δt), an ending after letters (SMSка)."""
    letters = [(c, s) for c, s in zip(word, scripts, strict=True) if s]
    greek = [c for c, s in letters if s == _GREEK]
    if len(greek) == 1 and greek[0] not in _GREEK_LOOKS_LATIN:
        return True
    switches = sum(1 for a, b in itertools.pairwise(letters) if a[1] != b[1])
    latin = "".join(c for c, s in letters if s == _LATIN)
    ending = "".join(c for c, s in letters if s == _CYRILLIC)
    return (
        switches == 1
        and letters[0][1] == _LATIN
        and latin.isupper()
        and len(latin) > 1
        and ending.islower()
        and any(c not in CYRILLIC_LIKE_LATIN for c in latin)
        and any(c not in _LOOKS_LATIN for c in ending)
    )


def _home(word: str, scripts: Sequence[str], traits: TextHabits) -> str:
    """The alphabet of the word: that of letters which no other one has, else of most of them."""
    kinds = sorted({script for script in scripts if script})
    own = dict.fromkeys(kinds, 0)
    for char, script in zip(word, scripts, strict=True):
        other = next((kind for kind in kinds if kind != script), "")
        if script and char not in _LOOKS.get((other, script), {}):
            own[script] += 1
    counts = {kind: scripts.count(kind) for kind in kinds}
    if (
        not any(own.values())
        and _LATIN in kinds
        and _ROMAN.fullmatch(_by_looks(word, scripts, _LATIN) or "")
    ):
        return _LATIN
    usual = _CYRILLIC if traits.cyrillic else _LATIN
    if all(own.values()):
        return max(kinds, key=lambda kind: (counts[kind], kind == usual))
    return max(kinds, key=lambda kind: (own[kind], counts[kind], kind == usual))


def _suggestion(word: str, scripts: Sequence[str], home: str, words: Words) -> str | None:
    others = sorted({script for script in scripts if script and script != home})
    candidates = [_by_looks(word, scripts, home)]
    if home == _CYRILLIC:
        candidates.append(_by_sound(word, scripts))
    candidates += [_by_looks(word, scripts, other) for other in others]
    found = [candidate for candidate in candidates if candidate is not None]
    known = [candidate for candidate in found if words.count(candidate)]
    own = candidates[:2] if home == _CYRILLIC else candidates[:1]
    return known[0] if known else next((c for c in own if c is not None), None)


def _by_looks(word: str, scripts: Sequence[str], home: str) -> str | None:
    """The word with each foreign letter as the home one that looks like it."""
    letters = []
    for char, script in zip(word, scripts, strict=True):
        if not script or script == home:
            letters.append(char)
        elif (twin := _LOOKS.get((home, script), {}).get(char)) is not None:
            letters.append(twin)
        else:
            return None
    return "".join(letters)


def _by_sound(word: str, scripts: Sequence[str]) -> str | None:
    """The word with each Latin letter as the Cyrillic one it sounds like."""
    letters = []
    for char, script in zip(word, scripts, strict=True):
        if script != _LATIN:
            letters.append(char)
            continue
        sound = _SOUNDS.get(char.lower())
        if sound is None:
            return None
        letters.append(sound.upper() if char.isupper() else sound)
    return "".join(letters)
