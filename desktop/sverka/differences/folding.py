"""Says when two stretches of text count as equal under the options of a comparison."""

import re
import unicodedata
from collections.abc import Callable

import regex

from sverka.model import Ignore

Fold = Callable[[str], str]
"""Maps texts that count as equal to one and the same key. Keys are never shown."""

_SOFT_HYPHEN = "\u00ad"

_LOOKS = str.maketrans(
    dict.fromkeys("«»“”„‟″‹›‘’‚‛′`´\uff02", '"')
    | dict.fromkeys("'\uff07", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " ")
    | dict.fromkeys("\u200a\u202f\u205f\u3000", " ")
    | {"…": "...", "\u2025": ".."}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None)
)
_HYPHENS_FOR_DASH = re.compile(r"-{2,3}")

_SPACE_RUN = re.compile(r"\s+")
_LETTER = r"[\p{L}\p{M}--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]"
_PARTING_SPACE = regex.compile(
    # Between two words, or two numbers that are not groups of three digits: "5, 1" is not "5,1"
    rf"(?V1)(?<={_LETTER})\s+(?={_LETTER})|(?<=\d)\s+(?!\d{{3}}(?!\d))(?=\d)|(?<=\d[.,:])\s+(?=\d)"
)
_KEPT = "\x00"

_LOOSE_MARK = regex.compile(
    # Apostrophes, hyphens and points inside a word belong to it, as do all marks inside a number,
    # the sign before one, and signs such as the percent sign, which are words of their own
    r"(?V1)(?<![\p{N}\p{L}\p{M}])[\p{P}--[\p{Pd}.,%‰‱§¶&@#*†‡/\\_]]"
    r"|(?<![\p{N}\p{L}\p{M}])[\p{Pd}.,](?!\d)"
    r"|[\p{P}--[%‰‱§¶&@#*†‡/\\_]](?![\p{N}\p{L}\p{M}])"
    r"|(?<=[\p{L}\p{M}])[\p{P}--[-\u2010\u2011'’.·%‰‱§¶&@#*†‡/\\_]]|[«»“”„]"
)
_AROUND_MARK = regex.compile(r"(\w)?(\s*\x00[\s\x00]*)(?=(\w)?)")


def canonical(text: str) -> str:
    """`text` in its normalised reading: NFC, without soft hyphens."""
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold_for(ignore: frozenset[Ignore]) -> Fold:
    """The fold that makes equal what `ignore` says shall count as equal.

    Texts of the same normalised reading count as equal under any options. Ignoring case folds it
    fully; ignoring typography makes quotes, dashes, ellipses and spaces one of a kind; ignoring
    spacing keeps only the spaces that part two words or two numbers; ignoring punctuation drops
    the marks that are not part of a word or a number.
    """
    asked = [step for option, step in _STEPS if option in ignore]
    if not asked:
        return CANONICAL

    def fold(text: str) -> str:
        text = canonical(text)
        for step in asked:
            text = step(text)
        return text

    return fold


def same_looks(text: str) -> str:
    """`text` with every kind of quote, dash, ellipsis and space made one of its kind."""
    return _HYPHENS_FOR_DASH.sub("-", text.translate(_LOOKS))


def without_loose_spaces(text: str) -> str:
    """`text` with single spaces, and none where they keep no two words or numbers apart."""
    return _SPACE_RUN.sub("", _PARTING_SPACE.sub(_KEPT, text)).replace(_KEPT, " ")


def without_marks(text: str) -> str:
    """`text` without the punctuation between, before and behind its words."""
    return _AROUND_MARK.sub(_parted, _LOOSE_MARK.sub("\x00", text)).strip()


def _parted(match: regex.Match[str]) -> str:
    """What stays of dropped marks: the word before, and one space if they parted anything."""
    before, gap, after = match.groups()
    parts = bool(before and after) or any(c.isspace() for c in gap)
    return (before or "") + (" " if parts else "")


CANONICAL: Fold = canonical
"""The fold without any options."""

_STEPS: tuple[tuple[Ignore, Fold], ...] = (
    (Ignore.TYPOGRAPHY, same_looks),
    (Ignore.PUNCTUATION, without_marks),
    (Ignore.SPACING, without_loose_spaces),
    (Ignore.CASE, str.casefold),
)
