"""Guesses the encoding of a text by two voices: our own likelihood and that of chardet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from sverka.patterns import late_pattern
from sverka.readers.code_pages import (
    CANDIDATES,
    ESCAPED,
    FOUR_BYTES,
    NARROWER,
    TWO_BYTES,
    candidate_of,
)
from sverka.readers.likelihood import bits

_SAMPLE = 6000
"""Bytes that are looked at; a page of text decides as well as a book."""

_GLANCE = 300
"""Bytes by which most candidates are put aside."""
_KEPT, _KEPT_BITS = 8, 40.0
"""So many of the cheapest are looked at closely, and all that cost so few bits more."""

_SECOND_VOICE = 12.0
"""Bits that what chardet says is worth. This and the next five: tests/benchmarks/encodings.py."""
_SURE_VOICE, _SURE_SHARE = 0.8, 0.03
"""From this confidence of chardet's on, so much of all bits is added."""
_SECOND_SAMPLE = 65536
_MARGIN = 6.0
"""Bits less than which the next reading is a doubt."""
_FEW, _MARGIN_OF_FEW = 3, 16.0
"""With so few characters beyond ASCII, so many bits."""
_CLOSE = 40.0
"""Bits within which what chardet says otherwise is a doubt."""
_SURPRISE = 13.0
"""Bits a character from which a text looks like nothing that people write."""

_ENOUGH = 20
"""Characters beyond ASCII, without which nothing is said of that."""

_LOST_SHARE = 10
"""A reading that loses one place in so many characters beyond ASCII is none."""

_BEYOND_ASCII = late_pattern(rb"[\x80-\xff]+")
_AROUND = 40
"""Bytes on both sides of what is beyond ASCII: the rest of the word and its neighbours."""

_LOST = late_pattern("\ufffd+")

_ESCAPE = late_pattern(rb"\x1b(?:\$[@AB]|\$\([C-Q]|\$\)C|\([IJ])")
_HZ = late_pattern(rb"~\{(?:[\x21-\x7d][\x21-\x7e])+~\}")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding by what the text looks like.

    `alternatives` are those it may be in as well, the likeliest first: empty where there is no
    doubt. `unknown` is true where the text looks like nothing that people write in any encoding.
    """

    encoding: str
    alternatives: tuple[str, ...] = ()
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the sample says in an encoding, and the bits it takes."""

    encoding: str
    text: str
    cost: float


def guess(data: bytes) -> Guess:
    """The encoding under which the text takes the fewest bits; always the same for the same data.

    Encodings of two and four bytes a character are told by the beginning; among the others only
    words with something beyond ASCII tell, wherever they stand.
    """
    escaped = escaped_encoding(data)
    if escaped is not None:
        return Guess(escaped)
    head = data[:_SAMPLE]
    if b"\0" in head:
        wide = _of_four_bytes(head)
        if wide is not None:
            return Guess(wide)
    narrow = _guess_narrow(data)
    wide = _of_two_bytes(head)
    if bits(_text(head, wide)) < bits(_text(head, narrow.encoding)):
        return Guess(wide)
    return narrow


def escaped_encoding(data: bytes) -> str | None:
    """The encoding of seven bits that the text changes its alphabet in; None where it does not."""
    if b"\x1b" in data and _ESCAPE.search(data) is not None:
        names = ESCAPED if b"\x1b$)C" in data else ESCAPED[1:]
        return next((name for name in names if _decodes(data, name)), None)
    if b"~{" in data and data.isascii() and _HZ.search(data) is not None and _decodes(data, "hz"):
        head = data[:_SAMPLE]
        return "hz" if bits(head.decode("hz", "replace")) < bits(head.decode("ascii")) else None
    return None


