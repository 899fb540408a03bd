"""Runs the real program with one listener more, which says each version on standard output once told."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from ipu_session.app.window import open_window

app, desk = open_window(Path(sys.argv[1]))


def say(committed) -> None:
    os.write(1, f"told {committed.session.version}\n".encode())


desk.bridge.committed.connect(say)
QTimer.singleShot(0, lambda: os.write(1, b"ready\n"))
sys.exit(app.exec())
