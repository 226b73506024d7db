"""A text as a pane shows it: its paragraphs, their marks and their signs."""

from collections.abc import Sequence
from typing import Protocol

from sverka.model import Change, Finding, Side
from sverka.presentation.comparison_index import Index, SideIndex
from sverka.presentation.item_marks import ItemMark, Signature, marks, signature
from sverka.presentation.pane_items import Item, PaneColumn, column

Ranges = tuple[tuple[int, int], ...]


class PaneText(Protocol):
    """What a pane asks of a text; paragraphs count from 0."""

    @property
    def known(self) -> SideIndex:
        """The paragraphs, with their lengths and links."""

    @property
    def findings(self) -> Sequence[Finding]:
        """The findings that chips show."""

    @property
    def changes(self) -> Sequence[Change]:
        """The changes that marks name by their index."""

    def column(self, folds: Ranges = ()) -> PaneColumn:
        """The items to show; `folds` are ranges of paragraphs to hide."""

    def marks(self, item: Item) -> tuple[ItemMark, ...]:
        """What is marked in an item."""

    def signature(self, paragraph: int) -> Signature:
        """How a paragraph is signed."""

    def number(self, paragraph: int) -> str:
        """The number in the gutter."""

    def gone_pictures(self, paragraph: int) -> frozenset[str]:
        """The digests of the pictures of a paragraph that only the original has."""

    def page(self, paragraph: int) -> int | None:
        """The page, where a paragraph is the first that begins on it and pages are known."""


class VersionText:
    """One version of a comparison."""

    def __init__(self, index: Index, side: Side) -> None:
        self._index, self._side = index, side

    @property
    def known(self) -> SideIndex:
        """The paragraphs of the version."""
        return self._index.side(self._side)

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings of the comparison."""
        return self._index.comparison.findings

    @property
    def changes(self) -> Sequence[Change]:
        """All changes of the comparison."""
        return self._index.comparison.changes

    def column(self, folds: Ranges = ()) -> PaneColumn:
        """Its paragraphs, with chips where something was set aside."""
        return column(self.known, self.findings, folds)

    def marks(self, item: Item) -> tuple[ItemMark, ...]:
        """What changed in an item, and what was noticed."""
        return marks(self._index, self._side, item)

    def signature(self, paragraph: int) -> Signature:
        """The sign of the paragraph's link."""
        return signature(self._index, self._side, paragraph)

    def number(self, paragraph: int) -> str:
        """The paragraph's own number, from 1."""
        return str(paragraph + 1)

    def gone_pictures(self, paragraph: int) -> frozenset[str]:
        """None: a version shows what it has."""
        return frozenset()

    def page(self, paragraph: int) -> int | None:
        """The page of the file, where this paragraph is the first to begin on it."""
        paragraphs = self.known.paragraphs
        here = paragraphs[paragraph].page
        before = paragraphs[paragraph - 1].page if paragraph else None
        return here if here != before else None
