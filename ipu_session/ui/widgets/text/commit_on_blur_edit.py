"""A text of several lines that says when it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent

from ipu_session.ui.widgets.text.undoable_fields import TextEdit


class CommitOnBlurTextEdit(TextEdit):
    """Tells when the focus goes elsewhere; a context menu is not elsewhere."""

    editing_finished = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text is left."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.editing_finished.emit()
