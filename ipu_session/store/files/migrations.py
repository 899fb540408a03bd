"""Schema migrations of the session file: numbered steps, never changed after a release (docs/file-format.md).

sqlite-utils is imported when a file is created or migrated, not when one is opened: the import takes 79 ms.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

MigrationStep = Callable[["Database"], None]

APPLICATION_ID = 0x49505553
"""Application ID in the SQLite header, ``IPUS`` in ASCII."""


def m001_journal_and_draft(db: "Database") -> None:
    """Create the tables of the event journal and of the drafts (text not yet submitted)."""
    columns = {"version": int, "at_ms": int, "act": int, "kind": str, "payload": str, "previous": str, "hash": str}
    db.table("journal").create(columns, pk="version", not_null=set(columns) - {"version"}, strict=True)
    db.table("draft").create({"key": str, "text": str}, pk="key", not_null={"text"}, strict=True)


def m002_kept_files(db: "Database") -> None:
    """Create the table of the attached files of written contributions, by SHA-256."""
    columns = {"digest": str, "size": int, "bytes": bytes}
    db.table("kept_file").create(columns, pk="digest", not_null={"size", "bytes"}, strict=True)


def m003_seals(db: "Database") -> None:
    """Add hashes for what the hash chain does not cover: drafts, the schema, and the list of migrations."""
    db.table("draft").add_column("hash", str, not_null_default="")
    for key, text in db.execute("select key, text from draft").fetchall():
        db.execute("update draft set hash = ? where key = ?", (draft_hash(key, text), key))
    db.table("seal").create({"name": str, "hash": str}, pk="name", not_null={"hash"}, strict=True)


MIGRATION_STEPS: tuple[MigrationStep, ...] = (m001_journal_and_draft, m002_kept_files, m003_seals)

_SEALED_QUERIES = {
    "shape": "select type, name, tbl_name, sql from sqlite_schema order by type, name",
    "steps": "select id, migration_set, name, applied_at from _sqlite_migrations order by id",
}
"""Queries by the name of their seal. A seal is a hash over the rows of its query, which only a migration changes.

Files have seals from version 3 of the format on.
"""


def draft_hash(key: str, text: str) -> str:
    """Return the SHA-256 of a draft, over its key and its text, separated by a line feed."""
    return hashlib.sha256(f"{key}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def compute_seals(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the seals that the file should have, by name: SHA-256 over the rows of each query as JSON."""
    rows_by_name = {name: connection.execute(query).fetchall() for name, query in _SEALED_QUERIES.items()}
    return {name: hashlib.sha256(json.dumps(rows).encode()).hexdigest() for name, rows in rows_by_name.items()}


def migrate(connection: sqlite3.Connection, steps: Sequence[MigrationStep] = MIGRATION_STEPS) -> None:
    """Apply every step that the file does not have yet, and set its format version, all in one transaction."""
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("ipu-session")
    for step in steps:
        migrations(name=getattr(step, "__name__", ""))(step)
    with Database(connection, execute_plugins=False).atomic() as db:
        migrations.apply(db)
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {len(steps)}")
        if m003_seals in steps:
            connection.executemany("insert or replace into seal values (?, ?)", compute_seals(connection).items())
