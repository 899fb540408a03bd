"""What is not on the disk yet, as the screen tells it."""

from dataclasses import dataclass

from ipu_session.domain.user_facing_error import UserFacingError


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """Nothing waits for the disk if there is no ``trouble``."""

    pending_commands: int = 0
    """How many acts wait; there may be a half-typed text besides."""
    error: UserFacingError | None = None
    """Why they wait."""
    emergency_copy: str = ""
    """Where the emergency copy of them lies; empty if it could not be written either."""
    moved_to: str = ""
    """The file that the session is written to now, where another took the place of the one opened."""
