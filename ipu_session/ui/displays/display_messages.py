"""What the secretary puts on the hall display by hand; kept on disk, so that a restart shows the same."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import HallMessages, displayed_speech
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge

_MESSAGE, _TO_SPEAKER, _BLACKOUT = "hall-message", "hall-to-speaker", "hall-blackout"


class DisplayMessages(QObject):
    """The message to the hall, the message to the speaker, and whether the hall is dark."""

    messages_changed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.messages = HallMessages(
            bridge.load_draft(_MESSAGE), bridge.load_draft(_TO_SPEAKER), bool(bridge.load_draft(_BLACKOUT))
        )
        self._addressed_speech = _shown_speech_id(bridge.session)
        """To whom the message to the speaker is; it goes with the speech."""
        bridge.committed.connect(self._on_committed)

    def set_hall_message(self, message: str) -> None:
        """Show a message to the hall; an empty one goes."""
        self._save(_MESSAGE, message.strip(), replace(self.messages, message=message.strip()))

    def set_speaker_message(self, message: str) -> None:
        """Show a message to whoever speaks; an empty one goes, and any goes with the speech."""
        self._addressed_speech = _shown_speech_id(self._bridge.session)
        self._save(_TO_SPEAKER, message.strip(), replace(self.messages, message_to_speaker=message.strip()))

    def toggle_blackout(self) -> None:
        """Make the hall display dark, or light again."""
        dark = not self.messages.is_blackout
        self._save(_BLACKOUT, "dark" if dark else "", replace(self.messages, is_blackout=dark))

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        told = None if self._addressed_speech is None else committed.session.interventions.get(self._addressed_speech)
        if self.messages.message_to_speaker and (told is None or told.is_ended):
            self.set_speaker_message("")

    def _save(self, key: str, text: str, signs: HallMessages) -> None:
        self.messages = signs
        self._bridge.save_draft(key, text)
        self.messages_changed.emit()


def _shown_speech_id(session: Session) -> InterventionId | None:
    speech = displayed_speech(session)
    return None if speech is None else speech.id
