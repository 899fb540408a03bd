"""Small enough to be read at one sitting."""

import ast
from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.source import FILES, MODULES, functions, nodes, place
from tests.narrowing import not_none

_LINES_OF_A_MODULE = 350
_LINES_OF_A_CLASS = 300
_LINES_OF_A_FUNCTION = 40
_METHODS_OF_A_CLASS = 30
_MODULES_OF_A_FOLDER = 18


def module_lines(path: Path) -> int:
    return path.read_text("utf-8").count("\n")


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return not_none(node.end_lineno) - node.lineno + 1


def methods(node: ast.ClassDef) -> int:
    """Public and private methods and properties."""
    return sum(isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef) for member in node.body)


def test_no_module_has_more_than_350_lines() -> None:
    assert [str(path) for path in MODULES if module_lines(path) > _LINES_OF_A_MODULE] == []


def test_no_folder_has_more_than_18_modules() -> None:
    counts = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    assert {str(folder) for folder, count in counts.items() if count > _MODULES_OF_A_FOLDER} == set()


def test_no_class_has_more_than_300_lines() -> None:
    long = [place(p, n) for p in MODULES for n in nodes(p, ast.ClassDef) if lines(n) > _LINES_OF_A_CLASS]
    assert long == []


def test_no_class_has_more_than_30_methods() -> None:
    wide = [place(p, n) for p in MODULES for n in nodes(p, ast.ClassDef) if methods(n) > _METHODS_OF_A_CLASS]
    assert wide == []


def test_no_function_has_more_than_40_lines() -> None:
    long = [place(p, f) for p in FILES for f in functions(p) if lines(f) > _LINES_OF_A_FUNCTION]
    assert long == []


@pytest.mark.parametrize(("share", "limit"), [(0.5, 100), (0.9, 250)])
def test_most_modules_are_short(share: float, limit: int) -> None:
    short = sum(module_lines(path) <= limit for path in MODULES)
    assert short >= share * len(MODULES)


def test_half_of_the_functions_have_at_most_6_lines() -> None:
    assert median(lines(function) for path in MODULES for function in functions(path)) <= 6
