"""Under coverage, lets a worker's process write down what it ran before it ends."""

import multiprocessing.process
from collections.abc import Iterator

import coverage
import pytest

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
