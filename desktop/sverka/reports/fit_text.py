"""Makes any text fit to be shown: what would break a file or deceive the reader becomes visible."""

import re

from sverka.patterns import late_pattern

_UNFIT = late_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, all but tab and line feed
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\ud800-\udfff"  # surrogates without their other half
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"  # noncharacters, interlinear marks
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_INVISIBLE = late_pattern("[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_SPACES = {" ": "\u2423", "\u00a0": "\u237d", "\t": "\u21e5", "\n": "\u21b5"}
_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = "\x7f", "\u2421"


def shown(text: str) -> str:
    """`text` with every unfit character replaced by a picture (␋) or its code (⟨U+202E⟩).

    Unfit are characters that XML does not allow and those that reorder or hide the text around
    them. Tabs and line feeds stay. Applying it twice is the same as once.
    """
    return _UNFIT.sub(_picture, text)


def shown_mark(text: str) -> str:
    """A changed stretch as `shown`, where also spaces that are all of it and invisibles show.

    A change of one space would otherwise be a mark with nothing in it: an ordinary space is
    shown as ␣, a no-break space as ⍽, others by their code.
    """
    if text and text.isspace():
        text = "".join(_SPACES.get(character) or _code(character) for character in text)
    return _INVISIBLE.sub(lambda match: _code(match[0]), shown(text))


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if character < " ":
        return chr(_PICTURES + ord(character))
    return _DELETE_PICTURE if character == _DELETE else _code(character)


def _code(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩"
