"""The preview by keyboard: it shows the report, follows the session, leads to the source and back."""

import time
from collections.abc import Iterator
from typing import NoReturn

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.app.services.file_services import preview
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.exchange.report_preview import ReportPreview, SourceKind, SourceReference
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.session import Session
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.ui.report.preview.page import PreviewPage
from ipu_session.ui.report.workspace import ReportWorkspace
from ipu_session.ui.shell.session_view import SessionView
from tests.construction import complete, wait_until_open
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.patience import slowdown
from tests.report.sessions import made_session
from tests.session_pages import show_debate, show_report
from tests.ui.report.conftest import Noted


@pytest.fixture
def front(qtbot: QtBot, noted: Noted) -> Iterator[ReportWorkspace]:
    """A report workspace with the real preview in front."""
    workspace = complete(ReportWorkspace(noted.bridge, fake_services(preview_report=preview)))
    qtbot.addWidget(workspace)
    workspace.resize(1366, 700)
    workspace.show()
    qtbot.waitActive(workspace)
    workspace.show_preview()
    qtbot.waitUntil(lambda: bool(workspace.preview.model.lines))
    yield workspace
    workspace.shut_down()


def row_of(page: PreviewPage, part: str, origin: SourceKind | None = None) -> int:
    return next(
        at
        for at, line in enumerate(page.model.lines)
        if part in line.text and (origin is None or (line.source and line.source.kind is origin))
    )


def go(page: PreviewPage, row: int) -> None:
    page.list.setCurrentIndex(page.model.index(row, 0))


def current_note(front: ReportWorkspace) -> str:
    notes = front.theme_notes
    return notes.notes_model.rows[notes.notes_view.currentIndex().row()].cells[1]


def enter(page: PreviewPage, part: str, origin: SourceKind | None = None) -> None:
    go(page, row_of(page, part, origin))
    QTest.keyClick(page.list, Qt.Key.Key_Return)


def test_it_shows_the_report_and_takes_the_keyboard(front: ReportWorkspace) -> None:
    assert front.preview.list.hasFocus()
    assert row_of(front.preview, "Data on women migrants (Kenya)")


def test_enter_leads_to_the_note_in_its_theme_and_escape_back(front: ReportWorkspace, noted: Noted) -> None:
    enter(front.preview, "A common register", SourceKind.NOTE)
    assert front.pages.currentIndex() == 0
    assert front.theme_notes.notes_view.hasFocus()
    assert (
        front.theme_notes.notes_model.rows[front.theme_notes.notes_view.currentIndex().row()].cells[1]
        == "A common register"
    )
    front.show_preview()
    assert "A common register" in not_none(front.preview.model.line_at(front.preview.list.currentIndex().row())).text
    QTest.keyClick(front.preview.list, Qt.Key.Key_Escape)
    assert front.theme_notes.themes_view.hasFocus()


def test_a_note_without_a_theme_is_found_too(front: ReportWorkspace) -> None:
    enter(front.preview, "Thanks to the host", SourceKind.NOTE)
    assert (
        front.theme_notes.notes_model.rows[front.theme_notes.notes_view.currentIndex().row()].cells[1]
        == "Thanks to the host"
    )


def test_a_heading_leads_to_its_theme_and_the_masthead_to_the_details(front: ReportWorkspace, noted: Noted) -> None:
    enter(front.preview, noted.second.title.rstrip("."), SourceKind.THEME)
    assert front.theme_notes.themes_view.currentIndex().row() == 1
    front.show_preview()
    enter(front.preview, noted.session.details.title, SourceKind.DETAILS)
    assert front.tabs.currentWidget() is front.details


def test_a_passage_leads_to_its_place_in_the_synthesis(qtbot: QtBot, front: ReportWorkspace, noted: Noted) -> None:
    noted.bridge.execute(
        c.AddNotesToSynthesis(noted.first.id, SynthesisSection.SUMMARY, tuple(noted.session.notes)[:1])
    )
    qtbot.waitUntil(lambda: any(line.source == passage(noted) for line in front.preview.model.lines))
    enter(front.preview, "", SourceKind.PASSAGE)
    assert front.synthesis.passages.view.hasFocus()
    row = front.synthesis.passages.view.currentIndex().row()
    assert front.synthesis.passages.model.key_at(row) == noted.session.passages[0].id


def passage(noted: Noted) -> SourceReference:
    found = noted.session.passages[0]
    return SourceReference(SourceKind.PASSAGE, found.id, found.theme)


def test_what_is_worked_out_says_so(front: ReportWorkspace) -> None:
    enter(front.preview, "Organization of the debate")
    assert front.pages.currentWidget() is front.preview
    assert "worked out" in front.preview.status_label.text()


def test_it_follows_the_session_and_keeps_its_place(qtbot: QtBot, front: ReportWorkspace, noted: Noted) -> None:
    page = front.preview
    go(page, row_of(page, "A common register"))
    noted.bridge.execute(c.TakeNote("First of all", themes=(noted.first.id,)))
    qtbot.waitUntil(lambda: any("First of all" in line.text for line in page.model.lines))
    assert "A common register" in not_none(page.model.line_at(page.list.currentIndex().row())).text


