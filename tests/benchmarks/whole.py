"""Prints what whole commands cost, each as a ratio to a yardstick that was run beside it.

    python tests/benchmarks/whole.py [ROW …] [--rounds N] [--python PYTHON] [--folder FOLDER]

What is measured runs as it runs once installed, from modules compiled before: each command is run
once unmeasured. What counts is the processor time of a process and of its children, user and
system, and of several rounds the least: machines differ and are busy, ratios hold. Without names
all rows are measured. A folder is measured pair by pair instead, each pair being NAME.old.* and
NAME.new.* or a folder with old.* and new.*. With --python another installation is measured with
the same inputs.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gold_pairs import PROFILES, make_pair
from made_text import paragraphs

ENGINE = "import numpy, rapidfuzz"
_READ = "import sys; from sverka.readers import read; read(sys.argv[1])"
_PYTHON_DOCX = (
    "import sys, docx; [p.text for p in docx.Document(sys.argv[1]).element.body.iter()"
    " if p.tag.endswith('}p')]"
)
_PDFIUM = (
    "import sys, pypdfium2; d = pypdfium2.PdfDocument(sys.argv[1]);"
    " [page.get_textpage().get_text_bounded() for page in d]"
)
_BARE_WINDOW = (
    "from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication([]);"
    " w = QMainWindow(); w.resize(1280, 800); w.show(); a.processEvents(); import os; os._exit(0)"
)
_WINDOW = (
    "import os, sys, pathlib, tempfile; from sverka.gui.app import make_application;"
    " a = make_application([]); from sverka.gui.window import MainWindow;"
    " from sverka.model import Options;"
    " w = MainWindow(pathlib.Path(tempfile.mkdtemp()) / 'window.json', Options());"
    " w.resize(1280, 800); w.show(); a.processEvents(); os._exit(0)"
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time, and megabytes at the peak."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: the commands to measure and to divide by, and the ratio asked for."""

    name: str
    work: Callable[["Bench"], list[str]]
    yardstick: Callable[["Bench"], list[str]]
    asked: float


