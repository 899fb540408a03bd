"""Debates on small disks of their own, which fill up, turn read-only or vanish; run by test_real_disks.

It mounts them, so it needs a namespace of mounts. It plays them all, one after the other, and writes for each
what went wrong.
"""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from pathlib import Path

import pytest

from ipu_session.app.cli.main import program
from ipu_session.app.error_lines import format_error
from ipu_session.domain import events as e
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.report.output_file import replace_file, replace_with_backup
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.files.lock import lock_path
from ipu_session.store.journal.emergency_journal import find_emergency_files
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.maintenance.backups import Backups
from ipu_session.store.maintenance.file_snapshots import save_copy
from ipu_session.store.maintenance.integrity import check_file
from tests.store.buffered_session import Kept
from tests.store.files import a_file, rows_of

ROOT = Path(__file__).parents[2]


def run(*command: Path | str) -> None:
    subprocess.run([*map(str, command)], check=True)


class Disk:
    """A stick: what is on it stays while it is out."""

    def __init__(self, folder: Path) -> None:
        self.stick, self.place = folder / "stick", folder / "disk"
        for made in (self.stick, self.place):
            made.mkdir()
        run("mount", "-t", "tmpfs", "-o", "size=256k", "none", self.stick)
        self.put_in()
        self.session = a_file(self.place / "d.ipusession")
        self.folders = [folder / "emergency", folder / "elsewhere"]

    def put_in(self, *, read_only: bool = False) -> None:
        run("mount", "--bind", self.stick, self.place)
        if read_only:
            run("mount", "-o", "remount,bind,ro", self.place)

    def pull(self) -> None:
        """As a stick is pulled: whatever is open on it."""
        run("umount", "--lazy", self.place)

    def take_away(self) -> None:
        for mounted in (self.place, self.stick):
            subprocess.run(["umount", "--lazy", str(mounted)], capture_output=True, check=False)

    def fill(self) -> None:
        with (self.place / "filler").open("wb", buffering=0) as filler:
            for size in (4096, 1):
                try:
                    while filler.write(b"x" * size):
                        pass
                except OSError:
                    continue

    def empty(self) -> None:
        (self.place / "filler").unlink()


def debate(kept: Kept, first: int, last: int) -> None:
    """Acts, a half-typed text and a file; more than a page of the session's file each."""
    for number in range(first, last):
        kept.note(f"note {number} " + "x" * 3000)
    kept.service.save_draft("note", f"half {last}")
    kept.service.save_attachment(f"file {last}".encode())


def saved(kept: Kept, path: Path, notes: int) -> None:
    """Once the disk takes it everything is there, in order, none twice, and memory is the file."""
    kept.clock.advance(40)
    kept.service.poll()
    assert kept.trouble is None, kept.trouble
    assert kept.service.read_draft("note") == f"half {notes}"
    kept.agrees()
    taken = [row.event.text for row in rows_of(path) if isinstance(row.event, e.NoteTaken)]
    assert [text.split(" x")[0] for text in taken[2:]] == [f"note {number}" for number in range(notes)]
    assert not lock_path(path).exists()


def refused(trouble: StrEnum, act: Callable[..., object], *arguments: Path | int | bytes) -> None:
    """An act that is refused for this reason."""
    with pytest.raises((StoreError, ReportError)) as told:
        act(*arguments)
    assert told.value.code is trouble, told.value


def told(*arguments: Path | str) -> str:
    """What the command line says when it says no."""
    with pytest.raises(UserFacingError) as refusal:
        program([*map(str, arguments)], standalone_mode=False)
    return format_error(refusal.value)


def a_full_disk(disk: Disk) -> None:
    """Acts wait beside it until there is room; nothing half-written is left by whoever writes."""
    disk.folders[0] = disk.place / "emergency"
    kept = Kept(disk.session, disk.folders)
    debate(kept, 0, 3)
    report = disk.place / "report.docx"
    report.write_bytes(b"yesterday's")
    disk.fill()
    before = set(disk.place.iterdir())
    debate(kept, 3, 12)
    assert kept.trouble is StoreErrorCode.DISK_FULL
    [copy] = find_emergency_files(disk.folders)
    assert copy.path.parent == disk.folders[1], "written on the full disk"
    refused(ReportErrorCode.DISK_FULL, replace_file, report, b"today's" * 9999)
    refused(ReportErrorCode.DISK_FULL, replace_with_backup, report, b"today's" * 9999)
    refused(StoreErrorCode.DISK_FULL, save_copy, disk.session, disk.place / "copy.ipusession")
    refused(StoreErrorCode.DISK_FULL, create_session_file, disk.place / "new.ipusession")
    refused(StoreErrorCode.DISK_FULL, Backups(disk.place, disk.session).create_backup, 0)
    assert report.read_bytes() == b"yesterday's"
    left = {path for path in disk.place.rglob("*") if path.is_file() and path.stat().st_size} - before
    assert not left, left
    disk.empty()
    saved(kept, disk.session, 12)


