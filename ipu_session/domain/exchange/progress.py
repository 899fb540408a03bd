"""Progress callbacks for long operations."""

from collections.abc import Callable

Progress = Callable[[int, int], object]
"""Called with the work done and the total."""


def no_progress(done: int, of: int) -> None:
    """Ignore the progress."""