def _of_four_bytes(head: bytes) -> str | None:
    whole = head[: len(head) // 4 * 4]
    return next((name for name in FOUR_BYTES if whole and _decodes(whole, name)), None)


def _of_two_bytes(head: bytes) -> str:
    return min(TWO_BYTES, key=lambda name: bits(_text(head, name)))


def _guess_narrow(data: bytes) -> Guess:
    sample = _sample(data)
    readings = _close_look(sample)
    said = None if _is_far_ahead(readings) else _second_voice(data)
    readings = _weighed(readings, said, sample)
    best = next((one for one in readings if not _loses_much(data, one.encoding)), readings[0])
    doubts = [
        usual_name(data, one.encoding)
        for one in _doubts(best, readings, said, sample)
        if not _loses_much(data, one.encoding)
    ]
    return Guess(usual_name(data, best.encoding), tuple(doubts), _is_nothing(best))


def _is_far_ahead(readings: list[_Reading]) -> bool:
    """Whether the first is so much likelier that nothing the second voice says counts.

    It is spared then, for it takes some time to load.
    """
    if len(readings) == 1:
        return True
    best, second = readings[0].cost, readings[1].cost
    return second * (1 - _SURE_SHARE) - _SECOND_VOICE - best > _CLOSE


def _close_look(sample: bytes) -> list[_Reading]:
    """The readings that are worth a closer look, the cheapest first."""
    readings = _ranked(sample[:_GLANCE], CANDIDATES)
    if len(sample) <= _GLANCE:
        return readings
    limit = max(readings[0].cost + _KEPT_BITS, readings[min(_KEPT, len(readings)) - 1].cost)
    texts = {reading.text for reading in readings if reading.cost <= limit}
    glance = sample[:_GLANCE]
    return _ranked(sample, [name for name in CANDIDATES if _text(glance, name) in texts])


def _ranked(sample: bytes, names: Iterable[str]) -> list[_Reading]:
    """The readings of the sample that differ, the cheapest first."""
    readings: dict[str, _Reading] = {}
    for name in names:
        text = _text(sample, name)
        if text not in readings:
            readings[text] = _Reading(name, text, CANDIDATES[name] + bits(text))
        elif CANDIDATES[name] < CANDIDATES[readings[text].encoding]:
            before = readings[text]
            saved = CANDIDATES[before.encoding] - CANDIDATES[name]
            readings[text] = _Reading(name, text, before.cost - saved)
    return sorted(readings.values(), key=lambda reading: reading.cost)


def _text(sample: bytes, name: str) -> str:
    return sample.decode(name, "replace")


class _Voice(NamedTuple):
    """What chardet says: a candidate, and how sure it is, from 0 to 1."""

    encoding: str
    confidence: float


def _second_voice(data: bytes) -> _Voice | None:
    """What chardet takes the text for, from where it leaves ASCII on; None for no candidate."""
    import chardet

    found = _BEYOND_ASCII.search(data)
    start = max(0, found.start() - _SECOND_SAMPLE // 2) if found else 0
    told = chardet.detect(data[start : start + _SECOND_SAMPLE], compat_names=False)
    name = candidate_of(told["encoding"] or "")
    return _Voice(name, told["confidence"]) if name in CANDIDATES else None


def _weighed(readings: list[_Reading], said: _Voice | None, sample: bytes) -> list[_Reading]:
    """The readings with what the second voice is worth taken off the one it names."""
    if said is None:
        return readings
    text = _text(sample, said.encoding)
    share = _SURE_SHARE if said.confidence >= _SURE_VOICE else 0.0
    weighed = [
        replace(one, cost=one.cost * (1 - share) - _SECOND_VOICE) if one.text == text else one
        for one in readings
    ]
    return sorted(weighed, key=lambda one: one.cost)


def _doubts(
    best: _Reading, readings: list[_Reading], said: _Voice | None, sample: bytes
) -> Iterator[_Reading]:
    """The other readings that may be right as well, the likeliest first."""
    few = sum(not char.isascii() for char in best.text) <= _FEW
    margin = _MARGIN_OF_FEW if few else _MARGIN
    named = None if said is None else _text(sample, said.encoding)
    for one in readings[readings.index(best) + 1 :]:
        behind = one.cost - best.cost
        if behind < margin or (one.text == named and behind < _CLOSE):
            yield one


def _loses_much(data: bytes, name: str) -> bool:
    """Whether so much cannot be decoded that the text is in no such encoding."""
    if _decodes(data, name):
        return False
    text = _text(data, name)
    lost = len(_LOST.findall(text))
    beyond = len(text) - len(text.encode("ascii", "ignore")) - text.count("\ufffd")
    return lost > 1 and lost * _LOST_SHARE > beyond


def _is_nothing(reading: _Reading) -> bool:
    """Whether what is beyond ASCII looks like nothing that people write."""
    strange = " ".join(word for word in reading.text.split() if not word.isascii())
    enough = sum(not char.isascii() for char in strange) >= _ENOUGH
    return enough and bits(strange) > _SURPRISE * len(strange)


def usual_name(data: bytes, name: str) -> str:
    """The narrower code page whose name is the usual one, where it knows all of the data."""
    return next((other for other in NARROWER.get(name, ()) if _decodes(data, other)), name)


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeError:
        return False
    return True


def _sample(data: bytes) -> bytes:
    """What is beyond ASCII with the words around it; the beginning where there is nothing."""
    pieces: list[bytes] = []
    length, start, end = 0, 0, 0
    for found in _BEYOND_ASCII.finditer(data):
        if found.start() - _AROUND > end:
            pieces.append(_whole_words(data, start, end))
            length += end - start
            start = found.start() - _AROUND
        end = found.end() + _AROUND
        if length + end - start > _SAMPLE:
            break
    pieces.append(_whole_words(data, start, min(end, start + _SAMPLE)))
    return b" ".join(filter(None, pieces)) or data[:_SAMPLE]


def _whole_words(data: bytes, start: int, end: int) -> bytes:
    """The bytes from `start` to `end` without the halves of words at both sides."""
    piece = data[start:end]
    if start > 0 and not data[start - 1 : start].isspace():
        piece = piece[len(piece[:_AROUND].partition(b" ")[0]) :]
    if end < len(data) and not data[end : end + 1].isspace() and b" " in piece[-_AROUND:]:
        piece = piece.rpartition(b" ")[0]
    return piece
