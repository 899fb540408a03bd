"""Files from elsewhere: each is refused for its own reason, quickly, and stays as it was."""

import gc
import os
import sqlite3
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlite_utils.db import Database

from ipu_session.store.errors import StoreError
from ipu_session.store.files import validation
from ipu_session.store.files.lock import lock_path
from ipu_session.store.files.migrations import MIGRATION_STEPS
from ipu_session.store.journal.open_session import open_journal, upgrade_file
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.store.maintenance.integrity import IntegrityIssueCode, check_file
from tests.store.bad_files import a_changed_event, a_missing_event, a_newer_event, a_trigger, no_tables, text
from tests.store.files import a_file, rows_of


def refusal_of(path: Path) -> str:
    """Why a file is refused, or nothing."""
    try:
        rows_of(path)
    except StoreError as error:
        return error.code.value
    return ""


def open_connections() -> set[sqlite3.Connection]:
    """Return every connection of this process that is not closed."""
    found: set[sqlite3.Connection] = set()
    for thing in gc.get_objects():
        if type(thing) is sqlite3.Connection:
            # A closed one refuses every question.
            with suppress(sqlite3.ProgrammingError):
                assert thing.total_changes >= 0
                found.add(thing)
    return found


def test_a_file_that_is_refused_is_not_kept_open_while_the_refusal_is_told(tmp_path: Path) -> None:
    """Windows neither deletes nor replaces a file that is open."""
    path = a_file(tmp_path / "d.ipusession")
    text(path)
    before = open_connections()
    connection = sqlite3.connect(":memory:")
    assert open_connections() == {*before, connection}
    with pytest.raises(sqlite3.DatabaseError) as no_database:
        validation.connect(path, writing=True)
    with pytest.raises(FileNotFoundError) as not_there:
        SqliteJournal(tmp_path / "gone.ipusession", connection)
    assert open_connections() == before, (no_database, not_there)
    path.unlink()


@pytest.mark.parametrize("bits", [0x10, 0x80, 0xFF])
def test_every_flipped_byte_is_found_or_does_no_harm(tmp_path: Path, bits: int) -> None:
    path = a_file(tmp_path / "d.ipusession")
    whole = path.read_bytes()
    kept = rows_of(path)
    refused = 0
    for place in range(100, len(whole), 97):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])
        trouble = refusal_of(path)
        refused += bool(trouble)
        assert trouble in {"damaged-session", "foreign-objects", "cut-session"} or rows_of(path) == kept
        assert check_file(path) or not trouble
    assert refused > 20


@pytest.mark.parametrize(
    ("spoil", "code", "place"),
    [
        (a_changed_event, IntegrityIssueCode.CHAIN, "event"),
        (a_missing_event, IntegrityIssueCode.CHAIN, "event 9"),
        (a_newer_event, IntegrityIssueCode.CHAIN, "event 5"),
        (a_trigger, IntegrityIssueCode.SHAPE, "trigger t"),
        (no_tables, IntegrityIssueCode.SHAPE, ""),
    ],
)
def test_check_names_each_fault_and_its_place(
    tmp_path: Path, spoil: Callable[..., object], code: IntegrityIssueCode, place: str
) -> None:
    path = a_file(tmp_path / "d.ipusession")
    assert check_file(path) == ()
    spoil(path)
    first = check_file(path)[0]
    assert first.code is code
    assert first.location.startswith(place)


def test_check_refuses_what_is_no_session_at_all(tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    text(path)
    with pytest.raises(StoreError):
        check_file(path)


def test_a_file_left_in_the_middle_of_a_commit_is_rolled_back(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    kept = rows_of(path)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("pragma cache_size = 1")
    database.execute("begin immediate")
    database.execute("update journal set payload = payload || hex(zeroblob(20000))")
    hot = path.with_name("d.ipusession-journal").read_bytes()
    half = path.read_bytes()
    database.execute("rollback")
    database.close()
    assert half != path.read_bytes()
    path.write_bytes(half)
    path.with_name("d.ipusession-journal").write_bytes(hot)
    assert rows_of(path) == kept


def another_step(db: Database) -> None:
    db.table("draft").add_column("kept_ms", int)


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    kept = rows_of(path)
    copy = upgrade_file(path, (*MIGRATION_STEPS, another_step))
    assert rows_of(copy) == kept
    with path.open("rb") as file:
        assert struct.unpack(">I", file.read(64)[60:64]) == (len(MIGRATION_STEPS) + 1,)
    with pytest.raises(StoreError) as newer_now:
        open_journal(path)
    assert newer_now.value.code.value == "newer-session"


def test_a_second_program_is_told_who_has_the_file_and_may_look_all_the_same(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    kept = rows_of(path)
    journal = open_journal(path)
    with pytest.raises(StoreError) as refused:
        open_journal(path)
    assert refused.value.code.value == "session-in-use"
    assert str(os.getpid()) in refused.value.location
    assert rows_of(path, read_only=True) == kept
    journal.close()
    assert rows_of(path) == kept


def test_a_lock_left_by_a_kill_is_taken_over(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    journal = open_journal(path)
    left = lock_path(path).read_text()
    journal.close()
    lock_path(path).write_text(left)
    assert rows_of(path)
    assert not lock_path(path).exists()


@pytest.mark.parametrize(
    ("left", "trouble"),
    [
        ("", "lock-unreadable"),
        ("{", "lock-unreadable"),
        ('{"program": "ipu-session", "pid": 7, "host": "another-machine"}', "session-in-use-elsewhere"),
    ],
)
def test_a_lock_of_another_machine_or_of_nobody_is_not_robbed(tmp_path: Path, left: str, trouble: str) -> None:
    path = a_file(tmp_path / "d.ipusession")
    lock_path(path).write_text(left)
    with pytest.raises(StoreError) as refused:
        open_journal(path)
    assert refused.value.code.value == trouble
    assert lock_path(path).read_text() == left
    lock_path(path).unlink()
    assert rows_of(path)
