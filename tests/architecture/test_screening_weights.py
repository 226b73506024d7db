"""Every threshold of screening stands with the others of its folder and says where it is from."""

import ast
from pathlib import Path

import pytest

SCREENING = Path(__file__).parents[2] / "desktop" / "sverka" / "screening"
MODULES = sorted(SCREENING.glob("*/*_weights.py"))


def thresholds(module: Path) -> dict[str, str]:
    """The names of the numbers of a module, and what is said of each."""
    body = ast.parse(module.read_text("utf8")).body
    found = {}
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            said = ""
            if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                said = str(following.value.value)
            found[statement.targets[0].id] = said
    return found


def origins(module: Path) -> set[str]:
    """The tags that the head of a module explains."""
    lines = module.read_text("utf8").split("\n")
    return {line[3 : line.index("]")] for line in lines if line.startswith("# [")}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_each_says_what_it_is_and_where_it_is_from(module: Path) -> None:
    for name, said in thresholds(module).items():
        assert said, name
        assert said.rpartition("[")[2].rstrip("]") in origins(module), name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_each_is_used(module: Path) -> None:
    code = "".join(path.read_text("utf8") for path in SCREENING.rglob("*.py") if path != module)
    assert [name for name in thresholds(module) if f"weights.{name}" not in code] == []
