"""Whether Ctrl has been held down since the last digit: Ctrl+1, 2 without letting go is theme 12."""

from collections.abc import Iterator
from contextlib import contextmanager


class HeldKeys:
    """Counts how often Ctrl went down; the window's key filter tells it."""

    def __init__(self) -> None:
        self._times = 0
        self._down = False
        self._in_digit = False

    def control(self, *, down: bool) -> None:
        """Note that Ctrl went down or up."""
        if down and not self._down:
            self._times += 1
        self._down = down

    @contextmanager
    def digit(self) -> Iterator[None]:
        """Run what a digit of the real keyboard does."""
        self._in_digit = True
        try:
            yield
        finally:
            self._in_digit = False

    @property
    def hold(self) -> int | None:
        """Which holding of Ctrl a digit belongs to; None where it is not known."""
        return self._times if self._in_digit and self._down else None


HELD = HeldKeys()
