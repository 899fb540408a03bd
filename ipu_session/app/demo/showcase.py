"""The example debate played off screen: the report in two languages and a picture of every screen.

For machines without a display: ``python -m ipu_session.app.demo.showcase FOLDER``.
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ipu_session.app import paths
from ipu_session.app.demo.example import write_example
from ipu_session.app.gui.controller import Desk
from ipu_session.app.lazy_imports import errands
from ipu_session.app.services.file_services import report_bytes
from ipu_session.app.user_paths import Places
from ipu_session.domain.events import FloorGiven
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.history import Row, Timeline
from ipu_session.domain.model.ids import Moment
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.report.atomic_write import replace_file
from ipu_session.service.clock import HandClock
from ipu_session.service.liveness import ALIVE, SignOfLife
from ipu_session.store.journal.open_session import making, open_journal
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.displays.screen_placement import WINDOWED
from ipu_session.ui.prepare.new_session import NewSessionPage
from ipu_session.ui.shell.session_view import SessionView

_SPEECH = 15
"""Which speech is shown as going on."""
_INTO_SPEECH_MS = 73_000
_ROOM_OFFSET_MIN = 480


def show(folder: Path) -> tuple[Path, ...]:
    """Write session, reports and pictures into ``folder`` and return them; TroubleError if it cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "example.ipusession"
    whole.unlink(missing_ok=True)
    write_example(whole)
    rows = _rows(whole)
    made = [whole, *_reports(folder, rows)]
    with tempfile.TemporaryDirectory() as scratch:
        midway = Path(scratch) / "Migration and human trafficking.ipusession"
        clock = HandClock(_copy_until_speech(rows, midway), _ROOM_OFFSET_MIN)
        made += _Pictures(folder, Path(scratch), clock).take(midway, whole)
    return tuple(made)


class _Pictures:
    """Opens the real window off screen and grabs it."""

    def __init__(self, folder: Path, scratch: Path, clock: HandClock) -> None:
        self._folder = folder
        running = QApplication.instance()
        self._app = running if isinstance(running, QApplication) else QApplication(["ipu-session"])
        self._made: list[Path] = []
        places = Places(scratch / "settings.json", paths.resources(), scratch)
        self._desk = Desk(self._app, errands(), clock, places)
        self._desk.start(None)

    def take(self, midway: Path, whole: Path) -> list[Path]:
        self._desk.open_session(whole)
        self._workspace("report", "5-report")
        self._desk.open_session(midway)
        self._workspace("prepare", "3-prepare")
        self._workspace("debate", "4-debate")
        self._desk.prefer(Preferences(look="dark"))
        self._workspace("debate", "4-debate-dark")
        self._desk.prefer(Preferences(language="fr"))
        self._workspace("debate", "4-debate-fr")
        self._displays(Preferences(language="fr", look="dark"), "-fr-dark")
        self._displays(Preferences(), "")
        self._desk.prefer(Preferences())
        self._desk.show_start()
        self._grab("1-start")
        self._desk.new_session()
        page = self._desk.window.centralWidget()
        if isinstance(page, NewSessionPage):
            page.show_note(read_concept_note(paths.resources() / "example" / "concept-note-144.txt"))
        self._grab("2-new-session")
        self._desk.window.close_now()
        return self._made

    def _displays(self, preferences: Preferences, more: str) -> None:
        """Take the two further windows, on no screen of their own."""
        self._desk.prefer(replace(preferences, hall_screen=WINDOWED, chair_screen=WINDOWED))
        page = self._desk.window.centralWidget()
        if not isinstance(page, SessionView):
            return
        page.displays.toggle_hall()
        page.displays.toggle_chair()
        for window, picture in ((page.displays.hall, "6-hall"), (page.displays.chair, "7-chair")):
            if window is not None:
                self._grab(f"{picture}{more}", window)
        page.displays.rest()

    def _workspace(self, name: str, picture: str) -> None:
        page = self._desk.window.centralWidget()
        if isinstance(page, SessionView):
            page.go(name)
        self._grab(picture)

    def _grab(self, picture: str, window: QWidget | None = None) -> None:
        for dialog in self._desk.window.findChildren(QWidget):
            if dialog.isWindow():
                dialog.close()
        shown = self._desk.window if window is None else window
        shown.resize(1366, 768)
        for _ in range(3):
            self._app.processEvents()
        path = self._folder / f"{picture}.png"
        shown.grab().save(str(path))
        self._made.append(path)


def _rows(path: Path) -> tuple[Row, ...]:
    journal = open_journal(path)
    try:
        return tuple(journal.replay())
    finally:
        journal.close()


def _reports(folder: Path, rows: tuple[Row, ...]) -> list[Path]:
    session, now = Timeline(rows).now, Moment(rows[-1].at_ms, _ROOM_OFFSET_MIN)
    made = []
    for language in ("en", "fr"):
        path = folder / f"report-{language}.docx"
        replace_file(path, report_bytes(session, now, ReportChoice(language)))
        made.append(path)
    return made


def _copy_until_speech(rows: tuple[Row, ...], path: Path) -> int:
    """Write the debate up to the middle of the speech that is shown; return when that is (UTC ms)."""
    given = [row for row in rows if isinstance(row.event, FloorGiven)][_SPEECH - 1]
    now_ms = given.at_ms + _INTO_SPEECH_MS
    with making(path) as journal:
        journal.append([row for row in rows if row.at_ms <= now_ms])
        journal.keep_draft(ALIVE, SignOfLife(now_ms).text())
    return now_ms


def main() -> None:
    """Play the example into the folder named on the command line, and say what was made."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The off-screen plugin says at each window that it has no window manager.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    for path in show(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
