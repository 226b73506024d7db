"""Cuts a text into the words, spaces and marks that differences are made of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from sverka.patterns import late_pattern, late_wide_pattern
from sverka.text.folding import CANONICAL, Folding
from sverka.text.signs import DASHES, GROUPING_SPACES
from sverka.text.word_boundaries import segmented

_DASHES = re.escape("".join(sorted(DASHES)))

_NUMBER = late_pattern(
    # 2023-2025, 54-е, 2024-05-24: an edit inside is easier to judge on the whole expression
    rf"(?<!\w)(?<!\d[.,])\d[\d.,]*(?:[{_DASHES}]\w+)+"
    # 05/06/2024, 1/2, 10:30: a date or a time is never cut
    r"|(?<![\w.,/:])\d[\d.,]*(?:[/:]\d[\d.,]*\b)+"
    # 1 500 000: digits in groups of three
    rf"|(?<![\w.,])\d{{1,3}}(?:[{GROUPING_SPACES}]\d{{3}})+(?!\w)"
)
_MAY_HOLD_NUMBER = late_pattern(rf"\d[{_DASHES}{GROUPING_SPACES}/:]\w")

_INITIALS = late_wide_pattern(r"(?:\p{L}[\p{M}\u00ad]*\.(?=\p{L}))+")
"""Letters with a full stop behind each that UAX #29 takes for the beginning of a word (WB6, 7)."""
_INITIAL = late_wide_pattern(r"[^.]+|\.")
_MAY_HOLD_INITIALS = late_pattern(r"\.[^\W\d_]")

_KEYS_REMEMBERED = 1 << 16


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text in tokens: as they are written, the keys they are compared by, and where they begin.

    `starts` are offsets in code points, with the length of the text behind the last.
    """

    text: str
    written: Sequence[str]
    keys: Sequence[str]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str, written: Sequence[str], fold: Folding) -> "Tokens":
        """The tokens `written`, which joined are `text`, with their keys under `fold`."""
        starts = list(accumulate(map(len, written), initial=0))
        return cls(text, written, _keys(text, written, fold), starts)

    @classmethod
    def of_each(cls, texts: Sequence[str], fold: Folding) -> list["Tokens"]:
        """Each text in tokens, with their keys under `fold`.

        A token is a word, a stretch of spaces or a single mark after UAX #29, with these
        adjustments: initials are cut at their full stops, with or without a space behind ("А.Б.",
        "т.е."), number expressions such as "2023–2025", "54-е" and "1 500 000" stay whole, and
        Katakana in a row of more than four characters is cut at each, as Han is. No grapheme
        cluster is cut.
        """
        result = []
        for text, (segments, starts, has_digits) in zip(texts, segmented(texts), strict=True):
            written = _adjusted(text, segments, has_digits)
            if written is segments:
                result.append(cls(text, written, _keys(text, written, fold), starts))
            else:
                result.append(cls.of(text, written, fold))
        return result

    @classmethod
    def joined(cls, each: Sequence["Tokens"], between: str) -> "Tokens":
        """One text made of several, with the token `between` put between them."""
        written = list(each[0].written)
        keys = list(each[0].keys)
        for tokens in each[1:]:
            written += [between, *tokens.written]
            keys += [between, *tokens.keys]
        starts = list(accumulate(map(len, written), initial=0))
        plain = all(tokens.is_plain for tokens in each)
        return cls("".join(written), written, written if plain else keys, starts)

    @property
    def is_plain(self) -> bool:
        """Whether the tokens are compared as they are written."""
        return self.keys is self.written

    def between(self, start: int, end: int) -> str:
        """The text of tokens [start, end)."""
        return self.text[self.starts[start] : self.starts[end]]

    def part(self, start: int, end: int) -> "Tokens":
        """Tokens [start, end) as a text of their own."""
        written = self.written[start:end]
        offset = self.starts[start]
        return Tokens(
            self.between(start, end),
            written,
            written if self.is_plain else self.keys[start:end],
            [place - offset for place in self.starts[start : end + 1]],
        )


def _keys(text: str, written: Sequence[str], fold: Folding) -> Sequence[str]:
    """What tokens are compared by; `written` itself where nothing is to be folded."""
    if fold is CANONICAL and fold(text) == text:
        return written
    befores = [" ", *(token[-1] for token in written)]
    afters = [*(token[0] for token in written[1:]), " "]
    return [_key(*seen, fold) for seen in zip(befores, written, afters, strict=False)]


@lru_cache(_KEYS_REMEMBERED)
def _key(before: str, token: str, after: str, fold: Folding) -> str:
    """What a token is compared by that stands between two characters.

    One that by itself is folded to nothing depends on its place. A space is what it is between
    words. A mark that is dropped where it stands counts as a space, one that belongs to its word
    or number there ("кто-то") as what is left of it.
    """
    key = fold(token)
    if key:
        return key
    if token.isspace():
        return fold(f"x{token}x")[1:-1]
    seen = fold((before if before.isalnum() else " ") + token + (after if after.isalnum() else " "))
    return "".join(c for c in seen if not (c.isalnum() or c.isspace())) or " "


def _adjusted(text: str, tokens: list[str], may_have_digits: bool) -> list[str]:
    """The tokens of `text` with initials cut and numbers whole; `tokens` itself if they were."""
    if _MAY_HOLD_INITIALS.search(text):
        tokens = [part for token in tokens for part in _initials_cut(token)]
    if may_have_digits and _MAY_HOLD_NUMBER.search(text):
        tokens = _with_whole_numbers(text, tokens)
    return tokens


def _initials_cut(token: str) -> list[str]:
    """The initials a token begins with, their full stops and the rest; any other token whole."""
    initials = _INITIALS.match(token) if "." in token else None
    if initials is None:
        return [token]
    rest = token[initials.end() :]
    return [*_INITIAL.findall(initials.group()), rest]


def _with_whole_numbers(text: str, tokens: list[str]) -> list[str]:
    """The tokens of `text` with number expressions in one piece."""
    numbers = [match.span() for match in _NUMBER.finditer(text)]
    return _joined_inside(tokens, numbers) if numbers else tokens


def _joined_inside(tokens: list[str], spans: list[tuple[int, int]]) -> list[str]:
    """`tokens` without the boundaries that fall strictly inside one of the ascending `spans`."""
    starts = list(accumulate(map(len, tokens), initial=0))
    joined: list[str] = []
    at = 0
    for start, end in spans:
        first = bisect_right(starts, start, at) - 1
        last = bisect_left(starts, end, at)
        if first < at <= last:  # the span before this one ends inside the same token
            joined[-1] += "".join(tokens[at:last])
            at = last
        elif last - first > 1:
            joined += [*tokens[at:first], "".join(tokens[first:last])]
            at = last
    return joined + tokens[at:]
