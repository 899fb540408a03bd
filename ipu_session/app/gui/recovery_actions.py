"""Recovery actions of the window: copy, back up, restore, repair and unlock session files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot

from ipu_session.domain.exchange.backup_info import BackupInfo
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.ports import Clock
from ipu_session.store.errors import StoreErrorCode
from ipu_session.store.files.lock import is_session_locked, lock_path, read_lock_holder, remove_lock
from ipu_session.store.journal.open_session import open_second_connection
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.store.maintenance.backups import Backups, describe_backups, find_backed_up_sessions, read_digests
from ipu_session.store.maintenance.file_snapshots import save_copy
from ipu_session.store.maintenance.repair import MissingParts, RepairResult, repair
from ipu_session.ui.bars.recovery_bar import RecoveryBar
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.dialogs import restore
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_save_file
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.strings import labels

_DAMAGED = frozenset(
    {
        *(StoreErrorCode.DAMAGED, StoreErrorCode.TRUNCATED, StoreErrorCode.IMPOSSIBLE),
        *(StoreErrorCode.EMPTY, StoreErrorCode.OTHER_MODE),
    }
)
_SUFFIX = ".ipusession"
_LOCKED = frozenset({StoreErrorCode.LOCK_UNREADABLE, StoreErrorCode.IN_USE_ELSEWHERE})


class SessionHost(Protocol):
    """Part of the controller that the recovery actions use."""

    window: MainWindow

    @property
    def path(self) -> Path:
        """Path of the open session; ``Path()`` without a session."""

    def open_session_with_confirmation(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Open a session file, show it and call ``then``; ask first if a speech is running in the open session."""

    def show_start_page(self) -> None:
        """Close the session and show the start page."""


