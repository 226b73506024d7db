"""Measures how long the DOCX of many paragraphs or many runs takes to read, and how much memory.

    python tests/benchmarks/docx_reading.py [--against PYTHON] [--rounds N]

Makes both files, reads each in a process of its own (the best of the rounds), and prints seconds
of processor time and the peak memory. With the Python of another checkout, where this program is
installed in an older form, it reads with that one in turn and prints the ratios as well.
"""

import argparse
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from made_text import paragraphs

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LOOKS = (
    "",
    "<w:b/>",
    "<w:i/>",
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/>',
    '<w:color w:val="C00000"/><w:lang w:val="en-GB"/>',
)
_READ = """
import resource, sys, time
from sverka.readers import read
before = resource.getrusage(resource.RUSAGE_SELF)
document = read(sys.argv[1])
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024)
"""


def main(arguments: Sequence[str]) -> int:
    """Print a line for each file: seconds, megabytes, and both as multiples of the older form."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--against", help="the Python of a checkout to compare with")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--paragraphs", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=1_000_000)
    options = parser.parse_args(arguments)
    made: dict[str, Callable[[], Iterator[str]]] = {
        f"{options.paragraphs} paragraphs": lambda: _many_paragraphs(options.paragraphs),
        f"{options.runs} runs in a paragraph": lambda: _many_runs(options.runs),
    }
    pythons = [sys.executable, *filter(None, [options.against])]
    with tempfile.TemporaryDirectory() as folder:
        for name, body in made.items():
            path = Path(folder) / "made.docx"
            _write(path, body())
            rounds = [[_measured(each, path) for each in pythons] for _ in range(options.rounds)]
            seconds, memory = (
                [min(one[k][what] for one in rounds) for k in range(len(pythons))]
                for what in (0, 1)
            )
            print(f"{name}: {seconds[0]:.2f} s, {memory[0]:.0f} MB", end="")
            if len(pythons) > 1:
                print(
                    f"; before {seconds[1]:.2f} s, {memory[1]:.0f} MB:"
                    f" time x {seconds[0] / seconds[1]:.2f}, memory x {memory[0] / memory[1]:.2f}",
                    end="",
                )
            print(flush=True)
    return 0


def _measured(python: str, path: Path) -> tuple[float, float]:
    """Seconds of processor time and megabytes at the peak."""
    told = subprocess.run(
        [python, "-c", _READ, str(path)], check=True, capture_output=True, text=True
    ).stdout.split()
    return float(told[0]), float(told[1])


def _many_paragraphs(count: int) -> Iterator[str]:
    """A document as people write them: headings, items, cells, links, and runs of several looks."""
    random = Random(1)
    for number, text in enumerate(paragraphs(count, 190, "en", 1)):
        words = text.split(" ")
        cuts = sorted(random.sample(range(1, len(words)), min(4, len(words) - 1)))
        pieces = [
            " ".join(words[a:b]) for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True)
        ]
        runs = [
            f'<w:r w:rsidR="00{number % 997:06X}"><w:rPr>{look}</w:rPr>'
            f'<w:t xml:space="preserve">{piece} </w:t></w:r>'
            for look, piece in zip(random.choices(_LOOKS, k=len(pieces)), pieces, strict=True)
        ]
        if number % 10 == 3:
            runs[-1] = f'<w:hyperlink r:id="link">{runs[-1]}</w:hyperlink>'
        style = "Heading1" if number % 25 == 0 else "Normal"
        item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' * (number % 5 == 1)
        paragraph = (
            f'<w:p w:rsidR="00{number % 997:06X}"><w:pPr><w:pStyle w:val="{style}"/>{item}</w:pPr>'
            f"{''.join(runs)}</w:p>"
        )
        if number % 8 == 7:
            yield f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc></w:tr></w:tbl>"
        else:
            yield paragraph


def _many_runs(count: int) -> Iterator[str]:
    """One paragraph of very many runs, every other one bold."""
    yield "<w:p>"
    for number in range(count):
        look = "<w:rPr><w:b/></w:rPr>" if number % 2 else ""
        yield f'<w:r>{look}<w:t xml:space="preserve">{number} </w:t></w:r>'
    yield "</w:p>"


_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def _write(path: Path, body: Iterator[str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _links(("main", "officeDocument", "word/document.xml")))
        archive.writestr(
            "word/_rels/document.xml.rels",
            _links(
                ("styles", "styles", "styles.xml"),
                ("numbering", "numbering", "numbering.xml"),
                ("link", "hyperlink", '#" TargetMode="External'),
            ),
        )
        archive.writestr("word/styles.xml", _part("styles", _STYLES))
        archive.writestr("word/numbering.xml", _part("numbering", _NUMBERING))
        with archive.open("word/document.xml", "w", force_zip64=True) as stream:
            stream.write(f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>'.encode())
            for piece in body:
                stream.write(piece.encode())
            stream.write(b"</w:body></w:document>")


def _part(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{_W}">{content}</w:{root}>'


def _links(*targets: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>'
        for key, kind, target in targets
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
