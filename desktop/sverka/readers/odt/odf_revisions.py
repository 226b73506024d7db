"""Follows the changes tracked in an OpenDocument: which text came in, and what was taken out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import Revision, RevisionKind, Tracked, TrackedChange
from sverka.readers.odt.odf_names import o

_KINDS = {
    o("text:insertion"): RevisionKind.INSERTION,
    o("text:deletion"): RevisionKind.DELETION,
    o("text:format-change"): RevisionKind.FORMATTING,
}
MARKS = frozenset({o("text:change"), o("text:change-start"), o("text:change-end")})
_MARK, _PARAGRAPHS = "¶", (o("text:p"), o("text:h"))
_INFO = o("office:change-info")


@dataclass(frozen=True, slots=True)
class ChangedRegion:
    """A tracked change; `removed` is the element with what was taken out."""

    revision: Revision
    removed: etree._Element | None = None


@dataclass(slots=True)
class Revisions:
    """The tracked changes of a document, and which of them are open where it is being read.

    `words` are those met inside of each, `blocks` the number of the block it began in.
    """

    regions: dict[str, ChangedRegion]
    tracked: Tracked
    open: dict[str, ChangedRegion] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    blocks: dict[str, int | None] = field(default_factory=dict)

    @property
    def hides(self) -> bool:
        """Whether what is being read came in by a change that is not taken."""
        return self.tracked is Tracked.REJECT and any(
            region.revision.kind is RevisionKind.INSERTION for region in self.open.values()
        )

    @property
    def around(self) -> tuple[Revision, ...]:
        """The changes that what is being read stands in."""
        return tuple(region.revision for region in self.open.values()) if self.open else ()

    def meet(self, mark: etree._Element, block: int | None) -> etree._Element | None:
        """Go past a mark in the block with this number: what was taken out there, to be read."""
        key = mark.get(o("text:change-id"), "")
        region = self.regions.get(key)
        if region is None:
            return None
        if mark.tag == o("text:change-end"):
            self.open.pop(key, None)
            return None
        self.blocks.setdefault(key, block)
        if mark.tag == o("text:change-start"):
            self.open[key] = region
            return None
        if region.removed is None:
            return None
        self.words.setdefault(key, [words_of(region.removed)])
        return region.removed if self.tracked is Tracked.REJECT else None

    def write(self, text: str) -> None:
        """Take in words that stand in the changes that are open."""
        for key in self.open:
            self.words.setdefault(key, []).append(text)

    def told(self) -> Iterator[TrackedChange]:
        """The changes that were met, in the order of the text."""
        for key, block in self.blocks.items():
            words = "".join(self.words.get(key, ())) or _MARK
            yield TrackedChange(self.regions[key].revision, words, block)


def read_revisions(body: etree._Element | None, tracked: Tracked) -> Revisions:
    """The changes tracked in the body of a document."""
    regions: dict[str, ChangedRegion] = {}
    for region in () if body is None else body.iter(o("text:changed-region")):
        key = region.get(o("text:id")) or region.get(o("xml:id")) or ""
        for change in region.iterchildren(*_KINDS):
            kind = _KINDS[str(change.tag)]
            removed = change if kind is RevisionKind.DELETION else None
            regions[key] = ChangedRegion(_revision(kind, change.find(_INFO)), removed)
    return Revisions(regions, tracked)


def _revision(kind: RevisionKind, info: etree._Element | None) -> Revision:
    if info is None:
        return Revision(kind)
    return Revision(kind, info.findtext(o("dc:creator"), ""), info.findtext(o("dc:date")))


def words_of(removed: etree._Element) -> str:
    """The words that were taken out, a mark between paragraphs."""
    found = ["".join(_texts(p)) for p in removed.iter(*_PARAGRAPHS)]
    return _MARK.join(found) if any(found) else ""


def _texts(paragraph: etree._Element) -> Iterator[str]:
    return (str(text) for text in paragraph.itertext(etree.Element))
