"""A place for a page that gives way to the bars above it: what does not fit then is scrolled to."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabWidget, QWidget

_LINES = 8
"""It is content with this height, in lines."""


class Pages(QStackedWidget):
    """Pages of which one is in front; each is content with its least height."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height; a scroll area would give a page all that it wants (Qt 6)."""
        heights = [_least_height(self.widget(place), width) for place in range(self.count())]
        return max(heights, default=0)


class Page(QWidget):
    """A page that is content with its least height."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height, as above."""
        return _least_height(self, width)


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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the page wants another width: a scroll area does not hand that on (Qt 6)."""
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Some lines of the page, in all its width, and the bar that scrolls."""
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, _LINES * self.fontMetrics().lineSpacing())


def within(tabs: QTabWidget) -> QStackedWidget:
    """Return what holds the pages of tabs: a page that is made in it need not move there (decision 0036)."""
    found = tabs.findChild(QStackedWidget)
    if not isinstance(found, QStackedWidget):
        raise TypeError(tabs)
    return found


def _least_height(page: QWidget | None, width: int) -> int:
    if page is None:
        return 0
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return page.minimumSizeHint().height()
