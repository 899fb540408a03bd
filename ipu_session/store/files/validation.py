"""What a session file is told by, before anything in it is believed."""

import sqlite3
import struct
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.files.migrations import APPLICATION_ID, MIGRATION_STEPS

_TABLES_V1 = {
    "journal": ("version", "at_ms", "act", "kind", "payload", "previous", "hash"),
    "draft": ("key", "text"),
    "_sqlite_migrations": ("id", "migration_set", "name", "applied_at"),
}
_TABLES_ADDED: dict[int, dict[str, tuple[str, ...]]] = {
    2: {"kept_file": ("digest", "size", "bytes")},
    3: {"draft": ("key", "text", "hash"), "seal": ("name", "hash")},
}
"""The tables that came, or became wider, with a later version of the format."""
_ATTACHMENT_TABLE = "kept_file"
_SQLITE_MAGIC = b"SQLite format 3\0"
_MAX_VALUE_BYTES = 64_000_000
_STEPS_PER_CALLBACK = 10_000
_MAX_CALLBACKS = 100_000
"""Ten thousand steps of SQLite's machine, so many times: far more than any query of ours on any session."""


def check_file_type(path: Path) -> int:
    """Return the file's version by its first bytes; StoreError if it is not a session file at all."""
    size = _require_nonempty_file(path)
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_SQLITE_MAGIC):
        raise StoreError(StoreErrorCode.NOT_A_SESSION, str(path))
    if len(head) < 100:
        raise StoreError(StoreErrorCode.DAMAGED, str(path))
    version, application = struct.unpack(">I4xI", head[60:72])
    if application != APPLICATION_ID:
        raise StoreError(StoreErrorCode.NOT_A_SESSION, str(path))
    trouble = _header_error(version, head)
    if trouble is None and not rollback_journal_path(path).exists() and _page_count(head) * _page_size(head) > size:
        trouble = StoreErrorCode.TRUNCATED
    if trouble is not None:
        raise StoreError(trouble, str(path))
    return int(version)


def _require_nonempty_file(path: Path) -> int:
    """Return how large a file is; StoreError if it is none, or holds nothing."""
    status = path.stat()
    if S_ISDIR(status.st_mode):
        raise StoreError(StoreErrorCode.IS_A_DIRECTORY, str(path))
    if not S_ISREG(status.st_mode):
        raise StoreError(StoreErrorCode.NOT_A_FILE, str(path))
    if status.st_size == 0:
        raise StoreError(StoreErrorCode.EMPTY, str(path))
    return status.st_size


def _header_error(version: int, head: bytes) -> StoreErrorCode | None:
    if version > len(MIGRATION_STEPS):
        return StoreErrorCode.NEWER
    if version == 0:
        return StoreErrorCode.DAMAGED
    encoding = head[56:60]
    if head[18:20] != b"\1\1" or encoding not in {b"\0\0\0\1", bytes(4)}:
        return StoreErrorCode.OTHER_MODE
    return None


def rollback_journal_path(path: Path) -> Path:
    """Return where SQLite keeps what a commit that was cut off had changed."""
    return path.with_name(f"{path.name}-journal")


