"""What the start brings in, and what the program never does."""

import socket
import subprocess
import sys
import textwrap

import pytest

from ipu_session.app.cli.main import program
from ipu_session.app.launcher import COMMANDS, LAZY_UI_MODULES, wants_gui

_NOT_YET = {"click", "sqlite_utils", "importlib.metadata", "secrets", "ctypes", "ipu_session.app.cli.main"}
_HEAVY = {"docx", "lxml", "pypdf", "python_calamine", "xlsxwriter"}
# QtSql brings a second SQLite into the process, which breaks the first one's locks.
_NEVER = {"PySide6.QtNetwork", "PySide6.QtSql", "PySide6.QtWebEngineCore"}


def brought_in_by(module: str, first: str = "pass") -> set[str]:
    """The modules that are there once ``module`` has been imported in a new process."""
    code = f"{first}; import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_window_starts_without_the_readers_and_writers_of_documents() -> None:
    there = brought_in_by("ipu_session.app.gui.application")
    assert there & (_HEAVY | _NEVER) == set()


def test_the_window_starts_without_the_command_line_and_what_its_first_picture_does_not_need() -> None:
    there = brought_in_by("ipu_session.app.main, ipu_session.app.gui.application")
    assert there & _NOT_YET == set()


def test_what_is_lazy_is_not_imported_with_the_window() -> None:
    make_lazy = "from ipu_session.app import launcher; launcher.make_lazy(launcher.LAZY_UI_MODULES)"
    there = brought_in_by("ipu_session.app.gui.application", first=make_lazy)
    within = {"contributions.form", "prepare.rules_page", "report.passages", "paper", "hall.words", "chair.words"}
    assert there & {f"ipu_session.ui.{name}" for name in within} == set()


@pytest.mark.parametrize("name", LAZY_UI_MODULES)
def test_what_is_lazy_is_there_when_it_is_used(name: str) -> None:
    code = f"""
        import sys
        from ipu_session.app import launcher
        launcher.make_lazy([{name!r}])
        assert type(sys.modules[{name!r}]).__name__ == "_LazyModule"
        assert sys.modules[{name!r}].__doc__
        assert type(sys.modules[{name!r}]).__name__ == "module"
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True)


def test_the_words_that_are_commands_are_those_of_the_command_line() -> None:
    assert set(program.commands) == COMMANDS


@pytest.mark.parametrize(
    ("arguments", "window"),
    [([], True), (["a.ipusession"], True), (["./check"], True), (["check"], False), (["--help"], False)],
)
def test_nothing_and_a_session_file_ask_for_the_window(arguments: list[str], window: bool) -> None:
    assert wants_gui(arguments) == window


def test_the_command_line_starts_without_qt() -> None:
    there = brought_in_by("ipu_session.app.main, ipu_session.app.cli.main")
    assert there & (_HEAVY | _NEVER | {"PySide6.QtWidgets"}) == set()


@pytest.mark.parametrize("address", [("127.0.0.1", 9), ("::1", 9)])
def test_whoever_reaches_for_the_network_fails_the_test(address: tuple[str, int]) -> None:
    with pytest.raises(ConnectionError, match="offline"):
        socket.create_connection(address, timeout=0.1)
