"""Turns each threshold of screening up and down and prints what that does to F1 of furniture.

    python tests/benchmarks/weights.py [CASES_DIR] [--only WORD] [--all]

Without CASES_DIR the texts of tests/gold are used. CASES_DIR holds CASES.json, a list of cases with
`text` (a file beside it), `other_version` (the same without furniture, or null), `furniture` (a
list of objects with `line`, from 0) and `ignore` (lines, from 0). Each text is screened with its
other version where it has one, and alone.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "gold"))

from gold_scores import NOTHING, Score
from made_pages import BETWEEN, TURNS, in_pages, in_sections
from turning import print_turned, thresholds_of, turned

from sverka import read, screen
from sverka.model import Decision, Document
from sverka.screening.artifacts import artifact_weights
from sverka.screening.assembly import assembly_weights
from sverka.screening.furniture import furniture_weights
from sverka.screening.lines import line_weights

MODULES = (furniture_weights, line_weights, assembly_weights, artifact_weights)
WORTH_FITTING = 0.002
"""A gain in F1 from which a threshold should be fitted again."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, its other version, and which of its lines (from 1) are furniture, of those scored."""

    document: Document
    other: Document | None
    furniture: frozenset[int]
    ignored: frozenset[int] = frozenset()


def made_cases() -> Iterator[Case]:
    """The texts of tests/gold: pages with furniture of every form, and sections that have none."""
    for form in TURNS:
        language = "zh" if "zh" in form else "ru" if "ru" in form else "en"
        for count in (3, 9):
            text = in_pages(form, language, language == "zh" or count > 3, count)
            document = written(text.text)
            yield Case(document, None, text.furniture)
            yield Case(document, written(text.plain), text.furniture)
    for name in BETWEEN:
        text = in_sections(name, "zh" if "zh" in name else "ru")
        yield Case(written(text.text), None, text.furniture)


def written(text: str) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, "utf8")
        return read(path)


def cases_in(folder: Path) -> Iterator[Case]:
    """The labelled cases of a folder."""
    for case in json.loads((folder / "CASES.json").read_text("utf8")):
        document = read(folder / case["text"])
        gold = frozenset(mark["line"] + 1 for mark in case["furniture"])
        ignored = frozenset(line + 1 for line in case["ignore"])
        yield Case(document, None, gold - ignored, ignored)
        if case.get("other_version"):
            yield Case(document, read(folder / case["other_version"]), gold - ignored, ignored)


def f1(cases: list[Case]) -> float:
    """F1 of the lines that are set aside as furniture."""
    score = NOTHING
    for case in cases:
        findings = screen(case.document, case.other).findings
        found = {
            line
            for finding in findings
            if finding.kind.is_furniture and finding.decision is Decision.REMOVED
            for line in finding.lines
        }
        score += Score.of(found - case.ignored, case.furniture)
    return score.f1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, nargs="?")
    parser.add_argument("--only", default="", help="thresholds whose module or name has this word")
    parser.add_argument("--all", action="store_true", help="also those that change nothing")
    arguments = parser.parse_args()
    cases = list(cases_in(arguments.cases) if arguments.cases else made_cases())
    now = f1(cases)
    print(f"{len(cases)} texts, F1 {now:.4f}", flush=True)
    results = (
        turned(module, name, lambda: f1(cases), now)
        for module in MODULES
        for name in thresholds_of(module)
        if arguments.only.lower() in f"{module.__name__}.{name}".lower()
    )
    print_turned(results, WORTH_FITTING, arguments.all)


if __name__ == "__main__":
    main()
