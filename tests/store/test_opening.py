"""Files from elsewhere: each is refused for its own reason, quickly, and stays as it was."""

import os
import sqlite3
import struct
import time

import pytest

from ipu_session.store.check import FaultCode, check_file
from ipu_session.store.errors import StoreError
from ipu_session.store.lock import lock_path
from ipu_session.store.migrations import STEPS
from ipu_session.store.opening import open_journal, upgrade
from tests.store.files import a_file, rows_of


def sql(path, *statements):
    database = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        database.execute(statement)
    database.close()


def empty(path):
    path.write_bytes(b"")


def text(path):
    path.write_text("Dear colleagues,\n" * 50)


def cut_in_the_header(path):
    path.write_bytes(path.read_bytes()[:60])


def cut_in_the_middle(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def another_programs(path):
    path.unlink()
    sql(path, "create table photos(x)", "insert into photos values (1)")


def newer(path):
    sql(path, "pragma user_version = 99")


def a_view_as_table(path):
    sql(path, "alter table draft rename to d2", "create view draft as select * from d2")


def an_endless_view(path):
    sql(
        path,
        "drop table draft",
        "create view draft as with recursive n(x) as (select 1 union all select x+1 from n) select x from n",
    )


def a_trigger(path):
    sql(path, "create trigger t after insert on journal begin delete from journal; end")


def a_strange_table(path):
    sql(path, "create table more(x)")


def a_missing_column(path):
    sql(path, "alter table draft rename column text to body")


def no_tables(path):
    sql(path, "drop table journal", "drop table draft")


def a_newer_event(path):
    sql(path, "update journal set kind = 'FloorTeleported' where version = 5")


def a_changed_event(path):
    sql(path, "update journal set payload = replace(payload, 'first', 'other')")


def a_missing_event(path):
    sql(path, "delete from journal where version = 9")


REFUSED = [
    (empty, "empty-session"),
    (text, "not-a-session"),
    (cut_in_the_header, "damaged-session"),
    (cut_in_the_middle, "damaged-session"),
    (another_programs, "not-a-session"),
    (newer, "newer-session"),
    (a_view_as_table, "foreign-objects"),
    (an_endless_view, "foreign-objects"),
    (a_trigger, "foreign-objects"),
    (a_strange_table, "foreign-objects"),
    (a_missing_column, "damaged-session"),
    (no_tables, "damaged-session"),
    (a_newer_event, "damaged-session"),
    (a_changed_event, "damaged-session"),
    (a_missing_event, "damaged-session"),
]


@pytest.mark.parametrize(("spoil", "trouble"), REFUSED, ids=[spoil.__name__ for spoil, _ in REFUSED])
def test_a_file_that_is_not_sound_is_refused_for_its_own_reason_and_stays_as_it_was(tmp_path, spoil, trouble):
    path = a_file(tmp_path / "d.ipusession")
    spoil(path)
    before = path.read_bytes()
    start = time.perf_counter()
    with pytest.raises(StoreError) as refused:
        rows_of(path)
    assert time.perf_counter() - start < 2
    assert refused.value.trouble.value == trouble
    assert refused.value.path == str(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["d.ipusession"]


def test_a_directory_a_pipe_and_nothing_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name, trouble in (("pipe", "not-a-file"), ("folder", "is-a-directory"), ("none", "missing")):
        with pytest.raises(StoreError) as refused:
            open_journal(tmp_path / name)
        assert refused.value.trouble.value == trouble


def refusal_of(path):
    """Why a file is refused, or nothing."""
    try:
        rows_of(path)
    except StoreError as error:
        return error.trouble.value
    return ""


@pytest.mark.parametrize("bits", [0x10, 0x80, 0xFF])
def test_every_flipped_byte_is_found_or_does_no_harm(tmp_path, bits):
    path = a_file(tmp_path / "d.ipusession")
    whole = path.read_bytes()
    kept = rows_of(path)
    refused = 0
    for place in range(100, len(whole), 97):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])
        trouble = refusal_of(path)
        refused += bool(trouble)
        assert trouble in {"damaged-session", "foreign-objects"} or rows_of(path) == kept
        assert check_file(path) or not trouble
    assert refused > 20


@pytest.mark.parametrize(
    ("spoil", "code", "place"),
    [
        (a_changed_event, FaultCode.CHAIN, "event"),
        (a_missing_event, FaultCode.CHAIN, "event 9"),
        (a_newer_event, FaultCode.CHAIN, "event 5"),
        (a_trigger, FaultCode.SHAPE, "trigger t"),
        (no_tables, FaultCode.SHAPE, ""),
    ],
)
def test_check_names_each_fault_and_its_place(tmp_path, spoil, code, place):
    path = a_file(tmp_path / "d.ipusession")
    assert check_file(path) == ()
    spoil(path)
    first = check_file(path)[0]
    assert first.code is code
    assert first.place.startswith(place)


def test_check_refuses_what_is_no_session_at_all(tmp_path):
    path = tmp_path / "d.txt"
    text(path)
    with pytest.raises(StoreError):
        check_file(path)


def test_a_file_left_in_the_middle_of_a_commit_is_rolled_back(tmp_path):
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


def another_step(db):
    db.table("draft").add_column("kept_ms", int)


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(tmp_path):
    path = a_file(tmp_path / "d.ipusession")
    kept = rows_of(path)
    copy = upgrade(path, (*STEPS, another_step))
    assert rows_of(copy) == kept
    with path.open("rb") as file:
        assert struct.unpack(">I", file.read(64)[60:64]) == (len(STEPS) + 1,)
    with pytest.raises(StoreError) as newer_now:
        open_journal(path)
    assert newer_now.value.trouble.value == "newer-session"


def test_a_second_program_is_told_who_has_the_file_and_may_look_all_the_same(tmp_path):
    path = a_file(tmp_path / "d.ipusession")
    kept = rows_of(path)
    journal = open_journal(path)
    with pytest.raises(StoreError) as refused:
        open_journal(path)
    assert refused.value.trouble.value == "session-in-use"
    assert str(os.getpid()) in refused.value.place
    assert rows_of(path, read_only=True) == kept
    journal.close()
    assert rows_of(path) == kept


def test_a_lock_left_by_a_kill_is_taken_over(tmp_path):
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
def test_a_lock_of_another_machine_or_of_nobody_is_not_robbed(tmp_path, left, trouble):
    path = a_file(tmp_path / "d.ipusession")
    lock_path(path).write_text(left)
    with pytest.raises(StoreError) as refused:
        open_journal(path)
    assert refused.value.trouble.value == trouble
    assert lock_path(path).read_text() == left
    lock_path(path).unlink()
    assert rows_of(path)
