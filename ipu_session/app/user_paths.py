"""Where the things of one user are kept, as the window is told."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are kept on this machine."""

    settings: Path
    resources: Path
    sessions: Path
    """The folder offered for a new session."""
    emergency: tuple[Path, ...] = ()
    """Folders for what a disk does not take; the first that can be written to is used."""
    log: Path = Path()
    """The file in which faults are written down."""
    data: Path | None = None
    """Where backups are kept; without one there are none."""
