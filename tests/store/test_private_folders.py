"""Another user of the machine can neither read nor plant what an emergency keeps (docs/rules.md#promise-r15)."""

import json
import os
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ipu_session.app import paths
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.files import private_folder
from ipu_session.store.files.lock import lock_path, read_lock_holder
from ipu_session.store.journal.emergency_journal import find_emergency_files, read_emergency_file
from ipu_session.store.journal.open_session import open_journal
from tests.narrowing import not_none
from tests.store.buffered_session import Kept
from tests.store.files import a_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "disk").mkdir()
    return a_file(tmp_path / "disk" / "d.ipusession")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder such as /tmp, where anybody may put things."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> bytes:
    """A sound emergency copy of the session, with one act; and the session without it."""
    kept = Kept(path, [tmp_path / "emergency"])
    path.rename(path.with_name("away"))
    kept.note("planted")
    kept.service.close()
    path.with_name("away").rename(path)
    [found] = find_emergency_files([tmp_path / "emergency"])
    return found.path.read_bytes()


def test_a_folder_that_others_can_write_into_is_not_read(path: Path, shared: Path, copy: bytes) -> None:
    (shared / "planted.jsonl").write_bytes(copy)
    kept = Kept(path, [shared])
    assert (kept.found.recovered_count, kept.found.offered_copy, kept.found.mismatched) == (0, None, ())
    kept.service.close()


def test_a_folder_of_another_user_is_neither_read_nor_written(
    path: Path, tmp_path: Path, copy: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, mine = tmp_path / "theirs", tmp_path / "mine"
    theirs.mkdir(mode=0o700)
    (theirs / "planted.jsonl").write_bytes(copy)
    is_mine = private_folder._is_owned_by_user
    number = theirs.stat().st_ino
    monkeypatch.setattr(private_folder, "_is_owned_by_user", lambda found: is_mine(found) and found.st_ino != number)
    kept = Kept(path, [theirs, mine])
    assert (kept.found.recovered_count, kept.found.offered_copy) == (0, None)
    path.rename(path.with_name("away"))
    kept.note("one")
    kept.service.close()
    assert [found.name for found in theirs.iterdir()] == ["planted.jsonl"]
    assert len(list(find_emergency_files([mine]))) == 1


def test_a_link_to_a_folder_is_not_followed(path: Path, tmp_path: Path, copy: bytes) -> None:
    target = tmp_path / "target"
    target.mkdir(mode=0o700)
    (target / "planted.jsonl").write_bytes(copy)
    (tmp_path / "link").symlink_to(target)
    kept = Kept(path, [tmp_path / "link"])
    assert kept.found.recovered_count == 0
    path.rename(path.with_name("away"))
    kept.note("one")
    assert kept.service.save_status().emergency_copy == ""
    kept.service.close()


def a_pipe(path: Path, copy: bytes) -> None:
    os.mkfifo(path)


def a_link(path: Path, copy: bytes) -> None:
    path.with_name("elsewhere").write_bytes(copy)
    path.symlink_to("elsewhere")


def a_device(path: Path, copy: bytes) -> None:
    path.symlink_to("/dev/zero")


def a_folder(path: Path, copy: bytes) -> None:
    path.mkdir()


def a_giant(path: Path, copy: bytes) -> None:
    with path.open("wb") as file:
        file.write(copy)
        file.truncate(10**12)


def a_deep_one(path: Path, copy: bytes) -> None:
    path.write_text("[" * 1_000_000)


def another_users(path: Path, copy: bytes) -> None:
    path.write_bytes(copy)


@pytest.mark.parametrize("plant", [a_pipe, a_link, a_device, a_folder, a_giant, a_deep_one, another_users])
def test_only_regular_files_of_ones_own_are_read(
    path: Path, tmp_path: Path, copy: bytes, plant: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "planted"
    folder.mkdir(mode=0o700)
    plant(folder / "x.jsonl", copy)
    if plant is another_users:
        number = (folder / "x.jsonl").stat().st_ino
        monkeypatch.setattr(private_folder, "_is_owned_by_user", lambda found: found.st_ino != number)
    read = []
    # A pipe that is waited for would hold the test for ever.
    beside = threading.Thread(target=lambda: read.append(Kept(path, [folder]).found.recovered_count), daemon=True)
    beside.start()
    beside.join(60)
    assert read == [0]


def test_folder_copy_and_session_in_it_are_for_their_owner_alone(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "emergency"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    old = os.umask(0)
    try:
        kept = Kept(path, [folder])
        path.rename(path.with_name("away"))
        kept.note("one")
        kept.service.close()
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(found.stat().st_mode) for found in folder.iterdir()} == {0o600}


def test_a_forged_copy_that_does_not_continue_the_chain_is_told_and_not_taken(
    path: Path, tmp_path: Path, copy: bytes
) -> None:
    folder = tmp_path / "planted"
    folder.mkdir(mode=0o700)
    head, *rest = copy.decode().splitlines(keepends=True)
    said = json.loads(head)
    (folder / "x.jsonl").write_text("".join([json.dumps({**said, "hash": "0" * 64}) + "\n", *rest]))
    assert not_none(read_emergency_file(folder / "x.jsonl")).is_broken
    kept = Kept(path, [folder])
    assert kept.found.recovered_count == 0
    assert kept.found.mismatched == (folder / "x.jsonl",)
    kept.service.close()


EMERGENCY_DIRS_WITHOUT_ROOM = """
from ipu_session.app import paths
from tests.full_disk import no_room
with no_room():
    folders = paths.emergency_dirs()
print(*folders, sep="\\n")
"""


def test_the_folders_carry_the_users_number_and_full_disks_do_not_stop_the_start() -> None:
    temporary = Path(tempfile.gettempdir())
    assert temporary / f"ipu-session-emergency-{os.getuid()}" in paths.emergency_dirs()
    # In a new process, because this one remembers its temporary folder.
    found = subprocess.run(
        [sys.executable, "-c", EMERGENCY_DIRS_WITHOUT_ROOM],
        cwd=Path(__file__).parents[2],
        env={name: value for name, value in os.environ.items() if name != "XDG_RUNTIME_DIR"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert found.stdout.splitlines() == [str(paths.data_dir() / "emergency")]


@pytest.mark.parametrize("plant", [a_pipe, a_link, a_folder], ids=lambda plant: plant.__name__)
def test_what_somebody_put_in_the_place_of_a_lock_is_refused_and_not_waited_for(
    path: Path, plant: Callable[..., object]
) -> None:
    plant(lock_path(path), b"{}")
    assert read_lock_holder(path) == ""
    with pytest.raises(StoreError) as refused:
        open_journal(path)
    assert refused.value.code is StoreErrorCode.LOCK_UNREADABLE
