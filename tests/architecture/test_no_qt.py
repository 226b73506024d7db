"""The command line never loads Qt."""

import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"

SCRIPT = """
import sys
from sverka.main import main
status = main(sys.argv[1:])
loaded = sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6")))
assert not loaded, loaded
sys.exit(status)
"""


def test_a_comparison_with_a_report_loads_no_qt_module(tmp_path: Path) -> None:
    old, new = SAMPLES / "release-en-published.txt", SAMPLES / "release-en-corrected.docx"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, "compare", old, new, "--report", tmp_path / "report.docx"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "report.docx").stat().st_size > 5000
