"""Tries every threshold of the alignment below and above its value, and prints what that does.

    python tests/benchmarks/thresholds.py [GOLD.json …] [--only NAME …] [--by 1.25]

A gold file is {"old": [text], "new": [text], "links": [{"old": [index], "new": [index]}]} or
{"pairs": [such]}. Without files the gold of the tests is taken: the pairs written by hand, and
those made by heavy editing. Printed are the F1 of all links and of the changed ones over the whole
set, in thousandths, and by how much each value moves them: "." where nothing changes. A threshold
stands well where no column is better than its own. One that the set does not reach has two dots.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "gold"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from gold_pairs import PROFILES, make_pair
from gold_scores import NOTHING, Score
from made_text import paragraphs
from test_alignment import FLOORS_OF_MADE, SEED, WRITTEN, Pair, scored, written

from sverka.alignment import thresholds

BOUNDS = frozenset(
    """WORTH_COMPARING PAIRS_A_PARAGRAPH FEWEST_PAIRS MOST_PAIRS MOST_FEATURES_KEPT
    LEAST_FEATURES_KEPT FEATURES_IN_ALL LEAST_SHARE_KEPT GAP_CELLS GAP_TOKEN_PAIRS BESIDE_DIAGONAL
    MANY_PIECES MOST_APART JOINED_PARAGRAPHS JOINED_TOKENS""".split()
)
"""Those that only limit work or memory."""

LARGEST = {"RARE_PRODUCT": 63}
"""What a value must not go beyond, however much is asked."""


def fitted() -> dict[str, float]:
    """The thresholds that decide, with their values."""
    return {
        name: value
        for name, value in vars(thresholds).items()
        if name.isupper() and isinstance(value, int | float) and name not in BOUNDS
    }


def below_and_above(name: str, value: float, by: float) -> tuple[float, float]:
    """Two values to try: whole ones for a whole one, and no share beyond 1."""
    if isinstance(value, int):
        above = max(value + 1, round(value * by))
        return max(0, min(value - 1, round(value / by))), min(above, LARGEST.get(name, above))
    return value / by, min(1.0, value * by)


def own_gold() -> Iterator[Pair]:
    """The gold of the tests."""
    yield from map(written, WRITTEN)
    for language, count, length in FLOORS_OF_MADE:
        made = make_pair(paragraphs(count, length, language, SEED), PROFILES["heavy"], SEED)
        yield Pair(made.old, made.new, [link for link in made.links if all(link)])


def gold_in(files: Sequence[str]) -> Iterator[Pair]:
    """The pairs of gold files."""
    for file in files:
        content = json.loads(Path(file).read_text("utf8"))
        for pair in content.get("pairs", [content]):
            links = [(tuple(link["old"]), tuple(link["new"])) for link in pair["links"]]
            yield Pair(pair["old"], pair["new"], [link for link in links if all(link)])


def reached(pairs: Sequence[Pair]) -> tuple[float, float]:
    """F1 of all links and of changed ones over all pairs, in thousandths."""
    scores = list(map(scored, pairs))
    both = (sum((s[name] for s in scores), NOTHING) for name in ("f1", "changed"))
    every, changed = map(_thousandths, both)
    return every, changed


def _thousandths(score: Score) -> float:
    return 1000 * score.f1


def tried(name: str, value: float, work: Callable[[], tuple[float, float]]) -> tuple[float, float]:
    """What is reached with another value of one threshold."""
    kept = getattr(thresholds, name)
    setattr(thresholds, name, value)
    try:
        return work()
    finally:
        setattr(thresholds, name, kept)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="GOLD.json")
    parser.add_argument("--only", nargs="+", choices=sorted(fitted()), metavar="NAME")
    parser.add_argument("--by", type=float, default=1.25, help="the factor to go down and up by")
    arguments = parser.parse_args()
    pairs = list(gold_in(arguments.files) if arguments.files else own_gold())
    every, changed = reached(pairs)
    print(f"{len(pairs)} pairs: all {every:.1f}, changed {changed:.1f}")
    print(
        f"{'':24}{'value':>8}{'below':>9}{'all':>8}{'changed':>9}{'above':>9}{'all':>8}{'changed':>9}"
    )
    for name, value in fitted().items():
        if arguments.only and name not in arguments.only:
            continue
        row = f"{name:24}{value:>8.3g}"
        for other in below_and_above(name, value, arguments.by):
            now = tried(name, other, lambda: reached(pairs))
            moved = (now[0] - every, now[1] - changed)
            shown = [f"{by:+.1f}" if abs(by) >= 0.05 else "." for by in moved]
            row += f"{other:>9.3g}{shown[0]:>8}{shown[1]:>9}"
        print(row, flush=True)


if __name__ == "__main__":
    main()
