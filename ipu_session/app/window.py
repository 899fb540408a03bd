"""The window's way in: it puts the real parts together and runs Qt."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ipu_session.app import crash, paths
from ipu_session.app.desk import Desk, Places
from ipu_session.app.later import errands
from ipu_session.service.clock import SystemClock


def run_window(path: Path | None) -> int:
    """Show the window, with the session in ``path`` if there is one, until it is closed."""
    app, desk = open_window(path)
    watch = crash.watch_window(desk.tell_of_fault)
    if watch.left_behind:
        desk.tell_of_crash()
    try:
        return app.exec()
    finally:
        watch.rest()


def open_window(path: Path | None) -> tuple[QApplication, Desk]:
    """Show the window and return it before Qt's loop begins; keep both as long as it is wanted."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("IPU Session")
    app.setDesktopFileName("ipu-session")
    desk = Desk(app, errands(), SystemClock(), places())
    desk.start(path)
    return app, desk


def places() -> Places:
    """Return where this user's things are kept."""
    documents = Path.home() / "Documents"
    return Places(
        paths.config_dir() / "settings.json",
        paths.resources(),
        documents if documents.is_dir() else Path.home(),
        paths.data_dir(),
    )
