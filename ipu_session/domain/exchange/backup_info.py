"""What is kept of a session beside its file: backups, and what is in each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What is in a backup, or in the session file: what somebody needs to know before choosing."""

    title: str
    sittings: int
    events: int
    speeches: int
    notes: int
    last_ms: int
    offset_min: int
    common_events: int = 0
    """So many of its first events stand in the present file as well."""


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup: when it was made (UTC), its name, what it holds, how many events the present file has."""

    created_ms: int
    name: str
    summary: BackupSummary | None
    """None if it is not sound any more."""
    current_events: int
    """0 if the present file is damaged or gone."""
