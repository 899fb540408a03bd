"""Debates on small disks of their own, which fill up, turn read-only or vanish; run by test_real_disks.

It mounts them, so it needs a namespace of mounts. It plays them all, one after the other, and writes for each
what went wrong.
"""

import json
import os
import shutil
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ipu_session.app.cli import program
from ipu_session.app.messages import line_of
from ipu_session.domain import events as e
from ipu_session.domain.trouble import TroubleError
from ipu_session.report.errors import ReportError, ReportTrouble
from ipu_session.report.safe_write import replace_file, replace_keeping
from ipu_session.store.backups import Backups
from ipu_session.store.check import check_file
from ipu_session.store.copies import save_copy
from ipu_session.store.emergency import copies_in
from ipu_session.store.errors import StoreError, StoreTrouble
from ipu_session.store.lock import lock_path
from ipu_session.store.opening import create, open_journal
from tests.store.files import a_file, rows_of
from tests.store.keeping import Kept


def run(*command):
    subprocess.run([*map(str, command)], check=True)


class Disk:
    """A stick: what is on it stays while it is out."""

    def __init__(self, folder):
        self.stick, self.place = folder / "stick", folder / "disk"
        for made in (self.stick, self.place):
            made.mkdir()
        run("mount", "-t", "tmpfs", "-o", "size=256k", "none", self.stick)
        self.put_in()
        self.session = a_file(self.place / "d.ipusession")
        self.folders = [folder / "emergency", folder / "elsewhere"]

    def put_in(self, *, read_only=False):
        run("mount", "--bind", self.stick, self.place)
        if read_only:
            run("mount", "-o", "remount,bind,ro", self.place)

    def pull(self):
        """As a stick is pulled: whatever is open on it."""
        run("umount", "--lazy", self.place)

    def take_away(self):
        for mounted in (self.place, self.stick):
            subprocess.run(["umount", "--lazy", str(mounted)], capture_output=True, check=False)

    def fill(self):
        with (self.place / "filler").open("wb", buffering=0) as filler:
            for size in (4096, 1):
                try:
                    while filler.write(b"x" * size):
                        pass
                except OSError:
                    continue

    def empty(self):
        (self.place / "filler").unlink()


def debate(kept, first, last):
    """Acts, a half-typed text and a file; more than a page of the session's file each."""
    for number in range(first, last):
        kept.note(f"note {number} " + "x" * 3000)
    kept.service.keep_draft("note", f"half {last}")
    kept.service.keep_file(f"file {last}".encode())


def saved(kept, path, notes):
    """Once the disk takes it everything is there, in order, none twice, and memory is the file."""
    kept.clock.forward(40)
    kept.service.beat()
    assert kept.trouble is None, kept.trouble
    assert kept.service.draft("note") == f"half {notes}"
    kept.agrees()
    taken = [row.event.text for row in rows_of(path) if isinstance(row.event, e.NoteTaken)]
    assert [text.split(" x")[0] for text in taken[2:]] == [f"note {number}" for number in range(notes)]
    assert not lock_path(path).exists()


def refused(trouble, act, *arguments):
    """An act that is refused for this reason."""
    with pytest.raises((StoreError, ReportError)) as told:
        act(*arguments)
    assert told.value.trouble is trouble, told.value


def told(*arguments):
    """What the command line says when it says no."""
    with pytest.raises(TroubleError) as refusal:
        program([*map(str, arguments)], standalone_mode=False)
    return line_of(refusal.value)


def a_full_disk(disk):
    """Acts wait beside it until there is room; nothing half-written is left by whoever writes."""
    disk.folders[0] = disk.place / "emergency"
    kept = Kept(disk.session, disk.folders)
    debate(kept, 0, 3)
    report = disk.place / "report.docx"
    report.write_bytes(b"yesterday's")
    disk.fill()
    before = set(disk.place.iterdir())
    debate(kept, 3, 12)
    assert kept.trouble is StoreTrouble.DISK_FULL
    [copy] = copies_in(disk.folders)
    assert copy.path.parent == disk.folders[1], "written on the full disk"
    refused(ReportTrouble.DISK_FULL, replace_file, report, b"today's" * 9999)
    refused(ReportTrouble.DISK_FULL, replace_keeping, report, b"today's" * 9999)
    refused(StoreTrouble.DISK_FULL, save_copy, disk.session, disk.place / "copy.ipusession")
    refused(StoreTrouble.DISK_FULL, create, disk.place / "new.ipusession")
    refused(StoreTrouble.DISK_FULL, Backups(disk.place, disk.session).make, 0)
    assert report.read_bytes() == b"yesterday's"
    left = {path for path in disk.place.rglob("*") if path.is_file() and path.stat().st_size} - before
    assert not left, left
    disk.empty()
    saved(kept, disk.session, 12)


