"""The main window: menus, message bars, the page (start page or session), and the message line."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QMenuBar, QWidget

from ipu_session.ui.actions.action_factory import add_actions, unavailable_reason
from ipu_session.ui.actions.window_actions import WINDOW_ACTIONS
from ipu_session.ui.bars.leave_question import LeaveQuestion
from ipu_session.ui.bars.message_bar import MenuAndMessageBars, MessageBars
from ipu_session.ui.bars.message_line import MessageLine
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.dialogs import shortcuts_dialog
from ipu_session.ui.displays.screen_placement import is_system_shutting_down
from ipu_session.ui.keyboard.active_shortcuts import iter_actions_around, pressed_sequence
from ipu_session.ui.keyboard.key_event_filter import KeyEventFilter
from ipu_session.ui.shell import menus
from ipu_session.ui.shell.command_palette import CommandPalette
from ipu_session.ui.shell.focus_restorer import FocusRestorer
from ipu_session.ui.shell.live_action_installer import LiveActionInstaller
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.strings.literal_text import escape_window_title
from ipu_session.ui.widgets.announcements import announce


class MainWindow(QMainWindow):
    """Shows the start page or a session.

    ``handlers`` maps names of the window's actions to the functions of the application that do them.
    """

    closing = Signal()

    def __init__(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self.resize(1366, 740)
        self._request_handlers = handlers
        slots = {
            **handlers,
            "start": self._leave_session,
            "new": self._leave_for_new_session,
            "quit": self.close,
            "palette": self._open_command_palette,
            "keys": self._open_shortcuts_dialog,
            "full-screen": self._toggle_full_screen,
        }
        KeyEventFilter(self)
        LiveActionInstaller(self)
        FocusRestorer(self)
        self._navigation_actions = add_actions(self, WINDOW_ACTIONS, slots)
        self.message_line = MessageLine()
        self.statusBar().addWidget(self.message_line, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._command_palette: CommandPalette | None = None
        self._has_warned_of_loss = False
        self.message_bars = MessageBars()
        self._leave_question = LeaveQuestion(self.message_bars)
        self._is_close_confirmed = False
        """Whether close events are accepted without a confirmation."""
        self._menu_bar = QMenuBar()
        self._build_ui()

    def _build_ui(self) -> None:
        """Place the message bars between the menu bar and the page, for every page."""
        self.setMenuWidget(MenuAndMessageBars(self._menu_bar, self.message_bars))

    def menuBar(self) -> QMenuBar:
        """Return the menu bar; QMainWindow does not know it, because its menu widget holds the message bars, too."""
        return self._menu_bar

    def current_actions(self) -> dict[str, QAction]:
        """Return the actions of the window and, if a session is open, of its view, by name."""
        page = self.centralWidget()
        actions = dict(self._navigation_actions)
        if isinstance(page, SessionView):
            actions |= page.navigation_actions | page.command_actions
        else:
            actions.pop("start")
            actions.pop("save-copy")
        return actions

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` as the central widget and rebuild the menus; Qt deletes the previous page."""
        self._leave_question.dismiss()
        self.setCentralWidget(page)
        self._command_palette = CommandPalette(self)
        if isinstance(page, SessionView):
            page.announcer.command_completed.connect(self.message_line.show_command)
            page.announcer.history_changed.connect(self.message_line.show_history_change)
            page.announcer.message.connect(self.message_line.show_message)
            page.announcer.warning.connect(self.message_line.show_warning)
            page.title_changed.connect(self.update_title)
        for name in ("start", "save-copy"):
            self._navigation_actions[name].setEnabled(isinstance(page, SessionView))
        menus.fill_menu_bar(self.menuBar(), self.current_actions())
        if isinstance(page, SessionView):
            self.message_line.set_history_actions(
                page.navigation_actions["undo"], page.navigation_actions["redo"], page.can_redo
            )
        else:
            self.message_line.set_history_actions(None, None)
        self.message_line.clear()
        self.update_title()
        page.setFocus()

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a sentence in the message line for a time, and announce it politely to screen readers."""
        self.message_line.show_message(sentence)
        announce(self, sentence)

    @Slot(str)
    def show_warning(self, sentence: str) -> None:
        """Show a rejection or an error in the message line, and announce it assertively to screen readers."""
        self.message_line.show_warning(sentence)
        announce(self, sentence, urgent=True)

    @Slot()
    def update_title(self) -> None:
        """Set the window title: EXAMPLE for the example session, title of the open session, name of the program."""
        page = self.centralWidget()
        parts = ["IPU Session"]
        if isinstance(page, SessionView):
            details = page.bridge.session.details
            parts.insert(0, details.title or self.tr("Untitled session"))
            if details.example:
                parts.insert(0, self.tr("EXAMPLE"))
        self.setWindowTitle(escape_window_title(" – ".join(parts)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close and emit `closing`, unless a warning (unsaved commands) or question (open intervention) appears."""
        is_decided = self._is_close_confirmed or is_system_shutting_down()
        if not is_decided and (
            self._warn_if_unsaved() or self.ask_leave_confirmation("quit", self.close_without_asking)
        ):
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    @Slot()
    def close_without_asking(self) -> None:
        """Close without a confirmation: the user has confirmed, or the system or a signal ends the program."""
        self._is_close_confirmed = True
        self.close()

    @Slot()
    def _leave_session(self) -> None:
        if not self.ask_leave_confirmation("start", self._request_handlers["start"]):
            self._request_handlers["start"]()

    @Slot()
    def _leave_for_new_session(self) -> None:
        if not self.ask_leave_confirmation("new", self._request_handlers["new"]):
            self._request_handlers["new"]()

    def ask_leave_confirmation(self, wish: str, leave: Callable[[], object]) -> bool:
        """Return whether a confirmation was shown, so that the session stays open (see ``LeaveQuestion``).

        ``wish`` is ``quit``, ``start`` or ``new``; ``leave`` is called when the user confirms.
        """
        page = self.centralWidget()
        return self._leave_question.ask_confirmation(
            wish, leave, page.bridge if isinstance(page, SessionView) else None
        )

    def _warn_if_unsaved(self) -> bool:
        """Warn once if commands are neither in the session file nor in an emergency copy; return whether it did."""
        page = self.centralWidget()
        if self._has_warned_of_loss or not isinstance(page, SessionView):
            return False
        self._has_warned_of_loss = (
            page.bridge.save_status.error is not None and not page.bridge.save_status.emergency_copy
        )
        if self._has_warned_of_loss:
            self.show_warning(self.tr("The acts that wait are nowhere on a disk. Close again to lose them."))
        return self._has_warned_of_loss

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show why the action with this key is disabled; Qt calls this only if no field has accepted the key."""
        if not self._explain_disabled_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In dialogs to which the actions were added, show why the action with a key is disabled."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QDialog):
            return self._explain_disabled_key(event)
        return super().eventFilter(watched, event)

    def _explain_disabled_key(self, event: QKeyEvent) -> bool:
        pressed = pressed_sequence(event)
        for action in self.current_actions().values():
            if not action.isEnabled() and pressed in action.shortcuts():
                self.show_warning(unavailable_reason(action))
                return True
        return False

    @Slot()
    def _open_command_palette(self) -> None:
        if self._command_palette is not None:
            actions = self.current_actions().values()
            focus = self.focusWidget()
            in_scope = [] if focus is None else iter_actions_around(focus)
            self._command_palette.show_actions(dict.fromkeys((*actions, *in_scope)))

    @Slot()
    def _open_shortcuts_dialog(self) -> None:
        actions = list(self.current_actions().values())
        page = opened(self, shortcuts_dialog.ShortcutsDialog) or shortcuts_dialog.ShortcutsDialog(self)
        page.show_keys(actions, self)
        # The actions stay available while the dialog is active.
        page.installEventFilter(self)
        page.addActions([action for action in actions if action.objectName() not in {"keys", "palette"}])
        bring_forward(page)

    @Slot()
    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
