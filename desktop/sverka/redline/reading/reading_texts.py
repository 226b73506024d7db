"""Both reading texts, ready to be written: what is in them, and each of them as a clean DOCX."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sverka.language import Language
from sverka.model import Comparison, Paragraph, Part, Side
from sverka.redline.reading.clean_comments import CleanComment, furniture_comments
from sverka.redline.reading.clean_lists import (
    ListMark,
    begins_with_label,
    list_marks,
    without_label,
)
from sverka.redline.reading.clean_package import clean_package
from sverka.redline.reading.clean_paragraphs import CleanText, Dress, dressed
from sverka.redline.reading.clean_tables import clean_blocks

_NO_TEXT = (Part.HEADER, Part.FOOTER, Part.COMMENT)
"""Streams that are not in the redline of reading texts: they stand on pages, or beside the text."""


@dataclass(frozen=True, slots=True)
class ReadingTexts:
    """Both versions as they are written, the lists of both, and the comments of both."""

    old: CleanText
    new: CleanText
    lists: Sequence[ListMark]
    comments: Sequence[CleanComment]

    def of(self, side: Side) -> CleanText:
        """One version."""
        return self.old if side is Side.OLD else self.new

    def indexes(self, side: Side) -> list[int]:
        """The paragraphs of one version that are written, in order."""
        paragraphs = self.of(side).paragraphs
        return [n for n, one in enumerate(paragraphs) if one.part not in _NO_TEXT]

    def document(self, side: Side) -> bytes:
        """One version as a clean DOCX."""
        blocks = clean_blocks(self.of(side), self.indexes(side))
        return clean_package(blocks, self.lists, [one for one in self.comments if one.side is side])


def reading_texts(
    comparison: Comparison, author: str, moment: datetime, language: Language
) -> ReadingTexts:
    """Both reading texts, ready to be written.

    A version whose format does not say what is a heading or a list has it as the other version
    does, and looks are written where both can have them: otherwise all would be changed.
    """
    date = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    comments = furniture_comments(comparison, author, date, language)
    versions = {side: list(comparison.version(side).paragraphs) for side in Side}
    marks = {side: list_marks(versions[side]) for side in Side}
    lists = list(dict.fromkeys(mark for side in Side for mark in marks[side].values()))
    dresses = {
        side: {n: dressed(one, marks[side].get(n), lists) for n, one in enumerate(versions[side])}
        for side in Side
    }
    _lend(comparison, versions, dresses)
    looks = all(comparison.version(side).document.traits.formatted for side in Side)
    old, new = (
        CleanText(side, versions[side], dresses[side], looks, _by_paragraph(comments, side))
        for side in Side
    )
    return ReadingTexts(old, new, lists, comments)


def _lend(
    comparison: Comparison,
    versions: Mapping[Side, list[Paragraph]],
    dresses: Mapping[Side, dict[int, Dress]],
) -> None:
    """Let paragraphs of a version that cannot say what they are stand as what they became.

    A label ("1. ") that one version has in its text and the other beside it stands beside it.
    """
    traits = {side: comparison.version(side).document.traits for side in Side}
    for link in comparison.alignment.links:
        for side in Side:
            others = link.of(side.other)
            if traits[side].structured or not traits[side.other].structured or not others:
                continue
            label = versions[side.other][others[0]].label
            for place, index in enumerate(link.of(side)):
                lent = dresses[side.other][others[0]]
                if label and not place:
                    versions[side][index] = without_label(versions[side][index], label)
                if begins_with_label(versions[side][index].text):
                    lent = lent._replace(list=0)  # it would be numbered twice
                dresses[side][index] = lent


def _by_paragraph(comments: Sequence[CleanComment], side: Side) -> dict[int, list[CleanComment]]:
    found: dict[int, list[CleanComment]] = {}
    for one in comments:
        if one.side is side:
            found.setdefault(one.paragraph, []).append(one)
    return found
