"""What only tells about the program is there at once: nothing that reads or compares is loaded."""

import subprocess
import sys

import pytest

SCRIPT = """
import sys
from sverka.main import main
try:
    main(sys.argv[1:])
except SystemExit as ended:
    assert not ended.code, ended.code
heavy = ("PySide6", "numpy", "lxml", "pypdfium2", "regex",
         "sverka.alignment", "sverka.comparison", "sverka.differences", "sverka.screening")
loaded = sorted(name for name in sys.modules if name.startswith(heavy))
assert not loaded, loaded
"""


@pytest.mark.parametrize("asked", [["--version"], ["--help"], ["compare", "--help"]])
def test_the_version_and_the_help_load_nothing_that_compares(asked: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *asked], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "sverka" in done.stdout


def test_the_version_is_said_without_loading_words_or_arguments() -> None:
    script = (
        "import sys; from sverka.main import main; main(['--version']); "
        "assert not {'argparse', 'gettext', 'multiprocessing'} & sys.modules.keys()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("sverka ")
