"""Paths of this program on this machine; the only module that uses appdirs."""

import os
import tempfile
from pathlib import Path

import appdirs

_APP_NAME = "ipu-session"


def resources_dir() -> Path:
    """Return the folder of translations, templates and examples, in the wheel or in the source tree."""
    package = Path(__file__).parents[1]
    bundled = package / "_resources"
    return bundled if bundled.is_dir() else package.parent / "resources"


def config_dir() -> Path:
    """Return the folder of this user's settings; it need not exist yet."""
    # Without appauthor=False Windows would double the folder (appdirs 1.4.4).
    return Path(appdirs.user_config_dir(_APP_NAME, appauthor=False))


def data_dir() -> Path:
    """Return the folder of this user's data; it need not exist yet."""
    return Path(appdirs.user_data_dir(_APP_NAME, appauthor=False))


def emergency_dirs() -> tuple[Path, ...]:
    """Return the folders for emergency files, the preferred one first; none need exist yet.

    The first is in the data folder, the others in temporary folders, which are often on other disks. A folder is used
    only if it is private to this user (`store.files.private_folder`). Other users have the same temporary folder, so
    on POSIX its name contains the user ID.
    """
    user = f"-{os.getuid()}" if os.name == "posix" else ""
    others = [_temporary_dir(), os.environ.get("XDG_RUNTIME_DIR", "")]
    places = [Path(folder) / f"ipu-session-emergency{user}" for folder in others if folder]
    return data_dir() / "emergency", *places


def _temporary_dir() -> str:
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:
        # No temporary folder is writable: the disks are full or read-only.
        return ""


def log_dir() -> Path:
    """Return the folder of the log; it need not exist yet."""
    return Path(appdirs.user_log_dir(_APP_NAME, appauthor=False))
