import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

TOP = Path(__file__).parents[3]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
LOCKED = {
    "use": PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"],
    "dev": PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"],
}
SHA256 = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pin:
    """One entry of a file of locked versions."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def pins(text: str) -> list[Pin]:
    entries = re.sub(r"\\\n\s*", " ", re.sub(r"(?m)^#.*\n", "", text)).splitlines()
    found = []
    for entry in entries:
        head, *hashes = entry.split(" --hash=")
        match = re.fullmatch(r"([a-z0-9-]+)==([0-9][\w.]*)(?: ; (.+))?", head.strip())
        assert match, f"not a name, a version and a marker: {entry!r}"
        found.append(Pin(match[1], match[2], match[3] or "", tuple(h.strip() for h in hashes)))
    return found


def written(kind: str) -> str:
    return (TOP / "packaging" / "locked" / f"{kind}.txt").read_text("utf-8")


def name_of(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


@pytest.mark.parametrize("kind", LOCKED)
def test_every_requirement_of_the_project_is_locked(kind: str) -> None:
    assert {name_of(requirement) for requirement in LOCKED[kind]} <= {
        pin.name for pin in pins(written(kind))
    }, "run sh packaging/lock.sh --keep"


@pytest.mark.parametrize("kind", LOCKED)
def test_no_locked_version_is_older_than_the_project_allows(kind: str) -> None:
    locked = pins(written(kind))
    for requirement in LOCKED[kind]:
        bound = re.search(r">=([\w.]+)", requirement)
        assert bound, requirement
        for pin in locked:
            if pin.name == name_of(requirement):
                assert numbers(pin.version) >= numbers(bound[1]), f"{pin} for {requirement}"


@pytest.mark.parametrize("kind", LOCKED)
def test_every_locked_package_has_its_hashes(kind: str) -> None:
    for pin in pins(written(kind)):
        assert pin.hashes, pin.name
        assert all(SHA256.fullmatch(f"--hash={value}") for value in pin.hashes), pin.name


@pytest.mark.parametrize("kind", LOCKED)
def test_the_locked_versions_name_no_address_and_no_path(kind: str) -> None:
    said = re.sub(r"(?m)^#.*\n", "", written(kind))
    assert "/" not in said
    assert "@" not in said
    assert "index" not in written(kind)
    assert written(kind).count("#") == 2, "only the two lines that say how it is renewed"


def test_the_program_and_its_checks_run_with_the_same_versions() -> None:
    assert set(pins(written("use"))) <= set(pins(written("dev")))


def test_python_3_11_keeps_a_window_that_does_not_crash() -> None:
    versions = {
        pin.marker: numbers(pin.version)
        for pin in pins(written("use"))
        if pin.name == "pyside6-essentials"
    }
    assert versions["python_full_version < '3.12'"] < (6, 12)
