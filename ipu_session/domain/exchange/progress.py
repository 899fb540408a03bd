"""Progress callbacks for long operations."""

from typing import Protocol


class Progress(Protocol):
    """Receives the progress of a long operation; may be called in a worker thread."""

    def __call__(self, done: int, total: int) -> object:
        """Report that ``done`` of ``total`` steps are done."""


def no_progress(done: int, total: int) -> None:
    """Ignore the progress."""
