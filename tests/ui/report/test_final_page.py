"""Final versions and the register of corrections, by keyboard."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.report_versions import CorrectionOutcome
from ipu_session.domain.model.session import Session
from ipu_session.ui.core.app_services import ExportTarget
from ipu_session.ui.report.final_version_page import FinalVersionPage
from ipu_session.ui.report.workspace import ReportWorkspace
from tests.construction import complete
from tests.fake_services import fake_services
from tests.file_dialogs import choose_file
from tests.ui.report.conftest import Noted


@pytest.fixture
def asked() -> list[tuple[int, str, str]]:
    return []


@pytest.fixture
def page(qtbot: QtBot, noted: Noted, asked: list[tuple[int, str, str]], tmp_path: Path) -> Iterator[FinalVersionPage]:
    def write(
        session: Session, number: int, choice: ReportOptions, target: ExportTarget, progress: Callable[..., object]
    ) -> None:
        asked.append((number, choice.language, target.path.name))

    workspace = complete(
        ReportWorkspace(noted.bridge, fake_services(write_final=write, report_folder=lambda: tmp_path))
    )
    qtbot.addWidget(workspace)
    workspace.resize(1366, 700)
    workspace.show()
    workspace.tabs.setCurrentWidget(workspace.final_page)
    qtbot.waitActive(workspace)
    yield workspace.final_page
    workspace.shut_down()


def close(noted: Noted) -> None:
    for command in (c.EndIntervention(), c.CloseSitting()):
        noted.bridge.execute(command)


def fill(page: FinalVersionPage, sender: str, day: str, text: str) -> None:
    for line, typed in (
        (page.form.sender_line, sender),
        (page.form.day_line.line, day),
        (page.form.correction_line, text),
    ):
        line.setFocus()
        line.setText(typed)
    QTest.keyClick(page.form.correction_line, Qt.Key.Key_Return)


def test_only_a_closed_debate_is_made_final_and_a_version_is_written(
    page: FinalVersionPage, noted: Noted, asked: list[tuple[int, str, str]], qtbot: QtBot, tmp_path: Path
) -> None:
    assert not page.final_button.isEnabled()
    assert not page.export_button.isEnabled()
    assert page.state_label.text().startswith("Draft.")
    close(noted)
    QTest.keyClick(page.final_button, Qt.Key.Key_Space)
    assert [final.number for final in noted.session.final_versions] == [1]
    assert page.state_label.text() == "The record stands as in version 1."
    assert page.versions_box.currentText() == "Version 1, 2022-03-22 09:00"
    assert not page.final_button.isEnabled()
    QTest.keyClick(page.export_button, Qt.Key.Key_Space)
    choose_file(tmp_path / "final.docx")
    qtbot.waitUntil(lambda: asked == [(1, "en", "final.docx")])
    noted.bridge.execute(c.AddTheme("One more"))
    assert "after version 1" in page.state_label.text()
    noted.bridge.undo()
    noted.bridge.undo()
    assert page.versions_box.count() == 0


def test_a_correction_is_registered_answered_and_taken_back(page: FinalVersionPage, noted: Noted) -> None:
    fill(page, "Kenya, Ms. S. Kihika", "25.3.2022", "Three minutes, not two")
    [entry] = noted.session.correction_requests.values()
    assert (entry.delegation, entry.person, entry.received) == ("KE", "Ms. S. Kihika", "2022-03-25")
    assert page.form.correction_line.text() == ""
    assert page.form.sender_line.hasFocus()
    page.corrections_view.setFocus()
    page.corrections_view.selectRow(0)
    QTest.keyClick(page.corrections_view, Qt.Key.Key_Return)
    assert page.form.answer_box.hasFocus()
    assert page.form.sender_line.text() == "Kenya, Ms. S. Kihika"
    page.form.answer_box.setCurrentIndex(page.form.answer_box.findData("refused"))
    page.form.remark_line.setText("by the recording")
    QTest.keyClick(page.form.submit_button, Qt.Key.Key_Space)
    [entry] = noted.session.correction_requests.values()
    assert (entry.answer, entry.note) == (CorrectionOutcome.REFUSED, "by the recording")
    assert page.model.rows[0].cells == (
        "2022-03-25", "Kenya, Ms. S. Kihika", "Three minutes, not two", "refused",
    )  # fmt: skip
    noted.bridge.undo()
    noted.bridge.undo()
    assert page.model.rows == ()


def is_as_wide(page: FinalVersionPage, column: int, needed: int) -> bool:
    return page.corrections_view.columnWidth(column) >= needed


def test_the_register_shows_days_and_answers_whole(page: FinalVersionPage, qtbot: QtBot) -> None:
    fill(page, "Kenya, Ms. S. Kihika", "25.3.2022", "Three minutes, not two, were announced at the beginning")
    for column in (0, 3):
        text = page.model.rows[0].cells[column]
        needed = page.corrections_view.fontMetrics().horizontalAdvance(text)
        qtbot.waitUntil(partial(is_as_wide, page, column, needed))


def test_without_a_day_nothing_is_registered_and_somebody_of_no_delegation_may_write(
    page: FinalVersionPage, noted: Noted
) -> None:
    fill(page, "An expert", "soon", "A word is missing")
    assert not noted.session.correction_requests
    assert page.form.day_line.line.hasFocus()
    fill(page, "An expert", "2022-03-25", "A word is missing")
    [entry] = noted.session.correction_requests.values()
    assert (entry.delegation, entry.person) == ("", "An expert")


def test_an_entry_that_is_undone_leaves_the_form(page: FinalVersionPage, noted: Noted) -> None:
    fill(page, "KE", "2022-03-25", "Wrong")
    page.corrections_view.selectRow(0)
    page.edit_correction()
    noted.bridge.undo()
    assert page.form.correction_line.text() == ""
    fill(page, "KE", "2022-03-26", "Right")
    assert [entry.text for entry in noted.session.correction_requests.values()] == ["Right"]
