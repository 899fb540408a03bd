"""Tracks whether Ctrl was held down between two digits: Ctrl+1, 2 without releasing Ctrl is theme 12."""

from collections.abc import Iterator
from contextlib import contextmanager


class CtrlHoldTracker:
    """Counts the presses of Ctrl, as reported by `KeyEventFilter`."""

    def __init__(self) -> None:
        self._hold_count = 0
        self._is_down = False
        self._is_handling_digit = False

    def set_ctrl_down(self, *, down: bool) -> None:
        """Record that Ctrl was pressed or released; auto-repeat is ignored."""
        if down and not self._is_down:
            self._hold_count += 1
        self._is_down = down

    @contextmanager
    def handling_digit(self) -> Iterator[None]:
        """Make `current_hold` available in the block that handles a chord (a digit or letter with Ctrl)."""
        self._is_handling_digit = True
        try:
            yield
        finally:
            self._is_handling_digit = False

    @property
    def current_hold(self) -> int | None:
        """Number of the present press of Ctrl; None outside `handling_digit()`, or while Ctrl is not down."""
        return self._hold_count if self._is_handling_digit and self._is_down else None


CTRL_HOLDS = CtrlHoldTracker()
