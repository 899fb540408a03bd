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
    run = application.ApplicationRun(app, desk)
    run.start(path)
    view = desk.window.centralWidget()
    assert view is not None
    view.show_workspace("prepare")
    view.display_controller.show_displays(("hall", "chair"))
    bar = view.show_workspace("report").export_bar
    bar.request_path = lambda suggested, kinds, then: then(path.with_name(f"record{suggested.suffix}"))
    workbook = QAction()
    workbook.setData("xlsx")
    left = [bar.export_report, lambda: bar.export_table(workbook), desk.window.close_without_asking]

    def go_on() -> None:
        if bar._task is None:
            left.pop(0)()
        if left:
            QTimer.singleShot(50, go_on)

    go_on()
    status = QCoreApplication.exec()
    run.close()
    return status


application.run_window = run_window
sys.argv = ["ipu-session", "example", sys.argv[1]]
main.main()
