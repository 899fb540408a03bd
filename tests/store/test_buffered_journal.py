"""A disk that says no at any call: the debate goes on, nothing is lost, and nothing is written twice."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.events.notes import NoteTaken
from ipu_session.domain.history import JournalRow
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreErrorCode
from ipu_session.store.journal.emergency_journal import find_emergency_files
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import FakeClock
from tests.patience import PATIENCE_S
from tests.soak_figures import Figures
from tests.store.buffered_session import Kept
from tests.store.files import a_file, rows_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "disk").mkdir()
    return a_file(tmp_path / "disk" / "d.ipusession")


def note_texts(rows: Iterable[JournalRow]) -> list[str]:
    return [row.event.text for row in rows if isinstance(row.event, NoteTaken)]


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    return [tmp_path / "data" / "emergency", tmp_path / "elsewhere"]


def test_a_file_that_went_away_keeps_the_debate_going_and_is_written_when_it_is_back(
    path: Path, folders: list[Path]
) -> None:
    kept = Kept(path, folders)
    path.rename(path.with_name("moved"))
    for text in ("one", "two", "three"):
        kept.note(text)
    kept.service.save_draft("note", "half a tho")
    kept.service.save_attachment(b"a file that came")
    unsaved = kept.service.save_status()
    assert (unsaved.pending_commands, kept.trouble) == (3, StoreErrorCode.MISSING)
    [copy] = find_emergency_files(folders)
    assert note_texts(act.rows[-1] for act in copy.transactions) == ["one", "two", "three"]
    assert copy.drafts == {"note": "half a tho"}
    assert copy.path.stat().st_mode & 0o777 == 0o600
    assert kept.service.read_draft("note") == "half a tho"
    path.with_name("moved").rename(path)
    kept.service.poll()
    assert kept.trouble is StoreErrorCode.MISSING, "tried again too soon"
    kept.clock.advance(40)
    kept.service.poll()
    assert kept.trouble is None
    assert kept.service.read_draft("note") == "half a tho"
    kept.agrees()


def test_a_file_that_was_deleted_is_put_back_when_asked(path: Path, folders: list[Path]) -> None:
    kept = Kept(path, folders)
    path.unlink()
    kept.note("one")
    kept.clock.advance(60)
    kept.service.poll()
    assert not path.exists(), "nobody asked for it"
    kept.service.flush()
    assert kept.trouble is None
    kept.note("two")
    kept.agrees()


def test_it_is_put_back_on_a_memory_stick_which_knows_no_links(
    path: Path, folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(path, folders)
    path.unlink()
    kept.note("one")

    def no_links(*paths: Path) -> NoReturn:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    kept.service.flush()
    assert kept.trouble is None
    kept.agrees()


def test_a_file_replaced_by_a_copy_of_itself_is_gone_on_with(path: Path, folders: list[Path]) -> None:
    kept = Kept(path, folders)
    shutil.copy(path, path.with_name("copy"))
    path.with_name("copy").replace(path)
    kept.note("one")
    assert kept.trouble is None
    kept.agrees()


def test_what_waits_at_closing_is_taken_over_at_the_next_opening(path: Path, folders: list[Path]) -> None:
    kept = Kept(path, folders)
    hidden = path.with_name("hidden")
    path.rename(hidden)
    kept.note("one")
    kept.note("two")
    kept.service.save_draft("note", "half")
    told = kept.service.session
    kept.service.close()
    hidden.rename(path)
    again = Kept(path, folders)
    assert again.found.recovered_count == 2
    assert again.service.session == told
    assert again.service.read_draft("note") == "half"
    assert list(find_emergency_files(folders)) == []
    again.agrees()


def test_a_copy_of_a_file_that_changed_meanwhile_is_told_and_kept(path: Path, folders: list[Path]) -> None:
    kept = Kept(path, folders)
    hidden = path.with_name("hidden")
    path.rename(hidden)
    kept.note("one")
    kept.service.close()
    hidden.rename(path)
    foreign = SessionService(open_journal(path), FakeClock(1_647_960_000_000))
    foreign.execute(c.TakeNote("somebody else's"))
    foreign.close()
    again = Kept(path, folders)
    [copy] = find_emergency_files(folders)
    assert (again.found.recovered_count, again.found.mismatched) == (0, (copy.path,))
    again.service.close()
    assert copy.path.exists()


def test_a_copy_made_for_another_place_is_offered_and_taken_when_accepted(path: Path, folders: list[Path]) -> None:
    kept = Kept(path, folders)
    moved = path.with_name("moved.ipusession")
    path.rename(moved)
    kept.note("one")
    kept.service.close()
    offered = Kept(moved, folders)
    assert offered.found.offered_copy is not None
    assert offered.found.recovered_count == 0
    offered.service.close()
    taken = Kept(moved, folders, offered.found.offered_copy)
    assert taken.found.recovered_count == 1
    taken.agrees()


def test_a_line_cut_off_by_a_power_cut_is_passed_over(path: Path, folders: list[Path]) -> None:
    kept = Kept(path, folders)
    hidden = path.with_name("hidden")
    path.rename(hidden)
    kept.note("one")
    kept.note("two")
    kept.service.close()
    [copy] = find_emergency_files(folders)
    copy.path.write_bytes(copy.path.read_bytes()[:-9])
    hidden.rename(path)
    again = Kept(path, folders)
    assert again.found.recovered_count == 1
    again.service.close()


def test_where_no_copy_can_be_written_it_is_said_and_all_is_kept_in_memory(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    kept = Kept(path, [blocked / "emergency"])
    hidden = path.with_name("hidden")
    path.rename(hidden)
    kept.note("one")
    assert kept.service.save_status().emergency_copy == ""
    hidden.rename(path)
    kept.service.flush()
    kept.agrees()


def test_another_program_that_holds_the_file_makes_acts_wait_and_no_more(path: Path, folders: list[Path]) -> None:
    kept = Kept(path, folders)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("begin immediate")
    kept.note("one")
    assert kept.trouble is StoreErrorCode.IN_USE
    holder.execute("rollback")
    holder.close()
    kept.clock.advance(30)
    kept.service.poll()
    assert kept.trouble is None
    kept.agrees()


ACTS = ROOT / "tests" / "store" / "commands_on_failing_disk.py"
CALLS = ("pwrite64", "fdatasync", "fsync", "unlink", "openat")


def injected(path: Path, folders: list[Path], call: str, error: str, number: int) -> list[str]:
    """Hold twelve acts and more with three calls failing from the number-th on; return what was said."""
    command = ["strace", "-f", "-qq", "-e", f"trace={call}"]
    command += ["-P", str(path), "-P", f"{path}-journal", "-P", str(path.parent)]
    command += ["-e", f"inject={call}:error={error}:when={number}..{number + 2}", "-o", "/dev/null"]
    done = subprocess.run(
        [*command, sys.executable, str(ACTS), str(path), *map(str, folders)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, (call, error, number, done.stderr[-2000:])
    return done.stdout.split()


def sweep(tmp_path: Path, folders: list[Path], calls: Sequence[str], numbers: Sequence[int]) -> int:
    """Make each call fail at each of these; count how often an act had to wait."""
    waited = 0
    for call in calls:
        for error in ("ENOSPC", "EIO"):
            for number in numbers:
                path = a_file(tmp_path / f"{call}-{error}-{number}.ipusession")
                acts, version, troubles = injected(path, folders, call, error, number)
                assert int(acts) >= 12
                rows = rows_of(path)
                assert rows[-1].version == int(version), (call, error, number)
                texts = note_texts(rows)
                assert len(texts) == len(set(texts))
                assert check_file(path) == ()
                assert list(find_emergency_files(folders)) == []
                waited += int(troubles) > 0
    return waited


def test_some_calls_fail_over_twelve_acts_and_memory_is_the_disk_afterwards(
    tmp_path: Path, folders: list[Path]
) -> None:
    assert sweep(tmp_path, folders, ("pwrite64", "fdatasync", "openat"), (9,)) > 0


@pytest.mark.soak("R4")
def test_every_call_fails_once_over_twelve_acts(tmp_path: Path, folders: list[Path], figures: Figures) -> None:
    numbers = range(1, 120, 5)
    waited = sweep(tmp_path, folders, CALLS, numbers)
    figures(debates=len(CALLS) * 2 * len(numbers), acts_had_to_wait_in=waited, lost=0, written_twice=0)
    assert waited >= 100
