"""Two programs, two users, two machines, a crash: who holds a session is said, and a way past is given."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ipu_session.store.errors import StoreError
from ipu_session.store.files.lock import is_session_locked, lock_path, read_lock_holder, remove_lock
from ipu_session.store.journal.open_session import open_journal
from tests.narrowing import not_none
from tests.store.files import a_file, rows_of

ROOT = Path(__file__).parents[2]
HOLD = (
    "import sys; from pathlib import Path; from ipu_session.store.journal.open_session import open_journal\n"
    "j = open_journal(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path / "d.ipusession")


def test_a_live_lock_names_program_user_and_machine_and_cannot_be_removed(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    ) as other:
        assert not_none(other.stdout).readline() == "held\n"
        assert is_session_locked(path)
        assert str(other.pid) in read_lock_holder(path)
        assert "@" in read_lock_holder(path)
        with pytest.raises(StoreError) as refused:
            remove_lock(path)
        assert refused.value.code.value == "session-in-use"
        assert lock_path(path).exists()
        other.kill()
    assert not is_session_locked(path)
    assert rows_of(path)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"host": "podium-2", "pid": 3}'])
def test_a_lock_left_behind_is_removed_when_asked(path: Path, text: str) -> None:
    lock_path(path).write_text(text)
    with pytest.raises(StoreError):
        open_journal(path)
    remove_lock(path)
    assert not lock_path(path).exists()
    assert rows_of(path)


def test_a_lock_that_is_no_file_is_refused_and_nothing_is_followed(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    for make in (lambda lock: lock.symlink_to(victim), Path.mkdir):
        make(lock_path(path))
        with pytest.raises(StoreError) as refused:
            open_journal(path)
        assert refused.value.code.value == "lock-unreadable"
        assert victim.read_text() == "mine"
        lock_path(path).rmdir() if lock_path(path).is_dir() else lock_path(path).unlink()


def test_session_and_lock_are_for_their_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        path = a_file(tmp_path / "d.ipusession")
        journal = open_journal(path)
        modes = {stat.S_IMODE(found.stat().st_mode) for found in (path, lock_path(path))}
        journal.close()
    finally:
        os.umask(old)
    assert modes == {0o600}
