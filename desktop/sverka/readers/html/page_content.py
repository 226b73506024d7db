"""Gathers what stands in one block of a web page: its text, white space as a browser shows it."""

from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from sverka.model import Object, ObjectKind, Revision, Run, Style
from sverka.patterns import late_pattern
from sverka.readers.plain_text import control_sign

_SPACES = late_pattern("[ \t\n\f\r]+")
_LINE_ENDS = late_pattern("\r\n?")
_CONTROL = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(slots=True)
class PageContent:
    """The text of a block as it grows, and what stands in it; `length` is in code points."""

    pieces: list[tuple[str, Style, tuple[Revision, ...]]] = field(default_factory=list)
    objects: list[Object] = field(default_factory=list)
    length: int = 0
    last: str = ""
    _pictured: int = -1  # the offset of the farthest picture

    def picture(self, object_: Object) -> None:
        """A picture at the end of what was written."""
        self.objects.append(object_)
        self._pictured = max(self._pictured, object_.offset)

    def write(self, text: str, style: Style, revisions: tuple[Revision, ...], pre: bool) -> None:
        """Append text; outside of `pre` white space is one space, and none after white space."""
        text = shown(_LINE_ENDS.sub("\n", text)) if pre else shown(_SPACES.sub(" ", text))
        if not pre and self.last in ("", " ", "\n"):
            text = text.lstrip(" ")
        if not text:
            return
        self.pieces.append((text, style, revisions))
        self.length += len(text)
        self.last = text[-1]

    def break_line(self, style: Style, revisions: tuple[Revision, ...]) -> bool:
        """Begin a new line; False where one was just begun, so that a paragraph ends here."""
        self._strip(" ")
        if self.last == "\n":
            return False
        if self.last:
            self.pieces.append(("\n", style, revisions))
            self.length += 1
            self.last = "\n"
        return True

    def cover(self, start: int, kind: ObjectKind, digest: str, words: str = "") -> None:
        """An object over all that was written since `start`; none where that is nothing."""
        if self.length > start or self._pictured >= start:
            covered = Object(min(start, self.length), kind, digest, words, self.length - start)
            self.objects.append(covered)

    def written(self) -> tuple[tuple[Run, ...], tuple[Object, ...]]:
        """The text without white space at its end, neighbours of one look together."""
        self._strip(" \n")
        runs = (
            Run("".join(text for text, _style, _revisions in alike), style, revisions)
            for (style, revisions), alike in groupby(self.pieces, key=itemgetter(1, 2))
        )
        objects = []
        for one in self.objects:
            start = min(one.offset, self.length)
            end = min(one.offset + one.length, self.length)
            objects.append(replace(one, offset=start, length=end - start))
        ordered = sorted(objects, key=lambda one: (one.offset, -one.length))
        return tuple(run for run in runs if run.text), tuple(ordered)

    def _strip(self, signs: str) -> None:
        while self.pieces:
            text, style, revisions = self.pieces[-1]
            kept = text.rstrip(signs)
            self.length -= len(text) - len(kept)
            if kept:
                self.pieces[-1] = (kept, style, revisions)
                self.last = kept[-1]
                return
            self.pieces.pop()
        self.last = ""


def shown(text: str) -> str:
    """The text with control characters as signs that are seen: U+0000 is U+2400."""
    if text.isprintable():
        return text
    return _CONTROL.sub(control_sign, text)
