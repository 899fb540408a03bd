"""One open session: its three workspaces, in the order of the work, and the acts that change it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ipu_session.domain.events import Event, FloorGiven
from ipu_session.domain.exchange.report_preview import Origin, Source
from ipu_session.domain.model.ids import ContributionId, NoteId
from ipu_session.domain.queries.unnamed_interruptions import is_unnamed
from ipu_session.service.session_service import Committed
from ipu_session.ui.accessibility.announcer import Announcer
from ipu_session.ui.bars.display_message_bar import SignBar
from ipu_session.ui.bars.timing_gap_bar import GapBar
from ipu_session.ui.bars.unsaved_bar import SaveBar
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.background_task import breathe
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.dialogs import balance, print_list, theme_matrix
from ipu_session.ui.displays.controller import Displays
from ipu_session.ui.displays.time_bell import BellRinger
from ipu_session.ui.prepare import workspace as prepare
from ipu_session.ui.report import workspace as report
from ipu_session.ui.shell.header import Header
from ipu_session.ui.shell.navigation_actions import SESSION_MOVES, make_moves
from ipu_session.ui.shell.session_actions import make_acts
from ipu_session.ui.shell.undo_dispatch import Undoing
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import set_tip, without_mnemonic
from ipu_session.ui.widgets.shrinkable import Pages, Room

WORKSPACES = ("prepare", "debate", "report")

if TYPE_CHECKING:
    from ipu_session.ui.contributions import pane as contributions

    Workspace = DebateWorkspace | prepare.PrepareWorkspace | report.ReportWorkspace


class SessionView(QWidget):
    """The workspaces of one session; each is made when it is first gone to."""

    retitled = Signal()
    made = Signal()
    """A workspace was made and stands in front; the window may have been closed meanwhile."""

    def __init__(
        self,
        bridge: Bridge,
        errands: Errands,
        preferences: Preferences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._errands = errands
        self._heartbeat = Heartbeat(bridge, self)
        self.displays = Displays(bridge, self._heartbeat, preferences or Preferences(), self)
        self.signs = SignBar(self.displays, self)
        self.bell = BellRinger(bridge, self._heartbeat, errands.ring, self)
        self.bell.wanted = preferences is None or preferences.bell
        self.acts = make_acts(bridge, self)
        self.undoing = Undoing(bridge, self)
        self.moves = make_moves(SESSION_MOVES, self._slots(), self)
        self._made: dict[str, Workspace] = {}
        self.making = False
        """Whether a workspace is being made; while the window is painted in between, it is not put away."""
        self._came_from = "prepare"
        """The workspace that was left for the written contributions."""
        self._stack = Pages(self)
        self._tabs = QButtonGroup(self)
        bridge.committed.connect(self._name_history)
        # Behind the history: beside the name of an act stands *Undo*.
        self.announcer = Announcer(bridge, self._heartbeat, self)
        for told in (self.displays.said, self.bell.said):
            told.connect(self.announcer.inform)
        self._lay_out()
        bridge.committed.connect(self.retitled)
        bridge.settled.connect(self._ask_who)
        self._name_history()
        self._heartbeat.start()

    @property
    def current(self) -> str:
        """The workspace that is in front."""
        return next(name for name, made in self._made.items() if made is self._stack.currentWidget())

    @property
    def current_workspace(self) -> "Workspace":
        """The workspace that is in front."""
        return self._made[self.current]

    def can_redo(self) -> bool:
        """Return whether an act that was undone can be done again."""
        return self.bridge.redoable is not None

    def go(self, name: str) -> "Workspace":
        """Bring a workspace to the front and return it."""
        new = name not in self._made
        if new:
            self.making = True
            try:
                self._made[name] = self._make(name)
                self._stack.addWidget(self._made[name])
                # Laying it out takes another while.
                breathe()
            finally:
                self.making = False
        self._stack.setCurrentWidget(self._made[name])
        self._tabs.button(WORKSPACES.index(name)).setChecked(True)
        if new:
            self.made.emit()
        return self._made[name]

    def prefer(self, preferences: Preferences) -> None:
        """Take new preferences over: screens and bell."""
        self.displays.prefer(preferences)
        self.bell.wanted = preferences.bell

    def rest(self) -> None:
        """Record or keep what is half-typed and stop the clocks on the screen: the view is about to go."""
        self._heartbeat.stop()
        self.displays.rest()
        focus = self.focusWidget()
        if focus is not None:
            # A field that is left asks for its change; once the session is closed it would be too late.
            focus.clearFocus()
        for workspace in self._made.values():
            workspace.rest()

    def keep(self) -> None:
        """Put on disk whatever is half-typed, and a sign of life: the machine may stop at any moment."""
        for workspace in self._made.values():
            workspace.keep_drafts()
        self.bridge.write_now()
        self.bridge.sign_off()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for tab in self._make_tabs():
            top.addWidget(tab)
        top.addWidget(Header(self.bridge, self._heartbeat), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 0)
        layout.addLayout(top)
        gaps = GapBar(self.bridge, self.acts, self)
        # Queued: what the same event says in the line below would take its place.
        gaps.said_only.connect(self.announcer.inform, Qt.ConnectionType.QueuedConnection)
        layout.addWidget(Room(self._stack), 1)
        # Below the page: its buttons must not move when a bar comes or goes.
        layout.addWidget(self.signs)
        layout.addWidget(gaps)
        layout.addWidget(SaveBar(self.bridge, self.moves["write-now"], self))

    def _make(self, name: str) -> "Workspace":
        if name == "prepare":
            before = prepare.PrepareWorkspace(self.bridge, self._errands, self._stack)
            before.contributions.left.connect(self._go_back)
            return before
        if name == "report":
            after = report.ReportWorkspace(self.bridge, self._errands, self._stack)
            after.elsewhere_asked.connect(self._go_to)
            after.list_asked.connect(self._print_list)
            return after
        debate = DebateWorkspace(self.bridge, self._heartbeat, self.acts, self._stack)
        debate.notes.contribution_asked.connect(self._read_contribution)
        return debate

    def _make_tabs(self) -> list[QPushButton]:
        made = []
        for number, name in enumerate(WORKSPACES):
            action = self.moves[name]
            tab = QPushButton(action.text())
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            set_tip(tab, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            tab.clicked.connect(action.trigger)
            self._tabs.addButton(tab, number)
            made.append(tab)
        return made

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "undo": self.undoing.undo,
            "redo": self.undoing.redo,
            "undo-act": self.bridge.undo,
            "redo-act": self.bridge.redo,
            "prepare": self._go_prepare,
            "debate": self._go_debate,
            "report": self._go_report,
            "add-name": self._add_name,
            "note": self._note,
            "list": self._list,
            "find": self._find,
            "contributions": self._contributions,
            "allotment": self._allotment,
            "order": self._order,
            "replies": self._replies,
            "heard": self._heard,
            "from-paper": self._from_paper,
            "balance": self._balance,
            "matrix": self._matrix,
            "hall": self.displays.toggle_hall,
            "chair": self.displays.toggle_chair,
            "blackout": self.displays.black_out,
            "tell-hall": self._tell_hall,
            "tell-speaker": self._tell_speaker,
            "print-list": self._print_list,
            "export": self._export,
            "export-again": self._export_again,
            "preview": self._preview,
            "write-now": self._write_now,
            "state": self._state,
        }

    @Slot()
    def _write_now(self) -> None:
        self.bridge.write_now()
        self.announcer.say_saved(self.bridge.unsaved)

    @Slot()
    def _state(self) -> None:
        self.announcer.tell_state()

    @Slot()
    def _go_prepare(self) -> None:
        self.go("prepare").setFocus()

    @Slot()
    def _go_debate(self) -> None:
        self._debate().focus_add()

    @Slot()
    def _go_report(self) -> None:
        self.go("report").setFocus()

    @Slot()
    def _add_name(self) -> None:
        self._debate().focus_add()

    @Slot()
    def _note(self) -> None:
        self._debate().focus_note()

    @Slot()
    def _list(self) -> None:
        self._debate().focus_list()

    @Slot()
    def _find(self) -> None:
        if not (self.current == "report" and self._report().find_in_preview()):
            self._debate().focus_find()

    @Slot()
    def _export(self) -> None:
        self._report().export_report()

    @Slot()
    def _export_again(self) -> None:
        self._report().export_again()

    @Slot()
    def _preview(self) -> None:
        self._report().show_preview()

    @Slot(Source)
    def _go_to(self, source: Source) -> None:
        """Go to where a line of the preview comes from, in another workspace."""
        if source.origin is Origin.INTERVENTION:
            self._debate().speakers.show_heard(source.id)
        elif source.origin is Origin.REQUEST:
            self._debate().speakers.show_request(source.id)
        else:
            self._register().open_at(ContributionId(source.id), "")

    @Slot()
    def _contributions(self) -> None:
        self._register().go()

    @Slot(int, str)
    def _read_contribution(self, entry: int, typed: str) -> None:
        self._register().open_at(ContributionId(entry), typed)

    @Slot()
    def _go_back(self) -> None:
        page = self.go(self._came_from)
        (page.focusWidget() or page).setFocus()

    @Slot()
    def _allotment(self) -> None:
        self._debate().floor.allotment.ask()

    @Slot()
    def _order(self) -> None:
        self._debate().speakers.propose_order()

    @Slot()
    def _replies(self) -> None:
        self._debate().speakers.go_to_replies()

    @Slot()
    def _heard(self) -> None:
        self._debate().speakers.go_to_heard()

    @Slot()
    def _from_paper(self) -> None:
        self._debate().speakers.enter_from_paper()

    @Slot()
    def _balance(self) -> None:
        shown = opened(self, balance.BalancePage)
        self._beside(shown or balance.BalancePage(self.bridge, self))

    @Slot()
    def _matrix(self) -> None:
        page = opened(self, theme_matrix.MatrixPage)
        if page is None:
            page = theme_matrix.MatrixPage(self.bridge, self._heartbeat, self)
            page.note_asked.connect(self._show_note)
        self._beside(page)

    @Slot(int)
    def _show_note(self, note: int) -> None:
        self.window().activateWindow()
        self._debate().show_note(NoteId(note))

    @property
    def live_actions(self) -> list[QAction]:
        """What acts in every window: the acts, undo and redo."""
        history = (self.moves[name] for name in ("undo", "redo", "undo-act", "redo-act"))
        return [*self.acts.values(), *history]

    def _beside(self, page: QDialog) -> None:
        """Show a window beside the workspace."""
        # The live acts go on while it has the keyboard; the window says why one of them cannot be done.
        page.addActions(self.live_actions)
        page.installEventFilter(self.window())
        bring_forward(page)

    @Slot()
    def _print_list(self) -> None:
        shown = opened(self, print_list.PrintListPage)
        self._beside(shown or print_list.PrintListPage(self.bridge, self._errands, self))

    @Slot()
    def _tell_hall(self) -> None:
        self.signs.ask(self.signs.hall)

    @Slot()
    def _tell_speaker(self) -> None:
        self.signs.ask(self.signs.speaker)

    def _register(self) -> "contributions.ContributionsPane":
        if self.current != "prepare":
            self._came_from = self.current
        workspace = self.go("prepare")
        if not isinstance(workspace, prepare.PrepareWorkspace):
            raise TypeError(workspace)
        return workspace.show_contributions()

    def _report(self) -> "report.ReportWorkspace":
        workspace = self.go("report")
        if not isinstance(workspace, report.ReportWorkspace):
            raise TypeError(workspace)
        return workspace

    def _debate(self) -> DebateWorkspace:
        workspace = self.go("debate")
        if not isinstance(workspace, DebateWorkspace):
            raise TypeError(workspace)
        return workspace

    @Slot(Committed)
    def _ask_who(self, committed: Committed) -> None:
        """Let what is typed next say whose an interruption is that has just begun."""
        floor = committed.session.floor
        begun = any(isinstance(event, FloorGiven) for event in committed.events)
        if begun and floor is not None and is_unnamed(floor):
            self._debate().ask_who()

    @Slot()
    def _name_history(self) -> None:
        undo, redo = self.bridge.undoable, self.bridge.redoable
        _name(self.moves["undo"], self.tr("Undo"), self.tr("Undo: {act}"), undo and undo.event)
        _name(self.moves["redo"], self.tr("Redo"), self.tr("Redo: {act}"), redo and redo.event)


def _name(action: QAction, bare: str, named: str, event: Event | None) -> None:
    # Never disabled: without an act there may be typing to undo, and a refusal is said.
    action.setText(bare if event is None else named.format(act=without_mnemonic(labels.act(event))))
