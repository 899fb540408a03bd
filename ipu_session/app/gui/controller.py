"""What lies on the secretary's desk: the window, the settings, and the one session that is open."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from ipu_session.app.gui import i18n, settings
from ipu_session.app.gui.backup_scheduler import Keeper
from ipu_session.app.gui.notifications import Mishaps
from ipu_session.app.gui.recovery_actions import Rescue
from ipu_session.app.gui.run_state import Standing
from ipu_session.app.gui.run_state_capture import bring_back, standing_of
from ipu_session.app.gui.session_loader import Serving
from ipu_session.app.lazy_imports import Reports, later
from ipu_session.app.user_paths import Places
from ipu_session.domain.commands import CreateSession
from ipu_session.domain.exchange.import_results import ListChoices, SpeakersList
from ipu_session.domain.exchange.save_status import Unsaved
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.service.ports import Clock
from ipu_session.store.journal.emergency_recovery import Found
from ipu_session.store.journal.open_session import create, open_journal
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.ui.core import appearance
from ipu_session.ui.core.app_services import Directory, Errands
from ipu_session.ui.core.background_task import breathe, waited
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.dialogs import settings as settings_dialog
from ipu_session.ui.dialogs.file_dialog import ask_open
from ipu_session.ui.displays.screen_placement import on_a_screen
from ipu_session.ui.prepare import new_session
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.shell.view_state import put_into, taken_from
from ipu_session.ui.shell.welcome_page import StartPage
from ipu_session.ui.strings import labels

if TYPE_CHECKING:
    from ipu_session.service.session_service import SessionService

_write_example = later("ipu_session.app.demo.example:write_example")


class Desk(QObject):
    """Opens and closes sessions, and lays the window anew when the language changes."""

    def __init__(self, app: QApplication, errands: Errands, clock: Clock, places: Places) -> None:
        super().__init__(app)
        self._app = app
        self._errands = errands
        self._clock = clock
        self._places = places
        self._settings = settings.load(places.settings)
        self._translators: tuple[QTranslator, ...] = ()
        self._service: SessionService | None = None
        self._view: SessionView | None = None
        """The view of the session that is open, shown or about to be."""
        self.bridge: Bridge | None = None
        """The session that is open, as its views have it."""
        self._path = Path()
        self._reports = Reports(self._path)
        self._found = Found()
        self._leaving = False
        """Whether the window was closed, perhaps while a session was being opened."""
        self._serving = Serving(clock, places.emergency, places.data)
        self.mishaps = Mishaps(self._window, places.log, errands.write_file, self)
        data = places.data or places.settings.parent
        self._rescue = Rescue(self, data, clock, self)
        self._keeper: Keeper | None = None
        self._dress()
        self.window = self._lay_window()

    @property
    def path(self) -> Path:
        """The session that is open, or an empty path."""
        return self._path

    def start(self, path: Path | None) -> None:
        """Show the window with a session, or with the start page."""
        if path is not None:
            self.open_session(path)
        self._stay()
        self.window.show()

    @Slot()
    def show_start(self) -> None:
        """Put the session away and show the start page."""
        self._put_away()
        recent = [(r.path, r.title, r.day) for r in self._settings.recent if r.path.exists()]
        page = StartPage(recent)
        page.new_asked.connect(self.new_session)
        page.open_asked.connect(self.open_session)
        page.example_asked.connect(self.open_example)
        page.restore_asked.connect(self._rescue.ask_for_backup)
        self.window.show_page(page)

    @Slot()
    def new_session(self) -> None:
        """Show the page that makes a session of a concept note."""
        self._put_away()
        page = new_session.NewSessionPage(self._errands, self._places.sessions)
        page.created.connect(self.create_session)
        page.cancelled.connect(self.show_start)
        self.window.show_page(page)

    @Slot()
    def choose_session(self) -> None:
        """Ask which session file to open."""
        kinds = self.tr("Sessions (*.ipusession)")
        ask_open(self.window, self.tr("Open a session"), self._places.sessions, kinds, self.open_instead)

    @Slot(Path)
    def open_session(self, path: Path) -> None:
        """Open a session file; what is wrong with it is said, and what was open stays open."""
        if path == Path():
            self.choose_session()
        elif path.resolve() != self._path:
            self._take(partial(open_journal, path), path)

    def open_instead(self, path: Path) -> None:
        """Open a file as the user wishes; while somebody speaks in the open session it is asked first."""
        again = path.resolve() == self._path
        if again or not self.window.holds_up(f"open {path}", partial(self.open_session, path)):
            self.open_session(path)

    @Slot()
    def take_copy_over(self) -> None:
        """Open the session anew with the acts of the emergency copy that was offered."""
        path, self._serving.accepted = self._path, self._found.offered
        self._put_away()
        self.open_session(path)
        self._serving.accepted = None
        if self.bridge is None:
            self.show_start()

    def standing(self) -> Standing:
        """Return what is open and how the window stands, so that it can be had again."""
        return standing_of(self.window, self._view, self._path)

    def restore(self, standing: Standing) -> None:
        """Open what was open, with its workspace and displays, where the window was."""
        if len(standing.window) == 4 and on_a_screen(QRect(*standing.window)):
            self.window.setGeometry(QRect(*standing.window))
        if standing.session:
            self.open_session(Path(standing.session))
        bring_back(self._view, standing)

    def keep(self) -> None:
        """Put everything on disk that is not yet: the machine may stop, but need not."""
        if self._view is not None:
            self._view.keep()

    @Slot()
    def leave(self) -> None:
        """End as if the window had been closed."""
        self.window.close_now()
        self._app.quit()

    @Slot(Path, CreateSession)
    def create_session(self, path: Path, command: CreateSession) -> None:
        """Make a session file and open it."""
        self._take(partial(create, path), path, command)

    @Slot()
    def open_example(self) -> None:
        """Open the example debate; it is written first if it is not there."""
        path = self._places.sessions / "example.ipusession"
        try:
            if not path.exists():
                _write_example(path)
        except TroubleError as error:
            self.window.warn(labels.trouble(error))
            return
        self.open_session(path)

    @Slot(Preferences)
    def prefer(self, chosen: Preferences) -> None:
        """Take new preferences over at once; nothing typed is lost by it."""
        relabel = chosen.language != self._settings.preferences.language
        self._settings = replace(self._settings, preferences=chosen)
        self._remember()
        self._dress()
        if self._view is not None:
            self._view.prefer(chosen)
        if relabel:
            self._relabel()

    @Slot()
    def show_settings(self) -> None:
        """Show the settings beside the debate."""
        settings_dialog.show_settings(self._settings.preferences, self.prefer, self.window)

    @Slot()
    def put_away(self) -> None:
        """Let go of the session that is open; the window is closing."""
        self._leaving = True
        # The last backup is made behind a window that is gone already.
        self.window.hide()
        if self._view is None or not self._view.making:
            self._put_away()

    def _take(
        self, opened: Callable[[], SqliteJournal], path: Path, first: CreateSession | None = None
    ) -> None:
        self._leaving = False
        try:
            service, self._found = waited(partial(self._serving.serve, opened, path, first))
        except TroubleError as error:
            self._stay()
            if not self._rescue.offer(path, error):
                self.window.warn(labels.trouble(error))
            return
        except RejectedError as refusal:
            self._stay()
            self.window.warn(labels.refusal(refusal.reason.value))
            return
        self._put_away()
        if self._leaving:
            service.close()
            return
        self._service = service
        self.bridge = Bridge(service, self)
        self.bridge.saving.connect(self._follow)
        self._note_path(path.resolve())
        self._show_session("debate" if first is None else "prepare")
        if self.bridge is not None:
            self.mishaps.tell_of_copies(self._found, self.take_copy_over)
            self._keep()

    def _note_path(self, path: Path) -> None:
        """Note where the session that is open lies, for the next start as well."""
        self._path = path
        if self._service is not None:
            title = self._service.session.details.title or path.stem
            day = settings.day_of(self._clock.now())
            self._settings = self._settings.opened(settings.Recent(path, title, day))
            self._remember()

    @Slot(Unsaved)
    def _follow(self, unsaved: Unsaved) -> None:
        """Go on with the file that the session was written to anew, beside one that took its place."""
        # The session may have been named by a relative path.
        anew = Path(unsaved.moved_to).resolve()
        if not unsaved.moved_to or anew == self._path:
            return
        self.mishaps.tell_of_move(self._path, anew)
        self._note_path(anew)
        self._reports.source = anew
        if self._keeper is not None:
            self._keeper.follow(anew)

    def _stay(self) -> None:
        """Leave the page there is; at the program's start there is none yet if no session opened."""
        if self.window.centralWidget() is None:
            self.show_start()

    def _show_session(self, workspace: str, displays: tuple[str, ...] = ()) -> None:
        if self.bridge is not None:
            self._reports = reports = Reports(self._path)
            errands = replace(
                self._errands,
                folder=self._folder,
                template=self._template,
                keep_template=self._keep_template,
                write_report=reports.write,
                write_final=reports.write_final,
                read_speakers=self._read_speakers,
                understand_speakers=self._understand_speakers,
            )
            self._view = view = SessionView(self.bridge, errands, self._settings.preferences, self.window)
            view.made.connect(self._leave_if_closed)
            # Making it, making its workspace and laying both out each take a while.
            breathe()
            if self.bridge is not None:
                view.go(workspace)
                breathe()
            if self.bridge is None:
                # The window was closed meanwhile.
                view.deleteLater()
                return
            self.window.show_page(view)
            view.go(workspace).setFocus()
            view.displays.show(displays)

    @Slot()
    def _leave_if_closed(self) -> None:
        """Let go of the session if the window was closed while a workspace was made; it was made whole."""
        if self._leaving:
            self._put_away()

    def _put_away(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            # It stays until the last backup is made, but rests only once.
            view.rest()
        if self._service is not None:
            self._service.close()
            # Its file may have been replaced since it was last looked at.
            self._follow(self._service.unsaved())
        keeper, self._keeper = self._keeper, None
        self._service = self.bridge = None
        self._path = Path()
        self._rescue.rest()
        if keeper is not None:
            keeper.rest()

    def _window(self) -> MainWindow:
        return self.window

    def _keep(self) -> None:
        if self._places.data is not None:
            self._keeper = Keeper(self._places.data, self._path, self._clock, self)
            self._keeper.said.connect(self._say)

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self.window.say(sentence)

    def _read_speakers(self, path: Path, directory: Directory, choices: ListChoices) -> SpeakersList:
        """Read a list, and keep the session as it is before the list comes in."""
        if self._keeper is not None:
            self._keeper.ask()
        return self._errands.read_speakers(path, directory, choices)

    def _understand_speakers(self, text: str, directory: Directory, choices: ListChoices) -> SpeakersList:
        """Understand a pasted list, and keep the session as it is before the list comes in."""
        if self._keeper is not None:
            self._keeper.ask()
        return self._errands.understand_speakers(text, directory, choices)

    def _folder(self) -> Path:
        return self._path.parent

    def _template(self) -> str:
        return self._settings.template

    def _keep_template(self, path: str) -> None:
        self._settings = replace(self._settings, template=path)
        self._remember()

    def _relabel(self) -> None:
        old, view = self.window, self._view
        workspace = view.current if view is not None else ""
        displays = view.displays.wanted() if view is not None else ()
        carried = taken_from(view, undo_is_offered=old.message.undo_is_offered)
        if view is not None:
            view.rest()
        self.window = self._lay_window()
        self.window.setGeometry(old.geometry())
        # Maximized stays maximized, and full screen full screen.
        self.window.setWindowState(old.windowState())
        if workspace:
            self._show_session(workspace, displays)
            put_into(self._view, carried)
        else:
            self.show_start()
        self.mishaps.tell_again(bar.objectName() for bar in old.notices.shown)
        old.closing.disconnect(self.put_away)
        old.deleteLater()
        if self._leaving:
            # The window was closed meanwhile.
            return
        self.window.show()
        old.close_now()
        self.show_settings()

    def _lay_window(self) -> MainWindow:
        window = MainWindow(
            {
                "new": self.new_session,
                "open": self.choose_session,
                "start": self.show_start,
                "settings": self.show_settings,
                "fault-report": self.mishaps.show_report,
                "log-folder": self.mishaps.open_folder,
                "restore": self._rescue.ask_for_backup,
                "save-copy": self._rescue.save_copy,
            }
        )
        window.closing.connect(self.put_away)
        return window

    def _dress(self) -> None:
        chosen = self._settings.preferences
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = i18n.install(self._app, chosen.language, self._places.resources)
        appearance.apply(self._app, chosen)

    def _remember(self) -> None:
        settings.keep(self._places.settings, self._settings)
