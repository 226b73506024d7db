"""Lets the tests of the releases import what they expect."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
