"""Reads tables kept as text (CSV, TSV): how they are kept is told by their content."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from sverka.model import (
    Aspect,
    Block,
    BlockKind,
    Cell,
    Document,
    Phrase,
    ReadError,
    Run,
    Source,
    Stage,
    Traits,
)
from sverka.readers.intake import Intake, without_text
from sverka.readers.limits import MAX_CSV_CELLS, MAX_CSV_FIELD
from sverka.readers.plain_text import match as is_text
from sverka.readers.plain_text import text_file
from sverka.readers.registry import Format, Match, Settings

_DELIMITERS = ",;\t|"
_SAMPLE = 65536
_STEP = 1024
_TRAITS = Traits(soft_breaks=True, structured=True, tells=frozenset({Aspect.TABLES}))


def match(intake: Intake) -> Match:
    """Such a table is text; only its name says that its commas mean something."""
    return is_text(intake)


def read(intake: Intake, settings: Settings) -> Document:
    """Read a table: a block a cell, row by row."""
    file = text_file(intake, settings)
    try:
        blocks = tuple(_blocks(file.text.replace("\f", " "), intake.path, settings))
    except csv.Error as error:
        raise ReadError(
            "“{file}” is no table: {reason}; save it once more as CSV.",
            file=intake.path,
            reason=str(error),
        ) from error
    if not any(block.text.strip() for block in blocks):
        raise without_text(intake.path)
    return Document(
        intake.path, FORMAT.name, intake.sha256, file.properties, blocks, file.notices, _TRAITS
    )


def delimiter_of(text: str) -> str:
    """The sign between cells: the one that cuts most rows of the beginning into as many cells."""
    rated = {sign: _rating(text[:_SAMPLE], sign) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: rated[sign])


def _rating(sample: str, sign: str) -> tuple[float, int]:
    """The share of rows that have as many cells as most have, and how many these are."""
    try:
        counts = Counter(len(row) for row in _rows(sample, sign) if row)
    except csv.Error:
        return 0.0, 0
    if not counts:
        return 0.0, 0
    cells, rows = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    return (rows / counts.total(), cells) if cells > 1 else (0.0, 0)


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    # The limit is one for the whole program, and nothing else in it reads such tables.
    csv.field_size_limit(MAX_CSV_FIELD)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=sign)


def _blocks(text: str, shown: str, settings: Settings) -> Iterator[Block]:
    total = max(1, text.count("\n"))
    cells = 0
    rows = (row for row in _rows(text, delimiter_of(text)) if any(one.strip() for one in row))
    for number, row in enumerate(rows, start=1):
        cells += len(row)
        if cells > MAX_CSV_CELLS:
            raise ReadError(
                "“{file}” has more than {count} cells, the most this program reads; divide it.",
                file=shown,
                count=MAX_CSV_CELLS,
            )
        if number % _STEP == 0:
            settings.progress(Stage.READING, min(1.0, number / total))
        for column, value in enumerate(row, start=1):
            words = value.strip().replace("\r\n", "\n").replace("\r", "\n")
            runs = (Run(words),) if words else ()
            yield Block(BlockKind.TABLE_CELL, runs, source=Source(), cell=Cell(1, number, column))


FORMAT = Format("csv", Phrase("CSV"), (".csv", ".tsv", ".tab"), match, read)
