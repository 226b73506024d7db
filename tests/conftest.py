"""What all tests share: modules beside this one, and under coverage a worker's figures.

A worker's process writes down what it ran before it ends.
"""

import multiprocessing.process
import sys
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

sys.path.insert(0, str(Path(__file__).parent))

PATIENCE = 5  # seconds for a process to write its figures


@pytest.fixture(scope="session", autouse=True)
def _processes_end_with_their_figures() -> Iterator[None]:
    """A worker is killed when it is no longer needed, and a killed process writes nothing."""
    kill = multiprocessing.process.BaseProcess.kill

    def ask_first(process: multiprocessing.process.BaseProcess) -> None:
        process.terminate()
        process.join(PATIENCE)
        kill(process)

    with pytest.MonkeyPatch.context() as patch:
        if coverage.Coverage.current() is not None:
            patch.setattr(multiprocessing.process.BaseProcess, "kill", ask_first)
        yield
