"""Ctrl+P: the list as a PDF or on a printer, beside the debate."""

from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.print_list import PrintListDialog
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import a_session
from tests.ui_fakes import fake_errands


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> PrintListDialog:
    written = []
    errands = fake_errands(write_speakers_list=lambda *told: written.append(told), report_folder=lambda: tmp_path)
    made = PrintListDialog(SessionBridge(a_session("KE")), errands)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.written = written
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def test_the_list_is_written_where_the_file_dialog_says(
    page: PrintListDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(page, "request_path", lambda path, then: then(asked.append(path) or tmp_path / "list"))
    QTest.keyClick(page.pdf_button, Qt.Key.Key_Return)
    assert asked[0].parent == tmp_path
    assert asked[0].suffix == ".pdf"
    (_, _, language, path) = page.written[0]
    assert (language, path) == ("en", tmp_path / "list.pdf")
    assert "list.pdf" in page.status_label.text()
    assert page.open_button.hasFocus()


def test_nobody_chose_and_nothing_is_written(page: PrintListDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "request_path", lambda path, then: None)
    page.save()
    assert page.written == []


def test_what_the_machine_says_no_to_is_told(
    page: PrintListDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*told: Session | Timestamp | Path | str) -> NoReturn:
        raise ReportError(ReportErrorCode.DISK_FULL, "x.pdf")

    page._services = fake_errands(write_speakers_list=refuse)
    monkeypatch.setattr(page, "request_path", lambda path, then: then(tmp_path / "x.pdf"))
    page.save()
    assert page.status_label.property("role") == "alarm"
    assert not page.open_button.isVisible()


def test_a_machine_without_a_printer_says_so(page: PrintListDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    QTest.keyClick(page.printer_button, Qt.Key.Key_Return)
    assert "no printer" in page.status_label.text()


def test_ctrl_p_opens_one_page_and_the_debate_goes_on(qtbot: QtBot) -> None:
    view = SessionView(SessionBridge(a_session("KE")), fake_errands())
    qtbot.addWidget(view)
    view.show()
    view.show_workspace("debate").setFocus()
    for _ in range(2):
        view.navigation_actions["print-list"].trigger()
    (page,) = view.findChildren(PrintListDialog)
    assert not page.isModal()
    page.close()
    view.shut_down()


def test_the_other_forms_of_the_report_lead_to_it_too(qtbot: QtBot) -> None:
    view = SessionView(SessionBridge(a_session("KE")), fake_errands())
    qtbot.addWidget(view)
    view.show()
    menu = view.show_workspace("report").export_bar.tables_button.menu()
    next(action for action in menu.actions() if action.data() == "list").trigger()
    (page,) = view.findChildren(PrintListDialog)
    assert page.isVisible()
    page.close()
    view.shut_down()
