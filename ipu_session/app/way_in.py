"""The way to the window, which needs neither the commands nor their readers and writers (decision 0008)."""

import os
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from ipu_session.app.messages import refuse

COMMANDS = frozenset(
    {
        *("backups", "check", "copy", "correction", "example", "export", "journal", "list", "lots"),
        *("new", "repair", "replay", "report", "restore", "schema", "speakers", "unlock"),
    }
)
"""The words that are commands; any other is a session file to open."""
_NO_DISPLAY = (
    "there is no display, so no window can open; "
    "the commands work without one (ipu-session --help), or set DISPLAY"
)


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Return whether nothing but the window was asked for, or a session file in it."""
    return not arguments or (
        len(arguments) == 1 and arguments[0] not in COMMANDS and not arguments[0].startswith("-")
    )


def show_window(path: Path | None) -> NoReturn:
    """Show the window, with the session in ``path`` if there is one, and end when it is closed."""
    if _no_display():
        refuse(_NO_DISPLAY)
    # By name, so that the commands that need no screen load no Qt.
    run_window = pkgutil.resolve_name("ipu_session.app.window:run_window")
    sys.exit(run_window(path))


def _no_display() -> bool:
    """Return whether a window has nowhere to open."""
    if sys.platform in {"win32", "darwin"}:
        return False
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] not in {"", "xcb", "wayland"}:
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
