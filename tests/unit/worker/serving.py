"""What the worker's process runs in tests: one that crashes, one that hangs, one that answers."""

import os
import signal
from ctypes import c_longlong
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event

from sverka.model import Stage
from sverka.worker.messages import Compare, Exported, Progressed, Stopped


def obedient(line: Connection, cancelled: c_longlong) -> None:
    """Does what the name of the old file says; answers with Exported and its own process id."""
    while True:
        try:
            number, job = line.recv()
        except EOFError:
            return
        assert isinstance(job, Compare)
        deed = Path(job.old).name
        line.send(Progressed(number, Stage.READING, 0.0))
        if deed == "crash":
            os._exit(3)
        if deed == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if deed == "hang":
            Event().wait()
        if deed == "long":
            while cancelled.value < number:
                Event().wait(0.005)
            line.send(Stopped(number))
            continue
        line.send(Exported(number, str(os.getpid())))
