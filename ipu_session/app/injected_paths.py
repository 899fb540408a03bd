"""Paths of one user, as injected into the application."""

from pathlib import Path

from msgspec import Struct


class AppPaths(Struct, frozen=True):
    """Paths of one user on this machine."""

    settings_file: Path
    resources_dir: Path
    sessions_dir: Path
    """Folder proposed for a new session."""
    emergency_dirs: tuple[Path, ...] = ()
    """Folders for emergency files; the first that is writable is used."""
    log_file: Path = Path()
    """The log file of the window and of failed commands."""
    data_dir: Path | None = None
    """Folder that contains the backups; None disables backups."""
