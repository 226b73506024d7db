"""The worker as the window sees it: takes jobs, passes on news, survives its process."""

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable
from ctypes import c_longlong
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from sverka.model import SverkaError
from sverka.presentation.scene import scene
from sverka.worker import codec, process
from sverka.worker.messages import FINAL, Compared, Failed, Job, Message, Packed, Silent, Stopped

GRACE = 0.5
"""Seconds a cancelled job has to end by itself before its process is ended."""

PATIENCE = 20.0
"""Seconds without news after which a job is called silent."""

Serve = Callable[[Connection, c_longlong], None]


@dataclass(slots=True)
class _Station:
    """A process and the line to it."""

    process: SpawnProcess
    line: Connection


class Worker:
    """One process that stays and does one job at a time; a new job gives up the one before.

    `notify` is called from a thread of the worker, with news of the latest job only. `serve` is
    what the process runs, to be replaced in tests. All that changes is guarded by one lock; only
    the thread receives.
    """

    def __init__(
        self,
        notify: Callable[[Message], None],
        serve: Serve = process.serve,
        patience: float = PATIENCE,
    ) -> None:
        self._notify, self._serve, self._patience = notify, serve, patience
        self._context = multiprocessing.get_context("spawn")
        self._cancelled: c_longlong = self._context.RawValue(c_longlong, 0)
        self._lock = threading.Lock()
        self._woken, self._waker = self._context.Pipe(duplex=False)
        self._number = 0
        self._job: Job | None = None  # the latest, while its news are awaited
        self._given_up = False  # the latest was cancelled
        self._ending: int | None = None  # the job that is being given up, the latest or one before
        self._deadline = 0.0
        self._heard = 0.0
        self._closed = False
        self._station: _Station | None = self._spawn()
        self._thread = threading.Thread(target=self._listen, name="sverka-worker", daemon=True)
        self._thread.start()

    @property
    def process_id(self) -> int | None:
        """The id of the process now at work, None where none stands ready."""
        station = self._station
        return station.process.pid if station else None

    def submit(self, job: Job) -> int:
        """Start a job and return its number; news of earlier jobs is dropped from now on."""
        with self._lock:
            if self._job is not None and not self._given_up:
                self._give_up()
            self._number += 1
            self._job, self._given_up = job, False
            self._send()
            return self._number

    def cancel(self) -> None:
        """Give up the job under way; Stopped follows when the process is free or replaced."""
        with self._lock:
            if self._job is not None and not self._given_up:
                self._give_up()
                self._given_up = True
                self._waker.send_bytes(b"!")

    def close(self) -> None:
        """End the process and the thread; nothing is notified any more."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            if self._station is not None:
                self._station.process.kill()
            self._waker.send_bytes(b"!")
        self._thread.join()
        with self._lock:
            self._discard()
        self._woken.close()
        self._waker.close()

    # With the lock held

    def _give_up(self) -> None:
        self._cancelled.value = self._number
        if self._ending is None:
            self._ending, self._deadline = self._number, time.monotonic() + GRACE

    def _spawn(self) -> _Station:
        ours, theirs = self._context.Pipe()
        started = self._context.Process(
            target=self._serve, args=(theirs, self._cancelled), name="sverka-worker", daemon=True
        )
        started.start()
        theirs.close()
        return _Station(started, ours)

    def _discard(self) -> int | None:
        """End the process, whatever it does; returns its exit code."""
        station, self._station = self._station, None
        self._ending = None
        if station is None:
            return None
        station.process.kill()
        station.process.join()
        code = station.process.exitcode
        station.process.close()
        station.line.close()
        return code

    def _send(self) -> None:
        """Hand the latest job to the process, to a fresh one where there is none."""
        self._heard = time.monotonic()
        if self._station is None:
            self._station = self._spawn()
        try:
            self._station.line.send((self._number, self._job))
        except OSError:
            # It died a moment ago, and the thread has not seen it yet.
            self._discard()
            self._station = self._spawn()
            self._station.line.send((self._number, self._job))
        self._waker.send_bytes(b"!")

    # In the thread

    def _listen(self) -> None:
        while not self._closed:
            with self._lock:
                station, timeout = self._station, self._timeout()
            sources = [self._woken] if station is None else [self._woken, station.line]
            ready = wait(sources, timeout)
            if self._woken in ready:
                self._woken.recv_bytes()
            if station is not None and station.line in ready:
                self._receive(station)
            self._look_at_clock()

    def _timeout(self) -> float | None:
        """How long to wait for news, in seconds; None for ever."""
        if self._job is None and self._ending is None:
            return None
        due = self._heard + self._patience
        if self._ending is not None:
            due = min(due, self._deadline)
        return max(0.0, due - time.monotonic())

    def _receive(self, station: _Station) -> None:
        """Take one piece of news; the end of the line is the death of the process."""
        try:
            news = station.line.recv()
            if isinstance(news, Packed):
                frames = (station.line.recv_bytes() for _frame in range(news.frames))
                news = Compared(news.job, scene(codec.unpacked(frames)))
        except (EOFError, OSError):
            self._died(station)
            return
        self._pass_on(news)

    def _pass_on(self, news: Message) -> None:
        with self._lock:
            final = isinstance(news, FINAL)
            self._heard = time.monotonic()
            if final and news.job == self._ending:
                self._ending = None
            if news.job != self._number or self._job is None:
                return
            if self._given_up and not final:
                return
            if final:
                self._job = None
            if self._given_up:
                news = Stopped(news.job)
        self._notify(news)

    def _died(self, station: _Station) -> None:
        with self._lock:
            if self._closed or station is not self._station:
                return
            # Where an earlier job was still being given up, the latest was not begun.
            innocent = self._ending is not None and self._ending != self._number
            # The line ends a moment before the process, which still has its exit code to give.
            station.process.join(GRACE)
            code = self._discard()
            news = self._after_death(code, innocent=innocent)
        if news is not None:
            self._notify(news)

    def _after_death(self, code: int | None, *, innocent: bool) -> Message | None:
        if self._job is None:
            return None
        if self._given_up:
            self._job = None
            return Stopped(self._number)
        if innocent:
            self._send()
            return None
        self._job = None
        return Failed(self._number, _death(code))

    def _look_at_clock(self) -> None:
        """End a process that does not let go of a job, and notice one that is silent."""
        news: Message | None = None
        with self._lock:
            now = time.monotonic()
            if self._closed:
                return
            if self._ending is not None and now >= self._deadline:
                self._discard()
                news = self._after_death(None, innocent=True)
                if self._station is None:
                    self._station = self._spawn()
            elif self._job is not None and now - self._heard >= self._patience:
                self._heard = now
                news = Silent(self._number, self._patience)
        if news is not None:
            self._notify(news)


def _death(code: int | None) -> SverkaError:
    if code is not None and code == -getattr(signal, "SIGKILL", 9):
        return SverkaError(
            "The comparison was ended by the system, perhaps for lack of memory. "
            "Your files are untouched. Try again, or compare smaller parts."
        )
    return SverkaError(
        "The comparison stopped unexpectedly. Your files are untouched. "
        "Try again; if it happens again, one of the two files is probably damaged."
    )
