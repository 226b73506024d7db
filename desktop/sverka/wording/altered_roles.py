"""Says what a paragraph stands as otherwise: its kind, its level, the number printed before it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sverka.language import Language
from sverka.model import Alteration, Attribute, AttributeValue, BlockKind, Part, Side, TablePart
from sverka.wording.shortening import ELLIPSIS

ROLES = frozenset(
    {
        Attribute.KIND,
        Attribute.LEVEL,
        Attribute.NUMBER,
        Attribute.NUMBER_FORMAT,
        Attribute.CELL_SPAN,
        Attribute.HEADER_ROW,
    }
)
"""What is said here."""


@dataclass(frozen=True, slots=True)
class AlteredRole:
    """What is otherwise of a paragraph; `kind` is what it stands as now, None if not known."""

    by: Mapping[Attribute, Alteration]
    kind: BlockKind | None

    def line(self, one: Alteration, language: Language) -> str:
        """What is otherwise; empty where another alteration says it."""
        if one.attribute is Attribute.KIND:
            return " → ".join(self._standing(side, language) for side in Side)
        if one.attribute is Attribute.LEVEL:
            return "" if Attribute.KIND in self.by else self._levels(one, language)
        if one.attribute is Attribute.HEADER_ROW:
            return _header_row(bool(one.new), language)
        if one.attribute is Attribute.CELL_SPAN:
            return language.gettext("cell: {old} → {new}").format(
                old=_extent(one.old, language), new=_extent(one.new, language)
            )
        old, new = _label(one.old, language), _label(one.new, language)
        if one.attribute is Attribute.NUMBER_FORMAT:
            return language.gettext("numbering {old} → {new}").format(old=old, new=new)
        if not one.new:
            return language.gettext("number {number} removed").format(number=old)
        if not one.old:
            return language.gettext("number {number} added").format(number=new)
        template = (
            language.gettext("item {old} → {new}")
            if self._is_item()
            else language.gettext("number {old} → {new}")
        )
        return template.format(old=old, new=new)

    def state(self, one: Alteration, side: Side, language: Language) -> str:
        """What it stands as on one side; empty where another alteration says it."""
        value = one.of(side)
        if one.attribute is Attribute.KIND:
            return self._standing(side, language)
        if one.attribute is Attribute.LEVEL:
            if Attribute.KIND in self.by:
                return ""
            if self.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM):
                return _role_name(self.kind, value, language)
            return language.gettext("level {level}").format(level=_level(value))
        if one.attribute is Attribute.HEADER_ROW:
            return language.gettext("header row") if value else language.gettext("no header row")
        if one.attribute is Attribute.CELL_SPAN:
            return language.gettext("cell: {extent}").format(extent=_extent(value, language))
        if one.attribute is Attribute.NUMBER and not value:
            return language.gettext("no number")
        label = _label(value, language)
        if label == language.gettext("bullet"):
            return label
        template = (
            language.gettext("item {number}")
            if self._is_item()
            else language.gettext("number {number}")
        )
        return template.format(number=label)

    def _is_item(self) -> bool:
        return self.kind in (None, BlockKind.LIST_ITEM)

    def _standing(self, side: Side, language: Language) -> str:
        kind, level = self.by[Attribute.KIND], self.by.get(Attribute.LEVEL)
        return _role_name(str(kind.of(side)), level.of(side) if level else None, language)

    def _levels(self, one: Alteration, language: Language) -> str:
        old, new = _level(one.old), _level(one.new)
        if self.kind is BlockKind.HEADING:
            return language.gettext("heading {old} → {new}").format(old=old, new=new)
        if self.kind is BlockKind.LIST_ITEM:
            return language.gettext("list level {old} → {new}").format(old=old, new=new)
        return language.gettext("level {old} → {new}").format(old=old, new=new)


def _role_name(kind: str, level: AttributeValue, language: Language) -> str:
    """What a paragraph stands as: "heading 1", "list item", "body text"."""
    if kind == BlockKind.HEADING:
        if level is None:
            return language.gettext("heading")
        return language.gettext("heading {level}").format(level=_level(level))
    if kind == BlockKind.LIST_ITEM:
        if isinstance(level, int) and level > 1:
            return language.gettext("list item of level {level}").format(level=level)
        return language.gettext("list item")
    if kind == TablePart.TABLE:
        return language.pgettext("part of a table", "table")
    if kind == Part.FOOTNOTE:
        return language.gettext("footnote")
    if kind == Part.ENDNOTE:
        return language.gettext("endnote")
    return language.gettext("body text")


def _header_row(is_one: bool, language: Language) -> str:
    if is_one:
        return language.gettext("row made a header row of its table")
    return language.gettext("row no longer a header row of its table")


def _extent(value: AttributeValue, language: Language) -> str:
    """How many rows and columns a cell covers: "2 rows × 1 column"."""
    rows, columns = map(int, value) if isinstance(value, tuple) else (1, 1)
    return " × ".join(
        (
            language.ngettext("{count} row", "{count} rows", rows).format(count=rows),
            language.ngettext("{count} column", "{count} columns", columns).format(count=columns),
        )
    )


def _level(value: AttributeValue) -> str:
    return ELLIPSIS if value is None else str(value)


def _label(value: AttributeValue, language: Language) -> str:
    """The number as it is printed; bullets stand in fonts of their own and are called so."""
    label = "" if value is None else str(value).strip()
    if not any(sign.isalnum() for sign in label):
        return language.gettext("bullet")
    return label
