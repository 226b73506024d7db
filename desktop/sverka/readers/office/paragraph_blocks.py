"""Says what the block of a paragraph is, and of a note which of its blocks its number stands at."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.model import Block, BlockKind, ListItem

TITLES = frozenset({"title", "название документа", "титул"})
"""Names of the style of a document's title, in lower case: it is a heading of the first level."""


def kind_and_level(
    plain: BlockKind, *, in_cell: bool, heading: int | None, caption: bool, item: ListItem | None
) -> tuple[BlockKind, int | None]:
    """The kind and the level of a paragraph.

    `plain` is the kind of those that are nothing special where it stands, `heading` the level of
    a heading, `item` its place in a list in which something is printed before it.
    """
    if in_cell:
        return BlockKind.TABLE_CELL, heading
    if plain is BlockKind.NOTE:
        return plain, None
    if heading is not None:
        return BlockKind.HEADING, heading
    if caption:
        return BlockKind.CAPTION, None
    return (plain, None) if item is None else (BlockKind.LIST_ITEM, item.level)


def of_note(blocks: Sequence[Block], label: str | None, note: str | None) -> Iterator[Block]:
    """The blocks of the note `note`, its number or author at the first that has text."""
    first = next((place for place, block in enumerate(blocks) if block.text.strip()), 0)
    for place, block in enumerate(blocks):
        own = label if place == first else None
        yield replace(block, label=own or block.label, note=note)
