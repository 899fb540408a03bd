"""Tables made the same way everywhere: whole rows, the arrow keys inside, Tab moves on."""

from collections.abc import Sequence

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
"""So many rows may be as high as their text; to measure thousands would take seconds."""

_WRAP = Qt.TextFlag.TextWordWrap
_HORIZONTAL_MARGINS = 16
"""The margins of a cell's text, in pixels."""
_VERTICAL_MARGINS = 8
_UNBOUNDED_HEIGHT = 10_000
_MAX_CACHED_HEIGHTS = 1000
_MAX_MEASURED_CHARS = 2000
"""Letters of a text that are measured: what is longer fills the screen anyway."""


class PaddedRowDelegate(QStyledItemDelegate):
    """Leaves some air around the text of a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size that the text needs, and some more."""
        return super().sizeHint(option, index) + QSize(10, 6)


class SingleLineDelegate(PaddedRowDelegate):
    """Never breaks the text of a cell: where others wrap, a day would be cut at its hyphens."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Say how a cell is drawn: without wrapping."""
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText


class RowsTableView(QTableView):
    """Measures nothing before it is seen: Qt would measure every row there is, several times over.

    A list that comes to the front shows the row that the keyboard is on: Qt does not scroll to a row that was
    chosen before the list was laid out.
    """

    min_visible_rows = 1
    """So many rows below the headings are its least height; Qt's own is less than a row of large letters."""

    def minimumSizeHint(self) -> QSize:
        """Return the least size: room for some rows in the letters of now."""
        size = super().minimumSizeHint()
        rows = self.min_visible_rows * self.verticalHeader().defaultSectionSize()
        height = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        return QSize(size.width(), max(size.height(), height))

    def sizeHintForColumn(self, column: int) -> int:
        """Return how wide a column has to be for the rows that are seen."""
        return super().sizeHintForColumn(column) if self.isVisible() else 0

    def showEvent(self, event: QShowEvent) -> None:
        """Show the current row once the rows are laid out."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._scroll_to_current)

    def changeEvent(self, event: QEvent) -> None:
        """Make rows as high as the letters are now: their size can be changed while the table is open."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit_row_height()

    def fit_row_height(self) -> None:
        """Make every row as high as a line of text needs."""
        rows, height = self.verticalHeader(), self.fontMetrics().height()
        rows.setMinimumSectionSize(height + 6)
        rows.setDefaultSectionSize(height + 8)

    @Slot()
    def _scroll_to_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


class WrappingTableView(RowsTableView):
    """Rows as high as the text of some columns; only that text is measured, once for each width."""

    def __init__(self, wrapped: Sequence[int]) -> None:
        super().__init__()
        self._wrapped_columns = tuple(wrapped)
        self._height_cache: dict[tuple[str, int, str], int] = {}
        """How high a text is in a width and a font: Qt asks four times for each row of a list that comes."""
        self._is_fitting = False
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)

    def sizeHintForRow(self, row: int) -> int:
        """Return how high a row has to be."""
        heights = [self.fontMetrics().height()]
        for column in self._wrapped_columns:
            text = str(self.model().index(row, column).data() or "")[:_MAX_MEASURED_CHARS]
            heights.append(self._text_height(text, self.columnWidth(column)))
        return max(heights) + _VERTICAL_MARGINS

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, before: int, now: int) -> None:
        """Make rows as high as their text is in its new width; a scroll bar that comes changes no more."""
        if self._is_fitting or column not in self._wrapped_columns or self.model().rowCount() > MAX_WRAPPED_ROWS:
            return
        self._is_fitting = True
        self.verticalHeader().resizeSections()
        self._is_fitting = False

    def _text_height(self, text: str, width: int) -> int:
        asked = (text, width, self.font().key())
        if asked not in self._height_cache:
            if len(self._height_cache) > _MAX_CACHED_HEIGHTS:
                self._height_cache.clear()
            room = QRect(0, 0, max(1, width - _HORIZONTAL_MARGINS), _UNBOUNDED_HEIGHT)
            self._height_cache[asked] = self.fontMetrics().boundingRect(room, int(_WRAP), text).height()
        return self._height_cache[asked]


def make_table_view(
    model: QAbstractItemModel, name: str, stretched: Sequence[int], *, wrap: bool = False, least_rows: int = 1
) -> QTableView:
    """Return a view on ``model``; the columns in ``stretched`` share the room, the others fit their text."""
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
    # Columns fit the rows that are seen: measuring hundreds at each change takes longer than a frame.
    columns.setResizeContentsPrecision(0)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    for column in range(model.columnCount()):
        fits = QHeaderView.ResizeMode.ResizeToContents
        columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column in stretched else fits)
    if wrap:
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return view


def current_row(view: QAbstractItemView) -> int:
    """Return the row that the keyboard is on, or -1."""
    return int(view.currentIndex().row())


def set_current_row(view: QAbstractItemView, row: int) -> None:
    """Put the keyboard on a row, the nearest there is."""
    model = view.model()
    if model.rowCount():
        view.setCurrentIndex(model.index(max(0, min(row, model.rowCount() - 1)), 0))
