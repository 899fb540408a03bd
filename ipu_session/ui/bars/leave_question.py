"""Whoever leaves a session while somebody speaks is asked first, in a bar: the live keys go on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.service.session_service import Committed
from ipu_session.ui.bars.message_bars import Notices
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.escape_filter import EscapeAnswer

KIND = "leave"
_STANDS_MS = 30_000
"""The question goes by itself: a key pressed long after it is no answer."""


class LeaveQuestion(QObject):
    """Asked once; the same wish again, or the bar's button, is the answer."""

    def __init__(self, notices: Notices) -> None:
        super().__init__(notices)
        self._notices = notices
        self._wish = ""
        self._leave: Callable[[], object] | None = None
        self._bridge: Bridge | None = None
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(_STANDS_MS)
        self._over.timeout.connect(self.forget)

    def holds_up(self, wish: str, leave: Callable[[], object], bridge: Bridge | None) -> bool:
        """Return whether a wish has to wait for an answer; ``leave`` does it when the answer comes."""
        asked = wish == self._wish
        self.forget()
        speech = None if bridge is None else _speech(bridge.session)
        if bridge is None or speech is None or asked:
            return False
        self._wish, self._leave, self._bridge = wish, leave, bridge
        bridge.committed.connect(self._on_committed)
        session = bridge.session
        who = labels.origin_and_name(session, session.person(speech.delegate)) or labels.word(speech.kind)
        said = self.tr(
            "{who} has the floor. Do the same again to leave; nothing is lost, and the time counts."
        )
        bar = self._notices.tell(KIND, said.format(who=who), [(self.tr("Leave"), self._answer)])
        bar.close_button.setText(self.tr("Stay"))
        bar.close_button.clicked.connect(self.forget)
        EscapeAnswer(bar, self.forget).arm()
        self._over.start()
        return True

    @Slot()
    def forget(self) -> None:
        """Take the question back."""
        if self._bridge is not None:
            self._bridge.committed.disconnect(self._on_committed)
        self._wish, self._leave, self._bridge = "", None, None
        self._over.stop()
        self._notices.forget(KIND)

    @Slot()
    def _answer(self) -> None:
        leave = self._leave
        if leave is not None:
            leave()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        if _speech(committed.session) is None:
            self.forget()


def _speech(session: Session) -> Intervention | None:
    """Return the intervention that is not over: on the floor, or held by a suspension or a motion."""
    if session.floor is not None:
        return session.floor
    return session.interventions[session.held[-1]] if session.held else None
