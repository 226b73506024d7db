"""The changes of a report: each with its number, place, kind, pieces and remark, under headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sverka.language import Language
from sverka.model import (
    BlockKind,
    Category,
    Change,
    ChangeKind,
    Comparison,
    LinkKind,
    Paragraph,
    Side,
    TablePart,
)
from sverka.reports.highlights import GRAVE
from sverka.reports.marked_text import Pieces, change_pieces
from sverka.reports.report_options import ReportRemark, ReportRemarks
from sverka.weave import Standing, is_of_sentences
from sverka.wording import (
    alteration_reach,
    category_name,
    change_place,
    change_title,
    ending,
    shortened,
)

_NO_REMARK = ReportRemark()
_PATH_SEPARATOR = " › "


@dataclass(frozen=True, slots=True)
class CategoryLabel:
    """A category and its name; `grave` where an editor must not overlook it."""

    category: Category
    name: str
    grave: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change. `ends` says where a moved paragraph came from and where it went, or how far a
    change beside the words goes.

    `same` holds where both versions read the same (a paragraph moved and not edited): then the
    text is in `new`, and `old` repeats it.
    """

    number: int
    kind: ChangeKind
    kind_name: str
    labels: tuple[CategoryLabel, ...]
    place: str
    old: Pieces
    new: Pieces
    ends: tuple[str, ...] = ()
    same: bool = False
    remark: ReportRemark = _NO_REMARK

    @property
    def about(self) -> tuple[tuple[str, bool], ...]:
        """Its kind and categories, each with whether it is grave; what is one and the same once."""
        labels = tuple((label.name.lower(), label.grave) for label in self.labels)
        return labels if self.kind.is_beside_words else ((self.kind_name, False), *labels)


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes under one heading of the document; the heading is empty for those above the first."""

    heading: str
    entries: tuple[ChangeRow, ...]


def grouped(
    comparison: Comparison,
    changes: Sequence[tuple[int, Change]],
    remarks: ReportRemarks,
    language: Language,
) -> tuple[ChangeGroup, ...]:
    """The numbered changes, in order, under the headings of the revised version.

    What was deleted stands under the heading it would stand under.
    """
    paths = _paths(comparison.new.paragraphs)
    standing = Standing(comparison)

    def heading(numbered: tuple[int, Change]) -> str:
        change = numbered[1]
        at = change.new.paragraph if change.new is not None else None
        if at is None and change.old is not None:
            at = standing.after(change.old.paragraph)
        return "" if at is None else paths[at]

    return tuple(
        ChangeGroup(
            path,
            tuple(
                _entry(comparison, n, c, remarks.changes.get(n, _NO_REMARK), language)
                for n, c in members
            ),
        )
        for path, members in groupby(changes, heading)
    )


def _paths(paragraphs: Sequence[Paragraph]) -> list[str]:
    """For each paragraph the headings above it, outermost first, and itself if it is one."""
    open_headings: list[tuple[int, str]] = []
    paths, path = [], ""
    for paragraph in paragraphs:
        if paragraph.kind is BlockKind.HEADING:
            level = paragraph.level or 1
            open_headings = [h for h in open_headings if h[0] < level]
            open_headings.append((level, shortened(paragraph.text, 90)))
            path = _PATH_SEPARATOR.join(text for _level, text in open_headings)
        paths.append(path)
    return paths


def _entry(
    comparison: Comparison, number: int, change: Change, remark: ReportRemark, language: Language
) -> ChangeRow:
    old, new = change_pieces(comparison, change, language)
    moved = change.kind is ChangeKind.MOVE
    same = moved and _is_unedited(comparison, change)
    return ChangeRow(
        number=number,
        kind=change.kind,
        kind_name=_kind_name(comparison, change, language),
        labels=tuple(
            CategoryLabel(c, category_name(c, language), c in GRAVE)
            for c in Category
            if c in change.categories
        ),
        place=change_place(comparison, change, language),
        old=old,
        new=new,
        ends=_ends(comparison, change, language)
        if moved
        else alteration_reach(change, language, comparison),
        same=same,
        remark=remark,
    )


def _kind_name(comparison: Comparison, change: Change, language: Language) -> str:
    if change.kind is not ChangeKind.MOVE or change.table_part is not None:
        return change_title(change, language)
    if _is_unedited(comparison, change):
        return language.gettext("Moved, not edited")
    return language.gettext("Moved and edited")


def _is_unedited(comparison: Comparison, move: Change) -> bool:
    if is_of_sentences(comparison, move):
        return not move.categories
    return all(link.kind is LinkKind.EQUAL for link in comparison.moved_links(move))


def _ends(comparison: Comparison, change: Change, language: Language) -> tuple[str, ...]:
    """Both ends of a move, by the paragraph each follows."""
    ends = []
    if change.old is not None:
        before = _before(comparison.old.paragraphs, change, Side.OLD)
        ends.append(
            language.gettext("Stood after «{text}».").format(text=before)
            if before
            else language.gettext("Stood at the beginning.")
        )
    if change.new is not None:
        before = _before(comparison.new.paragraphs, change, Side.NEW)
        ends.append(
            language.gettext("Now stands after «{text}».").format(text=before)
            if before
            else language.gettext("Now stands at the beginning.")
        )
    return tuple(ends)


def _before(paragraphs: Sequence[Paragraph], change: Change, side: Side) -> str:
    """The end of what stands before a change, or the beginning of the paragraph or row before."""
    span = change.span(side)
    if span is None:
        return ""
    before = paragraphs[span.paragraph].text[: span.start].strip()
    if before:
        return ending(before, 48).rstrip(".")
    at = span.paragraph - 1
    if change.table_part is TablePart.ROW:
        while at > 0 and _in_one_row(paragraphs[at - 1], paragraphs[at]):
            at -= 1
    return shortened(paragraphs[at].text, 48).rstrip(".") if at >= 0 else ""


def _in_one_row(one: Paragraph, other: Paragraph) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
