"""A name means one thing in the whole house: of modules, of types, and of formats."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2] / "desktop" / "sverka"
DOORS = {"__init__", "__main__"}


def modules() -> Iterator[Path]:
    return HOUSE.rglob("*.py")


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def shared(places: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: sorted(found) for name, found in places.items() if len(found) > 1}


def test_no_two_modules_have_one_name() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        if module.stem not in DOORS:
            places[module.stem].append(str(module.relative_to(HOUSE)))
    assert shared(places) == {}


def test_no_two_public_types_have_one_name() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        for node in tree(module).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(module.relative_to(HOUSE)))
    assert shared(places) == {}


def _asks_for_a_format(node: ast.AST) -> bool:
    """Whether this compares, or looks up, what `.format` of something is."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
    elif isinstance(node, ast.Match):
        sides = [node.subject]
    else:
        return False
    return any(isinstance(side, ast.Attribute) and side.attr == "format" for side in sides)


def test_only_readers_ask_for_the_name_of_a_format() -> None:
    found = [
        f"{module.relative_to(HOUSE)}:{getattr(node, 'lineno', 0)}"
        for module in modules()
        if "readers" not in module.relative_to(HOUSE).parts
        for node in ast.walk(tree(module))
        if _asks_for_a_format(node)
    ]
    assert found == [], "a step asks for traits; see Traits in model/document.py"


def test_asking_for_a_format_is_noticed_in_all_its_forms() -> None:
    for asked in (
        "document.format == 'pdf'",
        "'pdf' != old.document.format",
        "form.format in {'text'}",
    ):
        assert any(_asks_for_a_format(node) for node in ast.walk(ast.parse(asked))), asked
    assert not any(_asks_for_a_format(n) for n in ast.walk(ast.parse("text.format(file=name)")))
