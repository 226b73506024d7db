"""A disk of 64 KiB to fill, where the system lets one be mounted."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(place: Path) -> Iterator[Path]:
    """Mount a small disk at `place`; the test is skipped where that cannot be done."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or mount is None or umount is None:
        pytest.skip("only root can mount a small disk to fill")
    place.mkdir()
    command = [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system does not let a small disk be mounted")
    try:
        yield place
    finally:
        subprocess.run([umount, str(place)], check=True)
