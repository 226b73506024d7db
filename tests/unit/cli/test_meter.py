"""Progress goes to standard error, and only where that is a terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
COMMAND = [
    sys.executable,
    "-m",
    "sverka",
    "compare",
    str(SAMPLES / "release-en-published.txt"),
    str(SAMPLES / "release-en-corrected.docx"),
]


def read_all(descriptor: int) -> bytes:
    """What came through a pseudo-terminal until its other end was closed."""
    data = b""
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # Linux says EIO when the last writer has gone
            return data
        if not chunk:
            return data
        data += chunk


def test_on_a_terminal_the_stages_are_shown_on_standard_error_only() -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "LANGUAGE": "en", "TERM": "xterm-256color"}
    with subprocess.Popen(
        COMMAND, stdout=subprocess.PIPE, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        shown = read_all(ours)
        assert process.stdout is not None
        printed = process.stdout.read()
    os.close(ours)
    assert process.returncode == 1
    assert b"Finding the changed words" in shown
    assert b"Finding the changed words" not in printed


def test_off_a_terminal_nothing_is_drawn() -> None:
    done = subprocess.run(COMMAND, capture_output=True, timeout=60)
    assert done.stderr == b""
