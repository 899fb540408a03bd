"""Counts calls instead of measuring time: a busy machine makes no such test fail."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ipu_session.domain import version_tree
from ipu_session.domain.evolve import evolve
from tests.call_observer import AnyFunction, observed_calls


class Folds:
    """How many events were folded; AssertionError at the first too many, before the test hangs."""

    def __init__(self, at_most: float = float("inf")) -> None:
        self.count = 0
        self.at_most = at_most

    def on_call(self, frame: FrameType, event: str, argument: object) -> None:
        """Count the calls of `evolve` by the version tree: a profile function, see `sys.setprofile`."""
        if event == "call" and frame.f_code is evolve.__code__ and _is_version_tree(frame.f_back):
            self.count += 1
            assert self.count <= self.at_most, f"more than {self.at_most} events folded"

    def taken(self) -> int:
        """Return the count, and begin again."""
        count, self.count = self.count, 0
        return count


def _is_version_tree(caller: FrameType | None) -> bool:
    return caller is not None and caller.f_globals["__name__"] == version_tree.__name__


@contextmanager
def counted(at_most: float = float("inf")) -> Iterator[Folds]:
    """Count each event that a version tree folds in this thread."""
    folds, before = Folds(at_most), sys.getprofile()
    sys.setprofile(folds.on_call)
    try:
        yield folds
    finally:
        sys.setprofile(before)


class Calls:
    def __init__(self) -> None:
        self.count = 0


@contextmanager
def counted_calls(function: AnyFunction) -> Iterator[Calls]:
    """Count the calls of a Python function in this thread."""
    calls = Calls()

    def on_call(called: AnyFunction, frame: FrameType) -> None:
        calls.count += 1

    with observed_calls([function], on_call):
        yield calls
