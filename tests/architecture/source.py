"""The source tree as the guards read it."""

import ast
import io
import tokenize
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "ipu_session"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))
BENCHMARKS = tuple(sorted((ROOT / "benchmarks").rglob("*.py")))
TESTS = tuple(sorted((ROOT / "tests").rglob("*.py")))
FILES = (*MODULES, *BENCHMARKS, *TESTS, *sorted((ROOT / "tools").rglob("*.py")))


def settings():
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@cache
def tree(path):
    """The file's syntax."""
    return ast.parse(path.read_text("utf-8"), str(path))


def nodes(path, *kinds):
    """Every node of these kinds in the file."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def functions(path):
    return nodes(path, ast.FunctionDef, ast.AsyncFunctionDef)


def comments(path):
    """The file's comments, each with its line."""
    read = io.StringIO(path.read_text("utf-8")).readline
    return [(t.start[0], t.string) for t in tokenize.generate_tokens(read) if t.type == tokenize.COMMENT]


def place(path, node):
    """Where to look: the file and the line."""
    return f"{path}:{getattr(node, 'lineno', node)}"


def module_name(path):
    """The name a module of the package is imported by."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path):
    """Our own modules that a module names in its imports, those for types and inside functions too."""
    names = {module_name(module) for module in MODULES}
    found = set()
    for node in nodes(path, ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            # `from package import module` asks for the module, not for the package.
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner if inner <= names else inner | {node.module}
    return (found & names) - {module_name(path)}
