"""Makes the mutants of a module: its code with one small thing said differently each time."""

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

BORDERS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ORDERS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Mod: ast.FloorDiv,
    ast.FloorDiv: ast.Mult, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
}  # fmt: skip
FUNCTIONS = {
    "min": "max", "max": "min", "any": "all", "all": "any",
    "minimum": "maximum", "maximum": "minimum",
}  # fmt: skip
LARGE = 20
"""Whole numbers above it are limits: one more is no other rule, twice as many is."""

# Annotations do nothing when the program runs, nor does `strict`, which only fails on errors.
_UNSEEN = frozenset({"annotation", "returns", "decorator_list", "bases"})


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed place: its line, the function it stands in, what was said and what is said.

    `tree` is the module with this change, but only until the next mutant is asked for.
    """

    line: int
    where: str
    before: str
    after: str
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class _Place:
    """A node, the function it stands in, and the list or field of its parent that holds it."""

    node: ast.expr | ast.stmt
    where: str
    parent: ast.AST
    field: str
    index: int | None

    def put(self, node: ast.AST) -> None:
        """Let another node stand here."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, from its first line to its last."""
    tree = ast.parse(source)
    members = _members(tree)
    for place in list(_places(tree, "")):
        node = place.node
        for other in list(_variants(node, members)):
            place.put(ast.fix_missing_locations(ast.copy_location(other, node)))
            yield Mutant(node.lineno, place.where, _said(node), _said(other), tree)
            place.put(node)


def _said(node: ast.AST) -> str:
    """The node as one line of code; of a statement with a body only its head."""
    return ast.unparse(node).split("\n")[0]


def _places(parent: ast.AST, where: str) -> Iterator[_Place]:
    """Statements and expressions that may be changed; nothing of annotations and docstrings."""
    if isinstance(parent, ast.FunctionDef | ast.ClassDef):
        where = f"{where}.{parent.name}".strip(".")
    for name, value in ast.iter_fields(parent):
        if name in _UNSEEN:
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _does_nothing(node):
                continue
            if isinstance(node, ast.expr | ast.stmt):
                yield _Place(node, where, parent, name, index)
            yield from _places(node, where)


def _does_nothing(node: ast.AST) -> bool:
    """Whether a node is an import, a docstring, a name for a type or the argument `strict`."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.annotation) == "TypeAlias"
    if isinstance(node, ast.keyword):
        return node.arg == "strict"
    return isinstance(node, ast.Import | ast.ImportFrom)


def _members(tree: ast.Module) -> dict[str, list[str]]:
    """What is written `Type.MEMBER`, or `limits.LIMIT`, in the module: the members of each."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr.isupper():
            members = found.setdefault(ast.unparse(node.value), [])
            if node.attr not in members:
                members.append(node.attr)
    return found


def _variants(node: ast.AST, members: dict[str, list[str]]) -> Iterator[ast.AST]:
    """What else might stand in place of a node."""
    match node:
        case ast.Constant():
            yield from _constants(node)
        case ast.Attribute():
            yield from _other_members(node, members)
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BinOp() | ast.AugAssign() | ast.BoolOp() | ast.UnaryOp():
            yield from _operations(node)
        case ast.Call():
            yield from _calls(node)
        case ast.List(ctx=ast.Load()) | ast.Tuple(ctx=ast.Load()):
            for k in range(len(node.elts) if len(node.elts) > 1 else 0):
                yield type(node)(node.elts[:k] + node.elts[k + 1 :], ast.Load())
        case ast.stmt() | ast.IfExp():
            yield from _steps(node)


def _operations(node: ast.BinOp | ast.AugAssign | ast.BoolOp | ast.UnaryOp) -> Iterator[ast.AST]:
    """The opposite operation; of "and" and "or" each part left out as well; no "not", no sign."""
    if isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.BoolOp):
        values = node.values
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), values)
        for k in range(len(values)):
            rest = values[:k] + values[k + 1 :]
            yield ast.BoolOp(node.op, rest) if len(rest) > 1 else rest[0]
    elif type(node.op) in ARITHMETIC:
        opposite = copy(node)
        opposite.op = ARITHMETIC[type(node.op)]()
        yield opposite


def _steps(node: ast.stmt | ast.IfExp) -> Iterator[ast.AST]:
    """The other branch; a call not made; a loop left instead of going on."""
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        otherwise = copy(node)
        otherwise.test = ast.UnaryOp(ast.Not(), node.test)
        yield otherwise
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield ast.Expr(ast.Constant(None))
    elif isinstance(node, ast.Continue | ast.Break):
        yield ast.Break() if isinstance(node, ast.Continue) else ast.Continue()


def _other_members(node: ast.Attribute, members: dict[str, list[str]]) -> Iterator[ast.AST]:
    """Another member of an enumeration the module names too; twice as much of a named limit."""
    known = members.get(_said(node.value), [])
    if node.attr not in known:
        return
    if _said(node.value).islower():
        yield ast.BinOp(node, ast.Mult(), ast.Constant(2))
    elif len(known) > 1:
        other = known[(known.index(node.attr) + 1) % len(known)]
        yield ast.Attribute(node.value, other, node.ctx)


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value * 2 if value > LARGE else value + 1)
    elif isinstance(value, float):
        yield ast.Constant(value + 1)
    elif isinstance(value, str) and value:
        yield ast.Constant(f"XX{value}")


def _comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    """The border counted in or out, and the order the other way."""
    for k, op in enumerate(node.ops):
        for table in (BORDERS, ORDERS):
            if type(op) in table:
                ops = [*node.ops[:k], table[type(op)](), *node.ops[k + 1 :]]
                yield ast.Compare(node.left, ops, node.comparators)


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    """The opposite function; the first two arguments exchanged."""
    name = node.func
    if isinstance(name, ast.Name) and name.id in FUNCTIONS:
        yield ast.Call(ast.Name(FUNCTIONS[name.id], ast.Load()), node.args, node.keywords)
    elif isinstance(name, ast.Attribute) and name.attr in FUNCTIONS:
        opposite = ast.Attribute(name.value, FUNCTIONS[name.attr], ast.Load())
        yield ast.Call(opposite, node.args, node.keywords)
    elif len(node.args) > 1 and ast.dump(node.args[0]) != ast.dump(node.args[1]):
        yield ast.Call(name, [node.args[1], node.args[0], *node.args[2:]], node.keywords)
