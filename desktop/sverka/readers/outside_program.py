"""Runs a program of the user's to its end within bounds, or ends it and all that it began."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence

_LOOK = 0.2
"""Seconds between two looks whether it is done, and whether the user still wants it."""


def run_outside(
    command: Sequence[str],
    seconds: float,
    look: Callable[[], None] = lambda: None,
    *,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
    most_memory: int | None = None,
) -> tuple[int, bytes]:
    """Its exit status and what it printed to standard output.

    It gets `given` on its standard input, by a file without a name. `look` is called now and then,
    and may raise, which ends the program. TimeoutError where it takes longer, OSError where it does
    not start. `most_memory` is in bytes of address space; it holds on Linux only.
    """
    with tempfile.TemporaryFile() as source:
        source.write(given)
        source.seek(0)
        running = subprocess.Popen(
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=None if environment is None else {**os.environ, **environment},
        )
    try:
        if most_memory is not None:
            _bound(running.pid, most_memory)
        return _printed(running, time.monotonic() + seconds, look)
    finally:
        if running.poll() is None:
            _end(running)


def _printed(
    running: "subprocess.Popen[bytes]", ends: float, look: Callable[[], None]
) -> tuple[int, bytes]:
    while True:
        try:
            printed, _errors = running.communicate(timeout=_LOOK)
            return running.returncode, printed
        except subprocess.TimeoutExpired:
            look()
        if time.monotonic() > ends:
            raise TimeoutError


def _bound(pid: int, most_memory: int) -> None:
    if sys.platform == "linux":
        import resource

        try:
            resource.prlimit(pid, resource.RLIMIT_AS, (most_memory, most_memory))
        except (OSError, ValueError):  # it has ended already, or has a lower limit of its own
            return


def _end(running: "subprocess.Popen[bytes]") -> None:
    if os.name == "posix":
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    running.communicate()
