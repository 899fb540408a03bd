"""Where the things of one user are kept, as the window is told."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AppPaths:
    """Where things are kept on this machine."""

    settings_file: Path
    resources_dir: Path
    sessions_dir: Path
    """The folder offered for a new session."""
    emergency_dirs: tuple[Path, ...] = ()
    """Folders for what a disk does not take; the first that can be written to is used."""
    log_file: Path = Path()
    """The file in which faults are written down."""
    data_dir: Path | None = None
    """Where backups are kept; without one there are none."""
