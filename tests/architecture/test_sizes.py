"""Small enough to be read at one sitting."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import FILES, MODULES, functions, nodes, place
from tests.narrowing import not_none

_LINES_OF_A_MODULE = 400
_LINES_OF_A_FUNCTION = 40
_PUBLIC_METHODS = 20


def too_long(path: Path) -> bool:
    return path.read_text("utf-8").count("\n") > _LINES_OF_A_MODULE


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return not_none(node.end_lineno) - node.lineno + 1


def public_methods(node: ast.ClassDef) -> int:
    return sum(isinstance(m, ast.FunctionDef) and not m.name.startswith("_") for m in node.body)


def test_no_module_has_more_than_400_lines() -> None:
    assert [str(path) for path in MODULES if too_long(path)] == []


def test_no_function_has_more_than_40_lines() -> None:
    long = [place(p, f) for p in FILES for f in functions(p) if lines(f) > _LINES_OF_A_FUNCTION]
    assert long == []


def test_no_class_has_more_than_20_public_methods() -> None:
    wide = [place(p, n) for p in MODULES for n in nodes(p, ast.ClassDef) if public_methods(n) > _PUBLIC_METHODS]
    assert wide == []


@pytest.mark.parametrize(("share", "limit"), [(0.5, 100), (0.9, 250)])
def test_most_modules_are_short(share: float, limit: int) -> None:
    short = sum(path.read_text("utf-8").count("\n") <= limit for path in MODULES)
    assert short >= share * len(MODULES)
