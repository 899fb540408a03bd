"""An attribute that a class sets is read somewhere: one that is not was renamed in the base class only."""

import ast

from tests.architecture.source import MODULES, nodes, place

_READ_BY_PYTHON = {"__slots__", "__hash__", "__match_args__"}


def is_enum(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base).endswith(("Enum", "Flag")) for base in node.bases)


def set_attributes(node: ast.ClassDef) -> list[str]:
    """Return the names of the attributes that a class sets without annotation; annotated ones are mostly fields."""
    assignments = [statement for statement in node.body if isinstance(statement, ast.Assign)]
    return [target.id for each in assignments for target in each.targets if isinstance(target, ast.Name)]


def test_every_attribute_that_a_class_sets_is_read() -> None:
    attributes = {node.attr for path in MODULES for node in nodes(path, ast.Attribute)}
    unread = [
        f"{place(path, node)} {name}"
        for path in MODULES
        for node in nodes(path, ast.ClassDef)
        if not is_enum(node)
        for name in set_attributes(node)
        if name not in attributes and name not in _READ_BY_PYTHON
    ]
    assert unread == []
