"""Measure how long PDF files take to be read, in times of PDFium's own plain text.

    python tests/benchmarks/pdf_reading.py FILE_OR_FOLDER … [--rounds 3] [--each] [--most 8]

Both are user CPU of this process, the least of the rounds. PDFium's part is to load each page, find
its characters and give its text. Files that cannot be read are named and left out. With --most the
exit code says whether the ratio over all files is no more than that.
"""

import argparse
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium

from sverka.model import Stage, SverkaError, Tracked
from sverka.readers.intake import Intake, take_in
from sverka.readers.pdf.pdf_pages import read_pages
from sverka.readers.registry import Settings


def main(arguments: Sequence[str]) -> int:
    """Measure the files named and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--each", action="store_true", help="a line for each file")
    parser.add_argument("--most", type=float)
    asked = parser.parse_args(arguments)
    ours = theirs = 0.0
    pages = 0
    for path in _files(asked.places):
        found = _measured(path, asked.rounds)
        if found is None:
            continue
        own, plain, count = found
        ours, theirs, pages = ours + own, theirs + plain, pages + count
        if asked.each:
            print(
                f"{own / plain:6.2f}  {1000 * own / count:7.2f} ms a page  {count:5}  {path.name}"
            )
    ratio = ours / theirs if theirs else 0.0
    print(f"{ratio:.2f} times PDFium's plain text: {ours:.2f} s for {theirs:.2f} s, {pages} pages")
    return int(asked.most is not None and ratio > asked.most)


def _files(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        yield from sorted(place.rglob("*.pdf")) if place.is_dir() else [place]


def _measured(path: Path, rounds: int) -> tuple[float, float, int] | None:
    """User CPU in seconds of our reading and of PDFium's, and the pages."""
    try:
        intake = take_in(path)
        pages = _read(intake)
    except SverkaError as error:
        print(f"left out: {error}", file=sys.stderr)
        return None
    ours = min(_cpu(lambda: _read(intake)) for _ in range(rounds))
    theirs = min(_cpu(lambda: _plain_text(intake.data)) for _ in range(rounds))
    return (ours, theirs, pages) if theirs else None


def _cpu(work: Callable[[], object]) -> float:
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    work()
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - start


def _read(intake: Intake) -> int:
    return read_pages(intake, Settings(None, Tracked.ACCEPT, _silent)).properties.pages or 0


def _silent(_stage: Stage, _fraction: float) -> None:
    pass


def _plain_text(data: bytes) -> int:
    """PDFium's own text of all pages; how many characters it has."""
    characters = 0
    document = pdfium.PdfDocument(data)
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            continue
        textpage = page.get_textpage()
        characters += len(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return characters


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
