"""Makes pictures of the real window: python packaging/screenshots.py FOLDER, or --readme.

Each view is shown in light, dark, high contrast, in Russian, with text that runs from right to
left, with Chinese, and at 200 % scale; every picture is 1280 × 800 (twice that at 200 %).
`--readme` makes the two pictures of README.md instead. Opens its own X server (Xvfb) where there
is no display.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QLineEdit

    from sverka.gui.window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "resources" / "help" / "images"


@dataclass(frozen=True, slots=True)
class Run:
    """Pictures that one process takes: `text` is which pair, `found` what is looked for."""

    language: str
    themes: tuple[str, ...]
    text: str
    found: str
    scale: int = 1


RUNS = {
    "english": Run("en", ("light", "dark", "contrast", "classic"), "en", "light"),
    "russian": Run("ru", ("light", "dark"), "ru", "навигац"),
    "kyrgyz": Run("ky", ("light",), "ru", "навигац"),
    "arabic": Run("en", ("light", "dark"), "arabic", "الملاحة"),
    "chinese": Run("en", ("light",), "chinese", "航行"),
    "double": Run("ru", ("light",), "ru", "навигац", scale=2),
}

_ARABIC = (
    "اجتماع القباطنة في الميناء القديم",
    "تفتح الملاحة يوم 14 مارس من الرصيف الشمالي، وتعمل العبّارة كل يوم حتى نهاية الموسم.",
    "قال القبطان أحمد: «كان الشتاء هادئًا على النهر، وقد أنجزنا 340 رحلة دون أي حادث».",
    "تُباع التذاكر في كل محطة، ويسافر الأطفال دون السابعة مجانًا مع أحد الوالدين (Nile Line 7).",
    "شكر مدير الشركة جميع العاملين على عملهم في فصل الشتاء.",
    "سوف تُنشر مواعيد الرحلات الجديدة في الأسبوع القادم على لوحة الميناء.",
)
_CHINESE = (
    "船长会议在老港口举行",
    "航行季节将于3月14日从北码头开始，渡轮每天运行，直到季节结束。",
    "船长李明说：“今年冬天河上很平静，我们安全完成了340次航行。”",
    "每个码头都出售船票，七岁以下儿童由一位家长陪同可免费乘船。",
    "公司经理感谢全体员工在冬季的工作。",
    "新的航班时间表将于下周公布在港口的告示牌上。",
)


def main() -> int:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help="only those of README.md")
    parser.add_argument("--run", choices=RUNS, action="append", help="only these runs")
    parser.add_argument("--here", choices=RUNS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        take(RUNS[arguments.here], arguments.folder / arguments.here)
        return 0
    if not arguments.readme and arguments.folder is None:
        parser.error("say where the pictures go, or --readme")
    with a_display():
        if arguments.readme:
            take_readme()
            return 0
        # A process for each run: the scale is read when the program starts.
        for name in arguments.run or RUNS:
            command = [sys.executable, __file__, str(arguments.folder), "--here", name]
            environment = {**os.environ, "QT_SCALE_FACTOR": str(RUNS[name].scale)}
            subprocess.run(command, env=environment, check=True)
    return 0


@contextmanager
def a_display() -> Iterator[None]:
    """Make sure of a display to open a window on."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform != "linux":
        yield
        return
    program = shutil.which("Xvfb")
    if program is None:
        sys.exit("There is no display. Install Xvfb: apt-get install xvfb")
    reading, writing = os.pipe()
    size = ["-screen", "0", "2600x1640x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), *size], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            os.environ["DISPLAY"] = f":{numbers.readline().strip()}"
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
        yield
    finally:
        server.terminate()
        server.wait()


def take(run: Run, folder: Path) -> None:
    """Every view of one run."""
    folder.mkdir(parents=True, exist_ok=True)
    with a_window(run.language) as (application, window), the_pair(run.text) as (old, new):
        for theme in run.themes:
            window.dressing.set_theme(theme)
            window.show_start()
            _picture(application, window, folder / f"start-{theme}.png")
            compare(application, window, old, new)
            for name, act in views(window, run.found):
                act()
                _picture(application, window, folder / f"{name}-{theme}.png")


def take_readme() -> None:
    """The window on the sample: a chip opened beside a current change."""
    README.mkdir(parents=True, exist_ok=True)
    with a_window("en") as (application, window), the_pair("en") as (first, second):
        for theme in ("light", "dark"):
            window.dressing.set_theme(theme)
            compare(application, window, first, second)
            open_chip(window)
            window.comparison.filters.clear()
            window.deeds["next"].trigger()
            application.processEvents()
            old = window.comparison.pair.old
            assert old.lane is not None
            chip = next(iter(old.lane.column.chips))
            old.scroll_to(old.top + old.item_box(chip).top() - 80)
            _picture(application, window, README / f"window-{theme}.png")


@contextmanager
def a_window(code: str) -> Iterator[tuple["QApplication", "MainWindow"]]:
    """A window of 1280 × 800 with settings of its own."""
    from sverka.gui.app import make_application
    from sverka.gui.plumbing import window_language
    from sverka.gui.window import MainWindow
    from sverka.model import Options

    application = make_application(["sverka"])
    window_language.speak(code)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Path(folder) / "window.json", Options())
        window.resize(1280, 800)
        window.show()
        yield application, window
        window.close()
        window.deleteLater()
        application.processEvents()


