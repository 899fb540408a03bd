"""A home without room: settings, log and mark of the run are lost, and nothing else."""

import logging
import os
from pathlib import Path

import pytest

from ipu_session.app import main, paths, private_log_files
from ipu_session.app.gui import settings
from ipu_session.app.gui.run_state import RunState, RunStateFile, read_previous_run
from tests.full_disk import no_room
from tests.narrowing import not_none


def test_settings_that_do_not_fit_leave_the_old_ones_and_no_file_of_no_bytes(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text("{}")
    with no_room():
        settings.save_if_possible(path, settings.Settings(template="x"))
    assert path.read_text() == "{}"
    assert [found.name for found in path.parent.iterdir()] == ["settings.json"]


def test_a_log_that_does_not_fit_is_silent_also_at_the_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handler = private_log_files.PrivateLogHandler(tmp_path / "a.log")
    not_none(handler.stream).close()
    handler.stream = os.fdopen(os.open("/dev/full", os.O_WRONLY), "w")
    handler.emit(logging.makeLogRecord({"msg": "x", "levelno": logging.INFO}))
    handler.close()
    assert capsys.readouterr().err == ""
    assert handler.has_failed


def test_the_command_line_does_not_say_that_a_fault_was_written_down_where_it_was_not(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = paths.log_dir()
    assert folder.is_relative_to(tmp_path)
    with no_room():
        main._on_uncaught_exception(KeyError, KeyError("x"), None)
    assert capsys.readouterr().err == (
        f"ipu-session: a fault of the program, KeyError: 'x'; it could not be written down in {folder}\n"
    )
    assert (folder / "ipu-session.log").read_bytes() == b""


def test_a_mark_that_does_not_fit_is_no_mark(tmp_path: Path) -> None:
    with no_room():
        mark = RunStateFile(tmp_path)
        mark.write_state(RunState("/a/session"))
        mark.close(keep=True)
    assert read_previous_run(tmp_path) is None


SPOILT = ("[" * 1_000_000, '{"session": "x", "workspace": "", "displays": []}')


@pytest.mark.parametrize("said", SPOILT, ids=["deep", "short"])
def test_a_mark_that_is_spoilt_is_taken_for_an_end_without_a_session(tmp_path: Path, said: str) -> None:
    (tmp_path / "running-1.json").write_text(said)
    left = read_previous_run(tmp_path)
    assert left is not None
    assert left.state.session == ""
