"""What an editor must see between a published press release and its corrected edition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sverka import compare
from sverka.model import Change, Comparison

FORMATS = ("corrected.txt", "corrected.docx", "corrected.pdf")

ExpectedChange = tuple[int | None, int | None, str, str, str, set[str] | str | None]
"""Old and new paragraph from 1; the kind, old and new text as patterns; and the categories.

Categories are meant exactly when they are a set, as a choice when they are a string, and may be any
when they are None.
"""


@dataclass(frozen=True, slots=True)
class Release:
    """A release in a folder: its changes, and what was found in the published text.

    `interruption` is what stands before and behind the header, `rejoined` the words around it in
    paragraph `paragraph` (from 0) of the reading text; `mixed` is the word of two alphabets, its
    correction and its line.
    """

    folder: Path
    changes: Sequence[ExpectedChange]
    interruption: str
    rejoined: str
    paragraph: int
    mixed: tuple[str, str, int]
    pages: int

    def compared(self, old: str, new: str) -> Comparison:
        """The comparison of two of its files."""
        return _compared(self.folder / old, self.folder / new)


@cache
def _compared(old: Path, new: Path) -> Comparison:
    return compare(old, new)


def seen(result: Comparison, change: Change) -> tuple[object, ...]:
    """A change as `ExpectedChange` writes it."""

    def side(span: object, version: object) -> tuple[int | None, str]:
        if span is None:
            return None, ""
        text = version.paragraphs[span.paragraph].text[span.start : span.end]  # type: ignore[attr-defined]
        return span.paragraph + 1, text  # type: ignore[attr-defined]

    old, new = side(change.old, result.old), side(change.new, result.new)
    return old[0], new[0], change.kind.value, old[1], new[1], set(change.categories)


def matches(row: tuple[object, ...], expected: ExpectedChange) -> bool:
    """Whether a change is the expected one."""
    return (
        row[:2] == expected[:2]
        and re.fullmatch(expected[2], str(row[2])) is not None
        and re.fullmatch(expected[3], str(row[3])) is not None
        and re.fullmatch(expected[4], str(row[4])) is not None
        and _categories_match(row[5], expected[5])
    )


def _categories_match(found: object, expected: set[str] | str | None) -> bool:
    if isinstance(expected, str):
        return found in [{choice} for choice in expected.split("|")]
    return expected is None or found == expected