def test_it_is_not_made_while_nobody_looks(qtbot: QtBot, noted: Noted) -> None:
    made: list[Session] = []

    def counted(session: Session, now: Timestamp, choice: ReportOptions) -> ReportPreview:
        made.append(session)
        return preview(session, now, choice)

    errands = fake_services(preview_report=counted)
    workspace = complete(ReportWorkspace(noted.bridge, errands))
    qtbot.addWidget(workspace)
    workspace.show()
    noted.bridge.execute(c.TakeNote("Quietly"))
    # Nothing is begun, nor waits to be.
    QApplication.processEvents()
    assert made == []
    assert not any(timer.isActive() for timer in workspace.preview.findChildren(QTimer))
    workspace.show_preview()
    qtbot.waitUntil(lambda: bool(workspace.preview.model.lines))
    assert len(made) == 1
    workspace.shut_down()


def test_another_choice_is_another_preview(qtbot: QtBot, front: ReportWorkspace) -> None:
    front.export_bar.options_form.language_box.setCurrentIndex(1)
    qtbot.waitUntil(lambda: any("Organisation du débat" in ln.text for ln in front.preview.model.lines))


def test_find_goes_from_hit_to_hit_and_round(front: ReportWorkspace) -> None:
    page = front.preview
    assert front.focus_search()
    QTest.keyClicks(page.search_line, "kenya")
    first = page.list.currentIndex().row()
    assert "Kenya" in not_none(page.model.line_at(first)).text
    QTest.keyClick(page.search_line, Qt.Key.Key_Return)
    second = page.list.currentIndex().row()
    assert second > first
    QTest.keyClick(page.search_line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.list.currentIndex().row() == first
    page.search_line.setText("no such word")
    assert page.status_label.text() == "not in the report"


def test_what_went_wrong_is_said(qtbot: QtBot, noted: Noted) -> None:
    def refuse(*told: Session | Timestamp | ReportOptions) -> NoReturn:
        raise ReportError(ReportErrorCode.NO_SUCH_LANGUAGE, location="xx")

    workspace = complete(ReportWorkspace(noted.bridge, fake_services(preview_report=refuse)))
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.show_preview()
    qtbot.waitUntil(lambda: bool(workspace.preview.status_label.text()))
    workspace.shut_down()


def test_a_speaker_s_row_leads_to_the_interventions_held(qtbot: QtBot, noted: Noted) -> None:
    view = SessionView(noted.bridge, fake_services(preview_report=preview))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitActive(view)
    view.navigation_actions["preview"].trigger()
    workspace = show_report(view)
    qtbot.waitUntil(lambda: bool(workspace.preview.model.lines))
    enter(workspace.preview, "Kenya", SourceKind.INTERVENTION)
    wait_until_open(view.workspaces)
    assert view.workspaces.current_name == "debate"
    heard = show_debate(view).speakers.history
    assert heard.model.key_at(heard.list.currentIndex().row()) in noted.session.interventions
    view.navigation_actions["preview"].trigger()
    enter(workspace.preview, "Peru", SourceKind.REQUEST)
    assert view.workspaces.current_name == "debate"
    assert show_debate(view).speakers.requests.list.hasFocus()
    view.shut_down()


def test_arabic_is_read_from_the_right(qtbot: QtBot, noted: Noted) -> None:
    def arabic(session: Session, now: Timestamp, choice: ReportOptions) -> ReportPreview:
        return replace(preview(session, now, choice), is_right_to_left=True)

    workspace = complete(ReportWorkspace(noted.bridge, fake_services(preview_report=arabic)))
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.show_preview()
    qtbot.waitUntil(lambda: bool(workspace.preview.model.lines))
    assert workspace.preview.list.layoutDirection() == Qt.LayoutDirection.RightToLeft
    workspace.shut_down()


def test_the_model_keeps_its_word(qtbot: QtBot, front: ReportWorkspace, noted: Noted) -> None:
    tester = QAbstractItemModelTester(front.preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    noted.bridge.execute(c.TakeNote("More", themes=(noted.first.id,)))
    qtbot.waitUntil(lambda: any("More" in line.text for line in front.preview.model.lines))
    noted.bridge.undo()
    qtbot.waitUntil(lambda: not any("More (Kenya)" in line.text for line in front.preview.model.lines))
    assert tester is not None


def test_the_window_never_waits_long_for_five_hundred_interventions(
    qtbot: QtBot, front: ReportWorkspace, noted: Noted
) -> None:
    session = made_session(500)
    page = front.preview
    made = preview(session, noted.bridge.now(), ReportOptions("en"))
    # A gap is what the window's thread works between two turns of the loop; other programs do not count.
    gaps = []
    started = time.thread_time()
    page._show_preview(made)
    gaps.append(time.thread_time() - started)
    while page.list.verticalScrollBar().maximum() < len(made.lines) * QSize(0, 12).height():
        started = time.thread_time()
        QCoreApplication.processEvents()
        gaps.append(time.thread_time() - started)
    assert len(made.lines) > 1_000
    assert max(gaps) < 0.1 * slowdown()
