"""The window never stands still: the longest gap of Qt's loop during whatever may take long (U7)."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec import Struct
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.sessions import write_session
from ipu_session.app import paths
from ipu_session.app.gui.application import THREAD_SWITCH_INTERVAL_S
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain import commands as c
from ipu_session.service.clock import SystemClock
from ipu_session.store.maintenance.backups import Backup, Backups
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.prepare.speakers_import_page import SpeakersImportPage
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.shell.welcome_page import WelcomePage
from tests.app.event_loop_gaps import Gaps
from tests.construction import open_session
from tests.file_dialogs import choose_file
from tests.narrowing import not_none
from tests.session_pages import session_view, show_debate, show_prepare, show_report
from tests.soak_figures import Figures


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of 500 interventions and 2,000 notes."""
    path = tmp_path_factory.mktemp("made") / "made.ipusession"
    write_session(path, 500, 4, 20)
    return path


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, made: Path) -> "Iterator[Room]":
    """The real program's window on a copy of it; threads give way as they do there."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(THREAD_SWITCH_INTERVAL_S)
    path = tmp_path / "made.ipusession"
    shutil.copy(made, path)
    places = AppPaths(tmp_path / "settings.json", paths.resources_dir(), tmp_path, data_dir=tmp_path / "data")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    desk = AppController(application, build_app_services(), SystemClock(), places)
    desk.start(None)
    yield Room(desk, path)
    desk.window.close_without_asking()
    desk.wait_for_tasks()
    desk.window.deleteLater()
    sys.setswitchinterval(before)


class Room(Struct):
    desk: AppController
    path: Path
    written: int = 0
    times: int = 3
    of: Callable[[list[float]], float] = min
    """What counts of several times: by the least of them other work on the machine is left out."""

    @property
    def view(self) -> SessionView:
        return session_view(self.desk.window)

    def opened(self) -> "Room":
        open_session(self.desk, self.path)
        self.view.show_workspace("prepare")
        self.view.show_workspace("report")
        self.view.show_workspace("debate")
        QApplication.processEvents()
        return self

    def gaps(
        self,
        begin: Callable[[], object],
        over: Callable[[], bool] = lambda: True,
        before: Callable[[], object] = lambda: None,
    ) -> float:
        """The longest gap, of several times, as it would be on a machine of our own."""
        found = []
        for _ in range(self.times):
            before()
            # What was put away goes at once, as where Qt's loop has it.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
            found.append(Gaps().longest_ms(begin, over))
        return self.of(found)


def nothing(room: Room) -> float:
    return room.gaps(lambda: None)


def export(form: str) -> Callable[[Room], float]:
    """An export in its thread, begun as by its key or its menu."""

    def measured(room: Room) -> float:
        bar = show_report(room.view).export_bar

        def begin() -> None:
            if form == "docx":
                bar.export_report()
            else:
                bar.export_table(form)
            room.written += 1
            choose_file(room.path.with_name(f"{room.written}.{form.partition('-')[0]}"))

        def over() -> bool:
            return not bar._tasks.is_running and bar.open_button.isVisible()

        gap = room.gaps(begin, over, bar.open_button.hide)
        assert room.path.with_name(f"{room.written}.{form.partition('-')[0]}").stat().st_size > 10_000
        return gap

    return measured


def find(room: Room) -> float:
    line = show_debate(room.view).notes.notes_list.search_line
    return room.gaps(lambda: line.setText("children"), before=line.clear)


def note(room: Room) -> float:
    return room.gaps(lambda: not_none(room.desk.bridge).execute(c.TakeNote("One more thing was said.")))


def a_list(room: Room) -> SpeakersImportPage:
    codes = list(not_none(room.desk.bridge).session.delegations)[:150]
    path = room.path.with_name("list.csv")
    rows = (f"{code};N. Person {number};Ms." for number in (1, 2) for code in codes)
    path.write_text("delegation;name;title\n" + "\n".join(rows), "utf-8")
    page = show_prepare(room.view).speakers
    show_prepare(room.view).tabs.setCurrentWidget(page)
    return page


def read_list(room: Room) -> float:
    page = a_list(room)

    def choose() -> None:
        page.choose_file()
        choose_file(room.path.with_name("list.csv"))

    gap = room.gaps(choose)
    assert len(not_none(page.speakers_list).speakers) == 300
    return gap


def take_list(room: Room) -> float:
    page = a_list(room)

    def nobody_waits() -> None:
        if len(not_none(room.desk.bridge).session.queue) == 320:
            not_none(room.desk.bridge).undo()
        page.choose_file()
        choose_file(room.path.with_name("list.csv"))

    gap = room.gaps(page.submit, before=nobody_waits)
    assert len(not_none(room.desk.bridge).session.queue) == 320
    return gap


def backup(room: Room) -> float:
    """In its thread, as the program makes one in its rhythm; each time of a session that has changed."""
    backups, tasks = Backups(room.path.parent / "other", room.path), TaskRunner(room.desk.window)
    made: list[Backup | None] = []

    def begin() -> None:
        tasks.run(partial(backups.create_backup, 1_647_950_000_000 + 1000 * len(made)), made.append)

    def over() -> bool:
        return not tasks.is_running

    gap = room.gaps(begin, over, lambda: not_none(room.desk.bridge).execute(c.TakeNote("One more thing was said.")))
    assert len(backups.list_all()) == len(made)
    return gap


def close_session(room: Room) -> float:
    """Put away for the start page: a last backup is made, and the window goes on meanwhile."""

    def begin() -> None:
        room.desk.show_start_page()

    def before() -> None:
        open_session(room.desk, room.path)
        not_none(room.desk.bridge).execute(c.TakeNote("One more thing was said."))

    return room.gaps(begin, lambda: isinstance(room.desk.window.centralWidget(), WelcomePage), before)


def opening(room: Room) -> float:
    """From the window that is up, until the workspace is there."""

    def over() -> bool:
        return room.desk.bridge is not None and not room.desk.is_opening

    return room.gaps(lambda: room.desk.open_session(room.path), over, room.desk.show_start_page)


def first_way_to(name: str) -> Callable[[Room], float]:
    """A workspace made when it is first gone to."""

    def measured(room: Room) -> float:
        def another_view() -> None:
            room.desk.show_start_page()
            open_session(room.desk, room.path)

        def begin() -> None:
            room.view.navigation_actions[name].trigger()

        def over() -> bool:
            return room.view.workspaces.current_name == name and not room.desk.is_opening

        return room.gaps(begin, over, another_view)

    return measured


ACTS: dict[str, Callable[[Room], float]] = {
    "nothing": nothing,
    "Word": export("docx"),
    "XLSX": export("xlsx"),
    "JSON": export("json"),
    "CSV": export("csv-notes"),
    "find": find,
    "a note": note,
    "a list read": read_list,
    "a list taken": take_list,
    "a backup": backup,
    "closing": close_session,
    "opening": opening,
    "Prepare": first_way_to("prepare"),
    "Report": first_way_to("report"),
}


LIMIT_MS = 100


def measured(room: Room, names: Iterable[str]) -> dict[str, float]:
    """The longest gap of each act; what is over its limit is measured anew: others want this machine too."""
    room.opened()
    gaps = {name: ACTS[name](room) for name in names}
    for name in too_long(gaps):
        gaps[name] = min(gaps[name], ACTS[name](room))
    return gaps


def too_long(gaps: dict[str, float]) -> dict[str, float]:
    """What stood still for longer than it may, beyond the gap of doing nothing."""
    return {name: ms for name, ms in gaps.items() if ms - gaps["nothing"] > LIMIT_MS}


def test_the_window_goes_on_during_an_export_a_search_a_note_a_list_a_backup_and_an_opening(room: Room) -> None:
    names = ("nothing", "Word", "find", "a note", "a list read", "a backup", "opening", "Prepare", "Report")
    assert not too_long(measured(room, names))


@pytest.mark.soak("U7")
def test_the_window_goes_on_whatever_is_done(room: Room, figures: Figures) -> None:
    room.times = 9
    gaps = measured(room, ACTS)
    figures(**{f"{name}_ms".replace(" ", "_"): round(ms) for name, ms in gaps.items()})
    assert not too_long(gaps)
