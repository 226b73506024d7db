"""Counts words as a reader does, in scripts with and without spaces between them.

What a change marks is cut by `differences/tokens.py`.
"""

import re
from functools import cache
from typing import Final

from sverka.patterns import late_pattern
from sverka.text.alphabets import UNSPACED
from sverka.text.character_classes import EXTENDING, INVISIBLE, pattern_of
from sverka.text.signs import APOSTROPHES, HYPHENS

_BETWEEN: Final = f"[{HYPHENS}{APOSTROPHES}.]"
"""What joins the parts of a word: of "кто-то", "don't" and "3.14" each is one."""

_SIMPLE_WORD: Final = late_pattern(rf"\w+(?:{_BETWEEN}\w+)*")

_MAY_BE_OTHERWISE: Final = late_pattern(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u1dff\u200b-\u200f\u2e80-\U0010ffff]"
)
"""Marks upon letters, signs that are not seen, and scripts that need the other expression."""


@cache
def _any_word() -> re.Pattern[str]:
    """A word of any script; made when first asked for, which takes as long as many texts do."""
    single, marks = pattern_of(UNSPACED), pattern_of(EXTENDING, INVISIBLE, "200d")
    part = rf"(?:(?![{single}])\w[{marks}]*)+"
    return re.compile(rf"(?=[{single}])\w|{part}(?:{_BETWEEN}{part})*")


def words_in(text: str) -> list[str]:
    """The words and numbers of `text`.

    Where words are written without spaces every character is one, as differences take it, and as
    word processors count Chinese and Japanese; a mark upon a letter parts no word.
    """
    pattern = _any_word() if _MAY_BE_OTHERWISE.search(text) else _SIMPLE_WORD
    found: list[str] = pattern.findall(text)
    return found


def word_count(text: str) -> int:
    """How many words and numbers `text` has."""
    return len(words_in(text))
