"""Copies, backups and rescue of session files, on the desk: what the window asks for is carried out here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot

from ipu_session.domain.exchange.backup_info import KeptCopy
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.service.ports import Clock
from ipu_session.store.errors import StoreTrouble
from ipu_session.store.files.lock import held, holder_of, lock_path, remove_lock
from ipu_session.store.journal.open_session import open_again
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.store.maintenance.backups import Backups, copies, digests_of, sessions
from ipu_session.store.maintenance.repair import Missing, repair
from ipu_session.store.maintenance.snapshots import save_copy
from ipu_session.ui.bars.recovery_bar import RescueBar
from ipu_session.ui.core.background_task import Task, waited
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.dialogs import restore
from ipu_session.ui.dialogs.file_dialog import Then, ask_save
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.strings import labels

_DAMAGED = frozenset(
    {
        *(StoreTrouble.DAMAGED, StoreTrouble.CUT, StoreTrouble.IMPOSSIBLE),
        *(StoreTrouble.EMPTY, StoreTrouble.OTHER_MODE),
    }
)
_ENDING = ".ipusession"
_LOCKED = frozenset({StoreTrouble.LOCK_UNREADABLE, StoreTrouble.IN_USE_ELSEWHERE})


class OpenDesk(Protocol):
    """What is asked of the desk."""

    window: MainWindow

    @property
    def path(self) -> Path:
        """The session that is open, or an empty path."""

    def open_instead(self, path: Path) -> None:
        """Open a session; while somebody speaks in the open one it is asked first."""

    def show_start(self) -> None:
        """Put the session away."""


class Rescue(QObject):
    """Restores, repairs, copies and unlocks."""

    def __init__(self, desk: OpenDesk, data: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._data = data
        self._clock = clock
        self._bar: RescueBar | None = None
        self._copying: Task | None = None

    def offer(self, path: Path, error: TroubleError) -> bool:
        """Say what can be done about a session that did not open, if there is anything."""
        if self._bar is not None:
            self._bar.hide()
        damaged = error.trouble in _DAMAGED
        locked = error.trouble in _LOCKED and lock_path(path).exists() and not held(path)
        if not (damaged or locked):
            return False
        if self._bar is None or self._bar.parent() is not self._desk.window:
            self._bar = RescueBar(self._desk.window)
            self._bar.repair_asked.connect(self.repair)
            self._bar.restore_asked.connect(self.show_backups)
            self._bar.unlock_asked.connect(self.unlock)
            self._desk.window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._bar)
        holder = holder_of(path) if locked else None
        repairable = damaged and error.trouble is not StoreTrouble.EMPTY
        self._bar.offer(path, labels.trouble(error), repair=repairable, restore=damaged, holder=holder)
        return True

    @Slot(Path)
    def repair(self, path: Path) -> None:
        """Ask where the repaired copy goes, write it, open it and say what is missing."""
        offered = path.with_stem(self.tr("{name} (repaired)").format(name=path.stem))
        self._ask_where(self.tr("Repair into a copy"), offered, partial(self._repair_into, path))

    def _repair_into(self, path: Path, target: Path) -> None:
        self._desk.window.say(self.tr("What is sound is being saved into a copy …"))
        try:
            found = waited(partial(repair, path, target))
        except TroubleError as error:
            self._desk.window.warn(labels.trouble(error))
            return
        self._put_bar_away()
        if not self._desk.window.isVisible():
            # The program was told to end meanwhile.
            return
        self._desk.open_instead(target)
        self._desk.window.say(self._missing(found.events, found.missing))

    @Slot(Path)
    def unlock(self, path: Path) -> None:
        """Remove a lock that nobody alive holds, and open the session."""
        try:
            remove_lock(path)
        except TroubleError as error:
            self._desk.window.warn(labels.trouble(error))
            return
        self._put_bar_away()
        self._desk.open_instead(path)

    @Slot()
    def ask_for_backup(self) -> None:
        """Show the backups of every session, those of the open one first."""
        self.show_backups(self._desk.path)

    @Slot(Path)
    def show_backups(self, path: Path) -> None:
        """Show the backups of a session, and of the others."""
        known = list(sessions(self._data))
        if path != Path():
            first = path.resolve()
            known = [first, *(other for other in known if other != first)]
        page = opened(self._desk.window, restore.RestorePage)
        if page is None:
            page = restore.RestorePage(known, self._look, self._clock.now().offset_min, self._desk.window)
            page.chosen.connect(self.restore)
        else:
            page.offer(known)
        bring_forward(page)

    @Slot(Path, str)
    def restore(self, path: Path, name: str) -> None:
        """Put a backup in the place of a session, and open it."""
        backups = Backups(self._data, path)
        found = next((backup for backup in backups.all() if backup.path.name == name), None)
        if found is None:
            return
        if self._desk.path == path:
            self._desk.show_start()
        self._desk.window.say(self.tr("The backup is being put in place …"))
        try:
            waited(partial(backups.restore, found, self._clock.now().utc_ms))
        except TroubleError as error:
            self._desk.window.warn(labels.trouble(error))
            return
        self._put_bar_away()
        if self._desk.window.isVisible():
            # Else the program was told to end meanwhile.
            self._desk.open_instead(path)

    @Slot()
    def save_copy(self) -> None:
        """Ask where a copy of the open session goes, and write it beside the window's thread."""
        path = self._desk.path
        offered = path.with_stem(self.tr("{name} (copy)").format(name=path.stem))
        self._ask_where(self.tr("Save a copy"), offered, self._copy_to)

    def _copy_to(self, target: Path) -> None:
        path = self._desk.path
        if self._copying is not None or path == Path():
            return
        if target.resolve() == path:
            self._desk.window.warn(self.tr("That is the session itself; choose another name."))
            return
        self._copying = Task(_copying(path, target), self)
        self._copying.done.connect(self._on_copied)
        self._copying.failed.connect(self._on_failed)
        self._copying.finished.connect(self._on_finished)
        self._copying.start()

    def rest(self) -> None:
        """Wait for a copy that is being written."""
        if self._copying is not None:
            self._copying.wait()

    def _look(self, path: Path) -> tuple[KeptCopy, ...]:
        present = _digests(open_again(path)) if path == self._desk.path else digests_of(path)
        return copies(self._data, path, present)

    def _ask_where(self, title: str, offered: Path, then: Then) -> None:
        kinds = self.tr("Sessions (*.ipusession)")
        ask_save(self._desk.window, title, offered, kinds, partial(_with_ending, then))

    def _put_bar_away(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _missing(self, events: int, missing: Missing) -> str:
        parts = [self.tr("{events} events were saved.").format(events=events)]
        since = labels.local_time(missing.from_ms, self._clock.now().offset_min, seconds=True)
        if missing.last:
            text = self.tr("Missing: events {first} to {last}, after {since}.")
            parts.append(text.format(first=missing.first, last=missing.last, since=since))
        elif missing.first:
            parts.append(self.tr("What came after {since} may be missing.").format(since=since))
        if missing.drafts:
            parts.append(self.tr("Missing: {count} half-typed texts.").format(count=len(missing.drafts)))
        if missing.files:
            parts.append(self.tr("Missing files: {names}.").format(names=", ".join(missing.files)))
        if len(parts) == 1:
            parts.append(self.tr("Nothing is missing."))
        return " ".join(parts)

    @Slot(object)
    def _on_copied(self, done: object) -> None:
        self._desk.window.say(self.tr("The copy is saved."))

    @Slot(TroubleError)
    def _on_failed(self, error: TroubleError) -> None:
        self._desk.window.warn(labels.trouble(error))

    @Slot()
    def _on_finished(self) -> None:
        if self._copying is not None:
            self._copying.deleteLater()
        self._copying = None


def _copying(path: Path, target: Path) -> Callable[[Progress], object]:
    return lambda _progress: save_copy(path, target)


def _digests(journal: SqliteJournal) -> tuple[str, ...]:
    try:
        return journal.digests()
    finally:
        journal.close()


def _with_ending(then: Then, path: Path) -> None:
    then(path if path.suffix == _ENDING else path.with_name(f"{path.name}{_ENDING}"))
