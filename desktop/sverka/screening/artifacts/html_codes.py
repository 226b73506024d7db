"""Characters that stand as their HTML codes in running text: "&nbsp;", "&laquo;", "&#8212;"."""

import html
import re
from collections.abc import Iterator, Sequence
from html.entities import html5

from sverka.model import FindingKind, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.lines.facts import listing

_CODE = late_pattern(
    r"&(?:amp;)?(?:([A-Za-z][A-Za-z0-9]{1,31};)|#(\d{2,7});|#[xX]([0-9A-Fa-f]{2,6});)"
)
_TAG = late_pattern(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ADDRESS = late_pattern(r"(?:https?://|www\.)\S*$")
_QUOTES = "«»„“”\"'‘’`"


def html_codes(
    index: int, text: str, code: Sequence[tuple[int, int]] = ()
) -> Iterator[Observation]:
    """One observation for all codes of a paragraph outside `code`.

    Text between tags is the source of a page, where codes belong; so they do in addresses, and in
    quotation marks, where they are spoken of.
    """
    if "&" not in text or ";" not in text or _TAG.search(text):
        return
    found = [match for match in _CODE.finditer(text) if _is_trouble(match, text, code)]
    if not found:
        return
    glued = [match for match in found if not _stands_alone(match, text)]
    first = found[0]
    start, end = _word_around(text, *first.span())
    codes = tuple(dict.fromkeys(match[0] for match in found))
    yield Observation(
        kind=FindingKind.BROKEN_ENCODING,
        paragraph=index,
        start=first.start(),
        end=first.end(),
        reasons=(listing(ReasonCode.HTML_CODES, "codes", codes),),
        group="html",
        tier=Tier.CERTAIN if glued or len(found) > 1 else Tier.SUSPECTED,
        text=text[start:end],
        suggestion=html.unescape(html.unescape(text[start:end])),
        places=tuple((index, *match.span()) for match in found),
    )


def _is_trouble(match: re.Match[str], text: str, code: Sequence[tuple[int, int]]) -> bool:
    name, decimal, sixteenth = match.groups()
    if name and name not in html5:
        return False
    if not name and not _is_character(int(decimal) if decimal else int(sixteenth, 16)):
        return False
    quoted = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if all(mark and mark in _QUOTES for mark in quoted):
        return False
    if any(start <= match.start() < end for start, end in code):
        return False
    return (
        _ADDRESS.search(text, max(0, match.start() - weights.ADDRESS_BEFORE), match.start()) is None
    )


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the word around a code begins and ends, at white space."""
    first, last = start, end
    while first > max(0, start - weights.CODE_SHOWN) and not text[first - 1].isspace():
        first -= 1
    while last < min(len(text), end + weights.CODE_SHOWN) and not text[last].isspace():
        last += 1
    return first, last


def _is_character(number: int) -> bool:
    return number >= 32 and number < 0x110000 and not 0xD800 <= number < 0xE000


def _stands_alone(match: re.Match[str], text: str) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return (not before or before.isspace()) and (not after or after.isspace())
