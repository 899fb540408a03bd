"""Validation of a session file, which may be damaged or forged: header, schema, page checks."""

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
"""Tables that each later version of the format added or widened, with all their columns."""
_ATTACHMENT_TABLE = "kept_file"
ROLLBACK_JOURNAL_SUFFIX = "-journal"
"""Suffix that SQLite appends to the file name of a database for its rollback journal."""
_SQLITE_MAGIC = b"SQLite format 3\0"
_MAX_VALUE_BYTES = 64_000_000
_STEPS_PER_CALLBACK = 10_000
_MAX_CALLBACKS = 100_000
"""Limit for all statements of a connection together: this many times 10,000 VM instructions of SQLite."""


def check_file_type(path: Path) -> int:
    """Return the file's format version; StoreError if its type, size or 100-byte header is not a session file's.

    The rest of the file is not read.
    """
    size = _require_nonempty_file(path)
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_SQLITE_MAGIC):
        raise StoreError(StoreErrorCode.NOT_A_SESSION, str(path))
    if len(header) < 100:
        raise StoreError(StoreErrorCode.DAMAGED, str(path))
    version, application = struct.unpack(">I4xI", header[60:72])
    if application != APPLICATION_ID:
        raise StoreError(StoreErrorCode.NOT_A_SESSION, str(path))
    error = _header_error(version, header)
    if error is None and not rollback_journal_path(path).exists() and _page_count(header) * _page_size(header) > size:
        error = StoreErrorCode.TRUNCATED
    if error is not None:
        raise StoreError(error, str(path))
    return int(version)


def _require_nonempty_file(path: Path) -> int:
    """Return a file's size in bytes; StoreError if it is not a regular file, or is empty."""
    status = path.stat()
    if S_ISDIR(status.st_mode):
        raise StoreError(StoreErrorCode.IS_A_DIRECTORY, str(path))
    if not S_ISREG(status.st_mode):
        raise StoreError(StoreErrorCode.NOT_A_FILE, str(path))
    if status.st_size == 0:
        raise StoreError(StoreErrorCode.EMPTY, str(path))
    return status.st_size


def _header_error(version: int, header: bytes) -> StoreErrorCode | None:
    if version > len(MIGRATION_STEPS):
        return StoreErrorCode.NEWER
    if version == 0:
        return StoreErrorCode.DAMAGED
    encoding = header[56:60]
    if header[18:20] != b"\1\1" or encoding not in {b"\0\0\0\1", bytes(4)}:
        return StoreErrorCode.OTHER_MODE
    return None


def rollback_journal_path(path: Path) -> Path:
    """Return the path of SQLite's rollback journal, which is left behind by an interrupted commit."""
    return path.with_name(f"{path.name}{ROLLBACK_JOURNAL_SUFFIX}")


def find_header_errors(path: Path) -> tuple[int, ...]:
    """Return the offsets in the 100-byte header whose value differs from what SQLite writes in a session file.

    Compared are bytes with a fixed value, and those that follow from the file size or from other bytes. Not compared
    are, for example, the schema cookie (bytes 40 to 43) and the version of SQLite that wrote last (96 to 99).
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        header = file.read(100)
    expected = bytearray(header)
    expected[18:24] = bytes((1, 1, 0, 64, 32, 32))
    expected[28:32] = struct.pack(">I", size // _page_size(header))
    expected[44:60] = struct.pack(">IIII", 4, 0, 0, 1)
    expected[64:68], expected[72:92] = bytes(4), bytes(20)
    expected[92:96] = header[24:28]
    return tuple(
        offset for offset, (actual, wanted) in enumerate(zip(header, expected, strict=True)) if actual != wanted
    )


def _page_size(header: bytes) -> int:
    size = int(struct.unpack(">H", header[16:18])[0])
    return 65536 if size == 1 else size or 4096


def _page_count(header: bytes) -> int:
    """Return the page count in the header; 0 if an old SQLite wrote last, which leaves a stale count."""
    return int(struct.unpack(">I", header[28:32])[0]) if header[24:28] == header[92:96] else 0


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """Return a connection hardened against a forged file; query-only unless ``writing``."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    # Created in a worker thread, then used by the GUI thread: never by two threads at the same time.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=2, check_same_thread=False)
    try:
        _harden_connection(connection)
        if writing:
            connection.execute("pragma journal_mode=delete")
            connection.execute("pragma synchronous=extra")
        else:
            connection.execute("pragma query_only=on")
    except BaseException:
        # Windows does not delete or replace an open file, and the traceback would keep the connection alive.
        connection.close()
        raise
    return connection