@contextmanager
def the_pair(text: str) -> Iterator[tuple[Path, Path]]:
    """Both files of a pair: a sample release, or a short text made here."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if text in ("arabic", "chinese"):
            yield _written(folder, _ARABIC if text == "arabic" else _CHINESE)
            return
        samples = files("sverka.resources") / "samples"
        names = ("published.txt", "corrected.docx")
        for name in names:
            (folder / name).write_bytes((samples / f"release-{text}-{name}").read_bytes())
        yield folder / names[0], folder / names[1]


def _written(folder: Path, paragraphs: tuple[str, ...]) -> tuple[Path, Path]:
    """A text, and the same with a number, a word, a moved paragraph and a new one."""
    edited = [p.replace("14", "15").replace("340", "345") for p in paragraphs]
    edited[4] = edited[4].replace("الشتاء", "الخريف").replace("冬季", "秋季")
    edited.insert(1, edited.pop(5))
    edited.append(paragraphs[0] + " 2026")
    old, new = folder / "published.txt", folder / "corrected.txt"
    old.write_text("\n\n".join(paragraphs), "utf-8")
    new.write_text("\n\n".join(edited), "utf-8")
    return old, new


def compare(application: "QApplication", window: "MainWindow", old: Path, new: Path) -> None:
    """Compare two files and wait until they are shown."""
    from PySide6.QtCore import QEventLoop

    from sverka.model import Side

    window.take_files([old, new], Side.OLD)
    ends = (window.comparison, window.trouble)
    while window.pages.currentWidget() not in ends:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def views(window: "MainWindow", sought: str) -> list[tuple[str, Callable[[], object]]]:
    """What is shown of a comparison, in order."""

    def deed(name: str) -> Callable[[], object]:
        return window.deeds[name].trigger

    def redline() -> None:
        window.comparison.filters.clear()
        some_changes(window)
        window.deeds["redline"].trigger()

    def find() -> None:
        window.deeds["side-by-side"].trigger()
        _field(window).setText(sought)
        window.deeds["find-next"].trigger()

    def fold() -> None:
        _field(window).clear()
        window.deeds["fold"].trigger()

    return [
        ("comparison", lambda: window.comparison.pair.set_locked(True)),
        ("change", lambda: some_changes(window)),
        ("move", lambda: to_a_move(window)),
        ("chip", lambda: open_chip(window)),
        ("redline", redline),
        ("findings", deed("findings")),
        ("found", find),
        ("folded", fold),
        ("unlocked", lambda: unlocked(window)),
    ]


def some_changes(window: "MainWindow") -> None:
    """Seven changes further."""
    for _step in range(7):
        window.deeds["next"].trigger()


def to_a_move(window: "MainWindow") -> None:
    """The first paragraph that was moved, where there is one."""
    from sverka.model import ChangeKind

    chip = window.comparison.filters.chip(ChangeKind.MOVE)
    if chip is not None:
        chip.click()
        window.deeds["first"].trigger()
        window.comparison.filters.clear()


def open_chip(window: "MainWindow") -> None:
    """The first running header that was set aside, opened."""
    from sverka.model import FindingKind

    page = window.comparison
    chip = page.filters.chip(FindingKind.RUNNING_HEADER)
    pane = page.pair.old
    if chip is not None and pane.lane is not None and pane.lane.column.chips:
        chip.click()
        item, findings = next(iter(pane.lane.column.chips.items()))
        page.pair.finding_pressed.emit(findings[0])
        page.pair.go_to_finding(findings[0])
        pane.toggle_chip(item)


def unlocked(window: "MainWindow") -> None:
    """The panes apart."""
    window.deeds["fold"].trigger()
    pair = window.comparison.pair
    pair.set_locked(False)
    pair.old.scroll_to(0)
    pair.new.scroll_to(pair.new.top + 300)
    pair.lock.update()


def _field(window: "MainWindow") -> "QLineEdit":
    """The field for the words to find in both versions."""
    from PySide6.QtWidgets import QLineEdit

    from sverka.gui.plumbing.window_language import _

    name = _("Find in both versions")
    fields = window.comparison.findChildren(QLineEdit)
    return next(field for field in fields if field.accessibleName() == name)


def _few_colours(image: "QImage") -> "QImage":
    """The image with 256 of its colours, a third of the size; nothing is dithered."""
    import numpy as np
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    colours, counts = np.unique(np.frombuffer(plain.constBits(), np.uint32), return_counts=True)
    by_count = colours[np.argsort(-counts, kind="stable")]
    # One of each shade first, however rare: a small sign has a colour that nothing else has.
    _shades, first = np.unique(by_count & 0xE0E0E0, return_index=True)
    chosen = np.concatenate([by_count[np.sort(first)], by_count])[:600]
    table = list(dict.fromkeys(chosen.tolist()))[:256]
    exact = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, exact)


def _picture(application: "QApplication", window: "MainWindow", target: Path) -> None:
    for _round in range(3):
        application.processEvents()
    _few_colours(window.grab().toImage()).save(str(target), "PNG", 0)  # 0: as small as it goes
    print(target)


if __name__ == "__main__":
    sys.exit(main())
