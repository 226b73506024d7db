"""Compares ways of finding the differences inside edited paragraphs, on the same pairs, in one run.

    python tests/benchmarks/differences.py [GOLD.json …] [--pairs 2000] [--paragraphs 10000]

A gold file is {"old": [text], "new": [text], "links": [{"old": [index], "new": [index]}]} or
{"pairs": [such]}; its links of one paragraph to one are taken where the texts differ. Without
files pairs are made up. Printed for each way: microseconds a pair (what counts are the ratios),
changes a pair, characters in changes, islands (equal stretches of at most two characters between
changes), and changes that begin or end inside a word. A row further down is the time a pair takes
as the program compares them, all together as the paragraphs of one document. Last comes the time
the differences of a whole made-up heavy comparison take beside its alignment alone. All times are
the processor's, each the best of a few runs.
"""

import argparse
import difflib
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import regex
from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from sverka.alignment import align
from sverka.differences import diff_texts, find_changes
from sverka.model import Alignment, Link, LinkKind

sys.path.insert(0, str(Path(__file__).parent))
from gold_pairs import PROFILES, make_pair
from made_text import paragraphs

Result = TypeVar("Result")
Pair = tuple[str, str]
Changes = list[tuple[int, int, int, int]]
"""Characters [0], [1) of the old text that became [2], [3) of the new."""

_WORD = regex.compile(r"(?wV1)\b")


def this_program(old: str, new: str) -> Changes:
    """The differences as the program finds them."""
    return [(e.old_start, e.old_end, e.new_start, e.new_end) for e in diff_texts(old, new)]


def with_categories(old: str, new: str) -> Changes:
    """The same through `find_changes`, which also says what each change is about."""
    changes = find_changes([old], [new], Alignment((Link((0,), (0,), LinkKind.EDITED),)))
    return [(c.old.start, c.old.end, c.new.start, c.new.end) for c in changes if c.old and c.new]


