"""Programs of the user's are run to their end, within bounds."""

import os
import sys
import time
from pathlib import Path

import pytest

from sverka.model import Cancelled
from sverka.readers.outside_program import run_outside


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_what_it_prints_of_what_it_is_given_is_all_there() -> None:
    code = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1]); sys.exit(3)"
    data = bytes(range(256)) * 4000
    assert run_outside(python(code), 60, given=data) == (3, data[::-1])


def test_one_that_takes_too_long_is_ended() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        run_outside(python("import time; time.sleep(600)"), 0.3)
    assert time.monotonic() - begun < 60


def test_one_that_nobody_wants_any_more_is_ended_with_what_it_began(tmp_path: Path) -> None:
    said = tmp_path / "pids"
    code = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(said)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(600)"
    )

    def look() -> None:
        if said.exists() and len(said.read_text().split()) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        run_outside(python(code), 60, look)
    own, child = map(int, said.read_text().split())
    with pytest.raises(ProcessLookupError):
        os.kill(own, 0)
    assert _is_gone(child)


def _is_gone(pid: int) -> bool:
    """Whether a process ended; one that nobody waits for may still be listed for a moment."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux only")
def test_one_that_takes_too_much_memory_fails() -> None:
    code = "import time; time.sleep(1); x = bytearray(2 * 1024 ** 3)"
    status, _printed = run_outside(python(code), 60, most_memory=1024**3)
    assert status != 0


def test_one_that_is_not_there_is_an_error_of_the_system() -> None:
    with pytest.raises(FileNotFoundError):
        run_outside(["no-such-program-anywhere"], 5)
