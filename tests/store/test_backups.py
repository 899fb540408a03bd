"""Backups: made when something changed, checked, thinned, and brought back (docs/rules.md#promise-r8)."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import FrameType

import pytest

from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance import file_snapshots
from ipu_session.store.maintenance.backups import Backup, Backups, select_prunable, summarize_session
from ipu_session.store.maintenance.file_snapshots import save_copy
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import FakeClock
from tests.call_observer import AnyFunction, observed_calls
from tests.narrowing import not_none
from tests.patience import PATIENCE_S
from tests.store.files import a_file, rows_of

NOW = 1_647_950_000_000
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path / "d.ipusession")


@pytest.fixture
def backups(tmp_path: Path, path: Path) -> Backups:
    return Backups(tmp_path / "data", path)


def note(path: Path, text: str = "more") -> None:
    service = SessionService(open_journal(path), FakeClock(NOW))
    service.execute(c.TakeNote(text))
    service.close()


def damage(path: Path) -> None:
    whole = path.read_bytes()
    place = whole.index(b"NoteTaken") + 2
    path.write_bytes(whole[:place] + b"X" + whole[place + 1 :])


def test_a_backup_is_made_when_something_changed_and_says_what_it_holds(path: Path, backups: Backups) -> None:
    made = backups.create_backup(NOW)
    assert made is not None
    assert (made.events, made.created_ms) == (len(rows_of(path)), NOW)
    assert check_file(made.path) == ()
    assert rows_of(made.path) == rows_of(path)
    assert backups.create_backup(NOW + MINUTE) is None
    note(path)
    assert not_none(backups.create_backup(NOW + 2 * MINUTE)).events == made.events + 1
    assert [backup.events for backup in backups.list_all()] == [made.events + 1, made.events]


def test_everything_is_for_its_owner_alone(path: Path, backups: Backups) -> None:
    seen: set[int] = set()

    def on_verify(verify: AnyFunction, frame: FrameType) -> None:
        seen.update(stat.S_IMODE(found.stat().st_mode) for found in backups.folder.iterdir())

    old = os.umask(0o000)
    try:
        with observed_calls([file_snapshots.verify_session_file], on_verify):
            backups.create_backup(NOW)
        assert seen == {0o600}, "what is being written"
        backups.copy_unverified(NOW)
    finally:
        os.umask(old)
    assert {stat.S_IMODE(found.stat().st_mode) for found in backups.folder.iterdir()} == {0o600}
    assert stat.S_IMODE(backups.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(backups.folder.parent.stat().st_mode) == 0o700


def test_a_damaged_session_never_pushes_out_a_good_copy(path: Path, backups: Backups) -> None:
    for minutes in range(0, 300, 20):
        note(path, f"{minutes}")
        backups.create_backup(NOW + minutes * MINUTE)
    before = backups.list_all()
    note(path)
    damage(path)
    with pytest.raises(StoreError):
        backups.create_backup(NOW + 40 * DAY)
    assert backups.list_all() == before
    assert [found.name for found in backups.folder.iterdir() if found.name.startswith(".")] == []


def test_nothing_is_thinned_when_the_latest_backup_has_rotted(path: Path, backups: Backups) -> None:
    for minutes in (0, 2, 4):
        note(path, f"{minutes}")
        backups.create_backup(NOW + minutes * MINUTE)
    before = backups.list_all()
    damage(before[0].path)
    with pytest.raises(StoreError):
        backups.prune(NOW + 5 * HOUR)
    assert backups.list_all() == before


def test_thinning_keeps_an_hour_whole_a_day_by_hours_a_month_by_days_and_the_latest_for_ever() -> None:
    every = [Backup(Path(str(n)), NOW - n * 5 * MINUTE, n, "") for n in range(40 * 288)]
    old = set(select_prunable(every, NOW))
    kept = [backup for backup in every if backup not in old]
    ages = [NOW - backup.created_ms for backup in kept]
    assert sum(age <= HOUR for age in ages) == 13
    assert sum(HOUR < age <= DAY for age in ages) in {23, 24}
    assert sum(age > DAY for age in ages) in {29, 30}
    assert select_prunable([Backup(Path("x"), 0, 1, "")], NOW) == ()
    assert select_prunable(kept, NOW) == ()


def test_a_backup_comes_back_and_the_present_file_is_kept_first(path: Path, backups: Backups) -> None:
    first = backups.create_backup(NOW)
    old = rows_of(path)
    note(path)
    new = rows_of(path)
    assert first is not None
    backups.restore(first, NOW + MINUTE)
    assert rows_of(path) == old
    assert check_file(path) == ()
    assert rows_of(backups.list_all()[0].path) == new
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_backup_comes_back_over_a_damaged_file_and_where_there_is_none(path: Path, backups: Backups) -> None:
    made = backups.create_backup(NOW)
    rows = rows_of(path)
    damage(path)
    spoiled = path.read_bytes()
    assert made is not None
    backups.restore(made, NOW)
    assert rows_of(path) == rows
    [kept] = backups.folder.glob("*as-it-was.ipusession")
    assert kept.read_bytes() == spoiled
    path.unlink()
    backups.restore(made, NOW + MINUTE)
    assert rows_of(path) == rows


def test_a_backup_that_rotted_is_not_put_in_place(path: Path, backups: Backups) -> None:
    made = backups.create_backup(NOW)
    assert made is not None
    damage(made.path)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        backups.restore(made, NOW)
    assert path.read_bytes() == before


def test_nothing_is_restored_over_a_session_that_somebody_has_open(path: Path, backups: Backups) -> None:
    made = backups.create_backup(NOW)
    journal = open_journal(path)
    assert made is not None
    with pytest.raises(StoreError) as refused:
        backups.restore(made, NOW)
    assert refused.value.code.value == "session-in-use"
    journal.close()


def test_what_a_backup_holds_is_told_with_what_it_has_in_common_with_the_file(path: Path, backups: Backups) -> None:
    made = backups.create_backup(NOW)
    note(path)
    journal = open_journal(path, read_only=True)
    digests = journal.digests()
    journal.close()
    assert made is not None
    found = summarize_session(made.path, digests)
    assert (found.events, found.common_events) == (made.events, made.events)
    assert (found.speeches, found.notes, found.sittings) == (3, 2, 1)
    assert summarize_session(path, digests).common_events == made.events + 1


def test_a_full_disk_is_told_and_leaves_nothing(path: Path, backups: Backups) -> None:
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from ipu_session.store.maintenance.backups import Backups\n"
        "from ipu_session.store.errors import StoreError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))\n"
        "try: Backups(Path(sys.argv[1]), Path(sys.argv[2])).create_backup(1)\n"
        "except StoreError as error: print(error.code.value)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(backups.folder.parents[1]), str(path)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    assert done.stdout.strip() in {"disk-full", "disk-trouble"}
    assert [found.name for found in backups.folder.iterdir()] == ["session.txt"]


def timed(service: SessionService) -> float:
    start = time.perf_counter()
    service.execute(c.TakeNote("meanwhile"))
    return time.perf_counter() - start


def test_acts_go_on_while_a_copy_of_a_large_session_is_made(tmp_path: Path, path: Path) -> None:
    journal = open_journal(path)
    journal.append((), [bytes([n]) * 4_000_000 for n in range(10)])
    service = SessionService(journal, FakeClock(NOW))
    alone = [timed(service) for _ in range(10)]
    copied = threading.Thread(target=save_copy, args=(path, tmp_path / "copy.ipusession"))
    begun = time.perf_counter()
    copied.start()
    waits: list[float] = []
    while copied.is_alive() or not waits:
        waits.append(timed(service))
        copied.join(0.05)
    copying = time.perf_counter() - begun
    service.close()
    # An act that waited for the copy would take as long; on a busy machine an act alone takes its time.
    assert max(waits) < max(copying / 2, 5 * max(alone)), (sorted(waits)[-5:], copying, max(alone))
    assert check_file(tmp_path / "copy.ipusession") == ()


def test_a_copy_is_one_whole_file_and_never_half_of_one(tmp_path: Path, path: Path) -> None:
    target = tmp_path / "copy.ipusession"
    save_copy(path, target)
    assert rows_of(target) == rows_of(path)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    before = target.read_bytes()
    damage(path)
    with pytest.raises(StoreError):
        save_copy(path, target)
    assert target.read_bytes() == before
    assert sorted(found.name for found in tmp_path.iterdir()) == ["copy.ipusession", "d.ipusession"]
    database = sqlite3.connect(target)
    assert database.execute("pragma freelist_count").fetchone() == (0,)
    database.close()