def a_disk_full_from_the_first_act_and_closed(disk: Disk) -> None:
    """What waits at closing is taken over when there is room."""
    kept = Kept(disk.session, disk.folders)
    disk.fill()
    debate(kept, 0, 3)
    kept.service.close()
    disk.empty()
    again = Kept(disk.session, disk.folders)
    assert again.found.recovered_count == 3, again.found
    saved(again, disk.session, 3)


def a_session_opened_on_a_full_disk(disk: Disk) -> None:
    """It opens, says so at once and goes on; nothing of no bytes is left that would keep it shut."""
    disk.fill()
    kept = Kept(disk.session, disk.folders)
    assert kept.trouble is StoreErrorCode.DISK_FULL
    assert kept.service.save_status().emergency_copy, "nothing could be kept anywhere"
    assert not lock_path(disk.session).exists()
    refused(StoreErrorCode.IN_USE, open_journal, disk.session)
    debate(kept, 0, 3)
    assert kept.trouble is StoreErrorCode.DISK_FULL
    disk.empty()
    kept.clock.advance(40)
    kept.service.poll()
    assert kept.trouble is None
    assert str(os.getpid()) in lock_path(disk.session).read_text(), "named as soon as there is room"
    saved(kept, disk.session, 3)


def a_full_disk_and_a_kill(disk: Disk) -> None:
    """Killed while the disk was full: the next opening is kept out by nothing, full or not."""
    for full in (True, False):
        disk.fill()
        child = os.fork()
        if child == 0:
            try:
                debate(Kept(disk.session, disk.folders), 0, 1 if full else 0)
                os._exit(0)
            finally:
                os._exit(1)
        assert os.waitpid(child, 0)[1] == 0
        if not full:
            disk.empty()
        again = Kept(disk.session, disk.folders)
        assert again.service.session.notes
        again.service.close()
        if full:
            disk.empty()
    notes = [row.event.text for row in rows_of(disk.session) if isinstance(row.event, e.NoteTaken)]
    assert notes[-1].startswith("note 0 ")
    assert not lock_path(disk.session).exists()


def a_lock_left_by_a_kill_and_a_full_disk(disk: Disk) -> None:
    """The lock that is there is written over, which needs no room."""
    lock_path(disk.session).write_text(json.dumps({"host": os.uname().nodename, "pid": 3}))
    disk.fill()
    kept = Kept(disk.session, disk.folders)
    assert kept.trouble is None, kept.trouble
    assert str(os.getpid()) in lock_path(disk.session).read_text()
    debate(kept, 0, 3)
    disk.empty()
    saved(kept, disk.session, 3)


def a_commit_that_was_cut_off_and_a_full_temporary_folder(disk: Disk) -> None:
    """What the kill left is looked at in another folder; where there is none the disk is said to be full."""
    code = "import sys; from tests.store.debates_on_real_disks import cut_off; cut_off(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(disk.session)], check=False, cwd=ROOT)
    assert disk.session.with_name("d.ipusession-journal").stat().st_size
    temporary, tempfile.tempdir = tempfile.tempdir, str(disk.place)
    elsewhere = disk.stick.parent / "copy"
    elsewhere.mkdir()
    for name in ("d.ipusession", "d.ipusession-journal"):
        shutil.copy(disk.place / name, elsewhere)
    disk.fill()
    try:
        refused(StoreErrorCode.DISK_FULL, open_journal, disk.session)
        assert {path.name for path in disk.place.iterdir()} == {"d.ipusession", "d.ipusession-journal", "filler"}
        open_journal(elsewhere / "d.ipusession").close()
    finally:
        tempfile.tempdir = temporary
    disk.empty()
    open_journal(disk.session).close()


