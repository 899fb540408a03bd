"""`ipu-session example`, with everything done in its window that writes a file; run by test_offline."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAction

from ipu_session.app import main
from ipu_session.app.gui import application


def run_window(path: Path) -> int:
    """The window as `run_window` has it, until the last act."""
    app, desk = application.open_window(None, show=False)
    run = application.Run(app, desk)
    run.begin(path)
    view = desk.window.centralWidget()
    view.go("prepare")
    view.displays.show(("hall", "chair"))
    bar = view.go("report").export_bar
    bar.ask_file = lambda suggested, kinds, then: then(path.with_name(f"record{suggested.suffix}"))
    workbook = QAction()
    workbook.setData("xlsx")
    left = [bar.export_report, lambda: bar.export_table(workbook), desk.window.close_now]

    def go_on():
        if bar._task is None:
            left.pop(0)()
        if left:
            QTimer.singleShot(50, go_on)

    go_on()
    status = QCoreApplication.exec()
    run.rest()
    return status


application.run_window = run_window
sys.argv = ["ipu-session", "example", sys.argv[1]]
main.main()
