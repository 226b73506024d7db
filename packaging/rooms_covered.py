"""Says which share of each room the tests ran, and fails where a room is under its floor.

    sh packaging/test.sh --coverage                 runs the tests and then this
    .venv/bin/python packaging/rooms_covered.py     this alone, over the last run's files

A room is a folder directly under desktop/sverka; the modules beside the folders count together as
"sverka". The floors stand in pyproject.toml, [tool.sverka.coverage]; a room that has none of its
own must reach the one called "others". Lines and branches count alike, those that ran in the
worker's and the command line's own processes as well.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import coverage

if TYPE_CHECKING:
    from collections.abc import Mapping

TOP = Path(__file__).parents[1]
PACKAGE = "desktop/sverka"


def main() -> int:
    settings = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    floors = settings["tool"]["sverka"]["coverage"]
    shares = shares_by_room(measured())
    for room, share in sorted(shares.items()):
        print(f"{share:6.1f} % {room} (floor {floor_of(room, floors)})")
    failures = complaints(shares, floors)
    print(*failures, sep="\n", file=sys.stderr)
    return 1 if failures else 0


def measured() -> dict[str, tuple[int, int]]:
    """What ran and what there is to run, lines and branches, by file name from the top."""
    measurement = coverage.Coverage(config_file=str(TOP / "pyproject.toml"))
    measurement.combine(data_paths=[str(TOP)], keep=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        measurement.json_report(outfile=str(report))
        files = json.loads(report.read_text("utf-8"))["files"]
    return {
        PurePosixPath(name.replace("\\", "/")).as_posix(): (
            totals["summary"]["covered_lines"] + totals["summary"].get("covered_branches", 0),
            totals["summary"]["num_statements"] + totals["summary"].get("num_branches", 0),
        )
        for name, totals in files.items()
    }


def room_of(name: str) -> str:
    """The room in which a file stands: its folder under the package, else the package."""
    within = PurePosixPath(name).relative_to(PACKAGE)
    return within.parts[0] if len(within.parts) > 1 else "sverka"


def shares_by_room(files: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """The percentage that ran, by room."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, (ran, there) in files.items():
        room = sums[room_of(name)]
        room[0] += ran
        room[1] += there
    return {room: 100 * ran / there if there else 100.0 for room, (ran, there) in sums.items()}


def floor_of(room: str, floors: Mapping[str, int]) -> int:
    return floors.get(room, floors["others"])


def complaints(shares: Mapping[str, float], floors: Mapping[str, int]) -> list[str]:
    """One sentence for each room under its floor, and for each floor without a room."""
    low = [
        f"{room}: the tests ran {share:.1f} %, the floor is {floor_of(room, floors)} %."
        for room, share in sorted(shares.items())
        if share < floor_of(room, floors)
    ]
    idle = [
        f"{room}: has a floor in pyproject.toml, but no file of it was measured."
        for room in sorted(floors.keys() - shares.keys() - {"others"})
    ]
    return low + idle


if __name__ == "__main__":
    sys.exit(main())
