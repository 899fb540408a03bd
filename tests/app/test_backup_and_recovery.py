"""Backups while a session is open, and what the window offers for one that is damaged, locked or gone."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui import recovery_actions
from ipu_session.app.gui.backup_scheduler import BackupScheduler
from ipu_session.app.gui.controller import AppController
from ipu_session.app.gui.shutdown import ShutdownHandler
from ipu_session.app.injected_paths import AppPaths
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.import_results import ListImportOptions
from ipu_session.store.files.lock import lock_path
from ipu_session.store.maintenance.backups import Backup, Backups
from ipu_session.store.maintenance.integrity import check_file
from ipu_session.store.maintenance.repair import repair
from ipu_session.ui.bars.recovery_bar import RecoveryBar
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.dialogs.restore import RestoreBackupDialog
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.shell.welcome_page import WelcomePage
from ipu_session.ui.strings.message_tables import ERROR_MESSAGES
from tests.builders import FakeClock
from tests.construction import open_session, wait_until
from tests.controllers import application, started_controller
from tests.fake_services import fake_services
from tests.file_dialogs import choose_file
from tests.narrowing import not_none
from tests.session_pages import session_view, show_prepare
from tests.store.bad_files import REFUSED, a_changed_event, cut_by_one_byte, empty
from tests.store.files import a_file, rows_of


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(1_647_950_000_000)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[AppController]:
    settings = tmp_path / "config" / "settings.json"
    places = AppPaths(settings, paths.resources_dir(), tmp_path, data_dir=tmp_path / "data")
    yield from started_controller(fake_services(), clock, places)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path / "d.ipusession")


def backups(tmp_path: Path, path: Path) -> tuple[Backup, ...]:
    return Backups(tmp_path / "data", path).list_all()


def said(desk: AppController) -> str:
    return " ".join(label.text() for label in desk.window.statusBar().findChildren(QLabel))


def opened(desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path) -> None:
    open_session(desk, path)
    qtbot.waitUntil(lambda: len(backups(tmp_path, path)) == 1)
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)


def scheduler(desk: AppController) -> BackupScheduler:
    return not_none(not_none(desk._session).backup_scheduler)


def is_idle(desk: AppController) -> bool:
    """Whether no task runs and nothing is being opened."""
    return not desk.is_opening and not any(tasks.is_running for tasks in desk.findChildren(TaskRunner))


def looked_through(page: RestoreBackupDialog, qtbot: QtBot) -> RestoreBackupDialog:
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return page


def test_a_session_is_backed_up_when_opened_in_the_rhythm_and_when_closed(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path, clock: FakeClock
) -> None:
    opened(desk, qtbot, tmp_path, path)
    assert scheduler(desk)._timer.interval() == 300_000
    clock.advance(300)
    not_none(desk.bridge).execute(c.TakeNote("one"))
    scheduler(desk)._timer.timeout.emit()
    qtbot.waitUntil(lambda: len(backups(tmp_path, path)) == 2)
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)
    not_none(desk.bridge).execute(c.TakeNote("two"))
    clock.advance(10)
    desk.show_start_page()
    wait_until(lambda: is_idle(desk))
    assert backups(tmp_path, path)[0].events == len(rows_of(path))
    assert len(backups(tmp_path, path)) == 3


def test_a_session_is_backed_up_before_a_list_comes_in(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path, clock: FakeClock
) -> None:
    opened(desk, qtbot, tmp_path, path)
    not_none(desk.bridge).execute(c.TakeNote("one"))
    clock.advance(1)
    not_none(desk._session)._read_speakers(tmp_path / "list.csv", (), ListImportOptions())
    qtbot.waitUntil(lambda: len(backups(tmp_path, path)) == 2)
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)


def test_a_session_is_backed_up_before_a_list_is_pasted(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path, clock: FakeClock
) -> None:
    opened(desk, qtbot, tmp_path, path)
    not_none(desk.bridge).execute(c.TakeNote("one"))
    clock.advance(1)
    page = show_prepare(session_view(desk.window)).speakers
    QGuiApplication.clipboard().setText("delegation\tname\nKenya\tA. Pasted\n")
    page.read_clipboard()
    qtbot.waitUntil(lambda: len(backups(tmp_path, path)) == 2)
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)


@pytest.fixture
def changed(desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path, clock: FakeClock) -> Path:
    """The session, open and changed since its backup."""
    opened(desk, qtbot, tmp_path, path)
    not_none(desk.bridge).execute(c.TakeNote("the last"))
    clock.advance(1)
    return path


Result = TypeVar("Result")


class Ticks:
    """Whether the window was seen each time when Qt's loop came by."""

    def __init__(self, desk: AppController) -> None:
        self._desk = desk
        self.seen: list[bool] = []
        self.enough = threading.Event()

    def tick(self) -> None:
        self.seen.append(self._desk.window.isVisible())
        if len(self.seen) == 6:
            self.enough.set()

    def slow(self, work: Callable[..., Result]) -> Callable[..., Result]:
        """The same work, which does not begin before the loop has come by six times."""

        def slowly(*arguments: object) -> Result:
            self.seen.clear()
            assert self.enough.wait(10), "the loop stood still"
            return work(*arguments)

        return slowly


