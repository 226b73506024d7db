"""What the documents for contributors name is there: a file that moves takes its row along."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("desktop/**/*.md"), *ROOT.glob("*.md")])
EXAMPLES = {"sverka_lyrics.py"}
"""Names that stand for what somebody else would write."""

NAMED = re.compile(r"`([\w./-]+/|[\w./-]+\.(?:py|sh|md|toml|txt|csv|json))`")


def files_and_folders() -> list[str]:
    """Every file and folder of the project, with a slash before and, for a folder, behind."""
    inside = [
        path
        for top in ("desktop", "resources", "tests", "packaging", ".github", ".ci")
        for path in (ROOT / top).rglob("*")
    ]
    found = [*inside, *ROOT.iterdir()]
    return [f"/{path.relative_to(ROOT).as_posix()}" + "/" * path.is_dir() for path in found]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_and_folder_that_a_document_names_is_there(document: Path) -> None:
    there = files_and_folders()
    named = set(NAMED.findall(document.read_text("utf-8"))) - EXAMPLES
    missing = [
        name
        for name in sorted(named)
        if "../" not in name and not any(one.endswith(f"/{name.lstrip('./')}") for one in there)
    ]
    assert not missing
