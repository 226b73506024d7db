"""Writes the redline of pairs of DOCX and judges it: python tests/benchmarks/redlines.py [CASE …].

The pairs and the judge stand beside the checkout, where they are; the judge resolves a redline both
ways by code of its own. `measured` gives the figures that the test of the gold sets holds.
"""

import importlib.util
import re
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from rapidfuzz.distance import Indel

from sverka.redline import write_redline

SHARED = Path(__file__).resolve().parents[3] / "shared"
PAIRS = SHARED / "cases" / "redline"
JUDGE = SHARED / "tools" / "check_redline.py"
_WORDS = re.compile(r"\w+|\s|[^\w\s]")


def judge() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_redline", JUDGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(slots=True)
class Figures:
    """How many pairs each thing held for, and those for which it did not."""

    pairs: int = 0
    failed: dict[str, list[str]] = field(default_factory=dict)
    painted: int = 0
    plain: int = 0
    twice: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def held(self, what: str) -> int:
        return self.pairs - len(self.failed.get(what, ()))

    @property
    def ratio(self) -> float:
        return self.painted / max(1, self.plain)


ASKED = ("right", "strict", "formatting", "headers", "no problem", "written")


def plain_difference(check: ModuleType, old: Path, new: Path) -> int:
    """How many characters a plain difference of words deletes and inserts."""
    texts = []
    for path in (old, new):
        body, _notes, _headers = check.view(check.Pkg(str(path)), "accept")
        texts.append(_WORDS.findall("\n".join(one[0] for one in body)))
    a, b = texts
    total = 0
    for tag, a0, a1, b0, b1 in Indel.opcodes(a, b):
        if tag != "equal":
            total += sum(len(x.strip("\n\ufffc")) for x in (*a[a0:a1], *b[b0:b1]))
    return total


def painted_twice(path: Path) -> list[str]:
    """Stretches of words that stand deleted and inserted right beside each other."""
    from lxml import etree

    found = []
    import zipfile

    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    for paragraph in root.iter(w + "p"):
        deleted = "".join(
            t.text or "" for e in paragraph.findall(w + "del") for t in e.iter(w + "delText")
        )
        inserted = "".join(
            t.text or "" for e in paragraph.findall(w + "ins") for t in e.iter(w + "t")
        )
        if len(deleted.strip()) > 3 and deleted.strip() in inserted:
            found.append(deleted)
    return found


def measured(cases: Iterable[str], folder: Path) -> Figures:
    figures = Figures()
    check = judge()
    for case in cases:
        old, new = PAIRS / case / "old.docx", PAIRS / case / "new.docx"
        target = folder / f"{case}.docx"
        figures.pairs += 1
        start = time.perf_counter()
        try:
            write_redline(old, new, target)
        except Exception as error:
            for what in ASKED:
                figures.failed.setdefault(what, []).append(f"{case}: {error!r}")
            if "--raise" in sys.argv:
                raise
            continue
        figures.seconds += time.perf_counter() - start
        _judged(figures, check.check(str(old), str(new), str(target)), case)
        painted = _painted(check.counts(check.Pkg(str(target)))[0])
        plain = plain_difference(check, old, new)
        figures.painted += painted
        figures.plain += plain
        if painted > 2 * plain:
            figures.over.append(f"{case}: {painted} for {plain}")
        figures.twice += [f"{case}: {text!r}" for text in painted_twice(target)]
    return figures


def _painted(counts: dict[str, int]) -> int:
    return counts["ins_chars"] + counts["del_chars"]


def _judged(figures: Figures, found: dict[str, Any], case: str) -> None:
    ways = found["accept"], found["reject"]
    held = {
        "right": all(way["lenient"] and way["notes"] for way in ways),
        "strict": all(way["strict"] for way in ways),
        "formatting": all(way["fmt"] for way in ways),
        "headers": all(way["hf"] for way in ways),
        "no problem": not found["problems"],
    }
    for what, holds in held.items():
        if not holds:
            why = [way.get("first_diff") for way in ways] if what == "right" else found["problems"]
            which = "".join(
                name
                for name, way in zip("AR", ways, strict=True)
                if not way.get(
                    {"right": "lenient", "headers": "hf", "formatting": "fmt"}.get(what, what), True
                )
            )
            figures.failed.setdefault(what, []).append(f"{case} {which} {why}")


def main() -> None:
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    cases = names or sorted(path.name for path in PAIRS.iterdir() if path.is_dir())
    keep = Path("/tmp/redlines") if "--keep" in sys.argv else None
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        figures = measured(cases, folder)
    for what in ASKED:
        print(f"{what}: {figures.held(what)} of {figures.pairs}")
        for why in figures.failed.get(what, ()):
            print("   ", why)
    print(f"painted {figures.painted}, plain {figures.plain}: {figures.ratio:.3f}")
    print("over 2:", *figures.over, sep="\n    ")
    print("twice:", *figures.twice, sep="\n    ")
    print(f"{figures.seconds:.1f} s")


if __name__ == "__main__":
    main()
