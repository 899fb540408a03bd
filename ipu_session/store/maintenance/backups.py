"""Backups of a session in the user's data folder, verified when written; old ones are deleted.

Rule: docs/rules.md#promise-r8.
"""

import hashlib
import re
import shutil
import threading
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from ipu_session.atomic_write import move_into_place, remove_temporary_files, temporary_file, write_file
from ipu_session.domain.exchange.backup_info import BackupInfo, BackupSummary
from ipu_session.domain.history import History
from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.store.errors import StoreError, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.lock import SessionLock
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.file_snapshots import read_fingerprint, temporary_snapshot, verify_session_file

_WRITER_LOCK = threading.Lock()
"""The last backup of a closed session may still be written while the session is opened again or restored."""
_NAME_PATTERN = re.compile(r"(\d{8}-\d{6})-(\d+)-([0-9a-f]{8})\.ipusession")
_STAMP_FORMAT = "%Y%m%d-%H%M%S"
_HOUR_MS = 3_600_000
_DAY_MS = 24 * _HOUR_MS
_MAX_AGE_DAYS = 30


class Backup(Struct, frozen=True):
    """One backup file; its time, number of events and fingerprint are read from its file name."""

    path: Path
    created_ms: int
    events: int
    fingerprint: str


class Backups:
    """The backups of one session file, in a folder for that session; the session file may be damaged or missing."""

    def __init__(self, data: Path, session: Path) -> None:
        self._session = session.resolve()
        key = hashlib.sha256(str(self._session).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self.folder = data / "backups" / f"{safe_file_name(session.stem, 'session')[:40]}-{key}"

    def list_all(self) -> tuple[Backup, ...]:
        """Return every backup, the latest first."""
        paths = self.folder.glob("*.ipusession") if self.folder.is_dir() else ()
        backups = [backup for path in paths if (backup := _parse_backup_name(path)) is not None]
        return tuple(sorted(backups, key=lambda b: (b.created_ms, b.events), reverse=True))

    def create_backup(self, now_ms: int) -> Backup | None:
        """Write a verified backup, delete old backups, and return the new one.

        None, without a new backup, if the latest has the same fingerprint. StoreError if the session is damaged or a
        write fails.
        """
        with _WRITER_LOCK, translate_errors(self.folder):
            present = self.list_all()
            if present and read_fingerprint(self._session) == present[0].fingerprint and present[0].path.stat().st_size:
                return None
            self._prepare_folder()
            with temporary_snapshot(self._session, self.folder / self._session.name) as (temporary, content):
                stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime(_STAMP_FORMAT)
                target = self.folder / f"{stamp}-{content.events:06d}-{content.fingerprint}.ipusession"
                move_into_place(temporary, target, overwrite=True)
        self.prune(now_ms)
        return _parse_backup_name(target)

    def prune(self, now_ms: int) -> None:
        """Delete the backups chosen by `select_prunable`; StoreError, and none is deleted, if the latest is damaged."""
        present = self.list_all()
        prunable = select_prunable(present, now_ms)
        if not prunable:
            return
        with translate_errors(self.folder):
            verify_session_file(present[0].path)
            for backup in prunable:
                backup.path.unlink(missing_ok=True)

    def copy_unverified(self, now_ms: int) -> Path:
        """Copy the session file byte for byte, even if damaged, with its rollback journal; return the copy's path."""
        stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime(_STAMP_FORMAT)
        with translate_errors(self.folder):
            self._prepare_folder()
            copy = self.folder / f"{stamp}-as-it-was.ipusession"
            # The rollback journal first: without it SQLite would take the copy for a complete one.
            for source, target in (
                (validation.rollback_journal_path(self._session), validation.rollback_journal_path(copy)),
                (self._session, copy),
            ):
                if source.exists():
                    with temporary_file(self.folder) as temporary:
                        shutil.copyfile(source, temporary)
                        move_into_place(temporary, target, overwrite=True)
        return copy

    def restore(self, backup: Backup, now_ms: int) -> None:
        """Replace the session file by a backup, after backing up the present file, valid or not.

        StoreError, with the session file unchanged, if the backup is damaged, the session is open in a process, or a
        write fails.
        """
        lock = SessionLock(self._session)
        try:
            self._back_up_present_file(now_ms)
            with _WRITER_LOCK, translate_errors(self._session):
                self._session.parent.mkdir(parents=True, exist_ok=True)
                with temporary_snapshot(backup.path, self._session) as (temporary, _):
                    # A rollback journal left behind was backed up; SQLite would apply it to the restored file.
                    validation.rollback_journal_path(self._session).unlink(missing_ok=True)
                    lock.release_session_file()
                    move_into_place(temporary, self._session, overwrite=True)
        finally:
            lock.release()

    def _back_up_present_file(self, now_ms: int) -> None:
        if not self._session.exists():
            return
        try:
            verify_session_file(self._session)
            self.create_backup(now_ms)
        except StoreError:
            self.copy_unverified(now_ms)

    def _prepare_folder(self) -> None:
        for folder in (self.folder.parent, self.folder):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.chmod(0o700)
        # A process that is writing a temporary file here now fails, and tries again within seconds.
        remove_temporary_files(self.folder)
        write_file(self.folder / "session.txt", f"{self._session}\n".encode("utf-8", "surrogateescape"))


def find_backed_up_sessions(data: Path) -> tuple[Path, ...]:
    """Return the paths of all session files that have backups, latest backup first; the files may be missing."""
    name_files = [file for file in (data / "backups").glob("*/session.txt") if any(file.parent.glob("2*.ipusession"))]
    name_files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
    return tuple(Path(file.read_text("utf-8", "surrogateescape").rstrip("\n")) for file in name_files)


def read_digests(path: Path) -> tuple[str, ...]:
    """Return the row hashes of a session file; an empty tuple if it cannot be opened or read."""
    try:
        journal = open_journal(path, read_only=True)
        try:
            return journal.digests()
        finally:
            journal.close()
    except StoreError:
        return ()


def describe_backups(data: Path, session: Path, present: Sequence[str]) -> tuple[BackupInfo, ...]:
    """Return each backup of a session with a summary of its content, latest first.

    The summary of a damaged backup is None. ``present`` are the row hashes of the current session file.
    """
    infos = []
    for backup in Backups(data, session).list_all():
        try:
            summary = summarize_session(backup.path, present)
        except StoreError:
            summary = None
        infos.append(BackupInfo(backup.created_ms, backup.path.name, summary, len(present)))
    return tuple(infos)


def select_prunable(backups: Sequence[Backup], now_ms: int) -> tuple[Backup, ...]:
    """Return the backups to delete; ``backups`` is sorted latest first.

    Kept are all of the last hour, the last of each hour of the last day, and the last of each day (UTC) of the last
    30 days; the latest backup is always kept.
    """
    seen: set[tuple[str, int]] = set()
    prunable = []
    for backup in backups:
        age = now_ms - backup.created_ms
        if backup is backups[0] or age <= _HOUR_MS:
            continue
        slot = ("hour", backup.created_ms // _HOUR_MS) if age <= _DAY_MS else ("day", backup.created_ms // _DAY_MS)
        if slot in seen or age > _MAX_AGE_DAYS * _DAY_MS:
            prunable.append(backup)
        seen.add(slot)
    return tuple(prunable)


def summarize_session(path: Path, present: Iterable[str] = ()) -> BackupSummary:
    """Return a summary of a session file that is not open; StoreError if it is damaged.

    ``present`` are the row hashes of the current session file: the rows before the first difference are counted.
    """
    journal = open_journal(path, read_only=True)
    try:
        with translate_errors(path):
            timeline = History(journal.replay())
            digests = journal.digests()
    finally:
        journal.close()
    common = 0
    for digest, other in zip(digests, present, strict=False):
        if digest != other:
            break
        common += 1
    now = timeline.state
    offset_min = now.sittings[-1].offset_min if now.sittings else 0
    counts = (len(now.sittings), len(digests), len(now.interventions), len(now.notes))
    return BackupSummary(now.details.title, *counts, timeline.last_ms, offset_min, common)


def _parse_backup_name(path: Path) -> Backup | None:
    match = _NAME_PATTERN.fullmatch(path.name)
    if match is None:
        return None
    try:
        created = datetime.strptime(match[1], _STAMP_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, int(created.timestamp() * 1000), int(match[2]), match[3])