class RecoveryActions(QObject):
    """Restores, repairs, copies and unlocks session files, with the dialogs for it."""

    def __init__(self, desk: SessionHost, data: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._host = desk
        self._data = data
        self._clock = clock
        self._bar: RecoveryBar | None = None
        self._tasks = TaskRunner(self)
        self._tasks.failed.connect(self._on_failed)

    def show_recovery_bar(self, path: Path, error: UserFacingError) -> bool:
        """Show what can be done with a session that failed to open: repair, restore, unlock.

        Return False, with the bar hidden, if none of them applies to the error.
        """
        if self._bar is not None:
            self._bar.hide()
        damaged = error.code in _DAMAGED
        locked = error.code in _LOCKED and lock_path(path).exists() and not is_session_locked(path)
        if not (damaged or locked):
            return False
        if self._bar is None or self._bar.parent() is not self._host.window:
            self._bar = RecoveryBar(self._host.window)
            self._bar.repair_requested.connect(self.repair)
            self._bar.restore_requested.connect(self.show_backups)
            self._bar.unlock_requested.connect(self.unlock)
            self._host.window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._bar)
        holder = read_lock_holder(path) if locked else None
        repairable = damaged and error.code is not StoreErrorCode.EMPTY
        self._bar.show_options(path, labels.error_message(error), repair=repairable, restore=damaged, holder=holder)
        return True

    @Slot(Path)
    def repair(self, path: Path) -> None:
        """Ask for the path of a repaired copy, write the copy in a worker thread, open it and say what is missing."""
        offered = path.with_stem(self.tr("{name} (repaired)").format(name=path.stem))
        self._ask_target_path(self.tr("Repair into a copy"), offered, partial(self._repair_into, path))

    def _repair_into(self, path: Path, target: Path) -> None:
        self._host.window.show_message(self.tr("What is sound is being saved into a copy …"))
        self._tasks.run(partial(repair, path, target), partial(self._on_repaired, target))

    def _on_repaired(self, target: Path, found: RepairResult) -> None:
        self._hide_bar()
        missing = self._describe_missing(found.events, found.missing)
        self._host.open_session_with_confirmation(target, partial(self._show_message, missing))

    @Slot(Path)
    def unlock(self, path: Path) -> None:
        """Remove a stale lock and open the session."""
        try:
            remove_lock(path)
        except UserFacingError as error:
            self._host.window.show_warning(labels.error_message(error))
            return
        self._hide_bar()
        self._host.open_session_with_confirmation(path)

    @Slot()
    def ask_for_backup(self) -> None:
        """Show the dialog with the backups of all sessions, those of the open session first."""
        self.show_backups(self._host.path)

    @Slot(Path)
    def show_backups(self, path: Path) -> None:
        """Show the dialog with the backups of all sessions, those of the session at ``path`` first."""
        known = list(find_backed_up_sessions(self._data))
        if path != Path():
            first = path.resolve()
            known = [first, *(other for other in known if other != first)]
        page = opened(self._host.window, restore.RestoreBackupDialog)
        if page is None:
            page = restore.RestoreBackupDialog(
                known, self._list_backups, self._clock.now().offset_min, self._host.window
            )
            page.restore_requested.connect(self.restore_backup)
        else:
            page.offer(known)
        bring_forward(page)

    @Slot(Path, str)
    def restore_backup(self, path: Path, name: str) -> None:
        """Replace a session by its backup with the file name ``name``, in a worker thread, and open it.

        If it is the open session, it is closed first. Without such a backup nothing happens.
        """
        backups = Backups(self._data, path)
        found = next((backup for backup in backups.list_all() if backup.path.name == name), None)
        if found is None:
            return
        if self._host.path == path:
            self._host.show_start_page()
        self._host.window.show_message(self.tr("The backup is being put in place …"))
        restore_backup = partial(backups.restore, found, self._clock.now().utc_ms)
        self._tasks.run(restore_backup, partial(self._on_restored, path))

    def _on_restored(self, path: Path, _: None) -> None:
        self._hide_bar()
        self._host.open_session_with_confirmation(path)

    @Slot()
    def save_copy(self) -> None:
        """Ask for the path of a copy of the open session, and write it in a worker thread."""
        path = self._host.path
        offered = path.with_stem(self.tr("{name} (copy)").format(name=path.stem))
        self._ask_target_path(self.tr("Save a copy"), offered, self._copy_to)

    def _copy_to(self, target: Path) -> None:
        path = self._host.path
        if path == Path():
            return
        if target.resolve() == path:
            self._host.window.show_warning(self.tr("That is the session itself; choose another name."))
            return
        self._tasks.run(partial(save_copy, path, target), self._on_copied)

    def cancel(self) -> None:
        """Discard the result of the running action and do not begin a waiting one."""
        self._tasks.cancel()

    def _list_backups(self, path: Path) -> tuple[BackupInfo, ...]:
        present = _read_digests(open_second_connection(path)) if path == self._host.path else read_digests(path)
        return describe_backups(self._data, path, present)

    def _ask_target_path(self, title: str, offered: Path, then: FileCallback) -> None:
        kinds = self.tr("Sessions (*.ipusession)")
        ask_save_file(self._host.window, title, offered, kinds, partial(_with_suffix, then))

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _describe_missing(self, events: int, missing: MissingParts) -> str:
        parts = [self.tr("{events} events were saved.").format(events=events)]
        since = labels.format_local_time(missing.from_ms, self._clock.now().offset_min, seconds=True)
        if missing.last_event:
            text = self.tr("Missing: events {first} to {last}, after {since}.")
            parts.append(text.format(first=missing.first_event, last=missing.last_event, since=since))
        elif missing.first_event:
            parts.append(self.tr("What came after {since} may be missing.").format(since=since))
        if missing.drafts:
            parts.append(self.tr("Missing: {count} half-typed texts.").format(count=len(missing.drafts)))
        if missing.files:
            parts.append(self.tr("Missing files: {names}.").format(names=", ".join(missing.files)))
        if len(parts) == 1:
            parts.append(self.tr("Nothing is missing."))
        return " ".join(parts)

    def _on_copied(self, _: object) -> None:
        self._show_message(self.tr("The copy is saved."))

    def _show_message(self, sentence: str) -> None:
        self._host.window.show_message(sentence)

    @Slot(UserFacingError)
    def _on_failed(self, error: UserFacingError) -> None:
        self._host.window.show_warning(labels.error_message(error))


def _read_digests(journal: SqliteJournal) -> tuple[str, ...]:
    try:
        return journal.digests()
    finally:
        journal.close()


def _with_suffix(then: FileCallback, path: Path) -> None:
    then(path if path.suffix == _SUFFIX else path.with_name(f"{path.name}{_SUFFIX}"))
