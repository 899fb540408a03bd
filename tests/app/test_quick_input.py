"""Hands that are quick: two clicks for one, a key pressed once more, a country typed without Enter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.queries.unnamed_interruptions import unnamed_interruptions
from ipu_session.ui.widgets.command_button import CommandButton
from tests.app.test_keys_in_window import CTRL, KEY, SHIFT, Secretary, sit
from tests.controllers import fake_clock
from tests.narrowing import not_none

__all__ = ["sit"]
LEFT = Qt.MouseButton.LeftButton


def places(s: Secretary) -> dict[str, QPoint]:
    """Where each live button stands in the window."""
    QApplication.processEvents()
    buttons = s.debate.floor.buttons.values()
    return {b.objectName(): b.mapTo(s.desk.window, QPoint(0, 0)) for b in buttons if b.isVisible()}


def test_live_buttons_stay_where_they_are_through_a_pause_and_a_message(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    keys = {"pause": (KEY.Key_F6,), "go on": (KEY.Key_F6,), "message": (KEY.Key_M, CTRL)}
    before = places(s)
    for name, key in keys.items():
        s.press_chord(key)
        after = places(s)
        moved = {each for each in before.keys() & after.keys() if before[each] != after[each]}
        assert moved == set(), name
        assert {"next", "pause", "end", "point-of-order", "freeze"} <= after.keys()


def double_click(one: CommandButton, other: CommandButton | None = None) -> None:
    QTest.mousePress(one, LEFT)
    QTest.mouseRelease(one, LEFT)
    QTest.mouseDClick(other or one, LEFT)
    QTest.mouseRelease(other or one, LEFT)
    QApplication.processEvents()


def test_the_second_click_of_two_is_no_act_but_for_half_minutes(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    speech, buttons = s.session.speaking, s.debate.floor.buttons
    double_click(buttons["pause"], buttons["end"])
    assert s.session.speaking == speech
    s.undo()
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    before = s.session.version
    double_click(buttons["pause"])
    assert s.session.version == before + 1
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    double_click(buttons["more-time"])
    assert not_none(s.session.floor).granted_ms == 60_000


RULINGS = [(KEY.Key_F10,), (KEY.Key_F9, SHIFT), (KEY.Key_F9, CTRL)]


@pytest.mark.parametrize("ruling", RULINGS)
def test_the_ruling_takes_the_delegation_that_was_recognised_with_it(
    sit: Callable[..., Secretary], ruling: tuple[Qt.Key | Qt.KeyboardModifier, ...]
) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F9)
    s.type("japan")
    s.press_chord(ruling)
    [order] = [i for i in s.session.interventions.values() if i.kind is Kind.POINT_OF_ORDER]
    assert s.session.person(order.delegate).delegation == "JP"
    assert not s.debate.floor.raised_by.isVisible()


def test_questions_motions_and_clicks_elsewhere_keep_the_delegation_too(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F5, CTRL)
    s.type("japan")
    s.press(KEY.Key_F5)
    s.press(KEY.Key_F5)
    fake_clock(s.desk).advance(2)
    s.press(KEY.Key_M, CTRL | SHIFT)
    s.type("peru")
    motion = s.debate.floor.motion_form
    motion.line.setFocus()
    s.type("to adjourn")
    s.press(KEY.Key_Y, CTRL | SHIFT)
    s.press(KEY.Key_F9)
    s.type("algeria")
    s.debate.notes.note_line.line.setFocus()
    named = {i.kind: s.session.person(i.delegate).delegation for i in s.session.interventions.values()}
    assert (named[Kind.QUESTION], named[Kind.MOTION], named[Kind.POINT_OF_ORDER]) == ("JP", "PE", "DZ")
    assert s.session.motions[0].subject == "to adjourn"
    assert unnamed_interruptions(s.session) == ()


def test_what_is_not_recognised_stays_asked_about_by_name(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F9)
    s.type("xyzzy")
    s.press(KEY.Key_F10)
    raised_by = s.debate.floor.raised_by
    assert raised_by.line.text() == "xyzzy"
    assert raised_by.question_label.isVisible()
    assert "Point of order" in raised_by.question_label.text()


def test_during_a_point_of_order_the_button_of_f5_teaches_no_second_way_back(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    speech = s.session.speaking
    s.press(KEY.Key_F9)
    assert "Back" not in s.debate.floor.buttons["next"].text()
    s.press(KEY.Key_F10)
    assert s.session.speaking == speech
