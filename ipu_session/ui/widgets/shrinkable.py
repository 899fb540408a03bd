"""A place for a page that gives way to the bars above it: what does not fit then is scrolled to."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabWidget, QWidget

_MIN_LINES = 8
"""It is content with this height, in lines."""


class _MeasuresCurrentPage(QObject):
    """Has the layout ask a widget with pages for its size again whenever another page is current."""

    def __init__(self, pages: QStackedWidget | QTabWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        pages.currentChanged.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        self._pages.updateGeometry()


class CurrentPageStack(QStackedWidget):
    """Stacked pages that need the least height of the current page alone.

    A `QStackedWidget` needs the greatest least height of all its pages: a form that is seldom opened then
    makes the whole window scroll.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _MeasuresCurrentPage(self)

    def hasHeightForWidth(self) -> bool:
        """Return that layouts go by the minimum size hint: the stacked layout would ask every page (Qt 6)."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the width that the widest page needs, and the height of the current page."""
        return QSize(super().minimumSizeHint().width(), _min_height(self.currentWidget(), self.width()))


class CurrentPageTabs(QTabWidget):
    """Tabs that need the least height of the current page alone; see `CurrentPageStack`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _MeasuresCurrentPage(self)

    def hasHeightForWidth(self) -> bool:
        """Return that layouts go by the minimum size hint."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the width that the widest page needs, and the height of the current page and the tabs."""
        size, pages = super().minimumSizeHint(), stack_of_tabs(self)
        spared = pages.minimumSizeHint().height() - _min_height(self.currentWidget(), pages.width())
        return QSize(size.width(), size.height() - spared)


class SplitterPane(QFrame):
    """A part of a splitter in which lines of text and of buttons break.

    A `QSplitter` goes by the minimum size hint, in which every line is unbroken: a narrow pane then gets less
    height than it needs, and its list is squeezed until no row is seen (Qt 6).
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least height in the present width."""
        size, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return size
        return QSize(size.width(), layout.totalMinimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class ShrinkableStack(CurrentPageStack):
    """The pages of a `Room`: of all heights between the least and what there is."""

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow page is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the least height; a scroll area would give a page all that it wants (Qt 6)."""
        return _min_height(self.currentWidget(), width)


class ShrinkablePage(QWidget):
    """A page that is content with its least height."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height, as above."""
        return _min_height(self, width)


class ShrinkableScrollArea(QScrollArea):
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
        return QSize(width, _MIN_LINES * self.fontMetrics().lineSpacing())


def stack_of_tabs(tabs: QTabWidget) -> QStackedWidget:
    """Return what holds the pages of tabs: a page that is made in it need not move there (decision 0036)."""
    found = tabs.findChild(QStackedWidget)
    if not isinstance(found, QStackedWidget):
        raise TypeError(tabs)
    return found


def _min_height(page: QWidget | None, width: int) -> int:
    if page is None:
        return 0
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return page.minimumSizeHint().height()
