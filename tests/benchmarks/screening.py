"""Measures how many lines a second are screened, and what memory that takes.

    python tests/benchmarks/screening.py [--lines N …] [--against]

Made-up Russian prose wrapped at 72 characters, with a header and a page number in a sentence every
40 lines; `--against` takes an unwrapped copy without them as the other version. Time is that of the
processor, memory the peak of the process.
"""

import argparse
import resource
import sys
import textwrap
import time
from collections.abc import Sequence

from made_text import paragraphs

from sverka.model import Block, BlockKind, Decision, Document, Run, Source, Traits
from sverka.screening import screen

_PAGE = 40


def main(arguments: Sequence[str]) -> int:
    """Print a line for every length asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lines", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--against", action="store_true", help="with the other version as witness")
    options = parser.parse_args(arguments)
    for count in options.lines:
        document, other = _versions(count)
        before = time.process_time()
        screening = screen(document, other if options.against else None)
        seconds = time.process_time() - before
        removed = sum(f.decision is Decision.REMOVED for f in screening.findings)
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{count:>8} lines {seconds:6.2f} s {count / seconds:8.0f} lines/s {megabytes:5} MB"
            f"  {len(screening.paragraphs)} paragraphs, {removed} set aside"
        )
    return 0


def _versions(count: int) -> tuple[Document, Document]:
    """A wrapped text with page furniture, and the same without either."""
    lines: list[str] = []
    plain: list[str] = []
    for paragraph in paragraphs(count // 4, 400, "ru", seed=1):
        plain.append(paragraph)
        for line in textwrap.wrap(paragraph, 72):
            lines.append(line)
            if len(lines) % _PAGE == _PAGE - 2:
                lines += ["Отчёт водного управления", str(len(lines) // _PAGE + 1)]
        if len(lines) >= count:
            break
    return _document(lines[:count]), _document(plain)


def _document(lines: Sequence[str]) -> Document:
    source = Source(lines=(1, len(lines)))
    block = Block(BlockKind.PARAGRAPH, (Run("\n".join(lines)),), source=source)
    return Document("made.txt", "text", "", blocks=(block,), traits=Traits(hard_wrapped=True))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
