"""Label for a sentence in a message bar: wraps, but never makes the window higher than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from ipu_session.ui.strings.literal_text import set_literal_tooltip
from ipu_session.ui.widgets.announcements import StatusLabel


class WrappedLabel(StatusLabel):
    """StatusLabel whose preferred height shows the whole text and whose minimum is one line; has a tooltip."""

    def __init__(self, role: str = "") -> None:
        super().__init__(role=role, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_and_announce(self, text: str, spoken: str) -> None:
        """Show ``text``, also as the tooltip; announce ``spoken`` unless it is the same as before."""
        super().show_and_announce(text, spoken)
        set_literal_tooltip(self, text)

    def minimumSizeHint(self) -> QSize:
        """Return width 0 and the height of one line."""
        return QSize(0, self.fontMetrics().lineSpacing())
