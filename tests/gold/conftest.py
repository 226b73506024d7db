"""Lets the gold tests import their scorer, and the texts the benchmarks are made of."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "benchmarks"), str(HERE.parent / "unit" / "redline")]
