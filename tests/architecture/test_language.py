"""Facts below `wording`, sentences from there on, in a language that is always an argument."""

import ast
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2] / "desktop" / "sverka"
BELOW = ("model", "text", "readers", "screening", "alignment", "differences", "review")
BELOW_ALONE = ("comparison.py", "files.py", "collecting.py")
WINDOWS_OWN = "gui/plumbing/window_language.py"
"""The one module that may say what language is spoken now, as Qt's own translator does."""

SAYING = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
CHOOSING = {"language", "system_language", "install"}


def place(module: Path, node: ast.AST) -> str:
    return f"{module.relative_to(HOUSE).as_posix()}:{getattr(node, 'lineno', 0)}"


def below_wording() -> Iterator[Path]:
    for room in BELOW:
        yield from (HOUSE / room).rglob("*.py")
    yield from (HOUSE / name for name in BELOW_ALONE)


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def called(node: ast.AST) -> str:
    """The name of what is called, "" where nothing is."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return set()


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the insides of functions."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from at_import(child)


def languages_with_a_default(node: ast.AST) -> Iterator[ast.arg]:
    """The arguments of a function that are a Language and may be left out."""
    if not isinstance(node, ast.FunctionDef):
        return
    given = node.args.posonlyargs + node.args.args
    optional = given[len(given) - len(node.args.defaults) :]
    optional += [
        argument
        for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        if default is not None
    ]
    for argument in optional:
        if argument.annotation is not None and "Language" in ast.unparse(argument.annotation):
            yield argument


def test_no_room_below_wording_says_anything_in_a_language() -> None:
    modules = list(below_wording())
    assert len(modules) > 90
    found = [
        place(module, node)
        for module in modules
        for node in ast.walk(tree(module))
        if called(node) in SAYING or imported(node) & {"gettext", "sverka.language"}
    ]
    assert found == [], "give facts (see model/errors.py, Notice, Reason); `wording` says them"


def test_no_module_but_the_windows_own_keeps_the_language_spoken_now() -> None:
    kept = [
        place(module, node)
        for module in HOUSE.rglob("*.py")
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Global)
    ]
    assert [where.split(":")[0] for where in kept] == [WINDOWS_OWN]


def test_nothing_is_said_and_no_language_chosen_while_modules_are_imported() -> None:
    found = [
        place(module, node)
        for module in HOUSE.rglob("*.py")
        for node in at_import(tree(module))
        if called(node) in SAYING | CHOOSING
    ]
    assert found == []


def test_a_language_is_never_left_out() -> None:
    found = [
        place(module, argument)
        for module in HOUSE.rglob("*.py")
        for node in ast.walk(tree(module))
        for argument in languages_with_a_default(node)
    ]
    assert found == []


def test_the_window_alone_speaks_its_language() -> None:
    found = [
        place(module, node)
        for module in HOUSE.rglob("*.py")
        if "gui" not in module.relative_to(HOUSE).parts
        for node in ast.walk(tree(module))
        if "sverka.gui.plumbing.window_language" in imported(node)
    ]
    assert found == []
