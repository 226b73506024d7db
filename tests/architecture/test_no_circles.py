"""No module imports, by whatever way round, a module that imports it; typing counts as well."""

import ast
from collections.abc import Mapping
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "desktop" / "sverka"
Imports = Mapping[str, frozenset[str]]


def modules_of(top: Path) -> dict[str, Path]:
    """The modules of the package in the folder `top`, by their full names."""
    found = {}
    for path in sorted(top.rglob("*.py")):
        parts = (top.name, *path.relative_to(top).with_suffix("").parts)
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


def imports_of(top: Path) -> Imports:
    """What each module of a package imports of that package, wherever in it the import stands."""
    modules = modules_of(top)
    return {
        name: frozenset(_imported(ast.parse(path.read_text("utf-8")), modules)) - {name}
        for name, path in modules.items()
    }


def _imported(tree: ast.Module, modules: Mapping[str, Path]) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name the whole way, so that one can read them here"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in modules else str(node.module))
    return found & modules.keys()


def circle_in(imports: Imports) -> list[str]:
    """The modules of one circle, the first again at the end; empty where there is none."""
    done: set[str] = set()

    def follow(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        for further in sorted(imports[name]):
            circle = follow(further, [*way, name])
            if circle:
                return circle
        done.add(name)
        return []

    return next((circle for name in imports if (circle := follow(name, []))), [])


def test_no_module_is_imported_by_what_it_imports() -> None:
    circle = circle_in(imports_of(SOURCES))
    assert not circle, "a circle of imports: " + " → ".join(circle)


def test_an_import_for_typing_alone_closes_a_circle_and_its_way_is_told(tmp_path: Path) -> None:
    top = tmp_path / "house"
    (top / "room").mkdir(parents=True)
    (top / "__init__.py").write_text("")
    (top / "room" / "__init__.py").write_text("from house.room import door\n")
    (top / "window.py").write_text("from house.room.door import Door\n")
    (top / "room" / "door.py").write_text(
        "from typing import TYPE_CHECKING\n"
        "def key():\n    import house.key\n"
        "if TYPE_CHECKING:\n    from house.window import Window\n"
    )
    (top / "key.py").write_text("from house import room\n")
    assert circle_in(imports_of(top)) in (
        ["house.room", "house.room.door", "house.key", "house.room"],
        ["house.key", "house.room", "house.room.door", "house.key"],
        ["house.room.door", "house.key", "house.room", "house.room.door"],
    )
    (top / "key.py").write_text("")
    assert set(circle_in(imports_of(top))) == {"house.window", "house.room.door"}
    (top / "window.py").write_text("")
    assert circle_in(imports_of(top)) == []
