"""Whether two texts look alike in print, so that one may have been read for the other."""

from typing import Final

from sverka.text.alphabets import without_alphabet

_SHAPES: Final = ("oecɵəs05698bвзэ3g", "il1jtrfгт7", "nhнңпийцuvyүкkx", "mwшщм", "aдл", "z2")
"""Letters and figures, small and of Latin shape where they have one, that are easily read one for
another: round ones, upright ones, those of two stems, of three, with a foot. [hand]"""

_SHAPE_OF: Final = {ord(sign): group[0] for group in _SHAPES for sign in group}
_TOGETHER: Final = (("rn", "m"), ("cl", "d"), ("ii", "u"), ("vv", "w"))
"""Two letters that look like one."""


def look_alike(one: str, two: str) -> bool:
    """Whether they have the same shapes in the same order; marks and spaces do not count."""
    return _shapes(one) == _shapes(two)


def _shapes(text: str) -> str:
    letters = "".join(char for char in without_alphabet(text) if char.isalnum())
    for pair, single in _TOGETHER:
        letters = letters.replace(pair, single)
    return letters.translate(_SHAPE_OF)
