"""Cases to read: what is found in a text, and how it reads without it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.language import ENGLISH
from sverka.model import Document, Screening
from sverka.screening import screen
from sverka.wording import finding_reasons

CASES = sorted((Path(__file__).parents[2] / "golden" / "screening").glob("*.txt"))
SECTIONS = ("document", "other version", "reading text", "findings")


def sections(case: Path) -> dict[str, str]:
    """The parts of a case, by their headings."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in case.read_text("utf-8").split("\n"):
        if line.startswith("=== "):
            lines = found.setdefault(line[4:], [])
        else:
            lines.append(line)
    assert set(found) <= set(SECTIONS)
    return {name: "\n".join(lines).strip("\n") for name, lines in found.items()}


def told(screening: Screening) -> str:
    """The findings, one under the other."""
    said = []
    for finding in screening.findings:
        lines = ", ".join(map(str, finding.lines))
        said.append(f"{finding.kind} · {finding.tier} · {finding.decision} · lines {lines}")
        said += [f"    {line}" for line in finding.text.split("\n")]
        if finding.suggestion:
            said.append(f"    suggested: {finding.suggestion}")
        said += [f"    - {sentence}" for sentence in finding_reasons(finding, ENGLISH)]
    return "\n".join(said)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_case_reads_as_it_is_written_down(text: Callable[[str], Document], case: Path) -> None:
    parts = sections(case)
    other = text(parts["other version"]) if "other version" in parts else None
    screening = screen(text(parts["document"]), other)
    reading = "\n\n".join(f"[{p.kind}] {p.text}" for p in screening.paragraphs)
    assert reading == parts["reading text"]
    assert told(screening) == parts["findings"]


def test_there_are_cases() -> None:
    assert len(CASES) >= 5
