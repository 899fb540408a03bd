"""Another user's lock, file or folder: each is told by its own sentence, and nothing is touched (R11)."""

import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ipu_session.ui.strings.message_tables import ERROR_MESSAGES
from tests.patience import PATIENCE_S
from tests.store.another_user import PLACES

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tests" / "store" / "another_user.py"
Met = dict[str, tuple[list[tuple[str, str]], bool]]
"""By place: error code and line of each act, and whether all stayed as it was."""

REFUSALS = {
    "a_lock": ["session-in-use", "session-in-use", "", ""],
    "a_file_that_may_not_be_read": ["not-permitted", "not-permitted", "exists"],
    "a_file_that_may_only_be_read": ["read-only", ""],
    "a_folder_that_may_only_be_read": ["not-permitted", "", "not-permitted", "not-permitted"],
    "a_folder_that_may_not_be_entered": ["not-permitted", "not-permitted"],
}


@pytest.fixture(scope="module")
def met() -> Met:
    """What was said in each place; not in the tests' own folder, which only we may enter."""
    top = Path(tempfile.mkdtemp(prefix="ipu-session-two-users-"))
    top.chmod(0o755)
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(top)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    shutil.rmtree(top)
    assert done.returncode == 0, done.stderr
    told: Met = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("place", [place.__name__ for place in PLACES])
def test_what_is_somebody_elses_is_told_and_left_alone(met: Met, place: str) -> None:
    told, same = met[place]
    assert [trouble for trouble, _ in told] == REFUSALS[place]
    for trouble, line in told:
        assert not trouble or ERROR_MESSAGES[trouble] in line
        assert not trouble or f"{place}/" in line
    assert same


def test_another_users_lock_is_held_and_named_by_its_owner(met: Met) -> None:
    (_, opening), (_, removing), (_, held), (_, faults) = met["a_lock"][0]
    owner = pwd.getpwuid(os.geteuid()).pw_name
    assert f"d.ipusession, {owner}: " in opening
    assert f"d.ipusession, {owner}: " in removing
    assert (held, faults) == ("True", "()")