def cut_off(path: str) -> None:
    """Die in the middle of a commit."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma cache_size=1")
    connection.execute("pragma cache_spill=1")
    connection.execute("begin immediate")
    connection.execute("update journal set payload = payload || ' '")
    os.kill(os.getpid(), signal.SIGKILL)


def a_disk_that_turns_read_only(disk: Disk) -> None:
    """Acts wait; what is there can be read, and nothing on it is taken for ours to write."""
    kept = Kept(disk.session, disk.folders)
    debate(kept, 0, 3)
    before = disk.session.read_bytes()
    disk.pull()
    disk.put_in(read_only=True)
    debate(kept, 3, 6)
    assert kept.trouble in {StoreErrorCode.READ_ONLY, StoreErrorCode.NOT_PERMITTED}, kept.trouble
    kept.service.flush()
    assert kept.trouble in {StoreErrorCode.READ_ONLY, StoreErrorCode.NOT_PERMITTED}, kept.trouble
    assert disk.session.read_bytes() == before
    disk.pull()
    disk.put_in()
    saved(kept, disk.session, 6)


def a_session_on_a_read_only_disk(disk: Disk) -> None:
    """Opening says so; looking at it works."""
    disk.pull()
    disk.put_in(read_only=True)
    refused(StoreErrorCode.READ_ONLY, open_journal, disk.session)
    refused(StoreErrorCode.READ_ONLY, create_session_file, disk.place / "new.ipusession")
    refused(StoreErrorCode.READ_ONLY, save_copy, disk.session, disk.place / "copy.ipusession")
    refused(ReportErrorCode.NOT_WRITABLE, replace_file, disk.place / "x.csv", b"x")
    assert "can only be read" in (text := told("speakers", disk.session, __file__)), text
    assert "cannot be written" in told("export", disk.session, "-o", disk.place / "x.json", "--format", "json")
    assert check_file(disk.session) == ()
    assert save_copy(disk.session, disk.stick.parent / "copy.ipusession").events
    disk.pull()
    disk.put_in()
    assert {path.name for path in disk.place.iterdir()} == {"d.ipusession"}


def a_pulled_stick(disk: Disk) -> None:
    """Acts wait beside it; the stick is put in again and all is written."""
    kept = Kept(disk.session, disk.folders)
    debate(kept, 0, 3)
    disk.pull()
    debate(kept, 3, 6)
    assert kept.trouble is StoreErrorCode.MISSING, kept.trouble
    [copy] = find_emergency_files(disk.folders)
    assert len(copy.transactions) == 3
    disk.put_in()
    saved(kept, disk.session, 6)


def a_stick_that_comes_back_with_another_number(disk: Disk) -> None:
    """To the machine it is another disk: what lies on it says that it is ours."""
    kept = Kept(disk.session, disk.folders)
    debate(kept, 0, 3)
    disk.pull()
    debate(kept, 3, 6)
    kept.service.flush()
    # In the folder that is left it would be hidden once the stick is back.
    assert (kept.trouble, list(disk.place.iterdir())) == (StoreErrorCode.MISSING, [])
    disk.place.rmdir()
    kept.service.flush()
    assert kept.trouble is StoreErrorCode.MISSING, kept.trouble
    disk.place.mkdir()
    run("mount", "-t", "tmpfs", "-o", "size=512k", "none", disk.place)
    for found in disk.stick.iterdir():
        shutil.copy(found, disk.place)
    saved(kept, disk.session, 6)


def a_pulled_stick_and_a_kill(disk: Disk) -> None:
    """The program ends while the stick is out: the next opening takes the acts over."""
    child = os.fork()
    if child == 0:
        try:
            kept = Kept(disk.session, disk.folders)
            debate(kept, 0, 3)
            disk.pull()
            debate(kept, 3, 6)
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    disk.put_in()
    again = Kept(disk.session, disk.folders)
    assert again.found.recovered_count == 3, again.found
    saved(again, disk.session, 6)


DEBATES = (
    a_full_disk,
    a_disk_full_from_the_first_act_and_closed,
    a_session_opened_on_a_full_disk,
    a_full_disk_and_a_kill,
    a_lock_left_by_a_kill_and_a_full_disk,
    a_commit_that_was_cut_off_and_a_full_temporary_folder,
    a_disk_that_turns_read_only,
    a_session_on_a_read_only_disk,
    a_pulled_stick,
    a_stick_that_comes_back_with_another_number,
    a_pulled_stick_and_a_kill,
)


def played(debate: Callable[..., object], folder: Path) -> str:
    """Play one on a disk of its own and return what went wrong, if anything did."""
    folder.mkdir()
    disk = Disk(folder)
    with ThreadPoolExecutor(1) as beside:
        error = beside.submit(debate, disk).exception()
    disk.take_away()
    return "" if error is None else "".join(traceback.format_exception(error))


if __name__ == "__main__":
    print(json.dumps({debate.__name__: played(debate, Path(sys.argv[1]) / debate.__name__) for debate in DEBATES}))
