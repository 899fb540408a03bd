"""Ctrl+P: the list as a PDF or on a printer, beside the debate."""

from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.print_speakers_list import PrintListDialog
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import a_session
from tests.fake_services import fake_services
from tests.file_dialogs import choose_file, open_file_dialog
from tests.session_pages import show_debate, show_report


class RecordingDialog(PrintListDialog):
    """Writes nothing and knows no printer: ``written`` is the language and the path of each list that would be."""

    def __init__(self, folder: Path) -> None:
        services = fake_services(write_speakers_list=self._write, report_folder=lambda: folder)
        super().__init__(SessionBridge(a_session("KE")), services)
        self.written: list[tuple[str, Path]] = []

    def printer_names(self) -> list[str]:
        return []

    def _write(self, session: Session, now: Timestamp, language: str, path: Path) -> None:
        self.written.append((language, path))


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> RecordingDialog:
    made = RecordingDialog(tmp_path)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def test_the_list_is_written_where_the_file_dialog_says(page: RecordingDialog, tmp_path: Path) -> None:
    QTest.keyClick(page.pdf_button, Qt.Key.Key_Return)
    [suggested] = open_file_dialog().chosen_files
    assert suggested.parent == tmp_path
    assert suggested.suffix == ".pdf"
    choose_file(tmp_path / "list")
    assert page.written == [("en", tmp_path / "list.pdf")]
    assert "list.pdf" in page.status_label.text()
    assert page.open_button.hasFocus()


def test_nobody_chose_and_nothing_is_written(page: RecordingDialog) -> None:
    page.save()
    open_file_dialog().reject()
    assert page.written == []


def test_what_the_machine_says_no_to_is_told(page: RecordingDialog, tmp_path: Path) -> None:
    def refuse(*told: Session | Timestamp | Path | str) -> NoReturn:
        raise ReportError(ReportErrorCode.DISK_FULL, "x.pdf")

    page._services = fake_services(write_speakers_list=refuse)
    page.save()
    choose_file(tmp_path / "x.pdf")
    assert page.status_label.property("role") == "alarm"
    assert not page.open_button.isVisible()


def test_a_machine_without_a_printer_says_so(page: RecordingDialog) -> None:
    QTest.keyClick(page.printer_button, Qt.Key.Key_Return)
    assert "no printer" in page.status_label.text()


def test_ctrl_p_opens_one_page_and_the_debate_goes_on(qtbot: QtBot) -> None:
    view = SessionView(SessionBridge(a_session("KE")), fake_services())
    qtbot.addWidget(view)
    view.show()
    show_debate(view).setFocus()
    for _ in range(2):
        view.navigation_actions["print-list"].trigger()
    (page,) = view.findChildren(PrintListDialog)
    assert not page.isModal()
    page.close()
    view.shut_down()


def test_the_other_forms_of_the_report_lead_to_it_too(qtbot: QtBot) -> None:
    view = SessionView(SessionBridge(a_session("KE")), fake_services())
    qtbot.addWidget(view)
    view.show()
    menu = show_report(view).export_bar.tables_button.menu()
    next(action for action in menu.actions() if action.data() == "list").trigger()
    (page,) = view.findChildren(PrintListDialog)
    assert page.isVisible()
    page.close()
    view.shut_down()
