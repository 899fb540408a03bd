"""The preview by keyboard: it shows the report, follows the session, leads to the source and back."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from ipu_session.app.services.file_services import preview
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.exchange.report_preview import Origin, Source
from ipu_session.domain.model.passages import Section
from ipu_session.report.errors import ReportError, ReportTrouble
from ipu_session.ui.report.workspace import ReportWorkspace
from ipu_session.ui.shell.session_view import SessionView
from tests.patience import slowdown
from tests.report.sessions import made_session
from tests.ui_fakes import fake_errands


@pytest.fixture
def front(qtbot, noted):
    """A report workspace with the real preview in front."""
    workspace = ReportWorkspace(noted.bridge, fake_errands(preview=preview))
    qtbot.addWidget(workspace)
    workspace.resize(1366, 700)
    workspace.show()
    qtbot.waitActive(workspace)
    workspace.show_preview()
    qtbot.waitUntil(lambda: bool(workspace.preview.model.lines))
    yield workspace
    workspace.rest()


def row_of(page, part, origin=None):
    return next(
        at
        for at, line in enumerate(page.model.lines)
        if part in line.text and (origin is None or (line.source and line.source.origin is origin))
    )


def go(page, row):
    page.list.setCurrentIndex(page.model.index(row, 0))


def enter(page, part, origin=None):
    go(page, row_of(page, part, origin))
    QTest.keyClick(page.list, Qt.Key.Key_Return)


def test_it_shows_the_report_and_takes_the_keyboard(front):
    assert front.preview.list.hasFocus()
    assert row_of(front.preview, "Data on women migrants (Kenya)")


def test_enter_leads_to_the_note_in_its_theme_and_escape_back(front, noted):
    enter(front.preview, "A common register", Origin.NOTE)
    assert front.pages.currentIndex() == 0
    assert front.notes.hasFocus()
    assert front.notes_model.lines[front.notes.currentIndex().row()].cells[1] == "A common register"
    front.show_preview()
    assert "A common register" in front.preview.model.line(front.preview.list.currentIndex().row()).text
    QTest.keyClick(front.preview.list, Qt.Key.Key_Escape)
    assert front.themes.hasFocus()


def test_a_note_without_a_theme_is_found_too(front):
    enter(front.preview, "Thanks to the host", Origin.NOTE)
    assert front.notes_model.lines[front.notes.currentIndex().row()].cells[1] == "Thanks to the host"


def test_a_heading_leads_to_its_theme_and_the_masthead_to_the_details(front, noted):
    enter(front.preview, noted.second.title.rstrip("."), Origin.THEME)
    assert front.themes.currentIndex().row() == 1
    front.show_preview()
    enter(front.preview, noted.session.details.title, Origin.DETAILS)
    assert front.right.currentWidget() is front.details


def test_a_passage_leads_to_its_place_in_the_synthesis(qtbot, front, noted):
    noted.bridge.execute(c.GatherNotes(noted.first.id, Section.SUMMARY, tuple(noted.session.notes)[:1]))
    qtbot.waitUntil(lambda: any(line.source == passage(noted) for line in front.preview.model.lines))
    enter(front.preview, "", Origin.PASSAGE)
    assert front.synthesis.list.hasFocus()
    row = front.synthesis.list.currentIndex().row()
    assert front.synthesis.model.key(row) == noted.session.passages[0].id


def passage(noted):
    found = noted.session.passages[0]
    return Source(Origin.PASSAGE, found.id, found.theme)


def test_what_is_worked_out_says_so(front):
    enter(front.preview, "Organization of the debate")
    assert front.pages.currentWidget() is front.preview
    assert "worked out" in front.preview.state.text()


def test_it_follows_the_session_and_keeps_its_place(qtbot, front, noted):
    page = front.preview
    go(page, row_of(page, "A common register"))
    noted.bridge.execute(c.TakeNote("First of all", themes=(noted.first.id,)))
    qtbot.waitUntil(lambda: any("First of all" in line.text for line in page.model.lines))
    assert "A common register" in page.model.line(page.list.currentIndex().row()).text


def test_it_is_not_made_while_nobody_looks(qtbot, noted):
    made = []
    errands = fake_errands(preview=lambda *told: made.append(told) or preview(*told))
    workspace = ReportWorkspace(noted.bridge, errands)
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
    workspace.rest()


def test_another_choice_is_another_preview(qtbot, front):
    front.export_bar.choices.language.setCurrentIndex(1)
    qtbot.waitUntil(lambda: any("Organisation du débat" in ln.text for ln in front.preview.model.lines))


def test_find_goes_from_hit_to_hit_and_round(front):
    page = front.preview
    assert front.find_in_preview()
    QTest.keyClicks(page.find_line, "kenya")
    first = page.list.currentIndex().row()
    assert "Kenya" in page.model.line(first).text
    QTest.keyClick(page.find_line, Qt.Key.Key_Return)
    second = page.list.currentIndex().row()
    assert second > first
    QTest.keyClick(page.find_line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.list.currentIndex().row() == first
    page.find_line.setText("no such word")
    assert page.state.text() == "not in the report"


def test_what_went_wrong_is_said(qtbot, noted):
    def refuse(*told):
        raise ReportError(ReportTrouble.NO_SUCH_LANGUAGE, place="xx")

    workspace = ReportWorkspace(noted.bridge, fake_errands(preview=refuse))
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.show_preview()
    qtbot.waitUntil(lambda: bool(workspace.preview.state.text()))
    workspace.rest()


def test_a_speaker_s_row_leads_to_the_interventions_held(qtbot, noted):
    view = SessionView(noted.bridge, fake_errands(preview=preview))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitActive(view)
    view.moves["preview"].trigger()
    workspace = view.go("report")
    qtbot.waitUntil(lambda: bool(workspace.preview.model.lines))
    enter(workspace.preview, "Kenya", Origin.INTERVENTION)
    assert view.current == "debate"
    heard = view.go("debate").speakers.heard
    assert heard.model.key(heard.list.currentIndex().row()) in noted.session.interventions
    view.moves["preview"].trigger()
    enter(workspace.preview, "Peru", Origin.REQUEST)
    assert view.current == "debate"
    assert view.go("debate").speakers.list.hasFocus()
    view.rest()


def test_arabic_is_read_from_the_right(qtbot, noted):
    def arabic(*told):
        return replace(preview(*told), right_to_left=True)

    workspace = ReportWorkspace(noted.bridge, fake_errands(preview=arabic))
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.show_preview()
    qtbot.waitUntil(lambda: bool(workspace.preview.model.lines))
    assert workspace.preview.list.layoutDirection() == Qt.LayoutDirection.RightToLeft
    workspace.rest()


def test_the_model_keeps_its_word(qtbot, front, noted):
    tester = QAbstractItemModelTester(
        front.preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    noted.bridge.execute(c.TakeNote("More", themes=(noted.first.id,)))
    qtbot.waitUntil(lambda: any("More" in line.text for line in front.preview.model.lines))
    noted.bridge.undo()
    qtbot.waitUntil(lambda: not any("More (Kenya)" in line.text for line in front.preview.model.lines))
    assert tester is not None


def test_the_window_never_waits_long_for_five_hundred_interventions(qtbot, front, noted):
    session = made_session(500)
    page = front.preview
    made = preview(session, noted.bridge.now(), ReportChoice("en"))
    # A gap is what the window's thread works between two turns of the loop; other programs do not count.
    gaps = []
    started = time.thread_time()
    page._show(made)
    gaps.append(time.thread_time() - started)
    while page.list.verticalScrollBar().maximum() < len(made.lines) * QSize(0, 12).height():
        started = time.thread_time()
        qtbot.wait(1)
        gaps.append(time.thread_time() - started)
    assert len(made.lines) > 1_000
    assert max(gaps) < 0.1 * slowdown()
