"""Showcase: writes the example session, its reports in two languages, and screenshots of the window, off screen.

For machines without a display: ``python -m ipu_session.app.gui.showcase FOLDER``.
"""

import os
import sys
import tempfile
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QWidget

from ipu_session.app import paths
from ipu_session.app.demo.example import write_example
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.file_services import report_bytes
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain.events import FloorGiven
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.history import History, JournalRow
from ipu_session.domain.model.ids import Timestamp
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.report.output_file import replace_file
from ipu_session.service.clock import ManualClock
from ipu_session.service.liveness import LIVENESS_DRAFT_KEY, LivenessMarker
from ipu_session.store.journal.open_session import create_and_close, open_journal
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.displays.screen_placement import WINDOWED
from ipu_session.ui.prepare.new_session import NewSessionPage
from ipu_session.ui.shell.session_view import SessionView

_SHOWN_SPEECH = 15
"""Number of the speech that is running in the screenshots."""
_INTO_SPEECH_MS = 73_000
_VENUE_OFFSET_MIN = 480


def write_showcase(folder: Path) -> tuple[Path, ...]:
    """Write session, reports and screenshots to ``folder`` and return their paths; UserFacingError on failure."""
    folder.mkdir(parents=True, exist_ok=True)
    session_path = folder / "example.ipusession"
    session_path.unlink(missing_ok=True)
    write_example(session_path)
    rows = _read_rows(session_path)
    written = [session_path, *_write_reports(folder, rows)]
    with tempfile.TemporaryDirectory() as scratch:
        midway = Path(scratch) / "Migration and human trafficking.ipusession"
        clock = ManualClock(_copy_until_speech(rows, midway), _VENUE_OFFSET_MIN)
        written += _ScreenshotTaker(folder, Path(scratch), clock).take_all(midway, session_path)
    return tuple(written)


class _ScreenshotTaker:
    """Opens the real window on the off-screen platform and saves screenshots."""

    def __init__(self, folder: Path, scratch: Path, clock: ManualClock) -> None:
        self._folder = folder
        running = QApplication.instance()
        self._app = running if isinstance(running, QApplication) else QApplication(["ipu-session"])
        self._written_files: list[Path] = []
        places = AppPaths(scratch / "settings.json", paths.resources_dir(), scratch)
        self._controller = AppController(self._app, build_app_services(), clock, places)
        self._controller.start(None)

    def take_all(self, midway: Path, session_path: Path) -> list[Path]:
        self._controller.open_session(session_path)
        self._controller.complete_opening()
        self._grab_workspace("report", "5-report")
        self._controller.open_session(midway)
        self._controller.complete_opening()
        self._grab_workspace("prepare", "3-prepare")
        self._grab_workspace("debate", "4-debate")
        self._controller.apply_preferences(Preferences(look="dark"))
        self._grab_workspace("debate", "4-debate-dark")
        self._controller.apply_preferences(Preferences(language="fr"))
        self._grab_workspace("debate", "4-debate-fr")
        self._grab_displays(Preferences(language="fr", look="dark"), "-fr-dark")
        self._grab_displays(Preferences(), "")
        self._controller.apply_preferences(Preferences())
        self._controller.show_start_page()
        self._grab("1-start")
        self._controller.show_new_session_page()
        page = self._controller.window.centralWidget()
        if isinstance(page, NewSessionPage):
            page.show_note(read_concept_note(paths.resources_dir() / "example" / "concept-note-144.txt"))
        self._grab("2-new-session")
        self._controller.window.close_without_asking()
        self._controller.wait_for_tasks()
        return self._written_files

    def _grab_displays(self, preferences: Preferences, suffix: str) -> None:
        """Save screenshots of hall display and chair's screen, each shown as a window."""
        self._controller.apply_preferences(replace(preferences, hall_screen=WINDOWED, chair_screen=WINDOWED))
        page = self._controller.window.centralWidget()
        if not isinstance(page, SessionView):
            return
        page.display_controller.toggle_hall()
        page.display_controller.toggle_chair()
        for window, picture in (
            (page.display_controller.hall_display, "6-hall"),
            (page.display_controller.chair_screen, "7-chair"),
        ):
            if window is not None:
                self._grab(f"{picture}{suffix}", window)
        page.display_controller.shut_down()

    def _grab_workspace(self, name: str, picture: str) -> None:
        page = self._controller.window.centralWidget()
        if isinstance(page, SessionView):
            page.show_workspace(name)
        self._grab(picture)

    def _grab(self, picture: str, window: QWidget | None = None) -> None:
        for dialog in self._controller.window.findChildren(QWidget):
            if dialog.isWindow():
                dialog.close()
        widget = self._controller.window if window is None else window
        widget.resize(1366, 768)
        # The layout needs the event loop; off screen no user can close the window meanwhile.
        for _ in range(3):
            self._app.processEvents()
        path = self._folder / f"{picture}.png"
        widget.grab().save(str(path))
        self._written_files.append(path)


def _read_rows(path: Path) -> tuple[JournalRow, ...]:
    journal = open_journal(path)
    try:
        return tuple(journal.replay())
    finally:
        journal.close()


def _write_reports(folder: Path, rows: tuple[JournalRow, ...]) -> list[Path]:
    session, now = History(rows).state, Timestamp(rows[-1].at_ms, _VENUE_OFFSET_MIN)
    written = []
    for language in ("en", "fr"):
        path = folder / f"report-{language}.docx"
        replace_file(path, report_bytes(session, now, ReportOptions(language)))
        written.append(path)
    return written


def _copy_until_speech(rows: tuple[JournalRow, ...], path: Path) -> int:
    """Write the session up to the middle of the shown speech; return that time (milliseconds since the epoch, UTC)."""
    given = [row for row in rows if isinstance(row.event, FloorGiven)][_SHOWN_SPEECH - 1]
    now_ms = given.at_ms + _INTO_SPEECH_MS
    with create_and_close(path) as journal:
        journal.append([row for row in rows if row.at_ms <= now_ms])
        journal.save_draft(LIVENESS_DRAFT_KEY, text=LivenessMarker(now_ms).to_text())
    return now_ms


def main() -> None:
    """Write the showcase to the folder named on the command line, and print the paths."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The off-screen plugin warns at each window that it cannot propagate size hints.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    for path in write_showcase(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
