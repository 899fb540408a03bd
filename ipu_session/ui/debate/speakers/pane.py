"""The speakers pane: waiting, replies, heard and absent; names are added, moved, called and removed by keys."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.model.ids import InterventionId, RequestId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import RequestState, Session
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.speakers.add_line import AddSpeakerLine
from ipu_session.ui.debate.speakers.history_list import HistoryList
from ipu_session.ui.debate.speakers.intervention_form import InterventionForm
from ipu_session.ui.debate.speakers.order_panel import OrderPanel
from ipu_session.ui.debate.speakers.position_labels import position_reason_text
from ipu_session.ui.debate.speakers.speaker_labels import (
    HeardCounts,
    build_absent_rows,
    build_waiting_rows,
    count_heard,
)
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import add_widget_action, make_button, make_label, set_text_if_changed
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.rows.reorderable_rows_model import ReorderableRowsModel, enable_row_dragging
from ipu_session.ui.widgets.rows.row_target import require_target
from ipu_session.ui.widgets.rows.rows_model import TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row
from ipu_session.ui.widgets.shrinkable import CurrentPageStack, SplitterPane

_SPEAKERS, _REPLIES, _HEARD, _GONE = range(4)
_CORRECTION_EVENTS = (e.InterventionCorrected, e.InterventionAttributed, e.InterventionEntered, e.Rewound)
"""Events that change only the column beside a name, not the list itself."""
_AWAY_STATES = frozenset({RequestState.ABSENT, RequestState.WITHDRAWN})


class SpeakersPane(SplitterPane):
    """The left pane of the Debate workspace."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._current_tab = _SPEAKERS
        self._counted_interventions: object = None
        """The interventions (compared by identity) from which ``_heard_counts`` was computed."""
        self._heard_counts = HeardCounts({}, {})
        self._swap_partner: int | None = None
        """The request to be exchanged with the next one chosen."""
        self._shown_state: tuple[object, ...] = ()
        self._stack = CurrentPageStack(self)
        self.add_line = AddSpeakerLine(bridge, self)
        self.state_label = make_label("", "heading", wrap=True)
        self.counts_label = make_label("", "quiet", wrap=True)
        self.model = ReorderableRowsModel(("", self.tr("Delegation"), self.tr("Name"), ""), self)
        self.list = make_table_view(self.model, self.tr("Speakers list"), (1, 2))
        enable_row_dragging(self.list)
        self.position_label = make_label("", "quiet", wrap=True)
        self.history = HistoryList(bridge, self._stack)
        self.order_panel = OrderPanel(bridge, self._stack)
        self.intervention_form = InterventionForm(bridge, self._stack)
        self.list.horizontalHeader().setMinimumSectionSize(20)
        self._tab_buttons = QButtonGroup(self)
        self._create_actions()
        self._build_ui()
        self._connect_signals()
        bridge.committed.connect(self._on_committed)
        self._refresh(bridge.session)
        set_current_row(self.list, 0)

    def focus_add_line(self) -> None:
        """Give the line *add a name* the keyboard focus."""
        self.add_line.line.setFocus()
        self.add_line.line.selectAll()

    def focus_list(self) -> None:
        """Show the speakers list and give it the keyboard focus."""
        if self._current_tab != _SPEAKERS or self._stack.currentIndex():
            self.select_tab(_SPEAKERS)
        if current_row(self.list) < 0:
            set_current_row(self.list, 0)
        self.list.setFocus()

    @Slot()
    def call_request(self) -> None:
        """Give the current request the floor if it is free; otherwise move it to the first place."""
        request = self._require_request()
        if request is None:
            return
        if self._bridge.session.floor is None:
            self._bridge.execute(c.GiveFloor(request))
        else:
            self._move_to(0)

    @Slot()
    def move_up(self) -> None:
        """Move the current request one place up."""
        self._move_to(current_row(self.list) - 1)

    @Slot()
    def move_down(self) -> None:
        """Move the current request one place down."""
        self._move_to(current_row(self.list) + 1)

    @Slot()
    def move_first(self) -> None:
        """Move the current request to the first place."""
        self._move_to(0)

    @Slot()
    def withdraw_request(self) -> None:
        """Withdraw the current request."""
        if (request := self._require_request()) is not None:
            self._bridge.execute(c.WithdrawRequest(request))

    @Slot()
    def mark_absent(self) -> None:
        """Mark the current request as absent: first moved to the end of the list, the second time absent."""
        if (request := self._require_request()) is not None:
            self._bridge.execute(c.MarkAbsent(request))

    @Slot()
    def restore_request(self) -> None:
        """Put an absent or withdrawn request back on the list."""
        if (request := self._require_request()) is not None:
            self._bridge.execute(c.RestoreRequest(request))

    @Slot()
    def edit_request(self) -> None:
        """Correct the current entry in the line *add a name*."""
        if (request := self._require_request()) is not None:
            self.add_line.edit_delegate(self._bridge.session.requests[request].delegate)

    @Slot()
    def exchange_places(self) -> None:
        """Store the current request; at the second call, exchange its place with the request then current."""
        request = self._require_request()
        if request is None:
            return
        if self._swap_partner is None:
            self._swap_partner = request
        else:
            partner, self._swap_partner = RequestId(self._swap_partner), None
            self._bridge.execute(c.SwapRequests(partner, request))
        self._refresh_position()

    @Slot()
    def toggle_reserve(self) -> None:
        """Make the current request a reserve, or an ordinary request again."""
        if (request := self._require_request()) is not None:
            now = self._bridge.session.requests[request].reserve
            self._bridge.execute(c.SetReserve(request, not now))

    @Slot()
    def propose_order(self) -> None:
        """Open the panel that previews another order."""
        self.select_tab(_SPEAKERS)
        self._stack.setCurrentWidget(self.order_panel)
        self.order_panel.start_proposal()

    @Slot()
    def enter_from_paper(self) -> None:
        """Open the form for a speech held on paper."""
        self.intervention_form.start_paper_entry()

    def focus_replies(self) -> None:
        """Show the rights of reply and give them the keyboard focus."""
        self.select_tab(_REPLIES)
        self.list.setFocus()

    def focus_history(self) -> None:
        """Show the interventions held and give them the keyboard focus."""
        self.select_tab(_HEARD)
        self.history.list.setFocus()

    @Slot(int)
    def show_intervention(self, intervention: int) -> None:
        """Make an intervention current among those held."""
        self.focus_history()
        set_current_row(self.history.list, self.history.model.row_of_key(intervention))

    def show_request(self, request: int) -> None:
        """Make a request current, on the list that contains it."""
        found = self._bridge.session.requests.get(RequestId(request))
        if found is None:
            return
        waiting = _REPLIES if found.kind is Kind.REPLY else _SPEAKERS
        self.select_tab(_GONE if found.state in _AWAY_STATES else waiting)
        set_current_row(self.list, self.model.row_of_key(found.id))
        self.list.setFocus()

    def select_tab(self, number: int) -> None:
        """Check the button of a tab and show the tab."""
        self._tab_buttons.button(number).setChecked(True)
        self.show_tab(number)

    @Slot(int)
    def show_tab(self, number: int) -> None:
        """Show a tab: speakers, replies, heard, or absent and withdrawn."""
        self._current_tab = number
        self._swap_partner = None
        self.add_line.set_default_kind(Kind.REPLY if number == _REPLIES else Kind.SPEECH)
        if number == _HEARD:
            self._stack.setCurrentWidget(self.history)
            self.history.refresh()
            return
        self._stack.setCurrentIndex(0)
        self._refresh(self._bridge.session)
        set_current_row(self.list, 0)
        self._refresh_position()

    @Slot(object, int)
    def _on_dropped(self, key: object, place: int) -> None:
        if isinstance(key, int) and key in self._bridge.session.queue:
            self._bridge.execute(c.MoveRequest(RequestId(key), place))

    @Slot(int)
    def _edit_intervention(self, intervention: int) -> None:
        self.intervention_form.edit_intervention(InterventionId(intervention))

    @Slot()
    def _show_record(self) -> None:
        self._stack.setCurrentWidget(self.intervention_form)

    @Slot()
    def _return_to_list(self) -> None:
        """Show the list again and give it the keyboard focus."""
        self.show_tab(self._current_tab)
        (self.history.list if self._current_tab == _HEARD else self.list).setFocus()

    @Slot()
    def _refresh_position(self) -> None:
        """Show why the current request has its place, or with whom places are to be exchanged."""
        session, request = self._bridge.session, self._current_request()
        text = ""
        if self._swap_partner is not None and self._swap_partner in session.queue:
            person = session.person(session.requests[RequestId(self._swap_partner)].delegate)
            who = labels.delegation_and_name(session, person)
            text = self.tr("{who} exchanges places with … (choose, then Ctrl+Shift+X)").format(who=who)
        elif request is not None and request in session.queue:
            text = position_reason_text(session, request, self._bridge.now())
        set_text_if_changed(self.position_label, text)

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        corrected = any(isinstance(event, _CORRECTION_EVENTS) for event in committed.events)
        if corrected or not _is_unchanged(_read_shown_state(committed.session), self._shown_state):
            self._refresh(committed.session)

    @Slot()
    def _scroll_to_last(self) -> None:
        self.list.scrollToBottom()

    def _refresh(self, session: Session) -> None:
        self._shown_state = _read_shown_state(session)
        row = current_row(self.list)
        chosen = self._current_request()
        self.model.set_rows(self._build_rows(session))
        # Inserted rows do not make the header measure its columns anew (Qt 6.11).
        self.list.horizontalHeader().resizeSections()
        kept = self.model.row_of_key(chosen) if chosen is not None else -1
        if kept >= 0 and kept != current_row(self.list):
            set_current_row(self.list, kept)
        elif kept < 0 and row >= 0:
            set_current_row(self.list, row)
        self._refresh_counts(session)
        self._refresh_position()

    def _build_rows(self, session: Session) -> tuple[TableRow, ...]:
        if self._counted_interventions is not session.interventions:
            self._counted_interventions, self._heard_counts = session.interventions, count_heard(session)
        if self._current_tab == _GONE:
            return build_absent_rows(session, _AWAY_STATES, self._heard_counts)
        listed = session.replies if self._current_tab == _REPLIES else session.speakers
        return build_waiting_rows(session, listed, self._heard_counts)

    def _refresh_counts(self, session: Session) -> None:
        waiting = len(session.queue)
        said = self.tr("one waiting") if waiting == 1 else self.tr("{count} waiting").format(count=waiting)
        self.state_label.setText(f"{said} · {self._list_state_text(session)}")
        replies = len(session.replies)
        text = self.tr("Replies")
        self._tab_buttons.button(_REPLIES).setText(f"{text} {replies}" if replies else text)
        states = [request.state for request in session.requests.values()]
        text = self.tr("heard {heard} · absent {absent} · withdrawn {withdrawn} · not reached {left}")
        self.counts_label.setText(
            text.format(
                heard=states.count(RequestState.HEARD),
                absent=states.count(RequestState.ABSENT),
                withdrawn=states.count(RequestState.WITHDRAWN),
                left=waiting if session.is_closed else 0,
            )
        )

    def _list_state_text(self, session: Session) -> str:
        if session.is_list_closed:
            return self.tr("list closed")
        if session.closing_announced_ms is None:
            return self.tr("list open")
        time = venue_time.format_time_at(session, session.closing_announced_ms, self._bridge.now())
        return self.tr("list closes at {time}").format(time=time)

    def _current_request(self) -> RequestId | None:
        key = self.model.key_at(current_row(self.list))
        return RequestId(key) if isinstance(key, int) else None

    def _require_request(self) -> RequestId | None:
        nothing = self.tr("No name is chosen; there is none on this list.")
        return require_target(self._bridge, self.list, self._current_request(), nothing)

    def _move_to(self, position: int) -> None:
        request = self._require_request()
        if request is None:
            return
        own = self._bridge.session.list_containing(request)
        if request in own and not 0 <= position < len(own):
            first = self.tr("This name is the first already.")
            self._bridge.action_unavailable.emit(first if position < 0 else self.tr("This name is the last already."))
        else:
            self._bridge.execute(c.MoveRequest(request, max(0, position)))

    def _connect_signals(self) -> None:
        self.add_line.speaker_added.connect(self._scroll_to_last)
        self.model.row_move_requested.connect(self._on_dropped)
        self.history.correction_requested.connect(self._edit_intervention)
        self.history.paper_entry_requested.connect(self.enter_from_paper)
        self.order_panel.closed.connect(self._return_to_list)
        self.intervention_form.opened.connect(self._show_record)
        self.intervention_form.closed.connect(self._return_to_list)
        self.list.selectionModel().currentChanged.connect(self._refresh_position)

    def _create_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Give the floor, or let be next"), "Return", self.call_request),
            (self.tr("Up"), "Alt+Up", self.move_up),
            (self.tr("Down"), "Alt+Down", self.move_down),
            (self.tr("Let be next"), "Alt+Home", self.move_first),
            (self.tr("Not in the room"), "Ctrl+Shift+A", self.mark_absent),
            (self.tr("Withdraw"), "Delete", self.withdraw_request),
            (self.tr("Back on the list"), "Ctrl+Shift+B", self.restore_request),
            (self.tr("Correct the entry"), "F4", self.edit_request),
            (self.tr("Exchange places"), "Ctrl+Shift+X", self.exchange_places),
            (self.tr("Reserve / not any more"), "Ctrl+Shift+V", self.toggle_reserve),
        ):
            add_widget_action(self.list, text, key, slot)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.edit_request)

    def _build_ui(self) -> None:
        tabs = FlowLayout()
        for number, text in enumerate((self.tr("Waiting"), self.tr("Replies"), self.tr("Heard"), self.tr("Absent"))):
            tab = QPushButton(text)
            tab.setCheckable(True)
            tab.setProperty("role", "chip")
            tab.setChecked(number == 0)
            self._tab_buttons.addButton(tab, number)
            tabs.addWidget(tab)
        tabs.addWidget(make_button(self.tr("Order…"), self.propose_order, "Ctrl+D"))
        self._tab_buttons.idClicked.connect(self.show_tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(5)
        layout.addWidget(self.add_line)
        layout.addWidget(self.state_label)
        layout.addLayout(tabs)
        listed = QWidget(self._stack)
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.position_label)
        for page in (listed, self.history, self.order_panel, self.intervention_form):
            self._stack.addWidget(page)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.counts_label)


def _read_shown_state(session: Session) -> tuple[object, ...]:
    """Return the parts of a session that this pane shows."""
    return (
        session.queue,
        session.requests,
        session.delegates,
        session.delegations,
        session.themes,
        session.list_changes,
        session.sittings,
        session.deleted_interventions,
        session.closing_announced_ms,
    )


def _is_unchanged(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether all parts are identical objects: an event replaces only the values it changes."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
