"""More than thirty session files that are none, or no longer, each with the trouble it is told by."""

import os
import shutil
import socket
import sqlite3
import struct
from pathlib import Path

from ipu_session.store.journal.hash_chain import hash_row
from tests.store.files import rows_of


def sql(path: Path, *statements: str) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        database.execute(statement)
    database.close()


def patch(path: Path, place: int, data: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[place : place + len(data)] = data
    path.write_bytes(whole)


def forge(path: Path, version: int, kind: str, payload: str) -> None:
    """Change an event and work out every hash anew, as somebody with time on their hands may."""
    database = sqlite3.connect(path)
    database.execute("update journal set kind = ?, payload = ? where version = ?", (kind, payload, version))
    previous = ""
    for row in database.execute("select version, at_ms, act, kind, payload from journal order by version").fetchall():
        said = hash_row(previous, row)
        database.execute("update journal set previous = ?, hash = ? where version = ?", (previous, said, row[0]))
        previous = said
    database.commit()
    database.close()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("Dear colleagues,\n" * 50)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def a_zip(path: Path) -> None:
    path.write_bytes(b"PK\3\4" + bytes(4000))


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def cut_after_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])


def cut_in_the_middle(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_by_one_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def another_programs(path: Path) -> None:
    path.unlink()
    sql(path, "create table photos(x)", "insert into photos values (1)")


def another_program_with_our_name(path: Path) -> None:
    another_programs(path)
    sql(path, "pragma application_id = 0x49505553", "pragma user_version = 3")


def newer(path: Path) -> None:
    sql(path, "pragma user_version = 99")


def older_than_any(path: Path) -> None:
    sql(path, "pragma user_version = 0")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    path.unlink()
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def a_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def nothing(path: Path) -> None:
    path.unlink()


def a_link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("none"))


def a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def a_view_as_table(path: Path) -> None:
    sql(path, "alter table draft rename to d2", "create view draft as select * from d2")


def a_list_of_tables_in_bytes(path: Path) -> None:
    sql(path, "pragma writable_schema=on", "update sqlite_schema set sql = cast(sql as blob) where name = 'journal'")


def an_endless_view(path: Path) -> None:
    sql(
        path,
        "drop table draft",
        "create view draft as with recursive n(x) as (select 1 union all select x+1 from n) select x from n",
    )


def a_trigger(path: Path) -> None:
    sql(path, "create trigger t after insert on journal begin delete from journal; end")


def a_virtual_table(path: Path) -> None:
    sql(path, "drop table draft", "create virtual table draft using fts5(key, text, hash)")


def a_generated_column(path: Path) -> None:
    sql(
        path,
        "drop table draft",
        "create table draft(key text primary key, text text not null, hash text as (upper(text))) strict",
    )


def a_strange_table(path: Path) -> None:
    sql(path, "create table more(x)")


def an_index_of_somebody_else(path: Path) -> None:
    sql(path, "create index more on journal(kind)")


def a_missing_column(path: Path) -> None:
    sql(path, "alter table draft rename column text to body")


def no_tables(path: Path) -> None:
    sql(path, "drop table journal", "drop table draft")


def a_huge_page_count(path: Path) -> None:
    patch(path, 28, struct.pack(">I", 0x7FFFFFFF))


def a_wrong_page_size(path: Path) -> None:
    patch(path, 16, struct.pack(">H", 513))


def another_encoding(path: Path) -> None:
    patch(path, 56, struct.pack(">I", 2))


def an_unknown_schema_format(path: Path) -> None:
    patch(path, 44, struct.pack(">I", 5))


def a_write_ahead_log(path: Path) -> None:
    sql(path, "pragma journal_mode = wal", "pragma wal_checkpoint(truncate)")


def a_cell_of_300_mb(path: Path) -> None:
    sql(path, "update journal set payload = zeroblob(300000000) || '' where version = 5")


def somebody_elses_journal(path: Path) -> None:
    """A journal that SQLite would take for this file's own, and would write into it."""
    other = path.with_name("other")
    shutil.copy(path, other)
    sql(other, "update journal set payload = hex(zeroblob(20000)) where version = 3")
    database = sqlite3.connect(other, isolation_level=None)
    database.execute("pragma cache_size = 1")
    database.execute("begin immediate")
    database.execute("update journal set payload = payload || hex(zeroblob(20000))")
    left = path.with_name("other-journal").read_bytes()
    database.execute("rollback")
    database.close()
    other.unlink()
    path.with_name(f"{path.name}-journal").write_bytes(left)


def a_newer_event(path: Path) -> None:
    sql(path, "update journal set kind = 'FloorTeleported' where version = 5")


