"""Creating and opening of session files; a file is validated before any of its content is used."""

import os
import shutil
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import chain, count
from pathlib import Path

from ipu_session.atomic_write import move_into_place, temporary_file
from ipu_session.store.errors import StoreError, StoreErrorCode, rename_in_errors, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.lock import SessionLock, is_session_locked
from ipu_session.store.files.migrations import MIGRATION_STEPS, MigrationStep, migrate
from ipu_session.store.files.temporary_folder import scratch_folder
from ipu_session.store.journal.sqlite_journal import SqliteJournal


def create_session_file(path: Path, fill: Callable[[SqliteJournal], None] | None = None) -> SqliteJournal:
    """Create a session file, with the content that ``fill`` writes, and open it.

    StoreError if ``path`` exists, or cannot be written or opened.
    """
    with create_and_close(path) as journal:
        if fill is not None:
            fill(journal)
    return open_journal(path)


@contextmanager
def create_and_close(path: Path) -> Iterator[SqliteJournal]:
    """Context manager: the journal of a new session file, which appears at ``path`` on exit.

    After an exception there is no file. StoreError if ``path`` exists or cannot be written.
    """
    with ExitStack() as stack:
        with translate_errors(path):
            if path.exists() or path.is_symlink():
                raise StoreError(StoreErrorCode.EXISTS, str(path))
            sidecars = (validation.ROLLBACK_JOURNAL_SUFFIX,)
            temporary = stack.enter_context(temporary_file(path.parent, sidecars=sidecars))
            _create_schema(temporary)
            connection = validation.connect(temporary, writing=True)
        with rename_in_errors(temporary, path), closing(SqliteJournal(temporary, connection)) as journal:
            yield journal
        with translate_errors(path):
            move_into_place(temporary, path, overwrite=False)


def open_journal(path: Path, *, read_only: bool = False) -> SqliteJournal:
    """Open a session file, which is migrated first if its format is older.

    StoreError if it is not a session file, is damaged, locked or not writable. The hash chain is not checked here, but
    by ``replay``. ``read_only``: for a file that another process may have open; it is neither locked nor migrated.
    """
    with translate_errors(path):
        version = validation.check_file_type(path)
        if not (read_only or os.access(path, os.W_OK)):
            # SQLite would silently open it read-only, and every transaction would be queued.
            raise StoreError(StoreErrorCode.READ_ONLY, str(path))
        lock = None if read_only else SessionLock(path)
        try:
            if lock is not None or not is_session_locked(path):
                # SQLite follows symbolic links: the rollback journal lies beside the target.
                check_rollback_journal(Path(os.path.realpath(path)), version)
            return SqliteJournal(path, _connect_checked(path, version, writing=not read_only), lock)
        except BaseException:
            if lock is not None:
                lock.release()
            raise


def open_second_connection(path: Path) -> SqliteJournal:
    """Open a second, read-only connection to a session file that this process already has open.

    Opened by SQLite only: closing any other descriptor of the file would release SQLite's fcntl locks (POSIX).
    """
    with translate_errors(path):
        return SqliteJournal(path, _connect_checked(path, len(MIGRATION_STEPS), writing=False))


def check_rollback_journal(path: Path, version: int) -> None:
    """StoreError if applying the rollback journal beside a session file would not make a valid session.

    Tested on copies of both files. SQLite applies any file with the name of the rollback journal, so that of another
    database would damage the session.
    """
    rollback_journal = validation.rollback_journal_path(path)
    if not rollback_journal.exists() or rollback_journal.stat().st_size == 0:
        return
    with scratch_folder(path, path.stat().st_size + rollback_journal.stat().st_size) as folder:
        copy = folder / "copy"
        shutil.copyfile(path, copy)
        shutil.copyfile(rollback_journal, validation.rollback_journal_path(copy))
        try:
            with closing(SqliteJournal(copy, _connect_checked(copy, version, writing=False))) as journal:
                deque(journal.replay(), maxlen=0)
        except (StoreError, sqlite3.DatabaseError) as error:
            raise StoreError(StoreErrorCode.OTHER_JOURNAL, str(path), rollback_journal.name) from error


def _connect_checked(path: Path, version: int, *, writing: bool) -> sqlite3.Connection:
    connection = validation.connect(path, writing=False)
    try:
        validation.limit_query_steps(connection)
        validation.check_schema(connection, path, version)
    except BaseException:
        connection.close()
        raise
    if not writing:
        return connection
    connection.close()
    if version < len(MIGRATION_STEPS):
        upgrade_file(path)
    return validation.connect(path, writing=True)


def upgrade_file(path: Path, steps: Sequence[MigrationStep] = MIGRATION_STEPS) -> Path:
    """Copy a file of an older version, migrate the file, and return the path of the copy."""
    copy = _free_copy_path(path)
    with closing(validation.connect(path, writing=True)) as connection:
        # VACUUM INTO attaches its target as a database.
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        with temporary_file(path.parent, sidecars=(validation.ROLLBACK_JOURNAL_SUFFIX,)) as temporary:
            connection.execute("vacuum into ?", (str(temporary),))
            move_into_place(temporary, copy, overwrite=False)
        migrate(connection, steps)
    return copy


def _free_copy_path(path: Path) -> Path:
    """Return an unused path for a file's copy, beside the file: the copy of an earlier upgrade is not overwritten."""
    names = (f"{path.stem}.before-upgrade{suffix}{path.suffix}" for suffix in chain(("",), map("-{}".format, count(2))))
    return next(copy for name in names if not (copy := path.with_name(name)).exists())


def _create_schema(path: Path) -> None:
    """Create the tables in an empty file; written through to disk (``synchronous=extra``) before the rename."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma synchronous=extra")
        migrate(connection)
