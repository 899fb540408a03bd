"""Whether Ctrl has been held down since the last digit: Ctrl+1, 2 without letting go is theme 12."""

from collections.abc import Iterator
from contextlib import contextmanager


class CtrlHoldTracker:
    """Counts how often Ctrl went down; the window's key filter tells it."""

    def __init__(self) -> None:
        self._hold_count = 0
        self._is_down = False
        self._is_handling_digit = False

    def set_ctrl_down(self, *, down: bool) -> None:
        """Note that Ctrl went down or up."""
        if down and not self._is_down:
            self._hold_count += 1
        self._is_down = down

    @contextmanager
    def handling_digit(self) -> Iterator[None]:
        """Run what a digit of the real keyboard does."""
        self._is_handling_digit = True
        try:
            yield
        finally:
            self._is_handling_digit = False

    @property
    def current_hold(self) -> int | None:
        """Which holding of Ctrl a digit belongs to; None where it is not known."""
        return self._hold_count if self._is_handling_digit and self._is_down else None


CTRL_HOLDS = CtrlHoldTracker()