def a_newer_event_in_order(path: Path) -> None:
    forge(path, 5, "FloorTeleported", "{}")


def a_changed_event(path: Path) -> None:
    sql(path, "update journal set payload = replace(payload, 'first', 'other')")


def a_missing_event(path: Path) -> None:
    sql(path, "delete from journal where version = 9")


def a_wrong_hash(path: Path) -> None:
    sql(path, "update journal set hash = upper(hash) where version = 7")


def _loose(path: Path, *statements: str) -> None:
    """Replace the journal by a table of its name that takes anything."""
    sql(
        path,
        "create table j(version, at_ms, act, kind, payload, previous, hash)",
        "insert into j select * from journal",
        "drop table journal",
        "alter table j rename to journal",
        *statements,
    )


def an_event_twice(path: Path) -> None:
    _loose(path, "insert into journal select * from journal where version = 4")


def a_text_where_a_number_belongs(path: Path) -> None:
    _loose(path, "update journal set at_ms = 'noon' where version = 4")


def bytes_where_a_text_belongs(path: Path) -> None:
    _loose(path, "update journal set payload = x'00ff' where version = 4")


def a_nul_in_a_text(path: Path) -> None:
    sql(path, "update journal set payload = payload || char(0) || 'more' where version = 4")


def no_json(path: Path) -> None:
    forge(path, 2, "SittingOpened", "not JSON")


def nested_deeply(path: Path) -> None:
    forge(path, 2, "SittingOpened", "[" * 100_000 + "]" * 100_000)


def a_huge_number(path: Path) -> None:
    forge(path, 2, "Rewound", '{"to_version":' + "9" * 6000 + "}")


def an_undo_that_leads_to_itself(path: Path) -> None:
    last = rows_of(path)[-1]
    forge(path, last.version, "Rewound", f'{{"to_version":{last.version}}}')


def an_undo_to_the_future(path: Path) -> None:
    last = rows_of(path)[-1]
    forge(path, last.version, "Rewound", f'{{"to_version":{10**15}}}')


def an_event_about_nobody(path: Path) -> None:
    last = rows_of(path)[-1]
    forge(path, last.version, "SpeechPaused", '{"intervention":424242}')


REFUSED = [
    (empty, "empty-session"),
    (text, "not-a-session"),
    (zeros, "not-a-session"),
    (a_zip, "not-a-session"),
    (cut_in_the_header, "damaged-session"),
    (cut_after_a_page, "cut-session"),
    (cut_in_the_middle, "cut-session"),
    (cut_by_one_byte, "cut-session"),
    (another_programs, "not-a-session"),
    (another_program_with_our_name, "foreign-objects"),
    (newer, "newer-session"),
    (older_than_any, "damaged-session"),
    (a_folder, "is-a-directory"),
    (a_pipe, "not-a-file"),
    (a_socket, "not-a-file"),
    (a_device, "not-a-file"),
    (nothing, "missing"),
    (a_link_to_nothing, "missing"),
    (a_link_to_itself, "missing"),
    (a_view_as_table, "foreign-objects"),
    (a_list_of_tables_in_bytes, "damaged-session"),
    (an_endless_view, "foreign-objects"),
    (a_trigger, "foreign-objects"),
    (a_virtual_table, "foreign-objects"),
    (a_generated_column, "foreign-objects"),
    (a_strange_table, "foreign-objects"),
    (an_index_of_somebody_else, "foreign-objects"),
    (a_missing_column, "damaged-session"),
    (no_tables, "damaged-session"),
    (a_huge_page_count, "cut-session"),
    (a_wrong_page_size, "not-a-session"),
    (another_encoding, "other-mode"),
    (an_unknown_schema_format, "damaged-session"),
    (a_write_ahead_log, "other-mode"),
    (a_cell_of_300_mb, "damaged-session"),
    (somebody_elses_journal, "other-journal"),
    (a_newer_event, "damaged-session"),
    (a_newer_event_in_order, "newer-session"),
    (a_changed_event, "damaged-session"),
    (a_missing_event, "damaged-session"),
    (a_wrong_hash, "damaged-session"),
    (an_event_twice, "damaged-session"),
    (a_text_where_a_number_belongs, "damaged-session"),
    (bytes_where_a_text_belongs, "damaged-session"),
    (a_nul_in_a_text, "damaged-session"),
    (no_json, "damaged-session"),
    (nested_deeply, "damaged-session"),
    (a_huge_number, "damaged-session"),
    (an_undo_that_leads_to_itself, "impossible-event"),
    (an_undo_to_the_future, "impossible-event"),
    (an_event_about_nobody, "impossible-event"),
]
"""(how a good file is spoiled, the trouble it is told by)"""
