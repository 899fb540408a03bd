"""The table of acts: every key once, none of them a letter, each act only when it is allowed."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.events import FloorGiven, InterventionEnded, PointOfOrderRuled
from ipu_session.domain.model.intervention import Ruling
from ipu_session.service.session_service import CommittedChange, SessionService
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.command_actions import COMMAND_ACTIONS
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS, WINDOW_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings.event_texts.sentences import event_label
from tests.builders import FakeClock, a_session
from tests.narrowing import not_none

LIVE = ("next", "pause", "end", "more-time", "less-time", "point-of-order")


@pytest.fixture
def live(qapp: QApplication) -> tuple[SessionService, dict[str, QAction], QWidget]:
    """A session with two names waiting, its acts, and the widget they are on."""
    clock = FakeClock()
    service = a_session("KE", "PE", clock=clock)
    bridge = SessionBridge(service)
    host = QWidget()
    return service, add_actions(host, COMMAND_ACTIONS, {}, bridge), host


def enabled(acts: dict[str, QAction]) -> set[str]:
    return {name for name, act in acts.items() if act.isEnabled()}


def test_every_key_stands_once_and_none_is_a_single_letter() -> None:
    keys = [spec.key for table in (COMMAND_ACTIONS, WINDOW_ACTIONS, SESSION_ACTIONS) for spec in table.specs]
    assert len(keys) == len(set(keys))
    for key in keys:
        assert QKeySequence(key).count() == 1
        assert len(key) > 1, key
        assert key.startswith("F") or "+" in key, key
        assert not (key.startswith("Shift+") and len(key) == 7), key


def test_before_a_sitting_only_the_list_and_the_floor_can_be_used(
    live: tuple[SessionService, dict[str, QAction], QWidget],
) -> None:
    _, acts, _ = live
    assert enabled(acts) == {
        *("next", "point-of-order", "chair-speaks", "motion"),
        *("announce-closing", "close-list", "open-sitting"),
    }


def test_the_acts_follow_the_session(live: tuple[SessionService, dict[str, QAction], QWidget]) -> None:
    service, acts, _ = live
    service.execute(c.OpenSitting())
    acts["next"].trigger()
    assert service.session.floor is not None
    assert set(LIVE) <= enabled(acts)
    acts["point-of-order"].trigger()
    assert {"rule-noted", "rule-upheld", "rule-dismissed"} <= enabled(acts)
    assert "next" not in enabled(acts)
    acts["rule-dismissed"].trigger()
    assert {i.ruling for i in service.session.interventions.values()} == {Ruling.NONE, Ruling.DISMISSED}
    acts["freeze"].trigger()
    assert enabled(acts) == {"freeze", "announce-closing", "close-list", "close-sitting"}
    acts["freeze"].trigger()
    assert set(LIVE) <= enabled(acts)


def test_each_live_act_is_one_press(live: tuple[SessionService, dict[str, QAction], QWidget]) -> None:
    service, acts, _ = live
    service.execute(c.OpenSitting())
    for name, event in (("next", FloorGiven), ("next", InterventionEnded), ("end", InterventionEnded)):
        told: list[CommittedChange] = []
        service.subscribe(told.append)
        acts[name].trigger()
        assert any(isinstance(e, event) for e in told[0].events)


def test_thirty_seconds_more_and_less_are_one_press_each(
    live: tuple[SessionService, dict[str, QAction], QWidget],
) -> None:
    service, acts, _ = live
    service.execute(c.OpenSitting())
    acts["next"].trigger()
    assert service.session.floor is not None
    allotted = service.session.floor.allotted_ms + service.session.floor.granted_ms
    acts["more-time"].trigger()
    acts["more-time"].trigger()
    acts["less-time"].trigger()
    floor = service.session.floor
    assert floor is not None
    assert floor.allotted_ms + floor.granted_ms == allotted + 30_000


def test_a_key_held_down_acts_once(live: tuple[SessionService, dict[str, QAction], QWidget]) -> None:
    _, acts, _ = live
    assert not any(act.autoRepeat() for act in acts.values())


def test_every_act_of_the_session_has_a_name_for_the_undo_menu(
    live: tuple[SessionService, dict[str, QAction], QWidget],
) -> None:
    service, acts, _ = live
    service.execute(c.OpenSitting())
    acts["next"].trigger()
    acts["point-of-order"].trigger()
    acts["rule-noted"].trigger()
    assert event_label(not_none(service.next_undo).event) == "ruling"
    assert isinstance(not_none(service.next_undo).event, PointOfOrderRuled)
