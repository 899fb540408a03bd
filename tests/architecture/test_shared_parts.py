"""What several modules need exists once: only the shared module uses the underlying function of Qt."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import MODULES, nodes

_SHARED_MODULES = {
    "beginInsertRows": "ui/widgets/rows/row_diff.py",
    "beginRemoveRows": "ui/widgets/rows/row_diff.py",
    "setSingleShot": "ui/core/timers.py",
}


def called_names(path: Path) -> set[str]:
    """Return the last part of the name of each function that a module calls, and of each that it defines."""
    calls = {getattr(node.func, "attr", getattr(node.func, "id", "")) for node in nodes(path, ast.Call)}
    return calls | {node.name for node in nodes(path, ast.FunctionDef)}


def users_of(name: str) -> list[str]:
    return [path.as_posix() for path in MODULES if name in called_names(path)]


@pytest.mark.parametrize(("name", "module"), _SHARED_MODULES.items())
def test_only_the_shared_module_uses_the_function_of_qt(name: str, module: str) -> None:
    [user] = users_of(name)
    assert user.endswith(f"ipu_session/{module}")


def test_translation_outside_of_a_qobject_goes_through_one_function() -> None:
    users = [
        path.as_posix()
        for path in MODULES
        for node in nodes(path, ast.Attribute)
        if node.attr == "translate" and getattr(node.value, "id", "") == "QCoreApplication"
    ]
    [user] = users
    assert user.endswith("ipu_session/ui/strings/translation.py")
