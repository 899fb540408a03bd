"""Confirmation before leaving a session with an unfinished intervention: a message bar, not a modal dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.bars.message_bar import MessageBars
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.timers import SingleShotTimer
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.escape_filter import EscapeFilter

MESSAGE_KIND = "leave"
_TIMEOUT_MS = 30_000
"""After this time the question disappears: a key pressed much later must not count as its answer."""


class LeaveQuestion(QObject):
    """Shows the question; the button *Leave*, or the same request made again, confirms it."""

    def __init__(self, message_bars: MessageBars) -> None:
        super().__init__(message_bars)
        self._message_bars = message_bars
        self._pending_request = ""
        self._on_confirmed: Callable[[], object] | None = None
        self._bridge: SessionBridge | None = None
        self._timeout_timer = SingleShotTimer(self.dismiss, _TIMEOUT_MS, self)

    def ask_confirmation(self, request: str, leave: Callable[[], object], bridge: SessionBridge | None) -> bool:
        """Return True if the question was shown: the caller must not leave; the button *Leave* calls ``leave``.

        False: the caller leaves at once, because no intervention is unfinished, or because the question shown was
        asked for the same ``request`` (a name that the caller chooses).
        """
        is_repeated = request == self._pending_request
        self.dismiss()
        speech = None if bridge is None else _unfinished_intervention(bridge.session)
        if bridge is None or speech is None or is_repeated:
            return False
        self._pending_request, self._on_confirmed, self._bridge = request, leave, bridge
        bridge.committed.connect(self._on_committed)
        session = bridge.session
        speaker = labels.delegation_and_name(session, session.person(speech.delegate)) or labels.enum_label(speech.kind)
        question = self.tr("{who} has the floor. Do the same again to leave; nothing is lost, and the time counts.")
        bar = self._message_bars.show_message(
            MESSAGE_KIND, question.format(who=speaker), [(self.tr("Leave"), self._confirm)]
        )
        bar.close_button.setText(self.tr("Stay"))
        bar.close_button.clicked.connect(self.dismiss)
        EscapeFilter(bar, self.dismiss).activate()
        self._timeout_timer.start()
        return True

    @Slot()
    def dismiss(self) -> None:
        """Remove the question and forget the request."""
        if self._bridge is not None:
            self._bridge.committed.disconnect(self._on_committed)
        self._pending_request, self._on_confirmed, self._bridge = "", None, None
        self._timeout_timer.stop()
        self._message_bars.dismiss(MESSAGE_KIND)

    @Slot()
    def _confirm(self) -> None:
        leave = self._on_confirmed
        if leave is not None:
            leave()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        if _unfinished_intervention(committed.session) is None:
            self.dismiss()


def _unfinished_intervention(session: Session) -> Intervention | None:
    """Return the intervention on the floor, or the one that a suspension holds; None if there is neither."""
    if session.floor is not None:
        return session.floor
    return session.interventions[session.held[-1]] if session.held else None
