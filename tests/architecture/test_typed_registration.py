"""A command or an event without its function, or with another one's, is found before anything runs."""

import shutil
import subprocess
import sys
from typing import get_args

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.registry import DECIDERS
from ipu_session.domain.evolve.registry import TRANSITIONS
from tests.architecture.source import PACKAGE, ROOT

BREAKS = {
    "decide/floor.py": ("@decides(c.PauseSpeech)", "@decides(c.ResumeSpeech)", "Callable[[PauseSpeech"),
    "evolve/floor.py": ("@evolves(e.SpeechPaused)", "@evolves(e.SpeechHeld)", "Callable[[Session, SpeechPaused"),
}


def test_every_command_and_every_event_has_one_function():
    assert DECIDERS.keys() == set(get_args(c.Command))
    assert TRANSITIONS.keys() == set(get_args(e.Event)) - {e.Rewound}
    assert len(set(TRANSITIONS.values())) == len(TRANSITIONS)


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What mypy says of a copy of the package in which both registrations are wrong."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copytree(PACKAGE, folder / "ipu_session", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, (right, wrong, _) in BREAKS.items():
        path = folder / "ipu_session" / "domain" / name
        text = path.read_text("utf-8")
        assert text.count(right) == 1
        path.write_text(text.replace(right, wrong), "utf-8")
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(folder / "cache"), "ipu_session/domain"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    return done.stdout


@pytest.mark.parametrize("name", BREAKS)
def test_a_function_registered_for_another_command_or_event_fails_type_checking(complaints, name):
    [line] = [
        line for line in complaints.splitlines() if line.replace("\\", "/").startswith(f"ipu_session/domain/{name}")
    ]
    assert BREAKS[name][2] in line


def test_a_command_without_its_function_fails_at_import(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "ipu_session", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "ipu_session" / "domain" / "decide" / "floor.py"
    path.write_text(path.read_text("utf-8").replace("@decides(c.PauseSpeech)\n", ""), "utf-8")
    command = [sys.executable, "-c", "import ipu_session.domain.decide"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "commands without a decision function" in done.stderr
    assert "PauseSpeech" in done.stderr