def raw_words(old: str, new: str) -> Changes:
    """Words by rapidfuzz, neighbours joined, without any clean-up."""
    a, b = _words(old), _words(new)
    steps = [(s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in Indel.opcodes(a, b)]
    return _in_characters(steps, a, b)


def difflib_words(old: str, new: str) -> Changes:
    """Words by the standard library."""
    a, b = _words(old), _words(new)
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return _in_characters(matcher.get_opcodes(), a, b)


def dmp_words(old: str, new: str) -> Changes:
    """Words by diff-match-patch, each word as one character."""
    a, b = _words(old), _words(new)
    codes: dict[str, str] = {}
    texts = (
        "".join(codes.setdefault(w, chr(0xF0000 + len(codes))) for w in side) for side in (a, b)
    )
    return _in_characters(list(_dmp_steps(_dmp().diff_main(*texts, False))), a, b)


def dmp_characters(old: str, new: str) -> Changes:
    """Characters by diff-match-patch with its semantic clean-up."""
    differ = _dmp()
    steps = differ.diff_main(old, new, False)
    differ.diff_cleanupSemantic(steps)
    return _in_characters(list(_dmp_steps(steps)), list(old), list(new))


WAYS: dict[str, Callable[[str, str], Changes]] = {
    "Sverka, differences": this_program,
    "Sverka, with categories": with_categories,
    "rapidfuzz words, raw": raw_words,
    "difflib words": difflib_words,
    "diff-match-patch words": dmp_words,
    "diff-match-patch characters": dmp_characters,
}


def _dmp() -> diff_match_patch:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ


def _dmp_steps(diffs: list[tuple[int, str]]) -> Iterator[tuple[str, int, int, int, int]]:
    """The steps of diff-match-patch with places, as difflib gives them."""
    at_a = at_b = 0
    for operation, text in diffs:
        in_a, in_b = (len(text) if operation <= 0 else 0), (len(text) if operation >= 0 else 0)
        yield ("equal" if operation == 0 else "edit", at_a, at_a + in_a, at_b, at_b + in_b)
        at_a, at_b = at_a + in_a, at_b + in_b


def _words(text: str) -> list[str]:
    return _WORD.split(text)[1:-1]


def _in_characters(
    steps: list[tuple[str, int, int, int, int]], a: list[str], b: list[str]
) -> Changes:
    """Steps over tokens as changes over characters, neighbours joined."""
    at_a, at_b = _offsets(a), _offsets(b)
    changes: Changes = []
    for tag, a0, a1, b0, b1 in steps:
        if tag == "equal":
            continue
        change = (at_a[a0], at_a[a1], at_b[b0], at_b[b1])
        if changes and changes[-1][1] == change[0] and changes[-1][3] == change[2]:
            change = (changes[-1][0], change[1], changes.pop()[2], change[3])
        changes.append(change)
    return changes


def _offsets(tokens: list[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Processor seconds of the best of three runs, and what the last one gives."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


def as_one_document(pairs: list[Pair]) -> float:
    """Microseconds a pair when all pairs are the paragraphs of one document."""
    alignment = Alignment(tuple(Link((k,), (k,), LinkKind.EDITED) for k in range(len(pairs))))
    old, new = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return timed(lambda: find_changes(old, new, alignment))[0] * 1e6 / len(pairs)


def figures(way: Callable[[str, str], Changes], pairs: list[Pair]) -> tuple[float, ...]:
    """Microseconds, changes, changed characters, islands and cuts inside a word, a pair."""
    seconds, results = timed(lambda: [way(old, new) for old, new in pairs])
    characters = islands = cuts = 0
    for (old, new), changes in zip(pairs, results, strict=True):
        borders = {m.start() for m in _WORD.finditer(old)}, {m.start() for m in _WORD.finditer(new)}
        for index, (a0, a1, b0, b1) in enumerate(changes):
            characters += a1 - a0 + b1 - b0
            islands += index > 0 and a0 - changes[index - 1][1] <= 2
            cuts += sum(place not in borders[0] for place in (a0, a1) if 0 < place < len(old))
            cuts += sum(place not in borders[1] for place in (b0, b1) if 0 < place < len(new))
    sums = (seconds * 1e6, sum(map(len, results)), characters, islands, cuts)
    return tuple(value / len(pairs) for value in sums)


def edited_pairs(files: list[str], most: int) -> list[Pair]:
    """At most `most` edited pairs, taken evenly from the files or made up."""
    found: list[Pair] = []
    for file in files:
        content = json.loads(Path(file).read_text(encoding="utf-8"))
        for pair in content.get("pairs", [content]):
            links = ((link["old"], link["new"]) for link in pair["links"])
            found += _differing(pair["old"], pair["new"], links)
    if not files:
        for seed, language in enumerate(("en", "ru", "ar", "zh")):
            made = make_pair(paragraphs(4 * most, 190, language, seed), PROFILES["medium"], seed)
            found += _differing(made.old, made.new, made.links)
    step = len(found) / most
    return found if step <= 1 else [found[int(k * step)] for k in range(most)]


def _differing(old: list[str], new: list[str], links: object) -> list[Pair]:
    pairs = ((old[o[0]], new[n[0]]) for o, n in links if len(o) == len(n) == 1)  # type: ignore[attr-defined]
    return [pair for pair in pairs if pair[0] != pair[1]]


def whole_comparison(count: int) -> tuple[float, float]:
    """Seconds of the alignment, and of the differences, of `count` heavily edited paragraphs."""
    made = make_pair(paragraphs(count, 190, "en", 1), PROFILES["heavy"], 1)
    alone, alignment = timed(lambda: align(made.old, made.new))
    return alone, timed(lambda: find_changes(made.old, made.new, alignment))[0]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="GOLD.json")
    parser.add_argument("--pairs", type=int, default=2000, help="how many edited pairs to take")
    parser.add_argument("--paragraphs", type=int, default=10_000, help="of the whole comparison")
    arguments = parser.parse_args()
    pairs = edited_pairs(arguments.files, arguments.pairs)
    print(f"{len(pairs)} edited pairs, {sum(len(o) for o, _ in pairs) / len(pairs):.0f} characters")
    print(f"{'':28}{'µs':>8}{'changes':>9}{'chars':>8}{'islands':>9}{'cuts':>7}")
    for name, way in WAYS.items():
        micro, changes, characters, islands, cuts = figures(way, pairs)
        row = f"{micro:8.0f}{changes:9.2f}{characters:8.1f}{islands:9.3f}{cuts:7.2f}"
        print(f"{name:28}{row}", flush=True)
    print(f"{'Sverka, all in one document':28}{as_one_document(pairs):8.0f}")
    if arguments.paragraphs:
        alone, rest = whole_comparison(arguments.paragraphs)
        print(f"\n{arguments.paragraphs} paragraphs, heavy: alignment {alone:.2f} s, differences")
        print(f"{rest:.2f} s; the whole is {(alone + rest) / alone:.2f} times the alignment")


if __name__ == "__main__":
    main()
