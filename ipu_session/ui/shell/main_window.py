"""The window: a page, the menus, and one line that says what was refused or went wrong."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QMainWindow, QMenuBar, QWidget

from ipu_session.ui.bars.leave_question import LeaveQuestion
from ipu_session.ui.bars.message_bars import MenusAndNotices, Notices
from ipu_session.ui.bars.message_line import MessageLine
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.dialogs import shortcuts_dialog
from ipu_session.ui.displays.screen_placement import machine_is_going
from ipu_session.ui.keyboard.key_event_filter import KeyPresses
from ipu_session.ui.shell import menus
from ipu_session.ui.shell.command_palette import Palette
from ipu_session.ui.shell.focus_restorer import MainWindowFocus
from ipu_session.ui.shell.live_action_installer import LiveKeys
from ipu_session.ui.shell.navigation_actions import WINDOW_MOVES, make_moves
from ipu_session.ui.shell.session_actions import Act
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import name_of, window_title
from ipu_session.ui.widgets.announcements import announce


class MainWindow(QMainWindow):
    """Shows the start page or a session; what a menu asks for is handed on."""

    closing = Signal()

    def __init__(self, asked: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self.resize(1366, 740)
        self._asked = asked
        slots = {
            **asked,
            "start": self._leave,
            "new": self._leave_for_new,
            "quit": self.close,
            "palette": self._find_action,
            "keys": self._show_keys,
            "full-screen": self._full_screen,
        }
        KeyPresses(self)
        LiveKeys(self)
        MainWindowFocus(self)
        self._moves = make_moves(WINDOW_MOVES, slots, self)
        self.message = MessageLine()
        self.statusBar().addWidget(self.message, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._palette: Palette | None = None
        self._warned = False
        self.notices = Notices()
        self._question = LeaveQuestion(self.notices)
        self._sure = False
        """Whether the window closes without a question."""
        self._menus = QMenuBar()
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the bars between the menus and the page, whichever page it is."""
        self.setMenuWidget(MenusAndNotices(self._menus, self.notices))

    def menuBar(self) -> QMenuBar:
        """Return the menus."""
        return self._menus

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
        self._question.forget()
        self.setCentralWidget(page)
        self._palette = Palette(self)
        if isinstance(page, SessionView):
            page.announcer.acted.connect(self.message.name_act)
            page.announcer.rewound.connect(self.message.name_step_back)
            page.announcer.informed.connect(self.message.inform)
            page.announcer.refused.connect(self.message.warn)
            page.retitled.connect(self.retitle)
        for name in ("start", "save-copy"):
            self._moves[name].setEnabled(isinstance(page, SessionView))
        menus.fill(self.menuBar(), self.actions_now())
        if isinstance(page, SessionView):
            self.message.offer_history(page.moves["undo"], page.moves["redo"], page.can_redo)
        else:
            self.message.offer_history(None, None)
        self.message.clear()
        self.retitle()
        page.setFocus()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say something in the line below; it goes by itself, and nobody has to click it away."""
        self.message.inform(sentence)
        announce(self, sentence)

    @Slot(str)
    def warn(self, sentence: str) -> None:
        """Say in the line below that something was refused or went wrong; a screen reader says it at once."""
        self.message.warn(sentence)
        announce(self, sentence, urgent=True)

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
        self.setWindowTitle(window_title(" – ".join(parts)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell those who hold the session's file; not at once if acts would be lost or somebody speaks."""
        asked = self._sure or machine_is_going()
        if not asked and (self._would_lose() or self.holds_up("quit", self.close_now)):
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    @Slot()
    def close_now(self) -> None:
        """Close without a question: it was answered, or the machine or a signal says so."""
        self._sure = True
        self.close()

    @Slot()
    def _leave(self) -> None:
        if not self.holds_up("start", self._asked["start"]):
            self._asked["start"]()

    @Slot()
    def _leave_for_new(self) -> None:
        if not self.holds_up("new", self._asked["new"]):
            self._asked["new"]()

    def holds_up(self, wish: str, leave: Callable[[], object]) -> bool:
        """Return whether the session stays open until the user says the same again (``LeaveQuestion``)."""
        page = self.centralWidget()
        return self._question.holds_up(wish, leave, page.bridge if isinstance(page, SessionView) else None)

    def _would_lose(self) -> bool:
        """Whether acts are nowhere on a disk; said once, and then it is for the user to know."""
        page = self.centralWidget()
        if self._warned or not isinstance(page, SessionView):
            return False
        self._warned = page.bridge.unsaved.trouble is not None and not page.bridge.unsaved.copy
        if self._warned:
            self.warn(self.tr("The acts that wait are nowhere on a disk. Close again to lose them."))
        return self._warned

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say why the key of an act does nothing that cannot be done now; no field took the key."""
        if not self._say_why_not(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do the same for the windows beside that have the acts."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QDialog)
        ):
            return self._say_why_not(event)
        return super().eventFilter(watched, event)

    def _say_why_not(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        for action in self.actions_now().values():
            if not action.isEnabled() and pressed in action.shortcuts():
                why = action.why_not() if isinstance(action, Act) else labels.not_now(name_of(action))
                self.warn(why)
                return True
        return False

    @Slot()
    def _find_action(self) -> None:
        if self._palette is not None:
            self._palette.ask(self.actions_now().values())

    @Slot()
    def _show_keys(self) -> None:
        actions = list(self.actions_now().values())
        page = opened(self, shortcuts_dialog.KeysPage) or shortcuts_dialog.KeysPage(self)
        page.show_keys(actions, self)
        # The live acts go on while it has the keyboard.
        page.installEventFilter(self)
        page.addActions([action for action in actions if action.objectName() not in {"keys", "palette"}])
        bring_forward(page)

    @Slot()
    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
