"""When two paragraphs count as the same text: what is folded away before they are compared."""

import re
import unicodedata
from collections.abc import Callable

from sverka.alignment.characters import SOFT_HYPHEN
from sverka.model import Ignore

_SPACES = re.compile(r"\s+")
_SIGNS_AND_SPACES = re.compile(r"\s*(?:_|[^\w\s])[\W_]*")
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞＂″", '"')
    | dict.fromkeys("‘’‚‛‹›ʼ＇′`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " ")
    | {"…": "..."}
)


def folded(text: str, ignore: frozenset[Ignore]) -> str:
    """`text` without the differences that `ignore` names, and nothing else folded.

    Two paragraphs are equal when their folded texts are. Punctuation counts as one space, so that
    "3.14" and "314" stay different.
    """
    if Ignore.TYPOGRAPHY in ignore:
        text = text.translate(_TYPOGRAPHY)
    if Ignore.PUNCTUATION in ignore:
        text = _SIGNS_AND_SPACES.sub(" ", text).strip()
    if Ignore.CASE in ignore:
        text = unicodedata.normalize("NFC", text.casefold())
    if Ignore.SPACING in ignore:
        text = compact(text)
    return text


def compact(text: str) -> str:
    """`text` without any white space."""
    return _SPACES.sub("", text)


def tidied(text: str) -> str:
    """`text` in NFC, white space collapsed to single spaces, soft hyphens out."""
    text = unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, ""))
    return " ".join(text.split())


def reading_of(ignore: frozenset[Ignore]) -> Callable[[str], str]:
    """What turns a paragraph into the text its tokens come from; word boundaries survive."""
    kept_spaces = ignore - {Ignore.SPACING}
    if not kept_spaces:
        return tidied
    return lambda text: tidied(folded(text, kept_spaces))
