"""The window: a page, the menus, and one line that says what was refused or went wrong."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from ipu_session.ui import menus
from ipu_session.ui.dialogs.keys import KeysPage
from ipu_session.ui.moves import WINDOW_MOVES, make_moves
from ipu_session.ui.palette import Palette
from ipu_session.ui.session_view import SessionView

_MESSAGE_MS = 8_000


class MainWindow(QMainWindow):
    """Shows the start page or a session; what a menu asks for is handed on."""

    closing = Signal()

    def __init__(self, asked: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self.resize(1366, 740)
        slots = {
            **asked,
            "quit": self.close,
            "palette": self._find_action,
            "keys": self._show_keys,
            "full-screen": self._full_screen,
        }
        self._moves = make_moves(WINDOW_MOVES, slots, self)
        self._message = QLabel()
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setProperty("role", "warning")
        self._message.setAccessibleName(self.tr("Message"))
        self.statusBar().addWidget(self._message, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_MESSAGE_MS)
        self._silence.timeout.connect(self._message.clear)
        self._palette: Palette | None = None

    def actions_now(self) -> dict[str, QAction]:
        """Return every action there is at present, by name."""
        page = self.centralWidget()
        found = dict(self._moves)
        if isinstance(page, SessionView):
            found |= page.moves | page.acts
        else:
            found.pop("start")
            found.pop("save-copy")
        return found

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the one before."""
        self.setCentralWidget(page)
        self._palette = Palette(self)
        if isinstance(page, SessionView):
            page.said.connect(self.say)
            page.retitled.connect(self.retitle)
        for name in ("start", "save-copy"):
            self._moves[name].setEnabled(isinstance(page, SessionView))
        menus.fill(self.menuBar(), self.actions_now())
        self.say("")
        self.retitle()
        page.setFocus()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say something in the line below; it goes by itself, and nobody has to click it away."""
        self._message.setText(sentence)
        if sentence:
            self._silence.start()

    @Slot()
    def retitle(self) -> None:
        """Name the session in the title; an example says that it is one."""
        page = self.centralWidget()
        parts = ["IPU Session"]
        if isinstance(page, SessionView):
            details = page.bridge.session.details
            parts.insert(0, details.title or self.tr("Untitled session"))
            if details.example:
                parts.insert(0, self.tr("EXAMPLE"))
        self.setWindowTitle(" – ".join(parts))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell those who hold the session's file."""
        self.closing.emit()
        super().closeEvent(event)

    @Slot()
    def _find_action(self) -> None:
        if self._palette is not None:
            self._palette.ask(self.actions_now().values())

    @Slot()
    def _show_keys(self) -> None:
        actions = list(self.actions_now().values())
        page = KeysPage(actions, self)
        # The live acts go on while it has the keyboard.
        page.addActions([action for action in actions if action.objectName() not in {"keys", "palette"}])
        page.show()

    @Slot()
    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
