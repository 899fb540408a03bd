"""Containers that shrink when message bars are shown, down to the minimum height of the page, and then scroll."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabWidget, QWidget

_MIN_LINES = 8
"""Minimum height of `ShrinkableScrollArea`, in lines of text."""


class _MeasuresCurrentPage(QObject):
    """Calls `updateGeometry()` of a stack or tab widget whenever its current page changes."""

    def __init__(self, pages: QStackedWidget | QTabWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        pages.currentChanged.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        self._pages.updateGeometry()


class CurrentPageStack(QStackedWidget):
    """QStackedWidget whose minimum height is that of the current page.

    A plain `QStackedWidget` takes the greatest minimum height of all its pages: a form that is seldom opened
    would then make the whole window scroll.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _MeasuresCurrentPage(self)

    def hasHeightForWidth(self) -> bool:
        """Return False, so that layouts use the minimum size hint: QStackedLayout would ask every page (Qt 6)."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the minimum width of the widest page and the minimum height of the current page."""
        return QSize(super().minimumSizeHint().width(), _min_height(self.currentWidget(), self.width()))


class CurrentPageTabs(QTabWidget):
    """QTabWidget whose minimum height is that of the current page; see `CurrentPageStack`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _MeasuresCurrentPage(self)

    def hasHeightForWidth(self) -> bool:
        """Return False, so that layouts use the minimum size hint (see `CurrentPageStack`)."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the minimum width of the widest page and the minimum height of the current page with the tab bar."""
        size, pages = super().minimumSizeHint(), stack_of_tabs(self)
        saved_height = pages.minimumSizeHint().height() - _min_height(self.currentWidget(), pages.width())
        return QSize(size.width(), size.height() - saved_height)


class SplitterPane(QFrame):
    """Pane of a splitter with word-wrapped labels and flow layouts; its minimum height depends on its width.

    A `QSplitter` uses the minimum size hint, which assumes unwrapped lines: a narrow pane then gets less height
    than it needs, and its list is squeezed until no row is visible (Qt 6).
    """

    def minimumSizeHint(self) -> QSize:
        """Return the minimum height at the present width."""
        size, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return size
        return QSize(size.width(), layout.totalMinimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Request a new layout when the width has changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class ShrinkableStack(CurrentPageStack):
    """Pages of a `ShrinkableScrollArea`: as high as the viewport, but at least their minimum height."""

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrower page is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the minimum height: a scroll area would otherwise use the preferred one (Qt 6)."""
        return _min_height(self.currentWidget(), width)


class ShrinkablePage(QWidget):
    """A page whose preferred height is its minimum height."""

    def heightForWidth(self, width: int) -> int:
        """Return the minimum height at ``width``."""
        return _min_height(self, width)


class ShrinkableScrollArea(QScrollArea):
    """Vertical scroll area, at least as wide as the minimum of its page, with a small minimum height."""

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
        """Update the geometry on the page's layout requests: QScrollArea does not propagate them (Qt 6)."""
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Return the minimum width of the page plus the scroll bar, and the height of ``_MIN_LINES`` lines."""
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, _MIN_LINES * self.fontMetrics().lineSpacing())


def stack_of_tabs(tabs: QTabWidget) -> QStackedWidget:
    """Return the internal QStackedWidget of ``tabs``: a page created in it is not reparented (decision 0036).

    Raises TypeError if Qt has made ``tabs`` without a QStackedWidget.
    """
    stack = tabs.findChild(QStackedWidget)
    if not isinstance(stack, QStackedWidget):
        raise TypeError(tabs)
    return stack


def _min_height(page: QWidget | None, width: int) -> int:
    if page is None:
        return 0
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return page.minimumSizeHint().height()