@pytest.fixture
def ticks(qtbot: QtBot, desk: AppController) -> Iterator[Ticks]:
    ticks, timer = Ticks(desk), QTimer()
    timer.timeout.connect(ticks.tick)
    timer.start(5)
    yield ticks
    timer.stop()


def test_the_last_backup_is_made_behind_a_window_that_is_gone(
    desk: AppController, tmp_path: Path, changed: Path, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backups, "create_backup", ticks.slow(Backups.create_backup))
    desk.window.close_without_asking()
    wait_until(lambda: is_idle(desk))
    assert not any(ticks.seen)
    assert ticks.enough.is_set()
    assert backups(tmp_path, changed)[0].events == len(rows_of(changed))


@pytest.fixture
def ending(ticks: Ticks, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is told to end while a backup is being made."""
    make = ticks.slow(Backups.create_backup)

    def ended_meanwhile(*arguments: object) -> Backup | None:
        os.kill(os.getpid(), signal.SIGTERM)
        return make(*arguments)

    monkeypatch.setattr(Backups, "create_backup", ended_meanwhile)


@pytest.mark.parametrize(
    "put_away", [lambda desk: desk.window.close_without_asking(), lambda desk: desk.show_start_page()]
)
def test_the_word_to_end_during_the_last_backup_ends_the_program_after_it(
    desk: AppController, tmp_path: Path, changed: Path, ending: None, put_away: Callable[[AppController], object]
) -> None:
    departure = ShutdownHandler(application(), desk.flush, desk.quit)
    put_away(desk)
    wait_until(lambda: is_idle(desk) and not desk.window.isVisible())
    assert len(backups(tmp_path, changed)) == 2
    departure.uninstall()
    assert not desk.window.isVisible()
    assert desk.bridge is None


def test_a_backup_that_goes_on_while_the_session_is_put_away_is_waited_for(
    desk: AppController, tmp_path: Path, changed: Path, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backups, "create_backup", ticks.slow(Backups.create_backup))
    scheduler(desk).request_backup()
    desk.show_start_page()
    wait_until(lambda: is_idle(desk))
    assert all(ticks.seen)
    assert ticks.enough.is_set()
    assert desk.capture_run_state().session == ""
    assert backups(tmp_path, changed)[0].events == len(rows_of(changed))
    assert len(backups(tmp_path, changed)) == 2


def test_a_folder_of_backups_that_cannot_be_written_is_told_and_the_debate_goes_on(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    open_session(desk, path)
    qtbot.waitUntil(lambda: "No backup could be made; the debate goes on." in said(desk))
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)
    assert not_none(desk.bridge).execute(c.TakeNote("on"))


@pytest.mark.parametrize(
    ("copy", "message"),
    [(None, "folder of Dropbox"), ("d (Anna's conflicted copy).ipusession", "Anna's conflicted copy")],
)
def test_a_shared_folder_is_told_and_backed_up_every_minute(
    desk: AppController, qtbot: QtBot, tmp_path: Path, copy: str | None, message: str
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = a_file(folder / "d.ipusession")
    if copy is not None:
        (folder / copy).write_bytes(path.read_bytes())
    opened(desk, qtbot, tmp_path, path)
    assert scheduler(desk)._timer.interval() == 60_000
    told = " ".join(label.text() for label in desk.window.findChildren(QLabel))
    assert message in told


def test_a_backup_is_restored_by_its_row_and_what_it_holds_is_shown(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path, clock: FakeClock
) -> None:
    opened(desk, qtbot, tmp_path, path)
    before = rows_of(path, read_only=True)
    clock.advance(60)
    not_none(desk.bridge).execute(c.TakeNote("one more"))
    desk.window.current_actions()["restore"].trigger()
    page = looked_through(not_none(desk.window.findChild(RestoreBackupDialog)), qtbot)
    assert page.model.row_at(0).cells[2:] == ("1", str(len(before)), "3", "2", "events fewer: 1")
    page.restore_button.click()
    wait_until(lambda: is_idle(desk))
    assert isinstance(desk.window.centralWidget(), SessionView)
    assert rows_of(path, read_only=True)[: len(before)] == before
    assert "one more" not in {note.text for note in not_none(desk.bridge).session.notes.values()}
    assert max(backup.events for backup in backups(tmp_path, path)) == len(before) + 1
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)


def test_a_session_that_is_gone_comes_back_from_the_start_page(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    opened(desk, qtbot, tmp_path, path)
    desk.show_start_page()
    wait_until(lambda: is_idle(desk))
    rows = rows_of(path)
    path.unlink()
    start_page = desk.window.centralWidget()
    assert isinstance(start_page, WelcomePage)
    start_page.restore_button.click()
    page = looked_through(not_none(desk.window.findChild(RestoreBackupDialog)), qtbot)
    assert page.model.row_at(0).cells[-1] == "the file cannot be read"
    page.restore_button.click()
    wait_until(lambda: is_idle(desk))
    assert rows_of(path, read_only=True) == rows
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)


@pytest.mark.parametrize("spoil", [a_changed_event, cut_by_one_byte])
def test_a_damaged_session_is_offered_for_repair_in_a_line(
    desk: AppController, path: Path, qtbot: QtBot, spoil: Callable[..., object]
) -> None:
    spoil(path)
    whole = path.read_bytes()
    open_session(desk, path)
    bar = desk.window.findChild(RecoveryBar)
    assert bar is not None
    assert bar.isVisible()
    assert bar.repair_button.isVisible()
    assert not bar.unlock_button.isVisible()
    copy = path.with_name("copy.ipusession")
    bar.repair_button.click()
    choose_file(copy)
    wait_until(lambda: is_idle(desk))
    assert "events were saved. " in said(desk)
    assert not bar.isVisible()
    assert path.read_bytes() == whole
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)
    desk.show_start_page()
    assert check_file(copy) == ()


def test_the_window_goes_on_while_a_session_is_repaired(
    desk: AppController, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, ticks: Ticks
) -> None:
    a_changed_event(path)
    open_session(desk, path)
    copy = path.with_name("copy.ipusession")
    monkeypatch.setattr(recovery_actions, "repair", ticks.slow(repair))
    not_none(desk.window.findChild(RecoveryBar)).repair_button.click()
    choose_file(copy)
    wait_until(lambda: is_idle(desk))
    assert ticks.enough.is_set()
    assert copy.exists()
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)


@pytest.mark.parametrize(("trouble", "spoil"), {why: spoil for spoil, why in reversed(REFUSED)}.items())
def test_each_kind_of_bad_file_has_its_sentence_in_the_window(
    desk: AppController, path: Path, trouble: str, spoil: Callable[..., object]
) -> None:
    spoil(path)
    open_session(desk, path)
    bar = desk.window.findChild(RecoveryBar)
    shown = said(desk) if bar is None else bar.message_label.text()
    assert ERROR_MESSAGES[trouble] in shown
    assert desk.bridge is None


def test_a_bad_file_beside_an_open_debate_is_a_line_and_the_debate_stays(
    desk: AppController, tmp_path: Path, path: Path, qtbot: QtBot
) -> None:
    opened(desk, qtbot, tmp_path, path)
    view = session_view(desk.window)
    other = a_file(tmp_path / "other.ipusession")
    empty(other)
    open_session(desk, other)
    bar = desk.window.findChild(RecoveryBar)
    assert bar is not None
    assert bar.isVisible()
    assert desk.window.centralWidget() is view
    bar.dismiss_button.click()
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("", "The lock does not say whose it is."),
        ('{"program": "ipu-session", "pid": 7, "host": "podium-2", "user": "anna"}', "anna@podium-2"),
    ],
)
def test_a_lock_left_behind_is_removed_after_it_was_said_whose_it_is(
    desk: AppController, path: Path, qtbot: QtBot, text: str, whose: str
) -> None:
    lock_path(path).write_text(text)
    open_session(desk, path)
    bar = desk.window.findChild(RecoveryBar)
    assert bar is not None
    assert whose in bar.message_label.text()
    assert not bar.repair_button.isVisible()
    bar.unlock_button.click()
    wait_until(lambda: is_idle(desk))
    assert isinstance(desk.window.centralWidget(), SessionView)
    qtbot.waitUntil(lambda: not scheduler(desk)._tasks.is_running)


def test_a_copy_is_saved_beside_the_debate(desk: AppController, tmp_path: Path, path: Path, qtbot: QtBot) -> None:
    opened(desk, qtbot, tmp_path, path)
    copy = tmp_path / "copy"
    desk.window.current_actions()["save-copy"].trigger()
    choose_file(copy)
    qtbot.waitUntil(lambda: "The copy is saved." in said(desk))
    assert rows_of(copy.with_suffix(".ipusession")) == rows_of(path, read_only=True)
