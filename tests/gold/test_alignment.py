"""Gold alignments: which paragraph became which, in pairs written by hand and made from a seed.

The floors stand just under what is reached, so that a broken rule is noticed. Where a better rule
lowers a figure and raises the others, look at the pair before moving its floor.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from gold_pairs import PROFILES, make_pair
from gold_scores import Group, Score, alignment_scores
from made_text import paragraphs

from sverka import align

FOLDER = Path(__file__).parent / "alignment"
SEED = 6
WRITTEN = sorted(path.stem for path in FOLDER.glob("*.txt"))

WHOLE = {"f1": 1.0, "changed": 1.0, "moved": 1.0, "split": 1.0, "merge": 1.0}

FLOORS_OF_WRITTEN = {
    "ar-alone": WHOLE,
    "de-alone": WHOLE,
    "de-houserules": WHOLE,
    "en-letters": WHOLE,
    "en-minutes": WHOLE,
    "en-price-list": {"f1": 0.88, "changed": 0.6, "moved": 0.85},
    "fr-alone": WHOLE,
    "ky-journey": WHOLE,
    "ru-alone": WHOLE,
    "ru-almanac": {"f1": 0.92, "changed": 0.88, "moved": 0.75, "split": 1.0, "merge": 1.0},
    "ru-rules": {"f1": 0.90, "changed": 1.0, "moved": 0.8, "split": 1.0, "merge": 1.0},
    "zh-alone": WHOLE,
    "zh-notice": WHOLE,
}
"""The least F1 of every pair written by hand."""

FLOORS_OF_MADE = {
    ("en", 400, 40): {"f1": 0.995, "changed": 0.995, "moved": 1.0, "split": 0.88, "merge": 0.9},
    ("ru", 300, 25): {"f1": 0.99, "changed": 0.98, "moved": 0.975, "merge": 1.0},
    ("zh", 300, 30): {"f1": 0.995, "changed": 0.99, "moved": 1.0, "split": 0.75, "merge": 0.75},
}
"""The least F1 of pairs made by heavy editing: of so many paragraphs of so many characters."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions and the groups of paragraphs that belong together; a stranger is in none."""

    old: list[str]
    new: list[str]
    links: list[Group]


def written(name: str) -> Pair:
    """A pair from its file: before each paragraph its label, or those of the old ones it was."""
    text = (FOLDER / f"{name}.txt").read_text("utf8").partition("=== old\n")[2]
    parts = [side.splitlines() for side in text.split("=== new\n")]
    sides = [[line.partition("| ") for line in side] for side in parts]
    where = {labels.strip(): i for i, (labels, _bar, _text) in enumerate(sides[0])}
    groups: dict[tuple[int, ...], list[int]] = {}
    for j, (labels, _bar, _text) in enumerate(sides[1]):
        if labels.strip():
            groups.setdefault(tuple(where[label] for label in labels.split()), []).append(j)
    old, new = ([text for _labels, _bar, text in side] for side in sides)
    return Pair(old, new, [(one, tuple(several)) for one, several in groups.items()])


def scored(pair: Pair) -> dict[str, Score]:
    links = align(pair.old, pair.new).links
    found = [(link.old, link.new) for link in links if link.old and link.new]
    return alignment_scores(pair.old, pair.new, found, pair.links)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_pair_written_by_hand_is_aligned_as_its_author_meant(name: str) -> None:
    assert_reached(scored(written(name)), FLOORS_OF_WRITTEN[name])


@pytest.mark.parametrize("made", FLOORS_OF_MADE)
def test_a_heavily_edited_text_is_aligned_as_it_was_made(made: tuple[str, int, int]) -> None:
    language, count, length = made
    pair = make_pair(paragraphs(count, length, language, SEED), PROFILES["heavy"], SEED)
    links = [link for link in pair.links if all(link)]
    assert_reached(scored(Pair(pair.old, pair.new, links)), FLOORS_OF_MADE[made])


def assert_reached(scores: dict[str, Score], floors: dict[str, float]) -> None:
    missed = {name: scores[name].f1 for name, least in floors.items() if scores[name].f1 < least}
    assert missed == {}
