"""Session files made and opened; a file from elsewhere is looked at before it is believed."""

import os
import shutil
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import chain, count
from pathlib import Path

from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.atomic_rename import rename_no_replace
from ipu_session.store.files.lock import SessionLock, is_session_locked
from ipu_session.store.files.migrations import MIGRATION_STEPS, MigrationStep, migrate
from ipu_session.store.files.temporary_folder import scratch_folder
from ipu_session.store.journal.sqlite_journal import SqliteJournal


def create_session_file(path: Path, fill: Callable[[SqliteJournal], None] | None = None) -> SqliteJournal:
    """Make a session file, for its owner alone; StoreError if it cannot be, or is there already.

    It is empty, or holds what ``fill`` writes, before it gets its name.
    """
    beside = path.with_name(f".{path.name}.new-{os.getpid()}")
    with translate_errors(path):
        if path.exists() or path.is_symlink():
            raise StoreError(StoreErrorCode.EXISTS, str(path))
        try:
            os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            _create_schema(beside)
            if fill is not None:
                with closing(SqliteJournal(beside, validation.connect(beside, writing=True))) as journal:
                    fill(journal)
            rename_no_replace(beside, path)
        finally:
            for left in (beside, validation.rollback_journal_path(beside)):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
    return open_journal(path)


@contextmanager
def create_and_close(path: Path) -> Iterator[SqliteJournal]:
    """Make a session file and let go of it afterwards; if anything fails meanwhile there is no file."""
    journal = create_session_file(path)
    try:
        yield journal
    except BaseException:
        journal.close()
        path.unlink(missing_ok=True)
        raise
    journal.close()


def open_journal(path: Path, *, read_only: bool = False) -> SqliteJournal:
    """Open a session file; StoreError, and the file is as it was, if it is none or is not sound.

    ``read_only`` is for looking at a file that a window may have open: nothing is locked, nothing written.
    """
    with translate_errors(path):
        version = validation.check_file_type(path)
        if not (read_only or os.access(path, os.W_OK)):
            # SQLite would open it for reading in silence, and every act would wait for the disk.
            raise StoreError(StoreErrorCode.READ_ONLY, str(path))
        lock = None if read_only else SessionLock(path)
        try:
            if lock is not None or not is_session_locked(path):
                # SQLite follows links as well: what was cut off lies beside the file itself.
                check_rollback_journal(Path(os.path.realpath(path)), version)
            return SqliteJournal(path, _connect_checked(path, version, writing=not read_only), lock)
        except BaseException:
            if lock is not None:
                lock.release()
            raise


def open_second_connection(path: Path) -> SqliteJournal:
    """Open a session file for looking that this program has open already.

    By SQLite alone: a file that is opened and closed in any other way takes SQLite's locks on it along.
    """
    with translate_errors(path):
        return SqliteJournal(path, _connect_checked(path, len(MIGRATION_STEPS), writing=False))


def check_rollback_journal(path: Path, version: int) -> None:
    """StoreError if the journal beside a file would not make it whole; both are tried as copies first.

    SQLite believes whatever lies beside a file under that name, and would write it into the file.
    """
    left = validation.rollback_journal_path(path)
    if not left.exists() or left.stat().st_size == 0:
        return
    with scratch_folder(path, path.stat().st_size + left.stat().st_size) as folder:
        copy = folder / "copy"
        shutil.copyfile(path, copy)
        shutil.copyfile(left, validation.rollback_journal_path(copy))
        try:
            with closing(SqliteJournal(copy, _connect_checked(copy, version, writing=False))) as tried:
                deque(tried.replay(), maxlen=0)
        except (StoreError, sqlite3.DatabaseError) as error:
            raise StoreError(StoreErrorCode.OTHER_JOURNAL, str(path), left.name) from error


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
    """Bring an older file up to date and return the copy that was made first."""
    copy = _free_copy_path(path)
    with closing(validation.connect(path, writing=True)) as connection:
        # The copy is an attached database while it is written.
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        try:
            connection.execute("vacuum into ?", (str(copy),))
            copy.chmod(0o600)
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        migrate(connection, steps)
    return copy


def _free_copy_path(path: Path) -> Path:
    """Return a name beside a file for its copy: one made by an earlier upgrade stays."""
    names = (f"{path.stem}.before-upgrade{more}{path.suffix}" for more in chain(("",), map("-{}".format, count(2))))
    return next(copy for name in names if not (copy := path.with_name(name)).exists())


def _create_schema(path: Path) -> None:
    """Give an empty file its tables; all of it is on disk before the file gets its name."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma synchronous=extra")
        migrate(connection)