def find_header_errors(path: Path) -> tuple[int, ...]:
    """Return which of the first 100 bytes are not as SQLite leaves them.

    Two numbers can be anything, and say nothing of what is in the file: the schema cookie (bytes 40 to 43)
    and the version of SQLite that wrote last (96 to 99).
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(100)
    wanted = bytearray(head)
    wanted[18:24] = bytes((1, 1, 0, 64, 32, 32))
    wanted[28:32] = struct.pack(">I", size // _page_size(head))
    wanted[44:60] = struct.pack(">IIII", 4, 0, 0, 1)
    wanted[64:68], wanted[72:92] = bytes(4), bytes(20)
    wanted[92:96] = head[24:28]
    return tuple(n for n, (is_, is_to_be) in enumerate(zip(head, wanted, strict=True)) if is_ != is_to_be)


def _page_size(head: bytes) -> int:
    said = int(struct.unpack(">H", head[16:18])[0])
    return 65536 if said == 1 else said or 4096


def _page_count(head: bytes) -> int:
    """Return how many pages a file says it has; 0 if an old program wrote last and that is not kept."""
    return int(struct.unpack(">I", head[28:32])[0]) if head[24:28] == head[92:96] else 0


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """Return a connection that believes nothing the file says about itself."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    # Opened beside the window, used by it afterwards: by one thread at a time.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=2, check_same_thread=False)
    try:
        _harden_connection(connection)
        if writing:
            connection.execute("pragma journal_mode=delete")
            connection.execute("pragma synchronous=extra")
        else:
            connection.execute("pragma query_only=on")
    except BaseException:
        # Windows deletes and replaces no file that is open, and a held exception would keep it so.
        connection.close()
        raise
    return connection


def _harden_connection(connection: sqlite3.Connection) -> None:
    # A text with a broken byte is read as well, so that the hash chain finds it and names the event.
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema=off", "cell_size_check=on", "mmap_size=0", "foreign_keys=on"):
        connection.execute(f"pragma {pragma}")


def limit_query_steps(connection: sqlite3.Connection) -> None:
    """Stop whatever takes absurdly long; nothing of ours does."""
    left = _MAX_CALLBACKS

    def patience() -> int:
        nonlocal left
        left -= 1
        return int(left < 0)

    connection.set_progress_handler(patience, _STEPS_PER_CALLBACK)


def expected_tables(version: int) -> dict[str, tuple[str, ...]]:
    """Return the tables of a version of the format, each with its columns."""
    found = dict(_TABLES_V1)
    for number, added in _TABLES_ADDED.items():
        if number <= version:
            found |= added
    return found


def check_schema(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """StoreError unless the file holds the tables of its version, as we make them, and nothing else."""
    expected = expected_tables(version)
    found = {}
    for kind, name, sql in _schema_objects(connection, path):
        if kind == "index" and (not sql or name == "idx__sqlite_migrations_migration_set_name"):
            continue
        if kind != "table" or name not in expected or "virtual" in sql[:20].lower():
            raise StoreError(StoreErrorCode.FOREIGN_OBJECTS, str(path), f"{kind} {name}")
        columns = connection.execute(f"pragma table_xinfo({name})").fetchall()
        if any(hidden for *_, hidden in columns):
            raise StoreError(StoreErrorCode.FOREIGN_OBJECTS, str(path), f"column {name}")
        found[name] = tuple(column for _, column, *_ in columns)
    if found != expected:
        raise StoreError(StoreErrorCode.DAMAGED, str(path))
    for pragma in _quick_check_pragmas(connection, expected):
        if connection.execute(pragma).fetchall() != [("ok",)]:
            raise StoreError(StoreErrorCode.DAMAGED, str(path))


def _schema_objects(connection: sqlite3.Connection, path: Path) -> list[tuple[str, str, str]]:
    """Return what the file's own list says is in it: SQLite reads that list here for the first time."""
    try:
        found = connection.execute("select type, name, coalesce(sql, '') from sqlite_schema").fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise StoreError(StoreErrorCode.DAMAGED, str(path)) from error
    if not all(isinstance(value, str) for values in found for value in values):
        # The list is a table as others are: a spoilt one may hold anything.
        raise StoreError(StoreErrorCode.DAMAGED, str(path))
    return found


def _quick_check_pragmas(connection: sqlite3.Connection, expected: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what is asked of SQLite: of every table but the kept files, which would all be read.

    If the file has pages to be used again, a fault in their list could cost the journal, so all is looked at.
    """
    [(free,)] = connection.execute("pragma freelist_count").fetchall()
    if free or _ATTACHMENT_TABLE not in expected:
        yield "pragma quick_check(1)"
    else:
        yield from (
            f"pragma quick_check('{name}')" for name in ("sqlite_schema", *expected) if name != _ATTACHMENT_TABLE
        )
