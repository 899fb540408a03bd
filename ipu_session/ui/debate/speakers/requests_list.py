"""List of requests for the floor: the speakers list, the rights of reply, or those absent and withdrawn."""

from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import RequestState, Session
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.speakers_actions import SPEAKERS_LIST_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.speakers.position_labels import position_reason_text
from ipu_session.ui.debate.speakers.speaker_labels import (
    HeardCounts,
    build_absent_rows,
    build_waiting_rows,
    count_heard,
)
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.factories import make_label, set_text_if_changed
from ipu_session.ui.widgets.rows.reorderable_rows_model import ReorderableRowsModel, enable_row_dragging
from ipu_session.ui.widgets.rows.rows_model import TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row

_CORRECTION_EVENTS = (e.InterventionCorrected, e.InterventionAttributed, e.InterventionEntered, e.Rewound)
"""Events that may change how often and how long somebody was heard, which is shown beside the name."""
_AWAY_STATES = frozenset({RequestState.ABSENT, RequestState.WITHDRAWN})


class RequestGroup(Enum):
    """Group of requests that the list shows; AWAY: absent or withdrawn."""

    SPEAKERS = auto()
    REPLIES = auto()
    AWAY = auto()


def group_of(session: Session, request: RequestId) -> RequestGroup:
    """Return the group that a request belongs to."""
    entry = session.requests[request]
    if entry.state in _AWAY_STATES:
        return RequestGroup.AWAY
    return RequestGroup.REPLIES if entry.kind is Kind.REPLY else RequestGroup.SPEAKERS


class RequestsList(QWidget):
    """Table of one group of requests; below it, the reason for the position of the current request."""

    edit_requested = Signal(int)
    """Carries the id of a request to be corrected."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._group = RequestGroup.SPEAKERS
        self._counted_interventions: object = None
        """The interventions (compared by identity) from which ``_heard_counts`` was computed."""
        self._heard_counts = HeardCounts({}, {})
        self._swap_partner: RequestId | None = None
        """The request that the user chose first for an exchange of places; None if no exchange is in progress."""
        self._shown_state: tuple[object, ...] = ()
        self.model = ReorderableRowsModel(("", self.tr("Delegation"), self.tr("Name"), ""), self)
        self.list = make_table_view(self.model, self.tr("Speakers list"), (1, 2))
        enable_row_dragging(self.list)
        self.list.horizontalHeader().setMinimumSectionSize(20)
        self.position_label = make_label("", "quiet", wrap=True)
        slots = {"request-edit": self.request_edit, "request-exchange": self.exchange_places}
        add_actions(self.list, SPEAKERS_LIST_ACTIONS, slots, bridge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.position_label)
        self.list.doubleClicked.connect(self.request_edit)
        self.list.selectionModel().currentChanged.connect(self._refresh_position)
        self.model.row_move_requested.connect(self._on_dropped)
        bridge.committed.connect(self._on_committed)
        self._refresh(bridge.session)
        set_current_row(self.list, 0)

    def show_group(self, group: RequestGroup) -> None:
        """Show a group of requests, with its first row current."""
        self._group = group
        self._swap_partner = None
        self._refresh(self._bridge.session)
        set_current_row(self.list, 0)
        self._refresh_position()

    def focus_request(self, request: RequestId) -> None:
        """Make this request current, which the group shown must contain, and focus the list."""
        set_current_row(self.list, self.model.row_of_key(request))
        self.list.setFocus()

    @Slot()
    def scroll_to_last(self) -> None:
        """Scroll to the last request."""
        self.list.scrollToBottom()

    @Slot()
    def request_edit(self) -> None:
        """Request that the current entry be corrected."""
        if (request := self._current_request()) is not None:
            self.edit_requested.emit(request)

    @Slot()
    def exchange_places(self) -> None:
        """Store the current request; at the next call, exchange its place with that of the request current then."""
        request = self._current_request()
        if request is None:
            return
        if self._swap_partner is None:
            self._swap_partner = request
        else:
            partner, self._swap_partner = self._swap_partner, None
            self._bridge.execute(c.SwapRequests(partner, request))
        self._refresh_position()

    @Slot(object, int)
    def _on_dropped(self, key: object, position: int) -> None:
        if isinstance(key, int) and key in self._bridge.session.queue:
            self._bridge.execute(c.MoveRequest(RequestId(key), position))

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        corrected = any(isinstance(event, _CORRECTION_EVENTS) for event in committed.events)
        if corrected or not _is_unchanged(_read_shown_state(committed.session), self._shown_state):
            self._refresh(committed.session)

    def _refresh(self, session: Session) -> None:
        self._shown_state = _read_shown_state(session)
        row_before = current_row(self.list)
        request_before = self._current_request()
        self.model.set_rows(self._build_rows(session))
        # The header does not resize its columns to the contents when rows are inserted (Qt 6.11).
        self.list.horizontalHeader().resizeSections()
        kept_row = self.model.row_of_key(request_before) if request_before is not None else -1
        if kept_row >= 0 and kept_row != current_row(self.list):
            set_current_row(self.list, kept_row)
        elif kept_row < 0 and row_before >= 0:
            set_current_row(self.list, row_before)
        self._refresh_position()

    def _build_rows(self, session: Session) -> tuple[TableRow, ...]:
        if self._counted_interventions is not session.interventions:
            self._counted_interventions, self._heard_counts = session.interventions, count_heard(session)
        if self._group is RequestGroup.AWAY:
            return build_absent_rows(session, _AWAY_STATES, self._heard_counts)
        requests = session.replies if self._group is RequestGroup.REPLIES else session.speakers
        return build_waiting_rows(session, requests, self._heard_counts)

    @Slot()
    def _refresh_position(self) -> None:
        """Show why the current request has its position; during an exchange of places, the request chosen first."""
        session, request = self._bridge.session, self._current_request()
        text = ""
        if self._swap_partner is not None and self._swap_partner in session.queue:
            person = session.person(session.requests[self._swap_partner].delegate)
            speaker = labels.delegation_and_name(session, person)
            text = self.tr("{who} exchanges places with … (choose, then Ctrl+Shift+X)").format(who=speaker)
        elif request is not None and request in session.queue:
            text = position_reason_text(session, request, self._bridge.now())
        set_text_if_changed(self.position_label, text)

    def _current_request(self) -> RequestId | None:
        key = self.model.key_at(current_row(self.list))
        return RequestId(key) if isinstance(key, int) else None


def _read_shown_state(session: Session) -> tuple[object, ...]:
    """Return the parts of a session from which the rows are built."""
    return (
        session.queue,
        session.requests,
        session.delegates,
        session.delegations,
        session.themes,
        session.list_changes,
        session.sittings,
        session.deleted_interventions,
    )


def _is_unchanged(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
    """Return whether all parts are the same objects; an event replaces only the values that it changes."""
    return len(before) == len(after) and all(a is b for a, b in zip(before, after, strict=True))
