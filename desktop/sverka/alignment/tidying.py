"""How a paragraph is read for alignment: what never tells two paragraphs apart is folded away."""

import unicodedata
from collections.abc import Callable

from sverka.model import Ignore
from sverka.patterns import late_pattern
from sverka.text.folding import fold_for
from sverka.text.signs import SOFT_HYPHEN

_SPACES = late_pattern(r"\s+")


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
    fold = fold_for(kept_spaces)
    return lambda text: tidied(fold(text))
