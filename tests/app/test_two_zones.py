"""A session of two sittings, held in two time zones: each moment stands everywhere as its own room saw it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

from ipu_session.app import paths
from ipu_session.app.gui.controller import Places
from ipu_session.app.lazy_imports import errands
from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.report.language.catalog import load_wording
from ipu_session.report.speakers_list import list_paper
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create
from ipu_session.ui.bars.timing_gap_bar import GapBar
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.displays.screen_placement import WINDOWED
from ipu_session.ui.strings import venue_time
from tests.builders import DIRECTORY, START_MS, THEMES, FakeClock, person
from tests.desks import a_desk

DAY = 86_400_000
SECOND_MS = START_MS + 2 * DAY + 10 * 3_600_000
"""Two days later, 11:00 UTC."""


@pytest.fixture
def path(tmp_path):
    """Spoken, asked and noted at 09:00 in Nusa Dua, eight hours ahead of the machine it is opened on."""
    path, clock = tmp_path / "two.ipusession", FakeClock()
    service = SessionService(create(path), clock)
    service.execute(c.CreateSession(Details(title="Two rooms"), Rules(), DIRECTORY, THEMES))
    for code in ("KE", "PE", "JP"):
        service.execute(c.AddRequest(person(code, f"Name of {code}")))
    service.execute(c.OpenSitting())
    service.execute(c.GiveFloor())
    service.execute(c.TakeNote("said in the first room"))
    clock.forward(90)
    service.execute(c.EndIntervention())
    speech = max(service.session.interventions)
    old = service.session.interventions[speech].ledger(clock.now_ms)
    service.execute(c.CorrectIntervention(speech, type(old)(old.started_ms, old.allotted_ms, 0, 80_000, 0)))
    service.execute(c.CloseSitting())
    service.execute(c.FinalizeReport())
    service.close()
    return path


@pytest.fixture
def desk(qtbot, tmp_path, path):
    places = Places(tmp_path / "settings.json", paths.resources(), tmp_path)
    yield from a_desk(errands(), FakeClock(SECOND_MS, 0), places, path)


def texts(window):
    """Every text of a window, on its labels and in its lists."""
    for each in window.findChildren(QLabel):
        yield each.text()
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if model is None:
            continue
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(model.index(row, column).data(role))


def on_every_page(desk):
    view, found = desk._view, []
    for workspace in ("prepare", "debate", "report"):
        view.go(workspace)
        QApplication.processEvents()
        found += texts(desk.window)
    view.go("debate")
    return found


def times(found):
    return set(re.findall(r"\b\d\d:\d\d(?::\d\d)?\b", "\n".join(found)))


def test_a_second_sitting_in_another_zone_changes_no_time_of_the_first(desk):
    before = on_every_page(desk)
    desk.bridge.execute(c.OpenSitting())
    desk.prefer(Preferences(hall_screen=WINDOWED, chair_screen=WINDOWED))
    desk._view.displays.toggle_hall()
    desk._view.displays.toggle_chair()
    after = on_every_page(desk)
    for found in (before, after):
        assert "09:00" in times(found) or "09:00:00" in times(found)
        assert not {time for time in times(found) if time.startswith("01:")}
    assert "11:00" in times(after)
    desk._view.displays.rest()


def test_why_a_name_stands_where_it_does_keeps_its_time(desk):
    desk.bridge.execute(c.OpenSitting())
    speakers = desk._view.go("debate").speakers
    speakers.list.setFocus()
    speakers.list.selectRow(0)
    QApplication.processEvents()
    assert "asked at 09:00" in speakers.why.text()


def test_a_correction_of_the_first_sitting_is_typed_in_its_time(desk):
    desk.bridge.execute(c.OpenSitting())
    form = desk._view.go("debate").speakers.record
    speech = min(desk.bridge.session.interventions)
    form.correct(speech)
    assert form.started.line.text() == "09:00:00"
    form.started.set_value("09:00:10")
    form.take()
    started_ms = desk.bridge.session.interventions[speech].started_ms
    assert started_ms == START_MS + 10_000
    assert venue_time.time_at(desk.bridge.session, started_ms, desk.bridge.now()) == "09:00"


def test_the_list_on_paper_and_the_final_version_keep_theirs(desk):
    desk.bridge.execute(c.OpenSitting())
    desk.bridge.execute(c.GiveFloor())
    session, now = desk.bridge.session, desk.bridge.now()
    paper = list_paper(session, now, load_wording("en", paths.resources() / "report"))
    assert paper.heard_rows[0][0].replace("\u00a0", " ") == "22 March, 9.00"
    final = desk._view.go("report").final
    assert any("2022-03-22 09:01" in text for text in texts(final))


def test_before_any_sitting_times_are_the_machine_s(tmp_path, qtbot):
    """The name was asked for at 09:00 by the machine; nobody wants to read 01:00."""
    clock = FakeClock()
    service = SessionService(create(tmp_path / "new.ipusession"), clock)
    service.execute(c.CreateSession(Details(), Rules(), DIRECTORY, THEMES))
    session = service.session
    assert venue_time.time_at(session, START_MS, service.now()) == "09:00"
    assert venue_time.time_now(session, service.now()) == "09:00"
    assert venue_time.today(session, service.now()) == "2022-03-22"
    service.close()


def test_a_day_is_named_unless_it_is_today(desk):
    session, now = desk.bridge.session, desk.bridge.now()
    assert venue_time.day_and_time(session, now.utc_ms, now) == "19:00"
    assert venue_time.day_and_time(session, START_MS, now) == "Tuesday, 22 March 2022, 09:00"


def test_a_bar_about_a_gap_of_another_day_names_the_day(desk, tmp_path):
    path, clock = tmp_path / "killed.ipusession", FakeClock()
    service = SessionService(create(path), clock)
    service.execute(c.CreateSession(Details(title="Killed"), Rules(), DIRECTORY, THEMES))
    service.execute(c.AddRequest(person("KE")))
    service.execute(c.GiveFloor())
    clock.forward(60)
    service.beat()
    service._journal.close()
    desk.open_session(path)
    QApplication.processEvents()
    bar = desk._view.findChild(GapBar)
    assert bar.isVisible()
    assert "from Tuesday, 22 March 2022, 09:01:00 to 19:00:00" in bar.said.text()


def test_a_bar_says_that_the_program_stood_still(desk):
    desk.bridge.execute(c.OpenSitting())
    desk.bridge.execute(c.GiveFloor())
    desk._clock.stall(100)
    desk.bridge.beat()
    bar = desk._view.findChild(GapBar)
    assert bar.isVisible()
    assert bar.said.text().startswith("The program stood still from 11:00:00 to 11:01:40.")
    desk.prefer(Preferences(language="fr"))
    assert "est resté bloqué de 11:00:00" in desk._view.findChild(GapBar).said.text()


def test_views_tell_the_time_by_one_function_alone():
    """A view that added a time zone itself showed the first sitting in the second's."""
    allowed = {"room_time.py", "wording.py", "restore.py"}
    root = Path(__file__).parents[2] / "ipu_session" / "ui"
    own = [
        path.name
        for path in root.rglob("*.py")
        if path.name not in allowed and re.search(r"offset_min \*|local_time\(", path.read_text("utf-8"))
    ]
    assert own == []
