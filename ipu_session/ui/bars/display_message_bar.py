"""Bar in which the messages on the displays are typed, with the status of the displays."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipu_session.ui.displays.controller import DisplayController
from ipu_session.ui.displays.screen_placement import ScreenPlacement
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import set_accessible_name, set_role, set_text_if_changed
from ipu_session.ui.widgets.text.recorded_text import update_recorded_text
from ipu_session.ui.widgets.text.undoable_fields import LineEdit


class DisplayMessageBar(QWidget):
    """Line edits for the message to the hall and to the speaker; Enter shows the text, or if empty clears the message.

    Visible while a display is shown or waits for a screen, a message or the blackout is on, or a line edit has the
    focus or a half-typed text.
    """

    def __init__(self, displays: DisplayController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._display_controller = displays
        display_messages = displays.display_messages
        self._shown_messages = display_messages.messages
        """The messages shown now; a line edit whose text differs is half-typed."""
        self.hall_edit = LineEdit()
        set_accessible_name(
            self.hall_edit, self.tr("Message to the hall"), self.tr("Enter shows it, an empty line takes it away")
        )
        self.hall_edit.setPlaceholderText(self.tr("message to the hall"))
        self.hall_edit.setText(display_messages.messages.message)
        self.hall_edit.returnPressed.connect(self._set_hall_message)
        self.speaker_edit = LineEdit()
        set_accessible_name(self.speaker_edit, self.tr("Message to the speaker"), self.hall_edit.toolTip())
        self.speaker_edit.setPlaceholderText(self.tr("message to the speaker"))
        self.speaker_edit.setText(display_messages.messages.message_to_speaker)
        self.speaker_edit.returnPressed.connect(self._set_speaker_message)
        self.status_label = StatusLabel(role="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.addWidget(self.status_label)
        layout.addWidget(self.hall_edit, 1)
        layout.addWidget(self.speaker_edit, 1)
        displays.displays_changed.connect(self._refresh)
        display_messages.messages_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _set_hall_message(self) -> None:
        self._display_controller.display_messages.set_hall_message(self.hall_edit.text())

    @Slot()
    def _set_speaker_message(self) -> None:
        self._display_controller.display_messages.set_speaker_message(self.speaker_edit.text())

    @Slot()
    def _refresh(self) -> None:
        messages = self._display_controller.display_messages.messages
        before, self._shown_messages = self._shown_messages, messages
        update_recorded_text(self.hall_edit, before.message, messages.message)
        update_recorded_text(self.speaker_edit, before.message_to_speaker, messages.message_to_speaker)
        parts = [
            self._placement_text(self.tr("hall"), self._display_controller.placement("hall")),
            self._placement_text(self.tr("chair"), self._display_controller.placement("chair")),
        ]
        if messages.is_blackout:
            parts.append(self.tr("hall dark"))
        if messages.message or messages.message_to_speaker:
            parts.append(self.tr("message shown"))
        set_text_if_changed(self.status_label, " · ".join(part for part in parts if part))
        waiting = ScreenPlacement.WAITING in {
            self._display_controller.placement("hall"),
            self._display_controller.placement("chair"),
        }
        set_role(self.status_label, "warning" if waiting or messages.is_blackout else "quiet")
        used = any(self._display_controller.placement(name) is not ScreenPlacement.HIDDEN for name in ("hall", "chair"))
        self.setVisible(
            used or messages.is_blackout or bool(messages.message or messages.message_to_speaker) or self._is_in_use()
        )

    def edit_message(self, line: LineEdit) -> None:
        """Show the bar, focus ``line`` and select its text."""
        self.show()
        line.setFocus()
        line.selectAll()

    def _is_in_use(self) -> bool:
        typed = (self.hall_edit.text().strip(), self.speaker_edit.text().strip())
        half_typed = typed != (self._shown_messages.message, self._shown_messages.message_to_speaker)
        return self.hall_edit.hasFocus() or self.speaker_edit.hasFocus() or half_typed

    def _placement_text(self, name: str, placement: ScreenPlacement) -> str:
        if placement is ScreenPlacement.HIDDEN:
            return ""
        if placement is ScreenPlacement.WAITING:
            return self.tr("{name}: no screen").format(name=name)
        return self.tr("{name}: on").format(name=name)
