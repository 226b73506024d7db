"""Papers as text without pages: running titles, authors, page numbers and footers in their lines.

Each style prints the edges of its pages otherwise; the text between is cut at page ends wherever
they fall, in the middle of sentences and between them.
"""

import random
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_SUBJECTS = "the model|each sample|this method|our estimate|the second group|a larger set".split(
    "|"
)
_VERBS = "predicts|shows|depends on|does not change|follows|is compared with".split("|")
_OBJECTS = (
    "the measured flow|a slow decrease of the signal|earlier results of the same station"
    "|values between 12 and 40 units|the distribution in Table 2|what Weber (2011) described"
).split("|")
_TAILS = "in both cases|under dry conditions|as expected|after the second year|at low speed".split(
    "|"
)
_HEADS = "Methods and Data|Results of the First Series|Discussion|Limits of the Approach".split("|")


@dataclass(frozen=True, slots=True)
class Paper:
    """A text, and which of its lines (from 1) belong to the pages."""

    name: str
    text: str
    furniture: frozenset[int]


Edges = Callable[[int, int], tuple[list[str], list[str]]]
"""Asked for the count of a page and its number: the lines at its foot and those at its head."""

TITLE = "Seasonal Flow in Shallow Channels"
STYLES: dict[str, Edges] = {
    "title and number": lambda k, n: ([], [f"{n} {TITLE}"] if n % 2 else [f"{TITLE} {n}"]),
    "authors on even pages": lambda k, n: (
        [],
        [f"{n} K. ORLOVA AND P. WEBER"] if n % 2 == 0 else [f"SEASONAL FLOW IN CHANNELS {n}"],
    ),
    "fragments": lambda k, n: ([], ["Orlova et al.", str(n)] if n % 2 == 0 else [TITLE, str(n)]),
    "journal and footer": lambda k, n: (
        [f"https://doi.org/10.5555/jsw.2019.{417}", str(n)],
        ["Journal of Shallow Waters 2019, 14(3)"],
    ),
    "numbers that jump": lambda k, n: ([str(n + (k > 3) * 6)], [f"{TITLE}"]),
    "conference footer": lambda k, n: (
        [f"Proceedings of the 8th Workshop on Channels, pages {201}–{212}", str(n)],
        [],
    ),
    "preprint notice in pieces": lambda k, n: (
        ["doi:", "https://doi.org/10.5555/2019.12.17", ".", "preprint server", str(n), "/"],
        [],
    ),
    "bar and authors": lambda k, n: ([], ["|", str(n), "ORLOVA ET AL."]),
    "page of a volume": lambda k, n: (
        [f"052005-{k + 1}"],
        ["K. ORLOVA AND P. WEBER", "JOURNAL OF CHANNELS 76, 052005 (2019)"],
    ),
    "copyright": lambda k, n: (
        ["© 2019 The Authors. Published by Wend Press.", f"Page {n} of 540"],
        ["Open Access"],
    ),
}


def papers(seeds: range) -> Iterator[Paper]:
    """A paper in each style for each seed."""
    for name, edges in STYLES.items():
        for seed in seeds:
            yield _paper(f"{name} {seed}", edges, random.Random(f"{name} {seed}"))


def _paper(name: str, edges: Edges, chance: random.Random) -> Paper:
    body = list(_body(chance))
    first, lines, furniture = chance.randint(3, 480), [TITLE, "K. Orlova, P. Weber"], set()
    on_page = chance.randint(34, 46)
    pages = [body[k : k + on_page] for k in range(0, len(body), on_page)]
    for count, page in enumerate(pages):
        foot, _ = edges(count, first + count)
        _, head = edges(count + 1, first + count + 1)
        lines += page
        if count < len(pages) - 1:
            furniture |= set(range(len(lines) + 1, len(lines) + len(foot) + len(head) + 1))
            lines += [*foot, *head]
    return Paper(name, "\n".join(lines) + "\n", frozenset(furniture))


def with_figures(paper: Paper) -> Paper:
    """The paper with the caption of a figure before each page end, closed as captions are.

    No sentence goes on over such an end: what stands before it is the caption.
    """
    lines, furniture = [], set()
    old = paper.text.splitlines()
    for number, line in enumerate(old, 1):
        inside = number in paper.furniture
        if inside and number - 1 not in paper.furniture:
            chance = random.Random(f"{paper.name} {number}")
            words = " ".join(chance.choice(some) for some in (_SUBJECTS, _VERBS, _OBJECTS))
            lines.append(f"Figure {len(furniture) + 1}. What {words}.")
        lines.append(line)
        if inside:
            furniture.add(len(lines))
    return Paper(f"{paper.name} with figures", "\n".join(lines) + "\n", frozenset(furniture))


def _body(chance: random.Random) -> Iterator[str]:
    for number in range(1, 5):
        yield f"{number} {_HEADS[number - 1]}"
        for _ in range(chance.randint(6, 9)):
            sentences = [
                " ".join(chance.choice(words) for words in (_SUBJECTS, _VERBS, _OBJECTS, _TAILS))
                for _ in range(chance.randint(4, 9))
            ]
            text = " ".join(f"{one[0].upper()}{one[1:]}." for one in sentences)
            yield from textwrap.wrap(text, 72)
