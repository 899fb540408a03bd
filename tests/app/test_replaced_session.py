"""Another file takes the place of the open session: the window goes on with all of it, and says where."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.store.maintenance.backups import Backups
from ipu_session.store.maintenance.integrity import check_file
from ipu_session.ui.bars.unsaved_bar import UnsavedBar
from ipu_session.ui.core.preferences import Preferences
from tests.builders import FakeClock
from tests.construction import open_session
from tests.controllers import started_controller
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.store.files import a_file, rows_of


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(1_647_950_000_000)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[AppController]:
    settings = tmp_path / "config" / "settings.json"
    emergency = (tmp_path / "data" / "emergency",)
    yield from started_controller(
        fake_services(),
        clock,
        AppPaths(settings, paths.resources_dir(), tmp_path, emergency, data_dir=tmp_path / "data"),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path / "d.ipusession")


@pytest.fixture
def older(path: Path, tmp_path: Path) -> Path | str:
    return shutil.copy(path, tmp_path / "older")


def bars(desk: AppController) -> dict[str, str]:
    return {bar.objectName(): bar.message_label.text() for bar in desk.window.message_bars.visible_bars}


def notes_in(path: Path) -> list[str]:
    return [row.event.text for row in rows_of(path, read_only=True) if isinstance(row.event, e.NoteTaken)][2:]


def test_an_older_copy_over_the_open_session_costs_nothing_and_is_told(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path, older: Path | str
) -> None:
    open_session(desk, path)
    assert not_none(desk.bridge).execute(c.TakeNote("before"))
    shutil.copy(older, path)
    assert not_none(desk.bridge).execute(c.TakeNote("after"))
    anew = tmp_path / "d.continued.ipusession"
    said = bars(desk)["moved"]
    assert str(path) in said
    assert str(anew) in said
    assert "Nothing is lost" in said
    assert not not_none(desk.window.findChild(UnsavedBar)).isVisible()
    assert (desk.path, desk.capture_run_state().session) == (anew, str(anew))
    assert not_none(desk._session).report_exporter.session_path == anew
    qtbot.waitUntil(lambda: len(Backups(tmp_path / "data", anew).list_all()) > 0)
    desk.apply_preferences(Preferences(language="fr"))
    assert "Rien n’est perdu" in bars(desk)["moved"]
    desk.apply_preferences(Preferences())
    assert not_none(desk.bridge).execute(c.TakeNote("later"))
    desk.show_start_page()
    assert notes_in(anew) == ["before", "after", "later"]
    assert check_file(anew) == ()
    assert rows_of(path) == rows_of(Path(older))
    open_session(desk, anew)
    assert desk.path == anew


def test_it_is_told_a_second_later_though_nobody_acts(
    desk: AppController, clock: FakeClock, path: Path, older: Path | str
) -> None:
    open_session(desk, path)
    not_none(desk.bridge).execute(c.TakeNote("before"))
    shutil.copy(older, path)
    clock.advance(2)
    not_none(desk.bridge).poll()
    assert "moved" in bars(desk)


def test_a_session_replaced_at_the_last_moment_is_found_by_the_next_start(
    desk: AppController, path: Path, older: Path | str, tmp_path: Path
) -> None:
    open_session(desk, path)
    not_none(desk.bridge).execute(c.TakeNote("before"))
    shutil.copy(older, path)
    desk.show_start_page()
    anew = tmp_path / "d.continued.ipusession"
    assert notes_in(anew) == ["before"]
    assert "moved" in bars(desk)
    assert desk._settings.current.recent[0].path == anew


@pytest.fixture
def working_folder(tmp_path: Path) -> Iterator[Path]:
    with contextlib.chdir(tmp_path):
        yield tmp_path


@pytest.mark.usefixtures("working_folder")
def test_a_session_that_was_named_by_a_relative_path_is_found_from_any_folder(
    desk: AppController, path: Path, older: Path | str, tmp_path: Path
) -> None:
    open_session(desk, Path(path.name))
    not_none(desk.bridge).execute(c.TakeNote("before"))
    shutil.copy(older, path)
    not_none(desk.bridge).execute(c.TakeNote("after"))
    anew = tmp_path / "d.continued.ipusession"
    assert (desk.path, desk.capture_run_state().session) == (anew, str(anew))
    assert desk._settings.current.recent[0].path == anew


def test_a_deleted_session_is_whole_in_the_file_that_the_bar_names(
    desk: AppController, clock: FakeClock, path: Path
) -> None:
    open_session(desk, path)
    not_none(desk.bridge).execute(c.TakeNote("before"))
    path.unlink()
    clock.advance(2)
    not_none(desk.bridge).poll()
    QApplication.processEvents()
    bar = desk.window.findChild(UnsavedBar)
    assert bar is not None
    assert bar.isVisible()
    assert "No act waits yet" in bar.message_label.text()
    not_none(desk.bridge).execute(c.TakeNote("after"))
    stood_in = Path(not_none(desk.bridge).save_status.emergency_copy)
    assert str(stood_in) in bar.message_label.text()
    assert notes_in(stood_in) == ["before", "after"]
    not_none(desk.bridge).write_now()
    assert not bar.isVisible()
    assert notes_in(path) == ["before", "after"]
