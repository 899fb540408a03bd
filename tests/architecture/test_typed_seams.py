"""The type checker finds a function that is registered for another command, and one that does not fit its port."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.registry import DECIDERS
from ipu_session.domain.evolve.registry import TRANSITIONS
from tests.architecture.source import PACKAGE, ROOT


class Break(NamedTuple):
    """A wrong line in a copy of the package, and the module and the text of the error that it must cause."""

    path: str
    right: str
    wrong: str
    found_in: str
    error: str


BREAKS = {
    "a command's function registered for another command": Break(
        "domain/decide/floor.py",
        "@decides(c.PauseSpeech)",
        "@decides(c.ResumeSpeech)",
        "domain/decide/floor.py",
        "Callable[[PauseSpeech",
    ),
    "an event's function registered for another event": Break(
        "domain/evolve/floor.py",
        "@evolves(e.SpeechPaused)",
        "@evolves(e.SpeechHeld)",
        "domain/evolve/floor.py",
        "Callable[[Session, SpeechPaused",
    ),
    "two parameters of a lazy function swapped": Break(
        "app/services/file_services.py",
        "def export_restricted(session: Session, now: Timestamp, data_format: str, path: Path)",
        "def export_restricted(session: Session, now: Timestamp, path: Path, data_format: str)",
        "app/services/lazy_services.py",
        'incompatible type "Callable[[], Callable[[Session, Timestamp, Path, str], None]]"',
    ),
    "two parameters of a port of the window swapped": Break(
        "ui/core/app_services.py",
        "def __call__(self, session: Session, now: Timestamp, language: str, path: Path)",
        "def __call__(self, session: Session, now: Timestamp, path: Path, language: str)",
        "app/services/lazy_services.py",
        'expected "Callable[[], Callable[[Session, Timestamp, Path, str], None]]"',
    ),
    "two parameters of one type swapped in a port of the service": Break(
        "service/ports.py",
        "def save_draft(self, key: str, *, text: str)",
        "def save_draft(self, text: str, *, key: str)",
        "app/demo/example.py",
        'expected "Journal"',
    ),
    "two parameters of one type swapped in a callback": Break(
        "domain/exchange/progress.py",
        "def no_progress(done: int, total: int)",
        "def no_progress(total: int, done: int)",
        "app/services/report_export.py",
        'expected "Progress"',
    ),
}


def test_every_command_and_every_event_has_one_function() -> None:
    assert DECIDERS.keys() == set(get_args(c.Command))
    assert TRANSITIONS.keys() == set(get_args(e.Event)) - {e.Rewound}
    assert len(set(TRANSITIONS.values())) == len(TRANSITIONS)


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The errors that mypy finds in a copy of the package that has all the wrong lines."""
    folder = copy_package(tmp_path_factory.mktemp("broken"))
    for name, line in BREAKS.items():
        replace_once(folder / "ipu_session" / line.path, line.right, line.wrong, name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    if (ROOT / ".mypy_cache").is_dir():
        # What `make lint` has found already: only what the wrong lines touch is checked again.
        shutil.copytree(ROOT / ".mypy_cache", folder / "cache")
    checked = ["ipu_session/domain", "ipu_session/app/services"]
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(folder / "cache"), *checked]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout.replace("\\", "/").splitlines()


@pytest.mark.parametrize("name", BREAKS)
def test_a_function_that_does_not_fit_fails_type_checking(errors: list[str], name: str) -> None:
    line = BREAKS[name]
    assert [e for e in errors if e.startswith(f"ipu_session/{line.found_in}:") and line.error in e], errors


def test_a_command_without_its_function_fails_at_import(tmp_path: Path) -> None:
    copy_package(tmp_path)
    path = tmp_path / "ipu_session" / "domain" / "decide" / "floor.py"
    replace_once(path, "@decides(c.PauseSpeech)\n", "", "a registration left out")
    command = [sys.executable, "-c", "import ipu_session.domain.decide"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "commands without a decision function" in done.stderr
    assert "PauseSpeech" in done.stderr


def copy_package(folder: Path) -> Path:
    """Copy the program's package into a folder and return the folder."""
    shutil.copytree(PACKAGE, folder / "ipu_session", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def replace_once(path: Path, right: str, wrong: str, name: str) -> None:
    """Replace a text that occurs exactly once in a file."""
    text = path.read_text("utf-8")
    assert text.count(right) == 1, name
    path.write_text(text.replace(right, wrong), "utf-8")
