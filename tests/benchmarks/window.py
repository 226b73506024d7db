"""Measures the window: python tests/benchmarks/window.py [PARAGRAPHS …]; prints a line per figure.

The pair is made up, one paragraph in five edited. Opens its own Xvfb where there is no display.
The budgets are those of issue 5 for 10,000 and 100,000 paragraphs. Each figure is given twice:
by the clock, as the user feels it, and as the time the window's thread was at work, which does not
grow when other programs want the processor too. A p95 is over all frames or jumps of a run.

"first paint" is from the arrival of the comparison in the window's thread to the end of the first
painting; "unpack" before it happens in a thread of its own while the window is alive; "cancel" is
from the press to the painted start page in the middle of a real comparison, "free again" until
the worker takes the next job.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1] / "gui"), str(HERE.parents[2] / "packaging")]

import sample  # noqa: E402
from PySide6.QtCore import QEventLoop, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit  # noqa: E402
from screenshots import a_display  # noqa: E402

from sverka.gui.app import make_application  # noqa: E402
from sverka.gui.window import MainWindow  # noqa: E402
from sverka.model import Category, Options, Side  # noqa: E402
from sverka.presentation.navigation import ListStep  # noqa: E402
from sverka.presentation.scene import Scene, scene  # noqa: E402
from sverka.worker import Progressed, Stopped  # noqa: E402
from sverka.worker.codec import packed, unpacked  # noqa: E402

BUDGETS = {
    10_000: {
        "first paint": 150,
        "scroll p95": 16,
        "jump p95": 30,
        "filter": 100,
        "find": 100,
        "resize": 80,
        "cancel": 100,
    },
    100_000: {"first paint": 400, "scroll p95": 20},
}
Deed = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Time:
    """Milliseconds by the clock, and at work in this thread."""

    clock: float
    work: float


def timed(deed: Deed) -> Time:
    """How long a deed takes."""
    clock, work = time.perf_counter(), time.thread_time()
    deed()
    return Time((time.perf_counter() - clock) * 1000, (time.thread_time() - work) * 1000)


def p95(times: list[Time]) -> Time:
    """The time that only one in twenty exceeds, for either way of counting."""
    at = int(len(times) * 0.95)
    return Time(sorted(t.clock for t in times)[at], sorted(t.work for t in times)[at])


def settled() -> None:
    """Let everything that was put off happen, and the painting that follows from it."""
    application().processEvents()


def painted(deed: Deed) -> Deed:
    """The deed and the painting that follows from it."""

    def both() -> None:
        deed()
        settled()

    return both


def application() -> QApplication:
    known = QApplication.instance()
    assert isinstance(known, QApplication)
    return known


@contextmanager
def a_window() -> Iterator[MainWindow]:
    """A window of its own, closed at the end."""
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Path(folder) / "window.json", Options())
        window.resize(1280, 800)
        window.show()
        settled()
        yield window
        window.close()
        window.deleteLater()
        settled()


def measure(count: int) -> Iterator[tuple[str, Time]]:
    """All figures for a pair of `count` paragraphs."""
    frames = list(packed(sample.long_pair(count)))
    made: list[Scene] = []
    yield "unpack", timed(lambda: made.append(scene(unpacked(iter(frames)))))
    frames.clear()
    with a_window() as window:
        yield "first paint", timed(painted(lambda: window.show_scene(made[0])))
        settled()
        page = window.comparison
        bar = page.pair.new.verticalScrollBar()
        scrolling = painted(lambda: bar.setValue(bar.value() + 90))
        yield "scroll p95", p95([timed(scrolling) for _n in range(150)])
        yield (
            "jump p95",
            p95([timed(painted(lambda: page.step(ListStep.NEXT))) for _n in range(60)]),
        )
        chip = page.filters.chip(Category.WORDING)
        assert chip is not None
        yield "filter", timed(painted(chip.click))
        yield "find", find(window)
        yield "resize", timed(painted(lambda: window.resize(1180, 760)))
        yield "far jump", timed(painted(lambda: page.step(ListStep.LAST)))
    yield from cancel(count)


def find(window: MainWindow) -> Time:
    """The slowest of some letters typed one by one, a second and a half after the arrival.

    By then a text of 10,000 paragraphs has been made ready to search, little by little.
    """
    QTest.qWait(1500)
    field = next(
        edit
        for edit in window.comparison.findChildren(QLineEdit)
        if edit.placeholderText().startswith("Find in both")
    )
    words = "пароход"
    times = [
        timed(painted(lambda end=end: field.setText(words[:end])))  # type: ignore[misc]
        for end in range(1, len(words) + 1)
    ]
    field.clear()
    settled()
    return max(times, key=lambda t: t.clock)


def cancel(count: int) -> Iterator[tuple[str, Time]]:
    """Cancel in the middle of a real comparison of two files."""
    with tempfile.TemporaryDirectory() as folder, a_window() as window:
        news: list[object] = []
        window.bridge.news.connect(news.append)
        texts = sample.long_pair(count)
        files = [Path(folder) / "old.txt", Path(folder) / "new.txt"]
        for file, version in zip(files, (texts.old, texts.new), strict=True):
            file.write_text("\n\n".join(p.text for p in version.paragraphs), "utf-8")
        window.take_files(files, Side.OLD)
        wait_for(news, Progressed)
        news.clear()
        begun = time.perf_counter()
        button = window.progress.cancel
        yield (
            "cancel",
            timed(painted(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))),
        )
        assert window.pages.currentWidget() is window.start
        wait_for(news, Stopped, Progressed)
        free = (time.perf_counter() - begun) * 1000
        yield "free again", Time(free, 0.0)


def wait_for(news: list[object], *kinds: type) -> None:
    """Wait until the worker says something of these kinds."""
    until = time.perf_counter() + 60
    while not any(isinstance(each, kinds) for each in news) and time.perf_counter() < until:
        application().processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def verdict(found: Time, budget: int) -> str:
    """Whether a figure is within its budget, by which way of counting."""
    if found.clock <= budget:
        return "ok"
    return "OVER by the clock alone" if found.work <= budget else "OVER"


def main() -> int:
    counts = [int(text) for text in sys.argv[1:]] or [10_000, 100_000]
    with a_display():
        known = make_application(["sverka"])
        load, cores = os.getloadavg()[0], os.cpu_count()
        print(f"{load:.1f} programs want the {cores} processors of this machine")
        for count in counts:
            for name, found in measure(count):
                budget = BUDGETS.get(count, {}).get(name)
                limit = "" if budget is None else f"  budget {budget}  {verdict(found, budget)}"
                print(
                    f"{count:>7} paragraphs  {name:<12} {found.clock:8.1f} ms"
                    f"  at work {found.work:7.1f} ms{limit}"
                )
        del known
    return 0


if __name__ == "__main__":
    sys.exit(main())
