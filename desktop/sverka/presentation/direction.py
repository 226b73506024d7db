"""Says in which direction a text is written, by its first letter that has one (UAX #9, P2)."""

from unicodedata import bidirectional

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_SEARCHED = 500  # code points; a text that begins with more digits and signs is no text


def is_right_to_left(text: str) -> bool:
    """Whether `text` is to be set from right to left."""
    for char in text[:_SEARCHED]:
        found = bidirectional(char)
        if found == "L":
            return False
        if found in _RIGHT_TO_LEFT:
            return True
    return False
