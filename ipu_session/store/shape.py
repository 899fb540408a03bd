"""What a session file is told by, before anything in it is believed."""

import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from ipu_session.store.errors import StoreError, StoreTrouble
from ipu_session.store.migrations import APPLICATION_ID, STEPS

_FIRST = {
    "journal": ("version", "at_ms", "act", "kind", "payload", "previous", "hash"),
    "draft": ("key", "text"),
    "_sqlite_migrations": ("id", "migration_set", "name", "applied_at"),
}
_ADDED: dict[int, dict[str, tuple[str, ...]]] = {2: {"kept_file": ("digest", "size", "bytes")}}
"""The tables that came with a later version of the format."""
_KEPT = "kept_file"
_HEADER = b"SQLite format 3\0"
_LONGEST_VALUE = 64_000_000
_STEPS = 10_000
_PATIENCE = 100_000
"""Ten thousand steps of SQLite's machine, so many times: far more than any query of ours on any session."""


def refuse_unlike(path: Path) -> int:
    """Return the file's version by its first bytes; StoreError if it is not a session file at all."""
    status = path.stat()
    if S_ISDIR(status.st_mode):
        raise StoreError(StoreTrouble.IS_A_DIRECTORY, str(path))
    if not S_ISREG(status.st_mode):
        raise StoreError(StoreTrouble.NOT_A_FILE, str(path))
    if status.st_size == 0:
        raise StoreError(StoreTrouble.EMPTY, str(path))
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_HEADER):
        raise StoreError(StoreTrouble.NOT_A_SESSION, str(path))
    if len(head) < 100:
        raise StoreError(StoreTrouble.DAMAGED, str(path))
    version, application = struct.unpack(">I4xI", head[60:72])
    if application != APPLICATION_ID:
        raise StoreError(StoreTrouble.NOT_A_SESSION, str(path))
    if version > len(STEPS):
        raise StoreError(StoreTrouble.NEWER, str(path))
    return int(version)


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """Return a connection that believes nothing the file says about itself."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    # Opened beside the window, used by it afterwards: by one thread at a time.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=2, check_same_thread=False)
    connection.text_factory = _text
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema=off", "cell_size_check=on", "mmap_size=0", "foreign_keys=on"):
        connection.execute(f"pragma {pragma}")
    if writing:
        connection.execute("pragma journal_mode=delete")
        connection.execute("pragma synchronous=extra")
    else:
        connection.execute("pragma query_only=on")
    return connection


def _text(raw: bytes) -> str:
    """Return a text; one with a broken byte as well, so that the hash chain finds it and names the event."""
    return raw.decode("utf-8", "surrogateescape")


def refuse_endless(connection: sqlite3.Connection) -> None:
    """Stop whatever takes absurdly long; nothing of ours does."""
    left = _PATIENCE

    def patience() -> int:
        nonlocal left
        left -= 1
        return int(left < 0)

    connection.set_progress_handler(patience, _STEPS)


def tables(version: int) -> dict[str, tuple[str, ...]]:
    """Return the tables of a version of the format, each with its columns."""
    found = dict(_FIRST)
    for number, added in _ADDED.items():
        if number <= version:
            found |= added
    return found


def refuse_misshapen(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """StoreError unless the file holds the tables of its version, as we make them, and nothing else."""
    expected = tables(version)
    found = {}
    for kind, name, sql in connection.execute("select type, name, coalesce(sql, '') from sqlite_schema"):
        if kind == "index" and (not sql or name == "idx__sqlite_migrations_migration_set_name"):
            continue
        if kind != "table" or name not in expected or "virtual" in sql[:20].lower():
            raise StoreError(StoreTrouble.FOREIGN_OBJECTS, str(path), f"{kind} {name}")
        found[name] = tuple(row[1] for row in connection.execute(f"pragma table_xinfo({name})"))
    if found != expected:
        raise StoreError(StoreTrouble.DAMAGED, str(path))
    for pragma in _quick_checks(connection, expected):
        if connection.execute(pragma).fetchall() != [("ok",)]:
            raise StoreError(StoreTrouble.DAMAGED, str(path))


def _quick_checks(connection: sqlite3.Connection, expected: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what is asked of SQLite: of every table but the kept files, which would all be read.

    If the file has pages to be used again, a fault in their list could cost the journal, so all is looked at.
    """
    [(free,)] = connection.execute("pragma freelist_count").fetchall()
    if free or _KEPT not in expected:
        yield "pragma quick_check(1)"
    else:
        yield from (f"pragma quick_check('{name}')" for name in ("sqlite_schema", *expected) if name != _KEPT)
