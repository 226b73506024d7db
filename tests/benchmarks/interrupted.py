"""Print how many interrupted sentences of the gold texts stand rejoined, by language and kind.

python tests/benchmarks/interrupted.py [--times 2 3 4 5]
"""

import argparse
import sys
from collections import Counter
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "gold"))

from interrupted_texts import CASELESS, LANGUAGES, bank, interrupted
from test_furniture import screened, squeezed
from test_interrupted import FORMS


def main() -> None:
    """Measure texts with so many interruptions each, alone and with the other version."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--times", type=int, nargs="+", default=[2, 3, 4, 5])
    times = parser.parse_args().times
    print(f"{'':22}{'times':>6} {'alone':>16} {'with the other':>18}")
    with TemporaryDirectory() as folder:
        for script in ("capital", "caseless"):
            for often in times:
                told = [counted(script, often, against, Path(folder)) for against in (False, True)]
                kinds = dict.fromkeys((*sorted(told[0]), "all"))
                for kind in kinds:
                    cells = (shared(table, kind) for table in told)
                    print(f"{script + ' ' + kind:22}{often:>6} " + " ".join(cells))


def counted(script: str, times: int, against: bool, folder: Path) -> dict[str, Counter[str]]:
    """By kind of break: sentences there are, and those that stand rejoined."""
    found: dict[str, Counter[str]] = {}
    for language in LANGUAGES:
        if (language in CASELESS) != (script == "caseless"):
            continue
        kinds = dict.fromkeys(kind for kind, _before, _after in bank(language).breaks)
        for kind, form, wrapped in product(kinds, FORMS, (True, False)):
            made = interrupted(language, kind, form, times, wrapped, 2)
            if made is None:
                continue
            screening = screened(made.text, folder, made.plain if against else None)
            together = "\n".join(squeezed(one.text) for one in screening.paragraphs)
            ends = [squeezed(a)[-16:] + squeezed(b)[:16] for a, b in made.sentences]
            count = found.setdefault(f"{kind}", Counter())
            count.update(joined=sum(end in together for end in ends), all=len(ends))
    return found


def shared(table: dict[str, Counter[str]], kind: str) -> str:
    """The share of one kind, or of all but those before a small letter."""
    chosen = [count for name, count in table.items() if kind in (name, "all") and name != "lower"]
    if kind == "lower":
        chosen = [table[kind]]
    joined, every = (sum(count[word] for count in chosen) for word in ("joined", "all"))
    return f"{joined:>5}/{every:<5}{joined / every if every else 0:.3f}"


if __name__ == "__main__":
    main()
