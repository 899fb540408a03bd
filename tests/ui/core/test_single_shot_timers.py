"""Throttle and debounce: when the callback is called."""

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from ipu_session.ui.core.timers import DebounceTimer, SingleShotTimer, ThrottleTimer


class Calls(QObject):
    """Counts the calls."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def add(self) -> None:
        self.count += 1


def test_a_throttle_timer_is_not_restarted_by_further_triggers(qtbot: QtBot) -> None:
    calls = Calls()
    timer = ThrottleTimer(calls.add, calls, 60_000)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.trigger()
    qtbot.waitUntil(lambda: timer.remainingTime() < 59_900)
    before = timer.remainingTime()
    timer.trigger()
    assert timer.remainingTime() <= before
    timer.stop()


def test_typed_text_is_saved_within_a_second(qtbot: QtBot) -> None:
    calls = Calls()
    timer = ThrottleTimer(calls.add, calls)
    assert 0 < timer.interval() <= 1000
    timer.trigger()
    qtbot.waitUntil(lambda: calls.count == 1)
    assert not timer.isActive()


def test_a_debounce_timer_is_restarted_by_each_trigger(qtbot: QtBot) -> None:
    calls = Calls()
    timer = DebounceTimer(calls.add, 60_000, calls)
    # A coarse timer may be shifted by a twentieth of its interval.
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.trigger()
    qtbot.waitUntil(lambda: timer.remainingTime() < 59_900)
    before = timer.remainingTime()
    timer.trigger()
    assert timer.remainingTime() > before
    assert calls.count == 0
    timer.stop()


def test_a_single_shot_timer_calls_once(qtbot: QtBot) -> None:
    calls = Calls()
    timer = SingleShotTimer(calls.add, 0, calls)
    timer.start()
    qtbot.waitUntil(lambda: calls.count == 1)
    assert not timer.isActive()
