"""The set-up script, run with stand-ins for the programs it would call."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for POSIX systems")


def run_in(folder: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs lines of shell in a folder that has the project's set-up script."""
    (folder / "packaging").mkdir(exist_ok=True)
    shutil.copy(TOP / "packaging" / "setup.sh", folder / "packaging")
    return subprocess.run(
        ["sh", "-euc", f". packaging/setup.sh\n{script}"],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_a_set_up_step_prints_goes_into_the_log_only(tmp_path: Path) -> None:
    done = run_in(tmp_path, "logged sh -c 'echo out; echo err >&2'; echo next")
    assert (done.returncode, done.stdout, done.stderr) == (0, "next\n", "")
    assert (tmp_path / "set-up.log").read_text().splitlines()[1:] == ["out", "err"]


def test_a_step_that_fails_stops_the_script_and_names_the_log(tmp_path: Path) -> None:
    done = run_in(tmp_path, "logged sh -c 'echo no room left; exit 7'; echo next")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no room left" in done.stderr
    assert str(tmp_path / "set-up.log") in done.stderr


def test_a_python_that_is_too_old_is_refused_in_a_sentence(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = run_in(tmp_path, "find_python", PYTHON=str(old))
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs Python 3.11" in done.stderr


def test_the_python_asked_for_is_taken(tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.write_text("#!/bin/sh\nexit 0\n")
    new.chmod(0o755)
    assert run_in(tmp_path, "find_python", PYTHON=str(new)).stdout == f"{new}\n"


def test_the_test_command_refuses_libraries_it_does_not_know() -> None:
    done = subprocess.run(
        ["sh", str(TOP / "packaging" / "test.sh"), "--libraries", "latest"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "newest, oldest or locked" in done.stderr
