"""What the secretary puts on the hall display by hand; kept on disk, so that a restart shows the same."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import Signs, shown_speech
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge

_MESSAGE, _TO_SPEAKER, _BLACKOUT = "hall-message", "hall-to-speaker", "hall-blackout"


class SignBoard(QObject):
    """The message to the hall, the message to the speaker, and whether the hall is dark."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.signs = Signs(bridge.draft(_MESSAGE), bridge.draft(_TO_SPEAKER), bool(bridge.draft(_BLACKOUT)))
        self._told = _speaking(bridge.session)
        """To whom the message to the speaker is; it goes with the speech."""
        bridge.committed.connect(self._on_committed)

    def tell_hall(self, message: str) -> None:
        """Show a message to the hall; an empty one goes."""
        self._put(_MESSAGE, message.strip(), replace(self.signs, message=message.strip()))

    def tell_speaker(self, message: str) -> None:
        """Show a message to whoever speaks; an empty one goes, and any goes with the speech."""
        self._told = _speaking(self._bridge.session)
        self._put(_TO_SPEAKER, message.strip(), replace(self.signs, to_speaker=message.strip()))

    def black_out(self) -> None:
        """Make the hall display dark, or light again."""
        dark = not self.signs.blackout
        self._put(_BLACKOUT, "dark" if dark else "", replace(self.signs, blackout=dark))

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        told = None if self._told is None else committed.session.interventions.get(self._told)
        if self.signs.to_speaker and (told is None or told.ended):
            self.tell_speaker("")

    def _put(self, key: str, text: str, signs: Signs) -> None:
        self.signs = signs
        self._bridge.keep_draft(key, text)
        self.changed.emit()


def _speaking(session: Session) -> InterventionId | None:
    speech = shown_speech(session)
    return None if speech is None else speech.id
