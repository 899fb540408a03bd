"""The hall display and the chair's screen: where they stand, what they show, which keys they answer to."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.session import Gender
from ipu_session.domain.queries.hall_view import HallState
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.settings import SettingsDialog
from ipu_session.ui.displays.chair.screen import ChairScreen
from ipu_session.ui.displays.hall.display import HallDisplay
from ipu_session.ui.displays.screen_placement import WINDOWED
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import FakeClock, MemoryJournal, a_session, person
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.session_pages import show_debate

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Podium:
    """A session view with both displays in windows of their own."""

    def __init__(self, qtbot: QtBot, rung: list[int] | None = None) -> None:
        self.clock, self.journal = FakeClock(), MemoryJournal()
        self.service = a_session(clock=self.clock, journal=self.journal)
        kihika = person("KE", "S. Kihika", title="Ms.", gender=Gender.WOMAN)
        for someone in (kihika, person("PE", "P. Alvarez", title="Mr."), person("JP"), person("FR")):
            self.service.execute(c.AddRequest(someone))
        self.rung: list[int] = [] if rung is None else rung
        errands = fake_services(ring_bell=self._ring)
        preferences = Preferences(hall_screen=WINDOWED, chair_screen=WINDOWED)
        self.said: list[str] = []
        self.view = SessionView(SessionBridge(self.service), errands, preferences)
        self.view.announcer.message.connect(self.said.append)
        qtbot.addWidget(self.view, before_close_func=lambda view: view.shut_down())
        self.view.resize(1366, 740)
        self.view.show_workspace("debate")
        with qtbot.waitActive(self.view):
            self.view.show()
        self.view._poller.stop()
        self.view._ticker.stop()

    def _ring(self, strokes: int) -> bool:
        self.rung.append(strokes)
        return True

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.focusWidget() or self.view, key, modifiers)

    def later(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.view._poller.poll()
        self.view._ticker.tick()

    @property
    def hall(self) -> HallDisplay | None:
        return self.view.display_controller.hall_display

    @property
    def chair(self) -> ChairScreen | None:
        return self.view.display_controller.chair_screen


@pytest.fixture
def podium(qtbot: QtBot) -> Podium:
    return Podium(qtbot)


def test_one_key_shows_the_hall_display_and_the_same_puts_it_away(podium: Podium) -> None:
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    assert not_none(podium.hall).isVisible()
    assert podium.view.display_message_bar.status_label.text() == "hall: on"
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    assert not not_none(podium.hall).isVisible()
    assert podium.said[-1] == "The hall display is put away."


class FromOutside(QCloseEvent):
    """A close that the window system asks for, as Alt+F4 does."""

    def spontaneous(self) -> bool:
        return True


def test_neither_display_takes_the_keyboard_or_lets_itself_be_closed(podium: Podium) -> None:
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    podium.press(Qt.Key.Key_D, CTRL | SHIFT)
    for window in (podium.hall, podium.chair):
        assert window is not None
        assert window.focusPolicy() is Qt.FocusPolicy.NoFocus
        asked = FromOutside()
        window.closeEvent(asked)
        assert not asked.isAccepted()


def test_the_displays_do_not_keep_the_program_from_ending(podium: Podium) -> None:
    """Qt asks every window before it quits, and stays if one says no."""
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    podium.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert [not_none(window).close() for window in (podium.hall, podium.chair)] == [True, True]


def test_every_window_turns_the_second_in_the_same_beat(podium: Podium) -> None:
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    podium.press(Qt.Key.Key_D, CTRL | SHIFT)
    podium.service.execute(c.GiveFloor())
    face = show_debate(podium.view).floor.clock.time_label
    seen = set()
    for _ in range(2_000):
        podium.later(0.1)
        shown = {face.text(), not_none(podium.hall).displayed_state[1], not_none(podium.chair).clock.text()}
        assert len(shown) == 1, shown
        seen |= shown
    assert {"3:00", "0:01", "0:00", "+0:19"} <= seen


def test_one_key_makes_the_hall_dark_and_light_again(podium: Podium) -> None:
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    podium.service.execute(c.GiveFloor())
    podium.press(Qt.Key.Key_B, CTRL)
    assert not_none(podium.hall).view.state is HallState.BLACKOUT
    assert not_none(podium.hall).grab().toImage().pixelColor(200, 90).name() == "#000000"
    assert "hall dark" in podium.view.display_message_bar.status_label.text()
    podium.press(Qt.Key.Key_B, CTRL)
    assert not_none(podium.hall).view.state is HallState.SPEAKING


def test_a_message_is_written_shown_and_taken_away_by_keys(podium: Podium) -> None:
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    podium.press(Qt.Key.Key_M, CTRL)
    QTest.keyClicks(podium.view.display_message_bar.hall_edit, "Lunch at 13:00")
    QTest.keyClick(podium.view.display_message_bar.hall_edit, Qt.Key.Key_Return)
    assert not_none(podium.hall).view.message == "Lunch at 13:00"
    podium.service.execute(c.GiveFloor())
    podium.press(Qt.Key.Key_S, CTRL | SHIFT)
    QTest.keyClicks(podium.view.display_message_bar.speaker_edit, "Please conclude")
    QTest.keyClick(podium.view.display_message_bar.speaker_edit, Qt.Key.Key_Return)
    assert not_none(podium.hall).view.message_to_speaker == "Please conclude"
    podium.press(Qt.Key.Key_M, CTRL)
    podium.view.display_message_bar.hall_edit.clear()
    QTest.keyClick(podium.view.display_message_bar.hall_edit, Qt.Key.Key_Return)
    assert not_none(podium.hall).view.message == ""


def test_a_message_to_the_speaker_goes_with_the_speech(podium: Podium) -> None:
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    podium.service.execute(c.GiveFloor())
    podium.view.display_controller.display_messages.set_speaker_message("Please conclude")
    podium.service.execute(c.RaisePointOfOrder())
    assert not_none(podium.hall).view.message_to_speaker == "Please conclude"
    podium.service.execute(c.RulePointOfOrder(Ruling.NOTED))
    assert podium.view.display_message_bar.speaker_edit.text() == "Please conclude"
    podium.service.execute(c.EndAndNext())
    assert not_none(podium.hall).view.message_to_speaker == ""
    assert podium.view.display_message_bar.speaker_edit.text() == ""


def test_the_settings_name_the_screens_and_the_bell(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Preferences(hall_screen="HDMI-9"))
    qtbot.addWidget(dialog)
    chosen: list[Preferences] = []
    dialog.preferences_changed.connect(chosen.append)
    assert dialog.hall_screen_combo.currentText() == "HDMI-9 (not here now)"
    dialog.chair_screen_combo.setCurrentIndex(1)
    dialog.chair_screen_combo.activated.emit(1)
    dialog.bell_checkbox.click()
    assert (chosen[-1].hall_screen, chosen[-1].chair_screen, chosen[-1].bell) == ("HDMI-9", WINDOWED, False)
    own = QGuiApplication.primaryScreen().name()
    assert dialog.hall_screen_combo.findData(own) >= 0


def test_messages_and_blackout_are_there_again_after_a_restart(podium: Podium, qtbot: QtBot) -> None:
    podium.view.display_controller.display_messages.set_hall_message("Lunch at 13:00")
    podium.view.display_controller.display_messages.toggle_blackout()
    again = SessionView(SessionBridge(podium.service), fake_services())
    qtbot.addWidget(again, before_close_func=lambda view: view.shut_down())
    signs = again.display_controller.display_messages.messages
    assert (signs.message, signs.message_to_speaker, signs.is_blackout) == ("Lunch at 13:00", "", True)
    assert again.display_message_bar.hall_edit.text() == "Lunch at 13:00"


def test_the_chair_reads_how_to_call_the_next_and_who_follows(podium: Podium) -> None:
    podium.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert not_none(podium.chair).formula.text() == "I give the floor to Ms. S. Kihika of Kenya."
    assert not_none(podium.chair).following.text() == "then: Peru – Mr. P. Alvarez · Japan"
    podium.service.execute(c.GiveFloor())
    podium.later(60)
    assert not_none(podium.chair).speaker.text() == "Kenya – Ms. S. Kihika"
    assert not_none(podium.chair).formula.text() == "I give the floor to Mr. P. Alvarez of Peru."
    assert "heard (1): women 100 %, young – %" in not_none(podium.chair).balance.text()
    assert "3 waiting" in not_none(podium.chair).forecast.text()
    podium.later(200)
    assert "is 1:20 over time" in not_none(podium.chair).reminders.text()


def test_the_chair_reads_what_each_may_have(podium: Podium) -> None:
    details = replace(podium.service.session.details, planned_end="09:10")
    podium.service.execute(c.ChangeDetails(details))
    podium.service.execute(c.OpenSitting())
    podium.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert not_none(podium.chair).forecast.text().endswith("by 09:10 if each has 2:10")
    podium.press(Qt.Key.Key_F6, CTRL)
    assert podium.service.session.rules.delegate_ms == 130_000
    assert show_debate(podium.view).floor.limit_proposal_label.text() == "all waiting can be heard by 09:10"


@pytest.mark.parametrize("size", [(320, 180), (800, 600), (1280, 720), (1920, 1080), (3840, 2160)])
def test_the_displays_can_be_painted_in_any_size(podium: Podium, size: tuple[int, int]) -> None:
    podium.press(Qt.Key.Key_H, CTRL | SHIFT)
    podium.press(Qt.Key.Key_D, CTRL | SHIFT)
    podium.view.display_controller.display_messages.set_hall_message("word " * 60)
    for command in (None, c.GiveFloor(), c.SuspendSitting("x" * 300), c.ResumeSitting(), c.CloseSitting()):
        if command is not None:
            podium.service.execute(command)
        for window in (podium.hall, podium.chair):
            assert window is not None
            window.resize(*size)
            assert not window.grab().isNull()


def test_the_bell_rings_once_then_twice_and_not_when_it_is_not_wanted(podium: Podium) -> None:
    podium.service.execute(c.GiveFloor())
    for _ in range(1_950):
        podium.later(0.1)
    assert podium.rung == [1, 2]
    podium.view.apply_preferences(replace(Preferences(), bell=False))
    podium.service.execute(c.EndAndNext())
    for _ in range(200):
        podium.later(1)
    assert podium.rung == [1, 2]


def test_where_there_is_no_sound_it_is_said_once(qtbot: QtBot) -> None:
    podium = Podium(qtbot)
    podium.view.time_bell._ring = lambda strokes: False
    podium.service.execute(c.GiveFloor())
    for _ in range(300):
        podium.later(1)
    assert [line for line in podium.said if line] == [
        "There is no sound on this machine: the bell is silent, the light is not."
    ]
