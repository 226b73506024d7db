"""Measures the window: python tests/benchmarks/window.py [PARAGRAPHS …]; prints a line per figure.

The pair is made up, one paragraph in five edited. Opens its own Xvfb where there is no display.
The budgets are those of issue 5 for 10,000 and 100,000 paragraphs.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1] / "gui"), str(HERE.parents[2] / "packaging")]

import sample  # noqa: E402
from screenshots import a_display  # noqa: E402

BUDGETS = {
    10_000: {"first paint": 150, "scroll p95": 16, "jump p95": 30, "filter": 100, "resize": 80},
    100_000: {"first paint": 400, "scroll p95": 20},
}


def timed(deed: Callable[[], object]) -> float:
    """How long a deed takes, in milliseconds."""
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def measure(count: int) -> dict[str, float]:
    """All figures for a pair of `count` paragraphs, in milliseconds."""
    from PySide6.QtWidgets import QApplication

    from sverka.gui.window import MainWindow
    from sverka.model import Category, Options
    from sverka.presentation.navigation import Step

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    comparison = sample.long_pair(count)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Path(folder) / "window.json", Options())
        window.resize(1280, 800)
        window.show()
        application.processEvents()
        page = window.comparison

        def painted(deed: Callable[[], object]) -> Callable[[], None]:
            """The deed and the painting that follows from it."""

            def both() -> None:
                deed()
                application.processEvents()

            return both

        found = {"first paint": timed(painted(lambda: window.show_comparison(comparison)))}
        bar = page.pair.new.verticalScrollBar()
        frames = [timed(painted(lambda: bar.setValue(bar.value() + 90))) for _n in range(150)]
        found["scroll p95"] = p95(frames)
        found["jump p95"] = p95([timed(painted(lambda: page.step(Step.NEXT))) for _n in range(60)])
        chip = page.filters.chip(Category.WORDING)
        assert chip is not None
        found["filter"] = timed(painted(chip.click))
        found["resize"] = timed(painted(lambda: window.resize(1180, 760)))
        found["far jump"] = timed(painted(lambda: page.step(Step.LAST)))
        window.close()
        window.deleteLater()
        application.processEvents()
    return found


def main() -> int:
    from sverka.gui.app import make_application

    counts = [int(text) for text in sys.argv[1:]] or [10_000, 100_000]
    with a_display():
        application = make_application(["sverka"])
        for count in counts:
            for name, found in measure(count).items():
                budget = BUDGETS.get(count, {}).get(name)
                verdict = "" if budget is None else ("  ok" if found <= budget else "  OVER")
                limit = "" if budget is None else f"  budget {budget}"
                print(f"{count:>7} paragraphs  {name:<12} {found:8.1f} ms{limit}{verdict}")
        del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
