"""The speakers pane: line *add a name*; tabs of requests, rights of reply, interventions, absent or withdrawn."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from ipu_session.domain.model.ids import InterventionId, RequestId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import RequestState, Session
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import make_spec_button
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.speakers.add_line import AddSpeakerLine
from ipu_session.ui.debate.speakers.intervention_form import InterventionForm
from ipu_session.ui.debate.speakers.interventions_list import InterventionsList
from ipu_session.ui.debate.speakers.order_panel import OrderPanel
from ipu_session.ui.debate.speakers.requests_list import RequestGroup, RequestsList, group_of
from ipu_session.ui.strings import venue_time
from ipu_session.ui.widgets.factories import make_label, set_text_if_changed
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.rows.tables import current_row, set_current_row
from ipu_session.ui.widgets.shrinkable import CurrentPageStack, SplitterPane

_SPEAKERS, _REPLIES, _HEARD, _AWAY = range(4)
"""Numbers of the tabs; all but ``_HEARD`` show a group of requests."""
_GROUPS = {_SPEAKERS: RequestGroup.SPEAKERS, _REPLIES: RequestGroup.REPLIES, _AWAY: RequestGroup.AWAY}
_TABS = {group: tab for tab, group in _GROUPS.items()}


class SpeakersPane(SplitterPane):
    """The left pane of the Debate workspace."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._current_tab = _SPEAKERS
        self._stack = CurrentPageStack(self)
        self.add_line = AddSpeakerLine(bridge, self)
        self.state_label = make_label("", "heading", wrap=True)
        self.counts_label = make_label("", "quiet", wrap=True)
        self.requests = RequestsList(bridge, self._stack)
        self.history = InterventionsList(bridge, self._stack)
        self.order_panel = OrderPanel(bridge, self._stack)
        self.intervention_form = InterventionForm(bridge, self._stack)
        self._tab_buttons = QButtonGroup(self)
        self._build_ui()
        self._connect_signals()
        self._refresh_counts(bridge.session)

    def focus_add_line(self) -> None:
        """Focus the line *add a name* and select its text."""
        self.add_line.line.setFocus()
        self.add_line.line.selectAll()

    def focus_list(self) -> None:
        """Show the speakers list and give it the keyboard focus."""
        if self._current_tab != _SPEAKERS or self._stack.currentIndex():
            self.select_tab(_SPEAKERS)
        if current_row(self.requests.list) < 0:
            set_current_row(self.requests.list, 0)
        self.requests.list.setFocus()

    @Slot()
    def propose_order(self) -> None:
        """Open the panel for lots and other orders of the speakers list."""
        self.select_tab(_SPEAKERS)
        self._stack.setCurrentWidget(self.order_panel)
        self.order_panel.start_proposal()

    @Slot()
    def enter_from_paper(self) -> None:
        """Open the form for a speech that was noted on paper while the program was not in use."""
        self.intervention_form.start_paper_entry()

    def focus_replies(self) -> None:
        """Show the rights of reply and give them the keyboard focus."""
        self.select_tab(_REPLIES)
        self.requests.list.setFocus()

    def focus_history(self) -> None:
        """Show the interventions held and give them the keyboard focus."""
        self.select_tab(_HEARD)
        self.history.list.setFocus()

    @Slot(int)
    def show_intervention(self, intervention: int) -> None:
        """Show the interventions held and make this one current."""
        self.focus_history()
        set_current_row(self.history.list, self.history.model.row_of_key(intervention))

    def show_request(self, request: int) -> None:
        """Show the tab of a request and make it current; do nothing if there is no such request."""
        if RequestId(request) in self._bridge.session.requests:
            self.select_tab(_TABS[group_of(self._bridge.session, RequestId(request))])
            self.requests.focus_request(RequestId(request))

    def select_tab(self, number: int) -> None:
        """Show a tab and check its button."""
        self._tab_buttons.button(number).setChecked(True)
        self.show_tab(number)

    @Slot(int)
    def show_tab(self, number: int) -> None:
        """Show a tab: speakers, replies, heard, or absent and withdrawn."""
        self._current_tab = number
        self.add_line.set_default_kind(Kind.REPLY if number == _REPLIES else Kind.SPEECH)
        if number == _HEARD:
            self._stack.setCurrentWidget(self.history)
            self.history.refresh()
        else:
            self._stack.setCurrentWidget(self.requests)
            self.requests.show_group(_GROUPS[number])

    @Slot(int)
    def _edit_request(self, request: int) -> None:
        """Put the delegate of a request into the line *add a name* to be corrected."""
        self.add_line.edit_delegate(self._bridge.session.requests[RequestId(request)].delegate)

    @Slot(int)
    def _edit_intervention(self, intervention: int) -> None:
        self.intervention_form.edit_intervention(InterventionId(intervention))

    @Slot()
    def _show_form(self) -> None:
        self._stack.setCurrentWidget(self.intervention_form)

    @Slot()
    def _return_to_list(self) -> None:
        """Show the list of the current tab again and focus it."""
        self.show_tab(self._current_tab)
        (self.history.list if self._current_tab == _HEARD else self.requests.list).setFocus()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh_counts(committed.session)

    def _refresh_counts(self, session: Session) -> None:
        waiting, replies = len(session.queue), len(session.replies)
        text = self.tr("one waiting") if waiting == 1 else self.tr("{count} waiting").format(count=waiting)
        set_text_if_changed(self.state_label, f"{text} · {self._list_state_text(session)}")
        text = self.tr("Replies")
        self._tab_buttons.button(_REPLIES).setText(f"{text} {replies}" if replies else text)
        states = [request.state for request in session.requests.values()]
        text = self.tr("heard {heard} · absent {absent} · withdrawn {withdrawn} · not reached {left}").format(
            heard=states.count(RequestState.HEARD),
            absent=states.count(RequestState.ABSENT),
            withdrawn=states.count(RequestState.WITHDRAWN),
            left=waiting if session.is_closed else 0,
        )
        set_text_if_changed(self.counts_label, text)

    def _list_state_text(self, session: Session) -> str:
        if session.is_list_closed:
            return self.tr("list closed")
        if session.closing_announced_ms is None:
            return self.tr("list open")
        time = venue_time.format_time_at(session, session.closing_announced_ms, self._bridge.now())
        return self.tr("list closes at {time}").format(time=time)

    def _connect_signals(self) -> None:
        self.add_line.speaker_added.connect(self.requests.scroll_to_last)
        self.requests.edit_requested.connect(self._edit_request)
        self.history.correction_requested.connect(self._edit_intervention)
        self.history.paper_entry_requested.connect(self.enter_from_paper)
        self.order_panel.closed.connect(self._return_to_list)
        self.intervention_form.opened.connect(self._show_form)
        self.intervention_form.closed.connect(self._return_to_list)
        self._bridge.committed.connect(self._on_committed)

    def _build_ui(self) -> None:
        tabs = FlowLayout()
        for number, text in enumerate((self.tr("Waiting"), self.tr("Replies"), self.tr("Heard"), self.tr("Absent"))):
            tab = QPushButton(text)
            tab.setCheckable(True)
            tab.setProperty("role", "chip")
            tab.setChecked(number == 0)
            self._tab_buttons.addButton(tab, number)
            tabs.addWidget(tab)
        tabs.addWidget(make_spec_button(SESSION_ACTIONS["order"], self.propose_order))
        self._tab_buttons.idClicked.connect(self.show_tab)
        for page in (self.requests, self.history, self.order_panel, self.intervention_form):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(5)
        layout.addWidget(self.add_line)
        layout.addWidget(self.state_label)
        layout.addLayout(tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.counts_label)
