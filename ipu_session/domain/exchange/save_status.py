"""What is not on the disk yet, as the screen tells it."""

from dataclasses import dataclass

from ipu_session.domain.user_facing_error import TroubleError


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Nothing waits for the disk if there is no ``trouble``."""

    acts: int = 0
    """How many acts wait; there may be a half-typed text besides."""
    trouble: TroubleError | None = None
    """Why they wait."""
    copy: str = ""
    """Where the emergency copy of them lies; empty if it could not be written either."""
    moved_to: str = ""
    """The file that the session is written to now, where another took the place of the one opened."""
