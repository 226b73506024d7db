"""Measures this alignment beside GNU diff, difflib, diff-match-patch and wdiff on one input.

    python tests/benchmarks/alignment.py [--paragraphs N …] [--profile P …] [--language L …]

For every input it makes two versions from a seed, with known links between them, and prints one
table: seconds (best of the rounds; for this program, difflib and diff-match-patch without reading
the files), the ratio to GNU diff, F1 over all paragraph links, over those that were changed and
over those that moved, and the peak memory of the process. wdiff knows no paragraphs: it has no F1.
A difference of lines links equal lines, and the lines of a replacement in their order.
"""

import argparse
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from pathlib import Path

import diff_match_patch
from gold_pairs import PROFILES, GoldPair, make_pair
from made_text import LANGUAGES, paragraphs

import sverka

Pairs = set[tuple[int, int]]
Block = tuple[int, int, int, int]
TOOLS = ("sverka", "diff", "difflib", "diff-match-patch", "wdiff")


def main(arguments: Sequence[str]) -> int:
    """Run the whole comparison, or one tool of it in a process of its own."""
    options = _parsed(arguments)
    if options.tool:
        return _run_tool(options.tool, Path(options.folder), options.rounds)
    for language in options.language:
        for count in options.paragraphs:
            for profile in options.profile:
                texts = paragraphs(count, options.length, language, options.seed)
                pair = make_pair(texts, PROFILES[profile], options.seed)
                print(f"\n{count} paragraphs of {options.length} characters, {profile}, {language}")
                _print_table(pair, options.rounds, options.limit)
    return 0


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--paragraphs", type=int, nargs="+", default=[10_000])
    parser.add_argument("--length", type=int, default=190, help="characters of a paragraph")
    parser.add_argument("--profile", nargs="+", choices=PROFILES, default=["light", "heavy"])
    parser.add_argument("--language", nargs="+", choices=LANGUAGES, default=["en"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60, help="seconds a tool may take")
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _print_table(pair: GoldPair, rounds: int, limit: float) -> None:
    print(f"{'tool':18}{'seconds':>9}{'ratio':>8}{'f1':>8}{'changed':>9}{'moved':>8}{'MB':>8}")
    gold = {(i, j) for old, new in pair.links for i in old for j in new}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for side, texts in (("old", pair.old), ("new", pair.new)):
            (folder / side).write_text("".join(f"{t}\n" for t in texts), encoding="utf-8")
        base = None
        # GNU diff first: the others are printed as ratios to it.
        for tool in ("diff", *(t for t in TOOLS if t != "diff")):
            outcome = _measured(tool, folder, rounds, limit)
            if isinstance(outcome, str):
                print(f"{tool:18}{outcome:>9}")
                continue
            seconds, links, memory = outcome
            base = base or seconds
            scores = "".join(
                f"{s:>{w}}" for s, w in zip(_scores(links, gold, pair), (8, 9, 8), strict=True)
            )
            print(f"{tool:18}{seconds:9.3f}{seconds / base:8.1f}{scores}{memory:8.0f}")


def _measured(
    tool: str, folder: Path, rounds: int, limit: float
) -> tuple[float, Pairs | None, float] | str:
    """Seconds, links and megabytes of one tool in a process of its own, or why there are none."""
    if tool in ("diff", "wdiff") and not shutil.which(tool):
        return "missing"
    command = [sys.executable, __file__, "--tool", tool, "--folder", str(folder)]
    process = subprocess.Popen([*command, "--rounds", str(rounds)])
    deadline = time.monotonic() + limit * (rounds + 1)
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        if time.monotonic() > deadline:
            process.kill()
            os.wait4(process.pid, 0)
            return f"> {limit:.0f}"
        time.sleep(0.02)
    if status:
        return "failed"
    result = json.loads((folder / "result").read_text())
    links = None if result["links"] is None else {(i, j) for i, j in result["links"]}
    memory = result["memory"] if tool in ("diff", "wdiff") else usage.ru_maxrss / 1024
    return result["seconds"], links, memory


def _run_tool(tool: str, folder: Path, rounds: int) -> int:
    run: dict[str, Callable[[Path], tuple[float, list[tuple[int, int]] | None, float]]] = {
        "sverka": _sverka,
        "diff": _gnu_diff,
        "difflib": _difflib,
        "diff-match-patch": _diff_match_patch,
        "wdiff": _wdiff,
    }
    seconds, links, memory = min((run[tool](folder) for _ in range(rounds)), key=lambda r: r[0])
    result = {"seconds": seconds, "links": links, "memory": memory}
    (folder / "result").write_text(json.dumps(result))
    return 0


def _read(folder: Path) -> tuple[list[str], list[str]]:
    old, new = ((folder / side).read_text(encoding="utf-8") for side in ("old", "new"))
    return old.split("\n")[:-1], new.split("\n")[:-1]


def _sverka(folder: Path) -> tuple[float, list[tuple[int, int]], float]:
    old, new = _read(folder)
    start = time.perf_counter()
    alignment = sverka.align(old, new)
    seconds = time.perf_counter() - start
    return seconds, [(i, j) for link in alignment.links for i in link.old for j in link.new], 0


def _external(command: list[str]) -> tuple[float, bytes, float]:
    """Seconds with the start of the process, output, and megabytes."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output)
        _, _, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        output.seek(0)
        return seconds, output.read(), usage.ru_maxrss / 1024


def _gnu_diff(folder: Path) -> tuple[float, list[tuple[int, int]], float]:
    seconds, output, memory = _external(["diff", str(folder / "old"), str(folder / "new")])
    old, new = _read(folder)
    return seconds, _links(_blocks_of_diff(output.decode(), len(old), len(new))), memory


def _blocks_of_diff(output: str, old: int, new: int) -> list[Block]:
    """Stretches (old start, old end, new start, new end), equal or replaced, of diff's commands."""
    blocks = []
    i = j = 0
    command = re.compile(r"^(\d+)(?:,(\d+))?([acd])(\d+)(?:,(\d+))?$", re.MULTILINE)
    for found in command.finditer(output):
        a, b = int(found[1]), int(found[2] or found[1])
        c, d = int(found[4]), int(found[5] or found[4])
        a, b = (a, a) if found[3] == "a" else (a - 1, b)
        c, d = (c, c) if found[3] == "d" else (c - 1, d)
        blocks += [(i, a, j, c), (a, b, c, d)]
        i, j = b, d
    return [*blocks, (i, old, j, new)]


def _difflib(folder: Path) -> tuple[float, list[tuple[int, int]], float]:
    old, new = _read(folder)
    start = time.perf_counter()
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    seconds = time.perf_counter() - start
    return seconds, _links([(a, b, c, d) for _, a, b, c, d in codes]), 0


def _diff_match_patch(folder: Path) -> tuple[float, list[tuple[int, int]], float]:
    old, new = ((folder / side).read_text(encoding="utf-8") for side in ("old", "new"))
    tool = diff_match_patch.diff_match_patch()
    # With a time limit it would return one big replacement, and say nothing.
    tool.Diff_Timeout = 0
    start = time.perf_counter()
    a, b, _ = tool.diff_linesToChars(old, new)
    differences = tool.diff_main(a, b, False)
    seconds = time.perf_counter() - start
    blocks = []
    i = j = first_i = first_j = 0
    for operation, lines in [*differences, (0, "")]:
        if operation == 0:
            blocks += [(first_i, i, first_j, j), (i, i + len(lines), j, j + len(lines))]
        i += len(lines) if operation <= 0 else 0
        j += len(lines) if operation >= 0 else 0
        if operation == 0:
            first_i, first_j = i, j
    return seconds, _links(blocks), 0


def _wdiff(folder: Path) -> tuple[float, None, float]:
    seconds, _, memory = _external(["wdiff", str(folder / "old"), str(folder / "new")])
    return seconds, None, memory


def _links(blocks: list[Block]) -> list[tuple[int, int]]:
    return [p for a, b, c, d in blocks for p in zip(range(a, b), range(c, d), strict=False)]


def _scores(links: Pairs | None, gold: Pairs, pair: GoldPair) -> list[str]:
    """F1 over all links, over those with a change, and over those off the main order."""
    if links is None:
        return ["–", "–", "–"]
    parts: list[Callable[[Pairs], Pairs]] = [
        lambda pairs: pairs,
        lambda pairs: {(i, j) for i, j in pairs if pair.old[i] != pair.new[j]},
        lambda pairs: _off_order(pairs, pair.old),
    ]
    return [f"{_f1(part(links), part(gold)):.3f}" for part in parts]


def _f1(found: Pairs, gold: Pairs) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold)) if found or gold else 1.0


def _off_order(pairs: Pairs, old: list[str]) -> Pairs:
    """The pairs outside the heaviest increasing chain, in characters of the old version."""
    ends: list[int] = []
    best: list[tuple[float, tuple[object, ...] | None]] = []
    for i, j in sorted(pairs):
        place = bisect_left(ends, j)
        before: tuple[float, tuple[object, ...] | None] = best[place - 1] if place else (0, None)
        weight = before[0] + len(old[i]) + 8
        while place < len(ends) and best[place][0] <= weight:
            del ends[place], best[place]
        ends.insert(place, j)
        best.insert(place, (weight, ((i, j), before[1])))
    kept = set()
    node = best[-1][1] if best else None
    while node:
        kept.add(node[0])
        node = node[1]
    return pairs - kept


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
