"""View of one open session: its three workspaces (Prepare, Debate, Report) and its actions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ipu_session.domain.events import Event, FloorGiven
from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.ids import ContributionId, NoteId
from ipu_session.domain.queries.unnamed_interruptions import is_unnamed
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.accessibility.announcer import Announcer
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.command_actions import COMMAND_ACTIONS
from ipu_session.ui.actions.navigation_actions import SESSION_ACTIONS
from ipu_session.ui.bars.display_message_bar import DisplayMessageBar
from ipu_session.ui.bars.timing_gap_bar import TimingGapBar
from ipu_session.ui.bars.unsaved_bar import UnsavedBar
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.background_task import process_paint_events
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.session_poller import SessionPoller
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.dialogs import balance, print_list, theme_matrix
from ipu_session.ui.displays.controller import DisplayController
from ipu_session.ui.displays.time_bell import TimeBell
from ipu_session.ui.keyboard.alternative_keys import first_key_text
from ipu_session.ui.prepare import workspace as prepare
from ipu_session.ui.report import workspace as report
from ipu_session.ui.shell.header import SessionHeader
from ipu_session.ui.shell.undo_dispatch import UndoDispatcher
from ipu_session.ui.strings.event_texts.sentences import event_label
from ipu_session.ui.strings.literal_text import escape_mnemonic, set_literal_tooltip
from ipu_session.ui.widgets.shrinkable import ShrinkableScrollArea, ShrinkableStack

WORKSPACES = ("prepare", "debate", "report")

if TYPE_CHECKING:
    from ipu_session.ui.contributions import pane as contributions

    Workspace = DebateWorkspace | prepare.PrepareWorkspace | report.ReportWorkspace


class SessionView(QWidget):
    """The workspaces of one session, each built when it is first shown, with the objects that they share."""

    title_changed = Signal()
    workspace_built = Signal()
    """A workspace was built and is shown; the window may have been closed while it was built."""

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
        self.navigation_actions = add_actions(self, SESSION_ACTIONS, self._action_slots())
        self._workspaces: dict[str, Workspace] = {}
        self.is_building = False
        """Whether a workspace is being built; events are processed meanwhile, and the view must not be deleted then."""
        self._return_workspace = "prepare"
        """Workspace to return to from the written contributions."""
        self._stack = ShrinkableStack(self)
        self._tab_buttons = QButtonGroup(self)
        bridge.committed.connect(self._update_history_labels)
        # Connected after the history labels: the announcer's message shows the undo action beside the command's name.
        self.announcer = Announcer(bridge, self._ticker, self)
        for told in (self.display_controller.message, self.time_bell.message):
            told.connect(self.announcer.show_message)
        self._build_ui()
        bridge.committed.connect(self.title_changed)
        bridge.commit_handled.connect(self._ask_for_speaker)
        self._update_history_labels()
        self._poller.start()
        self._ticker.start()

    @property
    def current_name(self) -> str:
        """Name of the workspace shown."""
        return next(name for name, made in self._workspaces.items() if made is self._stack.currentWidget())

    @property
    def current_workspace(self) -> "Workspace":
        """The workspace shown."""
        return self._workspaces[self.current_name]

    def can_redo(self) -> bool:
        """Return whether there is a transaction to redo."""
        return self.bridge.redo_step is not None

    def show_workspace(self, name: str) -> "Workspace":
        """Show a workspace, building it if necessary, and return it."""
        new = name not in self._workspaces
        if new:
            self.is_building = True
            try:
                self._workspaces[name] = self._build_workspace(name)
                self._stack.addWidget(self._workspaces[name])
                # Adding it lays it out, which takes long again.
                process_paint_events()
            finally:
                self.is_building = False
        self._stack.setCurrentWidget(self._workspaces[name])
        self._tab_buttons.button(WORKSPACES.index(name)).setChecked(True)
        if new:
            self.workspace_built.emit()
        return self._workspaces[name]

    def apply_preferences(self, preferences: Preferences) -> None:
        """Apply changed preferences to the displays and the bell."""
        self.display_controller.apply_preferences(preferences)
        self.time_bell.is_enabled = preferences.bell

    def shut_down(self) -> None:
        """Commit or save what is half-typed, stop polling and painting; called before the view is deleted."""
        self._poller.stop()
        self._ticker.stop()
        self.display_controller.shut_down()
        focus = self.focusWidget()
        if focus is not None:
            # A field executes its command when it loses the focus, which must happen before the session is closed.
            focus.clearFocus()
        for workspace in self._workspaces.values():
            workspace.shut_down()

    def save_everything(self) -> None:
        """Write drafts, pending transactions and the shutdown marker: the machine may stop at any moment."""
        for workspace in self._workspaces.values():
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
        layout.addWidget(ShrinkableScrollArea(self._stack), 1)
        # Below the page, so that the page's buttons do not move when a bar is shown or hidden.
        layout.addWidget(self.display_message_bar)
        layout.addWidget(gaps)
        layout.addWidget(UnsavedBar(self.bridge, self.navigation_actions["write-now"], self))

    def _build_workspace(self, name: str) -> "Workspace":
        if name == "prepare":
            before = prepare.PrepareWorkspace(self.bridge, self._services, self._stack)
            before.contributions.closed.connect(self._return_from_contributions)
            return before
        if name == "report":
            after = report.ReportWorkspace(self.bridge, self._services, self._stack)
            after.source_requested.connect(self._show_source)
            after.speakers_list_requested.connect(self._open_print_list)
            return after
        debate = DebateWorkspace(self.bridge, self._ticker, self.command_actions, self._stack)
        debate.notes.contribution_requested.connect(self._open_contribution)
        return debate

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
            "undo": self.undo_dispatcher.undo,
            "redo": self.undo_dispatcher.redo,
            "undo-act": self.bridge.undo,
            "redo-act": self.bridge.redo,
            "prepare": self._focus_prepare,
            "debate": self._focus_debate,
            "report": self._focus_report,
            "add-name": self._focus_debate,
            "note": self._focus_note_line,
            "list": self._focus_list,
            "find": self._focus_search,
            "contributions": self._focus_contributions,
            "allotment": self._edit_allotment,
            "order": self._propose_order,
            "replies": self._show_replies,
            "heard": self._show_heard,
            "from-paper": self._enter_from_paper,
            "balance": self._open_balance,
            "matrix": self._open_theme_matrix,
            "hall": self.display_controller.toggle_hall,
            "chair": self.display_controller.toggle_chair,
            "blackout": self.display_controller.toggle_blackout,
            "tell-hall": self._edit_hall_message,
            "tell-speaker": self._edit_speaker_message,
            "print-list": self._open_print_list,
            "export": self._export_report,
            "export-again": self._export_again,
            "preview": self._show_preview,
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
    def _focus_prepare(self) -> None:
        self.show_workspace("prepare").setFocus()

    @Slot()
    def _focus_debate(self) -> None:
        self._show_debate().focus_add_line()

    @Slot()
    def _focus_report(self) -> None:
        self.show_workspace("report").setFocus()

    @Slot()
    def _focus_note_line(self) -> None:
        self._show_debate().focus_note_line()

    @Slot()
    def _focus_list(self) -> None:
        self._show_debate().focus_list()

    @Slot()
    def _focus_search(self) -> None:
        if not (self.current_name == "report" and self._show_report().focus_preview_search()):
            self._show_debate().focus_search()

    @Slot()
    def _export_report(self) -> None:
        self._show_report().export_report()

    @Slot()
    def _export_again(self) -> None:
        self._show_report().export_again()

    @Slot()
    def _show_preview(self) -> None:
        self._show_report().show_preview()

    @Slot(SourceReference)
    def _show_source(self, source: SourceReference) -> None:
        """Show the intervention, request or contribution that a line of the preview comes from."""
        if source.kind is SourceKind.INTERVENTION:
            self._show_debate().speakers.show_intervention(source.id)
        elif source.kind is SourceKind.REQUEST:
            self._show_debate().speakers.show_request(source.id)
        else:
            self._show_contributions().show_text(ContributionId(source.id), "")

    @Slot()
    def _focus_contributions(self) -> None:
        self._show_contributions().focus_entry()

    @Slot(int, str)
    def _open_contribution(self, entry: int, typed: str) -> None:
        self._show_contributions().show_text(ContributionId(entry), typed)

    @Slot()
    def _return_from_contributions(self) -> None:
        page = self.show_workspace(self._return_workspace)
        (page.focusWidget() or page).setFocus()

    @Slot()
    def _edit_allotment(self) -> None:
        self._show_debate().floor.allotment_form.open_form()

    @Slot()
    def _propose_order(self) -> None:
        self._show_debate().speakers.propose_order()

    @Slot()
    def _show_replies(self) -> None:
        self._show_debate().speakers.focus_replies()

    @Slot()
    def _show_heard(self) -> None:
        self._show_debate().speakers.focus_history()

    @Slot()
    def _enter_from_paper(self) -> None:
        self._show_debate().speakers.enter_from_paper()

    @Slot()
    def _open_balance(self) -> None:
        shown = opened(self, balance.BalanceDialog)
        self._show_dialog(shown or balance.BalanceDialog(self.bridge, self))

    @Slot()
    def _open_theme_matrix(self) -> None:
        page = opened(self, theme_matrix.ThemeMatrixDialog)
        if page is None:
            page = theme_matrix.ThemeMatrixDialog(self.bridge, self._ticker, self)
            page.note_requested.connect(self._show_note)
        self._show_dialog(page)

    @Slot(int)
    def _show_note(self, note: int) -> None:
        self.window().activateWindow()
        self._show_debate().show_note(NoteId(note))

    @property
    def live_actions(self) -> list[QAction]:
        """The actions available in every window: command actions, undo and redo."""
        history = (self.navigation_actions[name] for name in ("undo", "redo", "undo-act", "redo-act"))
        return [*self.command_actions.values(), *history]

    def _show_dialog(self, page: QDialog) -> None:
        """Show a non-modal dialog in which the live actions stay available."""
        # The main window's event filter shows why a disabled one is unavailable.
        page.addActions(self.live_actions)
        page.installEventFilter(self.window())
        bring_forward(page)

    @Slot()
    def _open_print_list(self) -> None:
        shown = opened(self, print_list.PrintListDialog)
        self._show_dialog(shown or print_list.PrintListDialog(self.bridge, self._services, self))

    @Slot()
    def _edit_hall_message(self) -> None:
        self.display_message_bar.edit_message(self.display_message_bar.hall_edit)

    @Slot()
    def _edit_speaker_message(self) -> None:
        self.display_message_bar.edit_message(self.display_message_bar.speaker_edit)

    def _show_contributions(self) -> "contributions.ContributionsPane":
        if self.current_name != "prepare":
            self._return_workspace = self.current_name
        workspace = self.show_workspace("prepare")
        if not isinstance(workspace, prepare.PrepareWorkspace):
            raise TypeError(workspace)
        return workspace.show_contributions()

    def _show_report(self) -> "report.ReportWorkspace":
        workspace = self.show_workspace("report")
        if not isinstance(workspace, report.ReportWorkspace):
            raise TypeError(workspace)
        return workspace

    def _show_debate(self) -> DebateWorkspace:
        workspace = self.show_workspace("debate")
        if not isinstance(workspace, DebateWorkspace):
            raise TypeError(workspace)
        return workspace

    @Slot(CommittedChange)
    def _ask_for_speaker(self, committed: CommittedChange) -> None:
        """Focus the field for the raiser of an interruption that has just begun without a name."""
        floor = committed.session.floor
        begun = any(isinstance(event, FloorGiven) for event in committed.events)
        if begun and floor is not None and is_unnamed(floor):
            self._show_debate().focus_raised_by()

    @Slot()
    def _update_history_labels(self) -> None:
        actions, undo, redo = self.navigation_actions, self.bridge.undo_step, self.bridge.redo_step
        _set_history_label(actions["undo"], self.tr("Undo"), self.tr("Undo: {act}"), undo and undo.event)
        _set_history_label(actions["redo"], self.tr("Redo"), self.tr("Redo: {act}"), redo and redo.event)


def _set_history_label(action: QAction, bare: str, named: str, event: Event | None) -> None:
    # Never disabled: there may be typing to undo, and otherwise the rejection is shown.
    action.setText(bare if event is None else named.format(act=escape_mnemonic(event_label(event))))
