"""Says how likely a text is as a text of people, in bits: the fewer the likelier.

First version: letters by script and case; the letter pairs come with the tables.
"""

import unicodedata

_COMMON = {
    **dict.fromkeys("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ", 6.0),
    **dict.fromkeys("оеаинтсрвл", 4.0),
    **dict.fromkeys("ңөү", 7.0),
}


def bits(text: str) -> float:
    """An estimate of the bits it takes to write `text`."""
    total, before = 0.0, " "
    for char in text:
        total += _char_bits(before, char)
        before = char
    return total


def _char_bits(before: str, char: str) -> float:
    if char < "\x80":
        return 20.0 if char < " " and char not in "\t\n\r\f" else 4.5
    low = char.lower()
    category = unicodedata.category(char)
    if category[0] == "L":
        cost = _COMMON.get(low, 9.0 if char < "\u2000" else 14.0)
        if category == "Lu":
            cost += 8 if before.islower() else 3
        if before.isalpha() and (before < "\u0250") != (char < "\u0250"):
            cost += 8
        return cost
    if char in "«»—–…„“”’№\xa0§":
        return 7.0
    return 20.0 if category[0] == "C" or char == "\ufffd" else 14.0
