"""View of one open session: its three workspaces (Prepare, Debate, Report) and its actions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ipu_session.domain.events import Event
from ipu_session.ui.accessibility.announcer import Announcer
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.command_actions import COMMAND_ACTIONS
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS
from ipu_session.ui.bars.display_message_bar import DisplayMessageBar
from ipu_session.ui.bars.timing_gap_bar import TimingGapBar
from ipu_session.ui.bars.unsaved_bar import UnsavedBar
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.session_poller import SessionPoller
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.dialogs import balance, print_speakers_list, theme_matrix
from ipu_session.ui.displays.controller import DisplayController
from ipu_session.ui.displays.time_bell import TimeBell
from ipu_session.ui.keyboard.alternative_keys import first_key_text
from ipu_session.ui.shell.header import SessionHeader
from ipu_session.ui.shell.session_navigation import SessionNavigation
from ipu_session.ui.shell.undo_dispatch import UndoDispatcher
from ipu_session.ui.shell.workspace_stack import WorkspaceStack
from ipu_session.ui.strings.event_texts.sentences import event_label
from ipu_session.ui.strings.literal_text import escape_mnemonic, set_literal_tooltip
from ipu_session.ui.widgets.shrinkable import ShrinkableScrollArea

WORKSPACES = ("prepare", "debate", "report")

if TYPE_CHECKING:
    from ipu_session.ui.shell.workspace_stack import Workspace


class SessionView(QWidget):
    """The workspaces of one session, the objects that they share, and the actions of the session."""

    title_changed = Signal()

    def __init__(
        self,
        bridge: SessionBridge,
        services: AppServices,
        preferences: Preferences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._services = services
        self._poller = SessionPoller(bridge, self)
        self._ticker = DisplayTicker(bridge.now, self)
        self.display_controller = DisplayController(bridge, self._ticker, preferences or Preferences(), self)
        self.display_message_bar = DisplayMessageBar(self.display_controller, self)
        self.time_bell = TimeBell(bridge, self._ticker, services.ring_bell, self)
        self.time_bell.is_enabled = preferences is None or preferences.bell
        self.command_actions = add_actions(self, COMMAND_ACTIONS, {}, bridge)
        self.undo_dispatcher = UndoDispatcher(bridge, self)
        self.workspaces = WorkspaceStack(bridge, self._ticker, services, self.command_actions, self)
        self._navigation = SessionNavigation(bridge, self.workspaces, self)
        self.navigation_actions = add_actions(self, SESSION_ACTIONS, self._action_slots())
        self._tab_buttons = QButtonGroup(self)
        bridge.committed.connect(self._update_history_labels)
        # Connected after the history labels: the announcer's message shows the undo action beside the command's name.
        self.announcer = Announcer(bridge, self._ticker, self)
        for told in (self.display_controller.message, self.time_bell.message):
            told.connect(self.announcer.show_message)
        self._build_ui()
        bridge.committed.connect(self.title_changed)
        self.workspaces.workspace_shown.connect(self._check_tab)
        self.workspaces.print_list_requested.connect(self._open_print_list)
        self._update_history_labels()
        self._poller.start()
        self._ticker.start()

    @property
    def current_workspace(self) -> "Workspace":
        """The workspace shown; KeyError before the first one is complete."""
        return self.workspaces.built_workspaces()[self.workspaces.current_name]

    def can_redo(self) -> bool:
        """Return whether there is a transaction to redo."""
        return self.bridge.redo_step is not None

    def show_workspace(self, name: str) -> "Workspace":
        """Show a workspace and return it; if it is not built, build it at once (see `StagedConstruction.complete`)."""
        self.workspaces.open_named(name, _leave_focus)
        self.workspaces.complete()
        return self.current_workspace

    def apply_preferences(self, preferences: Preferences) -> None:
        """Apply changed preferences to the displays and the bell."""
        self.display_controller.apply_preferences(preferences)
        self.time_bell.is_enabled = preferences.bell

    def shut_down(self) -> None:
        """Stop polling and painting, execute or save what is half-typed; called before the view is deleted."""
        self._poller.stop()
        self._ticker.stop()
        self.display_controller.shut_down()
        focus = self.focusWidget()
        if focus is not None:
            # Some fields execute their command when they lose the focus: that must happen before the session is closed.
            focus.clearFocus()
        self.workspaces.cancel()
        for workspace in self.workspaces.built_workspaces().values():
            workspace.shut_down()

    def save_everything(self) -> None:
        """Write drafts, pending transactions and the shutdown marker to disk: the machine may stop at any moment."""
        for workspace in self.workspaces.built_workspaces().values():
            workspace.save_drafts()
        self.bridge.write_now()
        self.bridge.write_shutdown_marker()

    def _build_ui(self) -> None:
        top = QHBoxLayout()
        for tab in self._make_tabs():
            top.addWidget(tab)
        top.addWidget(SessionHeader(self.bridge, self._ticker), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 0)
        layout.addLayout(top)
        gaps = TimingGapBar(self.bridge, self.command_actions, self)
        # Queued: otherwise the message of the same event would replace this one in the message line.
        gaps.interruption_reported.connect(self.announcer.show_message, Qt.ConnectionType.QueuedConnection)
        layout.addWidget(ShrinkableScrollArea(self.workspaces), 1)
        # Below the page, so that the page's buttons do not move when a bar is shown or hidden.
        layout.addWidget(self.display_message_bar)
        layout.addWidget(gaps)
        layout.addWidget(UnsavedBar(self.bridge, self.navigation_actions["write-now"], self))

    def _make_tabs(self) -> list[QPushButton]:
        made = []
        for number, name in enumerate(WORKSPACES):
            action = self.navigation_actions[name]
            tab = QPushButton(action.text())
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            set_literal_tooltip(tab, first_key_text(action))
            tab.clicked.connect(action.trigger)
            self._tab_buttons.addButton(tab, number)
            made.append(tab)
        return made

    def _action_slots(self) -> dict[str, Callable[[], object]]:
        return {
            **self._navigation.slots(),
            "undo": self.undo_dispatcher.undo,
            "redo": self.undo_dispatcher.redo,
            "undo-act": self.bridge.undo,
            "redo-act": self.bridge.redo,
            "balance": self._open_balance,
            "matrix": self._open_theme_matrix,
            "hall": self.display_controller.toggle_hall,
            "chair": self.display_controller.toggle_chair,
            "blackout": self.display_controller.toggle_blackout,
            "tell-hall": self._edit_hall_message,
            "tell-speaker": self._edit_speaker_message,
            "print-list": self._open_print_list,
            "write-now": self._write_now,
            "state": self._announce_state,
        }

    @Slot()
    def _write_now(self) -> None:
        self.bridge.write_now()
        self.announcer.announce_saved(self.bridge.save_status)

    @Slot()
    def _announce_state(self) -> None:
        self.announcer.announce_state()

    @Slot()
    def _open_balance(self) -> None:
        shown = opened(self, balance.BalanceDialog)
        self._show_dialog(shown or balance.BalanceDialog(self.bridge, self))

    @Slot()
    def _open_theme_matrix(self) -> None:
        page = opened(self, theme_matrix.ThemeMatrixDialog)
        if page is None:
            page = theme_matrix.ThemeMatrixDialog(self.bridge, self._ticker, self)
            page.note_requested.connect(self._navigation.show_note)
        self._show_dialog(page)

    @property
    def live_actions(self) -> list[QAction]:
        """The actions available in every window: command actions, undo and redo."""
        history = (self.navigation_actions[name] for name in ("undo", "redo", "undo-act", "redo-act"))
        return [*self.command_actions.values(), *history]

    def _show_dialog(self, page: QDialog) -> None:
        """Show a non-modal dialog in which the live actions stay available."""
        # The main window's event filter shows why a disabled action is unavailable.
        page.addActions(self.live_actions)
        page.installEventFilter(self.window())
        bring_forward(page)

    @Slot()
    def _open_print_list(self) -> None:
        shown = opened(self, print_speakers_list.PrintListDialog)
        self._show_dialog(shown or print_speakers_list.PrintListDialog(self.bridge, self._services, self))

    @Slot()
    def _edit_hall_message(self) -> None:
        self.display_message_bar.edit_message(self.display_message_bar.hall_edit)

    @Slot()
    def _edit_speaker_message(self) -> None:
        self.display_message_bar.edit_message(self.display_message_bar.speaker_edit)

    @Slot(str)
    def _check_tab(self, name: str) -> None:
        self._tab_buttons.button(WORKSPACES.index(name)).setChecked(True)

    @Slot()
    def _update_history_labels(self) -> None:
        actions, undo, redo = self.navigation_actions, self.bridge.undo_step, self.bridge.redo_step
        _set_history_label(actions["undo"], self.tr("Undo"), self.tr("Undo: {act}"), undo.event if undo else None)
        _set_history_label(actions["redo"], self.tr("Redo"), self.tr("Redo: {act}"), redo.event if redo else None)


def _set_history_label(action: QAction, bare: str, named: str, event: Event | None) -> None:
    # The action is never disabled: there may be typing to undo; if there is nothing, a rejection is shown.
    action.setText(bare if event is None else named.format(act=escape_mnemonic(event_label(event))))


def _leave_focus(workspace: QWidget) -> None:
    """Do nothing: for `WorkspaceStack.open_named`, to show a workspace without focusing it."""
