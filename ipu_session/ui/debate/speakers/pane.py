"""The speakers list: who waits, who was heard; names are added, moved, called and put aside by keys."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.ids import RequestId
from ipu_session.domain.state import RequestState, Session
from ipu_session.service.session_service import Committed
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.debate.speakers.add_line import AddLine
from ipu_session.ui.debate.speakers.words import request_lines
from ipu_session.ui.widgets.lines_model import LinesModel
from ipu_session.ui.widgets.plain import label, row_action
from ipu_session.ui.widgets.tables import choose_row, current_row, table

_SHOWN = (
    frozenset({RequestState.WAITING}),
    frozenset({RequestState.HEARD, RequestState.SPEAKING}),
    frozenset({RequestState.ABSENT, RequestState.WITHDRAWN}),
)


class SpeakersPane(QFrame):
    """The left pane of the debate."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._states = _SHOWN[0]
        self._slice: tuple[object, ...] = ()
        self.add = AddLine(bridge)
        self.state = label("", "heading")
        self.counts = label("", "quiet", wrap=True)
        self.model = LinesModel(("", self.tr("Delegation"), self.tr("Name"), ""), self)
        self.list = table(self.model, self.tr("Speakers list"), (1, 2))
        self.list.horizontalHeader().setMinimumSectionSize(20)
        self._tabs = QButtonGroup(self)
        self._make_actions()
        self._lay_out()
        self.add.added.connect(self._show_last)
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)
        choose_row(self.list, 0)

    def focus_add(self) -> None:
        """Put the keyboard into *add a name*."""
        self.add.line.setFocus()
        self.add.line.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        if current_row(self.list) < 0:
            choose_row(self.list, 0)
        self.list.setFocus()

    @Slot()
    def call(self) -> None:
        """Give the chosen request the floor if it is free; else let it be next."""
        request = self._chosen()
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
        if (request := self._chosen()) is not None:
            self._bridge.execute(c.WithdrawRequest(request))

    @Slot()
    def mark_absent(self) -> None:
        """The delegate called is not in the room: to the end once, then absent."""
        if (request := self._chosen()) is not None:
            self._bridge.execute(c.MarkAbsent(request))

    @Slot()
    def restore(self) -> None:
        """Let an absent or withdrawn request wait again."""
        if (request := self._chosen()) is not None:
            self._bridge.execute(c.RestoreRequest(request))

    @Slot()
    def edit(self) -> None:
        """Correct the chosen entry in the line above."""
        if (request := self._chosen()) is not None:
            self.add.edit(self._bridge.session.requests[request].delegate)

    @Slot(int)
    def show_states(self, number: int) -> None:
        """Show those waiting, those heard, or those absent and withdrawn."""
        self._states = _SHOWN[number]
        self._show(self._bridge.session)
        choose_row(self.list, 0)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        if not _same(_slice(committed.session), self._slice):
            self._show(committed.session)

    @Slot()
    def _show_last(self) -> None:
        self.list.scrollToBottom()

    def _show(self, session: Session) -> None:
        self._slice = _slice(session)
        row = current_row(self.list)
        chosen = self._chosen()
        self.model.show(request_lines(session, self._states))
        # Rows that come in do not make the header measure its columns anew (Qt 6.11).
        self.list.horizontalHeader().resizeSections()
        kept = self.model.row_of(chosen) if chosen is not None else -1
        if kept >= 0 and kept != current_row(self.list):
            choose_row(self.list, kept)
        elif kept < 0 and row >= 0:
            choose_row(self.list, row)
        self._count(session)

    def _count(self, session: Session) -> None:
        waiting = len(session.queue)
        said = self.tr("one waiting") if waiting == 1 else self.tr("{count} waiting").format(count=waiting)
        state = self.tr("list closed") if session.list_closed else self.tr("list open")
        self.state.setText(f"{said} · {state}")
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

    def _chosen(self) -> RequestId | None:
        key = self.model.key(current_row(self.list))
        return RequestId(key) if isinstance(key, int) else None

    def _move_to(self, position: int) -> None:
        request = self._chosen()
        if request is not None and request in self._bridge.session.queue and position >= 0:
            self._bridge.execute(c.MoveRequest(request, position))

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
        ):
            row_action(self.list, text, key, slot)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.edit)

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for number, text in enumerate((self.tr("Waiting"), self.tr("Heard"), self.tr("Absent"))):
            tab = QPushButton(text)
            tab.setCheckable(True)
            tab.setProperty("role", "chip")
            tab.setChecked(number == 0)
            self._tabs.addButton(tab, number)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._tabs.idClicked.connect(self.show_states)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(5)
        layout.addWidget(self.add)
        layout.addWidget(self.state)
        layout.addLayout(tabs)
        layout.addWidget(self.list, 1)
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
    )


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether nothing has changed: an event makes new values only of what it changes."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
