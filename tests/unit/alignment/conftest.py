"""Lets the tests of the alignment share the texts whose likeness can be counted out."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from counted_texts import Characters


@pytest.fixture
def characters() -> Characters:
    return Characters()
