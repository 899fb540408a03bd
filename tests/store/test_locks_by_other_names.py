"""A session reached by another name, or whose lock was deleted, is still one session (docs/rules.md#promise-r11)."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from subprocess import Popen

import pytest

from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.files.lock import is_session_locked, lock_path, remove_lock
from ipu_session.store.files.os_locks import is_session_byte_locked, try_lock_session_byte, unlock_and_close
from ipu_session.store.journal.open_session import open_journal
from tests.namespaces import own_mounts
from tests.narrowing import not_none
from tests.store.bad_files import somebody_elses_journal
from tests.store.files import a_file, rows_of
from tests.store.test_locks import HOLD, ROOT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path / "d.ipusession")


@pytest.fixture
def holder(path: Path) -> Iterator[Popen[str]]:
    """Another process that has the session open."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
    ) as other:
        assert not_none(other.stdout).readline() == "held\n"
        yield other
        other.kill()


def linked_symbolically(path: Path) -> Path:
    other = path.parent / "elsewhere"
    other.mkdir()
    (other / "link.ipusession").symlink_to(path)
    return other / "link.ipusession"


def linked_by_folder(path: Path) -> Path:
    (path.parent / "folder").symlink_to(path.parent)
    return path.parent / "folder" / path.name


def linked_twice(path: Path) -> Path:
    return linked_by_folder(linked_symbolically(path))


def linked_hard(path: Path) -> Path:
    os.link(path, path.with_name("hard.ipusession"))
    return path.with_name("hard.ipusession")


def by_the_long_way(path: Path) -> Path:
    return path.parent / ".." / path.parent.name / path.name


def whose_lock_was_deleted(path: Path) -> Path:
    lock_path(path).unlink()
    return path


def whose_lock_was_replaced(path: Path) -> Path:
    lock_path(path).unlink()
    lock_path(path).write_text('{"host": "' + socket.gethostname() + '", "pid": 3}')
    return path


def that_was_renamed(path: Path) -> Path:
    return path.rename(path.with_name("renamed.ipusession"))


NAMES = (
    *(linked_symbolically, linked_by_folder, linked_twice, linked_hard, by_the_long_way),
    *(whose_lock_was_deleted, whose_lock_was_replaced, that_was_renamed),
)


@pytest.mark.parametrize("named", NAMES, ids=lambda named: named.__name__)
def test_a_session_that_another_process_holds_is_refused_by_any_name(
    path: Path, holder: Popen[str], named: Callable[[Path], Path]
) -> None:
    other = named(path)
    assert is_session_locked(other)
    acts: tuple[Callable[[Path], object], ...] = (open_journal, remove_lock)
    for act in acts:
        with pytest.raises(StoreError) as refused:
            act(other)
        assert refused.value.code is StoreErrorCode.IN_USE
        # By a hard link no lock file names the holder, and only Linux tells who has a file open.
        assert str(holder.pid) in refused.value.location or sys.platform != "linux"
    assert not (path.parent / "elsewhere" / "link.ipusession.lock").exists()
    assert lock_path(other) == lock_path(path) or not lock_path(other).exists()
    holder.kill()
    holder.wait()
    assert not is_session_locked(other)
    journal = open_journal(other)
    journal.close()
    assert rows_of(other)


@pytest.mark.parametrize("named", NAMES[:5], ids=lambda named: named.__name__)
def test_this_program_refuses_itself_as_well_and_keeps_its_own_locks(path: Path, named: Callable[[Path], Path]) -> None:
    # Closed even where the system follows no links and the test fails: the next would be blamed for it.
    with closing(open_journal(path)):
        with pytest.raises(StoreError) as refused:
            open_journal(named(path))
        assert refused.value.code is StoreErrorCode.IN_USE
        assert str(os.getpid()) in refused.value.location
    assert rows_of(path)


BOUND = """
set -e
mount --bind "$1/one" "$1/two"
touch "$1/three.ipusession"
mount --bind "$1/one/d.ipusession" "$1/three.ipusession"
{ echo; sleep 60; } | "$2" -c "$3" "$1/one/d.ipusession" > "$1/said" &
until [ -s "$1/said" ]; do sleep 0.1; done
for name in two/d.ipusession three.ipusession; do
    "$2" -m ipu_session unlock --remove "$1/$name" && echo "robbed: $name"
    "$2" -m ipu_session speakers "$1/$name" "$4" && echo "written: $name"
done
kill $!
"""


def test_a_session_is_the_same_through_a_bind_mount(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    a_file(tmp_path / "one" / "d.ipusession")
    speakers = ROOT / "resources" / "example" / "speakers-144.csv"
    done = subprocess.run(
        [*own_mounts(), "sh", "-c", BOUND, "sh", str(tmp_path), sys.executable, HOLD, str(speakers)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    assert "robbed" not in done.stdout, done.stderr
    assert "written" not in done.stdout, done.stderr
    assert done.stderr.count("is open in another program") == 4, done.stderr


def test_whoever_looks_whether_a_session_is_held_holds_nothing(path: Path) -> None:
    looking, other = os.open(path, os.O_RDWR), os.open(path, os.O_RDWR)
    try:
        assert not is_session_byte_locked(looking)
        assert try_lock_session_byte(other)
        assert is_session_byte_locked(looking)
    finally:
        unlock_and_close(other)
        unlock_and_close(looking)
    assert not is_session_locked(path)


def test_a_copy_is_another_session(path: Path, holder: Popen[str], tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "copy.ipusession"))
    assert not is_session_locked(copy)
    assert rows_of(copy)


def test_the_lock_of_another_is_not_removed_at_closing(path: Path) -> None:
    journal = open_journal(path)
    lock_path(path).unlink()
    lock_path(path).write_text('{"host": "podium-2"}')
    journal.close()
    assert lock_path(path).read_text() == '{"host": "podium-2"}'


def test_what_a_kill_left_of_another_file_is_noticed_through_a_link_as_well(path: Path) -> None:
    somebody_elses_journal(path)
    before = path.read_bytes()
    for name in (path, linked_symbolically(path)):
        with pytest.raises(StoreError) as refused:
            open_journal(name)
        assert refused.value.code is StoreErrorCode.OTHER_JOURNAL
        assert path.read_bytes() == before
