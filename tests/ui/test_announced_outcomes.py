"""What becomes of an act is announced where it is shown: bars, outcomes, finders and their rows."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.store.errors import StoreErrorCode
from tests.file_dialogs import choose_file
from tests.narrowing import not_none
from tests.session_pages import show_debate, show_prepare, show_report
from tests.ui.announcements import ASSERTIVE, POLITE
from tests.ui.debate.debate_fixture import send
from tests.ui.debate_window import DebateWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def podium(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DebateWindow:
    return DebateWindow(qtbot, monkeypatch)


def words(podium: DebateWindow) -> list[str]:
    return [said for said, _ in podium.heard]


def test_the_save_bar_is_said_once_for_each_reason(podium: DebateWindow, qtbot: QtBot) -> None:
    full = UserFacingError(StoreErrorCode.DISK_FULL, "debate.ipusession")
    for acts in (1, 2, 3):
        podium.bridge.save_status_changed.emit(SaveStatus(acts, full, "copy.ipusession"))
    qtbot.waitUntil(lambda: len(podium.heard) == 1)
    assert words(podium) == ["The disk is full: debate.ipusession. All is kept in the emergency copy copy.ipusession."]
    podium.bridge.save_status_changed.emit(SaveStatus(3, full, ""))
    qtbot.waitUntil(lambda: len(podium.heard) == 2)
    assert podium.heard[-1][1] == ASSERTIVE
    podium.bridge.save_status_changed.emit(SaveStatus())
    assert words(podium)[-1] == "Everything is on the disk."


def has_heard(podium: DebateWindow, count: int) -> bool:
    return len(podium.heard) == count


def test_a_notice_is_said_each_time_it_comes(podium: DebateWindow, qtbot: QtBot) -> None:
    for count in (1, 2):
        podium.window.message_bars.show_message("fault", "A fault of the program was written down.")
        qtbot.waitUntil(partial(has_heard, podium, count))
    assert set(words(podium)) == {"A fault of the program was written down."}


def test_a_report_that_is_written_is_said(podium: DebateWindow, qtbot: QtBot, tmp_path: Path) -> None:
    report = show_report(podium.view)
    report.export_report()
    choose_file(tmp_path / "report.docx")
    said = f"report.docx is written, in {tmp_path}"
    qtbot.waitUntil(lambda: said in words(podium))
    qtbot.waitUntil(lambda: not report.export_bar._tasks.is_running)


def test_a_list_that_was_read_and_taken_over_is_said(podium: DebateWindow, qtbot: QtBot, tmp_path: Path) -> None:
    prepare = show_prepare(podium.view)
    prepare.tabs.setCurrentWidget(prepare.speakers)
    (tmp_path / "list.csv").touch()
    prepare.speakers.choose_file()
    choose_file(tmp_path / "list.csv")
    qtbot.waitUntil(lambda: bool(words(podium)))
    assert any("3" in said for said in words(podium))
    podium.heard.clear()
    prepare.speakers.submit()
    assert any("on the list" in said for said in words(podium))


def test_finders_say_what_they_found_and_that_they_found_nothing(podium: DebateWindow, qtbot: QtBot) -> None:
    debate = show_debate(podium.view)
    debate.focus_search()
    send(debate.notes.notes_list.search_line, "zzz")
    qtbot.waitUntil(lambda: "Nothing is found." in words(podium))
    assert debate.notes.notes_list.result_label.isVisible()
    prepare = show_prepare(podium.view)
    prepare.tabs.setCurrentWidget(prepare.delegations)
    prepare.delegations.search_line.setFocus()
    send(prepare.delegations.search_line, "zzzzzz")
    qtbot.waitUntil(lambda: "no such delegation" in words(podium))


def test_the_row_that_enter_would_take_is_said(podium: DebateWindow, qtbot: QtBot) -> None:
    line = show_debate(podium.view).speakers.add_line.line
    line.setFocus()
    send(line, "ken")
    qtbot.waitUntil(lambda: any(said.startswith("Kenya") and ", 1 of " in said for said in words(podium)))
    QTest.keyClick(line, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: any(", 2 of " in said for said in words(podium)))


def test_the_palette_says_its_row_and_why_an_action_cannot_be_done(podium: DebateWindow, qtbot: QtBot) -> None:
    podium.press(Qt.Key.Key_K, CTRL)
    palette = podium.window._command_palette
    assert palette is not None
    send(palette.search_edit, "chair's scr")
    qtbot.waitUntil(lambda: any(said.startswith("Chair's screen") for said in words(podium)))
    palette.search_edit.clear()
    send(palette.search_edit, "pause")
    assert palette.no_match_label.text() == "Nobody has the floor."
    palette.search_edit.clear()
    send(palette.search_edit, "xyz")
    assert palette.no_match_label.text() == "No action has “xyz” in its name."
    qtbot.waitUntil(lambda: not_none(palette).no_match_label.text() in words(podium))
    assert palette.no_match_label.isVisible()
    assert podium.heard[-1][1] == POLITE
