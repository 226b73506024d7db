"""The texts of both versions, with all that is found from each as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sverka.differences.categories.capitals import CapitalHabits
from sverka.differences.categories.category_rules import categories_of
from sverka.differences.categories.changed_passage import ChangedPassage
from sverka.differences.categories.quotations import quotations_of
from sverka.differences.inside_words import Offsets
from sverka.differences.moved_blocks import MovedBlock, moved_blocks
from sverka.differences.pair import edits_between
from sverka.differences.tokens import Tokens
from sverka.model import Category, Ignore, Link, Span
from sverka.text.folding import Folding, fold_for


@dataclass(frozen=True, slots=True)
class BothTexts:
    """Both versions, what is quoted in them, what counts as equal, and what moved together."""

    old_texts: Sequence[str]
    new_texts: Sequence[str]
    old_quotations: Sequence[tuple[Offsets, ...]]
    new_quotations: Sequence[tuple[Offsets, ...]]
    fold: Folding
    blocks: Mapping[int, MovedBlock]
    old_habits: CapitalHabits
    new_habits: CapitalHabits

    @classmethod
    def of(
        cls,
        old_texts: Sequence[str],
        new_texts: Sequence[str],
        links: Sequence[Link],
        ignore: frozenset[Ignore],
    ) -> "BothTexts":
        """Both versions with all that is found from their texts as a whole."""
        return cls(
            old_texts,
            new_texts,
            quotations_of(old_texts),
            quotations_of(new_texts),
            fold_for(ignore),
            moved_blocks(links),
            CapitalHabits(old_texts),
            CapitalHabits(new_texts),
        )

    def old_passage(self, span: Span) -> ChangedPassage:
        """A stretch of the old version, with all that its categories depend on."""
        return ChangedPassage.of(
            self.old_texts[span.paragraph],
            span.start,
            span.end,
            self.old_quotations[span.paragraph],
            self.old_habits,
        )

    def new_passage(self, span: Span) -> ChangedPassage:
        """A stretch of the new version, with all that its categories depend on."""
        return ChangedPassage.of(
            self.new_texts[span.paragraph],
            span.start,
            span.end,
            self.new_quotations[span.paragraph],
            self.new_habits,
        )

    def categories(self, old: Span, new: Span) -> tuple[Category, ...]:
        """What the differences between two stretches are about; of one with nothing, its words."""
        a, b = Tokens.of_each(
            [
                self.old_texts[old.paragraph][old.start : old.end],
                self.new_texts[new.paragraph][new.start : new.end],
            ],
            self.fold,
        )
        found = {
            category
            for edit in edits_between(a, b, self.fold)
            for category in categories_of(
                self.old_passage(
                    Span(old.paragraph, old.start + edit.old_start, old.start + edit.old_end)
                ),
                self.new_passage(
                    Span(new.paragraph, new.start + edit.new_start, new.start + edit.new_end)
                ),
            )
        }
        return tuple(category for category in Category if category in found)