def _harden_connection(connection: sqlite3.Connection) -> None:
    # A text with an invalid byte must be readable, so that the hash chain can name the damaged event.
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema=off", "cell_size_check=on", "mmap_size=0", "foreign_keys=on"):
        connection.execute(f"pragma {pragma}")


def limit_query_steps(connection: sqlite3.Connection) -> None:
    """Interrupt a statement when all statements of this connection have reached the limit, as in a forged file."""
    remaining = _MAX_CALLBACKS

    def patience() -> int:
        nonlocal remaining
        remaining -= 1
        return int(remaining < 0)

    connection.set_progress_handler(patience, _STEPS_PER_CALLBACK)


def expected_tables(version: int) -> dict[str, tuple[str, ...]]:
    """Return the tables of a format version, each with its columns."""
    tables = dict(_TABLES_V1)
    for number, added in _TABLES_ADDED.items():
        if number <= version:
            tables |= added
    return tables


def check_schema(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """StoreError unless the file has exactly the tables of its version and passes SQLite's quick check.

    Attachments are not always part of the quick check: see `_quick_check_pragmas`.
    """
    expected = expected_tables(version)
    tables = {}
    for kind, name, sql in _schema_objects(connection, path):
        if kind == "index" and (not sql or name == "idx__sqlite_migrations_migration_set_name"):
            continue
        if kind != "table" or name not in expected or "virtual" in sql[:20].lower():
            raise StoreError(StoreErrorCode.FOREIGN_OBJECTS, str(path), f"{kind} {name}")
        columns = connection.execute(f"pragma table_xinfo({name})").fetchall()
        if any(hidden for *_, hidden in columns):
            raise StoreError(StoreErrorCode.FOREIGN_OBJECTS, str(path), f"column {name}")
        tables[name] = tuple(column for _, column, *_ in columns)
    if tables != expected:
        raise StoreError(StoreErrorCode.DAMAGED, str(path))
    for pragma in _quick_check_pragmas(connection, expected):
        if connection.execute(pragma).fetchall() != [("ok",)]:
            raise StoreError(StoreErrorCode.DAMAGED, str(path))


def _schema_objects(connection: sqlite3.Connection, path: Path) -> list[tuple[str, str, str]]:
    """Return the rows (type, name, sql) of the schema table; StoreError if SQLite cannot parse the schema."""
    try:
        objects = connection.execute("select type, name, coalesce(sql, '') from sqlite_schema").fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise StoreError(StoreErrorCode.DAMAGED, str(path)) from error
    if not all(isinstance(value, str) for values in objects for value in values):
        # The schema table is a table like any other: in a damaged file its columns may hold any type.
        raise StoreError(StoreErrorCode.DAMAGED, str(path))
    return objects


def _quick_check_pragmas(connection: sqlite3.Connection, expected: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the quick checks to run: all tables except the attachments, all of whose pages would be read.

    If the file has free pages, a fault in the free list could overwrite the journal: then everything is checked.
    """
    [(free,)] = connection.execute("pragma freelist_count").fetchall()
    if free or _ATTACHMENT_TABLE not in expected:
        yield "pragma quick_check(1)"
    else:
        yield from (
            f"pragma quick_check('{name}')" for name in ("sqlite_schema", *expected) if name != _ATTACHMENT_TABLE
        )
