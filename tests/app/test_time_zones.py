"""A session of two sittings, held in two time zones: each moment stands everywhere as its own room saw it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.speakers_list import build_printable_list
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_session_file
from ipu_session.ui.bars.timing_gap_bar import TimingGapBar
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.displays.screen_placement import WINDOWED
from ipu_session.ui.strings import venue_time
from tests.builders import DIRECTORY, START_MS, THEMES, FakeClock, person
from tests.construction import open_session
from tests.controllers import fake_clock, started_controller
from tests.narrowing import not_none
from tests.session_pages import session_view, show_debate, show_report

DAY = 86_400_000
SECOND_MS = START_MS + 2 * DAY + 10 * 3_600_000
"""Two days later, 11:00 UTC."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Spoken, asked and noted at 09:00 in Nusa Dua, eight hours ahead of the machine it is opened on."""
    path, clock = tmp_path / "two.ipusession", FakeClock()
    service = SessionService(create_session_file(path), clock)
    service.execute(c.CreateSession(Details(title="Two rooms"), Rules(), DIRECTORY, THEMES))
    for code in ("KE", "PE", "JP"):
        service.execute(c.AddRequest(person(code, f"Name of {code}")))
    service.execute(c.OpenSitting())
    service.execute(c.GiveFloor())
    service.execute(c.TakeNote("said in the first room"))
    clock.advance(90)
    service.execute(c.EndIntervention())
    speech = max(service.session.interventions)
    old = service.session.interventions[speech].time_account(clock.now_ms)
    service.execute(c.CorrectIntervention(speech, type(old)(old.started_ms, old.allotted_ms, 0, 80_000, 0)))
    service.execute(c.CloseSitting())
    service.execute(c.FinalizeReport())
    service.close()
    return path


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[AppController]:
    places = AppPaths(tmp_path / "settings.json", paths.resources_dir(), tmp_path)
    yield from started_controller(build_app_services(), FakeClock(SECOND_MS, 0), places, path)


def texts(window: QWidget) -> Iterator[str]:
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


def on_every_page(desk: AppController) -> list[str]:
    view = session_view(desk.window)
    found: list[str] = []
    for workspace in ("prepare", "debate", "report"):
        assert view is not None
        view.show_workspace(workspace)
        QApplication.processEvents()
        found += texts(desk.window)
    assert view is not None
    view.show_workspace("debate")
    return found


def times(found: list[str]) -> set[str]:
    return set(re.findall(r"\b\d\d:\d\d(?::\d\d)?\b", "\n".join(found)))


def test_a_second_sitting_in_another_zone_changes_no_time_of_the_first(desk: AppController) -> None:
    before = on_every_page(desk)
    not_none(desk.bridge).execute(c.OpenSitting())
    desk.apply_preferences(Preferences(hall_screen=WINDOWED, chair_screen=WINDOWED))
    not_none(desk._view).display_controller.toggle_hall()
    not_none(desk._view).display_controller.toggle_chair()
    after = on_every_page(desk)
    for found in (before, after):
        assert "09:00" in times(found) or "09:00:00" in times(found)
        assert not {time for time in times(found) if time.startswith("01:")}
    assert "11:00" in times(after)
    not_none(desk._view).display_controller.shut_down()


def test_why_a_name_stands_where_it_does_keeps_its_time(desk: AppController) -> None:
    not_none(desk.bridge).execute(c.OpenSitting())
    speakers = show_debate(session_view(desk.window)).speakers
    speakers.requests.list.setFocus()
    speakers.requests.list.selectRow(0)
    QApplication.processEvents()
    assert "asked at 09:00" in speakers.requests.position_label.text()


def test_a_correction_of_the_first_sitting_is_typed_in_its_time(desk: AppController) -> None:
    not_none(desk.bridge).execute(c.OpenSitting())
    form = show_debate(session_view(desk.window)).speakers.intervention_form
    speech = min(not_none(desk.bridge).session.interventions)
    form.edit_intervention(speech)
    assert form.start_line.line.text() == "09:00:00"
    form.start_line.set_value("09:00:10")
    form.submit()
    started_ms = not_none(desk.bridge).session.interventions[speech].started_ms
    assert started_ms == START_MS + 10_000
    assert desk.bridge is not None
    assert venue_time.format_time_at(desk.bridge.session, started_ms, desk.bridge.now()) == "09:00"


