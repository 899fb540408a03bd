"""A place for a page that gives way to the bars above it: what does not fit then is scrolled to."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_LINES = 8
"""It is content with this height, in lines."""


class Room(QScrollArea):
    """As wide as its page needs, and of any height."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """Some lines of the page, in all its width."""
        return QSize(self._page.minimumSizeHint().width(), _LINES * self.fontMetrics().lineSpacing())
