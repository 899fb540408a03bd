"""The pages shown without a session (start page, new session), and the dialog to choose a session file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from ipu_session.app.gui.settings import RecentSession
from ipu_session.app.services.lazy_services import write_example
from ipu_session.domain.commands import CreateSession
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.dialogs.file_dialog import ask_open_file
from ipu_session.ui.prepare import new_session
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.welcome_page import WelcomePage
from ipu_session.ui.strings import labels


class SessionHost(Protocol):
    """Part of the controller that these pages use."""

    window: MainWindow

    def open_session(self, path: Path) -> None:
        """Open a session file."""

    def open_session_with_confirmation(self, path: Path) -> None:
        """Open a session file; ask first if a speech is running in the open session."""

    def create_session(self, path: Path, command: CreateSession) -> None:
        """Create a session file and open it."""

    def show_start_page(self) -> None:
        """Close the session and show the start page."""

    def show_new_session_page(self) -> None:
        """Close the session and show the page that creates a session from a concept note."""


class StartPages(QObject):
    """Creates the pages, and calls the host to open or create the session chosen on them."""

    def __init__(self, host: SessionHost, services: AppServices, sessions_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._host = host
        self._services = services
        self._sessions_dir = sessions_dir

    def create_welcome_page(self, recent: Iterable[RecentSession]) -> WelcomePage:
        """Return the start page, with those recent sessions whose files exist."""
        page = WelcomePage([(each.path, each.title, each.day) for each in recent if each.path.exists()])
        page.new_session_requested.connect(self._host.show_new_session_page)
        page.open_requested.connect(self._open)
        page.example_requested.connect(self.open_example)
        return page

    def create_new_session_page(self) -> new_session.NewSessionPage:
        """Return the page that creates a session from a concept note."""
        page = new_session.NewSessionPage(self._services, self._sessions_dir)
        page.create_requested.connect(self._host.create_session)
        page.cancelled.connect(self._host.show_start_page)
        return page

    @Slot()
    def choose_session(self) -> None:
        """Ask for a session file and open it."""
        name_filters = self.tr("Sessions (*.ipusession)")
        ask_open_file(
            self._host.window,
            self.tr("Open a session"),
            self._sessions_dir,
            name_filters,
            self._host.open_session_with_confirmation,
        )

    @Slot()
    def open_example(self) -> None:
        """Open the example session; write it first if the file does not exist."""
        path = self._sessions_dir / "example.ipusession"
        try:
            if not path.exists():
                write_example(path)
        except UserFacingError as error:
            self._host.window.show_warning(labels.error_message(error))
            return
        self._host.open_session(path)

    @Slot(Path)
    def _open(self, path: Path) -> None:
        """Open a recent session; for ``Path()``, the value of the button *Open*, ask for a file."""
        if path == Path():
            self.choose_session()
        else:
            self._host.open_session(path)
