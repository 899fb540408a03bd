"""Narrow an optional value that a test knows to be present."""

from typing import TypeVar

T = TypeVar("T")


def not_none(value: T | None) -> T:
    """Return the value; fail the test if it is None."""
    assert value is not None
    return value
