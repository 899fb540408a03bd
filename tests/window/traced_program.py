"""Runs the real program as `run_window` does; each version told, and each bar, comes out."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from ipu_session.app.gui.application import ApplicationRun, open_window
from ipu_session.service.session_service import CommittedChange
from tests.narrowing import not_none

app, desk = open_window(None, show=False)
run = ApplicationRun(app, desk)
run.start(Path(sys.argv[1]) if len(sys.argv) > 1 else None)


def say(committed: CommittedChange) -> None:
    os.write(1, f"told {committed.session.version}\n".encode())


for bar in desk.window.message_bars.visible_bars:
    os.write(1, f"bar {bar.objectName()} {bar.message_label.text()}\n".encode())
not_none(desk.bridge).committed.connect(say)
QTimer.singleShot(0, lambda: os.write(1, b"ready\n"))
status = app.exec()
run.close()
sys.exit(status)
