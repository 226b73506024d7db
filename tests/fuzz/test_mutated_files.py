"""Damaged files of each format end in a document or in a sentence; run.py reads thousands."""

import subprocess
import sys
from pathlib import Path

import pytest

from more_formats import SUFFIXES


@pytest.mark.parametrize("kind", SUFFIXES)
def test_damaged_files_end_well(tmp_path: Path, kind: str) -> None:
    command = [sys.executable, Path(__file__).with_name("run.py"), "-n", "60", "--keep", tmp_path]
    done = subprocess.run(
        [*command, kind], capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
