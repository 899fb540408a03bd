"""The window's way in: it puts the real parts together and runs Qt."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from ipu_session.app import paths
from ipu_session.app.gui import crash_handler
from ipu_session.app.gui.controller import Desk
from ipu_session.app.gui.run_state import Left
from ipu_session.app.gui.shutdown import Departure
from ipu_session.app.lazy_imports import errands
from ipu_session.app.user_paths import Places
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.service.clock import SystemClock

GIVE_WAY_S = 0.0005
_NOTED_EVERY_MS = 500
_MIND_CHANGED_AFTER_MS = 60_000
_SOUND_AFTER_MS = 20_000
"""What was opened after a crash and has stood so long did not cause it."""


def run_window(path: Path | None) -> int:
    """Show the window, with the session in ``path`` if there is one, until it is closed."""
    app, desk = open_window(None, show=False)
    run = Run(app, desk)
    run.begin(path)
    try:
        return app.exec()
    finally:
        run.rest()


def open_window(path: Path | None, *, show: bool = True) -> tuple[QApplication, Desk]:
    """Make the window, and show it, before Qt's loop begins; keep both as long as it is wanted."""
    # A thread beside the window gives way at once, not after 5 ms each time the window wants something.
    sys.setswitchinterval(GIVE_WAY_S)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("IPU Session")
    app.setDesktopFileName("ipu-session")
    desk = Desk(app, errands(), SystemClock(), places())
    if show:
        desk.start(path)
    return app, desk


def places() -> Places:
    """Return where this user's things are kept."""
    documents = Path.home() / "Documents"
    return Places(
        paths.config_dir() / "settings.json",
        paths.resources(),
        documents if documents.is_dir() else Path.home(),
        paths.emergency_dirs(),
        paths.log_dir() / crash_handler.LOG,
        paths.data_dir(),
    )


class Run(QObject):
    """One run of the window: watched over, noted, and ended as it should be."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        super().__init__(app)
        self._desk = desk
        self._watch = crash_handler.Watch(
            desk.mishaps.tell_of_fault, desk.mishaps.tell_of_log, paths.log_dir()
        )
        self._departure = Departure(app, self._keep, self._leave)
        self._left = False
        """Whether the end came from outside: then the next start opens what is open now."""
        self._notes = QTimer(self)
        self._notes.setInterval(_NOTED_EVERY_MS)
        self._notes.timeout.connect(self.note)
        self._proof = QTimer(self)
        self._proof.setSingleShot(True)
        self._proof.timeout.connect(self._sound)

    def begin(self, path: Path | None) -> None:
        """Show the window with what was asked for, or with what the last run had open when it was cut off."""
        left = self._watch.left
        again = left is not None and path in {None, Path(left.standing.session)}
        if left is not None and again and not left.again:
            self._watch.mark.opened_again(again=not left.ended)
            self._proof.start(_SOUND_AFTER_MS)
            self._desk.start(None)
            self._desk.restore(left.standing)
            if self._desk.bridge is not None:
                # Whoever works in it again is not stopped by it.
                self._desk.bridge.committed.connect(self._sound)
        else:
            self._desk.start(path)
        if left is not None:
            self._tell(left)
        self.note()
        self._notes.start()

    def rest(self) -> None:
        """Say goodbye."""
        self._notes.stop()
        self._proof.stop()
        self._departure.rest()
        self._watch.rest(keep=self._left)

    @Slot()
    def note(self) -> None:
        """Note what is open and how the window stands."""
        self._notes.setInterval(_NOTED_EVERY_MS)
        if not self._left:
            self._watch.mark.note(self._desk.standing())

    @Slot()
    def open_again(self) -> None:
        """Open what the last run had open."""
        if self._watch.left is not None:
            self._desk.restore(self._watch.left.standing)

    def _tell(self, left: Left) -> None:
        standing = left.standing
        open_now = self._desk.standing().session
        if standing.session and open_now != standing.session:
            self._desk.mishaps.tell_of_end(left, self.open_again, self._room)
        else:
            self._desk.mishaps.tell_of_end(left, None, self._room)

    def _room(self) -> tuple[Session, Moment]:
        """Return the session that is open, if one is, and the time by its clock."""
        bridge = self._desk.bridge
        return (Session(), SystemClock().now()) if bridge is None else (bridge.session, bridge.now())

    @Slot()
    def _sound(self) -> None:
        self._watch.mark.opened_again(again=False)

    def _keep(self) -> None:
        self._desk.keep()
        # Whoever changes their mind goes on working; the mark says so again after a while.
        self._notes.setInterval(_MIND_CHANGED_AFTER_MS)
        self._watch.mark.ending(self._desk.standing())

    def _leave(self) -> None:
        self._left = True
        self._watch.mark.ending(self._desk.standing())
        self._desk.leave()
