"""Print how many paragraphs of pages in columns are read whole and in order, by form.

python tests/benchmarks/page_layout.py [--seeds 1 2 3] [--show FORM]
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "gold"))

from made_layouts import FORMS, as_pdf, laid_out
from test_page_layout import scored

from sverka.readers import read
from sverka.screening import screen


def main() -> None:
    """Read pages of every form and print the shares; with --show what is read otherwise."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--show", choices=FORMS)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        if asked.show:
            show(asked.show, asked.seeds[0], Path(folder))
            return
        for form in FORMS:
            scores = [scored(form, seed, Path(folder)) for seed in asked.seeds]
            found = sum(scores[1:], scores[0])
            print(
                f"{form:26} whole {found.whole:4}/{found.paragraphs:4}"
                f"   in order {found.in_order:4}/{found.neighbours:4}"
            )


def show(form: str, seed: int, folder: Path) -> None:
    """Print the paragraphs that were set and are not read so, and those read that were not set."""
    layout = laid_out(form, seed)
    path = folder / "page.pdf"
    path.write_bytes(as_pdf(layout, seed))
    found = [one.text for one in screen(read(path)).paragraphs]
    for sign, texts, others in (
        ("-", [*layout.text, *layout.notes], found),
        ("+", found, [*layout.text, *layout.notes]),
    ):
        for number, text in enumerate(texts):
            if text not in others:
                print(f"{sign} {number:3} {text[:60]!r} … {text[-40:]!r}")


if __name__ == "__main__":
    main()
