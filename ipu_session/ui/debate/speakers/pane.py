"""The speakers list: who waits, who was heard; names are added, moved, called and put aside by keys."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.model.ids import InterventionId, RequestId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import RequestState, Session
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.debate.speakers.add_line import AddLine
from ipu_session.ui.debate.speakers.history_list import HeardList
from ipu_session.ui.debate.speakers.intervention_form import RecordForm
from ipu_session.ui.debate.speakers.order_panel import OrderPanel
from ipu_session.ui.debate.speakers.position_labels import why_here
from ipu_session.ui.debate.speakers.speaker_labels import Heard, gone_lines, heard_of, waiting_lines
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import button, label, row_action, set_text
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.rows.reorderable_rows_model import MovingLines, let_rows_be_dragged
from ipu_session.ui.widgets.rows.row_target import acted_on
from ipu_session.ui.widgets.rows.rows_model import Line
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table
from ipu_session.ui.widgets.shrinkable import CurrentPageStack, SplitterPane

_SPEAKERS, _REPLIES, _HEARD, _GONE = range(4)
_CORRECTIONS = (e.InterventionCorrected, e.InterventionAttributed, e.InterventionEntered, e.Rewound)
"""Events that change what stands beside a name, and nothing else of the list."""
_AWAY = frozenset({RequestState.ABSENT, RequestState.WITHDRAWN})


class SpeakersPane(SplitterPane):
    """The left pane of the debate."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._shown = _SPEAKERS
        self._counted: object = None
        """The interventions of which ``_heard`` was counted."""
        self._heard = Heard({}, {})
        self._partner: int | None = None
        """With whom the next one chosen exchanges places."""
        self._slice: tuple[object, ...] = ()
        self._pages = CurrentPageStack(self)
        self.add = AddLine(bridge, self)
        self.state = label("", "heading", wrap=True)
        self.counts = label("", "quiet", wrap=True)
        self.model = MovingLines(("", self.tr("Delegation"), self.tr("Name"), ""), self)
        self.list = table(self.model, self.tr("Speakers list"), (1, 2))
        let_rows_be_dragged(self.list)
        self.why = label("", "quiet", wrap=True)
        self.heard = HeardList(bridge, self._pages)
        self.order = OrderPanel(bridge, self._pages)
        self.record = RecordForm(bridge, self._pages)
        self.list.horizontalHeader().setMinimumSectionSize(20)
        self._tabs = QButtonGroup(self)
        self._make_actions()
        self._lay_out()
        self._connect()
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)
        choose_row(self.list, 0)

    def focus_add(self) -> None:
        """Put the keyboard into *add a name*."""
        self.add.line.setFocus()
        self.add.line.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        if self._shown != _SPEAKERS or self._pages.currentIndex():
            self.choose_list(_SPEAKERS)
        if current_row(self.list) < 0:
            choose_row(self.list, 0)
        self.list.setFocus()

    @Slot()
    def call(self) -> None:
        """Give the chosen request the floor if it is free; else let it be next."""
        request = self._asked()
        if request is None:
            return
        if self._bridge.session.floor is None:
            self._bridge.execute(c.GiveFloor(request))
        else:
            self._move_to(0)

    @Slot()
    def move_up(self) -> None:
        """Move the chosen request one place up."""
        self._move_to(current_row(self.list) - 1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen request one place down."""
        self._move_to(current_row(self.list) + 1)

    @Slot()
    def move_first(self) -> None:
        """Let the chosen request be next."""
        self._move_to(0)

    @Slot()
    def withdraw(self) -> None:
        """Take the chosen request off the list."""
        if (request := self._asked()) is not None:
            self._bridge.execute(c.WithdrawRequest(request))

    @Slot()
    def mark_absent(self) -> None:
        """The delegate called is not in the room: to the end once, then absent."""
        if (request := self._asked()) is not None:
            self._bridge.execute(c.MarkAbsent(request))

    @Slot()
    def restore(self) -> None:
        """Let an absent or withdrawn request wait again."""
        if (request := self._asked()) is not None:
            self._bridge.execute(c.RestoreRequest(request))

    @Slot()
    def edit(self) -> None:
        """Correct the chosen entry in the line above."""
        if (request := self._asked()) is not None:
            self.add.edit(self._bridge.session.requests[request].delegate)

    @Slot()
    def exchange(self) -> None:
        """Remember the chosen request; let the next one chosen exchange places with it."""
        request = self._asked()
        if request is None:
            return
        if self._partner is None:
            self._partner = request
        else:
            partner, self._partner = RequestId(self._partner), None
            self._bridge.execute(c.SwapRequests(partner, request))
        self._say_why()

    @Slot()
    def reserve(self) -> None:
        """Make the chosen request a reserve, or let it wait like the others."""
        if (request := self._asked()) is not None:
            now = self._bridge.session.requests[request].reserve
            self._bridge.execute(c.SetReserve(request, not now))

    @Slot()
    def propose_order(self) -> None:
        """Show another order of the list, to be looked at first."""
        self.choose_list(_SPEAKERS)
        self._pages.setCurrentWidget(self.order)
        self.order.open()

    @Slot()
    def enter_from_paper(self) -> None:
        """Show the form for a speech that was held on paper."""
        self.record.enter()

    def go_to_replies(self) -> None:
        """Put the keyboard on the rights of reply."""
        self.choose_list(_REPLIES)
        self.list.setFocus()

    def go_to_heard(self) -> None:
        """Put the keyboard on the interventions held."""
        self.choose_list(_HEARD)
        self.heard.list.setFocus()

    @Slot(int)
    def show_heard(self, intervention: int) -> None:
        """Put the keyboard on one of the interventions held."""
        self.go_to_heard()
        choose_row(self.heard.list, self.heard.model.row_of(intervention))

    def show_request(self, request: int) -> None:
        """Put the keyboard on a request, on whichever list it stands."""
        found = self._bridge.session.requests.get(RequestId(request))
        if found is None:
            return
        waiting = _REPLIES if found.kind is Kind.REPLY else _SPEAKERS
        self.choose_list(_GONE if found.state in _AWAY else waiting)
        choose_row(self.list, self.model.row_of(found.id))
        self.list.setFocus()

    def choose_list(self, number: int) -> None:
        """Bring the speakers, the replies, those heard or those absent to the front."""
        self._tabs.button(number).setChecked(True)
        self.show_states(number)

    @Slot(int)
    def show_states(self, number: int) -> None:
        """Show the speakers list, the replies, those heard, or those absent and withdrawn."""
        self._shown = number
        self._partner = None
        self.add.add_to(Kind.REPLY if number == _REPLIES else Kind.SPEECH)
        if number == _HEARD:
            self._pages.setCurrentWidget(self.heard)
            self.heard.show_now()
            return
        self._pages.setCurrentIndex(0)
        self._show(self._bridge.session)
        choose_row(self.list, 0)
        self._say_why()

    @Slot(object, int)
    def _drop(self, key: object, place: int) -> None:
        if isinstance(key, int) and key in self._bridge.session.queue:
            self._bridge.execute(c.MoveRequest(RequestId(key), place))

    @Slot(int)
    def _correct(self, intervention: int) -> None:
        self.record.correct(InterventionId(intervention))

    @Slot()
    def _show_record(self) -> None:
        self._pages.setCurrentWidget(self.record)

    @Slot()
    def _back(self) -> None:
        """Show the list again, with the keyboard on it."""
        self.show_states(self._shown)
        (self.heard.list if self._shown == _HEARD else self.list).setFocus()

    @Slot()
    def _say_why(self) -> None:
        """Say why the chosen name stands where it does, or with whom places are to be exchanged."""
        session, request = self._bridge.session, self._chosen()
        text = ""
        if self._partner is not None and self._partner in session.queue:
            person = session.person(session.requests[RequestId(self._partner)].delegate)
            who = labels.origin_and_name(session, person)
            text = self.tr("{who} exchanges places with … (choose, then Ctrl+Shift+X)").format(who=who)
        elif request is not None and request in session.queue:
            text = why_here(session, request, self._bridge.now())
        set_text(self.why, text)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        corrected = any(isinstance(event, _CORRECTIONS) for event in committed.events)
        if corrected or not _same(_slice(committed.session), self._slice):
            self._show(committed.session)

    @Slot()
    def _show_last(self) -> None:
        self.list.scrollToBottom()

    def _show(self, session: Session) -> None:
        self._slice = _slice(session)
        row = current_row(self.list)
        chosen = self._chosen()
        self.model.show(self._lines(session))
        # Rows that come in do not make the header measure its columns anew (Qt 6.11).
        self.list.horizontalHeader().resizeSections()
        kept = self.model.row_of(chosen) if chosen is not None else -1
        if kept >= 0 and kept != current_row(self.list):
            choose_row(self.list, kept)
        elif kept < 0 and row >= 0:
            choose_row(self.list, row)
        self._count(session)
        self._say_why()

    def _lines(self, session: Session) -> tuple[Line, ...]:
        if self._counted is not session.interventions:
            self._counted, self._heard = session.interventions, heard_of(session)
        if self._shown == _GONE:
            return gone_lines(session, _AWAY, self._heard)
        listed = session.replies if self._shown == _REPLIES else session.speakers
        return waiting_lines(session, listed, self._heard)

    def _count(self, session: Session) -> None:
        waiting = len(session.queue)
        said = self.tr("one waiting") if waiting == 1 else self.tr("{count} waiting").format(count=waiting)
        self.state.setText(f"{said} · {self._list_state(session)}")
        replies = len(session.replies)
        text = self.tr("Replies")
        self._tabs.button(_REPLIES).setText(f"{text} {replies}" if replies else text)
        states = [request.state for request in session.requests.values()]
        text = self.tr("heard {heard} · absent {absent} · withdrawn {withdrawn} · not reached {left}")
        self.counts.setText(
            text.format(
                heard=states.count(RequestState.HEARD),
                absent=states.count(RequestState.ABSENT),
                withdrawn=states.count(RequestState.WITHDRAWN),
                left=waiting if session.closed else 0,
            )
        )

    def _list_state(self, session: Session) -> str:
        if session.list_closed:
            return self.tr("list closed")
        if session.closing_announced_ms is None:
            return self.tr("list open")
        time = venue_time.time_at(session, session.closing_announced_ms, self._bridge.now())
        return self.tr("list closes at {time}").format(time=time)

    def _chosen(self) -> RequestId | None:
        key = self.model.key(current_row(self.list))
        return RequestId(key) if isinstance(key, int) else None

    def _asked(self) -> RequestId | None:
        nothing = self.tr("No name is chosen; there is none on this list.")
        return acted_on(self._bridge, self.list, self._chosen(), nothing)

    def _move_to(self, position: int) -> None:
        request = self._asked()
        if request is None:
            return
        own = self._bridge.session.own_list(request)
        if request in own and not 0 <= position < len(own):
            first = self.tr("This name is the first already.")
            self._bridge.unable.emit(first if position < 0 else self.tr("This name is the last already."))
        else:
            self._bridge.execute(c.MoveRequest(request, max(0, position)))

    def _connect(self) -> None:
        self.add.added.connect(self._show_last)
        self.model.dropped.connect(self._drop)
        self.heard.correct_asked.connect(self._correct)
        self.heard.enter_asked.connect(self.enter_from_paper)
        self.order.left.connect(self._back)
        self.record.opened.connect(self._show_record)
        self.record.left.connect(self._back)
        self.list.selectionModel().currentChanged.connect(self._say_why)

    def _make_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Give the floor, or let be next"), "Return", self.call),
            (self.tr("Up"), "Alt+Up", self.move_up),
            (self.tr("Down"), "Alt+Down", self.move_down),
            (self.tr("Let be next"), "Alt+Home", self.move_first),
            (self.tr("Not in the room"), "Ctrl+Shift+A", self.mark_absent),
            (self.tr("Withdraw"), "Delete", self.withdraw),
            (self.tr("Back on the list"), "Ctrl+Shift+B", self.restore),
            (self.tr("Correct the entry"), "F4", self.edit),
            (self.tr("Exchange places"), "Ctrl+Shift+X", self.exchange),
            (self.tr("Reserve / not any more"), "Ctrl+Shift+V", self.reserve),
        ):
            row_action(self.list, text, key, slot)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.edit)

    def _lay_out(self) -> None:
        tabs = FlowRow()
        for number, text in enumerate(
            (self.tr("Waiting"), self.tr("Replies"), self.tr("Heard"), self.tr("Absent"))
        ):
            tab = QPushButton(text)
            tab.setCheckable(True)
            tab.setProperty("role", "chip")
            tab.setChecked(number == 0)
            self._tabs.addButton(tab, number)
            tabs.addWidget(tab)
        tabs.addWidget(button(self.tr("Order…"), self.propose_order, "Ctrl+D"))
        self._tabs.idClicked.connect(self.show_states)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(5)
        layout.addWidget(self.add)
        layout.addWidget(self.state)
        layout.addLayout(tabs)
        listed = QWidget(self._pages)
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.why)
        for page in (listed, self.heard, self.order, self.record):
            self._pages.addWidget(page)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.counts)


def _slice(session: Session) -> tuple[object, ...]:
    """Return what this pane shows of a session."""
    return (
        session.queue,
        session.requests,
        session.delegates,
        session.delegations,
        session.themes,
        session.list_changes,
        session.sittings,
        session.struck,
        session.closing_announced_ms,
    )


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether nothing has changed: an event makes new values only of what it changes."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
