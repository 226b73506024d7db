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
class WholeText:
    """The paragraphs of one version, what is quoted in each, and how its words are capitalised."""

    texts: Sequence[str]
    quotations: Sequence[tuple[Offsets, ...]]
    habits: CapitalHabits

    @classmethod
    def of(cls, texts: Sequence[str]) -> "WholeText":
        """A version with all that is found from its text as a whole."""
        return cls(texts, quotations_of(texts), CapitalHabits(texts))

    def passage(self, span: Span) -> ChangedPassage:
        """A stretch, with all that its categories depend on."""
        quoted = self.quotations[span.paragraph]
        text = self.texts[span.paragraph]
        return ChangedPassage.of(text, span.start, span.end, quoted, self.habits)


@dataclass(frozen=True, slots=True)
class BothTexts:
    """Both versions, what counts as equal, and what moved together."""

    old: WholeText
    new: WholeText
    fold: Folding
    blocks: Mapping[int, MovedBlock]

    @classmethod
    def of(
        cls,
        old_texts: Sequence[str],
        new_texts: Sequence[str],
        links: Sequence[Link],
        ignore: frozenset[Ignore],
    ) -> "BothTexts":
        """Both versions with all that is found from their texts as a whole."""
        both = WholeText.of(old_texts), WholeText.of(new_texts)
        return cls(*both, fold_for(ignore), moved_blocks(links))

    def categories(self, old: Span, new: Span) -> tuple[Category, ...]:
        """What the differences between two stretches are about; of one with nothing, its words."""
        a, b = Tokens.of_each(
            [
                self.old.texts[old.paragraph][old.start : old.end],
                self.new.texts[new.paragraph][new.start : new.end],
            ],
            self.fold,
        )
        found = {
            category
            for edit in edits_between(a, b, self.fold)
            for category in categories_of(
                self.old.passage(
                    Span(old.paragraph, old.start + edit.old_start, old.start + edit.old_end)
                ),
                self.new.passage(
                    Span(new.paragraph, new.start + edit.new_start, new.start + edit.new_end)
                ),
            )
        }
        return tuple(category for category in Category if category in found)
