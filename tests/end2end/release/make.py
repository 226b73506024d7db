"""Writes corrected.docx and corrected.pdf from corrected.txt; both are kept with the tests.

    .venv/bin/python tests/end2end/release/make.py     # needs LibreOffice for the PDF

The first paragraph is the title, which is also the header of every page; the footer has its number.
"""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2] / "packaging"))

from samples import Release, document_of, packed  # noqa: E402

WRITTEN = datetime(2025, 10, 17, 18, 0, 0)


def main() -> None:
    title, *paragraphs = (HERE / "corrected.txt").read_text("utf8").strip().split("\n\n")
    release = Release(
        file="corrected.docx",
        language="ru-RU",
        author="Приозёрская академия часового дела",
        title=title,
        paragraphs=tuple(paragraphs),
    )
    (HERE / release.file).write_bytes(packed(document_of(release), WRITTEN))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", HERE, HERE / release.file],
        check=True,
    )


if __name__ == "__main__":
    main()