class Bench:
    """Inputs in a folder, made when first asked for, and the Python that is measured."""

    def __init__(self, folder: Path, python: str):
        self.folder = folder
        self.python = python

    def code(self, source: str, *arguments: Path) -> list[str]:
        """Python code run with the names of files."""
        return [self.python, "-c", source, *map(str, arguments)]

    def compare(self, pair: tuple[Path, Path], *options: str) -> list[str]:
        """`sverka compare` of a pair, with its JSON."""
        target = str(self.folder / "result.json")
        return [
            *(self.python, "-m", "sverka", "compare", "--quiet", "--json", target),
            *options,
            *map(str, pair),
        ]

    @cached_property
    def engine(self) -> list[str]:
        """The yardstick of most rows: the libraries a comparison rests on."""
        return self.code(ENGINE)

    def texts(self, count: int, profile: str) -> tuple[Path, Path]:
        """Two versions as plain text, a paragraph a line."""
        pair = self._named(f"{profile}-{count}", ".txt")
        if not pair[0].exists():
            made = make_pair(paragraphs(count, 190, "en", 1), PROFILES[profile], 1)
            for path, version in zip(pair, (made.old, made.new), strict=True):
                path.write_text("".join(f"{text}\n" for text in version), encoding="utf-8")
        return pair

    def documents(self, count: int, profile: str) -> tuple[Path, Path]:
        """The same two versions as DOCX."""
        pair = self._named(f"{profile}-{count}", ".docx")
        if not pair[0].exists():
            import docx

            for path, source in zip(pair, self.texts(count, profile), strict=True):
                document = docx.Document()
                for text in source.read_text(encoding="utf-8").splitlines():
                    document.add_paragraph(text)
                document.save(path)
        return pair

    def printed(self, pages: int) -> Path:
        """A PDF of so many pages of text."""
        path = self.folder / f"{pages}.pdf"
        if not path.exists():
            _print_text(paragraphs(pages * 12, 190, "en", 1), path)
        return path

    def huge(self, words: int) -> tuple[Path, Path]:
        """One paragraph of so many words, one word in twenty edited."""
        pair = self._named(f"huge-{words}", ".txt")
        if not pair[0].exists():
            made = " ".join(paragraphs(words // 30, 190, "en", 1)).split(" ")[:words]
            edited = [w if n % 20 else made[(n * 7) % len(made)] for n, w in enumerate(made)]
            for path, version in zip(pair, (made, edited), strict=True):
                path.write_text(" ".join(version), encoding="utf-8")
        return pair

    def _named(self, name: str, suffix: str) -> tuple[Path, Path]:
        return self.folder / f"{name}.old{suffix}", self.folder / f"{name}.new{suffix}"


def _print_text(texts: list[str], path: Path) -> None:
    """Text printed to a PDF by Qt, in lines of a page's width."""
    source = (
        "import sys; from PySide6.QtGui import QGuiApplication, QPdfWriter, QTextDocument;"
        " a = QGuiApplication([]); w = QPdfWriter(sys.argv[1]); d = QTextDocument();"
        " d.setPlainText(sys.stdin.read()); d.print_(w)"
    )
    subprocess.run(
        [sys.executable, "-c", source, str(path)],
        input="\n".join(texts),
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


ROWS = {
    "version": Row(
        "--version ÷ argparse, gettext",
        lambda bench: [bench.python, "-m", "sverka", "--version"],
        lambda bench: bench.code("import argparse, gettext"),
        2.5,
    ),
    "page": Row(
        "two one-page TXT ÷ numpy, rapidfuzz",
        lambda bench: bench.compare(bench.texts(12, "heavy")),
        lambda bench: bench.engine,
        1.8,
    ),
    "light": Row(
        "10,000 paragraphs, light ÷ numpy, rapidfuzz",
        lambda bench: bench.compare(bench.texts(10_000, "light")),
        lambda bench: bench.engine,
        7,
    ),
    "heavy": Row(
        "10,000 paragraphs, heavy ÷ numpy, rapidfuzz",
        lambda bench: bench.compare(bench.texts(10_000, "heavy")),
        lambda bench: bench.engine,
        12,
    ),
    "growth": Row(
        "100,000 heavy ÷ 10,000 heavy",
        lambda bench: bench.compare(bench.texts(100_000, "heavy")),
        lambda bench: bench.compare(bench.texts(10_000, "heavy")),
        9,
    ),
    "huge": Row(
        "a paragraph of 400,000 words ÷ numpy, rapidfuzz",
        lambda bench: bench.compare(bench.huge(400_000)),
        lambda bench: bench.engine,
        40,
    ),
    "docx-read": Row(
        "DOCX of 10,000 read ÷ python-docx",
        lambda bench: bench.code(_READ, bench.documents(10_000, "light")[0]),
        lambda bench: bench.code(_PYTHON_DOCX, bench.documents(10_000, "light")[0]),
        2.5,
    ),
    "docx": Row(
        "DOCX of 10,000 compared ÷ TXT",
        lambda bench: bench.compare(bench.documents(10_000, "light")),
        lambda bench: bench.compare(bench.texts(10_000, "light")),
        1.3,
    ),
    "pdf": Row(
        "PDF of 300 pages read ÷ PDFium's plain text",
        lambda bench: bench.code(_READ, bench.printed(300)),
        lambda bench: bench.code(_PDFIUM, bench.printed(300)),
        8,
    ),
    "window": Row(
        "window usable ÷ a bare window",
        lambda bench: bench.code(_WINDOW),
        lambda bench: bench.code(_BARE_WINDOW),
        1.5,
    ),
}


def main(arguments: Sequence[str]) -> int:
    """Print the table, or a line for each pair of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("row", nargs="*", metavar="ROW", help=f"of {', '.join(ROWS)}")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", default=sys.executable, help="whose sverka is measured")
    parser.add_argument("--folder", type=Path, help="measure the pairs of this folder instead")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), options.python)
        rows = (
            list(_rows_of(options.folder))
            if options.folder
            else [ROWS[name] for name in options.row or ROWS]
        )
        print(f"{'work':52}{'asked':>7}{'now':>7}{'seconds':>9}{'MB':>7}")
        for row in rows:
            commands = row.work(bench), row.yardstick(bench)
            cost, yardstick = _measured(commands, options.rounds, _environment(Path(name)))
            ratio = cost.seconds / yardstick.seconds
            asked = f"{row.asked:7.1f}" if row.asked else " " * 7
            line = f"{row.name:52}{asked}{ratio:7.1f}{cost.seconds:9.2f}{cost.memory:7.0f}"
            print(line, flush=True)
    return 0


def _rows_of(folder: Path) -> Iterator[Row]:
    for old in sorted([*folder.glob("**/*.old.*"), *folder.glob("**/old.*")]):
        found = sorted(old.parent.glob(f"{old.name.split('old.')[0]}new.*"))
        if found:
            pair = old, found[0]
            name = str(old.relative_to(folder)).removesuffix(old.suffix)
            yield Row(name[-50:], _of(pair), lambda bench: bench.engine, 0)


def _of(pair: tuple[Path, Path]) -> Callable[[Bench], list[str]]:
    return lambda bench: bench.compare(pair)


def _measured(
    commands: tuple[list[str], list[str]], rounds: int, environment: dict[str, str]
) -> tuple[Cost, Cost]:
    """The least cost of both commands, run in turns, after each was run once."""
    for command in commands:
        _cost(command, environment)
    costs = [tuple(_cost(command, environment) for command in commands) for _round in range(rounds)]
    first, second = (min(c, key=lambda cost: cost.seconds) for c in zip(*costs, strict=True))
    return first, second


def _cost(command: list[str], environment: dict[str, str]) -> Cost:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _environment(folder: Path) -> dict[str, str]:
    """That of this process, in English, off the screen, keeping compiled modules in `folder`."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
        "LANGUAGE": "en",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
