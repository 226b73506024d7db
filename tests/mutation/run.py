"""Shows which small mistakes in a module its tests would let through.

    .venv/bin/python tests/mutation/run.py                       # every module of MODULES
    .venv/bin/python tests/mutation/run.py sverka.alignment.gaps
    .venv/bin/python tests/mutation/run.py sverka.text.words tests/unit/text/test_words.py
    .venv/bin/python tests/mutation/run.py --every 5     # every fifth mutant, for a first look

Each mutant of the module (see mutants.py) is run against the tests named for it, which must fail.
Survivors are printed with their line. Mutants that no test can tell stand in equivalents.toml with
the reason. The exit status is 1 when fewer than LEAST of the others were killed.

A driver of our own, because those on the index rewrite a package in place or copy it: ours is
installed from two folders under other names, and they start an interpreter, with numpy and Qt, for
every mutant. Here one process has loaded the libraries and forks for each (POSIX only).
"""

import os
import resource
import sys
import time
import tomllib
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType

import pytest
from mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
LEAST = 0.85
TIMES_SLOWER = 4
"""So much more processor time than without a mutant may be used, then it counts as endless."""

LIBRARIES = frozenset(
    "PySide6 diff_match_patch docx jinja2 lxml msgspec numpy pypdfium2 rapidfuzz regex rich"
    " xlsxwriter".split()
)

MODULES = {
    "sverka.alignment.gaps": ("tests/unit/alignment/test_gaps.py", "tests/gold/test_alignment.py"),
    "sverka.alignment.splits": (
        "tests/unit/alignment/test_splits.py",
        "tests/gold/test_alignment.py",
    ),
    "sverka.differences.cleanup": (
        "tests/unit/differences/test_cleanup.py",
        "tests/unit/differences/test_changes.py",
    ),
    "sverka.reports.report_content": ("tests/unit/reports/test_report_content.py",),
    "sverka.screening.furniture.lone_numbers": (
        "tests/unit/screening/furniture/test_lone_numbers.py",
    ),
    "sverka.screening.furniture.score": ("tests/unit/screening/furniture/test_score.py",),
}


class _Mutated(MetaPathFinder, Loader):
    """Loads one module from other code than its file has."""

    def __init__(self, name: str, code: CodeType) -> None:
        self._name, self._code = name, code

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        return spec_from_loader(name, self) if name == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("module", nargs="?", help="one module; all of MODULES without")
    parser.add_argument("tests", nargs="*", help="its tests; those of MODULES without")
    parser.add_argument("--every", type=int, default=1, help="only every so manieth mutant")
    asked = parser.parse_args(arguments)
    os.chdir(ROOT)
    # Most of a short run is loading plug-ins that these tests do not use.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    names = [asked.module] if asked.module else [*MODULES]
    tests = {name: tuple(asked.tests) or MODULES[name] for name in names}
    return max([_measure(name, of_it, asked.every) for name, of_it in tests.items()])


def _measure(name: str, tests: tuple[str, ...], every: int) -> int:
    file = file_of(name)
    seconds = _warmed(tests)
    equivalents = Counter(equivalents_of(name))
    killed, survived, same = 0, [], 0
    start = time.monotonic()
    for number, mutant in enumerate(mutants(file.read_text("utf8"))):
        known = (mutant.where, mutant.before, mutant.after)
        if equivalents[known] > 0:
            equivalents[known] -= 1
            same += 1
        elif number % every:
            continue
        elif _passes(
            tests,
            int(TIMES_SLOWER * seconds) + 5,
            _Mutated(name, compile(mutant.tree, file, "exec")),
        ):
            survived.append(mutant)
            print(_line(file, mutant), flush=True)
        else:
            killed += 1
    share = killed / (killed + len(survived))
    print(
        f"{name}: {share:.0%} killed, {killed} of {killed + len(survived)};"
        f" {same} equivalent; {time.monotonic() - start:.0f} s"
    )
    unknown = list(equivalents.elements())
    for where, before, after in unknown:
        print(f"  no such mutant any more: {where}: {before}  →  {after}")
    return int(share < LEAST or bool(unknown))


def _line(file: Path, mutant: Mutant) -> str:
    where = f"{file.relative_to(ROOT)}:{mutant.line}"
    return f"survived {where} {mutant.where}: {mutant.before}  →  {mutant.after}"


def file_of(name: str) -> Path:
    """The source of a module."""
    parts = name.split(".")
    return ROOT.joinpath("desktop", *parts).with_suffix(".py")


def equivalents_of(name: str) -> list[tuple[str, str, str]]:
    """The mutants no test can tell: the function, what is said, and what is said instead."""
    table = tomllib.loads((Path(__file__).parent / "equivalents.toml").read_text("utf8"))
    return [
        (row["where"], before, after)
        for row in table["equivalent"]
        if row["module"] == name
        for before, after in row["mutants"]
    ]


def _warmed(tests: tuple[str, ...]) -> float:
    """Load the libraries the tests use; the processor seconds they need with nothing changed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        status = _run(tests)
        names = [name for name in sys.modules if name.partition(".")[0] in LIBRARIES]
        with os.fdopen(writing, "w") as stream:
            stream.write("\n".join(names))
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as stream:
        names = stream.read().split("\n")
    status = os.waitpid(child, 0)[1]
    if status:
        raise SystemExit(f"the tests fail with nothing changed: {tests}")
    for name in filter(None, names):
        import_module(name)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    if not _passes(tests, resource.RLIM_INFINITY, None):
        raise SystemExit(f"the tests fail in a second process: {tests}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _passes(tests: tuple[str, ...], seconds: int, mutated: _Mutated | None) -> bool:
    """Whether all tests pass in a process of its own, within so much processor time."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if mutated:
            sys.meta_path.insert(0, mutated)
        os._exit(_run(tests))
    return os.waitpid(child, 0)[1] == 0


def _run(tests: tuple[str, ...]) -> int:
    """Pytest's exit status, with nothing printed."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    few = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestConfigWarning"]
    return int(pytest.main([*few, *tests]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
