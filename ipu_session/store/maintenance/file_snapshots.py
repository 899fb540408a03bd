"""Snapshots of a session file: copied while the session is in use, verified, then renamed atomically."""

import errno
import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec import Struct

from ipu_session.atomic_write import OWNER_ONLY, move_into_place, temporary_file
from ipu_session.store.errors import StoreError, StoreErrorCode, rename_in_errors, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.validation import ROLLBACK_JOURNAL_SUFFIX
from ipu_session.store.journal.hash_chain import is_linked

_FIRST_BATCH_PAGES = 256
_MAX_BATCH_PAGES = 2048
"""Pages copied under one read lock, 1 MB to 8 MB: a transaction waits for at most one batch."""
_MAX_ATTEMPTS = 200
_ALL_PAGES = -1
"""All pages in one batch, for a disk so slow that every copy is interrupted: transactions wait for it."""
_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_FILES = "select digest, bytes from kept_file order by digest"
_UNPACKED_SUFFIX = "-unpacked"
_SIDECARS = (ROLLBACK_JOURNAL_SUFFIX, _UNPACKED_SUFFIX, f"{_UNPACKED_SUFFIX}{ROLLBACK_JOURNAL_SUFFIX}")


class _BackupRestartedError(Exception):
    """Raised by the progress callback when SQLite restarts the backup because the source was written to."""


class SnapshotInfo(Struct, frozen=True):
    """Number of events, time of the last one, and fingerprint of a snapshot.

    The fingerprint is computed from the hash of the last row and the digests of the attachments, without drafts.
    """

    events: int
    last_ms: int
    fingerprint: str


def save_copy(path: Path, target: Path) -> SnapshotInfo:
    """Write a verified copy of a session file, which may be open in this process, and describe its content.

    StoreError if the session is damaged or a write fails: then ``target`` is unchanged.
    """
    with temporary_snapshot(path, target) as (temporary, content):
        move_into_place(temporary, target, overwrite=True)
    return content


@contextmanager
def temporary_snapshot(path: Path, target: Path) -> Iterator[tuple[Path, SnapshotInfo]]:
    """Context manager: a verified copy of a session file beside ``target``, and its content; deleted unless moved.

    Pages are copied in batches, then rewritten by ``VACUUM INTO``. Errors as `save_copy`.
    """
    with translate_errors(target), temporary_file(target.parent, sidecars=_SIDECARS) as temporary:
        unpacked = temporary.with_name(f"{temporary.name}{_UNPACKED_SUFFIX}")
        os.close(os.open(unpacked, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
        with closing(validation.connect(path, writing=False)) as source:
            _copy_pages(source, unpacked)
        _vacuum_into(unpacked, temporary)
        with rename_in_errors(temporary, target):
            content = verify_session_file(temporary)
        unpacked.unlink()
        yield temporary, content


def verify_session_file(path: Path) -> SnapshotInfo:
    """Return number of events, last time and fingerprint of a session file that is not open.

    StoreError if its schema, pages, hash chain or attachments are damaged, or if it has no events.
    """
    with translate_errors(path):
        version = validation.check_file_type(path)
        with closing(validation.connect(path, writing=False)) as connection:
            validation.check_schema(connection, path, version)
            if connection.execute("pragma integrity_check(1)").fetchall() != [("ok",)]:
                raise StoreError(StoreErrorCode.DAMAGED, str(path))
            return _verify_content(connection, path, version)


def read_fingerprint(path: Path) -> str:
    """Return the fingerprint (see `SnapshotInfo`) of a session file, which may be open in this process."""
    with translate_errors(path), closing(validation.connect(path, writing=False)) as connection:
        last = connection.execute("select hash from journal order by version desc limit 1").fetchone()
        wide = connection.execute("select 1 from sqlite_schema where name = 'kept_file'").fetchone()
        files = connection.execute("select digest from kept_file order by digest") if wide else ()
        return _compute_fingerprint(str(last[0]) if last else "", [str(digest) for (digest,) in files])


def _verify_content(connection: sqlite3.Connection, path: Path, version: int) -> SnapshotInfo:
    events, previous, last_ms = 0, "", 0
    for events, row in enumerate(connection.execute(_ALL), start=1):
        if not is_linked(row, events, previous):
            raise StoreError(StoreErrorCode.DAMAGED, str(path), f"event {events}")
        previous, last_ms = row[6], row[1]
    if not events:
        raise StoreError(StoreErrorCode.EMPTY, str(path))
    digests = []
    if "kept_file" in validation.expected_tables(version):
        for digest, data in connection.execute(_FILES):
            if hashlib.sha256(data).hexdigest() != digest:
                raise StoreError(StoreErrorCode.DAMAGED, str(path), f"file {digest[:12]}")
            digests.append(digest)
    return SnapshotInfo(events, last_ms, _compute_fingerprint(previous, digests))


def _compute_fingerprint(last: str, digests: list[str]) -> str:
    return hashlib.sha256("\n".join((last, *digests)).encode()).hexdigest()[:8]


def _copy_pages(source: sqlite3.Connection, unpacked: Path) -> None:
    with closing(sqlite3.connect(unpacked, isolation_level=None)) as copy:
        copy.execute("pragma synchronous=off")
        copy.execute("pragma journal_mode=memory")
        batch_sizes = [_FIRST_BATCH_PAGES]
        while not _try_copy_pages(source, copy, batch_sizes[-1]):
            # A transaction restarted the backup: larger batches finish between two transactions.
            batch_sizes.append(
                min(2 * batch_sizes[-1], _MAX_BATCH_PAGES) if len(batch_sizes) < _MAX_ATTEMPTS else _ALL_PAGES
            )


def _try_copy_pages(source: sqlite3.Connection, copy: sqlite3.Connection, pages: int) -> bool:
    """Copy in batches of ``pages`` pages; return False when SQLite restarts the backup."""
    least_remaining = sys.maxsize

    def progress(_status: int, remaining: int, _total: int) -> None:
        nonlocal least_remaining
        if remaining > least_remaining and pages != _ALL_PAGES:
            raise _BackupRestartedError
        least_remaining = remaining

    try:
        source.backup(copy, pages=pages, progress=progress, sleep=0.005)
    except _BackupRestartedError:
        return False
    return True


def _vacuum_into(unpacked: Path, target: Path) -> None:
    """Write the copy without free pages, by ``VACUUM INTO``."""
    with closing(validation.connect(unpacked, writing=False)) as copy:
        # VACUUM INTO attaches its target as a database.
        copy.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        copy.execute("pragma query_only=off")
        try:
            copy.execute("vacuum into ?", (str(target),))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            # SQLite reports "output file already exists" if the size of the target cannot be read.
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target)) from error
