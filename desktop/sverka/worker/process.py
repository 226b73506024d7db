"""What runs in the worker's process: takes one job after the other and tells how it goes."""

import os
import signal
import time
from collections.abc import Callable
from ctypes import c_longlong
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from sverka.model import Cancelled, Comparison, Progress, Stage, SverkaError
from sverka.worker.codec import frame_count, packed
from sverka.worker.messages import (
    Compare,
    Export,
    Exported,
    Failed,
    Job,
    Message,
    Packed,
    Progressed,
    ReadPictures,
    Stopped,
)
from sverka.worker.writing import write_report

if TYPE_CHECKING:
    from sverka.comparison import ExaminedPair

_PAUSE = 0.05  # seconds between two messages of progress

Say = Callable[[Message | Packed | bytes], None]
_Basis = tuple[object, ...]
"""What an examination of two files rests on: while it is the same, the examination holds."""


class _LineGone(Exception):  # noqa: N818 - not an error: the window was closed
    """Nobody listens any more."""


class _Kept:
    """The work done last: after a decision only what follows from it is done again."""

    def __init__(self) -> None:
        self.basis: _Basis | None = None
        self.pair: ExaminedPair | None = None
        self.job: Compare | None = None
        self.comparison: Comparison | None = None


def serve(line: Connection, cancelled: c_longlong) -> None:
    """Work until the line is closed. Jobs with a number up to `cancelled` are given up."""
    # Ctrl+C in a terminal reaches the whole group; the window decides when the worker ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    kept = _Kept()
    try:
        while True:
            number, job = line.recv()
            _answer(_sayer(line), number, job, cancelled, kept)
    except (EOFError, ConnectionError, _LineGone):
        return


def _sayer(line: Connection) -> Say:
    def say(news: Message | Packed | bytes) -> None:
        try:
            if isinstance(news, bytes):
                line.send_bytes(news)
            else:
                line.send(news)
        except OSError as error:
            raise _LineGone from error

    return say


def _answer(say: Say, number: int, job: Job, cancelled: c_longlong, kept: _Kept) -> None:
    try:
        _work(say, number, job, _progress(say, number, cancelled), kept)
    except Cancelled:
        say(Stopped(number))
    except SverkaError as error:
        say(Failed(number, error))
    except MemoryError:
        say(Failed(number, SverkaError("There is not enough memory to compare these files.")))
    except OSError as error:
        say(Failed(number, _refused(error)))


def _work(say: Say, number: int, job: Job, progress: Progress, kept: _Kept) -> None:
    if isinstance(job, ReadPictures):
        raise TypeError("pictures are decoded in a process of their own")
    if isinstance(job, Export):
        say(Exported(number, job.path, _export(job, progress, kept)))
        return
    comparison = _compared(job, progress, kept)
    say(Packed(number, frame_count(comparison)))
    for frame in packed(comparison):
        say(frame)


def _compared(job: Compare, progress: Progress, kept: _Kept) -> Comparison:
    # Imported here, not with the window: reading and comparing cost a third of a second.
    from sverka.comparison import conclude, examine_pair
    from sverka.readers.intake import refuse_unlasting

    for name in (job.old, job.new):
        refuse_unlasting(name)
    basis = _basis(job)
    if kept.pair is None or kept.basis != basis:
        kept.pair, kept.basis = None, basis
        kept.pair = examine_pair(Path(job.old), Path(job.new), job.options, progress, job.passwords)
    comparison = conclude(kept.pair, job.options, progress)
    kept.job, kept.comparison = job, comparison
    return comparison


def _basis(job: Compare) -> _Basis:
    """What an examination of the files depends on; equal while it need not be done again."""
    seen = tuple(
        (info.st_mtime_ns, info.st_size) if info else None
        for info in map(_stat, (job.old, job.new))
    )
    options = job.options
    return (
        *(job.old, job.new, *seen),
        *(options.encoding_old, options.encoding_new, options.tracked, options.as_source),
        job.passwords,
        *(options.ocr, options.ocr_languages),
    )


def _stat(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except OSError:  # reading it will say what is wrong
        return None


def _export(job: Export, progress: Progress, kept: _Kept) -> tuple[str, ...]:
    comparison = kept.comparison
    if kept.job != job.compare or comparison is None:
        comparison = _compared(job.compare, progress, kept)
    seen = (job.old_sha256, job.new_sha256)
    if (comparison.old.document.sha256, comparison.new.document.sha256) != seen:
        raise SverkaError(
            "The files have changed since they were compared. Compare them again, then export."
        )
    progress(Stage.WRITING, 0.0)
    return write_report(job, comparison)


def _progress(say: Say, number: int, cancelled: c_longlong) -> Progress:
    said_at = 0.0
    said: Stage | None = None

    def report(stage: Stage, fraction: float) -> None:
        nonlocal said_at, said
        if cancelled.value >= number:
            raise Cancelled
        now = time.monotonic()
        if stage is not said or now - said_at >= _PAUSE:
            said_at, said = now, stage
            say(Progressed(number, stage, fraction))

    return report


def _refused(error: OSError) -> SverkaError:
    reason = os.strerror(error.errno) if error.errno else str(error)
    if error.filename is None:
        return SverkaError("The system refused: {reason}.", reason=reason)
    return SverkaError("“{file}”: {reason}.", file=str(error.filename), reason=reason)
