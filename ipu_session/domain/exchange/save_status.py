"""What is not on disk yet, for the status display."""

from ipu_session.domain.model.value import Value
from ipu_session.domain.user_facing_error import UserFacingError


class SaveStatus(Value, frozen=True):
    """Save status: everything is on disk if ``error`` is None."""

    pending_commands: int = 0
    """Number of buffered transactions; a half-typed text may be buffered as well."""
    error: UserFacingError | None = None
    """Why the last write failed."""
    emergency_copy: str = ""
    """Path of the emergency copy; "" if there is none, because none is needed or it could not be written either."""
    moved_to: str = ""
    """Path of the file that is written now, if it is no longer the file that was opened; else ""."""