def test_the_list_on_paper_and_the_final_version_keep_theirs(desk: AppController) -> None:
    not_none(desk.bridge).execute(c.OpenSitting())
    not_none(desk.bridge).execute(c.GiveFloor())
    assert desk.bridge is not None
    session, now = desk.bridge.session, desk.bridge.now()
    paper = build_printable_list(session, now, load_catalog("en", paths.resources_dir() / "report"))
    assert paper.heard_rows[0][0].replace("\u00a0", " ") == "22 March, 9.00"
    final = show_report(session_view(desk.window)).final_page
    assert any("2022-03-22 09:01" in text for text in texts(final))


def test_before_any_sitting_times_are_the_machine_s(tmp_path: Path, qtbot: QtBot) -> None:
    """The name was asked for at 09:00 by the machine; nobody wants to read 01:00."""
    clock = FakeClock()
    service = SessionService(create_session_file(tmp_path / "new.ipusession"), clock)
    service.execute(c.CreateSession(Details(), Rules(), DIRECTORY, THEMES))
    session = service.session
    assert venue_time.format_time_at(session, START_MS, service.now()) == "09:00"
    assert venue_time.format_time_now(session, service.now()) == "09:00"
    assert venue_time.iso_day_today(session, service.now()) == "2022-03-22"
    service.close()


def test_a_day_is_named_unless_it_is_today(desk: AppController) -> None:
    assert desk.bridge is not None
    session, now = desk.bridge.session, desk.bridge.now()
    assert venue_time.format_day_and_time(session, now.utc_ms, now) == "19:00"
    assert venue_time.format_day_and_time(session, START_MS, now) == "Tuesday, 22 March 2022, 09:00"


def test_a_bar_about_a_gap_of_another_day_names_the_day(desk: AppController, tmp_path: Path) -> None:
    path, clock = tmp_path / "killed.ipusession", FakeClock()
    service = SessionService(create_session_file(path), clock)
    service.execute(c.CreateSession(Details(title="Killed"), Rules(), DIRECTORY, THEMES))
    service.execute(c.AddRequest(person("KE")))
    service.execute(c.GiveFloor())
    clock.advance(60)
    service.poll()
    service._journal.close()
    open_session(desk, path)
    QApplication.processEvents()
    bar = not_none(desk._view).findChild(TimingGapBar)
    assert bar is not None
    assert bar.isVisible()
    assert "from Tuesday, 22 March 2022, 09:01:00 to 19:00:00" in bar.message_label.text()


def test_a_bar_says_that_the_program_stood_still(desk: AppController) -> None:
    not_none(desk.bridge).execute(c.OpenSitting())
    not_none(desk.bridge).execute(c.GiveFloor())
    fake_clock(desk).stall(100)
    not_none(desk.bridge).poll()
    bar = not_none(desk._view).findChild(TimingGapBar)
    assert bar is not None
    assert bar.isVisible()
    assert bar.message_label.text().startswith("The program stood still from 11:00:00 to 11:01:40.")
    desk.apply_preferences(Preferences(language="fr"))
    assert "est resté bloqué de 11:00:00" in not_none(desk.window.findChild(TimingGapBar)).message_label.text()


def test_views_tell_the_time_by_one_function_alone() -> None:
    """A view that added a time zone itself showed the first sitting in the second's."""
    allowed = {"venue_time.py", "labels.py", "restore.py"}
    root = Path(__file__).parents[2] / "ipu_session" / "ui"
    own = [
        path.name
        for path in root.rglob("*.py")
        if path.name not in allowed and re.search(r"offset_min \*|local_time\(", path.read_text("utf-8"))
    ]
    assert own == []
