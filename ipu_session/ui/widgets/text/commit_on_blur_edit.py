"""Multi-line text field that signals the loss of the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent

from ipu_session.ui.widgets.text.undoable_fields import TextEdit


class CommitOnBlurTextEdit(TextEdit):
    """TextEdit that emits `editing_finished` when it loses the focus, except to a popup such as its context menu."""

    editing_finished = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Emit `editing_finished` unless a popup takes the focus."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.editing_finished.emit()
