"""Follows which words of a DOCX a comment is about: where its range begins and where it ends."""

from dataclasses import dataclass, field

from lxml import etree

from sverka.model import Object, ObjectKind, Tracked
from sverka.readers.docx.revisions import is_hidden
from sverka.readers.docx.wordprocessing import w
from sverka.readers.office.gathered import Content

_START, _END = w("commentRangeStart"), w("commentRangeEnd")
RANGES = frozenset({_START, _END})


@dataclass(slots=True)
class CommentRanges:
    """The comments of a story: those it refers to, the ranges that are open, those told already.

    A range may go on over several paragraphs; its words are told of the one where it begins.
    """

    referred: frozenset[str] = frozenset()
    open: dict[str, tuple[Content, int]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def meet(self, mark: etree._Element, content: Content) -> None:
        """Go past the beginning or the end of a range."""
        key = mark.get(w("id"), "")
        if mark.tag == _END:
            if key in self.open:
                self._tell(key)
        elif key in self.referred and key not in self.told:
            self.open[key] = content, content.length

    def refer(self, key: str, content: Content) -> None:
        """Go past the mark of a comment, which stands alone where the comment has no range."""
        if key not in self.told and key not in self.open:
            self.open[key] = content, content.length
            self._tell(key)

    def leave(self, content: Content) -> None:
        """End a paragraph: ranges that go on in the next have no more characters here."""
        for key in [key for key, (where, _start) in self.open.items() if where is content]:
            self._tell(key)

    def _tell(self, key: str) -> None:
        content, start = self.open.pop(key)
        self.told.add(key)
        length = content.length - start
        content.objects.append(
            Object(start, ObjectKind.NOTE_REFERENCE, f"comment:{key}", length=length)
        )


def find_comments(story: etree._Element, tracked: Tracked) -> CommentRanges:
    """The comments that a story refers to where it is seen."""
    marks = story.iter(w("commentReference"))
    return CommentRanges(frozenset(m.get(w("id"), "") for m in marks if not is_hidden(m, tracked)))
