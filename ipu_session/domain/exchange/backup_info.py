"""Backups of a session file, with a summary of each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """Summary of a backup or of the session file, for somebody who must choose one."""

    title: str
    sittings: int
    events: int
    speeches: int
    notes: int
    last_ms: int
    offset_min: int
    common_events: int = 0
    """Number of events at the start that are the same as in the present file."""


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup: its time (UTC, ms), name and summary, and the number of events in the present file."""

    created_ms: int
    name: str
    summary: BackupSummary | None
    """None if the backup is damaged."""
    current_events: int
    """0 if the present file is damaged or missing."""
