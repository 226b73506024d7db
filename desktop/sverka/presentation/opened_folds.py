"""Which folds of unchanged text are closed now: all of them, but for those the reader opened."""

from dataclasses import dataclass, field

from sverka.model import Side
from sverka.presentation.comparison_index import Index
from sverka.presentation.folds import Fold, folds


@dataclass(slots=True)
class OpenedFolds:
    """The folds of one comparison; `folding` while unchanged text is folded away at all."""

    index: Index | None = None
    folding: bool = False
    known: tuple[Fold, ...] = ()
    """Found when first needed, and kept."""
    _opened: set[int] = field(default_factory=set)

    def show(self, index: Index) -> None:
        """Fold another comparison, everything closed."""
        self.index, self._opened = index, set()
        self.known = folds(index) if self.folding else ()

    def set_folding(self, folding: bool) -> None:
        """Fold unchanged text away, everything closed, or show it all."""
        self.folding, self._opened = folding, set()
        if folding and not self.known and self.index is not None:
            self.known = folds(self.index)

    def closed(self, side: Side) -> tuple[tuple[int, int], ...]:
        """The ranges of paragraphs of one version that are hidden."""
        if not self.folding:
            return ()
        return tuple(f.side(side) for f in self.known if f.old[0] not in self._opened)

    def open_first(self, side: Side, first: int) -> None:
        """Open the fold that begins with a paragraph of one version."""
        self._opened |= {f.old[0] for f in self.known if f.side(side)[0] == first}

    def open_around(self, side: Side, paragraph: int) -> bool:
        """Open the fold that hides a paragraph; False where none does."""
        hiding = {
            fold.old[0]
            for fold in (self.known if self.folding else ())
            if fold.side(side)[0] <= paragraph < fold.side(side)[1]
        } - self._opened
        self._opened |= hiding
        return bool(hiding)
