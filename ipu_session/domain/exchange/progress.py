"""How far a long piece of work is."""

from collections.abc import Callable

Progress = Callable[[int, int], object]
"""Hears how much is done, of how much."""


def no_progress(done: int, of: int) -> None:
    """Hear nothing."""
