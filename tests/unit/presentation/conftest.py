"""The comparisons made by hand for the tests of the window serve here too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "gui"))

import pytest
import sample

from sverka.presentation.scene import Scene, scene


@pytest.fixture
def release() -> Scene:
    return scene(sample.release())
