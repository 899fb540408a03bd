"""Lazy imports: modules that the start does not need are imported at their first use (decision 0008)."""

import importlib
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class LazyModule:
    """Object used in place of a module, which is imported when one of its attributes is first used, in any thread.

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
    """Return a function that, when called, calls the function that ``look_up`` returns; both have one signature."""

    def call(*arguments: P.args, **named: P.kwargs) -> R:
        return look_up()(*arguments, **named)

    return call
