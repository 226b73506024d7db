"""What is shipped: every room, and the resources beside the code."""

import subprocess
import sys
import tomllib
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names inside a wheel built from a clean copy of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=TOP,
        check=True,
        capture_output=True,
    ).stdout.decode()
    for name in filter(None, tracked.split("\0")):
        if name.startswith(("desktop/", "resources/")) or "/" not in name:
            target = source / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if (TOP / name).is_file():
                target.write_bytes((TOP / name).read_bytes())
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source],
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_resources(wheel: set[str]) -> None:
    for name in (
        "translations/ru/LC_MESSAGES/sverka.mo",
        "samples/release-ru-published.txt",
        "samples/release-ru-corrected.docx",
    ):
        assert f"sverka/resources/{name}" in wheel


def test_the_wheel_holds_every_module_and_no_tests(wheel: set[str]) -> None:
    source = TOP / "desktop"
    modules = {str(path.relative_to(source)) for path in source.rglob("*.py")}
    assert modules <= wheel
    assert not [name for name in wheel if "tests/" in name or "__pycache__" in name]


def test_the_wheel_holds_what_stands_beside_the_modules(wheel: set[str]) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "desktop/sverka", "resources"],
        cwd=TOP,
        check=True,
        capture_output=True,
    ).stdout.decode()
    tracked = [name for name in listed.split("\0") if name and (TOP / name).is_file()]
    beside = {
        name.replace("desktop/", "", 1).replace("resources/", "sverka/resources/", 1)
        for name in tracked
        if not name.endswith(".py")
    }
    assert "sverka/reports/page.html" in beside
    assert beside - wheel == set()


def test_the_wheel_declares_the_readers(wheel: set[str]) -> None:
    assert [name for name in wheel if name.endswith(".dist-info/entry_points.txt")]


def test_every_room_is_named_in_pyproject() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    rooms = {
        ".".join(path.parent.relative_to(TOP / "desktop").parts)
        for path in (TOP / "desktop" / "sverka").rglob("__init__.py")
    }
    assert rooms | {"sverka.resources"} == set(project["tool"]["setuptools"]["packages"])


def test_the_resources_are_there_in_this_installation() -> None:
    assert (files("sverka.resources") / "samples" / "release-en-published.txt").is_file()


def test_the_top_level_holds_only_what_was_agreed() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=TOP, check=True, capture_output=True, text=True
    ).stdout.split("\n")
    tops = {name.split("/")[0] for name in listed if name}
    agreed = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
    }
    folders = {"desktop", "resources", "tests", "packaging"}
    assert {top for top in tops if not top.startswith(".")} <= agreed | folders
