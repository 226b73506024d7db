import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).parents[3]
FILES = {
    "desktop/sverka/files.py": (9, 10),
    "desktop/sverka/model/block.py": (30, 30),
    "desktop/sverka/readers/registry.py": (5, 10),
    "desktop/sverka/readers/docx/story.py": (85, 90),
}


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "rooms_covered", TOP / "packaging" / "rooms_covered.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_room_counts_its_folders_and_the_package_its_own_modules(gate: ModuleType) -> None:
    assert gate.shares_by_room(FILES) == {"sverka": 90.0, "model": 100.0, "readers": 90.0}


def test_a_room_under_its_floor_is_told_with_both_figures(gate: ModuleType) -> None:
    shares = {"model": 100.0, "readers": 89.9}
    assert gate.complaints(shares, {"readers": 90, "others": 80}) == [
        "readers: the tests ran 89.9 %, the floor is 90 %."
    ]
    assert gate.complaints(shares, {"readers": 89, "others": 80}) == []


def test_a_room_without_a_floor_of_its_own_must_reach_the_common_one(gate: ModuleType) -> None:
    assert gate.complaints({"weave": 79.0}, {"others": 80}) == [
        "weave: the tests ran 79.0 %, the floor is 80 %."
    ]


def test_a_floor_whose_room_was_not_measured_is_told(gate: ModuleType) -> None:
    assert gate.complaints({"model": 100.0}, {"text": 90, "others": 80}) == [
        "text: has a floor in pyproject.toml, but no file of it was measured."
    ]
