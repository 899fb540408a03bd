"""Lazy imports: what the start does not need is imported at its first use, with its signature known (decision 0008)."""

import importlib
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class LazyModule:
    """Stands for a module that is imported when one of its attributes is first used, in any thread.

    The type checker must see the module itself::

        if TYPE_CHECKING:
            from package import module
        else:
            module = LazyModule("package.module")
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> object:
        """Return the attribute of the module; ImportError if the module cannot be imported."""
        return getattr(importlib.import_module(self._name), attribute)


def lazy_function(look_up: Callable[[], Callable[P, R]]) -> Callable[P, R]:
    """Return a function with the signature of the one that ``look_up`` returns, looked up when it is called."""

    def call(*arguments: P.args, **named: P.kwargs) -> R:
        return look_up()(*arguments, **named)

    return call
