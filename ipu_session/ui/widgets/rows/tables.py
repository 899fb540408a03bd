"""Table views with uniform behaviour: rows are selected as a whole, arrow keys move, Tab leaves the table."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ipu_session.ui.widgets.factories import set_accessible_name

MAX_WRAPPED_ROWS = 60
"""Up to this number of rows, heights follow wrapped text; measuring thousands would take seconds."""

_WRAP = Qt.TextFlag.TextWordWrap
_HORIZONTAL_MARGINS = 16
"""Sum of the margins left and right of a cell's text, in pixels."""
_VERTICAL_MARGINS = 8
_UNBOUNDED_HEIGHT = 10_000
_MAX_CACHED_HEIGHTS = 1000
_MAX_MEASURED_CHARS = 2000
"""Maximum number of characters of a text that are measured; so many fill the screen."""


class PaddedRowDelegate(QStyledItemDelegate):
    """Item delegate with padding around the text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of the text plus the padding."""
        return super().sizeHint(option, index) + QSize(10, 6)


class SingleLineDelegate(PaddedRowDelegate):
    """Item delegate without word wrap: in a wrapping view, an ISO date would break at its hyphens."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Set the style option without word wrap."""
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText


class RowsTableView(QTableView):
    """Table view whose columns are not measured before it is visible: Qt would measure all rows, several times.

    When shown, it scrolls to the current row; Qt does not, if the row became current before the first layout.
    """

    min_visible_rows = 1
    """Minimum height in rows, without the headings; Qt's default is less than one row at large font scales."""

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for ``min_visible_rows`` rows in the present font."""
        size = super().minimumSizeHint()
        rows = self.min_visible_rows * self.verticalHeader().defaultSectionSize()
        height = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        return QSize(size.width(), max(size.height(), height))

    def sizeHintForColumn(self, column: int) -> int:
        """Return the width that the visible rows need; 0 while the view is hidden, to measure nothing."""
        return super().sizeHintForColumn(column) if self.isVisible() else 0

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the current row after the layout, in the next iteration of the event loop."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._scroll_to_current)

    def changeEvent(self, event: QEvent) -> None:
        """Adapt the row height to a changed font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit_row_height()

    def fit_row_height(self) -> None:
        """Set the default and minimum row height to one line of text, with margins."""
        rows, height = self.verticalHeader(), self.fontMetrics().height()
        rows.setMinimumSectionSize(height + 6)
        rows.setDefaultSectionSize(height + 8)

    @Slot()
    def _scroll_to_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


class WrappingTableView(RowsTableView):
    """Table view whose row heights follow the wrapped text of some columns, measured once for each width."""

    def __init__(self, wrapped: Sequence[int]) -> None:
        super().__init__()
        self._wrapped_columns = tuple(wrapped)
        self._cached_text_height = lru_cache(_MAX_CACHED_HEIGHTS)(self._measure_text_height)
        """Height by text, width in pixels and font: Qt asks four times for each row of a new list."""
        self._is_fitting = False
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)

    def sizeHintForRow(self, row: int) -> int:
        """Return the height in pixels that the wrapped columns need."""
        heights, font_key = [self.fontMetrics().height()], self.font().key()
        for column in self._wrapped_columns:
            text = str(self.model().index(row, column).data() or "")[:_MAX_MEASURED_CHARS]
            heights.append(self._cached_text_height(text, self.columnWidth(column), font_key))
        return max(heights) + _VERTICAL_MARGINS

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, before: int, now: int) -> None:
        """Fit the row heights to the new column width; ignore a resize that this causes by showing the scroll bar."""
        if self._is_fitting or column not in self._wrapped_columns or self.model().rowCount() > MAX_WRAPPED_ROWS:
            return
        self._is_fitting = True
        self.verticalHeader().resizeSections()
        self._is_fitting = False

    def _measure_text_height(self, text: str, width: int, font_key: str) -> int:
        bounds = QRect(0, 0, max(1, width - _HORIZONTAL_MARGINS), _UNBOUNDED_HEIGHT)
        return self.fontMetrics().boundingRect(bounds, int(_WRAP), text).height()


def make_table_view(
    model: QAbstractItemModel, name: str, stretched: Sequence[int], *, wrap: bool = False, least_rows: int = 1
) -> QTableView:
    """Return a view on ``model``; the columns in ``stretched`` share the free width, others fit their text.

    ``name`` is the accessible name, ``least_rows`` the minimum height in rows; with ``wrap`` the stretched
    columns wrap their text.
    """
    view = WrappingTableView(stretched) if wrap else RowsTableView()
    view.min_visible_rows = least_rows
    view.setModel(model)
    view.setItemDelegate(PaddedRowDelegate(view))
    set_accessible_name(view, name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(wrap)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = view.verticalHeader()
    rows.hide()
    view.fit_row_height()
    columns = view.horizontalHeader()
    columns.setHighlightSections(False)
    # 0: columns fit only the visible rows, since measuring hundreds at each change takes longer than a frame.
    columns.setResizeContentsPrecision(0)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    for column in range(model.columnCount()):
        fits = QHeaderView.ResizeMode.ResizeToContents
        columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column in stretched else fits)
    if wrap:
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return view


def current_row(view: QAbstractItemView) -> int:
    """Return the number of the current row, or -1."""
    return int(view.currentIndex().row())


def set_current_row(view: QAbstractItemView, row: int) -> None:
    """Make ``row`` current, or the nearest row that exists; do nothing if there are no rows."""
    model = view.model()
    if model.rowCount():
        view.setCurrentIndex(model.index(max(0, min(row, model.rowCount() - 1)), 0))
