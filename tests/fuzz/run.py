"""Reads damaged files, many of each format: each has to end in a document or in a sentence.

    python tests/fuzz/run.py                      # 200 of each format
    python tests/fuzz/run.py -n 2000 html epub    # so many of these
    python tests/fuzz/run.py --seed 7 --only 1234 html    # this one again

Prints for each format how many were read, how many refused, the slowest and the peak memory of the
process. The exit status is 1 where one crashed, took longer than LONGEST seconds of processor time,
more memory than MOST_MEMORY, or was refused in more than one line; the file is kept in the folder
of --keep.
"""

import argparse
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mutations import TEXT, mutated

from more_formats import SUFFIXES, samples
from sverka.model import ReadError
from sverka.readers import read

LONGEST = 10
"""Seconds of processor time that reading a damaged file may take."""

MOST_MEMORY = 1024
"""Megabytes that the process may come to."""


class Hanging(BaseException):
    """Reading takes too long; no reader may swallow it."""


def ended(path: Path) -> str:
    """How reading a file ends: "read", "refused", or what is wrong."""
    try:
        document = read(path)
    except ReadError as error:
        return "refused" if "\n" not in str(error) else "refused in several lines"
    except Hanging:
        return f"took longer than {LONGEST} s"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return f"crashed: {type(error).__name__}: {error}"
    if not any(block.text.strip() for block in document.blocks):
        return "read without a word of text"
    for block in document.blocks:
        for one in block.objects:
            if not 0 <= one.offset <= one.offset + one.length <= len(block.text):
                return "an object beyond its block"
    return "read"


def _stopped(_signal: int, _frame: FrameType | None) -> None:
    raise Hanging


def _peak() -> int:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def run(kind: str, count: int, seed: int, keep: Path, only: int | None = None) -> bool:
    """Read `count` damaged files of a format; whether all ended well."""
    whole, suffix = samples(kind, TEXT), SUFFIXES[kind]
    ends: dict[str, int] = {}
    slowest = 0.0
    signal.signal(signal.SIGPROF, _stopped)
    for number in range(count) if only is None else (only,):
        path = keep / f"{kind}-{seed}-{number}{suffix}"
        chance = Random(f"{seed}:{kind}:{number}")
        path.write_bytes(mutated(whole[number % len(whole)], chance))
        begun = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LONGEST)
        before, end = _peak(), ended(path)
        signal.setitimer(signal.ITIMER_PROF, 0)
        slowest = max(slowest, time.process_time() - begun)
        ends[end] = ends.get(end, 0) + 1
        if end in ("read", "refused") and before <= MOST_MEMORY < _peak():
            print(f"{path}: took {_peak()} MB", flush=True)
        elif end in ("read", "refused"):
            path.unlink()
        else:
            print(f"{path}: {end}", flush=True)
    peak = _peak()
    told = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    print(f"{kind}: {told}; slowest {slowest:.2f} s, peak {peak} MB", flush=True)
    return set(ends) <= {"read", "refused"} and peak <= MOST_MEMORY


def main() -> int:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="FORMAT", help=", ".join(SUFFIXES))
    parser.add_argument("-n", type=int, default=200, help="how many of each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one file")
    parser.add_argument("--keep", type=Path, help="where files that end badly are kept")
    arguments = parser.parse_args()
    keep = arguments.keep or Path(tempfile.mkdtemp(prefix="sverka-fuzz-"))
    keep.mkdir(parents=True, exist_ok=True)
    well = [
        run(kind, arguments.n, arguments.seed, keep, arguments.only)
        for kind in arguments.kinds or SUFFIXES
    ]
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
