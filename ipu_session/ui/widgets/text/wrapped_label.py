"""A sentence in a bar: as many lines as it needs, but it never makes the window higher than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from ipu_session.ui.strings.literal_text import set_literal_tooltip
from ipu_session.ui.widgets.announcements import StatusLabel


class WrappedLabel(StatusLabel):
    """Wants the height of its whole text, and is content with one line; the whole is in the tooltip."""

    def __init__(self, role: str = "") -> None:
        super().__init__(role=role, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_and_announce(self, text: str, spoken: str) -> None:
        """Show another text."""
        super().show_and_announce(text, spoken)
        set_literal_tooltip(self, text)

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self.fontMetrics().lineSpacing())
