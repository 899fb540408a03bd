"""Which presses of a key are repeats, and what a repeat may do: no stroke is lost, no held key acts twice."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from ipu_session.ui.keyboard.key_event_filter import KeyEventFilter, StrokeTimes

KEY, OTHER = 74, 75
DOWN, UP = QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease


def presses(events: str) -> list[bool]:
    """Return, for each press in ``+100 -180 +180`` (down, up; milliseconds), whether it is a stroke."""
    times, found = StrokeTimes(), []
    for event in events.split():
        time_ms = int(event[1:])
        if event[0] == "-":
            times.release(KEY, time_ms)
            continue
        is_stroke = not times.is_repeat(KEY, time_ms)
        if is_stroke:
            times.press(KEY, time_ms)
        found.append(is_stroke)
    return found


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        pytest.param("+100 -180 +260 -340", [True, True], id="apart"),
        pytest.param("+100 -100 +100 -100 +100", [True, True, True], id="within a millisecond"),
        pytest.param("+100 -170 +170 -240 +240", [True, True, True], id="read together"),
        pytest.param("+100 -250 +250 -275 +275 -280 +400", [True, False, False, True], id="held"),
        pytest.param("+100 -199 +199", [True, True], id="sooner than a key repeats"),
        pytest.param("+100 -200 +200", [True, False], id="the least delay"),
        pytest.param("-500 +500", [False], id="held from elsewhere"),
        pytest.param("+4294967290 -150 +150", [True, False], id="held while the server's time starts again"),
        pytest.param("+0 -0 +0", [True, True], id="no time"),
    ],
)
def test_a_press_at_the_time_of_its_release_is_a_repeat_only_after_the_least_delay(
    events: str, expected: list[bool]
) -> None:
    assert presses(events) == expected


def test_a_key_is_no_repeat_of_another() -> None:
    times = StrokeTimes()
    times.press(KEY, 100)
    times.release(KEY, 400)
    assert times.is_repeat(KEY, 400)
    assert not times.is_repeat(OTHER, 400)


def ends(filter_: KeyEventFilter, kind: QEvent.Type, key: Qt.Key, *, is_repeat: bool = False, time_ms: int = 0) -> bool:
    """Send one event of a key to the filter; return whether it ended there."""
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, KEY, 0, 0, "", is_repeat)
    event.setTimestamp(time_ms)
    return filter_.eventFilter(QWindow(), event)


def swallowed(filter_: KeyEventFilter, *times_ms: int) -> list[bool]:
    """Press F8 at each time, released when it is pressed again; a shortcut takes what is let through."""
    found: list[bool] = []
    for time_ms in times_ms:
        if found:
            assert not ends(filter_, UP, Qt.Key.Key_F8, time_ms=time_ms)
        found.append(ends(filter_, DOWN, Qt.Key.Key_F8, time_ms=time_ms))
    return found


@pytest.mark.parametrize(
    ("platform", "times_ms", "expected"),
    [
        ("xcb", (100, 350, 375), [False, True, True]),
        ("xcb", (100, 100, 170, 240), [False] * 4),
        ("windows", (100, 350, 350, 350), [False] * 4),
    ],
)
def test_a_repeat_is_told_by_its_time_on_x11_alone(
    qapp: QApplication, platform: str, times_ms: tuple[int, ...], expected: list[bool]
) -> None:
    parent = QObject()
    filter_ = KeyEventFilter(parent, platform)
    assert swallowed(filter_, *times_ms) == expected
    assert ends(filter_, DOWN, Qt.Key.Key_F8, is_repeat=True, time_ms=900)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_a_held_tab_goes_past_a_list_of_choices_and_an_arrow_does_not_act_there(qtbot: QtBot, key: Qt.Key) -> None:
    choices = QComboBox()
    qtbot.addWidget(choices)
    choices.show()
    choices.setFocus()
    qtbot.waitUntil(choices.hasFocus)
    filter_ = KeyEventFilter(choices)
    assert not ends(filter_, DOWN, key, is_repeat=True)
    assert ends(filter_, DOWN, Qt.Key.Key_Down, is_repeat=True)
