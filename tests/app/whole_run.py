"""`ipu-session example`, with everything done in its window that writes a file; run by test_offline."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from ipu_session.app import main
from ipu_session.app.gui import application
from tests.file_dialogs import choose_file
from tests.narrowing import not_none
from tests.session_pages import session_view, show_report


def run_window(path: Path | None) -> int:
    """The window as `run_window` has it, until the last act."""
    app, desk = application.open_window(None, show=False)
    run = application.ApplicationRun(app, desk)
    run.start(path)
    view = session_view(desk.window)
    view.show_workspace("prepare")
    view.display_controller.show_displays(("hall", "chair"))
    bar = show_report(view).export_bar

    def export_report() -> None:
        bar.export_report()
        choose_file(not_none(path).with_name("record.docx"))

    def export_tables() -> None:
        bar.export_table("xlsx")
        choose_file(not_none(path).with_name("record.xlsx"))

    left = [export_report, export_tables, desk.window.close_without_asking]

    def go_on() -> None:
        if not bar._tasks.is_running:
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
