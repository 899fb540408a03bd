"""Messages and blackout of the displays, set by the secretary; saved as drafts, so that a restart restores them."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import HallMessages, displayed_speech
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge

_MESSAGE, _TO_SPEAKER, _BLACKOUT = "hall-message", "hall-to-speaker", "hall-blackout"


class DisplayMessages(QObject):
    """Holds the message to the hall, the message to the speaker, and whether the hall display is blacked out."""

    messages_changed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.messages = HallMessages(
            bridge.load_draft(_MESSAGE), bridge.load_draft(_TO_SPEAKER), bool(bridge.load_draft(_BLACKOUT))
        )
        self._addressed_speech = _shown_speech_id(bridge.session)
        """Intervention that the message to the speaker is for: when the intervention ends, the message is cleared."""
        bridge.committed.connect(self._on_committed)

    def set_hall_message(self, message: str) -> None:
        """Set the message to the hall; "" clears it."""
        self._save(_MESSAGE, message.strip(), replace(self.messages, message=message.strip()))

    def set_speaker_message(self, message: str) -> None:
        """Set the message to the present speaker; "" clears it, and so does the first commit after the intervention.

        If nobody has the floor, the next commit clears it.
        """
        self._addressed_speech = _shown_speech_id(self._bridge.session)
        self._save(_TO_SPEAKER, message.strip(), replace(self.messages, message_to_speaker=message.strip()))

    def toggle_blackout(self) -> None:
        """Switch the blackout on or off."""
        is_blackout = not self.messages.is_blackout
        self._save(_BLACKOUT, "dark" if is_blackout else "", replace(self.messages, is_blackout=is_blackout))

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        speech = None if self._addressed_speech is None else committed.session.interventions.get(self._addressed_speech)
        if self.messages.message_to_speaker and (speech is None or speech.is_ended):
            self.set_speaker_message("")

    def _save(self, key: str, text: str, messages: HallMessages) -> None:
        self.messages = messages
        self._bridge.save_draft(key, text)
        self.messages_changed.emit()


def _shown_speech_id(session: Session) -> InterventionId | None:
    speech = displayed_speech(session)
    return None if speech is None else speech.id
