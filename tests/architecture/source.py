"""The source tree as the guards read it."""

import ast
import io
import tokenize
import tomllib
from ast import Module
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "ipu_session"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))
BENCHMARKS = tuple(sorted((ROOT / "benchmarks").rglob("*.py")))
TESTS = tuple(sorted((ROOT / "tests").rglob("*.py")))
FILES = (*MODULES, *BENCHMARKS, *TESTS, *sorted((ROOT / "tools").rglob("*.py")))


Node = TypeVar("Node", bound=ast.AST)


def settings() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@cache
def tree(path: Path) -> Module:
    """The file's syntax."""
    return ast.parse(path.read_text("utf-8"), str(path))


def nodes(path: Path, kind: type[Node]) -> list[Node]:
    """Every node of this kind in the file."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, kind)]


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [*nodes(path, ast.FunctionDef), *nodes(path, ast.AsyncFunctionDef)]


def comments(path: Path) -> list[tuple[int, str]]:
    """The file's comments, each with its line."""
    read = io.StringIO(path.read_text("utf-8")).readline
    return [(t.start[0], t.string) for t in tokenize.generate_tokens(read) if t.type == tokenize.COMMENT]


def place(path: Path, node: ast.AST | int) -> str:
    """Where to look: the file and the line."""
    return f"{path}:{getattr(node, 'lineno', node)}"


def module_name(path: Path) -> str:
    """The name a module of the package is imported by."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """Our own modules that a module names in its imports, those for types and inside functions too."""
    names = {module_name(module) for module in MODULES}
    found: set[str] = set()
    for each in nodes(path, ast.Import):
        found |= {alias.name for alias in each.names}
    for node in nodes(path, ast.ImportFrom):
        # `from package import module` asks for the module, not for the package.
        inner = {f"{node.module}.{alias.name}" for alias in node.names}
        found |= inner if inner <= names else inner | {node.module or ""}
    return (found & names) - {module_name(path)}