def a_disk_full_from_the_first_act_and_closed(disk):
    """What waits at closing is taken over when there is room."""
    kept = Kept(disk.session, disk.folders)
    disk.fill()
    debate(kept, 0, 3)
    kept.service.close()
    disk.empty()
    again = Kept(disk.session, disk.folders)
    assert again.found.taken == 3, again.found
    saved(again, disk.session, 3)


def a_disk_that_turns_read_only(disk):
    """Acts wait; what is there can be read, and nothing on it is taken for ours to write."""
    kept = Kept(disk.session, disk.folders)
    debate(kept, 0, 3)
    before = disk.session.read_bytes()
    disk.pull()
    disk.put_in(read_only=True)
    debate(kept, 3, 6)
    assert kept.trouble in {StoreTrouble.READ_ONLY, StoreTrouble.NOT_PERMITTED}, kept.trouble
    kept.service.write_now()
    assert kept.trouble in {StoreTrouble.READ_ONLY, StoreTrouble.NOT_PERMITTED}, kept.trouble
    assert disk.session.read_bytes() == before
    disk.pull()
    disk.put_in()
    saved(kept, disk.session, 6)


def a_session_on_a_read_only_disk(disk):
    """Opening says so; looking at it works."""
    disk.pull()
    disk.put_in(read_only=True)
    refused(StoreTrouble.READ_ONLY, open_journal, disk.session)
    refused(StoreTrouble.READ_ONLY, create, disk.place / "new.ipusession")
    refused(StoreTrouble.READ_ONLY, save_copy, disk.session, disk.place / "copy.ipusession")
    refused(ReportTrouble.NOT_WRITABLE, replace_file, disk.place / "x.csv", b"x")
    assert "can only be read" in (text := told("speakers", disk.session, __file__)), text
    assert "cannot be written" in told(
        "export", disk.session, "-o", disk.place / "x.json", "--format", "json"
    )
    assert check_file(disk.session) == ()
    assert save_copy(disk.session, disk.stick.parent / "copy.ipusession").events
    disk.pull()
    disk.put_in()
    assert {path.name for path in disk.place.iterdir()} == {"d.ipusession"}


def a_pulled_stick(disk):
    """Acts wait beside it; the stick is put in again and all is written."""
    kept = Kept(disk.session, disk.folders)
    debate(kept, 0, 3)
    disk.pull()
    debate(kept, 3, 6)
    assert kept.trouble is StoreTrouble.MISSING, kept.trouble
    [copy] = copies_in(disk.folders)
    assert len(copy.acts) == 3
    disk.put_in()
    saved(kept, disk.session, 6)


def a_stick_that_comes_back_with_another_number(disk):
    """To the machine it is another disk: what lies on it says that it is ours."""
    kept = Kept(disk.session, disk.folders)
    debate(kept, 0, 3)
    disk.pull()
    debate(kept, 3, 6)
    kept.service.write_now()
    # In the folder that is left it would be hidden once the stick is back.
    assert (kept.trouble, list(disk.place.iterdir())) == (StoreTrouble.MISSING, [])
    disk.place.rmdir()
    kept.service.write_now()
    assert kept.trouble is StoreTrouble.MISSING, kept.trouble
    disk.place.mkdir()
    run("mount", "-t", "tmpfs", "-o", "size=512k", "none", disk.place)
    for found in disk.stick.iterdir():
        shutil.copy(found, disk.place)
    saved(kept, disk.session, 6)


def a_pulled_stick_and_a_kill(disk):
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
    assert again.found.taken == 3, again.found
    saved(again, disk.session, 6)


DEBATES = (
    a_full_disk,
    a_disk_full_from_the_first_act_and_closed,
    a_disk_that_turns_read_only,
    a_session_on_a_read_only_disk,
    a_pulled_stick,
    a_stick_that_comes_back_with_another_number,
    a_pulled_stick_and_a_kill,
)


def played(debate, folder):
    """Play one on a disk of its own and return what went wrong, if anything did."""
    folder.mkdir()
    disk = Disk(folder)
    with ThreadPoolExecutor(1) as beside:
        error = beside.submit(debate, disk).exception()
    disk.take_away()
    return "" if error is None else "".join(traceback.format_exception(error))


if __name__ == "__main__":
    print(
        json.dumps(
            {debate.__name__: played(debate, Path(sys.argv[1]) / debate.__name__) for debate in DEBATES}
        )
    )
