"""Words in which letters of two alphabets are mixed, and what was probably meant."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])+")

_LATIN_TO_CYRILLIC = dict(
    zip("aceopxyABCEHKMOPTXYiIjJsSëË", "асеорхуАВСЕНКМОРТХУіІјЈѕЅёЁ", strict=True)
)
_CYRILLIC_TO_LATIN = {cyrillic: latin for latin, cyrillic in _LATIN_TO_CYRILLIC.items()}
_LATIN_TO_GREEK = dict(zip("ABEZHIKMNOPTYXoν", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", strict=True))
_GREEK_TO_LATIN = {greek: latin for latin, greek in _LATIN_TO_GREEK.items()}
_TABLES = {
    ("CYRILLIC", "LATIN"): _LATIN_TO_CYRILLIC,
    ("LATIN", "CYRILLIC"): _CYRILLIC_TO_LATIN,
    ("LATIN", "GREEK"): _GREEK_TO_LATIN,
    ("GREEK", "LATIN"): _LATIN_TO_GREEK,
}


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A run of letters [start, end) of two alphabets; `suggestion` is None where none is plain."""

    start: int
    end: int
    text: str
    foreign: str
    suggestion: str | None


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """The alphabet of a letter as Unicode's name of it begins: LATIN, CYRILLIC, GREEK …; else ""."""
    name = unicodedata.name(char, "")
    return name.split(" ", 1)[0] if char.isalpha() else ""


def mixed_words(text: str) -> Iterator[MixedWord]:
    """The mixed words of a text, in order.

    Judged inside one run of letters, so that a hyphen or a digit between alphabets is no mixture.
    A single Greek letter before or after Latin or Cyrillic ones is a sign (µm), not a mixture.
    """
    if text.isascii():
        return
    for match in _LETTERS.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        found = _judged(word)
        if found is not None:
            yield MixedWord(match.start(), match.end(), word, *found)


def _judged(word: str) -> tuple[str, str | None] | None:
    scripts = [script_of(char) for char in word]
    kinds = {s for s in scripts if s in ("LATIN", "CYRILLIC", "GREEK")}
    if len(kinds) < 2 or len(kinds) != len({s for s in scripts if s}):
        return None
    best: tuple[int, str, str] | None = None
    for home in sorted(kinds):
        foreign = [c for c, s in zip(word, scripts, strict=True) if s and s != home]
        changed = _rewritten(word, scripts, home)
        if changed is None:
            continue
        if best is None or len(foreign) < best[0]:
            best = (len(foreign), "".join(dict.fromkeys(foreign)), changed)
    if best is None:
        return _without_suggestion(word, scripts, kinds)
    return best[1], best[2]


def _rewritten(word: str, scripts: list[str], home: str) -> str | None:
    """The word in the letters of one alphabet; None where a letter has no look-alike there."""
    letters = []
    for char, script in zip(word, scripts, strict=True):
        if not script or script == home:
            letters.append(char)
            continue
        twin = _TABLES.get((home, script), {}).get(char)
        if twin is None:
            return None
        letters.append(twin)
    return "".join(letters)


def _without_suggestion(
    word: str, scripts: list[str], kinds: set[str]
) -> tuple[str, str | None] | None:
    if "GREEK" in kinds and sum(s == "GREEK" for s in scripts) == 1:
        return None
    counts = {kind: scripts.count(kind) for kind in sorted(kinds)}
    home = max(counts, key=lambda kind: counts[kind])
    foreign = [c for c, s in zip(word, scripts, strict=True) if s and s != home]
    return "".join(dict.fromkeys(foreign)), None
