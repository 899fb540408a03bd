"""Backups of a session file, with a summary of each."""

from ipu_session.domain.model.value import Value


class BackupSummary(Value, frozen=True):
    """Summary of a backup or of the session file; ``last_ms`` is the time of its last event (UTC), or 0."""

    title: str
    sittings: int
    events: int
    speeches: int
    notes: int
    last_ms: int
    offset_min: int
    common_events: int = 0
    """Number of events, counted from the first, that are the same as in the session file."""


class BackupInfo(Value, frozen=True):
    """A backup: time (UTC, ms), file name and summary, and the number of events in the session file to compare with."""

    created_ms: int
    name: str
    summary: BackupSummary | None
    """None if the backup is damaged."""
    current_events: int
    """0 if the session file is damaged or missing."""
