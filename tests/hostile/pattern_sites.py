"""Where the code of scopelint compiles regular expressions, and how it tries each."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.cli.program import SOURCE

COMPILING = ("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
"""The functions of ``re`` that make a regular expression of their first argument."""

MAKER = "pattern"
"""The one function of ours that does: a pattern is told by those who call it."""

AT_THE_START = frozenset({"match", "fullmatch"})
FROM_A_PLACE = {"match": "match at", "fullmatch": "fullmatch at"}
ANYWHERE = "finditer"
"""What takes the most time: a pattern tried from every place of a text on."""

_ARGUMENTS_BEFORE_FLAGS = {"compile": 1, "split": 3, "sub": 4, "subn": 4}


class Site(NamedTuple):
    """A call that compiles a pattern; ``pattern`` and ``flags`` are its arguments as written.

    ``given`` says that the pattern is what the function around the call was given, ``fixed`` that the
    names of its module are enough to tell it.
    """

    module: str
    line: int
    column: int
    pattern: str
    flags: str
    tried: frozenset[str]
    given: bool
    fixed: bool

    @property
    def place(self) -> tuple[str, int, int]:
        """What tells it from every other call."""
        return self.module, self.line, self.column

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.pattern}"


def sites() -> list[Site]:
    """Every call in the code whose argument becomes a regular expression."""
    return [site for name, tree in trees().items() for site in _Module(name, tree).sites()]


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of scopelint by its name."""
    return {
        _module_name(path): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


class _Module:
    """One module's tree, in which what is around a node can be asked for."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name = name
        self.tree = tree
        self.around = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}

    def sites(self) -> Iterator[Site]:
        for node in ast.walk(self.tree):
            method = _compiling(node.func) if isinstance(node, ast.Call) else None
            if isinstance(node, ast.Call) and method:
                yield self._site(node, method)

    def _site(self, call: ast.Call, method: str) -> Site:
        pattern = call.args[0]
        flags = call.args[_ARGUMENTS_BEFORE_FLAGS.get(method, 2) :]
        flags += [word.value for word in call.keywords if word.arg == "flags"]
        function = self._function(call)
        return Site(
            self.name,
            call.lineno,
            call.col_offset,
            ast.unparse(pattern),
            " | ".join(map(ast.unparse, flags)) or "0",
            self._uses(call) if method == "compile" else frozenset({_tried(method, whole=True)}),
            given=function is not None and _name(pattern) in {each.arg for each in function.args.args},
            fixed=function is None or _names(pattern).isdisjoint(_bound(function)),
        )

    def _function(self, node: ast.AST | None) -> ast.FunctionDef | None:
        """The outermost function or method around a node."""
        found = None
        while node is not None:
            found = node if isinstance(node, ast.FunctionDef) else found
            node = self.around.get(node)
        return found

    def _uses(self, compiled: ast.Call) -> frozenset[str]:
        """How a compiled pattern is tried: at once, or by a private name or function of its module."""
        parent = self.around[compiled]
        beyond = self.around[parent]
        if isinstance(parent, ast.Assign) and beyond is self.tree:
            return self._uses_of(_name(parent.targets[0]))
        if isinstance(parent, ast.Return) and isinstance(beyond, ast.FunctionDef):
            return self._uses_of(beyond.name if self.around[beyond] is self.tree else None)
        return frozenset({self._use(compiled)})

    def _uses_of(self, name: str | None) -> frozenset[str]:
        if name is None or not name.startswith("_"):
            return frozenset({ANYWHERE})
        loads = [node for node in ast.walk(self.tree) if _name(node) == name and _is_read(node)]
        return frozenset(self._use(self._called(load)) for load in loads)

    def _called(self, node: ast.AST) -> ast.AST:
        """The call of a node, or itself when it is none of a function."""
        parent = self.around[node]
        return parent if isinstance(parent, ast.Call) and parent.func is node else node

    def _use(self, compiled: ast.AST) -> str:
        method = self.around[compiled]
        call = self._called(method)
        if not isinstance(method, ast.Attribute) or not isinstance(call, ast.Call):
            return ANYWHERE
        return _tried(method.attr, whole=len(call.args) + len(call.keywords) == 1)


def _compiling(function: ast.expr) -> str | None:
    """By which function of ``re`` a call compiles a pattern, if it does."""
    if _name(function) == MAKER:
        return "compile"
    if isinstance(function, ast.Attribute) and _name(function.value) == "re":
        return function.attr if function.attr in COMPILING else None
    return None


def _tried(method: str, *, whole: bool) -> str:
    """How a method tries a pattern: of a whole text, or from a place in it on."""
    if method not in AT_THE_START:
        return ANYWHERE
    return method if whole else FROM_A_PLACE[method]


def _name(node: ast.AST) -> str | None:
    return node.id if isinstance(node, ast.Name) else None


def _is_read(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _bound(function: ast.FunctionDef) -> set[str]:
    """The names that a function gives a meaning of its own."""
    nodes = list(ast.walk(function))
    stored = {each.id for each in nodes if isinstance(each, ast.Name) and not _is_read(each)}
    return stored | {each.arg for each in nodes if isinstance(each, ast.arg)}
